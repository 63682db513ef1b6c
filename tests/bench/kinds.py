"""How fast boards that have grown large are laid out and drawn: a map, an iceberg and a dialogue.

The limit of a layout is the bare scene of Qt's own items for the same picture. What the program remembers is cleared
before each whole layout; when one actor has moved it lays out as in a session at work, against a whole layout.
"""

import gc
import random
import statistics
import sys
import time
from collections.abc import Callable

from PySide6.QtWidgets import QApplication, QGraphicsScene

from tests.bench.canvas import compared, fill
from workshop import look
from workshop.catalog.folder import example, load
from workshop.look import EXERCISES
from workshop.model import notes
from workshop.model.asking.answers import add_answer, parties_of
from workshop.model.boards import KINDS
from workshop.model.boards.layers import link_notes
from workshop.model.change import State
from workshop.model.example import begun, play
from workshop.model.map import spots, strands, verbs
from workshop.model.picture import Frame, Picture, View
from workshop.model.record import Answer, Board, Link, Note
from workshop.model.refusal import Refusal
from workshop.model.session import InMemory, Session
from workshop.model.stage import view_of
from workshop.words import Catalogue

BUDGET, MOVED = 3.0, 0.2
DESK = Frame(900, 520, 15, 13, look.measure)
VIEW = Frame(1880, 1060, 15, 13, look.measure)  # as large as the views of the canvas, which may scroll
DRAWN = 4  # a drawing takes longer than a layout, so it is measured in fewer rounds
Row = tuple[str, float, float, float]


def measure(rounds: int) -> list[Row]:
    """(name, ratio, budget, noise) for laying out each board, for one actor's move, and for drawing each."""
    QApplication.instance() or QApplication([])
    boards = {
        "map of 60 actors and 120 bands": full_map(),
        "iceberg of 400 cards and 300 links": full_iceberg(),
        "dialogue of 3 parties, 60 answers": full_dialogue(60),
    }
    rows = [(f"layout: {name}", *_laid_out(view, rounds)) for name, view in boards.items()]
    rows.append(("map: one actor moved / the whole", *_moved(next(iter(boards.values())), rounds)))
    crowded = dict(zip(boards, (*list(boards.values())[:-1], full_dialogue(500)), strict=True))
    for name, view in crowded.items():  # drawn with as many cards as the canvas is measured with
        rows += compared(f"canvas: {name.split()[0]}", drawn(view, VIEW), max(3, rounds // DRAWN))
    return rows


def drawn(view: View, frame: Frame = DESK) -> Picture:
    """The board as the desk shows it."""
    return KINDS[view.board.kind].layout(view, frame)


def _played(name: str, step: str) -> View:
    """An exercise's board as its example leaves it at a step."""
    exercise, texts = load(EXERCISES / name)
    filled = example(EXERCISES / name)
    session = Session(begun(exercise, texts["sv"], filled), InMemory(), time.monotonic)
    for done in play(session, exercise, filled):
        if done.key == step:
            break
    return view_of(session.state, exercise, texts["sv"], Catalogue("sv"))


def _with(view: View, state: State) -> View:
    return View(state, state.need(view.board.id, Board), view.step, view.text, view.words)


def full_map() -> View:
    """Mira's map with more actors of the same names, and more bands between any of them."""
    view, chance = _played("en-person-i-mitten", "bands"), random.Random(1)
    state, board = view.state, view.board
    names = [actor.text for actor in verbs.actors(state, board)]
    for n in range(60 - len(names)):
        sector, ring = chance.choice(verbs.sectors(board)), chance.choice(verbs.rings(board)[1:])
        said = f"{chance.choice(names)} {n}"
        state = verbs.add_actor(state, board, said, sector, ring, chance.randint(1, 6)).apply(state)
    ids = [actor.id for actor in verbs.actors(state, board)]
    while len(verbs.bands(state, board)) < 120:
        start, end = chance.sample(ids, 2)
        state = verbs.draw_band(state, board, start, end, chance.choice(verbs.BANDS)).apply(state)
    return _with(view, state)


def full_iceberg() -> View:
    """Mira's iceberg with more cards of the same words, and more links between any of them."""
    view, chance = _played("isberget", "why"), random.Random(1)
    state, board = view.state, view.board
    levels = board.setting("lists", ())
    said = [note.text for note in state.inside(board.id, Note)]
    while len(cards := [n.id for n in state.inside(board.id, Note) if n.list in levels]) < 400:
        text = f"{chance.choice(said)} {len(cards)}"
        state = notes.add_note(state, board, chance.choice(levels), text).apply(state)
    while len(state.inside(board.id, Link)) < 300:
        try:
            state = link_notes(state, board, *chance.sample(cards, 2)).apply(state)
        except Refusal:
            continue  # it would go round in a ring, or is there already
    return _with(view, state)


def full_dialogue(most: int) -> View:
    """The management group's first question with more answers of the same words, so many in all."""
    view, chance = _played("ledningsdialogen", "show-problem"), random.Random(1)
    state, board, question = view.state, view.board, view.step.focus
    said = [answer.text for answer in state.inside(board.id, Answer) if answer.text]
    parties = [party.id for party in parties_of(state, board)]
    while len(there := [a for a in state.inside(board.id, Answer) if a.question == question]) < most:
        text = f"{chance.choice(said)} {len(there)}"
        state = add_answer(state, board, question, text, parties[len(there) % len(parties)]).apply(state)
    return _with(view, state)


def _laid_out(view: View, rounds: int) -> tuple[float, float, float]:
    picture = drawn(view)

    def limit() -> object:
        scene = QGraphicsScene()
        fill(scene, picture)
        return scene

    return _ratio(_forget, lambda: drawn(view), limit, limit, rounds, BUDGET)


def _moved(view: View, rounds: int) -> tuple[float, float, float]:
    """An actor moved to the next sector, another one each time, in a session where the board has just been drawn."""
    around, chance = [actor.id for actor in verbs.actors(view.state, view.board)], random.Random(1)
    after: list[View] = []

    def ready() -> None:
        _forget()
        drawn(view)
        turned = verbs.turn_actor(view.state, view.board, chance.choice(around), chance.choice((1, -1)))
        after[:] = [_with(view, turned.apply(view.state))]

    def whole() -> object:
        return drawn(view)

    return _ratio(ready, lambda: drawn(after[0]), whole, whole, rounds, MOVED, forget_limit=_forget)


def _ratio(
    ready: Callable[[], object],
    ours: Callable[[], object],
    limit: Callable[[], object],
    again: Callable[[], object],
    rounds: int,
    budget: float,
    forget_limit: Callable[[], object] = gc.collect,
) -> tuple[float, float, float]:
    """The median of the pairs of one and its limit, and of the limit and itself, in random order; and the budget."""
    gc.collect()
    gc.freeze()  # neither pays for what the measuring itself keeps
    found: dict[str, list[float]] = {"ours": [], "limit": [], "again": []}
    for number in range(rounds + 1):
        sides = [("ours", ready, ours), ("limit", forget_limit, limit), ("again", forget_limit, again)]
        random.shuffle(sides)
        for side, prepare, act in sides:
            took = _time(prepare, act)
            found[side] += [took] if number else []  # the first round only warms up
    pairs = {side: zip(found[side], found["limit"], strict=True) for side in ("ours", "again")}
    ratio, noise = (statistics.median(one / other for one, other in pairs[side]) for side in ("ours", "again"))
    return ratio, budget, noise


def _time(prepare: Callable[[], object], act: Callable[[], object]) -> float:
    prepare()
    gc.collect()
    start = time.perf_counter()
    made = act()
    took = time.perf_counter() - start
    del made  # a scene is taken down outside the time
    return took


def _forget() -> None:
    """Clear all that layouts remember; how wide each letter is belongs to the font, and stays."""
    for name, module in list(sys.modules.items()):
        if name.startswith("workshop.model."):
            for thing in vars(module).values():
                if clear := getattr(thing, "cache_clear", None):
                    clear()
    strands.Ways.remembered.clear()
    spots.Spots.remembered.clear()


if __name__ == "__main__":
    for name, ratio, budget, noise in measure(30):
        print(f"{name:50} {ratio:5.2f}  budget {budget}  noise {noise:.2f}")
