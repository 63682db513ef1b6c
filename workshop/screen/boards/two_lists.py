"""Two lists on the desk: writing, sorting, keeping, marking and turning cards with one key each."""

import re

from workshop.model import notes
from workshop.model.boards.two_lists import list_name, list_tone, shown
from workshop.model.change import Change, together, update
from workshop.model.marking import add_missed, choose_note, mark_note
from workshop.model.notes import list_keys
from workshop.model.parties import taking_part
from workshop.model.picture import Picture
from workshop.model.record import Id, Note, Stage
from workshop.model.refusal import Refusal
from workshop.screen.boards.cards import each, habits, holds, joining, labels, moving, ordering
from workshop.screen.boards.desk import Command, Desk, DeskKind, Entry, Field, Pick, Written
from workshop.words import N_


def _lists(desk: Desk) -> tuple[Pick, ...]:
    view = desk.view
    return tuple(Pick(key, list_name(view, key), list_tone(view, key)) for key in list_keys(desk.state, desk.board))


def entry(desk: Desk) -> Entry:
    """What the capture line writes in each view."""
    words, step = desk.words, desk.view.step.view
    if step == "hits":
        hint = words("Hands for each answer, in order: {answers}", answers=_answers(desk))
        return Entry((Field("hands", hint),), _mark_all, N_("give hands"), goes_on=True)
    if step == "turn":
        fields = (
            Field("flip", words("Instead we …"), stretch=3),
            Field("need", words("Which need does it protect?"), stretch=2),
        )
        return Entry(fields, _turn, N_("turn card"), goes_on=True)
    if step == "missed":
        hint = words("What the other side adds to the list, then Enter")
        return Entry((Field("text", hint),), _add_missed, N_("add what was missed"), _lists(desk), tables=True)
    hint = desk.view.text.pattern or words(
        "Write a card and press Enter. “Table 3:” first says who, a number last how many hands."
    )
    places = labels(desk, "sorts") if step == "sort" and desk.board.setting("most") else ()
    return Entry((Field("text", hint),), _add, N_("write card"), _lists(desk), places, tables=True)


def _answers(desk: Desk) -> str:
    return " · ".join(pick.title for pick in labels(desk, "answers"))


def _add(desk: Desk, written: Written) -> Change:
    """A new card; a line that is only a number gives hands to the picked card."""
    line = written.line
    if not line.text and line.hands and desk.first:
        return notes.give_hands(desk.state, desk.board, desk.first, line.hands)
    added = notes.add_note(desk.state, desk.board, written.pick, line.text, table=line.table, hands=line.hands)
    if not written.sort:
        return added
    id = next(iter(added.added))
    return added.then(notes.sort_note(added.apply(desk.state), desk.board, id, written.sort))


def _add_missed(desk: Desk, written: Written) -> Change:
    line = written.line
    parties = taking_part(desk.state, desk.board.run)
    other = next((party.id for party in parties if party.id != written.pick), "")
    return add_missed(desk.state, desk.board, written.pick, line.text, by=other, table=line.table, hands=line.hands)


def _mark_all(desk: Desk, written: Written) -> Change:
    """Numbers in the answers' order: "2 5 3 0" gives every answer its hands in one line."""
    answers = desk.board.setting("answers", ())
    said = re.split(r"[\s,;/·]+", written.values["hands"].strip())
    if not desk.first or not all(part.isdecimal() for part in said) or len(said) > len(answers):
        raise Refusal("Pick a card and write one number for each answer, such as 0 4 5 2.")
    note = desk.state.need(desk.first, Note)
    cleared = update(note, marks=())
    changes, state = [cleared], cleared.apply(desk.state)
    for answer, hands in zip(answers, said, strict=False):
        changes.append(mark_note(state, desk.board, note.id, answer, int(hands)))
        state = changes[-1].apply(state)
    return together(*changes)


def _turn(desk: Desk, written: Written) -> Change:
    note = desk.state.get(desk.first, Note)
    if note is None or not written.values["flip"].strip():
        raise Refusal("Pick a card and write what you do instead.")
    need = written.values["need"] or note.need
    return notes.turn_note(desk.state, desk.board, note.id, written.values["flip"], need)


def commands(desk: Desk) -> list[Command]:
    """The keys of each view."""
    words, step = desk.words, desk.view.step.view
    found: list[Command] = []
    if step == "write":
        found += [moving(i, pick, words("Move to {list}", list=pick.title)) for i, pick in enumerate(_lists(desk), 1)]
        if desk.view.text.sets:
            found.append(
                Command("F", words("Choose a ready set …"), _lay_set, N_("lay out a ready set"), choices=_sets)
            )
    if step == "sort":
        found += [_sort(i, pick) for i, pick in enumerate(labels(desk, "sorts"), 1)]
        if desk.board.setting("choose"):
            found.append(Command("K", words("Keep or set aside"), _choose, N_("keep card")))
    if step == "hits":
        found += [_mark(i, pick) for i, pick in enumerate(labels(desk, "answers"), 1)]
        found.append(Command("0", words("Clear the hands"), _clear, N_("clear the hands")))
    if desk.view.step.curtain:
        found.append(Command("R", words("Change the curtain"), _next_curtain, N_("change the curtain")))
    if step in ("write", "sort", "read"):
        found += joining(desk)
    if step != "turn":
        found.append(ordering(desk))
    return found + habits(desk, shown(desk.view))


def _sets(desk: Desk) -> list[Pick]:
    return [Pick(str(n), title) for n, (title, _) in enumerate(desk.view.text.sets)]


def _lay_set(desk: Desk, chosen: str) -> Change:
    return notes.lay_set(desk.state, desk.board, desk.view.text.sets, int(chosen) if chosen else -1)


def _sort(number: int, pick: Pick) -> Command:
    def make(desk: Desk, _: str) -> Change:
        return each(desk, lambda state, id: notes.sort_note(state, desk.board, id, pick.key))

    return Command(str(number), pick.title.capitalize(), make, N_("sort card"), goes_on=True)


def _mark(number: int, pick: Pick) -> Command:
    def make(desk: Desk, _: str) -> Change:
        note = desk.state.get(desk.first, Note)
        hands = dict(note.marks).get(pick.key, 0) + 1 if note else 1
        return mark_note(desk.state, desk.board, desk.first, pick.key, hands)

    return Command(str(number), "+1 " + pick.title, make, N_("give hands"))


def _choose(desk: Desk, _: str) -> Change:
    return each(desk, lambda state, id: choose_note(state, desk.board, id))


def _clear(desk: Desk, _: str) -> Change:
    return each(desk, lambda state, id: update(state.need(id, Note), marks=()))


def _next_curtain(desk: Desk, _: str) -> Change:
    """The curtain's next place: before all lists but the first, all but the second …, before all, before none."""
    keys = list_keys(desk.state, desk.board)
    stage = desk.state.need("stage", Stage)
    places = [tuple(k for k in keys if k != open_one) for open_one in keys] + [keys, ()]
    at = places.index(stage.curtain) if stage.curtain in places else -1
    return update(stage, curtain=places[(at + 1) % len(places)])


def _edit(desk: Desk, id: Id, text: str) -> Change:
    """Other words on a card, or on its back where the step turns cards and it has been turned."""
    note = desk.state.need(id, Note)
    if desk.view.step.view == "turn" and note.flip:
        return notes.turn_note(desk.state, desk.board, id, text, note.need)
    return notes.edit_note(desk.state, desk.board, id, text)


def _words_of(desk: Desk, id: Id) -> str:
    note = desk.state.get(id, Note)
    if note is None:
        return ""
    return note.flip if desk.view.step.view == "turn" and note.flip else note.text


def _dropped(desk: Desk, id: Id, picture: Picture, x: float, y: float) -> Change | None:
    """A card let go over a list goes to that list, before the card it was dropped on."""
    headings = {p.id.partition(":")[2]: p for p in picture.placed if p.role == "heading"}
    list = next((key for key, p in headings.items() if p.x <= x <= p.x + p.width), None)
    if list is None:
        return None
    under = next((p.id for p in picture.placed if p.role == "card" and p.id != id and holds(p, x, y)), "")
    return notes.move_note(desk.state, desk.board, id, list, under)


KIND = DeskKind(entry=entry, commands=commands, edit=_edit, words_of=_words_of, dropped=_dropped)
