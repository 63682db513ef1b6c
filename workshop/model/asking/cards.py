"""The cards of a board of questions: an answer, what a question begins from, one wording for all."""

from workshop.model.arrange import Card, Said
from workshop.model.asking.joint import agreed_by_all
from workshop.model.asking.words import detail, left_open, said, standing, start_title
from workshop.model.picture import Frame, View
from workshop.model.record import Answer, Joint, Party


def start_card(view: View, frame: Frame, answer: Answer) -> Card:
    """What a question begins from, carried from another exercise."""
    label = start_title(view, answer.question)
    if frame.brief:
        return Card(answer.id, (Said(f"{label}: {said(view, answer)}"),), "sand")
    small = detail(view, answer)
    words = (
        Said(label, 0.8, True, "muted"),
        Said(said(view, answer)),
        *((Said(small, 0.8, ink="muted"),) if small else ()),
    )
    return Card(answer.id, words, "sand")


def wording_card(view: View, row: Joint, stands: bool = False) -> Card:
    """The wording for all, in larger letters, with a band where every party stands behind it.

    `stands` says also who does, and that it is left open.
    """
    agreed = agreed_by_all(view.state, view.board, row)
    words = [Said(row.wording, 1.25)] if row.wording else []
    if stands:
        words += [Said(said_, 0.8, ink="muted")] if (said_ := standing(view, row)) else []
        words += [Said(said_, 0.8, True, "warning")] if (said_ := left_open(view, row)) else []
    return Card(row.id, tuple(words), "surface", "strong" if agreed else "plain")


def answer_card(
    view: View, frame: Frame, answer: Answer, party: Party | None, lit: frozenset[str], named: bool = False
) -> Card:
    """One answer on its party's paper; `named` says first whose it is."""
    words = [Said(said(view, answer), ink="muted" if answer.unknown else "ink", lit=lit)]
    small = "" if frame.brief else detail(view, answer)
    if named and party:
        small = " · ".join(part for part in (party.name, small) if part)
    if small:
        words.insert(0 if named else 1, Said(small, 0.8, ink="muted"))
    return Card(answer.id, tuple(words), party.tone if party else "sand", "faint" if answer.unknown else "plain")
