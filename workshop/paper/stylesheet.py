"""How a web page looks: the theme's light colours, the bundled letters, and a sheet of A4 when it is printed."""

import base64
from functools import cache

from workshop.look import RESOURCES, colours, theme

_RULES = """
*{box-sizing:border-box}
body{margin:0 auto;max-width:56rem;padding:3rem 1.5rem 4rem;background:var(--surface);color:var(--ink);
font:1rem/1.5 FONTS;overflow-wrap:anywhere}
a{color:var(--accent)} a:focus-visible,summary:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
.logotype{max-height:4rem;max-width:16rem;margin-bottom:2rem}
.skip{position:absolute;left:-999rem} .skip:focus{position:static}
h1,h2,h3,h4{line-height:1.2;margin:2.2em 0 .5em;break-after:avoid;text-wrap:balance}
h1{font-size:2.4rem;margin-top:.2em} h2{font-size:1.7rem;border-top:1px solid var(--hairline);padding-top:1em}
h3{font-size:1.25rem} h4{font-size:1rem}
header h1{font-size:2.8rem} header{margin-bottom:2.5rem}
.kicker{color:var(--accent);font-weight:600;margin:0} .warning{color:var(--warning);font-weight:600;margin:0}
.group,.detail,.muted,.small,footer{color:var(--muted)}
.detail{font-size:.85rem;font-weight:400}
.lead{font-size:1.2rem;max-width:44rem} .small{font-size:.875rem} p{max-width:44rem}
dl{display:grid;gap:.5rem;margin:1.5rem 0} dt{font-size:.85rem;color:var(--muted)} dd{margin:0}
.parties{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:.5rem 1.5rem}
.mark{display:inline-block;min-width:1.6em;padding:0 .35em;border-radius:.3em;text-align:center;font-weight:600}
.mark:empty{min-width:.4em;padding:0 .2em}
nav h2{border:0;padding:0;font-size:1.1rem} nav ul{list-style:none;padding:0;columns:2 18rem}
nav li{margin:.25rem 0;font-weight:600} nav .deep{font-weight:400;padding-left:1rem}
table{width:100%;border-collapse:collapse;margin:.5rem 0 1.5rem;table-layout:fixed}
th,td{text-align:start;vertical-align:top;padding:.5rem .8rem .5rem 0;border-bottom:1px solid var(--hairline)}
thead th,thead td{border-bottom-color:var(--muted)} thead th{font-size:.85rem;font-weight:400;color:var(--muted)}
td p,th p{margin:0 0 .15rem} .dense td,.dense th{font-size:.875rem;padding-block:.3rem}
.strong{font-weight:600} .accent{font-weight:600;color:var(--accent)} td .muted{font-size:.9em} .end{text-align:end}
figure{margin:1.5rem 0} svg{display:block;width:100%;height:auto;margin-bottom:1rem;overflow:visible}
svg text{font-kerning:none;white-space:pre}
figcaption{font-weight:600;color:var(--accent)} summary{cursor:pointer;color:var(--muted)}
.signing{display:grid;grid-template-columns:repeat(auto-fit,minmax(14rem,1fr));gap:2rem}
.signing p+p{border-top:1px solid var(--ink);margin-top:3.2rem;font-size:.85rem;color:var(--muted)}
footer{margin-top:4rem;border-top:1px solid var(--hairline);font-size:.85rem}
@media screen and (max-width:40rem){body{padding:1.5rem 1rem 3rem} h1,header h1{font-size:2rem} h2{font-size:1.4rem}
table{display:block;overflow-x:auto;font-size:.8125rem} th,td{overflow-wrap:break-word;hyphens:auto;padding-right:.5rem}
figure{overflow-x:auto} svg{min-width:36rem}}
@page{size:A4;margin:20mm 18mm;@bottom-right{content:counter(page) " (" counter(pages) ")";font:8.5pt FONTS}}
@media print{body{max-width:none;padding:0;font-size:10pt} .skip,summary{display:none} main>h2{break-before:page}
thead{display:table-header-group} tr,figure svg{break-inside:avoid} figure svg{max-height:230mm}
a{color:inherit;text-decoration:none}}
"""


@cache
def stylesheet() -> str:
    """All rules, with the text font inside them."""
    tokens = "".join(f"--{name}:{value};" for name, value in colours("light").items())
    family = ", ".join((*(f"'{name}'" for name in theme()["letters"]["family"]), "sans-serif"))
    faces = _face("Regular", 400) + _face("SemiBold", 600)
    return f"{faces}:root{{{tokens}}}{_RULES.replace('FONTS', family)}"


def _face(cut: str, weight: int) -> str:
    letters = (RESOURCES / "fonts" / f"AtkinsonHyperlegibleNext-{cut}.ttf").read_bytes()
    source = f"url(data:font/ttf;base64,{base64.b64encode(letters).decode()})"
    family = theme()["letters"]["family"][0]
    return f"@font-face{{font-family:'{family}';font-weight:{weight};src:{source} format('truetype')}}"
