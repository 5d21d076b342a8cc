"""The program's own Word template, and those that an office brings."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from io import BytesIO
from zipfile import ZipFile

import pytest

from generator.problems import Place, Severity, problem
from generator.render.base import RenderFailure
from generator.render.word import render
from tests.render.sample_letters import NOTICE, group, joint_letter, letter, paragraph
from tests.render.word.reading import Templates, W, WordFile

OWN = WordFile(Templates().read("word.docx"))
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def changed(
    edits: Mapping[str, Callable[[str], str]] = {}, added: Mapping[str, bytes] = {}
) -> bytes:
    """Return the program's template with some of its parts edited and others added."""
    made = BytesIO()
    with ZipFile(made, "w") as archive:
        for name in OWN.names():
            archive.writestr(name, edits.get(name, str)(OWN.raw(name)))
        for name, data in added.items():
            archive.writestr(name, data)
    return made.getvalue()


def replaced(old: str, new: str) -> Callable[[str], str]:
    """Return an edit that puts ``new`` for ``old``, which must be there."""

    def edit(part: str) -> str:
        assert old in part
        return part.replace(old, new)

    return edit


def related(identity: str, kind: str, target: str) -> Callable[[str], str]:
    """Return an edit that adds a relationship."""
    relation = f'<Relationship Id="{identity}" Type="{kind}" Target="{target}"/>'
    return replaced("</Relationships>", f"{relation}</Relationships>")


def test_the_template_is_clean() -> None:
    """Made from scratch: nothing in it tells of a person, a session or a machine."""
    assert [name for name in OWN.names() if "custom" in name.lower() or "thumb" in name] == []
    whole = "".join(OWN.raw(name) for name in OWN.names())
    for trace in ("rsid", "paraId", "docId", "attachedTemplate", "creator", "lastModifiedBy"):
        assert trace not in whole
    assert OWN.part("docProps/core.xml").find("*") is None
    assert OWN.part("docProps/app.xml").find("*") is None
    with ZipFile(BytesIO(OWN.data)) as archive:
        assert {member.date_time for member in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_the_template_has_the_settings_of_today() -> None:
    """No compatibility mode; words are hyphenated; headings stay with what follows."""
    settings = OWN.raw("word/settings.xml")
    assert 'w:name="compatibilityMode"' in settings
    assert 'w:val="15"' in settings
    assert "<w:autoHyphenation/>" in settings
    for style in OWN.part("word/styles.xml").iter(f"{W}style"):
        if re.fullmatch("Heading[123]", str(style.get(f"{W}styleId"))):
            assert style.find(f"{W}pPr/{W}keepNext") is not None


NO_LINKS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>'


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"not a zip",
        Templates().read("word.docx")[:4000],
        changed({"word/document.xml": lambda _: "<broken"}),
        changed({"word/document.xml": lambda _: "<other/>"}),
        changed({"word/_rels/document.xml.rels": replaced("styles.xml", "none.xml")}),
        changed({"word/_rels/document.xml.rels": lambda _: NO_LINKS}),
        changed({"word/document.xml": lambda body: re.sub(r'w:w="\d+"', 'w:w="wide"', body)}),
        changed({"[Content_Types].xml": lambda _: "<Types/>"}),
        changed({"_rels/.rels": replaced("officeDocument", "nothing")}),
    ],
    ids=["empty", "text", "cut", "xml", "root", "missing", "links", "size", "types", "no-document"],
)
def test_a_broken_template_is_a_problem(data: bytes) -> None:
    """It is never a crash."""
    with pytest.raises(RenderFailure) as caught:
        render(joint_letter(), Templates(data))
    assert caught.value.rule == "word-template-broken"
    assert caught.value.fields["file"] == "word.docx"
    assert caught.value.fields["reason"]
    said = problem(caught.value.rule, Place("templates/word.docx"), id=None, **caught.value.fields)
    assert said.severity is Severity.ERROR


def test_missing_styles_are_named_all_at_once() -> None:
    """With their kind; a role without a style needs none, and a letter without text neither."""

    def renamed(part: str) -> str:
        for name in ("Body Text", "footnote text", "Emphasis", "Asks Number", "Commitments"):
            part = part.replace(f'w:name w:val="{name}"', f'w:name w:val="Old {name}"')
        return part

    with pytest.raises(RenderFailure) as caught:
        render(joint_letter(), Templates(changed({"word/styles.xml": renamed})))
    assert caught.value.rule == "word-style-missing"
    names = "Body Text (paragraph), Footnote Text (paragraph), Emphasis (character)"
    assert caught.value.fields["names"] == names
    said = problem(caught.value.rule, Place("templates/word.docx"), id=None, **caught.value.fields)
    assert names in said.message
    render(letter((), ()), Templates(changed({"word/styles.xml": renamed})))


def test_without_columns_for_the_notice_the_page_number_stands_below_it() -> None:
    """In a template of an office that knows nothing of them."""
    data = changed({"word/styles.xml": replaced('"Notice Columns"', '"Old Columns"')})
    file = WordFile(render(joint_letter(), Templates(data)).data)
    assert file.stories("footer", "default") == f"{NOTICE}\nPage 1 of 1"


def test_a_replaced_style_needs_no_program() -> None:
    """A template with a style for a new role, and none for an old one."""
    data = changed(
        {"word/styles.xml": replaced('w:name w:val="Commitments"', 'w:name w:val="Key Facts"')}
    )
    blocks = (group("key-facts", paragraph("a")), group("commitments", paragraph("b")))
    file = WordFile(render(letter(blocks), Templates(data)).data)
    assert file.paragraphs() == [("Key Facts", "a"), ("Body Text", "b")]


PICTURE = (
    '<w:p w:rsidR="00A1"><w:pPr><w:pStyle w:val="Header"/></w:pPr>'
    '<w:ins w:id="1" w:author="Zoe Doe"><w:r w:rsidR="00A2"><w:t>Our letterhead</w:t></w:r></w:ins>'
    '<w:del w:id="2" w:author="Zoe Doe"><w:r><w:delText>Old words</w:delText></w:r></w:del>'
    "<w:r><w:rPr><w:vanish/></w:rPr><w:t>Old words, hidden</w:t></w:r>"
    '<w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/'
    'wordprocessingDrawing"><wp:docPr id="7" name="logo_of_zoe.png"/><a:blip '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" r:embed="rId1"/>'
    "</wp:inline></w:drawing></w:r></w:p>"
)
HEADER_RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="rId1" Type="{RELATION}/image" Target="media/image1.png"/>'
    "</Relationships>"
).encode()


def office_template(*, first_page: bool) -> bytes:
    """Return a template with a letterhead in its header and the baggage of an office."""
    section = replaced("<w:titlePg/>", "<w:titlePg/>" if first_page else "")
    baggage = (
        '<w:p w:rsidR="00A1"><w:ins w:author="Zoe Doe" w:id="9"><w:r><w:t>Old words</w:t></w:r>'
        "</w:ins></w:p><w:sectPr"
    )

    def document(part: str) -> str:
        return replaced("<w:sectPr", baggage)(section(part))

    edits = {
        "word/document.xml": document,
        "word/header1.xml": lambda part: re.sub("<w:p>.*</w:p>", lambda _: PICTURE, part),
        "word/styles.xml": replaced(
            '<w:name w:val="Body Text"/>', '<w:name w:val="Body Text"/><w:rsid w:val="00A1"/>'
        ),
        "word/settings.xml": replaced(
            "<w:defaultTabStop",
            '<w:attachedTemplate r:id="rId1" xmlns:r="http://schemas.openxmlformats.org/'
            'officeDocument/2006/relationships"/><w:trackRevisions/><w:rsids/><w:defaultTabStop',
        ),
        "word/_rels/document.xml.rels": lambda part: related(
            "rId90", f"{RELATION}/comments", "comments.xml"
        )(related("rId91", f"{RELATION}/customXml", "../customXml/item1.xml")(part)),
        "_rels/.rels": related(
            "rId92",
            "http://schemas.openxmlformats.org/package/2006/relationships/metadata/thumbnail",
            "docProps/thumbnail.jpeg",
        ),
        "[Content_Types].xml": replaced(
            '<Default Extension="xml"',
            '<Default Extension="jpeg" ContentType="image/jpeg"/>'
            '<Default Extension="png" ContentType="image/png"/><Default Extension="xml"',
        ),
    }
    added = {
        "word/_rels/header1.xml.rels": HEADER_RELATIONS,
        "word/_rels/header2.xml.rels": HEADER_RELATIONS,
        "word/media/image1.png": b"\x89PNG",
        "word/_rels/settings.xml.rels": (
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            f'<Relationship Id="rId1" Type="{RELATION}/attachedTemplate" '
            'Target="file:///C:/Users/zoe/letter.dotx" TargetMode="External"/></Relationships>'
        ).encode(),
        "word/comments.xml": b"<comments>Zoe said so</comments>",
        "customXml/item1.xml": b"<zoe/>",
        "docProps/thumbnail.jpeg": b"\xff\xd8",
    }
    return changed(edits, added)


@pytest.mark.parametrize("first_page", [True, False])
def test_an_office_keeps_its_letterhead_and_leaves_its_baggage(*, first_page: bool) -> None:
    """The header with its picture stays; comments, changes, paths and thumbnails do not."""
    data = render(joint_letter(), Templates(office_template(first_page=first_page))).data
    file = WordFile(data)
    title = "Kazakhstan: human rights on the agenda in Brussels"
    assert file.stories("header", "default") == f"Our letterhead\n{title}"
    assert file.stories("header", "first") == ("" if first_page else "Our letterhead")
    assert file.names().count("word/media/image1.png") == 1
    assert [name for name in file.names() if re.search("comment|custom|thumb", name)] == []
    for name in file.names():
        if name.endswith((".xml", ".rels")):
            for trace in ("rsid", "zoe", "Zoe", "Old words", "attachedTemplate", "trackRev"):
                assert trace not in file.raw(name), name


def test_a_template_with_nothing_but_styles_will_do() -> None:
    """Numbering, notes, settings, headers and footers are made where they are missing."""

    def bare(part: str) -> str:
        kept = re.findall("<Relationship [^>]*styles.xml[^>]*/>", part)
        return re.sub("<Relationship .*/>", "".join(kept), part)

    edits = {
        "word/_rels/document.xml.rels": bare,
        "word/document.xml": lambda part: re.sub("<w:sectPr>.*</w:sectPr>", "", part),
    }
    whole = WordFile(render(joint_letter(), Templates()).data)
    file = WordFile(render(joint_letter(), Templates(changed(edits))).data)
    assert file.paragraphs() == whole.paragraphs()
    assert file.notes() == whole.notes()
    assert file.stories("footer", "first") == whole.stories("footer", "first")
    assert [words for _, _, words in file.numbers()] == [words for _, _, words in whole.numbers()]
