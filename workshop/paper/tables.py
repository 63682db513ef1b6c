"""A session as tables that Excel opens: cards, answers, bands, agreements, a file for each."""

import csv
import io
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path

from workshop.model.asking.words import SIGNS, likeness
from workshop.model.boards.agreements import origin_words, said_of
from workshop.model.change import State
from workshop.model.exercise import BoardText, Exercises, ExerciseText, in_language
from workshop.model.letters import clean
from workshop.model.map.legend import KIND_WORDS
from workshop.model.outcomes import ONWARD, board_of, made_here
from workshop.model.picture import View
from workshop.model.planned import Block
from workshop.model.programme import KINDS, clock, days
from workshop.model.record import (
    Actor,
    Agreement,
    Answer,
    Board,
    FollowUp,
    Gap,
    Guess,
    Id,
    Joint,
    Link,
    Memo,
    Note,
    Parked,
    Party,
    Record,
    Run,
)
from workshop.model.words import N_, Words
from workshop.paper.files import put_together
from workshop.paper.wish import Wish

Cells = dict[str, object]  # what stands in a row, by its column's title

_ALWAYS: Mapping[str, tuple[str, ...]] = {  # tables that are there though nothing stands in them, with their columns
    "cards": (N_("Exercise"), N_("Board"), N_("List"), N_("Card")),
    "agreements": (N_("Exercise"), N_("What"), N_("Who"), N_("By when")),
}
_FORMULA = re.compile(r"[=+\-@\t\r＝＋－＠]")  # what a spreadsheet takes for the beginning of a sum


def write(folder: Path, wish: Wish) -> None:
    """Write the tables that an audience may see into a folder; all are there whole, or none is new."""
    found = tables(wish)
    heads = {wish.words(name): list(map(wish.words, columns)) for name, columns in _ALWAYS.items()}
    put_together(folder, {f"{name}.csv": as_csv(rows, heads.get(name, ())) for name, rows in found.items()})


def tables(wish: Wish) -> dict[str, list[Cells]]:
    """Every table that has a row, by its name; those of cards and agreements also where they are empty."""
    told, words = _Told(wish.seen, wish.exercises, wish.words), wish.words
    made = {words(name): list(rows(told)) for name, rows in _TABLES.items()}
    always = [words(name) for name in _ALWAYS]
    return {name: rows for name, rows in made.items() if rows or name in always}


def as_csv(rows: list[Cells], empty: Sequence[str] = ()) -> bytes:
    """Rows as Swedish Excel opens them: semicolons, and a mark first that says the letters are UTF-8.

    A column is there where any row has it; one that nobody has a word in is left out. A table without rows has the
    columns of an `empty` one.
    """
    filled = dict.fromkeys(name for row in rows for name, cell in row.items() if cell not in ("", None))
    columns = [name for name in dict.fromkeys(name for row in rows for name in row) if name in filled]
    file = io.StringIO()
    writer = csv.writer(file, delimiter=";", lineterminator="\r\n")
    writer.writerow(columns if rows else empty)
    writer.writerows([_cell(row.get(name, "")) for name in columns] for row in rows)
    return b"\xef\xbb\xbf" + file.getvalue().encode()


def _cell(said: object) -> str:
    """A cell's words; those that would be taken for a sum get a quote before them, and are words."""
    text = clean("" if said is None else str(said))
    return f"'{text}" if _FORMULA.match(text) else text


class _Told:
    """What somebody sees of a session, and the words for its keys."""

    def __init__(self, seen: State, exercises: Exercises, words: Words) -> None:
        self.seen, self.words = seen, words
        held = {name: in_language(texts, words.language) for name, (_, texts) in exercises.items()}
        self.texts = {run.id: held[run.exercise] for run in seen.all(Run) if run.exercise in held}

    @cached_property
    def boards(self) -> Mapping[Id, tuple[Board, BoardText]]:
        """The boards and their texts."""
        all_ = (board for board in self.seen.all(Board) if board.run in self.texts)
        return {board.id: (board, self.texts[board.run].board(board.key)) for board in all_}

    def on_boards(self, kind: type[Record]) -> Iterator[tuple[Record, Cells, BoardText]]:
        """Every record of a kind, board by board, with the cells that say where it lies."""
        for board, text in self.boards.values():
            for record in self.seen.inside(board.id, kind):
                yield record, self.where(board.run, text), text

    def where(self, run: Id, text: BoardText | None = None) -> Cells:
        """The exercise, and the board where there is one."""
        cells: Cells = {self.words("Exercise"): self.title(run)}
        return cells | ({self.words("Board"): text.title} if text else {})

    def title(self, run: Id) -> str:
        """What a run's exercise is called."""
        text: ExerciseText | None = self.texts.get(run)
        return text.title if text else ""

    def name(self, key: str, text: BoardText, *groups: str) -> str:
        """What a key is called: its party's name, or a label of the board's."""
        party = self.seen.get(key, Party)
        labels = (text.words.get(group, {}).get(key) for group in groups)
        return party.name if party else next((label for label in labels if label), key)

    def said(self, id: Id) -> str:
        """What stands on something, where that may be seen."""
        return said_of(self.seen.get(id, Record)) if id else ""

    def yes(self, on: bool) -> str:
        """A word for what is so."""
        return self.words("yes") if on else ""

    def number(self, n: int) -> object:
        """A number; nothing where there is none."""
        return n or ""


def _cards(told: _Told) -> Iterator[Cells]:
    words = told.words
    for note, cells, text in told.on_boards(Note):
        assert isinstance(note, Note)
        cells |= {
            words("List"): told.name(note.list, text, "lists", "themes"),
            words("Card"): note.text,
            words("Heading"): text.word("sorts", note.sort) if note.sort else "",
            words("Lies with"): note.heading,
            words("Kept"): told.yes(note.chosen),
            words("Table"): told.number(note.table),
            words("Hands"): told.number(note.hands),
        }
        cells |= {f"{words('Hands')}: {text.word('answers', answer)}": hands for answer, hands in note.marks}
        cells |= {
            words("Added by"): told.name(note.by, text) if note.by else "",
            words("Instead we do"): note.flip,
            words("What it protects"): note.need,
            words("Lies under the card"): told.said(note.merged),
            words("Came from"): told.said(note.origin),
        }
        yield cells


def _answers(told: _Told) -> Iterator[Cells]:
    words = told.words
    for answer, cells, text in told.on_boards(Answer):
        assert isinstance(answer, Answer)
        yield cells | {
            words("Question"): told.name(answer.question, text, "questions", "mandates"),
            words("Party"): told.name(answer.party, text) if answer.party else "",
            words("Answer"): words("We don't know yet") if answer.unknown else answer.text,
            words("Table"): told.number(answer.table),
            words("Hands"): told.number(answer.hands),
            words("Came from"): told.said(answer.origin),
        }


def _wordings(told: _Told) -> Iterator[Cells]:
    words = told.words
    for row, cells, text in told.on_boards(Joint):
        assert isinstance(row, Joint)
        alike = _likeness(told, row, text)
        yield cells | {
            words("Question"): told.name(row.question, text, "questions", "mandates"),
            words("How alike"): alike,
            words("Weight"): text.word("weights", row.weight) if row.weight else "",
            words("Joint wording"): row.wording,
            words("Confirmed by"): ", ".join(told.name(id, text) for id in row.confirmed),
            words("Owner of the open question"): row.owner,
            words("By when"): row.due,
        }


def _likeness(told: _Told, row: Joint, text: BoardText) -> str:
    """How alike the answers are, in a word; the sign before it would be taken for a sum."""
    view = View(told.seen, told.boards[row.board][0], None, text, told.words)  # type: ignore[arg-type]
    return likeness(view, row).lstrip("".join(SIGNS.values())).strip()


def _actors(told: _Told) -> Iterator[Cells]:
    words = told.words
    for actor, cells, text in told.on_boards(Actor):
        assert isinstance(actor, Actor)
        yield cells | {
            words("Map"): words("as we want it") if actor.when else words("today"),
            words("Who"): actor.text,
            words("Sector"): text.word("sectors", actor.sector) if actor.sector else "",
            words("Ring"): text.word("rings", actor.ring) if actor.ring else "",
            words("How many people"): actor.people,
            words("The problem, in their words"): actor.problem,
            words("Holds the threads"): told.yes(actor.holder),
            words("Table"): told.number(actor.table),
            words("Came from"): told.said(actor.origin),
        }


def _bands(told: _Told) -> Iterator[Cells]:
    words = told.words
    for band, cells, _ in told.on_boards(Link):
        assert isinstance(band, Link)
        start = told.seen.get(band.start, Actor)
        kind = words(KIND_WORDS[band.kind]) if band.kind in KIND_WORDS else band.kind or words("carries")
        cells |= {words("Map"): (words("as we want it") if start.when else words("today")) if start else ""}
        yield cells | {
            words("From"): told.said(band.start),
            words("To"): told.said(band.end),
            words("Band"): kind,
            words("In words"): band.text,
        }


def _gaps(told: _Told) -> Iterator[Cells]:
    words = told.words
    for gap, cells, _ in told.on_boards(Gap):
        assert isinstance(gap, Gap)
        between = {words("From"): told.said(gap.start), words("To"): told.said(gap.end)}
        yield cells | between | {words("The gap"): gap.text, words("Came from"): told.said(gap.origin)}


def _guesses(told: _Told) -> Iterator[Cells]:
    words = told.words
    for guess, cells, _ in told.on_boards(Guess):
        assert isinstance(guess, Guess)
        yield cells | {words("Table"): told.number(guess.table), words("How many people"): guess.number}


def _agreements(told: _Told) -> Iterator[Cells]:
    words = told.words
    for agreement in made_here(told.seen):
        yield _agreed(told, agreement) | {words("Came from"): origin_words(told.seen, agreement)}


def _agreed(told: _Told, agreement: Agreement) -> Cells:
    words = told.words
    said = {words("What"): agreement.text, words("Who"): agreement.who, words("By when"): agreement.due}
    return told.where(agreement.run) | said


def _last_time(told: _Told) -> Iterator[Cells]:
    """Agreements made before, and what came of them."""
    words = told.words
    for agreement in (agreement for agreement in told.seen.all(Agreement) if agreement.past):
        board = told.boards.get(getattr(board_of(told.seen, agreement), "id", ""))
        outcome, onward = agreement.outcome, agreement.onward
        yield _agreed(told, agreement) | {
            words("What came of it"): board[1].word("outcomes", outcome) if board and outcome else outcome,
            words("Why"): agreement.why,
            words("Then"): words(ONWARD[onward]) if onward in ONWARD else onward,
        }


def _follow_ups(told: _Told) -> Iterator[Cells]:
    words = told.words
    for follow_up in told.seen.all(FollowUp):
        yield told.where(follow_up.run) | {
            words("Date"): follow_up.due,
            words("Who calls"): follow_up.who,
            words("Question"): follow_up.question,
        }


def _parked(told: _Told) -> Iterator[Cells]:
    words = told.words
    for line in told.seen.all(Parked):
        yield {words("What has to wait"): line.text, words("Table"): told.number(line.table)}


def _programme(told: _Told) -> Iterator[Cells]:
    words, seen = told.words, told.seen
    for day in days(seen) if seen.all(Block) else ():
        for slot in day.slots:
            yield {
                words("Day"): day.number + 1,
                words("Date"): day.date,
                words("Begins"): "" if slot.block.dropped else clock(slot.start, words),
                words("Ends"): "" if slot.block.dropped else clock(slot.end, words),
                words("What"): slot.block.title,
                words("Kind"): words(KINDS[slot.block.kind]),
                words("Where"): slot.block.place,
                words("Led by"): slot.block.leads,
                words("Goal"): slot.block.goal,
                words("Bring along"): slot.block.materials,
                words("Script"): slot.block.script,
            }


def _memos(told: _Told) -> Iterator[Cells]:
    words = told.words
    for memo in told.seen.all(Memo):
        text = told.texts.get(memo.run)
        step = text.step(memo.step).title if text else memo.step
        yield told.where(memo.run) | {words("Step"): step, words("Note"): memo.text}


_TABLES: Mapping[str, Callable[[_Told], Iterator[Cells]]] = {
    N_("cards"): _cards,
    N_("answers"): _answers,
    N_("wordings"): _wordings,
    N_("actors"): _actors,
    N_("bands"): _bands,
    N_("gaps"): _gaps,
    N_("guesses"): _guesses,
    N_("agreements"): _agreements,
    N_("last time"): _last_time,
    N_("follow-ups"): _follow_ups,
    N_("parking lot"): _parked,
    N_("programme"): _programme,
    N_("private notes"): _memos,
}
