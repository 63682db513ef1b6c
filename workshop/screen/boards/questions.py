"""Questions on the desk: which keys do what in each view, and what dragging means."""

import re

from workshop.model.asking import answers, joint
from workshop.model.asking.answers import answers_to, mandate_keys, question_keys
from workshop.model.asking.naming import with_name
from workshop.model.asking.parties import name_party, remove_party
from workshop.model.asking.words import scale_title
from workshop.model.change import Change
from workshop.model.picture import Picture
from workshop.model.record import Answer, Id, Joint, Party, Stage
from workshop.model.refusal import Refusal
from workshop.screen.boards.asking import entry, is_blind, parties, question_of, questions, titled, weighed
from workshop.screen.boards.cards import each, holds
from workshop.screen.boards.desk import Command, Desk, DeskKind, Pick
from workshop.words import N_


def commands(desk: Desk) -> list[Command]:
    """The keys of each view."""
    words, step = desk.words, desk.view.step.view
    found: list[Command] = []
    if step == "sheet":
        found += [_move(i, pick, words("Move to {list}", list=pick.title)) for i, pick in _numbered(questions(desk))]
        if desk.view.text.sets:
            found.append(Command("L", words("Fill in from …"), _fill, N_("fill in"), choices=_sets))
    if step == "answer":
        found.append(Command("V", words("We don't know yet"), _unknown, N_("say that one doesn't know yet")))
    if step == "show":
        found += [_likeness(i, pick) for i, pick in _numbered(_likenesses(desk))]
        found.append(Command("M", words("Move to another party …"), _to_party, N_("move answer"), choices=parties))
    if step == "weigh":
        found += [_weigh(i, pick) for i, pick in _numbered(titled(desk, tuple(weighed(desk)), scale_title))]
    if step == "wording":
        found += [
            _confirm(i, pick, words("{party} confirms", party=pick.title)) for i, pick in _numbered(parties(desk))
        ]
        found.append(Command("O", words("No longer open"), _close, N_("close the question")))
    if step in ("sheet", "answer", "show", "wording", "assignment"):
        found += [
            Command("Alt+Up", words("Move up"), lambda d, _: _shift(d, -1), N_("move answer"), "chevron-up"),
            Command("Alt+Down", words("Move down"), lambda d, _: _shift(d, 1), N_("move answer"), "chevron-down"),
        ]
    if step != "weigh":
        found.append(Command("Del", words("Remove"), _remove, N_("remove answer"), "trash"))
    return found


def _numbered(picks: tuple[Pick, ...]) -> list[tuple[int, Pick]]:
    return list(enumerate(picks[:9], 1))


def _move(number: int, pick: Pick, said: str) -> Command:
    def make(desk: Desk, _: str) -> Change:
        return each(desk, lambda state, id: answers.move_answer(state, desk.board, id, pick.key))

    return Command(str(number), said, make, N_("move answer"))


def _sets(desk: Desk) -> list[Pick]:
    return [Pick(str(number), found) for number, (found, _) in enumerate(desk.view.text.sets)]


def _fill(desk: Desk, which: str) -> Change:
    change = answers.fill_answers(desk.state, desk.board, desk.view.text.sets[int(which)][1])
    return with_name(desk.state, desk.board, change)


def _unknown(desk: Desk, _: str) -> Change:
    """That the party whose sheet lies in front doesn't know yet; on an open board the party of the picked answer."""
    stage, answer = desk.state.get("stage", Stage), desk.state.get(desk.first, Answer)
    if stage and is_blind(desk, stage):
        return answers.answer_unknown(desk.state, desk.board, question_of(desk), stage.sheet)
    if answer is None:
        raise Refusal("Pick an answer of the party's first.")
    return answers.answer_unknown(desk.state, desk.board, answer.question, answer.party)


def _likenesses(desk: Desk) -> tuple[Pick, ...]:
    words = desk.words
    said = {
        "same": words("The same"),
        "near": words("Near"),
        "different": words("Different"),
        "missing": words("Missing"),
    }
    return tuple(Pick(key, said[key]) for key in joint.LIKENESS)


def _likeness(number: int, pick: Pick) -> Command:
    def make(desk: Desk, _: str) -> Change:
        return joint.mark_likeness(desk.state, desk.board, question_of(desk), pick.key)

    return Command(str(number), pick.title, make, N_("mark how alike the answers are"))


def _to_party(desk: Desk, party: str) -> Change:
    def make(state, id: Id) -> Change:
        return answers.move_answer(state, desk.board, id, answers.answer_there(state, id).question, party)

    return each(desk, make)


def _weigh(number: int, pick: Pick) -> Command:
    """A key for each question; which word of its scale is asked for."""

    def choices(desk: Desk) -> list[Pick]:
        return [Pick(key, desk.view.text.word("weights", key)) for key in joint.weights_of(desk.board, pick.key)]

    def make(desk: Desk, weight: str) -> Change:
        return joint.weigh(desk.state, desk.board, pick.key, weight)

    return Command(str(number), pick.title, make, N_("weigh the questions"), choices=choices)


def _confirm(number: int, pick: Pick, said: str) -> Command:
    def make(desk: Desk, _: str) -> Change:
        return joint.confirm(desk.state, desk.board, question_of(desk), pick.key)

    return Command(str(number), said, make, N_("confirm the wording"))


def _close(desk: Desk, _: str) -> Change:
    return joint.close_question(desk.state, desk.board, question_of(desk))


def _remove(desk: Desk, _: str) -> Change:
    """What is picked taken away: an answer, a wording, a party."""

    def make(state, id: Id) -> Change:
        if state.get(id, Party):
            return remove_party(state, desk.board, id)
        if row := state.get(id, Joint):
            return joint.remove_wording(state, desk.board, row.question)
        return answers.remove_answer(state, desk.board, id)

    return each(desk, make)


def _shift(desk: Desk, by: int) -> Change:
    """An answer one place up or down among those of its party to the same question."""
    answer = answers.answer_there(desk.state, desk.first)
    mates = answers_to(desk.state, desk.board, answer.question, answer.party)
    place = mates.index(answer)
    before = place + (by if by < 0 else by + 1)
    if not 0 <= place + by < len(mates):
        return Change()
    ahead = mates[before].id if before < len(mates) else ""
    return answers.move_answer(desk.state, desk.board, answer.id, answer.question, answer.party, ahead)


_PARTS = re.compile(r"\s+·\s+")


def _edit(desk: Desk, id: Id, text: str) -> Change:
    """Other words for an answer or a wording; a party as "name · mark"."""
    if desk.state.get(id, Party):
        name, *mark = _PARTS.split(text.strip(), maxsplit=1)
        return name_party(desk.state, desk.board, id, name, *mark)
    if row := desk.state.get(id, Joint):
        return joint.word(desk.state, desk.board, row.question, text)
    return with_name(desk.state, desk.board, answers.edit_answer(desk.state, desk.board, id, text))


def _words_of(desk: Desk, id: Id) -> str:
    if party := desk.state.get(id, Party):
        return f"{party.name} · {party.mark}" if party.mark else party.name
    if row := desk.state.get(id, Joint):
        return row.wording
    answer = desk.state.get(id, Answer)
    return answer.text if answer else ""


def _dropped(desk: Desk, id: Id, picture: Picture, x: float, y: float) -> Change | None:
    """Where an answer is let go: another question of a sheet, another party's column; a weight, another place."""
    answer = desk.state.get(id, Answer)
    if desk.view.step.view == "weigh":
        return _drop_weight(desk, id, picture, x)
    if answer is None:
        return None
    under = next((p.id for p in picture.placed if p.role == "card" and p.id != id and holds(p, x, y)), "")
    if not answer.party:
        labels = [p for p in picture.placed if p.id.startswith("label:") and p.y <= y]
        if not labels:
            return None
        question = max(labels, key=lambda p: p.y).id.partition(":")[2]
        known = (*mandate_keys(desk.board), *question_keys(desk.board))
        return answers.move_answer(desk.state, desk.board, id, question, "", under) if question in known else None
    columns = [p for p in picture.placed if p.role == "heading" and p.x <= x <= p.x + p.width and p.y <= y]
    if not columns:
        return None
    party = max(columns, key=lambda p: p.y).id.partition(":")[2]
    return answers.move_answer(desk.state, desk.board, id, answer.question, party, under)


def _drop_weight(desk: Desk, id: Id, picture: Picture, x: float) -> Change | None:
    row = desk.state.get(id, Joint)
    scale = joint.weights_of(desk.board, row.question) if row else ()
    stops = {p.id.partition(":")[2]: p.x + p.width / 2 for p in picture.placed if p.id.startswith("stop:")}
    near = [key for key in scale if key in stops]
    if row is None or not near:
        return None
    return joint.weigh(desk.state, desk.board, row.question, min(near, key=lambda key: abs(stops[key] - x)))


KIND = DeskKind(entry=entry, commands=commands, edit=_edit, words_of=_words_of, dropped=_dropped)
