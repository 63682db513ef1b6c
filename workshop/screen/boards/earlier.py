"""Last time's agreements on the desk: what came of each with a number, why on the line, then renewed or closed."""

from collections.abc import Callable

from workshop.model import outcomes
from workshop.model.change import Change
from workshop.model.refusal import Refusal
from workshop.screen.boards.desk import Command, Desk, Entry, Field, Pick, Written
from workshop.words import N_

_WHY, _MORE = "why", "more"


def entry(desk: Desk) -> Entry:
    """A line that says why of the agreement that is picked, or writes down one more from last time."""
    words = desk.words
    picks = (Pick(_WHY, words("Why")), Pick(_MORE, words("One more")))
    hint = words("Why it went as it did. One more from last time: what · who · date")
    return Entry((Field("text", hint),), _write, N_("write down what came of it"), picks, goes_on=True)


def _write(desk: Desk, written: Written) -> Change:
    said = written.values["text"]
    if written.pick == _MORE:
        text, who, due = (*(part.strip() for part in said.rsplit(" · ", 2)), "", "")[:3]
        return outcomes.remember(desk.state, desk.board, text, who, due)
    return outcomes.explain(desk.state, desk.board, desk.first, said)


def commands(desk: Desk) -> list[Command]:
    """A number for each thing that may have come of an agreement; renew, close, and fetch what this session has."""
    words, found = desk.words, []
    for number, key in enumerate(desk.board.setting("outcomes", ()), 1):
        title = desk.view.text.word("outcomes", key)
        found.append(Command(str(number), title, _came_to(key), N_("say what came of it")))
    found += [
        Command("R", words("Renew"), _each(outcomes.renew), N_("renew an agreement")),
        Command("S", words("Close"), _each(outcomes.close), N_("close an agreement")),
    ]
    if outcomes.to_gather(desk.state, desk.board):
        found.append(Command("G", words("Fetch from the session"), _gather, N_("fetch agreements")))
    return found


def _came_to(outcome: str) -> Callable[[Desk, str], Change]:
    return _each(lambda state, board, id: outcomes.go_through(state, board, id, outcome))


def _each(verb: Callable[..., Change]) -> Callable[[Desk, str], Change]:
    """The same done to everything that is picked."""

    def make(desk: Desk, _: str) -> Change:
        if not desk.picked:
            raise Refusal("Pick one of last time's agreements first.")
        whole, now = Change(), desk.state
        for id in desk.picked:
            change = verb(now, desk.board, id)
            whole, now = whole.then(change), change.apply(now)
        return whole

    return make


def _gather(desk: Desk, _: str) -> Change:
    return outcomes.gather(desk.state, desk.board)
