"""Whose problem it is: everybody's word around the person, and the same words gathered."""

from collections.abc import Callable, Sequence

from workshop.model.arrange import Card, Said
from workshop.model.letters import LEADING, wrap
from workshop.model.map.layout import Wanted, drawn
from workshop.model.map.pieces import (
    as_picture,
    below,
    beside,
    pages_of,
    quoted,
    stacked,
    who_pages,
    whole,
    with_invitation,
)
from workshop.model.map.problems import Heard, gathered
from workshop.model.map.verbs import actors, person
from workshop.model.picture import Frame, Picture, Placed, Text, View
from workshop.model.record import Actor, Id


def problem(view: View, frame: Frame) -> list[Picture]:
    """Everybody's word around the person, and the same words gathered; on the wall nothing until the curtain rises."""
    if not frame.paged:
        return [_problem_desk(view, frame)]
    if covered(view, frame):
        return [_curtain(view, frame)]
    found = gathered(actors(view.state, view.board))
    wanted = Wanted(
        said=_heard(view, found), modes=("full",), legend=False, names=False, only=[said.by[0].id for said in found]
    )
    map_ = drawn(view, frame, wanted) if found else None
    made = [as_picture(map_, frame)] if map_ else []
    made += pages_of(frame, _gathered_cards(view))
    middle = person(view.state, view.board)
    if middle and middle.problem:
        made += pages_of(frame, [_own_words(view, middle)], 1)
    return made or whole(view, frame)


def _problem_desk(view: View, frame: Frame) -> Picture:
    cards = [card._replace(id=f"gathered:{card.id}") for card in _gathered_cards(view)]
    middle = person(view.state, view.board)
    cards += [_own_words(view, middle)._replace(id="gathered:own")] if middle and middle.problem else []
    room = beside(frame, stacked(cards, frame, 0, 2))
    map_ = drawn(view, room, Wanted(said=_says(view), modes=("full",), legend=False))
    if map_ is None:
        return who_pages(view, frame, "")[0]
    if not actors(view.state, view.board):
        return with_invitation(view, frame, map_)
    return below(as_picture(map_, frame), map_.bottom, cards, frame)


def _says(view: View) -> Callable[[Actor], tuple[Said, ...]]:
    """What an actor calls the problem, over its name."""

    def said(actor: Actor) -> tuple[Said, ...]:
        if actor.problem:
            return Said(quoted(view, actor.problem), bold=True), Said(actor.text, 0.9, ink="muted")
        return (Said(actor.text, ink="muted"),)

    return said


def _heard(view: View, found: Sequence[Heard]) -> Callable[[Actor], tuple[Said, ...]]:
    """A word where the first one who said it lies, and how many say it; larger the more they are."""
    by = {said.by[0].id: said for said in found}

    def said(actor: Actor) -> tuple[Said, ...]:
        heard = by[actor.id]
        many = f"\u00a0×\u00a0{len(heard.by)}" if len(heard.by) > 1 else ""
        return (Said(quoted(view, heard.text) + many, 1.25 if len(heard.by) > 2 else 1.0, len(heard.by) > 1),)

    return said


def _gathered_cards(view: View) -> list[Card]:
    """A card for each word: how many say it and who; one that stands alone says so."""
    cards = []
    for heard in gathered(actors(view.state, view.board)):
        count = view.words.many("Alone with this word", "{n} say the same", len(heard.by))
        said = (
            Said(quoted(view, heard.text), 1.15, True),
            Said(count, 0.85, True, "accent"),
            Said(", ".join(a.text for a in heard.by), 0.9, ink="muted"),
        )
        cards.append(Card(heard.by[0].id, said, "sand" if len(heard.by) > 1 else "surface"))
    return cards


def problem_cards(view: View, lit: Sequence[Id] | None) -> list[Card]:
    """What each says, at reading size."""
    everybody = [*actors(view.state, view.board)]
    middle = person(view.state, view.board)
    everybody += [middle] if middle else []
    return [
        Card(a.id, (Said(a.text, 0.85, ink="muted"), Said(quoted(view, a.problem), 1.2, True)), "sand")
        for a in everybody
        if a.problem and (lit is None or a.id in lit)
    ]


def _own_words(view: View, middle: Actor) -> Card:
    said = view.words("{who} says:", who=middle.text)
    return Card(middle.id, (Said(said, 0.9, ink="muted"), Said(quoted(view, middle.problem), 1.3, True)), "rose")


def covered(view: View, frame: Frame) -> bool:
    """Whether the curtain hangs before the map."""
    return view.board.id in frame.curtain


def _curtain(view: View, frame: Frame) -> Picture:
    said = view.words("The words hang behind the curtain. All of them are shown at once.")
    lines = wrap(said, frame.width * 0.7 / frame.text, frame.measure)
    high = len(lines) * frame.text * LEADING
    texts = tuple(
        Text(
            (line,),
            (frame.width - frame.measure(line) * frame.text) / 2,
            (frame.height - high) / 2 + n * frame.text * LEADING,
            frame.text,
        )
        for n, line in enumerate(lines)
    )
    drape = Placed(f"curtain:{view.board.id}", "curtain", 0, 0, frame.width, frame.height, texts, "curtain")
    return Picture(frame.width, frame.height, (drape,))
