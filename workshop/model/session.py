"""A session at work: every change is checked, saved, then shown."""

from collections.abc import Callable
from typing import Protocol

from workshop.model import begin
from workshop.model.anonymous import is_anonymous
from workshop.model.change import Change, State
from workshop.model.history import APART, Entry, History, Step
from workshop.model.record import Scope
from workshop.model.refusal import Refusal

_SAVED = (Scope.DOCUMENT, Scope.STAGE)


class Keep(Protocol):
    """Where a session is kept: the store's file, or memory in a rehearsal."""

    def write(self, change: Change, entry: Entry | None) -> None:
        """Make a change durable, together with its journal row, in one transaction; Refusal where it can't be.

        Where the entry is APART no row tells of the change, nor may the file tell when its records came.
        """
        ...

    def history(self) -> History:
        """What the journal tells of steps behind and ahead; an empty history where it can't be read."""
        ...

    def erase(self, change: Change) -> None:
        """Make a change durable and forget, beyond recall, the journal and what was removed."""
        ...


class InMemory:
    """Keeps nothing beyond the program's own life."""

    def write(self, change: Change, entry: Entry | None) -> None:
        """Nothing to do: the session holds the state."""

    def history(self) -> History:
        """Always a history without steps."""
        return History()

    def erase(self, change: Change) -> None:
        """Nothing to do: nothing was kept."""


class Session:
    """The frozen state of now, where it is kept, and what can be undone."""

    def __init__(self, state: State, keep: Keep, clock: Callable[[], float]) -> None:
        self.state = state
        self.followers: list[Callable[[Change], None]] = []
        self._keep = keep
        self._clock = clock
        self._history: History | None = None
        self._owed = Change()  # what the room was shown though it could not be saved; saved with the next change

    @property
    def history(self) -> History:
        """What can be undone and redone, read from the journal the first time that it is asked for."""
        if self._history is None:
            self._history = self._keep.history()
        return self._history

    def do(self, change: Change, label: str, merge: str = "") -> None:
        """Carry a change out: check, save, replace the state, remember, tell. Does nothing where nothing differs.

        Refusal where it can't be saved, and nothing has happened; but what concerns the stage alone happens all the
        same, for a full disk must not keep anybody from blanking the wall.
        """
        if not change:
            return
        after = change.apply(self.state)
        document = change.part(self.state, Scope.DOCUMENT)
        now = self._clock()
        if document:
            told = not is_anonymous(self.state)
            number = self.history.number(merge, now, told)
            entry = Entry("do", number, label, document) if told else APART
            self._write(change.part(self.state, *_SAVED), entry)
            self.history.done(number, label, document, merge, now, told)
        elif staged := change.part(self.state, Scope.STAGE):
            try:
                self._write(staged, None)
            except Refusal:
                self._owed = self._owed.then(staged)
                self._become(after, change)
                raise
        self._become(after, change)

    def _write(self, change: Change, entry: Entry | None) -> None:
        """Have a change kept, with what is owed from before."""
        self._keep.write(self._owed.then(change), entry)
        self._owed = Change()

    def undo(self) -> str:
        """Take the last step back and return its label; Refusal where there is none."""
        if not self.history.behind:
            if self.history.apart:
                raise Refusal(
                    "Undo ends here, for an anonymous step keeps no order to go back by; "
                    "a card can still be taken away with Del."
                )
            raise Refusal("There is nothing to undo.")
        step = self.history.behind[-1]
        self._again("undo", step, step.change.inverse())
        self.history.undone()
        return step.label

    def redo(self) -> str:
        """Do the last step that was taken back again and return its label; Refusal where there is none."""
        if not self.history.ahead:
            raise Refusal("There is nothing to redo.")
        step = self.history.ahead[-1]
        self._again("redo", step, step.change)
        self.history.redone()
        return step.label

    def erase(self, change: Change) -> None:
        """Carry a change out beyond recall: what it removes, and all that could be undone, is gone from the file."""
        after = change.apply(self.state)
        self._keep.erase(self._owed.then(change.part(self.state, *_SAVED)))
        self._owed = Change()
        self._history = History()
        self._become(after, change)

    def _again(self, act: str, step: Step, change: Change) -> None:
        returned = begin.returned(change.apply(self.state))
        whole = change.then(returned)
        after = whole.apply(self.state)
        told = step.told and not is_anonymous(self.state)
        self._write(whole, Entry(act, step.number, step.label, change) if told else APART)
        self._become(after, whole)

    def _become(self, state: State, change: Change) -> None:
        self.state = state
        for follower in tuple(self.followers):
            follower(change)
