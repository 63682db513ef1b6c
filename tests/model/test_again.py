"""A session used again: its plan comes along and nothing that was written; the follow-up opens with what was agreed."""

import re

import pytest

from tests.model.played import NAMES, played
from workshop.catalog.folder import load
from workshop.look import EXERCISES
from workshop.model import outcomes
from workshop.model.again import follow_up, planned, without_content
from workshop.model.boards.agreements import edit_agreement
from workshop.model.change import State, add, update
from workshop.model.elsewhere import Elsewhere, Held
from workshop.model.fields import to_fields
from workshop.model.planned import Actual, Block, Programme
from workshop.model.record import Agreement, Board, Cover, FollowUp, Memo, Party, Run, Stage, new_id
from workshop.model.refusal import Refusal

HELD = Held("Höstens pass", "Ledningsgruppen", "2026-10-14", "host.workshop", "2026-10-14T08:00:00.000Z")
WORD = re.compile(r"[^\W\d]{4,}")


def sides(number: int) -> tuple[str, str]:
    return f"Sida {number + 1}", str(number + 1)


def words_of(state: State) -> set[str]:
    said = " ".join(str(value) for record in state for value in to_fields(record).values())
    return set(WORD.findall(said))


def with_a_plan(state: State) -> State:
    run = state.all(Run)[0].id
    plan = Programme(id="programme", title="Två dagar", days=(("09:00", ""),))
    first = Block(
        id="block1", title="Övning", order=1.0, minutes=50, cut=10, delay=7, run=run, exercise="x", leads="Kim"
    )
    left = Block(id="block2", title="Fika", order=2.0, minutes=15, dropped=True)
    actual = Actual(id="actual1", block="block1", began="2026-10-14T09:07:00", ended="2026-10-14T10:25:20")
    return add(plan, first, left, actual, Memo(id=new_id(), run=run, step="x", text="Hemligheten")).apply(state)


@pytest.mark.parametrize("name", NAMES)
def test_nothing_that_was_written_comes_along(name):
    state, exercises = played(name)
    new = without_content(with_a_plan(state), exercises, "Nytt pass", sides)
    shelf = " ".join(path.read_text("utf-8") for path in (EXERCISES / name).glob("*.toml") if path.stem != "example")
    allowed = set(WORD.findall(f"{shelf} Nytt pass Sida Två dagar Övning Fika Kim programme {name}"))
    allowed |= {word for record in new for word in WORD.findall(record.id)}
    tokens = {"True", "False", "sky", "ochre", "leaf", "violet", "exercise"}
    assert words_of(new) - allowed - tokens == set()


@pytest.mark.parametrize("name", NAMES)
def test_boards_parties_and_the_first_step_are_there(name):
    state, exercises = played(name)
    new = without_content(state, exercises, "Nytt pass", sides)
    assert [b.settings for b in new.all(Board)] == [b.settings for b in state.all(Board)]
    assert len(new.all(Party)) == len(state.all(Party)) and not {p.id for p in new.all(Party)} & {
        p.id for p in state.all(Party)
    }
    stage = new.need("stage", Stage)
    assert (stage.run, stage.step) == (new.all(Run)[0].id, exercises[name][0].steps[0].key)
    assert not new.all(Run)[0].ticked and not new.all(Run)[0].shared


def test_the_plan_is_as_it_was_planned_or_as_it_went():
    state, exercises = played("reta-motparten")
    state = with_a_plan(state)
    first, left = without_content(state, exercises, "Nytt", sides).all(Block)
    assert (first.minutes, first.cut, first.delay, left.dropped) == (60, 0, 0, False)
    first, left = without_content(state, exercises, "Nytt", sides, as_it_went=True).all(Block)
    assert (first.minutes, left.minutes) == (78, 15)


def test_a_block_holds_the_new_run_of_its_exercise():
    state, exercises = played("reta-motparten")
    new = without_content(with_a_plan(state), exercises, "Nytt", sides)
    assert new.all(Block)[0].run == new.all(Run)[0].id
    assert [r.run for r in planned(with_a_plan(state), {}) if isinstance(r, Block)] == ["", ""]


def test_one_exercise_alone_comes_without_the_programme():
    state, exercises = played("reta-motparten")
    new = without_content(with_a_plan(state), exercises, "Nytt", sides, only=state.all(Run)[0].id)
    assert len(new.all(Run)) == 1 and not new.all(Block) and not new.all(Programme)


FOLLOWS = load(EXERCISES / "uppfoljning")


def followed(state: State) -> State:
    return follow_up(state, HELD, FOLLOWS, "Uppföljning", "2027-01-12")


def the_board(state: State) -> Board:
    return next(board for board in state.all(Board) if outcomes.goes_through(board))


def test_a_follow_up_opens_with_last_times_agreements_and_their_question():
    state, _ = played("reta-motparten")
    new = followed(state)
    assert [a.text for a in new.all(Agreement)] == [a.text for a in state.all(Agreement)]
    assert all(a.past and not a.outcome for a in new.all(Agreement))
    assert [f.question for f in new.all(FollowUp)] == [f.question for f in state.all(FollowUp)]
    assert new.need("cover", Cover).group == state.need("cover", Cover).group
    stage = new.need("stage", Stage)
    assert FOLLOWS[0].step(stage.step).board == the_board(new).key


def test_each_agreement_leads_back_to_the_session_that_it_came_from():
    state, _ = played("reta-motparten")
    new = followed(state)
    for agreement in new.all(Agreement):
        source = new.need(agreement.origin, Elsewhere)
        assert state.need(source.thing, Agreement).text == agreement.text
        assert (source.session, source.file, source.made) == (HELD.title, HELD.file, HELD.made)


def test_the_raw_list_does_not_come_along_with_an_agreement():
    state, exercises = played("reta-motparten")
    raw = next(b for b in state.all(Board) if b.setting("raw", False))
    from workshop.model.record import Note

    note = next(n for n in state.inside(raw.id, Note) if not n.flip)
    agreement = update(state.all(Agreement)[0], origin=note.id)
    assert note.text not in str([e.text for e in followed(agreement.apply(state)).all(Elsewhere)])


def test_there_is_nothing_to_follow_up_where_nothing_was_agreed():
    state, exercises = played("reta-motparten")
    with pytest.raises(Refusal, match="Nothing was agreed"):
        followed(without_content(state, exercises, "Tomt", sides))


def test_what_is_gone_through_is_renewed_or_closed_and_what_is_open_is_followed_up_again():
    state, _ = played("reta-motparten")
    now = followed(state)
    board = the_board(now)
    first, second, *rest = now.all(Agreement)
    now = outcomes.go_through(now, board, first.id, "partly", "Hälften hann vi.").apply(now)
    now = outcomes.renew(now, board, first.id, "2027-03-01", text="Den andra hälften").apply(now)
    now = outcomes.go_through(now, board, second.id, "kept").apply(now)
    now = outcomes.close(now, board, second.id).apply(now)
    renewed = next(a for a in now.all(Agreement) if not a.past)
    assert (renewed.origin, renewed.due, renewed.text) == (first.id, "2027-03-01", "Den andra hälften")
    assert now.need(first.id, Agreement).onward == "renewed" and now.need(second.id, Agreement).onward == "closed"
    assert {a.id for a in outcomes.still_open(now)} == {renewed.id, *(a.id for a in rest)}
    again = followed(now)
    assert "Den andra hälften" in [a.text for a in again.all(Agreement)]
    with pytest.raises(Refusal, match="renewed already"):
        outcomes.renew(now, board, first.id)


def test_only_last_times_agreements_are_gone_through_and_only_with_the_exercises_own_answers():
    now = followed(played("reta-motparten")[0])
    board = the_board(now)
    with pytest.raises(Refusal, match="no answer"):
        outcomes.go_through(now, board, now.all(Agreement)[0].id, "perhaps")
    fresh = outcomes.renew(now, board, now.all(Agreement)[0].id).apply(now)
    with pytest.raises(Refusal, match="last time"):
        outcomes.close(fresh, board, next(a.id for a in fresh.all(Agreement) if not a.past))


def test_reasons_are_kept_when_the_answer_is_changed():
    now = followed(played("reta-motparten")[0])
    board, first = the_board(now), now.all(Agreement)[0].id
    now = outcomes.go_through(now, board, first, "not", "Snö.").apply(now)
    now = outcomes.go_through(now, board, first, "partly").apply(now)
    assert now.need(first, Agreement).why == "Snö."
    assert edit_agreement(now, board, first, "Andra ord", "", "").apply(now).need(first, Agreement).past


def test_a_session_fetches_its_own_agreements_once():
    from workshop.model.begin import take_up

    state, _ = played("reta-motparten")
    now = take_up(state, FOLLOWS[0], FOLLOWS[1]["sv"]).apply(state)
    board = the_board(now)
    now = outcomes.gather(now, board).apply(now)
    assert len([a for a in now.all(Agreement) if a.past]) == len(state.all(Agreement))
    with pytest.raises(Refusal, match="no more agreements"):
        outcomes.gather(now, board)
