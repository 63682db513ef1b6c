"""Tells a row that is as it was written from one that is not."""

try:  # hashlib would bring OpenSSL as well, which takes time and memory
    from _blake2 import blake2b
except ImportError:
    from hashlib import blake2b


def of_row(*columns: str) -> int:
    """A number for a row. Those of all rows, XORed, are the file's seal: one row changed changes it by two numbers."""
    return int.from_bytes(blake2b("\0".join(columns).encode(), digest_size=16).digest())


def link(before: str, *columns: object) -> str:
    """The sign of a journal row, made from its columns and the sign of the row before it."""
    return blake2b("\0".join((before, *map(str, columns))).encode(), digest_size=16).hexdigest()


def seal_text(seal: int, tip: str) -> str:
    """The seal of all records and the journal's last sign, as one value in the table about."""
    return f"{seal:032x} {tip}"
