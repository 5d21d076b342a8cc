"""What else no file may have: ids, private facts, texts of the office, the machine, baggage."""

from __future__ import annotations

import re
from collections.abc import Mapping
from io import BytesIO

import pikepdf
import pypdfium2
import pytest

from generator.inspection.look import look
from generator.inspection.own import Own
from generator.inspection.texts import UnreadableFileError, pieces_of
from generator.language.finding import plain_words
from tests.inspection.conftest import Looked, forbidden_in, made
from tests.render.sample_letters import letter, paragraph
from tests.render.script_letters import SCRIPT_LETTERS, scripts_as_pdf
from tests.support.planting import PLACES
from tests.support.shared import shared
from tests.workspaces import COURTS, WorkspaceFolder

BOOKMARK, REMARK = PLACES[".pdf"]["bookmark"], PLACES[".html"]["comment"]
HEADING = PLACES[".docx"]["header"]


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("x_withheld", "id"),
        ("see judges-dismissed", "id"),
        ("https://example.org/judges-dismissed/2", "id"),
        ("tel. +00 (555) 017-4402", "value"),
        ("her two sisters who live at Hollow Bridge", "text"),
        ("saved by mireille", "machine"),
        ("on press-box-7", "machine"),
        ("/home/mireille/letters/a.docx", "machine"),
        ("file:///srv/briefs/templates/word.docx", "machine"),
    ],
)
def test_what_else_is_found(
    words: str, kind: str, files: Mapping[str, bytes], looked: Looked
) -> None:
    """In a PDF, a Word file and a page."""
    for suffix, plant in ((".pdf", BOOKMARK), (".docx", HEADING), (".html", REMARK)):
        assert kind in {one for one, _ in looked(f"a{suffix}", plant(files[suffix], words))}


@pytest.mark.parametrize(
    "words",
    [
        "Mireille",  # a first name is no user name
        "prejudges-dismissedly",
        "01744",
        "Madame Requozel",
        "Ngram and ING",
        "two sisters who",
    ],
)
def test_what_only_looks_like_it_is_not(
    words: str, files: Mapping[str, bytes], looked: Looked
) -> None:
    """Else no letter could be built."""
    assert looked("a.pdf", BOOKMARK(files[".pdf"], words)) == set()
    assert looked("a.docx", HEADING(files[".docx"], words)) == set()


def test_what_the_letter_itself_says_may_stand_there(with_somebody: WorkspaceFolder) -> None:
    """An id that is a word of an address, a user who is called as the letter is."""
    forbidden = forbidden_in(with_somebody)
    sent = letter((paragraph("See https://example.org/judges-dismissed of mireille."),))
    assert look("a.html", made(sent, "html"), Own(sent), forbidden) == ()


def test_a_text_above_the_clearance_is_known_by_six_words(with_somebody: WorkspaceFolder) -> None:
    """Of it or of any part; the same words in what the reader may read tell nothing."""
    statement = "The press of {bo_lantern} was sealed."
    internal = with_somebody.read(COURTS).replace(
        "Eleven judges were dismissed in one week; {the_two:count} protested.\n"
        '    certainty: established\n    sources: [{source: gazette-2025, locator: "p. 1"}]\n'
        "    sensitivity: public",
        "Somebody at the ministry told us the whole list by telephone.\n"
        '    certainty: established\n    sources: [{source: gazette-2025, locator: "p. 1"}]\n'
        "    sensitivity: internal",
    )
    assert internal != with_somebody.read(COURTS), statement
    changed = WorkspaceFolder(with_somebody.root.with_name("internal"))
    for path in with_somebody.root.rglob("*.yaml"):
        changed.write(str(path.relative_to(with_somebody.root)), path.read_bytes())
    changed.write(COURTS, internal)
    sent = letter((paragraph("Good day, ladies and gentlemen."),))
    page = REMARK(made(sent, "html"), "At the MINISTRY told us the\nwhole list by")
    for clearance, kinds in (("public", {"text"}), ("internal", set())):
        hits = look("a.html", page, Own(sent), forbidden_in(changed, clearance))  # type: ignore[arg-type]  # one of the three words
        assert {each.kind for each in hits} == kinds


@pytest.mark.parametrize(
    ("suffix", "place", "part"),
    [
        (".docx", "deletion", "tracked changes"),
        (".docx", "hidden text", "hidden text"),
        (".docx", "comment", "comments"),
        (".docx", "properties", "properties"),
        (".docx", "properties: own", "custom properties"),
        (".docx", "custom XML", "custom XML"),
        (".docx", "embedded object", "embedded objects"),
        (".pdf", "attachment", "attachments"),
        (".pdf", "properties: own key", "properties"),
        (".pdf", "stream", "private data"),
    ],
)
def test_baggage_is_refused_whatever_it_says(
    suffix: str, place: str, part: str, files: Mapping[str, bytes], looked: Looked
) -> None:
    """Nobody has to be named in it."""
    assert ("baggage", part) in looked(f"a{suffix}", PLACES[suffix][place](files[suffix], "none"))


def test_a_script_is_refused(files: Mapping[str, bytes], looked: Looked) -> None:
    """No letter runs anything."""
    made_ = BytesIO()
    with pikepdf.open(BytesIO(files[".pdf"])) as pdf:
        pdf.Root["/OpenAction"] = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.beep()")
        pdf.save(made_)
    assert looked("a.pdf", made_.getvalue()) == {("baggage", "actions"), ("baggage", "scripts")}


@pytest.mark.parametrize("suffix", [".pdf", ".docx"])
def test_a_file_that_cannot_be_read_is_not_called_clean(
    suffix: str, files: Mapping[str, bytes], looked: Looked
) -> None:
    """Neither a broken one, nor one in which the letter is not found."""
    with pytest.raises(UnreadableFileError):
        looked(f"a{suffix}", files[suffix][: len(files[suffix]) // 2].replace(b"endobj", b""))
    forbidden_kinds = {kind for kind, _ in looked("a.md", b"Good day.")}
    assert forbidden_kinds == {"unread"}


@pytest.mark.usefixtures("own_fonts")
@pytest.mark.parametrize("locale", [*SCRIPT_LETTERS, "joint"])
def test_pages_say_what_pdfium_reads(
    locale: str, files: Mapping[str, bytes], tmp_path_factory: pytest.TempPathFactory
) -> None:
    """A second opinion: the words that another reader finds on the pages are found here too."""
    scripts = shared(tmp_path_factory, "scripts-pdf", scripts_as_pdf)
    data = files[".pdf"] if locale == "joint" else scripts[locale].data
    pages = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(data)]
    ours = "".join(each.text for each in pieces_of("a.pdf", data) if each.part == "page text")
    closed = "".join(plain_words(ours.replace("\u2010\n", "")))
    theirs = {word for page in pages for word in re.findall(r"[^\W\d_]{4,}", page)}
    assert len(theirs) > 15
    missing = {word for word in theirs if "".join(plain_words(word)) not in closed}
    assert missing == set()


@pytest.mark.parametrize(
    "rule",
    [
        '.a::after { content: "by Žáblěk" }',
        ".a { --who: 'Žáblěk' }",
        '.a::after { content: "Z\\e1 blek" }',
        "/* Zablek wants this wider */",
    ],
)
def test_what_a_style_says_is_read(rule: str, files: Mapping[str, bytes], looked: Looked) -> None:
    """A short name too: a style sheet prints words, and its remarks go out with the page."""
    page = files[".html"].replace(b"</style>", rule.encode() + b"</style>", 1)
    assert ("name", "styles") in looked("a.html", page)


def test_fonts_of_a_style_are_no_words(files: Mapping[str, bytes], looked: Looked) -> None:
    """A font may be called as somebody is."""
    page = files[".html"].replace(b"</style>", b'.a { font-family: "Ng" }</style>', 1)
    assert looked("a.html", page) == set()
