"""A map on the desk: guessing, laying actors out, drawing bands, naming gaps, each with keys of its own."""

from collections.abc import Callable

from workshop.model.change import Change, State, update
from workshop.model.map import verbs
from workshop.model.map.compare import told
from workshop.model.map.ground import ground_of
from workshop.model.map.labels import tone_of
from workshop.model.map.legend import KIND_WORDS
from workshop.model.map.pieces import when_of
from workshop.model.map.reading import read, sentence
from workshop.model.picture import Picture
from workshop.model.record import Actor, Answer, Gap, Guess, Id, Link, Stage
from workshop.model.refusal import Refusal
from workshop.screen.boards.desk import Command, Desk, DeskKind, Entry, Field, Pick, Written
from workshop.words import N_

_LAYS = ("actors", "wanted")
_BANDS = ("bands", "gaps", "holder", "wanted")
_TOLD = ("read", "compare")


def entry(desk: Desk) -> Entry:
    """What the capture line writes in each view."""
    words, step = desk.words, desk.view.step.view
    if step == "guess":
        return Entry(
            (Field("text", words("How many people? “Table 3: 25” and Enter.")),), _guess, N_("write guess"), tables=True
        )
    if step == "problem":
        hint = words("Pick an actor: “For us it is a … problem”. Only the words, then Enter.")
        return Entry((Field("text", hint),), _say, N_("write what the problem is"), goes_on=True)
    if step == "gaps":
        hint = words("Pick an actor, press G and choose the other. Then say what lies between them.")
        return Entry((Field("text", hint),), _gap, N_("write gap"))
    if step in ("bands", "holder"):
        hint = words("Pick an actor, press 1–5 and choose the other. A few words here are about that band.")
        if step == "holder":
            hint = words("Pick whoever holds the threads and press H. A few words here are about a band.")
        return Entry((Field("text", hint),), _about_band, N_("write about a band"))
    if step in _TOLD:
        hint = words("Pick a sentence and press V: the wall lights those that it speaks of.")
        return Entry((Field("text", hint),), _no_writing, N_("write"))
    hint = desk.view.text.pattern or words("Who? A number last says how many people: “Psychiatry 4”.")
    rings = {"sorts": _rings(desk), "sort": words("Ring")}
    return Entry((Field("text", hint),), _add, N_("write actor"), _sectors(desk), **rings, tables=True)


def _sectors(desk: Desk) -> tuple[Pick, ...]:
    text = desk.view.text
    return tuple(Pick(key, text.word("sectors", key), tone_of(n)) for n, key in enumerate(verbs.sectors(desk.board)))


def _rings(desk: Desk) -> tuple[Pick, ...]:
    """The rings from the nearest outwards, so that a ring's number is its key, and last the person in the middle."""
    keys = verbs.rings(desk.board)
    return tuple(Pick(key, desk.view.text.word("rings", key)) for key in (*keys[1:], keys[0]))


def _add(desk: Desk, written: Written) -> Change:
    """A new actor; a line that is only a number says how many people the picked one is."""
    line = written.line
    if not line.text and line.hands and desk.first:
        return verbs.count_people(desk.state, desk.board, desk.first, line.hands)
    people = line.hands or 1
    given = {"table": line.table, "when": when_of(desk.view)}
    return verbs.add_actor(desk.state, desk.board, line.text, written.pick, written.sort, people, **given)


def _guess(desk: Desk, written: Written) -> Change:
    line = written.line
    number = line.hands or (int(line.text) if line.text.isdecimal() and len(line.text) < 5 else None)
    if number is None:
        raise Refusal("Write a number, such as “Table 3: 25”.")
    return verbs.guess(desk.state, desk.board, number, line.table)


def _say(desk: Desk, written: Written) -> Change:
    said, lead = written.values["text"].strip(), desk.words("For us it is a")
    if said.casefold().startswith(lead.casefold()):  # somebody wrote the whole sentence
        said = said[len(lead) :].strip(" .…-")
    return verbs.say_problem(desk.state, desk.board, desk.first, said)


def _gap(desk: Desk, written: Written) -> Change:
    """Words for the gap that is picked, or for a new one between two that are picked."""
    text, picked = written.values["text"], _picked(desk)
    waiting = next((gap for gap in verbs.gaps(desk.state, desk.board) if not gap.text and _at(gap, picked)), None)
    if gap := desk.state.get(desk.first, Gap) or waiting:
        return verbs.edit_gap(desk.state, desk.board, gap.id, text)
    if len(picked) != 2:
        raise Refusal("Pick an actor and press G to choose the other, or pick two: Space keeps the first.")
    return verbs.add_gap(desk.state, desk.board, *picked, text)


def _about_band(desk: Desk, written: Written) -> Change:
    text, picked = written.values["text"], _picked(desk)
    if band := desk.state.get(desk.first, Link):
        return verbs.edit_band(desk.state, desk.board, band.id, text)
    drawn = [band for band in verbs.bands(desk.state, desk.board, when_of(desk.view)) if _at(band, picked)]
    found = max(drawn, key=lambda band: band.order, default=None)  # with one picked, the last that was drawn from it
    if found is None:
        raise Refusal("Pick an actor that has a band, or the two that the band runs between.")
    return verbs.edit_band(desk.state, desk.board, found.id, text)


def _at(line: Link | Gap, picked: tuple[Id, ...]) -> bool:
    """Whether a band or a gap runs between the two that are picked, or from the only one."""
    return 0 < len(picked) < 3 and set(picked) <= {line.start, line.end}


def _no_writing(desk: Desk, written: Written) -> Change:
    raise Refusal("Nothing is written in this step. Pick a sentence and press V to show it.")


def _picked(desk: Desk) -> tuple[Id, ...]:
    """The actors that are picked."""
    return tuple(id for id in desk.picked if desk.state.get(id, Actor))


def commands(desk: Desk) -> list[Command]:
    """The keys of each view."""
    words, step = desk.words, desk.view.step.view
    found: list[Command] = []
    if step == "wanted":
        found.append(Command("K", words("Copy today's map"), _copy, N_("copy today's map")))
    if step in _LAYS:
        found += _laying(desk)
    if step in _BANDS:
        found += [_band(n, kind, words(KIND_WORDS[kind])) for n, kind in enumerate(verbs.BANDS, 1)]
    if step == "gaps":
        found.append(Command("G", words("Gap to …"), _gap_to, N_("choose a gap"), choices=_across, writes=True))
    if step == "problem":
        found.append(Command("R", words("Lift or lower the curtain"), _curtain, N_("change the curtain")))
    if step in ("holder", "wanted"):
        found.append(Command("H", words("Holds the threads"), _hold, N_("choose who holds the threads")))
    if step in _TOLD:
        found.append(Command("V", words("Show on the wall"), _show, ""))
    else:
        found.append(Command("Del", words("Remove"), _remove, N_("remove"), "trash"))
    return found


def _laying(desk: Desk) -> list[Command]:
    words, rare = desk.words, desk.view.step.view == "wanted"  # there bands are mended, and few are added
    found = [
        Command("D", words("Starter list …"), _all_of_set, N_("add actors"), choices=_sets, seldom=rare)
        if desk.view.text.sets
        else None,
        Command("L", words("One from the list …"), _one_of_sets, N_("add actor"), choices=_listed, seldom=rare)
        if desk.view.text.sets
        else None,
        Command("N", words("Name the person"), _name, N_("name the person"), choices=_aliases, seldom=True),
        Command("+", words("One more"), lambda d, _: _count(d, 1), N_("change how many people"), seldom=rare),
        Command("-", words("One less"), lambda d, _: _count(d, -1), N_("change how many people"), seldom=rare),
        Command("Alt+Left", words("Sector before"), _moves(verbs.turn_actor, -1), N_("move actor"), "chevron-left"),
        Command("Alt+Up", words("Ring outwards"), _moves(verbs.push_actor, 1), N_("move actor"), "chevron-up"),
        Command("Alt+Down", words("Ring inwards"), _moves(verbs.push_actor, -1), N_("move actor"), "chevron-down"),
        Command("Alt+Right", words("Next sector"), _moves(verbs.turn_actor, 1), N_("move actor"), "chevron-right"),
        Command("Shift+Right", words("Later in the ring"), _moves(verbs.shift_actor, 1), N_("move actor"), seldom=True),
        Command(
            "Shift+Left", words("Earlier in the ring"), _moves(verbs.shift_actor, -1), N_("move actor"), seldom=True
        ),
    ]
    return [command for command in found if command]


def _moves(verb: Callable[..., Change], by: int) -> Callable[[Desk, str], Change]:
    return lambda desk, _: _each(desk, lambda state, id: verb(state, desk.board, id, by))


def _each(desk: Desk, make: Callable[[State, Id], Change]) -> Change:
    """The same thing done with every picked actor, as one change; Refusal where none is picked."""
    picked = _picked(desk)
    if not picked:
        raise Refusal("Pick an actor first.")
    whole, state = Change(), desk.state
    for id in picked:
        change = make(state, id)
        whole, state = whole.then(change), change.apply(state)
    return whole


def _count(desk: Desk, by: int) -> Change:
    return _each(desk, lambda state, id: verbs.count_people(state, desk.board, id, state.need(id, Actor).people + by))


def _sets(desk: Desk) -> list[Pick]:
    return [Pick(str(n), title) for n, (title, _) in enumerate(desk.view.text.sets)]


def _all_of_set(desk: Desk, chosen: str) -> Change:
    if not chosen:
        raise Refusal("Choose a list first.")
    return verbs.add_actors(desk.state, desk.board, desk.view.text.sets[int(chosen)][1], when_of(desk.view))


def _listed(desk: Desk) -> list[Pick]:
    """Everybody on the lists who is not on the map."""
    there = {a.text.casefold() for a in desk.state.inside(desk.board.id, Actor) if a.when == when_of(desk.view)}
    named = dict.fromkeys(card for _, cards in desk.view.text.sets for card in cards)
    word = desk.view.text.word
    return [
        Pick(f"{key}:{text}", f"{text} ({word('sectors', key)})") for key, text in named if text.casefold() not in there
    ]


def _one_of_sets(desk: Desk, chosen: str) -> Change:
    sector, _, text = chosen.partition(":")
    return verbs.add_actors(desk.state, desk.board, ((sector, text),) if text else (), when_of(desk.view))


def _aliases(desk: Desk) -> list[Pick]:
    """What a person is called elsewhere in the session: the answers to a question called alias."""
    called = [answer.text for answer in desk.state.all(Answer) if answer.question == "alias" and answer.text]
    return [Pick(text, text) for text in dict.fromkeys(called)]


def _name(desk: Desk, chosen: str) -> Change:
    name = chosen or desk.words("The person")
    return verbs.name_person(desk.state, desk.board, name.split(",")[0], when=when_of(desk.view))


def _band(number: int, kind: str, title: str) -> Command:
    def make(desk: Desk, chosen: str) -> Change:
        picked = _picked(desk)
        if band := desk.state.get(desk.first, Link):
            return verbs.draw_band(desk.state, desk.board, band.start, band.end, kind)
        if len(picked) == 2:
            return verbs.draw_band(desk.state, desk.board, *picked, kind)
        if len(picked) != 1 or not chosen:
            raise Refusal("Pick one or two actors first. With one, you are asked for the other.")
        return verbs.draw_band(desk.state, desk.board, picked[0], chosen, kind)

    return Command(str(number), title, make, N_("draw band"), choices=_others, asks=N_("{title}: with whom?"))


def _others(desk: Desk) -> list[Pick]:
    """Whom a band or a gap may run to from the one that is picked; nobody to ask for where two are picked."""
    if len(desk.picked) != 1 or not (one := desk.state.get(desk.first, Actor)):
        return []
    middle = verbs.person(desk.state, desk.board, one.when)
    there = [*([middle] if middle else []), *verbs.actors(desk.state, desk.board, one.when)]
    return [Pick(a.id, a.text) for a in there if a.id != one.id]


def _across(desk: Desk) -> list[Pick]:
    """Whom a gap may be to; Refusal, before anybody is asked for, where all gaps are chosen."""
    if others := _others(desk):
        verbs.room_for_gap(desk.state, desk.board)
    return others


def _gap_to(desk: Desk, chosen: str) -> Change:
    """A gap that waits for its words."""
    picked = _picked(desk)
    ends = picked if len(picked) == 2 else (desk.first, chosen)
    return verbs.add_gap(desk.state, desk.board, *ends)


def _curtain(desk: Desk, _: str) -> Change:
    stage = desk.state.need("stage", Stage)
    return update(stage, curtain=() if desk.board.id in stage.curtain else (desk.board.id,))


def _hold(desk: Desk, _: str) -> Change:
    return verbs.hold(desk.state, desk.board, desk.first)


def _copy(desk: Desk, _: str) -> Change:
    return verbs.copy_wanted(desk.state, desk.board)


def _show(desk: Desk, _: str) -> Change:
    """The sentence that is picked on the wall, with those it speaks of; the same again, and the wall is as before."""
    found = (
        read(desk.state, desk.board, desk.words)
        if desk.view.step.view == "read"
        else told(desk.state, desk.board, desk.words)
    )
    chosen = next((s for id in desk.named if (s := sentence(found, id))), None)
    if chosen is None:
        raise Refusal("Pick a sentence first.")
    if not chosen.about:
        raise Refusal("That sentence speaks of nobody in particular. PageDown shows it on the wall.")
    stage = desk.state.need("stage", Stage)
    return update(stage, spotlight=() if set(stage.spotlight) == set(chosen.about) else chosen.about, page=0)


def _remove(desk: Desk, _: str) -> Change:
    """Whatever is picked taken away: actors, bands, gaps, guesses."""
    if not desk.picked:
        raise Refusal("Pick something first.")
    whole, state = Change(), desk.state
    for id in desk.picked:
        change = _removed(state, desk, id)
        whole, state = whole.then(change), change.apply(state)
    return whole


def _removed(state: State, desk: Desk, id: Id) -> Change:
    takes = (
        (Actor, verbs.remove_actor),
        (Link, verbs.remove_band),
        (Gap, verbs.remove_gap),
        (Guess, verbs.remove_guess),
    )
    return next((take(state, desk.board, id) for kind, take in takes if state.get(id, kind)), Change())


def _edit(desk: Desk, id: Id, text: str) -> Change:
    state, board = desk.state, desk.board
    if state.get(id, Link):
        return verbs.edit_band(state, board, id, text)
    if state.get(id, Gap):
        return verbs.edit_gap(state, board, id, text)
    if found := state.get(id, Guess):
        line = text.strip()
        if not line.isdecimal() or len(line) > 4:
            raise Refusal("Write a number between 0 and 9999.")
        return update(found, number=int(line))
    if desk.view.step.view == "problem":
        return verbs.say_problem(state, board, id, text)
    return verbs.edit_actor(state, board, id, text)


def _words_of(desk: Desk, id: Id) -> str:
    if actor := desk.state.get(id, Actor):
        return actor.problem if desk.view.step.view == "problem" else actor.text
    if guess := desk.state.get(id, Guess):
        return str(guess.number)
    link, gap = desk.state.get(id, Link), desk.state.get(id, Gap)
    return link.text if link else gap.text if gap else ""


def _dropped(desk: Desk, id: Id, picture: Picture, x: float, y: float) -> Change | None:
    """An actor let go of lies where it was let go: in that sector, that ring, that place."""
    actor, ground = desk.state.get(id, Actor), ground_of(picture.strokes)
    if actor is None or ground is None or actor.ring == verbs.rings(desk.board)[0]:
        return None
    keys, all_rings = verbs.sectors(desk.board), verbs.rings(desk.board)
    sector, ring, place, depth = ground.found(x, y)
    ring = min(max(ring, 1), len(all_rings) - 1)
    return verbs.put_actor(desk.state, desk.board, id, keys[min(sector, len(keys) - 1)], all_rings[ring], place, depth)


KIND = DeskKind(entry=entry, commands=commands, edit=_edit, words_of=_words_of, dropped=_dropped)
