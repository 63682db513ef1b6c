"""What can be done with a board of questions, for the machine that does whatever can be done."""

from hypothesis import strategies as some
from hypothesis.stateful import rule

from workshop.model.asking.joint import LIKENESS
from workshop.model.record import Answer, Board, Party

texts = some.text(max_size=20) | some.sampled_from(["ett svar", "åäö", "👩‍👩‍👧"])
questions = some.sampled_from(["problem", "goal", "who", "nothing"])
parties = some.sampled_from(["left", "right", ""])
dates = some.sampled_from(["", "2026-12-31", "i morgon"])

BOARD = Board(id="r:asked", run="r", key="asked", kind="questions", settings=(
    ("columns", "parties"), ("questions", ("problem", "goal")), ("mandates", ("who",)),
    ("weights", ("problem_1", "problem_2", "goal_1", "goal_2")), ("asks", ("problem>1 goal<2",)),
))  # fmt: skip


class Asking:
    """Rules for a machine that has `_do` and a session."""

    def _ask(self, verb: str, *args: object, **given: object) -> None:
        self._do(verb, *args, board="asked", **given)  # type: ignore[attr-defined]

    def _answer(self, number: int) -> str:
        found = self.session.state.all(Answer)  # type: ignore[attr-defined]
        return found[number % len(found)].id if found else "none"

    @rule(question=questions, party=parties, text=texts, hands=some.integers(-1, 1000))
    def answer(self, question: str, party: str, text: str, hands: int) -> None:
        self._ask("add_answer", question, text, party, hands=hands)

    @rule(question=questions, party=parties)
    def not_know_yet(self, question: str, party: str) -> None:
        self._ask("answer_unknown", question, party)

    @rule(number=some.integers(0, 9), text=texts)
    def answer_otherwise(self, number: int, text: str) -> None:
        self._ask("edit_answer", self._answer(number), text)

    @rule(number=some.integers(0, 9), question=questions, party=parties, before=some.integers(0, 9) | some.none())
    def move_an_answer(self, number: int, question: str, party: str, before: int | None) -> None:
        self._ask("move_answer", self._answer(number), question, party, "" if before is None else self._answer(before))

    @rule(number=some.integers(0, 9))
    def answer_no_more(self, number: int) -> None:
        self._ask("remove_answer", self._answer(number))

    @rule(number=some.integers(0, 9), hands=some.integers(-1, 1000))
    def count_hands_for_an_answer(self, number: int, hands: int) -> None:
        self._ask("give_hands", self._answer(number), hands)

    @rule(question=questions, likeness=some.sampled_from([*LIKENESS, "almost"]))
    def compare(self, question: str, likeness: str) -> None:
        self._ask("mark_likeness", question, likeness)

    @rule(question=questions, weight=some.sampled_from(["", "problem_1", "problem_2", "goal_2", "heavy"]))
    def weigh(self, question: str, weight: str) -> None:
        self._ask("weigh", question, weight)

    @rule(question=questions, text=texts)
    def put_in_words(self, question: str, text: str) -> None:
        self._ask("word", question, text)

    @rule(question=questions, party=parties)
    def confirm(self, question: str, party: str) -> None:
        self._ask("confirm", question, party)

    @rule(question=questions, owner=texts, due=dates)
    def leave_open(self, question: str, owner: str, due: str) -> None:
        self._ask("leave_open", question, owner, due)

    @rule(question=questions)
    def close_the_question(self, question: str) -> None:
        self._ask("close_question", question)

    @rule(name=texts, mark=some.sampled_from(["", "E", "for long a mark"]))
    def one_more_party(self, name: str, mark: str) -> None:
        self._ask("add_party", name, mark)

    @rule(number=some.integers(0, 3), name=texts)
    def call_a_party_otherwise(self, number: int, name: str) -> None:
        self._ask("name_party", self._party(number), name)

    @rule(number=some.integers(2, 3))
    def one_party_less(self, number: int) -> None:
        self._ask("remove_party", self._party(number))

    def _party(self, number: int) -> str:
        found = self.session.state.all(Party)  # type: ignore[attr-defined]
        return found[number].id if number < len(found) else "none"
