"""Finds what could point to a living person: personnummer, telephone numbers, e-mail addresses."""

import re

from workshop.model.value import valueclass

_E_MAIL = re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_PERSONNUMMER = re.compile(
    r"(?<!\d)(?:19|20)?(?:(\d\d)(\d\d)(\d\d) ?[-–+]? ?|(\d\d)-(\d\d)-(\d\d)[-–+])"
    r"(?:\d{4}|[Xx]{4}|(?<=[-–+])[A-Za-z][A-Za-z\d]\d\d)(?!\d)"  # TF23, T001: numbers lent out in health care
)
_TELEPHONE = re.compile(
    r"(?<![\d-])(?:(?:\+|00)[1-9]\d{0,2}[ \u00a0-]?(?:\(0\))?|\(?0)[ \u00a0]?[1-9](?:[ \u00a0/()–-]{0,3}\d){6,11}(?!\d)"
)
_AMOUNT = re.compile(r"(?<!\d)[1-9]\d{0,2}(?:[ \u00a0]\d{3})+(?![ \u00a0]?\d)")  # 2 010 000 000 kr
_DAY = re.compile(r"(?<!\d)\d{1,2}[-/ ]\d{1,2}[-/ ](?:19|20)\d\d(?!\d)")  # 04-10-2026


@valueclass
class Finding:
    """Something in a text that may point to a person; `kind` is personnummer, telephone or e-mail."""

    kind: str
    text: str


def _mobile(said: str) -> bool:
    """Whether ten digits are rather a telephone number than somebody born in 2007: the check digit is wrong."""
    if not re.fullmatch(r"07\d{8}", said):
        return False
    doubled = [int(digit) * (2 - place % 2) for place, digit in enumerate(said)]
    return sum(n // 10 + n % 10 for n in doubled) % 10 != 0


def findings(text: str) -> tuple[Finding, ...]:
    """What in a text looks like a personnummer, a telephone number or an e-mail address."""
    found = [("e-mail", m.span()) for m in _E_MAIL.finditer(text)]
    for match in _PERSONNUMMER.finditer(text):
        _, month, day = (int(part) for part in match.groups() if part)
        dated = 1 <= month <= 12 and (1 <= day <= 31 or 61 <= day <= 91)  # 61–91: samordningsnummer
        if dated and not _mobile(match.group()):
            found.append(("personnummer", match.span()))
    taken = [span for _, span in found] + [m.span() for known in (_AMOUNT, _DAY) for m in known.finditer(text)]
    for match in _TELEPHONE.finditer(text):
        if not any(start < match.end() and match.start() < end for start, end in taken):
            found.append(("telephone", match.span()))
    return tuple(Finding(kind, text[start:end]) for kind, (start, end) in found)
