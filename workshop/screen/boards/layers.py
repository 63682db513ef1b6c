"""The iceberg on the desk: writing, sinking, asking why, counting hands and finding what pulls the other way."""

from workshop.model import notes
from workshop.model.boards import layers
from workshop.model.change import Change
from workshop.model.iceberg import chains
from workshop.model.iceberg.told import levels, themes, told
from workshop.model.iceberg.words import level_name, level_tone, shown
from workshop.model.picture import Picture
from workshop.model.record import Id, Link, Note
from workshop.model.refusal import Refusal
from workshop.screen.boards.cards import each, habits, holds, joining, labels, moving, ordering
from workshop.screen.boards.desk import Command, Desk, DeskKind, Entry, Field, Pick, Written
from workshop.words import N_


def _levels(desk: Desk) -> tuple[Pick, ...]:
    whole = told(desk.state, desk.board)
    return tuple(Pick(key, level_name(desk.view, key), level_tone(whole, key)) for key in levels(desk.board))


def entry(desk: Desk) -> Entry:
    """What the capture line writes in each view."""
    words, step = desk.words, desk.view.step.view
    if step == "theme":
        hint = words("In one sentence: what is the iceberg about?")
        return Entry((Field("text", hint),), _theme, N_("choose the theme"), labels(desk, "themes"))
    if step == "why":
        hint = words("Why does that happen? The answer becomes a card under the one that is picked.")
        return Entry((Field("text", hint),), _why, N_("write a cause"), tables=True)
    if step == "carry":
        hint = words("How many hands did the cause get? A number, then Enter.")
        return Entry((Field("hands", hint),), _hands, N_("give hands"), goes_on=True)
    if step == "counter":
        fields = (Field("force", words("What pulls the other way?"), stretch=2), Field("act", words("We …"), stretch=3))
        return Entry(fields, _counter, N_("find a counter-force"), goes_on=True)
    hint = desk.view.text.pattern or words(
        "Write a card and press Enter. “Table 3:” first says who, a number last how many hands."
    )
    picks = {"sink": _levels(desk), "reach": _levels(desk)[1:]}.get(step, ())
    return Entry((Field("text", hint),), _add, N_("write card"), picks, tables=True)


def _theme(desk: Desk, written: Written) -> Change:
    return layers.set_theme(desk.state, desk.board, written.pick, written.values["text"])


def _add(desk: Desk, written: Written) -> Change:
    """A new card, above the surface unless a level is chosen; only a number gives hands to the picked card."""
    line = written.line
    if not line.text and line.hands and desk.first:
        return notes.give_hands(desk.state, desk.board, desk.first, line.hands)
    level = written.pick or levels(desk.board)[0]
    return notes.add_note(desk.state, desk.board, level, line.text, table=line.table, hands=line.hands)


def _why(desk: Desk, written: Written) -> Change:
    line = written.line
    if not desk.first:
        raise Refusal("Pick the card that you ask about first.")
    if not line.text and line.hands:
        return notes.give_hands(desk.state, desk.board, desk.first, line.hands)
    return layers.why_note(desk.state, desk.board, desk.first, line.text, table=line.table, hands=line.hands)


def _hands(desk: Desk, written: Written) -> Change:
    said = written.values["hands"].strip()
    if not desk.first or not said.isdecimal() or len(said) > 3:
        raise Refusal("Pick a card and write how many hands it got, such as 7.")
    return notes.give_hands(desk.state, desk.board, desk.first, int(said))


def _counter(desk: Desk, written: Written) -> Change:
    note, said = desk.state.get(desk.first, Note), written.values
    if note is None or not (said["force"].strip() or said["act"].strip()):
        raise Refusal("Pick a card and write what pulls the other way.")
    return layers.counter_note(desk.state, desk.board, note.id, said["force"] or note.need, said["act"] or note.flip)


def commands(desk: Desk) -> list[Command]:
    """The keys of each view."""
    words, step = desk.words, desk.view.step.view
    if step == "theme":
        found = [_turned(number, pick) for number, pick in enumerate(labels(desk, "themes"), 1)]
        if desk.view.text.sets:
            found.append(Command("T", words("Take a ready one …"), _take, N_("lay out ready cards"), choices=_sets))
        return [*found, *habits(desk, ())[2:]]
    found = []
    if step in ("sink", "why"):
        found += [_step("S", words("Sink one level"), 1), _step("L", words("Lift one level"), -1)]
    if step == "sink":
        titled = enumerate(_levels(desk), 1)
        found += [moving(n, pick, pick.title, goes_on=True) for n, pick in titled]
    if step in ("why", "carry"):
        found.append(Command("R", words("Rests on …"), _rest, N_("link cards"), choices=_may_carry))
        found.append(Command("X", words("Cut a link …"), _cut, N_("cut a link"), choices=_linked))
    if step == "carry":
        found += [_hand("+", words("One hand more"), 1), _hand("-", words("One hand less"), -1)]
    if step == "reach":
        found += [_reach(number, pick) for number, pick in enumerate(labels(desk, "sorts"), 1)]
    if step in ("carry", "reach"):
        found.append(Command("K", words("Choose or not"), _choose, N_("choose a cause")))
    if step in ("write", "sink", "why"):
        found += joining(desk)
    if step in ("write", "sink", "why", "carry", "reach"):
        found.append(ordering(desk))
    whole = told(desk.state, desk.board)
    return found + habits(desk, [note for key in whole.levels for note in shown(desk.view, whole, key)])


def _turned(number: int, pick: Pick) -> Command:
    def make(desk: Desk, _: str) -> Change:
        return layers.turn_theme(desk.state, desk.board, pick.key)

    return Command(str(number), pick.title, make, N_("choose the theme"))


def _sets(desk: Desk) -> list[Pick]:
    return [Pick(str(number), title) for number, (title, _) in enumerate(desk.view.text.sets)]


def _take(desk: Desk, number: str) -> Change:
    return layers.take_set(desk.state, desk.board, desk.view.text.sets[int(number or 0)][1])


def _step(key: str, title: str, steps: int) -> Command:
    def make(desk: Desk, _: str) -> Change:
        return each(desk, lambda state, id: layers.sink_note(state, desk.board, id, steps))

    return Command(key, title, make, N_("sink card") if steps > 0 else N_("lift card"))


def _hand(key: str, title: str, more: int) -> Command:
    def make(desk: Desk, _: str) -> Change:
        note = desk.state.get(desk.first, Note)
        hands = max(0, note.hands + more) if note else 0
        return notes.give_hands(desk.state, desk.board, desk.first, hands)

    return Command(key, title, make, N_("give hands"))


def _reach(number: int, pick: Pick) -> Command:
    def make(desk: Desk, _: str) -> Change:
        return each(desk, lambda state, id: layers.reach_note(state, desk.board, id, pick.key))

    return Command(str(number), pick.title[:1].upper() + pick.title[1:], make, N_("say who can"), goes_on=True)


def _choose(desk: Desk, _: str) -> Change:
    return each(desk, lambda state, id: layers.choose_note(state, desk.board, id))


def _may_carry(desk: Desk) -> list[Pick]:
    """The cards that the picked one may rest on, the deepest first; none where two are picked already."""
    note = desk.state.get(desk.first, Note)
    if note is None or len(desk.picked) > 1:
        return []
    whole = told(desk.state, desk.board)
    linked = {start for start, end in whole.ties if end == note.id} | {note.id}
    cards = [card for cards in reversed(list(whole.levels.values())) for card in cards]
    return [Pick(card.id, card.text) for card in cards if card.id not in linked]


def _rest(desk: Desk, cause: str) -> Change:
    """The picked card laid on a cause; where two are picked, on the one that lies deeper, or on the second."""
    if len(desk.picked) == 2:
        keys = levels(desk.board)
        one, other = (desk.state.need(id, Note) for id in desk.picked)
        deeper = one.list in keys and other.list in keys and keys.index(one.list) > keys.index(other.list)
        cause, carried = (one.id, other.id) if deeper else (other.id, one.id)
        return layers.link_notes(desk.state, desk.board, cause, carried)
    if not cause:
        raise Refusal("Pick a card first.")
    return layers.link_notes(desk.state, desk.board, cause, desk.first)


def _linked(desk: Desk) -> list[Pick]:
    """What the picked card is linked with, as "start>end"."""
    found, words = [], desk.words
    for start, end in chains.ties(desk.state, desk.board):
        if desk.first == end and (cause := desk.state.get(start, Note)):
            found.append(Pick(f"{start} {end}", words("Rests on: {text}", text=cause.text)))
        elif desk.first == start and (carried := desk.state.get(end, Note)):
            found.append(Pick(f"{start} {end}", words("Carries: {text}", text=carried.text)))
    return found


def _cut(desk: Desk, pair: str) -> Change:
    if link := desk.state.get(desk.first, Link):
        return layers.remove_note(desk.state, desk.board, link.id)
    start, _, end = pair.partition(" ")
    return layers.unlink_notes(desk.state, desk.board, start, end)


def _edit(desk: Desk, id: Id, text: str) -> Change:
    """Other words on a card, or for its act where the step is about that and it has one."""
    note = desk.state.need(id, Note)
    if desk.view.step.view == "counter" and note.flip:
        return layers.counter_note(desk.state, desk.board, id, note.need, text)
    return notes.edit_note(desk.state, desk.board, id, text)


def _words_of(desk: Desk, id: Id) -> str:
    note = desk.state.get(id, Note)
    if note is None:
        return ""
    return note.flip if desk.view.step.view == "counter" and note.flip else note.text


def _dropped(desk: Desk, id: Id, picture: Picture, x: float, y: float) -> Change | None:
    """A card let go on a level goes to that level, before the card that it was dropped on."""
    note = desk.state.get(id, Note)
    grounds = {
        s.id.partition(":")[2]: [py for _, py in s.points] for s in picture.strokes if s.id.startswith("ground:")
    }
    level = next((key for key in reversed(grounds) if min(grounds[key]) <= y), None)
    if note is None or level is None or note.list in themes(desk.board):
        return None
    under = next((p.id for p in picture.placed if p.role == "card" and p.id != id and holds(p, x, y)), "")
    return layers.move_note(desk.state, desk.board, id, level, under)


def _chain(desk: Desk, picture: Picture) -> tuple[frozenset[Id], frozenset[Id]]:
    """What the picked cards carry and rest on; all other links stand back."""
    lit = chains.through(chains.ties(desk.state, desk.board), desk.picked)
    kept = {f"{part}:{start}>{end}" for start, end in lit for part in ("tie", "arrow")}
    links = {s.id for s in picture.strokes if s.id.startswith(("tie:", "arrow:"))}
    return frozenset(id for pair in lit for id in pair), frozenset(links - kept) if lit else frozenset()


KIND = DeskKind(entry=entry, commands=commands, edit=_edit, words_of=_words_of, dropped=_dropped, chain=_chain)
