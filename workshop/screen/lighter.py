"""Brings PySide6 in without what it needs only where it is called wrongly or asked for help.

Its modules for that lie in it as source text and are compiled each time that a program starts, which takes a quarter of
a bare window's start. Here six of them are empty until somebody looks into one. Where another PySide6 asks for them in
another way, the start is slower, no more.
"""

import builtins
import sys
from contextlib import suppress
from importlib.util import find_spec
from types import ModuleType
from typing import Any

from workshop.screen.late_enums import make_all_members, make_members_late

_PACKAGES = ("shibokensupport.signature", "shibokensupport.signature.lib")
_LATE = {"errorhandler", "layout", "mapping", "parser", "enum_sig", "pyi_generator"}
_LOOKED_UP = {"mapping": "update_mapping"}  # what its C code calls without asking the module for it
_import = getattr(builtins, "__orig_import__", builtins.__import__)  # Python's, also where PySide6 came before


class _Late(ModuleType):
    """A module that is read when the first of its names is asked for."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        _read(self)
        return getattr(self, name)


def _read(module: ModuleType) -> None:
    """Fill a module that was laid in its package empty."""
    module.__class__ = ModuleType
    spec = module.__spec__
    assert spec and spec.loader
    known_as, spec.name = spec.name, module.__name__  # PySide6 gives it another name, under which it has no source
    try:
        spec.loader.exec_module(module)
    finally:
        spec.name = known_as


def _stand_in(module: ModuleType, name: str) -> None:
    """Lay a function in an empty module that reads the module and then is the one that it has."""

    def called(*given: Any) -> Any:
        make_all_members()
        _read(module)
        return getattr(module, name)(*given)

    setattr(module, name, called)


def _bring(name: str, globals: Any = None, locals: Any = None, fromlist: Any = (), level: int = 0) -> ModuleType:
    """Python's import, but that what can be late is laid in its package empty."""
    builtins.__dict__["__feature_import__"] = _import  # for PySide6 to put in the place of Python's own import
    if name in _PACKAGES and globals and globals.get("__name__") == "shibokensupport.signature.loader":
        for part in _LATE.intersection(fromlist):
            with suppress(Exception):  # then it is imported as ever
                _lay(name, part)
    return _import(name, globals, locals, fromlist, level)


def _lay(package: str, part: str) -> None:
    name = f"{package}.{part}"
    spec = find_spec(name)
    if spec and name not in sys.modules:
        made = _Late(name)
        made.__spec__ = spec
        if part in _LOOKED_UP:
            _stand_in(made, _LOOKED_UP[part])
        sys.modules[name] = made
        setattr(sys.modules[package], part, made)


def bring_qt() -> None:
    """Import PySide6, and give Python its own import back.

    PySide6 takes it away to read the source of every module that is imported later, its own first, in search of `from
    __feature__ import …`, which nobody here says. That makes each import slower and keeps all the sources in memory.
    """
    make_members_late()
    builtins.__import__ = _bring
    try:
        import PySide6.QtCore  # noqa: F401
    finally:
        builtins.__import__ = _import
