"""Finds every sentence that the program says, by reading its code."""

import ast
from collections.abc import Iterator
from pathlib import Path

SAYS = {"words", "_words", "said", "Refusal", "N_"}  # calls whose first argument is a sentence
SAYS_MANY = {"many"}  # calls whose first two are the sentence for one and for several

Sentence = str | tuple[str, str]


def sentences(folder: Path) -> Iterator[tuple[Path, int, Sentence]]:
    """Each sentence in a folder's code with its file and line."""
    for path in sorted(folder.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call):
                for sentence in _in_call(node):
                    yield path, node.lineno, sentence


def _in_call(call: ast.Call) -> Iterator[Sentence]:
    function = call.func
    name = function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
    if name in SAYS and call.args:
        yield from _texts(call.args[0])
    elif name in SAYS_MANY and len(call.args) > 1:
        yield from zip(_texts(call.args[0]), _texts(call.args[1]), strict=False)


def _texts(node: ast.expr) -> Iterator[str]:
    """The texts that an argument may be: one, or either side of `a if b else c`."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value:
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from _texts(node.body)
        yield from _texts(node.orelse)
