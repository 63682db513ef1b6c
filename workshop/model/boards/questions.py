"""Questions with what is answered to them: a sheet of its own, or parties that each answer apart and then agree."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from workshop.model.asking import answers, joint
from workshop.model.asking.answers import add_answer, answers_to, joint_of, mandate_keys, parties_of, question_keys
from workshop.model.asking.columns import columns
from workshop.model.asking.parties import add_party, name_party, remove_party
from workshop.model.asking.rows import assignment, document, party_cards, sheet
from workshop.model.asking.scale import scales
from workshop.model.asking.words import (
    aside,
    detail,
    left_open,
    likeness,
    questions_of,
    said,
    scale_title,
    short,
    standing,
    start_title,
    title,
    told_words,
    weight_word,
)
from workshop.model.change import Change, State
from workshop.model.kind import Carried, Kind
from workshop.model.picture import Branch, Frame, Picture, View
from workshop.model.record import Answer, Board, Id, Joint, Record, new_id

_VIEWS: Mapping[str, Callable[[View, Frame], tuple[Picture, ...]]] = {
    "sheet": sheet,
    "parties": party_cards,
    "answer": columns,
    "show": columns,
    "weigh": scales,
    "wording": columns,
    "assignment": assignment,
    "document": document,  # on paper
}


def sheets(view: View, frame: Frame) -> tuple[Picture, ...]:
    """All pages of the board, as the step shows it."""
    return _VIEWS[view.step.view](view, frame)


def layout(view: View, frame: Frame) -> Picture:
    """One page of the board."""
    pictures = sheets(view, frame)
    return frame.shown(pictures)


def outline(view: View) -> tuple[Branch, ...]:
    """The board in words: a branch for each question, a leaf for each answer."""
    if view.step.view == "parties":
        parties = (Branch(p.id, p.name, p.mark) for p in parties_of(view.state, view.board))
        return (Branch("heading:parties", view.words("Parties"), "", tuple(parties)),)
    if view.step.view == "weigh":
        return (*_weights(view), *_asked(view))
    if view.step.view in ("assignment", "document"):
        found = [_wording(view, q) for q in question_keys(view.board)]
        return (*found, *(_answered(view, q) for q in mandate_keys(view.board)))
    if view.step.view == "sheet":
        return tuple(_answered(view, q) for q in question_keys(view.board))
    return tuple(_question(view, q) for q in questions_of(view))


def _answered(view: View, question: str) -> Branch:
    """A question that all answer together."""
    found = answers_to(view.state, view.board, question, "")
    return Branch(
        f"heading:{question}", title(view, question), _on_one_line(aside(view, question)), _leaves(view, found)
    )


def _on_one_line(text: str) -> str:
    return text.replace("\n", " ")


def _leaves(view: View, found: Sequence[Answer]) -> tuple[Branch, ...]:
    return tuple(Branch(a.id, said(view, a), detail(view, a)) for a in found)


def _question(view: View, question: str) -> Branch:
    """A question with what it begins from or its wording, and each party's answers."""
    row = joint_of(view.state, view.board, question)
    starts = answers_to(view.state, view.board, question, "")
    below = [
        Branch(a.id, said(view, a), " · ".join(part for part in (start_title(view, question), detail(view, a)) if part))
        for a in starts
    ]
    details = [aside(view, question)] if view.step.view == "answer" else [likeness(view, row)]
    if view.step.view == "wording":
        below += _worded(view, row)
    if view.step.view in ("show", "wording"):
        details.append(told_words(view, question))
    for party in parties_of(view.state, view.board):
        found = answers_to(view.state, view.board, question, party.id)
        count = view.words.many("{n} answer", "{n} answers", len(found))
        confirms = [view.words("confirms")] if view.step.view == "wording" and party.id in row.confirmed else []
        below.append(Branch(f"heading:{party.id}", party.name, " · ".join([*confirms, count]), _leaves(view, found)))
    detail_ = " · ".join(_on_one_line(part) for part in details if part)
    return Branch(f"heading:{question}", title(view, question), detail_, tuple(below))


def _worded(view: View, row: Joint) -> list[Branch]:
    """A wording and that the question is left open, as leaves."""
    stands = " · ".join(part for part in (standing(view, row), left_open(view, row)) if part)
    if row.wording:
        return [Branch(row.id, row.wording, stands)]
    return [Branch(row.id, stands)] if stands else []


def _wording(view: View, question: str) -> Branch:
    row = joint_of(view.state, view.board, question)
    worded = _worded(view, row) or [Branch(f"heading:empty:{question}", view.words("No joint wording yet"))]
    return Branch(f"heading:{question}", short(view, question), "", tuple(worded))


def _weights(view: View) -> tuple[Branch, ...]:
    found = []
    for question in question_keys(view.board):
        if scale := joint.weights_of(view.board, question):
            row = joint_of(view.state, view.board, question)
            words = " · ".join(view.text.word("weights", key) for key in scale)
            chosen = (Branch(row.id, weight_word(view, row)),) if row.weight in scale else ()
            found.append(Branch(f"heading:{question}", scale_title(view, question), words, chosen))
    return tuple(found)


def _asked(view: View) -> tuple[Branch, ...]:
    asked = joint.asked(view.state, view.board)
    return tuple(Branch(f"heading:{key}", view.text.word("asks", key)) for key in asked)


def carries(state: State, board: Board, id: Id) -> Carried | None:
    """An answer or a wording, when it is carried on."""
    if answer := state.get(id, Answer):
        return Carried("answer", answer.text) if answer.text else None
    row = state.get(id, Joint)
    return Carried("wording", row.wording) if row and row.wording else None


def places(view: View) -> tuple[tuple[str, str], ...]:
    """The questions that something may be carried to."""
    return tuple((question, short(view, question)) for question in question_keys(view.board))


def receive(state: State, board: Board, place: str, text: str, origin: Id) -> Change:
    """What a question begins from, carried from another exercise; all parties see it."""
    return add_answer(state, board, place, text, origin=origin)


def ready(board: Board, id: Id, list: str, text: str, order: float) -> Answer:
    """An answer that lies ready from the start, said by all."""
    return Answer(id=id, board=board.id, question=list, text=text, order=order)


def joins(state: State, board: Board, record: Record) -> Record | None:
    """Another group's wording, where one has begun here, becomes something that the question begins from."""
    if not isinstance(record, Joint):
        return record
    if record.id not in state:
        return replace(record, confirmed=())
    if not record.wording:
        return None
    return Answer(
        id=new_id(), board=board.id, question=record.question, text=record.wording, order=state.after_last(board.id)
    )


KIND = Kind(
    settings={
        "questions": (tuple,),
        "columns": (str,),
        "names": (str,),
        "weights": (tuple,),
        "asks": (tuple,),
        "mandates": (tuple,),
    },
    labels={"questions": "questions", "weights": "weights", "asks": "asks", "mandates": "mandates"},
    asides={"aside": "questions", "short": "questions", "scales": "questions", "start": "questions"},
    verbs={
        "add_answer": answers.add_answer,
        "answer_unknown": answers.answer_unknown,
        "edit_answer": answers.edit_answer,
        "move_answer": answers.move_answer,
        "remove_answer": answers.remove_answer,
        "give_hands": answers.give_answer_hands,
        "mark_likeness": joint.mark_likeness,
        "weigh": joint.weigh,
        "word": joint.word,
        "confirm": joint.confirm,
        "leave_open": joint.leave_open,
        "close_question": joint.close_question,
        "add_party": add_party,
        "name_party": name_party,
        "remove_party": remove_party,
    },
    layout=layout,
    sheets=sheets,
    outline=outline,
    focus="questions",
    lists="questions",
    ready=ready,
    carries=carries,
    places=places,
    receive=receive,
    joins=joins,
    whole=lambda board: "wording" if board.setting("columns") else "sheet",
)
