"""Reads the rows that lie on the pages of an SQLite file, without the trees and the schema that lead to them.

So what stands on one page can be read however damaged the others are. The format: https://sqlite.org/fileformat.html
"""

import contextlib
from collections.abc import Iterator

PAGE = 4096  # bytes to a page of our files, none of them reserved
_LEAF = 0x0D  # a page of a table with rows on it
_LONGEST = 100_000_000  # bytes; a row that says it is longer is damaged
_NUMBERS = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}  # a number's bytes by its type

Value = str | bytes | int | float | None
Row = tuple[int, tuple[Value, ...]]  # its number, and what stands in its columns


def rows(content: bytes) -> Iterator[Row]:
    """Every row on every page that can be read, but those that were deleted; the pages in their order."""
    pages = [content[at : at + PAGE] for at in range(0, len(content) - PAGE + 1, PAGE)]
    free = _free(pages)
    for number, page in enumerate(pages, 1):
        start = 100 if number == 1 else 0
        if number in free or page[start] != _LEAF:
            continue
        for cell in range(int.from_bytes(page[start + 3 : start + 5])):
            at = start + 8 + 2 * cell
            with contextlib.suppress(ValueError, IndexError, UnicodeDecodeError, OverflowError):
                yield _row(pages, page, int.from_bytes(page[at : at + 2]))


def _free(pages: list[bytes]) -> set[int]:
    """The pages on which something deleted may lie."""
    found: set[int] = set()
    trunk = int.from_bytes(pages[0][32:36]) if pages else 0
    while 0 < trunk <= len(pages) and trunk not in found:
        found.add(trunk)
        page = pages[trunk - 1]
        count = min(int.from_bytes(page[4:8]), PAGE // 4 - 2)
        found |= {int.from_bytes(page[8 + 4 * leaf : 12 + 4 * leaf]) for leaf in range(count)}
        trunk = int.from_bytes(page[:4])
    return found


def _row(pages: list[bytes], page: bytes, at: int) -> Row:
    if not 8 <= at < PAGE - 4:
        raise ValueError("no row begins there")
    size, at = _varint(page, at)
    number, at = _varint(page, at)
    return number, tuple(_values(_payload(pages, page, at, size)))


def _payload(pages: list[bytes], page: bytes, at: int, size: int) -> bytes:
    """What a row holds; what didn't find room on its page goes on from page to page."""
    if size > min(_LONGEST, len(pages) * PAGE):
        raise ValueError("too long")
    if size <= PAGE - 35:
        return page[at : at + size]
    least = (PAGE - 12) * 32 // 255 - 23
    here = least + (size - least) % (PAGE - 4)
    here = here if here <= PAGE - 35 else least
    parts, left = [page[at : at + here]], size - here
    following = int.from_bytes(page[at + here : at + here + 4])
    while left > 0:
        more = pages[following - 1] if following > 0 else b""
        if not more:
            raise ValueError("the rest is gone")
        parts.append(more[4 : 4 + min(left, PAGE - 4)])
        left -= PAGE - 4
        following = int.from_bytes(more[:4])
    return b"".join(parts)


def _values(payload: bytes) -> Iterator[Value]:
    end, at = _varint(payload, 0)
    place = end
    while at < end:
        kind, at = _varint(payload, at)
        if kind >= 12:
            size = (kind - 12) // 2
            raw = payload[place : place + size]
            if len(raw) < size:
                raise ValueError("cut off")
            yield raw.decode() if kind % 2 else raw
        else:
            size = _NUMBERS.get(kind, 8 if kind == 7 else 0)
            number = int.from_bytes(payload[place : place + size], signed=True) if size else None
            yield kind - 8 if kind in (8, 9) else number
        place += size


def _varint(content: bytes, at: int) -> tuple[int, int]:
    """A number of one to nine bytes, and where it ends."""
    number = 0
    for place in range(at, at + 8):
        byte = content[place]
        number = number << 7 | byte & 0x7F
        if byte < 0x80:
            return number, place + 1
    return number << 8 | content[at + 8], at + 9
