"""What surrounds the text of a Word file: the template, the look of its styles, contents, head and foot."""

import io
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

from docx.api import Document as new
from docx.document import Document as Docx
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import CONTENT_TYPE
from docx.opc.exceptions import PackageNotFoundError
from docx.opc.part import PartFactory
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.package import Package
from docx.parts.document import DocumentPart
from docx.shared import Emu, Mm, Pt, RGBColor

from workshop.look import colours
from workshop.model.refusal import Refusal
from workshop.paper.document import Document, Heading
from workshop.paper.organisation import Organisation
from workshop.paper.word_xml import ACCENT, NAMESPACES, paragraph, plain, typed

_TEMPLATE = "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"
_PROOFED = {"sv": "sv-SE", "en": "en-GB"}
CLOSE = '<w:spacing w:after="40"/>'  # lines that belong together
_LETTERS = "Calibri"  # what nearly every computer has; a template says its own


def opened(template: Path | None) -> Docx:
    """A file to write in: a copy of a template, or plain A4. Refusal where the template is none."""
    if template is None:
        made = new()
        section = made.sections[0]
        section.page_width, section.page_height = Mm(210), Mm(297)
        section.left_margin = section.right_margin = Mm(25)
        section.top_margin, section.bottom_margin = Mm(28), Mm(25)
        return made
    PartFactory.part_type_for[_TEMPLATE] = DocumentPart  # a .dotx is a document under another name
    try:
        part: Any = Package.open(str(template)).main_document_part
        made = part.document
    except (PackageNotFoundError, BadZipFile, KeyError, ValueError, AttributeError, OSError) as no:
        raise Refusal("“{name}” is no Word template. Choose a .dotx or .docx file.", name=template.name) from no
    part._content_type = CONTENT_TYPE.WML_DOCUMENT_MAIN
    if len(made.paragraphs) == 1 and not made.paragraphs[0].text and not made.tables:
        made.paragraphs[0]._element.getparent().remove(made.paragraphs[0]._element)
    return made


def text_width(made: Docx) -> Emu:
    """How wide the text is on a page."""
    section = made.sections[-1]
    return Emu((section.page_width or 7560310) - (section.left_margin or 0) - (section.right_margin or 0))


def ready(made: Docx, document: Document, bare: bool) -> None:
    """Say what the file is about and in which language it is proofed, and, without a template, how its styles look."""
    language = _PROOFED.get(document.language, document.language)
    about = made.core_properties
    about.title, about.subject = plain(document.front.title)[:255], plain(document.running)[:255]
    about.author, about.language = plain(document.front.group)[:255], language
    about.comments = about.keywords = ""
    about.category = plain(document.standing)[:255]
    defaults = made.styles.element.find(qn("w:docDefaults"))
    for run in defaults.iter(qn("w:rPr")) if defaults is not None else ():
        if run.find(qn("w:lang")) is None:
            run.append(parse_xml(f'<w:lang {NAMESPACES} w:bidi="ar-SA"/>'))
    for spoken in made.styles.element.iter(qn("w:lang")):  # a template's own styles too
        spoken.set(qn("w:val"), language)
        spoken.set(qn("w:eastAsia"), language)
    _accented(made, document.organisation)
    if bare:
        _dressed(made, document.organisation, document.titled or bool(document.posters))


def _accented(made: Docx, mark: Organisation | None) -> None:
    """The style of what stands out among words."""
    colour = mark.colour if mark and mark.colour else colours("light")["accent"]
    style: Any = made.styles.add_style(ACCENT, WD_STYLE_TYPE.CHARACTER) if ACCENT not in made.styles else None
    if style:
        style.font.bold, style.font.color.rgb = True, RGBColor.from_string(colour.lstrip("#"))


def _dressed(made: Docx, mark: Organisation | None, parted: bool) -> None:
    """The look of the styles that are used, in the theme's ink, and of headings in the organisation's own colour.

    `parted`: each part begins a page; a paper without a title page has smaller headings, and goes on.
    """
    own = RGBColor.from_string(mark.colour.lstrip("#")) if mark and mark.colour else None
    ink = RGBColor.from_string(colours("light")["ink"].lstrip("#"))
    heads = (20, 14, 11.5) if parted else (14, 11.5, 10.5)
    sizes = {"Title": 30 if parted else 24, "Subtitle": 12, "Caption": 9}
    sizes |= {f"Heading {level}": size for level, size in enumerate(heads, 1)}
    for name in ("Normal", "Body Text", "List Bullet", *sizes):
        style: Any = made.styles[name]
        style.font.name = _LETTERS
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{theme}"), None)
        style.font.color.rgb = own if own and name.startswith(("Heading", "Title")) else ink
        style.font.italic = False
        if name in sizes:
            style.font.size = Pt(sizes[name])
            style.font.bold = name != "Subtitle"
    for spacing in made.styles["Subtitle"].element.rPr.findall(qn("w:spacing")):
        spacing.getparent().remove(spacing)  # letters as close as elsewhere
    lead: Any = made.styles["Body Text"]
    lead.font.size = Pt(13)
    border = made.styles["Title"].element.pPr.find(qn("w:pBdr"))
    if border is not None:
        border.getparent().remove(border)
    made.styles["Heading 1"].paragraph_format.page_break_before = parted  # type: ignore[attr-defined]
    for level, before in ((1, 28 if parted else 18), (2, 20), (3, 14)):
        heading: Any = made.styles[f"Heading {level}"]
        heading.paragraph_format.space_before, heading.paragraph_format.space_after = Pt(before), Pt(6)


def contents(headings: Sequence[Heading], title: str, style: str) -> str:
    """A table of contents: links at once, with page numbers when Word is asked to update it."""
    field = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    code = '<w:r><w:instrText xml:space="preserve"> TOC \\o "1-2" \\h \\z \\u </w:instrText></w:r>'
    indents = {1: "", 2: '<w:ind w:left="360"/>'}
    lines = [(h, typed(h.text, "strong" if h.level == 1 else "", link=h.anchor)) for h in headings]
    told = [paragraph(line, more=CLOSE + indents[heading.level]) for heading, line in lines]
    told[0] = told[0].replace("</w:pPr>", f"</w:pPr>{field.format('begin')}{code}{field.format('separate')}", 1)
    told[-1] = told[-1][: -len("</w:p>")] + field.format("end") + "</w:p>"
    head = paragraph(typed(title), style, keep=True, more='<w:pageBreakBefore w:val="0"/>')
    return head + "".join(told)


def paged(made: Docx, document: Document, bare: bool) -> None:
    """The running head; at the foot how it is kept and its number. A template's own heads and feet stay as they are.

    Without a template the first page, which has the title, has the logotype in place of the running head.
    """
    section, edge = made.sections[-1], text_width(made) // 635
    day = f"<w:r><w:tab/></w:r>{typed(document.day, 'muted dense')}" if document.day else ""
    if document.running or day:
        _line(section.header, typed(document.running, "muted dense") + day, edge)
    foot = " · ".join(part for part in (document.warning, document.standing) if part)
    one = typed("1", "muted dense")
    number = "".join(
        f'<w:fldSimple w:instr=" {code} ">{one}</w:fldSimple>{between}'
        for code, between in (("PAGE", typed("", "muted dense", after=" (")), ("NUMPAGES", typed(")", "muted dense")))
    )
    kept = typed(foot, "warning dense" if document.warning else "muted dense")
    feet = [section.footer]
    if bare:
        section.different_first_page_header_footer = True
        feet.append(section.first_page_footer)
        _first(section.first_page_header, document.organisation)
    for part in feet:
        _line(part, f"{kept}<w:r><w:tab/></w:r>{number}", edge)


def _first(header: Any, mark: Organisation | None) -> None:
    """The head of the first page: the logotype, or nothing."""
    header.is_linked_to_previous = False
    if mark and mark.logotype:
        header.paragraphs[0].paragraph_format.space_after = Pt(24)
        shape = header.paragraphs[0].add_run().add_picture(io.BytesIO(mark.logotype), height=Mm(12))
        shape._inline.docPr.set("descr", plain(mark.name))


def _line(part: Any, runs: str, edge: int) -> None:
    """A line after what a template has there already; what follows a tab ends at the edge of the text."""
    part.is_linked_to_previous = False
    more = f'<w:tabs><w:tab w:val="clear" w:pos="4680"/><w:tab w:val="right" w:pos="{edge}"/></w:tabs>'
    element = parse_xml(f"<w:body {NAMESPACES}>{paragraph(runs, more=more)}</w:body>")[0]
    first = part.paragraphs[0]._element if part.paragraphs else None
    part._element.append(element)
    if first is not None and not part.paragraphs[0].text and len(part.paragraphs) > 1:
        first.getparent().remove(first)
