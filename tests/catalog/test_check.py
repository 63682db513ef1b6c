"""Somebody writes an exercise of their own, and is told in plain words what is wrong in it and where."""

import re
import shutil
from pathlib import Path

import pytest

from workshop.catalog.check import check, folders
from workshop.catalog.fault import Fault
from workshop.catalog.folder import load
from workshop.look import EXERCISES
from workshop.model.refusal import Refusal


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of a shipped exercise, to be broken."""
    return Path(shutil.copytree(EXERCISES / "reta-motparten", tmp_path / "reta-motparten"))


def told(fault: Fault) -> tuple[str, int, int, str]:
    return fault.file.name, fault.line, fault.column, str(fault.says)


def replaced(file: Path, old: str, new: str) -> tuple[int, int]:
    """Change the first `old` in a file; the place of what is new, where `|` marks it (otherwise its beginning)."""
    text = file.read_text("utf-8")
    assert old in text, f"{old!r} does not stand in {file.name}; the test is out of date"
    at = text.index(old) + max(0, new.find("|"))
    file.write_text(text.replace(old, new.replace("|", "", 1), 1), "utf-8")
    before = text[: text.index(old)] + new[: max(0, new.find("|"))]
    assert len(before) == at
    return before.count("\n") + 1, len(before) - before.rfind("\n")


@pytest.mark.parametrize("folder", sorted(EXERCISES.iterdir()), ids=lambda folder: folder.name)
def test_a_shipped_exercise_has_no_fault(folder: Path) -> None:
    assert [told(fault) for fault in check(folder)] == []


PLAN, SV, EN, ACTS = "exercise.toml", "text.sv.toml", "text.en.toml", "example.toml"
BROKEN = {
    "another format": (PLAN, "format = 1", "format = |2", "“format” must be 1."),
    "the folder's name": (PLAN, '"reta-motparten"', '"reta-|', None),
    "a key that means nothing": (PLAN, "edition = 1", "edition = 1\n|editon = 1", "“editon” means nothing here"),
    "a key that is missing": (PLAN, 'view = "table"\n', "", "“view” is missing here. Add it."),
    "a number as text": (PLAN, "edition = 1", 'edition = |"1"', "“edition” must be a whole number"),
    "text as a number": (PLAN, 'key = "contract"', "key = |7", "“key” must be text within quotation marks."),
    "a step of no minutes": (PLAN, "minutes = 5", "minutes = |0", "“minutes” must be at least 1."),
    "minutes that don't add up": (PLAN, "minutes = 87", "minutes = |90", "The steps take 87 minutes together"),
    "an unknown kind": (PLAN, 'kind = "two_lists"', 'kind = |"radar"', "There is no board kind “radar”."),
    "an unknown view": (PLAN, 'view = "write"', 'view = |"radar"', "has no view “radar”. It has: write, sort"),
    "an unknown setting": (PLAN, "{ lists =", "{ |rings = 3, lists =", "has no setting “rings”. It has: lists"),
    "a setting of another type": (PLAN, "least = 5", 'least = |"5"', "The setting “least” must be 7."),
    "a setting left out": (PLAN, '{ lists = ["signal", "mend"] }', "{ }", "“lists” is missing here."),
    "a step without board": (PLAN, 'board = "warmup"', 'board = |"cellar"', "There is no board “cellar”"),
    "lists of parties in an anonymous step": (
        PLAN,
        'view = "turn"',
        'view = "turn"\nanonymous = |true',
        "The lists are the parties', so a card says whose it is.",
    ),
    "a view of agreements in an anonymous step": (
        PLAN,
        "agreements = true",
        "agreements = true\nanonymous = |true",
        "A step with this view can't be anonymous. Those that can: two_lists (hits)",
    ),
    "a key twice": (PLAN, 'key = "repair"\nkind', 'key = |"warmup"\nkind', "“warmup” is used already."),
    "more least than most": (PLAN, "[6, 25]", "|[25, 6]", "The least number of “people” is larger"),
    "a language twice": (PLAN, '["sv", "en"]', '|["sv", "sv"]', "A language is named twice."),
    "a language unheard of": (PLAN, '["sv", "en"]', '["sv", |"xx"]', "“languages” must be 'sv' / 'en'."),
    "deep keys": (PLAN, "edition = 1", "edition = 1\n|a.b.c.d.e.f.g.h.i = 1", "Keys are nested more than 8 deep"),
    "deep tables": (PLAN, "edition = 1", "|edition = " + "[" * 9 + "1" + "]" * 9, "Keys are nested more than 8 deep"),
    "a boundless number": (PLAN, "edition = 1", "|edition = 0x" + "f" * 4000, "a number that is far too large"),
    "no quotation mark": (PLAN, '"reta-motparten"', '"reta-motparten|', "no closing quotation mark"),
    "no equals sign": (PLAN, "edition = 1", "edition |1", "There must be an equals sign after the name."),
    "no quotation marks at all": (PLAN, '"reta-motparten"', "|reta", "Text must stand within quotation marks."),
    "no closing bracket": (PLAN, '["sv", "en"]', '["sv", "en"\n', "A bracket is opened before this"),
    "a name twice": (PLAN, "edition = 1", "edition = 1\nedition = 2|", "This name is already used above."),
    "a missing step": (SV, "[steps.warmup]", "[steps.warmth]", "The text for “warmup” is missing."),
    "an unknown step": (SV, "[steps.warmup]", "|[steps.warmth]", "“warmth” means nothing here."),
    "a missing board": (EN, "[boards.agreements]", "[boards.done]", "The text for “agreements” is missing."),
    "a missing label": (SV, 'mail = "mejl"\n', "", "The word for “mail” is missing. Add it under “sorts”."),
    "an unknown label": (SV, 'mail = "mejl"', 'mail = "mejl"\n|post = "post"', "“post” means nothing here."),
    "labels of nothing": (SV, "[boards.repair.lists]", "|[boards.repair.x]\n[boards.repair.lists]", "“x” means"),
    "an empty title": (SV, 'title = "Kontrakt"', 'title = |" "', "“title” is empty. Write something."),
    "one prompt": (SV, "prompts = [", 'prompts = |["Hör ni?"]\nmore = [', "“prompts” must hold at least 2."),
    "a long instruction": (SV, '"Vi skriver om', '|"' + "Vi " * 36 + "skriver om", "“instruction” has more than 110"),
    "a long shelf line": (EN, 'short = "', 'short = |"' + "so " * 30, "“short” has more than 90 characters."),
    "a card in no list": (SV, '{ list = "how"', '{ list = |"why"', "has no list “why” for a card to lie in"),
    "a guide without a section": ("guide.sv.md", "## warmup", "### warmup", "The step “warmup” has no section."),
    "a guide with another": ("guide.sv.md", "## warmup", "## |warmth", "There is no step “warmth”."),
    "a guide with two": ("guide.en.md", "## warmup", "## warmup\n## |warmup", "“warmup” has a section already."),
    "a date that is none": (ACTS, '"2026-10-14"', '|"14 oktober"', "“date” is not a date."),
    "a date without marks": (ACTS, '"2026-10-14"', "|2026-10-14", "“date” must be text within quotation marks."),
    "one party": (ACTS, "[[parties]]", "[[acts]]\nstep = 'x'\ndo = 'y'\n[parties]", None),
    "an act in no step": (ACTS, 'step = "warmup"', 'step = |"lunch"', "There is no step “lunch”"),
    "an act of no kind": (ACTS, 'do = "add_note"', 'do = |"sing"', "can't do “sing”. It can: add_note"),
    "an act told too much": (ACTS, "hands = 21", "|feet = 21", "“add_note” takes no “feet”. It takes: list, text"),
    "an act told too little": (ACTS, 'list = "how"\n', "", "“list” is missing here."),
    "hands in words": (ACTS, "hands = 21", "hands = |'21'", "“hands” must be a whole number"),
    "a list that is not there": (ACTS, 'list = "how"', 'list = |"why"', "has no list “why”. It has: how, kept"),
    "a card of no name": (ACTS, 'origin = "p01"', 'origin = |"p99"', "Nothing in the example has the id “p99”."),
    "too many hands": (ACTS, "hands = 21", "hands = 2100", "The number of hands must be between 0 and 999."),
    "an id twice": (ACTS, 'id = "k02"', 'id = "k01"', "its id is taken. Give it another."),
}  # fmt: skip


@pytest.mark.parametrize("what", BROKEN)
def test_each_fault_is_told_with_its_place_and_a_sentence(copy: Path, what: str) -> None:
    file, old, new, sentence = BROKEN[what]
    place = replaced(copy / file, old, new)
    faults = [told(fault) for fault in check(copy)]
    if "|" in new:
        assert any((name, line, column) == (file, *place) for name, line, column, _ in faults), faults
    if sentence:
        assert any(name == file and sentence in said for name, _, _, said in faults), faults
        if "|" in new:
            assert any(sentence in said and (line, column) == place for _, line, column, said in faults), faults


def test_all_that_is_wrong_is_told_at_once(copy: Path) -> None:
    for name, (file, old, new, _) in BROKEN.items():
        if name in ("minutes that don't add up", "an unknown view", "a long instruction", "a missing label"):
            replaced(copy / file, old, new)
    replaced(copy / "guide.en.md", "## read", "## reed")
    assert [fault.file.name for fault in check(copy)] == [PLAN, PLAN, SV, SV, "guide.en.md", "guide.en.md"]


def test_the_folder_s_name_is_the_exercise_s(copy: Path) -> None:
    renamed = copy.rename(copy.with_name("lunch"))
    (fault,) = check(renamed)
    assert told(fault)[:3] == ("exercise.toml", 2, 8)
    assert "Give both the same name." in str(fault.says)


def test_a_board_that_no_step_uses(copy: Path) -> None:
    plan = copy / "exercise.toml"
    plan.write_text(plan.read_text("utf-8").replace('board = "repair"', 'board = "warmup"'), "utf-8")
    assert ("exercise.toml", 30, 7, "No step uses the board “repair”. Add a step or take the board away.") in [
        told(fault) for fault in check(copy)
    ]


def test_the_parties_are_as_many_as_the_exercise_takes(copy: Path) -> None:
    plan = copy / "exercise.toml"
    plan.write_text(plan.read_text("utf-8").replace("parties = [2, 2]", "parties = [3, 4]"), "utf-8")
    assert ("example.toml", 7, 1, "The exercise is for 3 to 4 parties, but the example has 2.") in [
        told(fault) for fault in check(copy)
    ]


def test_an_act_that_does_not_fit_is_told_where_it_stands(copy: Path) -> None:
    """Eight cards chosen where a list keeps seven: only playing the example can tell."""
    plan = copy / "exercise.toml"
    plan.write_text(plan.read_text("utf-8").replace("choose = 7", "choose = 2"), "utf-8")
    (fault,) = check(copy)
    line = (copy / "example.toml").read_text("utf-8").split("\n")[fault.line - 1]
    assert (fault.file.name, line, fault.column) == ("example.toml", "[[acts]]", 1)
    assert str(fault.says) == "2 cards are kept already. Set one aside first."


@pytest.mark.parametrize("name", ["exercise.toml", "text.en.toml", "guide.sv.md", "example.toml"])
def test_a_missing_file(copy: Path, name: str) -> None:
    (copy / name).unlink()
    assert [told(fault) for fault in check(copy)] == [
        (name, 1, 1, "The file is missing. Add it to the folder."),
    ]


@pytest.mark.parametrize("name", ["exercise.toml", "text.en.toml", "guide.sv.md", "example.toml"])
@pytest.mark.parametrize(
    "content, place, sentence",
    [
        (b"#" * 100 + b"\n# a\xe5b\n", (2, 4), "not UTF-8"),
        (b"\n\n" + b"#" * 5000, (3, 1), "longer than 4096 characters"),
        (b"# a\n" * 70_000, (1, 1), "larger than 256 kB"),
    ],
    ids=["not UTF-8", "a long line", "too large"],
)
def test_a_file_that_is_not_read(copy: Path, name: str, content: bytes, place: tuple[int, int], sentence: str) -> None:
    (copy / name).write_bytes(content)
    (fault,) = check(copy)
    assert told(fault)[:3] == (name, *place)
    assert sentence in str(fault.says)


def test_a_folder_where_a_file_should_be(copy: Path) -> None:
    (copy / "guide.sv.md").unlink()
    (copy / "guide.sv.md").mkdir()
    (fault,) = check(copy)
    assert "can't be read as a file" in str(fault.says)


def test_what_notepad_saves_is_taken(copy: Path) -> None:
    """A mark at the beginning and Windows line ends."""
    for file in copy.iterdir():
        file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes().replace(b"\n", b"\r\n"))
    assert check(copy) == []
    line, column = replaced(copy / "exercise.toml", 'kind = "agreements"', 'kind = |"radar"')
    assert (line, column) in [(fault.line, fault.column) for fault in check(copy)]


def test_a_column_counts_letters_not_bytes(copy: Path) -> None:
    old = '[boards.contract.lists]\nhow = "Så gör vi"\n'
    place = replaced(copy / "text.sv.toml", old, '[boards.contract]\nlists = { "åäö" = "å", |how = 7, kept = "å" }\n')
    text = (copy / "text.sv.toml").read_text("utf-8")
    (copy / "text.sv.toml").write_text(text.replace('title = "Kontraktet"\n', "").replace("[boards.contract]\n", "", 1))
    found = [fault for fault in check(copy) if "“how” must be text" in str(fault.says)]
    assert [fault.column for fault in found] == [place[1] + len("how = ")]


@pytest.mark.parametrize("opening", ["[", "{a=", "a.", "[a."])
def test_a_bottomless_file_is_refused_at_once(copy: Path, opening: str) -> None:
    (copy / "exercise.toml").write_text("x = " + opening * 900, "utf-8")
    assert check(copy)
    (copy / "exercise.toml").write_text(("x = " + "\n".join([opening * 500] * 60)), "utf-8")
    assert check(copy)


def test_the_folder_of_exercises_means_each_of_them(tmp_path: Path) -> None:
    for name in ("b", "a", ".git"):
        (tmp_path / name).mkdir()
    assert [folder.name for folder in folders(tmp_path)] == ["a", "b"]
    assert folders(EXERCISES / "reta-motparten") == [EXERCISES / "reta-motparten"]


def test_where_there_is_no_exercise(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match=re.escape("There is no exercise in")):
        folders(tmp_path)
    with pytest.raises(Refusal, match="There is no folder"):
        folders(tmp_path / "gone")


SETS = """
[[boards.warmup.sets]]
title = "Tre till"
cards = [{ list = "printer", text = "Jag väntar." }, { list = |"stairs", text = "Jag går." }]
"""


def test_cards_to_choose_from_lie_in_lists_that_the_board_has(copy: Path) -> None:
    file = copy / "text.sv.toml"
    before = len(file.read_text("utf-8").split("\n"))
    file.write_text(file.read_text("utf-8") + SETS.replace("|", ""), "utf-8")
    (fault,) = check(copy)
    assert (fault.file.name, fault.line) == ("text.sv.toml", before + 3)
    assert "no list “stairs”" in str(fault.says)
    file.write_text(file.read_text("utf-8").replace('"stairs"', '"lift"'), "utf-8")
    assert check(copy) == []
    (title, cards), *_ = load(copy)[1]["sv"].board("warmup").sets
    assert (title, cards[1]) == ("Tre till", ("lift", "Jag går."))


def test_an_origin_may_lie_in_another_exercise(copy: Path) -> None:
    file = copy / "example.toml"
    first = 'do = "add_note"\nid = "k01"\n'
    file.write_text(file.read_text("utf-8").replace(first, first + 'origin = "isberget/i01"\n', 1), "utf-8")
    assert check(copy) == []
    file.write_text(file.read_text("utf-8").replace("isberget/i01", "i01", 1), "utf-8")
    assert "Nothing in the example has the id" in str(check(copy)[0].says)


def test_a_step_is_about_a_part_that_its_board_has(copy: Path) -> None:
    line, column = replaced(copy / "exercise.toml", 'view = "table"', 'view = "table"\nfocus = |"problem"')
    (fault,) = check(copy)
    assert (fault.line, fault.column) == (line, column)
    assert "has no part “problem”" in str(fault.says)


ASKING = {
    "no questions": (PLAN, 'questions = ["problem", "goal", "group", "resources"]', "", "“questions” is missing here"),
    "a question without words": (
        SV,
        'goal = "Vad är syftet',
        'other = "Vad är syftet',
        "The word for “goal” is missing",
    ),
    "more of what is no question": (
        SV,
        'problem = "Från isberget"',
        '|cellar = "Från isberget"',
        "“cellar” means nothing",
    ),
    "what to ask without words": (SV, '"group>2 resources<3" =', '"group>3 resources<3" =', "The word for “group>2"),
    "a step about no question": (PLAN, 'focus = "problem"', 'focus = |"weather"', "has no part “weather”"),
    "an answer to no question": (
        ACTS,
        'question = "problem"',
        'question = "weather"',
        "There is no question “weather”",
    ),
    "an answer of nobody": (ACTS, 'party = "kommunen"', 'party = "nobody"', "The party “nobody” doesn't answer"),
    "a weight that is not on the scale": (ACTS, '"goal_3"', '"problem_3"', "The scale has no “problem_3”"),
}


@pytest.mark.parametrize("what", ASKING)
def test_what_is_wrong_with_a_board_of_questions_is_told_with_its_place(tmp_path: Path, what: str) -> None:
    file, old, new, said = ASKING[what]
    name = "ledningsdialogen"
    copied = Path(shutil.copytree(EXERCISES / name, tmp_path / name))
    place = replaced(copied / file, old, new)
    found = [told(fault) for fault in check(copied)]
    assert any(text.startswith(said) or said in text for _, _, _, text in found), found
    if "|" in new:
        assert (file, *place) in [(name, line, column) for name, line, column, _ in found]


def test_every_rule_for_asking_that_is_shipped_can_come_true() -> None:
    from workshop.model.asking.answers import question_keys
    from workshop.model.asking.joint import asked, weigh_all, weights_of
    from workshop.model.change import State
    from workshop.model.record import Board

    exercise, _ = load(EXERCISES / "ledningsdialogen")
    plan = exercise.board("dialogue")
    board = Board(id="b", run="r", key=plan.key, kind=plan.kind, settings=plan.settings)
    assert all(len(weights_of(board, question)) == 4 for question in question_keys(board))
    ways = [(a, b, c, d) for a in range(1, 5) for b in range(1, 5) for c in range(1, 5) for d in range(1, 5)]
    true = [asked(weigh_all(State([board]), board, list(way)).apply(State([board])), board) for way in ways]
    assert {key for keys in true for key in keys} == set(board.setting("asks"))
    assert max(map(len, true)) <= 3, "no more is asked than a group can talk of"
    assert not true[ways.index((2, 2, 2, 3))], "where the four hang together nothing is asked"


def test_a_sheet_names_a_board_that_takes_a_name(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(EXERCISES / "en-person-i-mitten", tmp_path / "en-person-i-mitten"))
    line, column = replaced(folder / "exercise.toml", 'names = "map"', 'names = |"promises"')
    says = "There is no board “promises” that takes a name. Those that do: map."
    assert ("exercise.toml", line, column, says) in [told(fault) for fault in check(folder)]
