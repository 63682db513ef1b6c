"""What surrounds the text of a Word file: the template, the look of its styles, contents, head and foot."""

import io
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

from docx.api import Document as new
from docx.document import Document as Docx
from docx.opc.constants import CONTENT_TYPE
from docx.opc.exceptions import PackageNotFoundError
from docx.opc.part import PartFactory
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.package import Package
from docx.parts.document import DocumentPart
from docx.shared import Mm, Pt, RGBColor

from workshop.look import colours
from workshop.model.refusal import Refusal
from workshop.paper.document import Document, Heading
from workshop.paper.organisation import Organisation
from workshop.paper.word_xml import NAMESPACES, paragraph, plain, typed

_TEMPLATE = "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"
_PROOFED = {"sv": "sv-SE", "en": "en-GB"}
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


def ready(made: Docx, document: Document, bare: bool) -> None:
    """Say what the file is about and in which language it is proofed, and, without a template, how its styles look."""
    language = _PROOFED.get(document.language, document.language)
    about = made.core_properties
    about.title, about.subject = plain(document.front.title)[:255], plain(document.running)[:255]
    about.author, about.language = plain(document.front.group)[:255], language
    about.comments = about.keywords = ""
    about.category = plain(document.standing)[:255]
    defaults = made.styles.element.find(qn("w:docDefaults"))
    if defaults is not None:
        for run in defaults.iter(qn("w:rPr")):
            for old in run.findall(qn("w:lang")):
                run.remove(old)
            run.append(parse_xml(f'<w:lang {NAMESPACES} w:val="{language}" w:eastAsia="{language}" w:bidi="ar-SA"/>'))
    if bare:
        _dressed(made, document.organisation)


def _dressed(made: Docx, mark: Organisation | None) -> None:
    """The look of the styles that are used, in the theme's ink, and of headings in the organisation's own colour."""
    own = RGBColor.from_string(mark.colour.lstrip("#")) if mark and mark.colour else None
    ink = RGBColor.from_string(colours("light")["ink"].lstrip("#"))
    sizes = {"Title": 30, "Heading 1": 20, "Heading 2": 14, "Heading 3": 11.5, "Subtitle": 12, "Caption": 9}
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
    lead: Any = made.styles["Body Text"]
    lead.font.size = Pt(13)
    border = made.styles["Title"].element.pPr.find(qn("w:pBdr"))
    if border is not None:
        border.getparent().remove(border)
    for level, before in ((1, 28), (2, 20), (3, 14)):
        heading: Any = made.styles[f"Heading {level}"]
        heading.paragraph_format.space_before, heading.paragraph_format.space_after = Pt(before), Pt(6)
    part: Any = made.styles["Heading 1"]
    part.paragraph_format.page_break_before = True


def contents(headings: Sequence[Heading], title: str, style: str) -> str:
    """A table of contents: links at once, with page numbers when Word is asked to update it."""
    field = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    code = '<w:r><w:instrText xml:space="preserve"> TOC \\o "1-2" \\h \\z \\u </w:instrText></w:r>'
    indents = {1: "", 2: '<w:ind w:left="360"/>'}
    tight = '<w:spacing w:after="40"/>'
    lines = [(h, typed(h.text, "strong" if h.level == 1 else "", link=h.anchor)) for h in headings]
    told = [paragraph(line, more=tight + indents[heading.level]) for heading, line in lines]
    told[0] = told[0].replace("</w:pPr>", f"</w:pPr>{field.format('begin')}{code}{field.format('separate')}", 1)
    told[-1] = told[-1][: -len("</w:p>")] + field.format("end") + "</w:p>"
    head = paragraph(typed(title), style, keep=True, more='<w:pageBreakBefore w:val="0"/>')
    return head + "".join(told)


def paged(made: Docx, document: Document, bare: bool) -> None:
    """The running head, under the logotype where there is no template; at the foot how it is kept and its number."""
    section = made.sections[-1]
    head = " · ".join(part for part in (document.running, document.day) if part)
    if document.organisation and document.organisation.logotype and bare:
        line = section.header.paragraphs[0]
        shape = line.add_run().add_picture(io.BytesIO(document.organisation.logotype), height=Mm(12))
        shape._inline.docPr.set("descr", plain(document.organisation.name))
    if head:
        _line(section.header, typed(head, "muted dense"))
    foot = " · ".join(part for part in (document.warning, document.standing) if part)
    one = typed("1", "muted dense")
    number = "".join(
        f'<w:fldSimple w:instr=" {code} ">{one}</w:fldSimple>{between}'
        for code, between in (("PAGE", typed("", "muted dense", after=" (")), ("NUMPAGES", typed(")", "muted dense")))
    )
    kept = typed(foot, "warning dense" if document.warning else "muted dense")
    _line(section.footer, f"{kept}<w:r><w:tab/></w:r>{number}", True)


def _line(part: Any, runs: str, ends: bool = False) -> None:
    """A line after what a template has there already."""
    part.is_linked_to_previous = False
    more = '<w:tabs><w:tab w:val="clear" w:pos="4680"/><w:tab w:val="right" w:pos="9070"/></w:tabs>' if ends else ""
    element = parse_xml(f"<w:body {NAMESPACES}>{paragraph(runs, more=more)}</w:body>")[0]
    first = part.paragraphs[0]._element if part.paragraphs else None
    part._element.append(element)
    if first is not None and not part.paragraphs[0].text and len(part.paragraphs) > 1:
        first.getparent().remove(first)
