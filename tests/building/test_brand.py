"""The face of those who sign: in every format, from the workspace's own files."""

from __future__ import annotations

import re
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pikepdf
import pytest

from generator.building import BuildRequest, BuildResult
from generator.building.release import pending
from generator.building.request import Content
from generator.catalogues.lookup import Catalogues
from tests.brands import BRAND, coalition, logo, svg
from tests.building.reading import text
from tests.workspaces import BRIEF, NOW, WorkspaceFolder

SEVEN = [f"Society Number {number}" for number in range(1, 8)]
FOOTER = """\
footer:
  organisation: group_1
  address: {en: "12 Sample Street, Strelsau"}
  telephone: "+99 1 234 56 78"
  email: office@example.org
  web: https://example.org/
  registered: {en: "Register of societies 000.000"}
"""
CONTACTS = (
    "12 Sample Street, Strelsau",
    "+99 1 234 56 78 · office@example.org · example.org · Register of societies 000.000",
)
PICTURES = ("pdf", "docx", "html")


@dataclass(frozen=True)
class Files:
    """The files of the letter to the council, by format."""

    result: BuildResult

    def path(self, form: str) -> Path:
        """Return where the file in a format is."""
        (found,) = (each.path for each in self.result.built if each.format == form)
        return Path(found)

    def pdf_alternatives(self) -> list[str]:
        """Return what the pictures of the PDF are read aloud as, in their order."""
        with pikepdf.open(self.path("pdf")) as pdf:
            figures = (each for each in pdf.objects if isinstance(each, pikepdf.Dictionary))
            return [str(each.Alt) for each in figures if each.get("/S") == "/Figure"]

    def word_part(self, name: str) -> str:
        """Return a part of the Word file."""
        with ZipFile(self.path("docx")) as word:
            return word.read(name).decode()

    def word_alternatives(self) -> dict[str, list[str]]:
        """Return the same for each part of the Word file that has pictures."""
        with ZipFile(self.path("docx")) as word:
            parts = {name: word.read(name) for name in word.namelist() if name.endswith(".xml")}
        found = {name: re.findall(r'descr="([^"]*)"', parts[name].decode()) for name in parts}
        return {name: each for name, each in found.items() if each}


def council(
    folder: WorkspaceFolder, *forms: str, out: Path | None = None, draft: bool = False
) -> Files:
    """Build the letter to the council."""
    wanted = forms or PICTURES
    return Files(folder.build(out, formats=wanted, deliveries=("council",), draft=draft))


@pytest.fixture
def seven(tmp_path: Path, own_fonts: None) -> WorkspaceFolder:  # noqa: ARG001 (only its effect)
    """Return a workspace that seven organisations sign, one of them with contacts."""
    return coalition(tmp_path, 7, FOOTER)


def test_seven_logos_stand_in_pdf_word_and_html_with_their_names(seven: WorkspaceFolder) -> None:
    """Each once, in the order of the brief, read aloud as the organisation; nothing is fetched."""
    files = council(seven)
    assert files.result.problems == ()
    assert files.pdf_alternatives() == SEVEN
    (alternatives,) = files.word_alternatives().values()
    assert alternatives == SEVEN
    page = files.path("html").read_text("utf-8")
    pictures = re.findall(r'<img src="data:image/svg\+xml;base64,[\w+/=]+" alt="([^"]+)"', page)
    assert pictures == SEVEN
    assert page.count("src=") == 7


def test_pdf_and_word_carry_the_same_words_on_their_first_page(seven: WorkspaceFolder) -> None:
    """Logos add none; the contacts stand at the foot, below the name where others sign too."""
    files = council(seven)
    contacts = (f"Society Number 1 · {CONTACTS[0]}", CONTACTS[1], "A fictional letter.")
    for form in ("pdf", "html"):
        assert " ".join(contacts) in text(files.path(form)), form
    footers = [name for name in ZipFile(files.path("docx")).namelist() if "footer" in name]
    written = [re.findall(r"<w:t[^>]*>([^<]*)", files.word_part(name)) for name in footers]
    assert sum(contacts[0] in each for each in written) == 1, "on the first page only"
    assert any("".join(each).startswith("".join(contacts)) for each in written)


def test_files_with_pictures_stay_small_and_the_same(
    seven: WorkspaceFolder, tmp_path: Path
) -> None:
    """Seven logos weigh little, and two builds in two folders have the same bytes."""
    first = council(seven)
    again = council(seven, out=tmp_path / "elsewhere")
    for form in PICTURES:
        assert first.path(form).read_bytes() == again.path(form).read_bytes(), form
    assert first.path("pdf").stat().st_size < 60_000
    assert first.path("docx").stat().st_size < 60_000


def test_markdown_has_no_picture_and_a_document_without_letterhead_has_none(
    seven: WorkspaceFolder,
) -> None:
    """What a body files carries nobody's logo, and nobody's contacts."""
    assert "data:" not in council(seven, "md").path("md").read_text("utf-8")
    seven.replace(BRIEF, "audience: un\n    document: letter", "audience: un\n    document: filed")
    seven.write("templates/filed.yaml", seven.read_default("templates/letter.yaml"))
    letter = seven.read_default("templates/letter.md.j2")
    seven.write("templates/filed.md.j2", letter.replace("::: letterhead", "::: submitters"))
    result = seven.build(formats=("html",), deliveries=("geneva",))
    (built,) = result.built
    page = Path(built.path).read_text("utf-8")
    assert "<img" not in page
    assert CONTACTS[0] not in page


def test_the_logo_of_one_is_as_wide_as_its_brand_says(tmp_path: Path, own_fonts: None) -> None:  # noqa: ARG001 (the fonts are set up by it)
    """Of those who sign, and of no other; its own words are read aloud; a PNG goes in as it is."""
    folder = coalition(tmp_path, 1, FOOTER)
    folder.write("templates/other.png", logo())
    own = "  group_1: {file: group_1.svg, width: 40}\n"
    named = '  group_1: {file: other.png, width: 30, alt: {en: "Society 1, with a lamp"}}\n'
    folder.replace(BRAND, own, f"{named}  harbour_watch: {{file: other.png}}\n")
    files = council(folder)
    assert files.result.problems == ()
    assert files.pdf_alternatives() == ["Society 1, with a lamp"]
    (header,) = files.word_alternatives()
    assert f'cx="{30 * 36000}" cy="{15 * 36000}"' in files.word_part(header)
    with ZipFile(files.path("docx")) as word:
        (name,) = (each for each in word.namelist() if each.endswith(".png"))
        assert word.read(name) == logo()
    assert " ".join(CONTACTS) in text(files.path("pdf"))


def test_the_colours_of_a_brand_hold_in_every_format(seven: WorkspaceFolder) -> None:
    """None of the program's own accent is left in the page, nor in the Word styles."""
    seven.append(BRAND, 'colours: {accent: "#7a1f3a", mark: "#004d40"}\n')
    files = council(seven, draft=True)
    assert {each.severity for each in files.result.problems} <= {"warning", "note"}
    styles = files.word_part("word/styles.xml") + files.word_part("word/numbering.xml")
    assert "1F3A5F" not in styles
    assert "9C1C1C" not in styles
    assert styles.count('"7A1F3A"') > 30
    page = files.path("html").read_text("utf-8")
    assert "--accent: #7a1f3a" in page
    assert not re.search("#1f3a5f|#9c1c1c", page.partition("<body")[0])
    with pikepdf.open(files.path("pdf")) as pdf:
        drawn = pdf.pages[0].Contents.read_bytes()
    assert b"0.478431 0.121569 0.227451 rg" in drawn
    assert b"0 0.301961 0.25098 rg" in drawn
    assert b"0.121569 0.227451 0.372549 rg" not in drawn


def test_a_brand_that_cannot_be_read_refuses_a_final_and_not_a_draft(
    seven: WorkspaceFolder,
) -> None:
    """A logo that is no good is left out of the draft; a final of others is not held up."""
    seven.write("templates/group_2.svg", "<svg xmlns='http://www.w3.org/2000/svg'><text/></svg>")
    final = council(seven)
    assert [each.rule for each in final.result.problems] == ["picture-element"]
    assert final.result.built == ()
    draft = council(seven, draft=True)
    assert draft.pdf_alternatives() == [each for each in SEVEN if each != "Society Number 2"]
    seven.replace(BRIEF, "group_2, state: agreed", "group_2, state: declined")
    assert len(council(seven).result.built) == 3
    seven.append(BRAND, 'colours: {accent: "#ffd400"}\n')
    assert council(seven).result.built == ()


def test_a_name_that_must_not_be_told_is_found_in_what_a_logo_says(seven: WorkspaceFolder) -> None:
    """The alternative text is a text of the letter like every other, and so is a contact."""
    people = "recommendations/ruritania/people.yaml"
    seven.append(people, "")
    seven.replace(
        people,
        "lists:",
        "  - {id: witness_1, names: {en: Zoltan Ferrum}, withheld_as: {en: a witness}}\nlists:",
    )
    seven.replace(
        BRAND,
        "group_3: {file: group_3.svg, width: 40}",
        "group_3: {file: group_3.svg, alt: {en: Drawn by Zoltan Ferrum}}",
    )
    (found,) = council(seven).result.problems
    assert found.rule == "name-told"
    assert "alternative text" in found.message


def own_template(folder: WorkspaceFolder, header: str) -> None:
    """Give the workspace a Word template with ``header`` at the head of each page."""
    made = BytesIO()
    shipped = Path(__file__).parents[2] / "templates" / "word.docx"
    with ZipFile(shipped) as source, ZipFile(made, "w") as target:
        for name in source.namelist():
            data = source.read(name).decode()
            if "word/header" in name:
                data = re.sub(r"<w:p\b.*</w:p>|<w:p\b[^>]*/>", header, data)
            target.writestr(name, data)
    folder.write("templates/word.docx", made.getvalue())


@pytest.mark.parametrize(
    ("header", "logos"),
    [("<w:p><w:r><w:t>Our own letterhead</w:t></w:r></w:p>", 0), ("<w:p/>", 7)],
    ids=["with a letterhead", "without"],
)
def test_a_word_template_of_ones_own_keeps_its_face(
    seven: WorkspaceFolder, header: str, logos: int
) -> None:
    """Its colours always; its letterhead alone, where it has one: there is never a second."""
    own_template(seven, header)
    seven.append(BRAND, 'colours: {accent: "#7a1f3a"}\n')
    files = council(seven, "docx")
    assert "7A1F3A" not in files.word_part("word/styles.xml")
    assert sum(map(len, files.word_alternatives().values())) == logos
    assert ("Our own letterhead" in text(files.path("docx"))) is not bool(logos)


@pytest.mark.parametrize(
    ("locale", "delivery", "document", "brand", "size"),
    [
        ("en", "", "", "", "A4"),
        ("en-US", "", "", "", "Letter"),
        ("en", "", "", "Letter", "Letter"),
        ("en-US", "", "A4", "Letter", "A4"),
        ("en", "Letter", "A4", "A4", "Letter"),
    ],
)
def test_the_first_that_says_something_decides_on_the_paper(
    seven: WorkspaceFolder, locale: str, delivery: str, document: str, brand: str, size: str
) -> None:
    """The delivery, the document type, the brand, the language, in this order."""
    if brand:
        seven.append(BRAND, f"paper: {brand}\n")
    if document:
        rules = seven.read_default("templates/letter.yaml")
        seven.write(
            "templates/letter.yaml", rules.replace("page:\n", f"page:\n  size: {document}\n")
        )
    own = f"    paper: {delivery}\n" if delivery else ""
    council_ = "    addressees: [commissioner, chair_of_council]\n    locales: "
    seven.replace(BRIEF, f"{council_}[en]\n", f"{council_}[{locale}]\n{own}")
    page = council(seven, "html", draft=True).path("html").read_text("utf-8")
    assert re.findall(r"(?m)^  size: (\w+);", page) == [size]


def test_who_approves_a_letter_approves_its_face(seven: WorkspaceFolder) -> None:
    """An address at its foot, or a logo, that changes afterwards is another text."""

    def digest() -> str:
        library, problems = seven.checked()
        request = BuildRequest(out=seven.root / "out", today=NOW.date(), deliveries=("council",))
        (found,) = pending(Content(library, problems, Catalogues(library)), request)
        return found.text.digest if found.text else ""

    before = digest()
    assert before
    assert digest() == before
    seven.replace(BRAND, "12 Sample Street", "14 Sample Street")
    moved = digest()
    seven.write("templates/group_1.svg", svg(3))
    assert len({before, moved, digest()}) == 3
