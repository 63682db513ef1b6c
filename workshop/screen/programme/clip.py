"""Blocks on the computer's clipboard, to be pasted in any session; as words for other programs."""

import json
from collections.abc import Sequence

from PySide6.QtCore import QByteArray, QMimeData
from PySide6.QtGui import QGuiApplication

from workshop.model.fields import from_fields, to_fields
from workshop.model.planned import Block
from workshop.model.refusal import Refusal

_KIND = "application/x-verkstad-blocks"


def lay(blocks: Sequence[Block]) -> None:
    """Put blocks on the clipboard."""
    mime = QMimeData()
    mime.setData(_KIND, QByteArray(json.dumps([to_fields(block) for block in blocks]).encode()))
    mime.setText("\n".join(block.title for block in blocks))
    QGuiApplication.clipboard().setMimeData(mime)


def taken() -> list[Block]:
    """The blocks that lie there; none where something else does."""
    mime = QGuiApplication.clipboard().mimeData()
    if not mime.hasFormat(_KIND):
        return []
    try:
        told = json.loads(bytes(mime.data(_KIND).data()))
        blocks = [from_fields("block", "copy", fields) for fields in told]
    except (ValueError, TypeError, AttributeError, Refusal):
        return []
    return [block for block in blocks if isinstance(block, Block)]
