"""Sessions of each of the four exercises, with as much on the board that matters most as a test asks for."""

import time
from collections.abc import Sequence
from functools import cache
from typing import Any

from workshop.catalog import folder
from workshop.look import EXERCISES
from workshop.model import begin
from workshop.model.change import State
from workshop.model.example import joined, play
from workshop.model.exercise import Exercises
from workshop.model.record import Actor, Agreement, Answer, FollowUp, Memo, Note, Parked, Record
from workshop.model.session import InMemory, Session
from workshop.model.visible import Audience
from workshop.paper.wish import Wish
from workshop.words import Catalogue

NAMES = ("en-person-i-mitten", "isberget", "ledningsdialogen", "reta-motparten")
ODD = (
    "<b>fet</b> & 'så' \"här\"",
    "=1+1",
    "@SUMMA(A1)",
    "-2+3",
    "+46 70",
    "{{x}} {y} %s $HOME",
    "مرحبا بالعالم كيف حالكم",
    "שלום עולם",
    "👨‍👩‍👧 👍🏽 🇸🇪 tillsammans",
    "ö" * 60,
    "före\x00efter\x1b[0m",
    "Räksmörgås ꙮ ᚠ",
    "tre; fyra, fem\\sex",
    "första raden\nandra raden",
    "Vi tar det en gång till med alla. " * 9,
)


@cache
def held() -> Exercises:
    """The exercises as a session holds them, and those that follow them up."""
    return {name: folder.load(EXERCISES / name) for name in (*NAMES, "uppfoljning")}


@cache
def copies() -> dict[str, dict[str, str]]:
    """Their own files, as a session's file keeps them."""
    return {name: folder.files(EXERCISES / name) for name in NAMES}


def wish(state: State, audience: Audience = Audience.SHARED, language: str = "sv", **wanted: Any) -> Wish:
    """What is wanted of a session of any of the four."""
    return Wish(state, held(), Catalogue(language), audience, **wanted)


@cache
def played() -> State:
    """The four examples in one session, each played to its end."""
    examples = {name: folder.example(EXERCISES / name) for name in NAMES}
    state = begin.cover(**examples[NAMES[0]]["cover"], language="sv").apply(State())
    session = Session(state, InMemory(), time.monotonic)
    for name, (exercise, texts) in ((name, held()[name]) for name in NAMES):
        session.do(joined(session.state, exercise, texts["sv"], examples[name]), "")
        for _ in play(session, exercise, examples[name]):
            pass
    return session.state


def begun(name: str) -> State:
    """An exercise that has just begun, with two parties; nothing lies on its boards but what lies ready."""
    exercise, texts = held()[name]
    state = begin.cover("Ett pass", "Gruppen", "Ladan", "2026-10-14").apply(State())
    state = begin.parties([("a", "Kommunen", "K"), ("b", "Regionen", "R")]).apply(state)
    state = begin.run(state, exercise, texts["sv"], id="r").apply(state)
    return State(record for record in state if not isinstance(record, (Note, Answer)))


def filled(name: str, said: Sequence[str]) -> State:
    """An exercise in which these things were written, on the board that it is about; none of it is raw."""
    return State([*begun(name), *(_thing(name, number, text) for number, text in enumerate(said))])


def numbered(count: int) -> list[str]:
    """So many things of different length, no two alike."""
    return [f"Sak{n:03}: " + "vi skickar det vidare " * (n % 5) for n in range(count)]


def _thing(name: str, number: int, text: str) -> Record:
    lies = {"id": f"t{number:03}", "text": text, "order": float(number)}
    if name == "en-person-i-mitten":
        return Actor(board="r:map", sector="state", ring="daily", people=number % 4, **lies)
    if name == "ledningsdialogen":
        return Answer(board="r:dialogue", question="problem", party="ab"[number % 2], **lies)
    if name == "isberget":
        return Note(board="r:iceberg", list="above", **lies)
    return Note(board="r:promises", list="ab"[number % 2], **lies)


def with_dates(state: State, said: Sequence[str]) -> State:
    """The same with agreements and follow-ups that say these things, each with a day."""
    agreed = [
        Agreement(id=f"a{n:03}", run="r", text=text, who=text, due="2026-12-01", order=float(n))
        for n, text in enumerate(said)
    ]
    called = [
        FollowUp(id=f"f{n:03}", run="r", question=text, who="", due="2027-01-31", order=float(n))
        for n, text in enumerate(said)
    ]
    waiting = [Parked(id=f"p{n:03}", text=text, order=float(n)) for n, text in enumerate(said)]
    return State([*state, *agreed, *called, *waiting])


SECRETS = ("Hemligkortet", "Hemligalappen", "Hemligaursprunget")


def with_secrets() -> State:
    """A session with a raw card, a private note, and an agreement that came of the raw card."""
    state = with_dates(begun("reta-motparten"), [])
    raw = Note(id="hemligtid", board="r:provocations", list="a", text="Hemligkortet Hemligaursprunget", need="")
    turned = Note(id="c2", board="r:provocations", list="a", text="Hemligkortet", flip="Vi svarar samma dag")
    memo = Memo(id="m", run="r", step="write", text="Hemligalappen")
    agreed = Agreement(id="a1", run="r", text="Ring varje fredag", who="Chefen", due="2026-12-01", origin="hemligtid")
    return State([*state, raw, turned, memo, agreed])
