"""Two boards of the same exercise beside each other: what is added, gone, moved and mended.

It goes by the boards' text twins, so that it holds for boards of every kind.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from workshop.model.boards import KINDS
from workshop.model.change import State
from workshop.model.exercise import Exercise, Exercises, ExerciseText, in_language
from workshop.model.fields import kind_of
from workshop.model.picture import Branch, View
from workshop.model.record import Agreement, Board, Id, Link, Record, Run
from workshop.model.value import valueclass
from workshop.model.words import Words

Session = tuple[State, Exercises]

_HEADING = "heading:"
_ALIKE = 0.5  # of their letters three by three is what two wordings of the same thing have in common
_LONG = 4  # letters of a word that says something
_ONE = "joint"  # there is one of these to a question, whatever it says


@valueclass
class Item:
    """One thing on a board: its words, what more is said of it, and the headings that it stands under.

    `ties` are the two things that a line without a word of its own runs between.
    """

    id: Id
    kind: str
    text: str
    more: tuple[str, ...] = ()
    place: tuple[str, ...] = ()
    ties: tuple[Id, ...] = ()


@valueclass
class Pair:
    """The same thing on both boards."""

    was: Item
    now: Item


@valueclass
class Compared:
    """What differs between two boards; `kept` are all things that are on both, in the second one's order.

    A thing that has other words and stands in another place is both moved and mended.
    """

    added: tuple[Item, ...] = ()
    gone: tuple[Item, ...] = ()
    moved: tuple[Pair, ...] = ()
    mended: tuple[Pair, ...] = ()
    kept: tuple[Pair, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.added or self.gone or self.moved or self.mended)


@valueclass
class Told:
    """A board with all that any of its steps tells of it; `title` is what the board is called."""

    title: str
    board: Board
    items: tuple[Item, ...]


def told(state: State, board: Board, exercise: Exercise, text: ExerciseText, words: Words) -> Told:
    """A board's things, each as the first of the exercise's steps tells it that speaks of it."""
    found: dict[Id, Item] = {}
    said, outline = text.board(board.key), KINDS[board.kind].outline
    for step in exercise.steps:
        if step.board == board.key:
            for branch in outline(View(state, board, step, said, words)):
                for item in _items(state, branch, ()):
                    found.setdefault(item.id, item)
    return Told(said.title, board, tuple(found.values()))


def _items(state: State, branch: Branch, place: tuple[str, ...], over: str = "") -> Iterator[Item]:
    """The records in a branch; a line below one that speaks of the same record says more of that."""
    record = state.get(branch.id, Record)
    inside = (*place, branch.text) if branch.id.startswith(_HEADING) else place
    if record is not None:
        more = [part for part in branch.detail.split(" · ") if part]
        below_it = () if isinstance(record, Agreement) else branch.below  # what it came from is no part of it
        for below in below_it:
            if below.id == branch.id:
                more += [part for part in (below.text, below.detail) if part]
        names = {name.casefold() for name in place}
        text, ties = branch.text, ()
        if isinstance(record, Link) and not record.kind:
            text, ties = f"{over} · {text}", (record.start, record.end)
        more = [part for part in more if part.casefold() not in names]
        yield Item(record.id, kind_of(record), text, tuple(more), place, ties)
    for below in branch.below:
        if below.id != branch.id:
            yield from _items(state, below, inside, branch.text)


def boards(one: Session, other: Session, words: Words) -> Iterator[tuple[str, Told, Told]]:
    """The boards that two sessions both have, with the exercise's title."""
    for mine, theirs in common(one[0], other[0]):
        title = text_of(other, theirs, words).title
        yield title, board_told(one, mine, words), board_told(other, theirs, words)


def common(one: State, other: State) -> Iterator[tuple[Board, Board]]:
    """The boards that two sessions both have; an exercise that is run again goes with its like."""
    there = dict(_runs(other))
    for key, run in _runs(one):
        if key in there:
            theirs = {board.key: board for board in other.inside(there[key].id, Board)}
            yield from ((board, theirs[board.key]) for board in one.inside(run.id, Board) if board.key in theirs)


def _runs(state: State) -> Iterator[tuple[tuple[str, int], Run]]:
    """Each run by its exercise and which time that is run."""
    times: Counter[str] = Counter()
    for run in state.all(Run):
        yield (run.exercise, times[run.exercise]), run
        times[run.exercise] += 1


def text_of(session: Session, board: Board, words: Words) -> ExerciseText:
    """The text of the exercise that a board belongs to."""
    state, exercises = session
    return in_language(exercises[state.need(board.run, Run).exercise][1], words.language)


def board_told(session: Session, board: Board, words: Words) -> Told:
    """A board of a session with all that is told of it."""
    state, exercises = session
    exercise, _ = exercises[state.need(board.run, Run).exercise]
    return told(state, board, exercise, text_of(session, board, words), words)


def compare(was: Sequence[Item], now: Sequence[Item]) -> Compared:
    """What differs. The same thing has the same id; else the same words; else words that are much alike."""
    pairs: dict[int, int] = {}
    where = _places(was, now)
    _match(pairs, was, now, lambda item, _: item.id)
    _match(pairs, was, now, lambda item, side: (_ONE, where[side][item.place]) if item.kind == _ONE else None)
    _match(pairs, was, now, lambda item, side: (item.kind, _plain(item.text), where[side][item.place]))
    _match(pairs, was, now, lambda item, _: (item.kind, _plain(item.text)))
    _match_alike(pairs, was, now)
    back = {after: before for before, after in pairs.items()}
    kept = tuple(Pair(was[back[n]], item) for n, item in enumerate(now) if n in back)
    return Compared(
        _telling(item for n, item in enumerate(now) if n not in back),
        _telling(item for n, item in enumerate(was) if n not in pairs),
        tuple(pair for pair in kept if where[0][pair.was.place] != where[1][pair.now.place]),
        tuple(pair for pair in kept if _says(pair.was) != _says(pair.now)),
        kept,
    )


def _telling(items: Iterable[Item]) -> tuple[Item, ...]:
    """Those that say something; a line to a thing that is named itself does not."""
    items = tuple(items)
    named = {item.id for item in items}
    return tuple(item for item in items if not named & {*item.ties})


def _says(item: Item) -> tuple[str, tuple[str, ...]]:
    return item.text, tuple(sorted(item.more))


def _places(was: Sequence[Item], now: Sequence[Item]) -> tuple[Mapping[tuple[str, ...], object], ...]:
    """What stands for each place on either side; headings that only one side has go together in their order.

    So what lies under “Kommunen” with one group and under “Sida A” with another lies in the same place.
    """
    sides = [tuple(dict.fromkeys(item.place for item in items)) for items in (was, now)]
    only = [[place for place in side if place not in other] for side, other in (sides, sides[::-1])]
    if any(len(place) != len(other) for place, other in zip(*only, strict=False)) or len(only[0]) != len(only[1]):
        only = [[], []]
    return tuple(
        {place: mine.index(place) if place in mine else place for place in side}
        for side, mine in zip(sides, only, strict=True)
    )


def _match(
    pairs: dict[int, int], was: Sequence[Item], now: Sequence[Item], key: Callable[[Item, int], object | None]
) -> None:
    """Pair what has the same key and no fellow yet, in order."""
    free: dict[object, list[int]] = defaultdict(list)
    taken = set(pairs.values())
    for n, item in enumerate(now):
        if n not in taken and (named := key(item, 1)) is not None:
            free[named].append(n)
    for n, item in enumerate(was):
        if n not in pairs and (named := key(item, 0)) is not None and free.get(named):
            pairs[n] = free[named].pop(0)


def _match_alike(pairs: dict[int, int], was: Sequence[Item], now: Sequence[Item]) -> None:
    """Pair what has the most alike words; it comes to the same whichever board is taken first."""
    taken, bits = set(pairs.values()), dict[tuple[str, int], int]()
    after = {n: _letters(item.text, bits) for n, item in enumerate(now) if n not in taken}
    holds: dict[str, set[int]] = defaultdict(set)
    for n in after:
        for word in _words(now[n].text):
            holds[word].add(n)
    found = []
    for n, item in enumerate(was):
        if n in pairs:
            continue
        mine = _letters(item.text, bits)
        for other in {o for word in _words(item.text) for o in holds.get(word, ())}:
            score = _share(mine, after[other])
            if score >= _ALIKE and now[other].kind == item.kind:
                ends = sorted(((item.text, item.place, n), (now[other].text, now[other].place, other)))
                found.append((-score, ends, n, other))
    for _, _, n, other in sorted(found):
        if n not in pairs and other not in taken:
            pairs[n] = other
            taken.add(other)


def _quoted(text: str) -> str:
    """Words within a sentence, which has a full stop of its own."""
    return text.strip().rstrip(".")


def _plain(text: str) -> str:
    return " ".join(text.casefold().split()).rstrip(".!")


def _words(text: str) -> set[str]:
    return {word[:_LONG] for word in _plain(text).split() if len(word) >= _LONG}


def _letters(text: str, bits: dict[tuple[str, int], int]) -> int:
    """A text three letters at a time, each with how often it has come before, as the bits of a number."""
    plain, times, found = f" {_plain(text)} ", Counter[str](), 0
    for at in range(len(plain) - 2):
        three = plain[at : at + 3]
        found |= 1 << bits.setdefault((three, times[three]), len(bits))
        times[three] += 1
    return found


def _share(one: int, other: int) -> float:
    whole = one.bit_count() + other.bit_count()
    return 2 * (one & other).bit_count() / whole if whole else 0.0


@valueclass
class Sentence:
    """What differs, in words; `was` and `now` are what it speaks of on either board."""

    text: str
    was: tuple[Id, ...] = ()
    now: tuple[Id, ...] = ()


def sentences(found: Compared, words: Words, sides: tuple[str, str] = ("", "")) -> tuple[Sentence, ...]:
    """What differs, in sentences; with names of two groups, of them and not of then and now."""
    if not found:
        return (Sentence(words("They say the same.")),)
    one, other = sides
    said = []
    if found.added:
        n, what = len(found.added), _named(words, found.added)
        text = (
            words("Only with {group}: {what}.", group=other, what=what)
            if other
            else words.many("{n} is new: {what}.", "{n} are new: {what}.", n, what=what)
        )
        said.append(Sentence(text, now=tuple(item.id for item in found.added)))
    if found.gone:
        n, what = len(found.gone), _named(words, found.gone)
        text = (
            words("Only with {group}: {what}.", group=one, what=what)
            if one
            else words.many("{n} is gone: {what}.", "{n} are gone: {what}.", n, what=what)
        )
        said.append(Sentence(text, was=tuple(item.id for item in found.gone)))
    for tell, pairs in ((_moved, found.moved), (_mended, found.mended)):
        said += [Sentence(tell(words, pair), (pair.was.id,), (pair.now.id,)) for pair in pairs]
    return tuple(said)


def _named(words: Words, items: Iterable[Item]) -> str:
    return ", ".join(words("“{text}”", text=_quoted(item.text)) for item in items)


def _moved(words: Words, pair: Pair) -> str:
    was, now = (" · ".join(item.place) or words("the board") for item in (pair.was, pair.now))
    return words("“{text}” has moved from {was} to {now}.", text=_quoted(pair.now.text), was=was, now=now)


def _mended(words: Words, pair: Pair) -> str:
    if _plain(pair.was.text) != _plain(pair.now.text):
        return words("“{was}” has become “{now}”.", was=_quoted(pair.was.text), now=_quoted(pair.now.text))
    left = " · ".join(part for part in pair.was.more if part not in pair.now.more)
    come = " · ".join(part for part in pair.now.more if part not in pair.was.more)
    values = {"text": _quoted(pair.now.text), "was": _quoted(left), "now": _quoted(come)}
    if left and come:
        return words("“{text}”: {was} has become {now}.", **values)
    if come:
        return words("“{text}”: {now} has been added.", **values)
    if left:
        return words("“{text}”: {was} is gone.", **values)
    return words("“{was}” has become “{now}”.", was=_quoted(pair.was.text), now=_quoted(pair.now.text))
