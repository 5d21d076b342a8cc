"""What an office's template carries besides its letterhead stays behind."""

from __future__ import annotations

import re
from io import BytesIO
from zipfile import ZipFile

import pytest

from generator.inspection.word_texts import pieces
from generator.render.word import render
from tests.render.sample_letters import joint_letter
from tests.render.word.offices import FIRST_HEAD, LOGO, after, edited, office_template
from tests.render.word.reading import Templates, W, WordFile

RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" '
    'xmlns:w16="http://schemas.microsoft.com/office/word/2018/wordml" '
)


def run(words: str, look: str = "") -> str:
    """Return a run."""
    return f"<w:r><w:rPr>{look}</w:rPr><w:t>{words}</w:t></w:r>"


def field(code: str, shown: str) -> str:
    """Return a field made of several runs."""
    begin, between, end = (
        f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")
    )
    return f"{begin}<w:r><w:instrText>{code}</w:instrText></w:r>{between}{run(shown)}{end}"


def simple(code: str, shown: str) -> str:
    """Return a simple field."""
    return f'<w:fldSimple w:instr="{code}">{run(shown)}</w:fldSimple>'


def control(properties: str, words: str) -> str:
    """Return a control that asks for words."""
    content = f"<w:sdtContent>{run(words)}</w:sdtContent>"
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr>{content}</w:sdt>"


def picture(blip: str, description: str = "Our logo", more: str = "") -> str:
    """Return a run with a picture."""
    return (
        '<w:r><w:drawing><wp:inline><wp:extent cx="9" cy="9"/>'
        f'<wp:docPr id="1" name="zoe.png" descr="{description}" {more}/><a:graphic><a:graphicData '
        'uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr>'
        '<pic:cNvPr id="1" name="zoe.png"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>'
        f"{blip}<a:stretch/></pic:blipFill><pic:spPr/></pic:pic></a:graphicData></a:graphic>"
        "</wp:inline></w:drawing></w:r>"
    )


EMBEDDED = (
    '<w:r><w:object w:dxaOrig="9" w:dyaOrig="9"><v:shape id="s1" o:ole="" style="width:9pt">'
    '<v:imagedata r:id="rId1" o:title="zoe" alt="C:\\zoe.png"/></v:shape><o:OLEObject '
    'Type="Embed" ProgID="Excel.Sheet.12" ShapeID="s1" DrawAspect="Content" ObjectID="_1" '
    'r:id="rIdObject"/></w:object></w:r>'
)
SVG = '<a:ext uri="{96DAC541-7B7A-43D3-8B79-37D633B846F1}"><asvg:svgBlip r:embed="rIdSvg"/></a:ext>'

LINES = {
    "the name of the file": (field(r" FILENAME \p ", r"C:\Users\zoe\l.docx") + run("a"), "a"),
    "a simple name of the file": (simple("FILENAME", "zoe.docx") + run("a"), "a"),
    "the day": (run("a") + field(' DATE \\@ "d" ', "zoe") + run("b"), "ab"),
    "a picture from elsewhere": (field(r' INCLUDEPICTURE "\\zoe\logo.png" ', "zoe"), ""),
    "a field in a field": (field(" IF 1=1 ", field(" AUTHOR ", "zoe")) + run("a"), "a"),
    "a link as a field": (field(' HYPERLINK "file:///zoe" ', "our site"), "our site"),
    "the number of the page": (field(" PAGE ", "7"), "7"),
    "a control": (
        control('<w:alias w:val="zoe"/><w:tag w:val="zoe"/>', "our name"),
        "our name",
    ),
    "an empty control": (
        control("<w:showingPlcHdr/>", "Click here, zoe"),
        "",
    ),
    "hidden text": (run("zoe", "<w:vanish/>") + run("a", '<w:vanish w:val="0"/>'), "a"),
    "text that a style hides": (run("zoe", '<w:rStyle w:val="Secret"/>') + run("a"), "a"),
    "a hidden mark": ("<w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr>" + run("a"), "a"),
    "a bookmark": ('<w:bookmarkStart w:id="0" w:name="zoe"/>' + run("a"), "a"),
    "an editor": ('<w:permStart w:id="1" w:ed="zoe@example.org"/>' + run("a"), "a"),
    "a smart tag": (f'<w:smartTag w:uri="zoe" w:element="z">{run("a")}</w:smartTag>', "a"),
    "a link to a file": (f'<w:hyperlink r:id="rIdFile">{run("a")}</w:hyperlink>', "a"),
    "a link to the web": (f'<w:hyperlink r:id="rIdWeb">{run("a")}</w:hyperlink>', "a"),
    "a picture elsewhere": (run("a") + picture('<a:blip r:link="rIdFile"/>'), "a"),
    "a picture here and elsewhere": (picture('<a:blip r:embed="rId1" r:link="rIdFile"/>'), ""),
    "a drawing beside its picture": (
        picture(f'<a:blip r:embed="rId1"><a:extLst>{SVG}</a:extLst></a:blip>'),
        "",
    ),
    "the place of a picture": (picture('<a:blip r:embed="rId1"/>', r"C:\zoe\logo.png"), ""),
    "a hidden picture": (picture('<a:blip r:embed="rId1"/>', more='hidden="1"'), ""),
    "an embedded sheet": (EMBEDDED, ""),
    "an active control": ('<w:r><w:control r:id="rIdObject" w:name="zoe"/></w:r>', ""),
    "sessions": (f'<w:r w:rsidR="00AA0001" w16:durableId="zoe">{"<w:t>a</w:t>"}</w:r>', "a"),
}
RELATIONS = "".join(
    f'<Relationship Id="{identity}" Type="{RELATION}/{kind}" Target="{target}"{mode}/>'
    for identity, kind, target, mode in (
        ("rIdFile", "hyperlink", "file:///C:/Users/zoe/a.docx", ' TargetMode="External"'),
        ("rIdWeb", "hyperlink", "https://example.org/office", ' TargetMode="External"'),
        ("rIdObject", "oleObject", "embeddings/zoe.xlsx", ""),
        ("rIdSvg", "image", "media/zoe.svg", ""),
    )
)
STYLE = (
    '<w:style w:type="character" w:styleId="Secret"><w:name w:val="Secret"/><w:rPr><w:vanish/>'
    "</w:rPr></w:style>"
)


def with_head(line: str) -> bytes:
    """Return an office's template with one more line at the head of the first page."""
    types = (
        '<Default Extension="svg" ContentType="image/svg+xml"/>'
        '<Default Extension="xlsx" ContentType="application/zoe"/>'
    )
    edits = {
        "word/header1.xml": lambda part: after("<w:hdr[^>]*", f" {NAMES}")(
            after("<w:hdr[^>]*>", f"<w:p>{line}</w:p>")(part)
        ),
        "word/_rels/header1.xml.rels": after("<Relationships[^>]*>", RELATIONS),
        "word/styles.xml": after("</w:latentStyles>", STYLE),
        "[Content_Types].xml": after("<Types[^>]*>", types),
    }
    added = {"word/media/zoe.svg": b"<svg>zoe</svg>", "word/embeddings/zoe.xlsx": b"zoe"}
    return edited(office_template(), edits, added)


@pytest.mark.parametrize("kind", [*LINES])
def test_what_a_letterhead_hides_stays_behind(kind: str) -> None:
    """And what it shows remains, in all its forms; the inspection of the file agrees."""
    line, shown = LINES[kind]
    file = WordFile(render(joint_letter(), Templates(with_head(line))).data)
    head = file.story_part("header", "first")
    assert file.stories("header", "first") == f"{shown}\n{FIRST_HEAD}"
    for name in file.names():
        assert "zoe" not in name
        if name.endswith((".xml", ".rels")):
            assert "zoe" not in file.raw(name), name
    assert "<w:sdt" not in file.raw(head)
    assert [each for each in pieces(file.data, 0) if each.kind == "baggage"] == []
    pictures = {"a picture here and elsewhere", "a drawing beside its picture"}
    pictures |= {"the place of a picture", "an embedded sheet"}
    expected = 2 if kind in pictures else 1
    assert len(re.findall(r"<\w+:(?:blip|imagedata)\b", file.raw(head))) == expected
    with ZipFile(BytesIO(file.data)) as archive:
        assert [archive.read(name) for name in file.names() if "media" in name] == [LOGO]


def test_a_letterhead_may_lead_into_the_web() -> None:
    """Its link is still one; that of a file is not."""
    links = []
    for kind in ("a link to the web", "a link to a file"):
        file = WordFile(render(joint_letter(), Templates(with_head(LINES[kind][0]))).data)
        head = file.story_part("header", "first").removeprefix("word/").removesuffix(".xml")
        links.append(file.links(head))
    assert links == [[("https://example.org/office", "a")], []]


def test_what_nothing_leads_to_any_more_is_gone() -> None:
    """Links of the old text and notes, pictures in it, and heads that no page shows."""
    link = '<w:p><w:hyperlink r:id="rIdWeb"><w:r><w:t>zoe</w:t></w:r></w:hyperlink></w:p>'
    edits = {
        "word/document.xml": lambda part: after("<w:body>", link)(part.replace("<w:titlePg/>", "")),
        "word/_rels/document.xml.rels": after("<Relationships[^>]*>", RELATIONS),
        "[Content_Types].xml": after(
            "<Types[^>]*>",
            '<Default Extension="svg" ContentType="image/svg+xml"/>'
            '<Default Extension="xlsx" ContentType="application/zoe"/>',
        ),
    }
    added = {"word/media/zoe.svg": b"<svg/>", "word/embeddings/zoe.xlsx": b"zoe"}
    file = WordFile(render(joint_letter(), Templates(edited(office_template(), edits, added))).data)
    assert "example.org/office" not in file.raw("word/_rels/document.xml.rels")
    assert [name for name in file.names() if re.search("media|zoe", name)] == []
    assert FIRST_HEAD not in "".join(file.raw(name) for name in file.names() if "header" in name)


def test_of_the_settings_only_the_look_stays() -> None:
    """Nothing that asks, fetches, or tells of the office; today's Word, no compatibility mode."""
    more = (
        '<w:view w:val="outline"/><w:updateFields w:val="true"/><w:evenAndOddHeaders/>'
        '<w:docVars><w:docVar w:name="zoe" w:val="zoe"/></w:docVars><w:hyphenationZone w:val="9"/>'
        '<w:mailMerge><w:mainDocumentType w:val="zoe"/></w:mailMerge><w:autoHyphenation/>'
    )
    edits = {"word/settings.xml": after("<w:settings[^>]*>", more)}
    file = WordFile(render(joint_letter(), Templates(edited(office_template(), edits))).data)
    settings = file.part("word/settings.xml")
    assert [str(each.tag).rpartition("}")[2] for each in settings] == [
        "defaultTabStop",
        "autoHyphenation",
        "hyphenationZone",
        "evenAndOddHeaders",
        "characterSpacingControl",
        "footnotePr",
        "compat",
        "mathPr",
        "themeFontLang",
        "clrSchemeMapping",
        "decimalSymbol",
        "listSeparator",
    ]
    compat = settings.find(f"{W}compat")
    assert compat is not None
    said = {each.get(f"{W}name"): each.get(f"{W}val") for each in compat}
    assert said["compatibilityMode"] == "15"
    assert {each.tag for each in compat} == {f"{W}compatSetting"}


def test_parts_for_the_office_only_stay_behind() -> None:
    """The thumbnail, custom XML, settings for the web, the properties."""
    whole = WordFile(office_template())
    assert {"docProps/thumbnail.jpeg", "customXml/item1.xml", "word/webSettings.xml"} <= {
        *whole.names()
    }
    file = WordFile(render(joint_letter(), Templates(whole.data)).data)
    assert [name for name in file.names() if re.search("thumb|custom|web|Effects", name)] == []
    for name in file.names():
        if name.endswith((".xml", ".rels")):
            assert not re.search("Zoe|rsid|python-docx", file.raw(name)), name
