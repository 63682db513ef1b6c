"""What can be taken back: each step with its name, and typing that goes on is one step."""

from workshop.model.change import add, update
from workshop.model.history import Entry, History, recalled
from workshop.model.record import Note

NOTE = Note(id="n", text="")
FIRST = update(NOTE, text="V")
SECOND = update(Note(id="n", text="V"), text="Vi")


def done(history, label, change, merge="", at=0.0):
    history.done(history.number(merge, at), label, change, merge, at)


def test_typing_that_goes_on_is_one_step():
    history = History()
    done(history, "change the words", FIRST, "n.text", 10.0)
    done(history, "change the words", SECOND, "n.text", 12.0)
    assert [step.change for step in history.behind] == [update(NOTE, text="Vi")]


def test_each_pause_begins_anew_so_steady_typing_stays_one_step_for_as_long_as_it_lasts():
    history = History()
    done(history, "change the words", FIRST, "n.text", 10.0)
    done(history, "change the words", SECOND, "n.text", 11.9)
    done(history, "change the words", update(Note(id="n", text="Vi"), text="Vi g"), "n.text", 13.8)
    assert len(history.behind) == 1


def test_after_two_seconds_a_new_step_begins():
    history = History()
    done(history, "change the words", FIRST, "n.text", 10.0)
    done(history, "change the words", SECOND, "n.text", 12.01)
    assert len(history.behind) == 2


def test_another_card_or_no_merge_key_is_another_step():
    history = History()
    done(history, "a", FIRST, "n.text", 10.0)
    done(history, "b", SECOND, "m.text", 10.1)
    done(history, "c", add(Note(id="x")), "", 10.2)
    done(history, "d", add(Note(id="y")), "", 10.3)
    assert [step.label for step in history.behind] == ["a", "b", "c", "d"]


def test_what_is_written_after_an_undo_does_not_grow_into_what_was_there_before():
    history = History()
    done(history, "a", FIRST, "n.text", 10.0)
    done(history, "b", add(Note(id="x")), "", 10.1)
    history.undone()
    done(history, "c", SECOND, "n.text", 10.2)
    assert [step.label for step in history.behind] == ["a", "c"]


def test_something_new_closes_the_way_forward():
    history = History()
    done(history, "a", FIRST)
    history.undone()
    assert history.ahead
    done(history, "b", add(Note(id="x")))
    assert not history.ahead


def test_a_step_that_came_back_to_where_it_began_leaves_nothing_to_undo():
    history = History()
    done(history, "keep card", update(NOTE, chosen=True), "keep", 10.0)
    done(history, "keep card", update(Note(id="n", chosen=True), chosen=False), "keep", 10.5)
    assert not history.behind


def test_no_number_is_ever_used_for_two_steps():
    history = History()
    done(history, "a", FIRST)
    first = history.behind[-1].number
    history.undone()
    done(history, "b", FIRST)
    assert history.behind[-1].number != first


def test_a_journal_is_read_back_to_the_same_steps():
    journal = [
        Entry("do", 1, "write card", FIRST),
        Entry("do", 1, "write card", SECOND),
        Entry("do", 2, "move card", add(Note(id="x"))),
        Entry("do", 3, "remove card", add(Note(id="y"))),
        Entry("undo", 3, "remove card", add(Note(id="y")).inverse()),
        Entry("undo", 2, "move card", add(Note(id="x")).inverse()),
        Entry("redo", 2, "move card", add(Note(id="x"))),
    ]
    history = recalled(journal)
    assert [(step.number, step.label) for step in history.behind] == [(1, "write card"), (2, "move card")]
    assert history.behind[0].change == update(NOTE, text="Vi")
    assert [step.label for step in history.ahead] == ["remove card"]
    assert history.number("", 0.0) == 4


def test_a_journal_that_begins_in_the_middle_does_not_bring_the_session_down():
    assert not recalled([Entry("undo", 4, "a", FIRST), Entry("redo", 4, "a", FIRST)]).behind
