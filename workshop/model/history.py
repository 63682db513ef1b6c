"""What can be taken back and done again, each step with a name."""

from collections.abc import Iterable

from workshop.model.change import Change
from workshop.model.value import valueclass

KEPT = 500  # steps that can be taken back; a day of running must not fill the memory
MERGES_WITHIN = 2.0  # seconds between two changes with the same merge key that make them one step


@valueclass
class Entry:
    """One row of the journal: what was done, undone or redone; entries of one `step` are undone together."""

    act: str  # "do", "undo" or "redo"; "apart" where the journal shall not tell what was done
    step: int
    label: str
    change: Change


APART = Entry("apart", 0, "", Change())


@valueclass
class Step:
    """One thing that can be undone; `label` says what, `merge` and `at` decide what it may grow by.

    One that is not `told` stands in no journal.
    """

    number: int
    label: str
    change: Change
    merge: str = ""
    at: float = 0.0
    told: bool = True


class History:
    """The steps behind and ahead. `apart`: before the first of them lies what no journal tells of."""

    def __init__(self, apart: bool = False) -> None:
        self.apart = apart
        self.behind: list[Step] = []
        self.ahead: list[Step] = []
        self._next = 1

    def number(self, merge: str, now: float, told: bool = True) -> int:
        """The number of the step that a change with a merge key would belong to now."""
        return self.behind[-1].number if self._grows(merge, now, told) else self._next

    def done(
        self, number: int, label: str, change: Change, merge: str = "", at: float = 0.0, told: bool = True
    ) -> None:
        """Remember a change; one with the last step's number becomes part of it."""
        self.ahead.clear()
        if self.behind and self.behind[-1].number == number:
            earlier = self.behind.pop()
            label, change = earlier.label, earlier.change.then(change)
        if change:  # a step that has come back to where it began is none
            self.behind.append(Step(number, label, change, merge, at, told))
            del self.behind[:-KEPT]
        self._next = max(self._next, number + 1)

    def undone(self) -> None:
        """Remember that the last step was taken back."""
        self.ahead.append(self.behind.pop())

    def redone(self) -> None:
        """Remember that the last step taken back was done again."""
        self.behind.append(self.ahead.pop())

    def _grows(self, merge: str, now: float, told: bool) -> bool:
        last = self.behind[-1] if self.behind and not self.ahead else None
        return bool(last and merge and (last.merge, last.told) == (merge, told) and now - last.at <= MERGES_WITHIN)


def recalled(entries: Iterable[Entry], apart: bool = False) -> History:
    """The history that a journal tells of; where it takes back what it doesn't tell of, the history begins anew.

    `apart`: the journal itself begins after something that it doesn't tell of.
    """
    history = History(apart)
    for entry in entries:
        if entry.act == "do":
            history.done(entry.step, entry.label, entry.change)
        elif entry.act == "undo" and [step.number for step in history.behind[-1:]] == [entry.step]:
            history.undone()
        elif entry.act == "redo" and [step.number for step in history.ahead[-1:]] == [entry.step]:
            history.redone()
        else:
            history = History(apart=True)
    return history
