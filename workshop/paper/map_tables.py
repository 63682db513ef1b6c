"""A map's actors and bands in tables, where each row tells how it is today and how it would be on the wanted map."""

from workshop.model.map.labels import by_number, people_words, tone_of
from workshop.model.map.legend import KIND_WORDS
from workshop.model.map.verbs import WANTED, actors, bands, person
from workshop.model.picture import View
from workshop.model.record import Actor, Id, Link
from workshop.paper.document import Block, Column, Heading, Mark, Phrase, Row, table

Cell = tuple[Phrase, ...]


def people(view: View) -> list[Block]:
    """The person and the actors, sector by sector; on the wanted map the same, elsewhere, gone or new."""
    words = view.words
    today, wanted = actors(view.state, view.board), actors(view.state, view.board, WANTED)
    fellow = {actor.like: actor for actor in wanted if actor.like}
    begun = bool(wanted) or person(view.state, view.board, WANTED) is not None
    number = by_number(today)
    rows = [*_middle(view), *(_actor(view, a, str(number[a.id]), fellow.get(a.id), begun) for a in today)]
    here = {actor.id for actor in today}
    rows += [_new(view, actor) for actor in wanted if actor.like not in here]
    if not rows:
        return []
    columns = [
        Column("", 0.05),
        Column(words("Who"), 0.29),
        Column(words("Where"), 0.32),
        Column(words("How many"), 0.13),
        Column(words("On the wanted map"), 0.21),
    ]
    count = words.many("{n} actor", "{n} actors", len(today))
    return [
        Heading(words("Actors"), 3, mark=Mark("", "", tone_of(0)), detail=count),
        table(columns, rows, dense=True),
    ]


def _middle(view: View) -> list[Row]:
    middle, wanted = person(view.state, view.board), person(view.state, view.board, WANTED)
    found = middle or wanted
    if found is None:
        return []
    also = (wanted.id,) if wanted and wanted is not found else ()
    here = (Phrase(view.words("in the middle"), "muted"),)
    return [Row(found.id, ((), (Phrase(found.text, "strong"),), here, (), ()), also=also)]


def _actor(view: View, actor: Actor, number: str, wanted: Actor | None, begun: bool) -> Row:
    words = view.words
    change: Cell = ()
    if begun and wanted is None:
        change = (Phrase(words("gone"), "accent"),)
    elif wanted:
        change = _moved(view, actor, wanted)
    cells = (
        (Phrase(number, "accent"),),
        _who(view, actor),
        (Phrase(_where(view, actor), "muted"),),
        _many(view, actor),
    )
    return Row(actor.id, (*cells, change), also=(wanted.id,) if wanted else ())


def _moved(view: View, actor: Actor, wanted: Actor) -> Cell:
    """What is different about somebody on the wanted map; "the same" where nothing is."""
    words = view.words
    said = [wanted.text] if wanted.text != actor.text else []
    said += [_where(view, wanted)] if _where(view, wanted) != _where(view, actor) else []
    said += [people_words(words, wanted.people)] if wanted.people != actor.people and wanted.people else []
    found = [Phrase(part, "strong") for part in said if part]
    found += [Phrase(words("holds the threads"), "accent")] if wanted.holder and not actor.holder else []
    return tuple(found) or (Phrase(words("the same"), "muted"),)


def _new(view: View, actor: Actor) -> Row:
    change = (Phrase(view.words("new"), "accent"),)
    where = (Phrase(_where(view, actor), "muted"),)
    return Row(actor.id, ((), _who(view, actor), where, _many(view, actor), change))


def _who(view: View, actor: Actor) -> Cell:
    holder = (Phrase(view.words("holds the threads"), "accent"),) if actor.holder else ()
    return Phrase(actor.text), *holder


def _where(view: View, actor: Actor) -> str:
    text = view.text
    return " · ".join(p for p in (text.word("sectors", actor.sector), text.word("rings", actor.ring)) if p)


def _many(view: View, actor: Actor) -> Cell:
    return (Phrase(people_words(view.words, actor.people)),) if actor.people else ()


def bands_between(view: View) -> list[Block]:
    """The bands, each as it is today and as it would be."""
    words, state, board = view.words, view.state, view.board
    today, wanted = bands(state, board), bands(state, board, WANTED)
    if not today and not wanted:
        return []
    like = {actor.id: actor.like or actor.id for actor in state.inside(board.id, Actor)}
    later: dict[tuple[Id, ...], list[Link]] = {}
    for band in wanted:
        later.setdefault(_ends(band, like), []).append(band)
    begun = any(actor.when == WANTED for actor in state.inside(board.id, Actor))
    rows = []
    for band in today:
        fellows = later.get(_ends(band, like), [])
        rows.append(_band(view, band, fellows.pop(0) if fellows else None, begun))
    rows += [_new_band(view, band) for fellows in later.values() for band in fellows]
    columns = [
        Column(words("Between"), 0.42),
        Column(words("Band"), 0.12),
        Column(words("In words"), 0.23),
        Column(words("On the wanted map"), 0.23),
    ]
    heading = Heading(words("Bands"), 3, detail=words.many("{n} band", "{n} bands", len(today)))
    return [heading, table(columns, rows, dense=True)]


def _ends(band: Link, like: dict[Id, Id]) -> tuple[Id, ...]:
    """Those between whom a band runs, as they are called on the map of today."""
    return tuple(sorted((like.get(band.start, band.start), like.get(band.end, band.end))))


def _band(view: View, band: Link, wanted: Link | None, begun: bool) -> Row:
    words = view.words
    change: Cell = ()
    if wanted is None and begun:
        change = (Phrase(words("gone"), "accent"),)
    elif wanted:
        said = [_kind(view, wanted)] if wanted.kind != band.kind else []
        said += [wanted.text] if wanted.text != band.text and wanted.text else []
        change = tuple(Phrase(part, "strong") for part in said) or (Phrase(words("the same"), "muted"),)
    return Row(band.id, (*_told(view, band), change), also=(wanted.id,) if wanted else ())


def _new_band(view: View, band: Link) -> Row:
    return Row(band.id, (*_told(view, band), (Phrase(view.words("new"), "accent"),)))


def _told(view: View, band: Link) -> tuple[Cell, Cell, Cell]:
    one, other = view.state.need(band.start, Actor), view.state.need(band.end, Actor)
    between = f"{one.text} – {other.text}"
    said = (Phrase(band.text),) if band.text else ()
    return (Phrase(between),), (Phrase(_kind(view, band), "strong"),), said


def _kind(view: View, band: Link) -> str:
    return view.words(KIND_WORDS[band.kind]) if band.kind in KIND_WORDS else band.kind
