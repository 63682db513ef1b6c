"""Real names are seen on the facilitator's screen alone, and only while they are unlocked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.model.aliases import guarded, keep, pairs_of, under_alias, unlock, with_names
from workshop.model.change import State, add, update
from workshop.model.kept import Alias
from workshop.model.record import Agreement, Board, Cover, Memo, Note, Run, Stage
from workshop.model.refusal import Refusal
from workshop.model.visible import Audience, visible

NAME, ALIAS = "Anna Svensson", "Mira"
ROWS = [(ALIAS, f"{NAME}, Anna", ""), ("Ove", "Bo", "")]
SAID = f"{NAME} ringer, Annas chef svarar inte. Bo vet. bo kvar. Annalena, Mira."
HIDDEN = "Mira ringer, Miras chef svarar inte. Ove vet. bo kvar. Annalena, Mira."
AT_WORK = State(
    [
        Cover(id="cover", title=f"Om {NAME}"),
        Stage(id="stage", run="r", step="write", frozen=True, message=SAID),
        Run(id="r", exercise="trial"),
        Board(id="r:b", run="r", key="b", kind="two_lists"),
        Note(id="n", board="r:b", text=SAID, flip=NAME, need=NAME),
        Agreement(id="a", run="r", text=SAID, who=NAME),
        Memo(id="m", run="r", step="write", text=SAID),
    ]
)
NAMED = keep(AT_WORK, ROWS).apply(AT_WORK)
RAW = State([*AT_WORK, *NAMED.all(Alias)])  # as another program may have written it


def told(state: State) -> str:
    return repr(list(state))


def test_a_text_is_said_under_alias_and_with_names():
    pairs = pairs_of(NAMED)
    assert under_alias(SAID, pairs) == HIDDEN
    said = with_names(SAID, pairs)
    assert said.startswith(f"Mira ({NAME}) ringer, Miras ({NAME}) chef") and "Ove (Bo) vet. bo kvar." in said
    assert under_alias("ANNA SVENSSON och anna", pairs) == "Mira och Mira"
    assert under_alias(f"Mira ({NAME}) ringer", pairs) == "Mira ringer"


@pytest.mark.parametrize("audience", [audience for audience in Audience if audience is not Audience.FACILITATOR])
@pytest.mark.parametrize("unlocked", [False, True])
def test_no_other_audience_ever_sees_a_real_name_or_the_list(audience, unlocked):
    state = unlock(RAW, unlocked).apply(RAW)
    seen = visible(state, audience, "r:b")
    assert "Anna " not in told(seen) and NAME not in told(seen) and "Bo" not in told(seen).replace("Board", "")
    assert not seen.all(Alias) and "Unlocked" not in told(seen)
    assert "Mira" in told(seen)


def test_the_desk_shows_them_while_they_are_unlocked():
    assert NAME not in told(visible(NAMED, Audience.FACILITATOR))
    state = unlock(NAMED, True).apply(NAMED)
    assert f"Mira ({NAME})" in visible(state, Audience.FACILITATOR).need("a", Agreement).who
    assert NAME not in told(visible(unlock(state, False).apply(state), Audience.FACILITATOR))


def test_what_is_written_already_is_under_alias_too_and_can_be_undone():
    assert NAMED.need("n", Note).text == HIDDEN and NAMED.need("cover", Cover).title == "Om Mira"
    change = keep(AT_WORK, ROWS)
    assert change.inverse().apply(change.apply(AT_WORK)) == AT_WORK


def test_what_is_written_is_written_under_alias():
    note = NAMED.need("n", Note)
    change = guarded(add(Note(id="n2", board="r:b", text=SAID)), NAMED)
    assert change.apply(NAMED).need("n2", Note).text == HIDDEN
    change = guarded(update(note, text=f"Mira ({NAME}) ringer", hands=2), NAMED)
    written = change.apply(NAMED).need("n", Note)
    assert (written.text, written.hands) == ("Mira ringer", 2)
    assert not guarded(update(written, text=f"{NAME} ringer"), change.apply(NAMED)), "nothing differs then"
    bare = guarded(add(Note(id="n3", text=SAID)), AT_WORK)
    assert bare.apply(AT_WORK).need("n3", Note).text == SAID, "no list, no aliases"
    renamed = keep(NAMED, [("Vera", NAME, "")])
    assert guarded(renamed, NAMED).apply(NAMED).all(Alias)[0].name == NAME, "the list itself is kept as it is"


def test_the_list_is_changed_in_one_step_and_a_frozen_wall_goes_on():
    assert not NAMED.need("stage", Stage).frozen
    change = keep(NAMED, [("Vera", "Bo", "Ove"), (ALIAS, NAME, ALIAS), ("", "", "")])
    after = change.apply(NAMED)
    assert [(alias.alias, alias.name) for alias in after.all(Alias)] == [("Vera", "Bo"), (ALIAS, NAME)]
    assert "Vera vet." in after.need("n", Note).text, "who is called something else now is so everywhere"
    assert change.inverse().apply(after) == NAMED
    assert not keep(NAMED, ROWS)


HALVES = (("Mira", "", ""),), (("", NAME, ""),), (("Mira", " , ", ""),), (("Mira", NAME, ""), ("mira", "Bo", ""))


@pytest.mark.parametrize("rows", HALVES)
def test_half_a_row_or_an_alias_for_two_is_refused(rows):
    with pytest.raises(Refusal):
        keep(AT_WORK, rows)


@given(st.text("aAnN sS.,()Mira", max_size=30))
def test_saying_it_under_alias_twice_says_nothing_more(text):
    pairs = pairs_of(NAMED)
    once = under_alias(text, pairs)
    assert under_alias(once, pairs) == once
    assert under_alias(with_names(text, pairs), pairs) == once
