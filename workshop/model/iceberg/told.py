"""What an iceberg tells: its levels, its theme, its cards, what each cause carries, and where the group stands."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from workshop.model.change import State
from workshop.model.iceberg import chains
from workshop.model.letters import MORE, graphemes
from workshop.model.notes import standing
from workshop.model.picture import View
from workshop.model.record import Agreement, Board, Id, Note
from workshop.model.tidying import grouped
from workshop.model.value import valueclass

_MANY = 3  # signs; a cause that carries so many stands out, and so does the one that carries most of all
_NAMED = 3  # cards that a sentence names before it stops
_SHORT = 28  # letters of each of them


@valueclass
class Told:
    """A board counted once: `ties` are its links by what they tie, `bears` how many signs each card carries."""

    levels: Mapping[str, tuple[Note, ...]]
    theme: Note | None
    ties: Mapping[chains.Tie, Id]
    bears: Mapping[Id, int]
    under: Mapping[Id, tuple[Note, ...]]
    strong: frozenset[Id]

    @property
    def signs(self) -> tuple[Note, ...]:
        """What everybody sees."""
        return next(iter(self.levels.values()), ())

    @property
    def causes(self) -> tuple[Note, ...]:
        """All that lies below that."""
        return tuple(note for cards in list(self.levels.values())[1:] for note in cards)

    @property
    def groundless(self) -> tuple[Note, ...]:
        """Signs that no cause has been found for."""
        carried = {end for _, end in self.ties}
        return tuple(note for note in self.signs if note.id not in carried)

    def ordered(self, order: Iterable[Sequence[Id]]) -> "Told":
        """The same with the cards of each level in another order, but for those that lie under one heading."""
        cards = {note.id: note for level in self.levels.values() for note in level}
        found = {key: [cards[id] for id in ids] for key, ids in zip(self.levels, order, strict=True)}
        return replace(self, levels=_by_heading(found))


def _by_heading(found: Mapping[str, Sequence[Note]]) -> dict[str, tuple[Note, ...]]:
    """The cards of each level with those of one heading beside each other."""
    return {key: tuple(note for _, group in grouped(cards) for note in group) for key, cards in found.items()}


def levels(board: Board) -> tuple[str, ...]:
    """The keys of the levels, from the top."""
    return tuple(board.setting("lists", ()))


def themes(board: Board) -> tuple[str, ...]:
    """The kinds of theme that the board has words for."""
    return tuple(board.setting("themes", ()))


def theme_of(state: State, board: Board) -> Note | None:
    """The sentence that the iceberg is about; it stands on the flag."""
    kinds = themes(board)
    return next((note for note in standing(state, board) if note.list in kinds), None)


def told(state: State, board: Board) -> Told:
    """All that is on a board, counted in one go."""
    by_level: dict[str, list[Note]] = {key: [] for key in levels(board)}
    under: dict[Id, tuple[Note, ...]] = {}
    for note in state.inside(board.id, Note):
        if note.merged:
            under[note.merged] = (*under.get(note.merged, ()), note)
        elif note.list in by_level:
            by_level[note.list].append(note)
    pairs = {pair: link.id for pair, link in chains.ties(state, board).items()}
    signs = next(iter(by_level.values()), [])
    bears = chains.reached(pairs, [note.id for note in signs])
    most = max(bears.values(), default=0)
    strong = frozenset(id for id, count in bears.items() if count >= _MANY or count == most > 1)
    return Told(_by_heading(by_level), theme_of(state, board), pairs, bears, under, strong)


def chosen(board: Board, whole: Told) -> tuple[Note, ...]:
    """The causes to find a counter-force for: those chosen, else those with most hands, else those that carry most.

    What has a counter-force or an act already is always among them.
    """
    cards = [note for level in whole.levels.values() for note in level]
    wanted = {note.id for note in cards if note.chosen or note.flip or note.need}
    if not any(note.chosen for note in cards):
        weighed = [note for note in whole.causes if note.hands or whole.bears.get(note.id)]
        weighed.sort(key=lambda note: (-note.hands, -whole.bears.get(note.id, 0), note.order))
        wanted |= {note.id for note in weighed[: board.setting("choose", 0) or len(weighed)]}
    return tuple(note for note in cards if note.id in wanted) or whole.causes


def kind_of_theme(board: Board, whole: Told) -> str:
    """Which kind of theme decides the words at the levels: the chosen one, or the first that there is."""
    return whole.theme.list if whole.theme else next(iter(themes(board)), "")


def nudges(view: View) -> tuple[str, ...]:
    """Kind sentences for the facilitator about where the group stands in this step."""
    whole, step = told(view.state, view.board), view.step.view
    if step == "theme":
        asked = view.words("Choose the theme first: write a sentence, or press T for a ready one.")
        return (view.words("Read the theme aloud. Can everybody say yes to it?") if whole.theme else asked,)
    if not whole.signs and not whole.causes:
        if view.step.agreements:
            return ()
        return (view.words("Everything starts above the surface: write what everybody can see."),)
    if step in ("sink", "why"):
        return (*_depth(view, whole), *(_groundless(view, whole) if step == "why" else ()))
    if step == "carry":
        return _groundless(view, whole)
    if step == "reach":
        open_ = sum(1 for note in whole.causes if not note.sort)
        said = view.words.many("{n} cause still waits for an answer.", "{n} causes still wait for an answer.", open_)
        return (said,) if open_ else ()
    return _acts(view, whole) if step == "counter" or view.step.agreements else ()


def _depth(view: View, whole: Told) -> tuple[str, ...]:
    """How much lies above the surface and below it; where hardly anything lies below, a question to go on with."""
    above, below = len(whole.signs), len(whole.causes)
    said = view.words.many(
        "You have {n} card above the surface and {below} below.",
        "You have {n} cards above the surface and {below} below.",
        above,
        below=below,
    )
    return (said, view.words("Ask on: what is the real reason?")) if above > 2 * below else (said,)


def _groundless(view: View, whole: Told) -> tuple[str, ...]:
    """Which signs have no cause yet."""
    cards = whole.groundless
    if not cards:
        return ()
    named = " · ".join(_short(note.text) for note in cards[:_NAMED])
    more = " " + MORE if len(cards) > _NAMED else ""
    return (
        view.words.many(
            "{n} has no cause yet: {cards}", "{n} have no cause yet: {cards}", len(cards), cards=named + more
        ),
    )


def _acts(view: View, whole: Told) -> tuple[str, ...]:
    """Whether anything is to be done under the surface: an act on a card, or an agreement that came from one."""
    agreed = {agreement.origin for agreement in view.state.inside(view.board.run, Agreement)}
    deep, shallow = (
        sum(1 for note in cards if note.flip or note.id in agreed) for cards in (whole.causes, whole.signs)
    )
    if deep:
        return (view.words.many("{n} act lies under the surface.", "{n} acts lie under the surface.", deep),)
    if shallow:
        return (view.words("All acts lie above the surface so far. What could you do about one of the causes?"),)
    return (view.words("The finish line is at least one act under the surface. None is written yet."),)


def _short(text: str) -> str:
    letters = list(graphemes(text.split("\n")[0]))
    return "".join(letters) if len(letters) <= _SHORT else "".join(letters[: _SHORT - 1]).rstrip() + MORE
