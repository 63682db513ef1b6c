"""Words and paragraphs as Word writes them."""

import re
from html import escape

from workshop.look import colours
from workshop.model.letters import clean

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_NOT_XML = re.compile("[^\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
NAMESPACES = (
    f'xmlns:w="{MAIN}" xml:space="preserve" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
ACCENT = "Accent"  # the style of letters in the accent's colour, or the organisation's own
_LOOKS = {
    "strong": "<w:b/>",
    "muted": '<w:color w:val="{muted}"/>',
    "detail": '<w:b w:val="0"/><w:color w:val="{muted}"/><w:sz w:val="18"/>',
    "accent": f'<w:rStyle w:val="{ACCENT}"/>',
    "warning": '<w:b/><w:color w:val="{warning}"/>',
    "dense": '<w:sz w:val="18"/>',
    "head": '<w:color w:val="{muted}"/><w:sz w:val="18"/>',
}


def plain(text: str) -> str:
    """What somebody wrote, without what XML can't hold."""
    return _NOT_XML.sub("", clean(text))


def typed(text: str, look: str = "", link: str = "", before: str = "", after: str = "") -> str:
    """What somebody wrote as a run, or a link to a bookmark; line breaks stay, and nothing in it means anything."""
    about = _look(look)
    lines = escape(f"{before}{plain(text)}{after}").split("\n")
    inside = "<w:br/>".join(f'<w:t xml:space="preserve">{line}</w:t>' for line in lines)
    run = f"<w:r>{f'<w:rPr>{about}</w:rPr>' if about else ''}{inside}</w:r>"
    return f'<w:hyperlink w:anchor="{escape(anchor(link))}">{run}</w:hyperlink>' if link else run


def _look(look: str) -> str:
    tokens = {name: value.lstrip("#") for name, value in colours("light").items()}
    return "".join(_LOOKS.get(part, "") for part in look.split()).format_map(tokens)


def paragraph(runs: str, style: str = "", keep: bool = False, more: str = "") -> str:
    """A paragraph in a style, on the same page as what follows where it is to be kept with that."""
    about = (f'<w:pStyle w:val="{escape(style)}"/>' if style else "") + ("<w:keepNext/>" if keep else "") + more
    return f"<w:p>{f'<w:pPr>{about}</w:pPr>' if about else ''}{runs}</w:p>"


def marked(runs: str, name: str, number: int) -> str:
    """Words that can be jumped to."""
    if not name:
        return runs
    return f'<w:bookmarkStart w:id="{number}" w:name="{escape(anchor(name))}"/>{runs}<w:bookmarkEnd w:id="{number}"/>'


def anchor(name: str) -> str:
    """A bookmark's name as Word allows it: letters, digits and underlines, 40 at most."""
    plain = "".join(letter if letter.isascii() and letter.isalnum() else "_" for letter in name)
    return f"v_{plain}"[:40] if len(plain) < 38 else f"v_{plain[-37:]}"
