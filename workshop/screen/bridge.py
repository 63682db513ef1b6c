"""Where the model's news becomes a Qt signal and the windows' wishes become changes; the only place that does."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from workshop import clock
from workshop.model.change import Change, State
from workshop.model.kept import Alias
from workshop.model.refusal import Refusal
from workshop.model.session import Session
from workshop.model.trail import Trail
from workshop.model.visible import Audience, visible
from workshop.words import N_, Catalogue


class Bridge(QObject):
    """One open session as the windows see it. `refused` and `told` carry sentences in the chosen language."""

    changed = Signal(object)  # the Change
    saved = Signal(str)  # the time of day
    refused = Signal(str)
    told = Signal(str)
    closed = Signal()  # the session is let go of; its file may be closed next

    def __init__(self, session: Session, words: Catalogue, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.words = words
        self.trail = Trail()
        self.showing: Callable[[Change], Change] = lambda change: change  # the room has its wall follow, see Room
        self._seen = session.state, visible(session.state, Audience.FACILITATOR)
        session.followers.append(self._follow)

    @property
    def state(self) -> State:
        """The session's state now."""
        return self.session.state

    @property
    def seen(self) -> State:
        """What the facilitator may see of it now."""
        if self._seen[0] is not self.session.state:
            self._seen = self.session.state, visible(self.session.state, Audience.FACILITATOR)
        return self._seen[1]

    def do(self, make: Callable[[], Change] | Change, label: str, merge: str = "") -> bool:
        """Carry a change out, or say in a sentence why not; whether it was done."""
        try:
            change = make() if callable(make) else make
            under_alias = self._guarded(change)
            self.session.do(under_alias, label, merge)
        except Refusal as no:
            self.refused.emit(self.words.refusal(no))
            return False
        if under_alias and under_alias != change:
            said = self.words("A real name was written as its alias.")
            QTimer.singleShot(0, self, lambda: self.told.emit(said))  # after what clears the messages
        return True

    def write(self, make: Callable[[], Change], label: str) -> bool:
        """Carry out what is newly written; the wall turns to the page where it lies."""
        return self.do(lambda: self.showing(make()), label)

    def _guarded(self, change: Change) -> Change:
        """The change under alias; few sessions have any."""
        if not self.state.all(Alias):
            return change
        from workshop.model.aliases import guarded

        return guarded(change, self.state)

    def undo(self) -> None:
        """Take the last step back."""
        self._again(self.session.undo, N_("Undone: {what}"))

    def redo(self) -> None:
        """Do it again."""
        self._again(self.session.redo, N_("Redone: {what}"))

    def _again(self, act: Callable[[], str], said: str) -> None:
        try:
            label = act()
        except Refusal as no:
            self.refused.emit(self.words.refusal(no))
        else:
            self.told.emit(self.words(said, what=self.words(label)))

    def _follow(self, change: Change) -> None:
        self.changed.emit(change)
        self.saved.emit(clock.local("%H:%M"))

    def close(self) -> None:
        """Stop following the session."""
        self.session.followers.remove(self._follow)
        self.closed.emit()
