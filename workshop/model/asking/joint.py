"""What parties make of a question together: how alike they answer, what it weighs, and one wording for all."""

from workshop.model.asking.answers import joint_of, parties_of, question_keys
from workshop.model.capture import written
from workshop.model.change import Change, State, add, together, update
from workshop.model.dates import date, day_of
from workshop.model.letters import clean
from workshop.model.record import Board, Id, Joint
from workshop.model.refusal import Refusal

LIKENESS = ("same", "near", "different", "missing")


def mark_likeness(state: State, board: Board, question: str, likeness: str) -> Change:
    """How alike the answers to a question are; no longer so where it was marked so already."""
    if likeness not in LIKENESS:
        raise Refusal(
            "The answers are the same, near, different or missing; there is no “{likeness}”.", likeness=likeness
        )
    now = _row(state, board, question).likeness
    return _with(state, board, question, likeness="" if now == likeness else likeness)


def weights_of(board: Board, question: str) -> tuple[str, ...]:
    """The keys of a question's scale, from little to much."""
    return tuple(key for key in board.setting("weights", ()) if key.rpartition("_")[0] == question)


def weigh(state: State, board: Board, question: str, weight: str) -> Change:
    """Where on its scale a question stands; "" takes it off. Refusal where the scale has no such word."""
    if weight and weight not in weights_of(board, question):
        raise Refusal("The scale has no “{weight}”.", weight=weight)
    return _with(state, board, question, weight=weight)


def weight_number(board: Board, row: Joint) -> int:
    """The place of a question's weight on its scale, from 1; 0 where it isn't weighed."""
    scale = weights_of(board, row.question)
    return scale.index(row.weight) + 1 if row.weight in scale else 0


def word(state: State, board: Board, question: str, text: str) -> Change:
    """One wording for all; where it is another than before nobody stands behind it yet. Empty words take it away."""
    text = written(text)
    kept = _row(state, board, question)
    return _with(state, board, question, wording=text, confirmed=kept.confirmed if text == kept.wording else ())


def add_to_wording(state: State, board: Board, question: str, text: str) -> Change:
    """A line more in the wording of a question. Refusal where it says nothing."""
    if not (text := written(text)):
        raise Refusal("The wording is empty. Write something first.")
    before = _row(state, board, question).wording
    return word(state, board, question, f"{before}\n{text}" if before else text)


def confirm(state: State, board: Board, question: str, party: Id) -> Change:
    """A party stands behind the wording, or no longer; when all do the question is no longer open.

    Refusal where there is no wording.
    """
    row, parties = _row(state, board, question), [p.id for p in parties_of(state, board)]
    if party not in parties:
        raise Refusal("The party “{party}” doesn't answer on this board.", party=party)
    if not row.wording:
        raise Refusal("There is no wording to confirm yet. Write it first.")
    given = set(row.confirmed) ^ {party}
    left = {"owner": "", "due": ""} if given.issuperset(parties) else {}
    return _with(state, board, question, confirmed=tuple(p for p in parties if p in given), **left)


def confirmed_by(state: State, board: Board, row: Joint) -> tuple[Id, ...]:
    """The parties that take part and stand behind a wording."""
    return tuple(p.id for p in parties_of(state, board) if p.id in row.confirmed)


def agreed_by_all(state: State, board: Board, row: Joint) -> bool:
    """Whether every party stands behind the wording."""
    return bool(row.wording) and len(confirmed_by(state, board, row)) == len(parties_of(state, board))


def leave_open(state: State, board: Board, question: str, owner: str, due: str) -> Change:
    """A question left open: who owns it, and until when. Refusal where either is missing."""
    owner, due = clean(owner), date(due, day_of(state))
    if not owner or not due:
        raise Refusal("Write who owns the open question, and until when (yyyy-mm-dd).")
    return _with(state, board, question, owner=owner, due=due)


def close_question(state: State, board: Board, question: str) -> Change:
    """A question that is no longer left open."""
    return _with(state, board, question, owner="", due="")


def remove_wording(state: State, board: Board, question: str) -> Change:
    """The wording taken away, with those who stood behind it."""
    return _with(state, board, question, wording="", confirmed=())


def weigh_all(state: State, board: Board, numbers: list[int]) -> Change:
    """Each question's weight by its number, in the questions' order; 0 takes it off."""
    questions = [q for q in question_keys(board) if weights_of(board, q)]
    changes = []
    for question, number in zip(questions, numbers, strict=False):
        scale = ("", *weights_of(board, question))
        if not 0 <= number < len(scale):
            raise Refusal("Write a number from 1 to {most} for each question, such as 3 4 2 1.", most=len(scale) - 1)
        changes.append(weigh(state, board, question, scale[number]))
    return together(*changes)


def _row(state: State, board: Board, question: str) -> Joint:
    if question not in question_keys(board):
        raise Refusal("There is no question “{question}” on this board.", question=question)
    return joint_of(state, board, question)


def _with(state: State, board: Board, question: str, **fields: object) -> Change:
    """The row of a question with other fields, made where there is none."""
    row = _row(state, board, question)
    if row.id in state:
        return update(row, **fields)
    made = Joint(**{"id": row.id, "board": board.id, "question": question, **fields})  # type: ignore[arg-type]
    return add(made) if made != row else Change()


def asked(state: State, board: Board) -> list[str]:
    """The keys of what is to be asked where the weights don't hang together, in the exercise's order.

    A key says when: “problem>2 resources<3” is asked where the problem's weight is over 2 and the resources' under 3.
    """
    numbers = {q: weight_number(board, joint_of(state, board, q)) for q in question_keys(board)}
    return [key for key in board.setting("asks", ()) if _holds(key, numbers)]


def _holds(key: str, numbers: dict[str, int]) -> bool:
    for part in key.split():
        sign = ">" if ">" in part else "<"
        question, _, limit = part.partition(sign)
        number = numbers.get(question, 0)
        if not number or not limit.isdecimal():
            return False
        if not (number > int(limit) if sign == ">" else number < int(limit)):
            return False
    return bool(key)
