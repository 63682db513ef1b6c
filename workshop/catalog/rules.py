"""What must hold between the plan, its texts and its guides."""

from collections.abc import Iterable, Mapping
from typing import Any

from workshop.catalog.source import Source
from workshop.model.boards import KINDS, VIEWS
from workshop.model.fields import frozen
from workshop.model.kind import COMMON, Kind, groups_of
from workshop.model.refusal import Refusal


def plan(source: Source, folder: str) -> None:
    """The plan by itself: its name, its boards and its steps."""
    data = source.data
    if data["name"] != folder:
        says = Refusal(
            "The exercise is called “{name}” and its folder “{folder}”. Give both the same name.",
            name=data["name"],
            folder=folder,
        )
        source.at_value(("name",), says)
    for key in ("parties", "people"):
        if data[key][0] > data[key][1]:
            source.at_value((key,), Refusal("The least number of “{key}” is larger than the most. Swap them.", key=key))
    no_key_twice(source, "boards")
    no_key_twice(source, "steps")
    if len(set(data["languages"])) < len(data["languages"]):
        source.at_value(("languages",), Refusal("A language is named twice. Take one away."))
    for number, board in enumerate(data["boards"]):
        _board(source, number, board)
    _steps(source)


def no_key_twice(source: Source, tables: str) -> None:
    """Note each of the [[tables]] whose key an earlier one has."""
    seen = set()
    for number, table in enumerate(source.data.get(tables, ())):
        if table["key"] in seen:
            says = Refusal("The key “{key}” is used already. Give this one another.", key=table["key"])
            source.at_value((tables, number, "key"), says)
        seen.add(table["key"])


def _board(source: Source, number: int, board: dict[str, Any]) -> None:
    path = ("boards", number)
    if board["kind"] not in KINDS:
        says = Refusal("There is no board kind “{kind}”. There are: {known}.", kind=board["kind"], known=_listed(KINDS))
        source.at_value((*path, "kind"), says)
        return
    if board["key"] not in {step["board"] for step in source.data["steps"]}:
        says = Refusal("No step uses the board “{board}”. Add a step or take the board away.", board=board["key"])
        source.at_value((*path, "key"), says)
    kind, settings = KINDS[board["kind"]], board.get("settings", {})
    known = {**kind.settings, **COMMON}
    for name, value in settings.items():
        if name not in known:
            says = Refusal(
                "A board of the kind “{kind}” has no setting “{name}”. It has: {known}.",
                kind=board["kind"],
                name=name,
                known=_listed(known),
            )
            source.at_key((*path, "settings", name), says)
        elif name == "names" and isinstance(value, str):
            _named_board(source, (*path, "settings", name), value)
        elif not _fits(value, known[name], name in kind.labels or name == "takes"):
            says = Refusal("The setting “{name}” must be {wanted}.", name=name, wanted=_wanted(known[name]))
            source.at_value((*path, "settings", name), says)
        elif value == "parties" and not source.data["parties"][1]:
            says = Refusal("The lists are the parties', but the exercise has no parties. Change “parties” or “lists”.")
            source.at_value((*path, "settings", name), says)
    for name in ("lists", "questions"):
        if name in kind.settings and name not in settings:
            source.at_key(path, Refusal("“{key}” is missing here. Add it.", key=name))


def _named_board(source: Source, path: tuple[str | int, ...], key: str) -> None:
    """A board that another one gives its name."""
    boards = {board["key"]: KINDS.get(board["kind"]) for board in source.data["boards"]}
    known = [other for other, kind in boards.items() if kind and kind.rename]
    if key not in known:
        told = Refusal(
            "There is no board “{board}” that takes a name. Those that do: {known}.", board=key, known=_listed(known)
        )
        source.at_value(path, told)


def _fits(value: Any, types: tuple[type, ...], names: bool) -> bool:
    """Whether a setting's value has its type; a list that names words holds different keys, any other whole numbers."""
    value = frozen(value)
    if isinstance(value, tuple):
        inside = str if names else int
        return tuple in types and bool(value) and all(type(item) is inside for item in value) and _different(value)
    if isinstance(value, str):
        return str in types and value == "parties"
    return type(value) in types and value >= 0


def _different(items: tuple[Any, ...]) -> bool:
    return len(set(items)) == len(items)


_WANTED = {int: "7", bool: "true, false", str: '"parties"', tuple: "[…, …]"}


def _wanted(types: Iterable[type]) -> str:
    """What a setting's value looks like in the file."""
    return " / ".join(_WANTED[kind] for kind in types)


def _steps(source: Source) -> None:
    boards = {board["key"]: board["kind"] for board in source.data["boards"]}
    for number, step in enumerate(source.data["steps"]):
        path = ("steps", number)
        if step["board"] not in boards:
            says = Refusal(
                "There is no board “{board}” in this exercise. There are: {known}.",
                board=step["board"],
                known=_listed(boards),
            )
            source.at_value((*path, "board"), says)
        elif (kind := KINDS.get(boards[step["board"]])) and step["view"] not in VIEWS[boards[step["board"]]]:
            says = Refusal(
                "A board of the kind “{kind}” has no view “{view}”. It has: {known}.",
                kind=boards[step["board"]],
                view=step["view"],
                known=_listed(VIEWS[boards[step["board"]]]),
            )
            source.at_value((*path, "view"), says)
        elif kind and step.get("focus") and step["focus"] not in _parts(source, step["board"], kind.focus):
            says = Refusal("The board “{board}” has no part “{focus}”.", board=step["board"], focus=step["focus"])
            source.at_value((*path, "focus"), says)
        elif kind and step.get("anonymous") and (says := _signed(source, step, kind)):
            source.at_value((*path, "anonymous"), says)
    minutes = sum(step["minutes"] for step in source.data["steps"])
    if minutes != source.data["minutes"]:
        says = Refusal(
            "The steps take {sum} minutes together, but {said} is written here. Write {sum}.",
            sum=minutes,
            said=source.data["minutes"],
        )
        source.at_value(("minutes",), says)


def _signed(source: Source, step: dict[str, Any], kind: Kind) -> Refusal | None:
    """Why a step can't be anonymous, where what is written in it says whose it is."""
    settings = next(b.get("settings", {}) for b in source.data["boards"] if b["key"] == step["board"])
    if settings.get("lists") == "parties":
        return Refusal("The lists are the parties', so a card says whose it is. The step can't be anonymous.")
    if step["view"] not in kind.unsigned:
        known = _listed(f"{name} ({view})" for name, k in KINDS.items() for view in sorted(k.unsigned))
        return Refusal("A step with this view can't be anonymous. Those that can: {known}.", known=known)
    return None


def _parts(source: Source, board: str, focus: str) -> Iterable[str]:
    """What a step on a board may be about."""
    settings = next(b.get("settings", {}) for b in source.data["boards"] if b["key"] == board)
    return settings.get(focus, ()) if focus else ()


def texts(source: Source, plan: Mapping[str, Any]) -> None:
    """A text file against the plan: each step, board and label has its words, and nothing else has."""
    for group in ("steps", "boards"):
        keys = [table["key"] for table in plan[group]]
        for key in keys:
            if key not in source.data[group]:
                says = Refusal(
                    "The text for “{key}” is missing. Add the heading [{group}.{key}].", key=key, group=group
                )
                source.at_key((group,), says)
        _only(source, (group,), keys)
    for board in plan["boards"]:
        if board["key"] in source.data["boards"] and board["kind"] in KINDS:
            _board_text(source, board)


def _only(source: Source, path: tuple[str, ...], known: Iterable[str]) -> None:
    table: Any = source.data
    for key in path:
        table = table[key]
    for key in table:
        if key not in known:
            says = Refusal("“{key}” means nothing here. Check the spelling or take it away.", key=key)
            source.at_key((*path, key), says)


def _board_text(source: Source, board: dict[str, Any]) -> None:
    path = ("boards", board["key"])
    text = source.data["boards"][board["key"]]
    settings = board.get("settings", {})
    groups = {
        group: settings[setting]
        for setting, named in KINDS[board["kind"]].labels.items()
        for group in groups_of(named)
        if isinstance(settings.get(setting), list)
    }
    asides = {group: settings.get(setting, ()) for group, setting in KINDS[board["kind"]].asides.items()}
    _only(source, path, {"title", "pattern", "given", "sets", *groups, *asides})
    for group, keys in asides.items():
        if group in text:
            _only(source, (*path, group), keys)
    for group, keys in groups.items():
        for key in keys:
            if key not in text.get(group, {}):
                says = Refusal("The word for “{key}” is missing. Add it under “{group}”.", key=key, group=group)
                source.at_key((*path, group), says)
        if group in text:
            _only(source, (*path, group), keys)
    lists = [key for group in groups_of(KINDS[board["kind"]].lists) for key in groups.get(group, ())]
    _cards(source, (*path, "given"), text.get("given", ()), lists)
    for number, found in enumerate(text.get("sets", ())):
        _cards(source, (*path, "sets", number, "cards"), found["cards"], lists)


def _cards(
    source: Source, path: tuple[str | int, ...], cards: Iterable[Mapping[str, str]], lists: Iterable[str]
) -> None:
    """Cards that lie ready or may be chosen: each in a list that the board has."""
    for number, card in enumerate(cards):
        if card["list"] not in lists:
            says = Refusal("The board has no list “{list}” for a card to lie in from the start.", list=card["list"])
            source.at_value((*path, number, "list"), says)


def guide(source: Source, steps: Iterable[str]) -> None:
    """A guide against the plan: one section for each step, and no other."""
    headings = [(n, line[3:].strip()) for n, line in enumerate(source.text.split("\n"), 1) if line.startswith("## ")]
    found: set[str] = set()
    for line, key in headings:
        if key in found:
            source.at(line, 4, Refusal("The step “{key}” has a section already. Join the two.", key=key))
        elif key not in steps:
            source.at(line, 4, Refusal("There is no step “{key}”. A section's heading is a step's key.", key=key))
        found.add(key)
    for key in steps:
        if key not in found:
            source.at(1, 1, Refusal("The step “{key}” has no section. Add the heading “## {key}”.", key=key))


def _listed(names: Iterable[str]) -> str:
    return ", ".join(names)
