"""How the capture line writes on a board of questions, in each of its views."""

import re
from collections.abc import Callable

from workshop.model.asking import answers, joint
from workshop.model.asking.answers import mandate_keys, parties_of, question_keys
from workshop.model.asking.naming import with_name
from workshop.model.asking.parties import add_party
from workshop.model.asking.words import short, title
from workshop.model.change import Change, together, update
from workshop.model.record import Answer, Id, Joint, Selection, Stage
from workshop.model.refusal import Refusal
from workshop.screen.boards.desk import Desk, Entry, Field, Pick, Written
from workshop.words import N_


def titled(desk: Desk, keys: tuple[str, ...], said: Callable = title) -> tuple[Pick, ...]:
    """Some questions as picks, each by what is said of it."""
    return tuple(Pick(key, said(desk.view, key)) for key in keys)


def questions(desk: Desk) -> tuple[Pick, ...]:
    """The board's questions as picks."""
    return titled(desk, question_keys(desk.board))


def parties(desk: Desk) -> tuple[Pick, ...]:
    """The parties that answer, as picks on their own paper."""
    return tuple(Pick(p.id, p.name, p.tone) for p in parties_of(desk.state, desk.board))


def question_of(desk: Desk) -> str:
    """The question that is worked on: the step's, that of what is picked, or the first."""
    picked = desk.state.get(desk.first, Answer) or desk.state.get(desk.first, Joint)
    return desk.view.step.focus or (picked.question if picked else question_keys(desk.board)[0])


def entry(desk: Desk) -> Entry:
    """What the capture line writes in each view."""
    return _ENTRIES.get(desk.view.step.view, _write_answer)(desk)


def _hint(desk: Desk) -> str:
    return desk.view.text.pattern or desk.words(
        "Write an answer and press Enter. “Table 3:” first says who, a number last how many hands."
    )


def _write_on_sheet(desk: Desk) -> Entry:
    field, focus = Field("text", _hint(desk)), desk.view.step.focus
    return Entry((field,), _add, N_("write answer"), questions(desk), at=focus, tables=True)


def _write_mandate(desk: Desk) -> Entry:
    if not (keys := mandate_keys(desk.board)):
        return _write_on_sheet(desk)
    hint = desk.words("Write what you decide together, then Enter")
    return Entry((Field("text", hint),), _add, N_("write answer"), titled(desk, keys), tables=True)


def _write_answer(desk: Desk) -> Entry:
    """An answer of a party's; while the parties answer apart, choosing one lays its sheet in front."""
    questions = () if desk.view.step.focus else titled(desk, question_keys(desk.board), short)
    fields, label = (Field("text", _hint(desk)),), N_("write answer")
    stage = desk.state.get("stage", Stage)
    if desk.view.step.view == "answer" and stage and is_blind(desk, stage):
        return Entry(fields, _add, label, parties(desk), questions, at=stage.sheet, chosen=_turn_to, tables=True)
    return Entry(fields, _add, label, parties(desk), questions, tables=True)


def is_blind(desk: Desk, stage: Stage) -> bool:
    """Whether the parties answer apart now, each on a sheet of its own."""
    return bool(desk.board.setting("blind", False) and stage.curtain and stage.sheet)


def _turn_to(desk: Desk, party: Id) -> Change:
    """A party's sheet in front of the facilitator, and that of no other; nothing stays picked on the one before."""
    stage, selection = desk.state.need("stage", Stage), desk.state.get("selection", Selection)
    return together(update(stage, sheet=party), update(selection, ids=()) if selection else Change())


def _add(desk: Desk, written: Written) -> Change:
    """A new answer; a line that is only a number gives hands to the picked one."""
    line = written.line
    if not line.text and line.hands and desk.first:
        return answers.give_answer_hands(desk.state, desk.board, desk.first, line.hands)
    together = desk.view.step.view in ("sheet", "assignment")
    question, party = (written.pick, "") if together else (written.sort or question_of(desk), written.pick)
    told = {"table": line.table, "hands": line.hands}
    added = answers.add_answer(desk.state, desk.board, question, line.text, party, **told)  # type: ignore[arg-type]
    return with_name(desk.state, desk.board, added)


def _write_party(desk: Desk) -> Entry:
    words = desk.words
    fields = (
        Field("text", words("One more party: its name"), stretch=3),
        Field("mark", words("Its mark")),
    )
    return Entry(fields, _add_party, N_("add party"))


def _add_party(desk: Desk, written: Written) -> Change:
    return add_party(desk.state, desk.board, written.values["text"], written.values["mark"])


def _write_weights(desk: Desk) -> Entry:
    names = " · ".join(short(desk.view, q) for q in weighed(desk))
    hint = desk.words("A number for each, from little to much: {names}", names=names)
    return Entry((Field("weights", hint),), _weigh_all, N_("weigh the questions"))


def weighed(desk: Desk) -> list[str]:
    """The questions that have a scale."""
    return [q for q in question_keys(desk.board) if joint.weights_of(desk.board, q)]


def _weigh_all(desk: Desk, written: Written) -> Change:
    said = re.split(r"[\s,;/·]+", written.values["weights"].strip())
    if not all(part.isdecimal() for part in said):
        raise Refusal("Write a number for each question, such as 3 4 2 1.")
    return joint.weigh_all(desk.state, desk.board, [int(part) for part in said])


def _write_wording(desk: Desk) -> Entry:
    words = desk.words
    fields = (
        Field("text", words("The wording (Enter adds, F2 changes)"), stretch=4),
        Field("owner", words("Open: who owns it"), stretch=2),
        Field("due", words("until (15 Jan)"), stretch=2),
    )
    questions = () if desk.view.step.focus else titled(desk, question_keys(desk.board), short)
    return Entry(fields, _word, N_("write the wording"), questions)


def _word(desk: Desk, written: Written) -> Change:
    """A line more in the wording, that the question is left open, or both."""
    question, said = written.pick or question_of(desk), written.values
    changes, state = [], desk.state
    if said["text"].strip():
        changes.append(joint.add_to_wording(state, desk.board, question, said["text"]))
        state = changes[-1].apply(state)
    if said["owner"].strip() or said["due"].strip():
        changes.append(joint.leave_open(state, desk.board, question, said["owner"], said["due"]))
    return together(*changes)


_ENTRIES: dict[str, Callable[[Desk], Entry]] = {
    "sheet": _write_on_sheet,
    "parties": _write_party,
    "weigh": _write_weights,
    "wording": _write_wording,
    "assignment": _write_mandate,
}
