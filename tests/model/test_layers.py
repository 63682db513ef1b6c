"""The iceberg: cards sink, causes carry what shows through whole chains, and the program says where a group stands."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.model.boards import KINDS
from workshop.model.boards.layers import take_set
from workshop.model.change import add
from workshop.model.iceberg import chains
from workshop.model.iceberg.told import chosen
from workshop.model.record import Link, Note
from workshop.model.refusal import Refusal
from workshop.model.visible import Audience, visible

from .iceberg import Iceberg
from .test_two_lists import work


@pytest.fixture
def ice():
    return Iceberg()


# Levels


def test_a_card_sinks_one_level_at_a_time_and_rises_again(ice):
    ice.writes("Frånvaro")
    ice.acts("sink_note", "Frånvaro")
    assert ice.level("line") == ["Frånvaro"]
    ice.acts("sink_note", "Frånvaro")
    assert ice.level("under") == ["Frånvaro"]
    with pytest.raises(Refusal, match="lowest level"):
        ice.acts("sink_note", "Frånvaro")
    ice.acts("sink_note", "Frånvaro", -2)
    assert ice.level("above") == ["Frånvaro"]
    with pytest.raises(Refusal, match="above the surface already"):
        ice.acts("sink_note", "Frånvaro", -1)


def test_a_chosen_cause_stays_chosen_while_it_sinks_but_not_above_the_surface(ice):
    ice.writes("Rädsla", level="line")
    ice.acts("choose_note", "Rädsla")
    ice.acts("sink_note", "Rädsla")
    assert ice.note("Rädsla").chosen
    ice.acts("move_note", "Rädsla", "above")
    assert not ice.note("Rädsla").chosen


def test_the_theme_stands_on_its_flag_and_is_no_card(ice):
    ice.acts("set_theme", "person", "Mira kommer inte", id="tema")
    assert not any(ice.told.levels.values())
    for verb in ("sink_note", "choose_note"):
        with pytest.raises(Refusal, match="flag"):
            ice.acts(verb, "tema")
    assert "Mira kommer inte" in ice.desk("write").words()


def test_an_iceberg_has_one_theme_whatever_is_chosen(ice):
    ice.acts("set_theme", "person", "Mira kommer inte", id="tema")
    ice.acts("set_theme", "together", "Det som stoppar oss", id="annat")
    assert [n.text for n in ice.state.all(Note)] == ["Det som stoppar oss"]
    ice.acts("turn_theme", "person")
    assert ice.note("tema").list == "person"
    with pytest.raises(Refusal, match="empty"):
        ice.acts("set_theme", "person", " ")
    with pytest.raises(Refusal, match="no theme"):
        ice.acts("set_theme", "above", "Något")


def test_the_kind_of_theme_decides_the_words_at_the_levels(ice):
    assert "Sorg" in ice.desk("write").words()
    ice.acts("set_theme", "together", "Det som stoppar oss")
    assert "Rädsla" in ice.desk("write").words() and "Sorg" not in ice.desk("write").words()
    assert "Vad är vi rädda för?" in " ".join(ice.desk("why").words().split())


def test_a_ready_set_is_laid_out_once_and_brings_its_theme(ice):
    cards = (("together", "Det som stoppar oss"), ("above", "Sekretess"), ("under", "Makt"))
    ice.acts("set_theme", "person", "Mira", id="tema")
    for _ in range(2):
        ice.does(take_set(ice.state, ice.board, cards))
    assert ice.note("tema").text == "Det som stoppar oss"
    assert (ice.level("above"), ice.level("under")) == (["Sekretess"], ["Makt"])


# Links


def test_the_answer_to_why_is_a_card_one_level_below_that_carries_it(ice):
    ice.writes("Frånvaro")
    ice.acts("why_note", "Frånvaro", "Brevet öppnas inte", id="brev", table=3)
    ice.acts("why_note", "brev", "Skam", id="skam")
    ice.acts("why_note", "skam", "Skulden", id="skuld")
    assert (ice.note("brev").list, ice.note("skam").list, ice.note("skuld").list) == ("line", "under", "under")
    assert set(ice.told.ties) == {("brev", "Frånvaro"), ("skam", "brev"), ("skuld", "skam")}
    assert ice.note("brev").table == 3


def test_a_circle_is_refused_with_the_cards_names(ice):
    ice.writes("A", "B", "C")
    ice.links("A>B", "B>C")
    with pytest.raises(Refusal, match="“A” carries “C” already"):
        ice.links("C>A")
    with pytest.raises(Refusal, match="itself"):
        ice.links("A>A")
    with pytest.raises(Refusal, match="linked already"):
        ice.links("A>B")


def test_a_symptom_that_is_reached_by_two_ways_counts_once(ice):
    ice.writes("Frånvaro", "Skulder")
    ice.writes("Vänster", "Höger", level="line")
    ice.writes("Skam", level="under")
    ice.links("Vänster>Frånvaro", "Höger>Frånvaro", "Höger>Skulder", "Skam>Vänster", "Skam>Höger")
    assert ice.told.bears["Skam"] == 2
    assert ice.told.bears["Vänster"] == 1
    assert "bär 2" in ice.desk("carry").words()
    assert "Skam (bär 2)" in ice.twin()


@given(st.lists(st.tuples(st.integers(0, 14), st.integers(0, 14)), max_size=40), st.sets(st.integers(0, 14)))
def test_what_a_cause_carries_is_what_one_finds_by_following_every_link(pairs, signs):
    pairs = [(f"{max(a, b)}", f"{min(a, b)}") for a, b in pairs if a != b]

    def follows(id):
        return {end for start, end in pairs if start == id} | {
            further for start, end in pairs if start == id for further in follows(end)
        }

    named = [str(sign) for sign in sorted(signs)]
    found = chains.reached(pairs, named)
    for id in {start for start, _ in pairs}:
        assert found[id] == len(follows(id) & set(named))


@given(st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6)), max_size=14))
def test_a_circle_is_found_where_there_is_one_and_only_there(pairs):
    pairs = [(str(a), str(b)) for a, b in pairs]

    def comes_back(id):
        found, waiting = set(), [id]
        for at in waiting:
            for end in {end for start, end in pairs if start == at} - found:
                found.add(end)
                waiting.append(end)
        return id in found

    assert chains.goes_round(pairs) == any(comes_back(start) for start, _ in pairs)


def test_removing_a_card_removes_its_links_and_undo_brings_them_back(ice):
    ice.writes("Frånvaro")
    ice.writes("Skam", level="under")
    ice.links("Skam>Frånvaro")
    ice.acts("remove_note", "Skam")
    assert not ice.state.all(Link)
    ice.session.undo()
    assert ice.told.bears["Skam"] == 1


def test_a_card_that_is_laid_under_another_gives_it_its_links_and_takes_them_back(ice):
    ice.writes("Frånvaro", "Skulder")
    ice.writes("Skam", "Blygsel", level="under")
    ice.links("Skam>Frånvaro", "Blygsel>Frånvaro", "Blygsel>Skulder")
    ice.acts("merge_notes", "Blygsel", "Skam")
    assert set(ice.told.ties) == {("Skam", "Frånvaro"), ("Skam", "Skulder")}
    assert ice.told.bears["Skam"] == 2
    ice.acts("part_note", "Skam")
    assert ice.told.bears == {"Skam": 1, "Blygsel": 2, "Frånvaro": 0, "Skulder": 0}


def test_a_cause_laid_under_what_it_carries_is_no_circle_but_by_way_of_a_third_it_is(ice):
    ice.writes("A", "B", "C", level="line")
    ice.links("A>B", "B>C")
    with pytest.raises(Refusal, match="third card"):
        ice.acts("merge_notes", "A", "C")
    ice.acts("merge_notes", "A", "B")
    assert set(ice.told.ties) == {("B", "C")}


def test_a_link_is_cut_also_where_a_card_underneath_lent_it(ice):
    ice.writes("Frånvaro")
    ice.writes("Skam", "Blygsel", level="under")
    ice.links("Skam>Frånvaro", "Blygsel>Frånvaro")
    ice.acts("merge_notes", "Blygsel", "Skam")
    ice.acts("unlink_notes", "Skam", "Frånvaro")
    assert not ice.state.all(Link)
    with pytest.raises(Refusal, match="no link"):
        ice.acts("unlink_notes", "Skam", "Frånvaro")


# Causes


def test_a_cause_that_carries_many_stands_out(ice):
    ice.writes("A", "B", "C")
    ice.writes("Skam", "Sorg", level="under")
    ice.links("Skam>A", "Skam>B", "Skam>C", "Sorg>A")
    shades = {p.id: p.shade for p in ice.desk("carry").placed if p.role == "card"}
    sizes = {p.id: p.texts[0].size for p in ice.desk("carry").placed if p.role == "card"}
    assert (shades["Skam"], shades["Sorg"]) == ("strong", "plain")
    assert sizes["Skam"] > sizes["Sorg"]


def test_as_many_causes_are_chosen_as_may_be_and_none_above_the_surface(ice):
    ice.writes("Frånvaro")
    ice.writes("A", "B", "C", "D", level="under")
    for cause in "ABC":
        ice.acts("choose_note", cause)
    with pytest.raises(Refusal, match="3 cards are kept already"):
        ice.acts("choose_note", "D")
    with pytest.raises(Refusal, match="above the surface"):
        ice.acts("choose_note", "Frånvaro")
    ice.acts("choose_note", "A")
    ice.acts("choose_note", "D")
    assert [n.text for n in chosen(ice.board, ice.told)] == ["B", "C", "D"]


def test_a_group_that_chose_nothing_still_finds_its_causes_to_turn(ice):
    ice.writes("Frånvaro")
    ice.writes("A", "B", "C", "D", level="under")
    assert len(chosen(ice.board, ice.told)) == 4
    ice.links("B>Frånvaro")
    ice.acts("give_hands", "C", 4)
    assert [n.text for n in chosen(ice.board, ice.told)] == ["B", "C"]
    ice.acts("counter_note", "D", "Tillit", "Vi ringer")
    assert [n.text for n in chosen(ice.board, ice.told)] == ["B", "C", "D"]


def test_who_can_do_something_is_said_of_causes_only(ice):
    ice.writes("Frånvaro")
    ice.writes("Skam", level="under")
    ice.acts("reach_note", "Skam", "joint")
    assert "vi tillsammans" in ice.desk("reach").words()
    with pytest.raises(Refusal, match="above the surface"):
        ice.acts("reach_note", "Frånvaro", "own")


def test_a_counter_force_and_its_act_are_read_on_the_card(ice):
    ice.writes("Misstro", level="under")
    ice.acts("counter_note", "Misstro", "Tillit", "Vi ringer")
    assert {"Drar åt andra hållet: Tillit", "Vi ringer"} <= set(ice.desk("counter").words().splitlines())
    assert "Drar åt andra hållet: Tillit" in ice.twin() and "Det vi gör: Vi ringer" in ice.twin()


def test_a_deep_card_may_be_carried_on_as_a_cause_and_an_actor_comes_in_as_theme(ice):
    ice.writes("Frånvaro")
    ice.writes("Skam", level="under")
    kind = KINDS["layers"]
    carried = kind.carries(ice.state, ice.board, "Skam")
    assert carried and (carried.what, carried.text) == ("cause", "Skam")
    assert kind.carries(ice.state, ice.board, "Frånvaro") is None
    assert kind.places and kind.places(ice.view("theme"))[0] == ("person", "Personens isberg")
    assert kind.receive
    ice.does(kind.receive(ice.state, ice.board, "person", "Vuxenpsykiatrin", "Frånvaro"))
    assert ice.told.theme and ice.told.theme.origin == "Frånvaro"
    assert "Från: Frånvaro" in ice.twin()


def test_the_room_is_told_of_this_iceberg_and_of_no_other(ice):
    ice.writes("Frånvaro", "Skam")
    ice.links("Skam>Frånvaro")
    other = replace(ice.board, id="r:other", key="other")
    secret = Note(id="secret", board="r:other", list="under", text="Hemligt")
    ice.does(add(other, secret, Link(id="tie", board="r:other", start="secret", end="secret2")))
    seen = visible(ice.state, Audience.ROOM, "r:ice")
    assert {"Frånvaro", "Skam", "Skam>Frånvaro"} <= {record.id for record in seen}
    assert not {"secret", "tie"} & {record.id for record in seen}


# Nudges


def test_a_group_that_stays_above_the_surface_is_told_so(ice):
    ice.writes(*(f"Kort {n}" for n in range(14)))
    ice.writes("A", "B", level="under")
    assert ice.nudges("sink").startswith("Ni har 14 kort ovan ytan och 2 under. Fråga vidare")
    ice.writes(*(f"Orsak {n}" for n in range(6)), level="line")
    assert ice.nudges("sink") == "Ni har 14 kort ovan ytan och 8 under."


def test_symptoms_without_a_cause_are_named(ice):
    ice.writes("Frånvaro", "Skulder", "Tystnad", "Trötthet", "Ilska")
    ice.writes("Skam", level="under")
    ice.links("Skam>Skulder")
    assert "4 kort saknar orsak än så länge: Frånvaro · Tystnad · Trötthet …" in ice.nudges("why")


def test_acts_are_wanted_under_the_surface(ice):
    ice.writes("Frånvaro")
    ice.writes("Skam", level="under")
    assert "Målet är minst en handling under ytan" in ice.nudges("counter")
    ice.acts("counter_note", "Frånvaro", "Sms", "Vi skickar sms")
    assert "ovan ytan än så länge" in ice.nudges("counter")
    ice.acts("counter_note", "Skam", "Värme", "Vi ringer")
    assert ice.nudges("counter") == "1 handling ligger under ytan."


def test_what_is_said_quietly_is_never_drawn(ice):
    ice.writes(*(f"Kort {n}" for n in range(14)))
    assert "Fråga vidare" in ice.nudges("sink")
    assert "Fråga vidare" not in ice.desk("sink").words()


def test_ten_times_as_many_cards_are_ten_times_the_work():
    def drawn(count):
        ice = Iceberg()
        notes = [
            Note(id=f"c{n}", board="r:ice", list=("above", "line", "under")[n % 3], text=f"Kort {n}", order=float(n))
            for n in range(count)
        ]
        links = [Link(id=f"l{n}", board="r:ice", start=f"c{n}", end=f"c{n - 1}") for n in range(1, count) if n % 3]
        ice.does(add(*notes, *links))
        acts = [
            lambda step=step: (ice.desk(step), ice.twin(step), ice.nudges(step)) for step in ("write", "why", "carry")
        ]
        for act in acts:
            act()  # words are measured the first time
        return sum(work(act) for act in acts)

    assert drawn(200) < 12 * drawn(20)
