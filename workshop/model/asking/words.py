"""What is said of a question on a board: as it is asked, what may be asked besides, and what became of it."""

from workshop.model.asking.answers import answers_to, parties_of, question_keys
from workshop.model.asking.joint import agreed_by_all, confirmed_by
from workshop.model.asking.same_words import shared_words
from workshop.model.dates_said import written_out
from workshop.model.picture import View
from workshop.model.record import Answer, Joint, Party, Record

SIGNS = {"same": "=", "near": "≈", "different": "≠", "missing": "–"}


def title(view: View, question: str) -> str:
    """The question as it is asked."""
    return view.text.word("mandates" if question in view.text.words.get("mandates", {}) else "questions", question)


def short(view: View, question: str) -> str:
    """The question in a word or two, where the exercise has such."""
    return view.text.words.get("short", {}).get(question) or title(view, question)


def aside(view: View, question: str) -> str:
    """What may be asked besides, one thing on a line; nothing where the exercise says no more."""
    return view.text.words.get("aside", {}).get(question, "")


def scale_title(view: View, question: str) -> str:
    """What is asked of a question's weight."""
    return view.text.words.get("scales", {}).get(question) or short(view, question)


def start_title(view: View, question: str) -> str:
    """What something is called that was carried here for a question to begin from."""
    return view.text.words.get("start", {}).get(question) or view.words("We begin from")


def said(view: View, answer: Answer) -> str:
    """What an answer says: its words, or that nobody knows yet; what hangs behind the curtain, that it does."""
    if answer.unknown:
        return view.words("We don't know yet")
    return answer.text or view.words("behind the curtain")


def detail(view: View, answer: Answer) -> str:
    """The small words under an answer: which table it came from, how many hands it got and what it was carried from."""
    parts = [view.words("Table {n}", n=answer.table)] if answer.table else []
    parts += [view.words.many("{n} hand", "{n} hands", answer.hands)] if answer.hands else []
    parts += [carried_from(view, answer)]
    return " · ".join(part for part in parts if part)


def carried_from(view: View, answer: Answer) -> str:
    """What stands where an answer was carried from, where that says something else and may be seen."""
    origin = view.state.get(answer.origin, Record) if answer.origin else None
    text = getattr(origin, "text", "")
    return view.words("From: {text}", text=text) if text and text != answer.text else ""


def likeness(view: View, row: Joint) -> str:
    """How alike the answers are, as a sign and a word; nothing where that isn't marked."""
    words = {
        "same": view.words("same"),
        "near": view.words("near"),
        "different": view.words("different"),
        "missing": view.words("missing"),
    }
    return f"{SIGNS[row.likeness]} {words[row.likeness]}" if row.likeness in words else ""


def standing(view: View, row: Joint) -> str:
    """Who stands behind a wording; nothing where there is none."""
    if not row.wording:
        return ""
    if agreed_by_all(view.state, view.board, row):
        return view.words("Confirmed by all")
    names = [party_name(view, id) for id in confirmed_by(view.state, view.board, row)]
    return view.words("Confirmed by {parties}", parties=", ".join(names)) if names else view.words("Not confirmed yet")


def left_open(view: View, row: Joint) -> str:
    """That a question is left open, who owns it and until when; nothing where it isn't."""
    due = written_out(row.due, view.words)
    return view.words("Open question: {owner}, by {due}", owner=row.owner, due=due) if row.owner else ""


def weight_word(view: View, row: Joint) -> str:
    """The word for what a question weighs; nothing where it isn't weighed."""
    return view.text.word("weights", row.weight) if row.weight else ""


def party_name(view: View, id: str) -> str:
    """A party's name."""
    party = view.state.get(id, Party)
    return party.name if party else id


def questions_of(view: View) -> tuple[str, ...]:
    """The questions that a step is about: one, or all of them."""
    return (view.step.focus,) if view.step.focus else question_keys(view.board)


def questions_from(view: View) -> tuple[str, ...]:
    """All questions, the one that a step is about first."""
    first = questions_of(view)
    return (*first, *(question for question in question_keys(view.board) if question not in first))


def told_words(view: View, question: str) -> str:
    """The words that more than one party uses, each once whatever endings it has; nothing where there is none."""
    words = ", ".join(min(same, key=lambda word: (len(word), word)) for same in _shared(view, question))
    return view.words("Several say: {words}", words=words) if words else ""


def same_words(view: View, question: str) -> frozenset[str]:
    """The words that more than one party uses in its answers to a question."""
    return frozenset[str]().union(*_shared(view, question))


def _shared(view: View, question: str) -> tuple[frozenset[str], ...]:
    parties = parties_of(view.state, view.board)
    spoken = {p.id: [a.text for a in answers_to(view.state, view.board, question, p.id)] for p in parties}
    return shared_words(spoken, view.words.language)
