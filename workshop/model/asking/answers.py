"""What can be done with the answers to a board's questions; each function returns the Change that does it."""

from workshop.model.capture import written
from workshop.model.change import Change, State, add, remove, together, update
from workshop.model.parties import taking_part
from workshop.model.record import Answer, Board, Id, Joint, Party, new_id
from workshop.model.refusal import Refusal


def question_keys(board: Board) -> tuple[str, ...]:
    """The keys of a board's questions."""
    return tuple(board.setting("questions", ()))


def mandate_keys(board: Board) -> tuple[str, ...]:
    """The keys of what is decided for all at the end, which no party answers by itself."""
    return tuple(board.setting("mandates", ()))


def parties_of(state: State, board: Board) -> list[Party]:
    """The parties that answer each by itself; none where there is one answer for all."""
    return taking_part(state, board.run) if board.setting("columns") == "parties" else []


def answers_to(state: State, board: Board, question: str, party: Id) -> list[Answer]:
    """What a party answers to a question, in order; without a party, what is said by all."""
    return [a for a in state.inside(board.id, Answer) if (a.question, a.party) == (question, party)]


def joint_of(state: State, board: Board, question: str) -> Joint:
    """What is made of a question together; an empty record where nothing is yet."""
    id = f"{board.id}:{question}"
    return state.get(id, Joint) or Joint(id=id, board=board.id, question=question)


def add_answer(
    state: State,
    board: Board,
    question: str,
    text: str,
    party: Id = "",
    *,
    id: Id = "",
    table: int = 0,
    hands: int = 0,
    origin: Id = "",
) -> Change:
    """A new answer last on a sheet; Refusal where it says nothing, or the board has no such question or party."""
    text = written(text)
    if not text:
        raise Refusal("The answer is empty. Write something first.")
    _known(state, board, question, party)
    said = {"text": text, "table": table, "hands": hands_given(hands), "origin": origin}
    return add(_new(state, board, question, party, id, **said))


def answer_unknown(state: State, board: Board, question: str, party: Id = "", *, id: Id = "") -> Change:
    """That a party doesn't know yet; no longer so where it said that already."""
    _known(state, board, question, party)
    said = [a for a in answers_to(state, board, question, party) if a.unknown]
    return remove(*said) if said else add(_new(state, board, question, party, id, unknown=True))


def _new(state: State, board: Board, question: str, party: Id, id: Id, **said: object) -> Answer:
    order = state.after_last(board.id)
    return Answer(id=id or new_id(), board=board.id, question=question, party=party, order=order, **said)  # type: ignore[arg-type]


def fill_answers(state: State, board: Board, cards: tuple[tuple[str, str], ...]) -> Change:
    """A ready filling, such as a case, as (question, text): it takes the place of what stands on the questions named.

    Refusal where the board has no such question.
    """
    named = {question for question, _ in cards}
    whole = remove(*(a for a in state.inside(board.id, Answer) if a.question in named and not a.party))
    now = whole.apply(state)
    for question, text in cards:
        change = add_answer(now, board, question, text)
        whole, now = whole.then(change), change.apply(now)
    return whole


def edit_answer(state: State, board: Board, id: Id, text: str) -> Change:
    """Other words for an answer, which is then known; Refusal where nothing would be left."""
    answer = answer_there(state, id)
    if not (text := written(text)):
        raise Refusal("An answer can't be left without words. Remove it instead.")
    return update(answer, text=text, unknown=False)


def remove_answer(state: State, board: Board, id: Id) -> Change:
    """An answer taken away."""
    return remove(answer_there(state, id))


def give_answer_hands(state: State, board: Board, id: Id, hands: int) -> Change:
    """How many hands an answer got."""
    return update(answer_there(state, id), hands=hands_given(hands))


def move_answer(state: State, board: Board, id: Id, question: str, party: Id = "", before: Id = "") -> Change:
    """An answer moved to another question or party: last there, or before another answer."""
    answer = answer_there(state, id)
    _known(state, board, question, party)
    others = [a for a in answers_to(state, board, question, party) if a.id != id]
    place = next((i for i, a in enumerate(others) if a.id == before), len(others))
    if place == len(others):
        stays = (answer.question, answer.party) == (question, party) and (not others or others[-1].order < answer.order)
        order = answer.order if stays else state.after_last(board.id)
        return update(answer, question=question, party=party, order=order)
    orders = sorted([*(a.order for a in others), answer.order])
    row = [*others[:place], answer, *others[place:]]
    moved = (update(a, order=order) for a, order in zip(row, orders, strict=True) if a.id != id)
    return together(*moved, update(answer, question=question, party=party, order=orders[place]))


def answer_there(state: State, id: Id) -> Answer:
    """The answer with an id; Refusal where there is none, or where it hangs behind the curtain."""
    answer = state.get(id, Answer)
    if answer is None or not (answer.text or answer.unknown):
        raise Refusal("Pick an answer first.")
    return answer


def hands_given(hands: int) -> int:
    """A number of hands; Refusal where it can't be one."""
    if not 0 <= hands <= 999:
        raise Refusal("The number of hands must be between 0 and 999.")
    return hands


def _known(state: State, board: Board, question: str, party: Id) -> None:
    if question not in (*question_keys(board), *mandate_keys(board)):
        raise Refusal("There is no question “{question}” on this board.", question=question)
    if party and party not in {p.id for p in parties_of(state, board)}:
        raise Refusal("The party “{party}” doesn't answer on this board.", party=party)
