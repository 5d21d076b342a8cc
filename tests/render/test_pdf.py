"""The PDF of a letter: what stands on which page, and what is refused."""

from __future__ import annotations

import logging
import random
import re
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from io import BytesIO
from itertools import count
from pathlib import Path

import pikepdf
import pytest

from generator import fonts
from generator.letter import (
    Block,
    Heading,
    Inlines,
    ListBlock,
    ListItem,
    Note,
    NoteCall,
    PageRules,
    Paragraph,
    Table,
    Text,
)
from generator.render import pdf_file
from generator.render.base import Rendered, RenderFailure
from generator.render.html_page import print_html
from tests.render.sample_letters import (
    HOSTILE,
    LONG_WORD,
    NOTICE,
    SAMPLES,
    group,
    hostile_letter,
    items,
    joint_letter,
    letter,
    many_signatories,
    paragraph,
    russian_letter,
    text,
)
from tests.render.support import Templates, spoken_runs

pytestmark = pytest.mark.usefixtures("own_fonts")

TEMPLATES = Templates()
HYPHEN = "‐"
JOINER = "\u2060"


def extracted(pdf: bytes, *options: str) -> str:
    """Return what pdftotext finds."""
    command = ["pdftotext", *options, "-", "-"]
    return subprocess.run(command, input=pdf, capture_output=True, check=True).stdout.decode()


def pages(pdf: bytes) -> list[str]:
    """Return the text of each page."""
    return extracted(pdf).split("\f")[:-1]


def bare(words: str) -> str:
    """Return ``words`` without what layout and pdftotext add or take: spaces and hyphens."""
    return re.sub(rf"[\s\-{HYPHEN}{JOINER}]", "", words)


# --- notes ----------------------------------------------------------------------


SENTENCE = (
    "sentence words that fill a line and then go on so that some of them wrap around "
    "the edge of it "
)


class Noted:
    """Paragraphs with calls and their notes, numbered as they are made."""

    def __init__(self) -> None:
        self.numbers = count(1)
        self.notes: list[Note] = []

    def paragraph(self, lines: int = 1) -> Paragraph:
        """Return a paragraph of about ``lines`` lines with a call at its end."""
        number = next(self.numbers)
        words = "a source that is told at some length, with its title and date " * (number % 4)
        self.notes.append(Note(number, text(f"Note{number}. {words}")))
        filling = "Words that fill the line from its beginning until its very end, all of them. "
        return Paragraph((Text(f"{filling * lines}Call{number}call"), NoteCall(number)))

    def cell(self, chance: random.Random) -> Inlines:
        """Return the text of a cell of some length with a call in it, and a note of some length."""
        number = next(self.numbers)
        words = "a source with a title " * chance.randint(0, 6)
        self.notes.append(Note(number, text(f"Note{number}. {words}")))
        before = SENTENCE * chance.randint(0, 3)
        after = SENTENCE * chance.randint(0, 2)
        return (Text(f"{before}Call{number}call"), NoteCall(number), Text(f". {after}"))

    def item(self, *blocks: Block) -> ListItem:
        """Return an item of a paragraph with a call, and ``blocks``."""
        return ListItem((self.paragraph(), *blocks))


def _list(noted: Noted) -> Block:
    return ListBlock((noted.item(), noted.item(noted.paragraph(2))), ordered=True)


def _nested(noted: Noted) -> Block:
    return ListBlock((noted.item(ListBlock((noted.item(), noted.item()))),))


def _recommendation(noted: Noted) -> Block:
    return group(
        "recommendation",
        group("ask", noted.paragraph(2)),
        group("reasons", noted.paragraph(3), noted.paragraph()),
        group("cases", _list(noted)),
        group("commitments", paragraph("Article 7")),
        group("answer", noted.paragraph(2)),
    )


def _long(noted: Noted) -> Block:
    return noted.paragraph(16)


def _numbered(noted: Noted) -> Block:
    start = len(noted.notes) + 1
    made = (noted.item(), noted.item(noted.paragraph(2)), noted.item(), noted.item())
    return group("numbered", ListBlock(made, ordered=True, start=start))


MAKERS = {
    "numbered": _numbered,
    "list": _list,
    "nested": _nested,
    "recommendation": _recommendation,
    "long": _long,
}


@pytest.mark.parametrize("kind", MAKERS)
@pytest.mark.parametrize(
    "filling",
    [pytest.param(0, marks=pytest.mark.whole), pytest.param(8, marks=pytest.mark.whole), 13],
)
def test_every_note_starts_on_the_page_of_its_call(kind: str, filling: int) -> None:
    """Note n stands where n is called, whatever the page break falls into."""
    noted = Noted()
    blocks: list[Block] = [paragraph("A line to begin with.") for _ in range(filling)]
    for number in range(6):
        blocks += [Heading(2, text(f"Section {number}")), MAKERS[kind](noted)]
    assert_notes_stand_by_their_calls(blocks, noted)


@pytest.mark.parametrize("seed", [1, 17])
def test_a_row_whose_note_has_no_room_goes_where_the_note_goes(seed: int) -> None:
    """In these tables WeasyPrint's first layout puts a note on the page after its call."""
    chance, noted = random.Random(seed), Noted()  # noqa: S311 (any table will do)
    blocks: list[Block] = [paragraph(SENTENCE) for _ in range(seed % 9)]
    for _ in range(2):
        rows = tuple((noted.cell(chance), noted.cell(chance)) for _ in range(3))
        blocks.append(Table((text("a"), text("b")), rows, aligns=("start", "end")))
    assert_notes_stand_by_their_calls(blocks, noted)


def test_a_note_that_was_astray_keeps_two_paragraphs_whole_and_no_others() -> None:
    """Where the first page of this letter is mended, a paragraph still breaks at the second's end.

    With every long paragraph kept whole, half a page may stay empty.
    """
    noted, lines = Noted(), 14
    blocks = [paragraph("A line to begin with.") for _ in range(10)]
    blocks += [noted.paragraph(lines) for _ in range(9)]
    made_ = pdf_file.render(letter(tuple(blocks), tuple(noted.notes)), TEMPLATES)
    first, *_, last = (bare(page) for page in pages(made_.data))
    beginning = bare("Words that fill the line from its beginning")
    assert first.count(beginning) % lines == 0
    assert last.count(beginning) % lines != 0


def assert_notes_stand_by_their_calls(blocks: Sequence[Block], noted: Noted) -> None:
    """Lay out ``blocks`` and look for each call and its note on each page."""
    pdf = pdf_file.render(letter(tuple(blocks), tuple(noted.notes)), TEMPLATES).data
    seen = 0
    for page in (each.replace(JOINER, "") for each in pages(pdf)):
        called = set(re.findall(r"Call(\d+)call", page))
        numbered = re.findall(r"Call(\d+)call\s?(\d+)", page)
        noted_here = re.findall(r"(\d+)\s+Note(\d+)\.", page)
        assert called == {number for _, number in noted_here}
        assert all(number == shown for number, shown in [*numbered, *noted_here])
        assert len(numbered) > len(called) / 2  # a column of a table may cut some off
        seen += len(called)
    assert seen == len(noted.notes)


def test_a_note_that_cannot_stand_by_its_call_is_refused() -> None:
    """Two notes of a page each, called in one line: no layout can be right."""
    long = text("word " * 900)
    blocks = (paragraph("One", NoteCall(1), " and two", NoteCall(2), "."),)
    with pytest.raises(RenderFailure) as caught:
        pdf_file.render(letter(blocks, (Note(1, long), Note(2, long))), TEMPLATES)
    assert (caught.value.rule, caught.value.fields["numbers"]) == ("notes-astray", "2")


def test_note_in_a_heading_stays_out_of_the_bookmark() -> None:
    """The outline shows the words of a heading, not its source."""
    blocks = (Heading(1, (Text("Re: A visit"), NoteCall(1))), Heading(2, text("Torture")))
    made_ = pdf_file.render(letter(blocks, (Note(1, text("A source.")),)), TEMPLATES)
    with pikepdf.open(BytesIO(made_.data)) as pdf, pdf.open_outline() as outline:
        assert [each.title for each in outline.root] == ["Re: A visit"]
        assert [each.title for each in outline.root[0].children] == ["Torture"]


# --- what stands on the pages ---------------------------------------------------


def test_golden_text(samples: Mapping[str, Rendered]) -> None:
    """A short letter reads in this order, as a diplomat would copy it."""
    page = extracted(samples["russian"].data).replace(JOINER, "")
    assert [line for line in page.splitlines() if line.strip("\f ")] == [
        "Международное партнёрство за права человека",
        "Брюссель, 19 июня 2026 г.",
        "Председателю Европейского совета",
        "Антониу Коште",
        "О правах человека в Казахстане",
        "Уважаемый господин Председатель,",
        "просим Вас поднять вопрос о судьбе заключённых, о чём писало радио Azattyq1.",
        "1. поднять вопрос публично;",
        "2. попросить о доступе к суду.",
        "С уважением,",
        "Международное партнёрство за права человека",
        "1",
        "Радио Азаттык, 22 июня 2026 г., https://rus.example.org/a/123.html.",
        NOTICE.removesuffix(" it."),
        "it.",
        "Page 1 of 1",
    ]


@pytest.mark.parametrize("sample", SAMPLES)
def test_every_page_says_what_every_page_must_say(
    samples: Mapping[str, Rendered], sample: str
) -> None:
    """Notice, draft mark and page number stand on each page; the running title on all but one."""
    found = [bare(page) for page in pages(samples[sample].data)]
    lines = SAMPLES[sample]().lines
    assert len(found) == samples[sample].pages
    for number, page in enumerate(found, start=1):
        shown = lines.page_number.format(page=number, pages=len(found))
        assert bare(shown) in page
        assert bare(lines.notice or "") in page
        assert bare(lines.mark or "") in page
        assert page.startswith(bare(lines.running_title)) is (number > 1)


@pytest.mark.parametrize("sample", ["joint", "many", "russian", "hostile"])
def test_reads_as_written(samples: Mapping[str, Rendered], sample: str) -> None:
    """Every run of the letter is on the pages with the same characters, calls in their place."""
    whole = bare("".join(pages(samples[sample].data)))
    for run in spoken_runs(SAMPLES[sample]()):
        assert bare(run) in whole


@pytest.mark.parametrize("sample", SAMPLES)
def test_nothing_leaves_the_page(samples: Mapping[str, Rendered], sample: str) -> None:
    """No word crosses the margins or the edges above and below, but the numbers of the asks."""
    boxes = extracted(samples[sample].data, "-bbox")
    rules = PageRules()
    width, height = 595.276, 841.89
    left, right = rules.margin_inner * 72 / 25.4, width - rules.margin_outer * 72 / 25.4
    found = re.findall(r'xMin="(.*?)" yMin="(.*?)" xMax="(.*?)" yMax="(.*?)">(.*?)<', boxes)
    assert len(found) > 40
    for *edges, word in found:
        x_min, y_min, x_max, y_max = map(float, edges)
        hung = 18 if re.fullmatch(r"\d+\.", word) else 1
        assert left - hung <= x_min <= x_max <= right + 1, word
        assert 20 <= y_min <= y_max <= height - 20


def test_long_words_break(samples: Mapping[str, Rendered]) -> None:
    """A word of 234 letters goes on in the next line."""
    assert len(LONG_WORD) > 200
    page = pages(samples["many"].data)[0]
    assert LONG_WORD not in page
    assert LONG_WORD in bare(page)


def test_forty_signatories_stand_in_columns(samples: Mapping[str, Rendered]) -> None:
    """They are all there, side by side."""
    assert bare("".join(pages(samples["many"].data))).count("(ADHR") == 40
    boxes = extracted(samples["many"].data, "-bbox")
    starts = {float(each) // 10 for each in re.findall(r'xMin="(.*?)".*>Association<', boxes)}
    assert len(starts) == 3


def test_one_address_stands_in_the_window_of_an_envelope(samples: Mapping[str, Rendered]) -> None:
    """Its first line is 45 to 52 mm from the top, at the left."""
    boxes = extracted(samples["russian"].data, "-bbox")
    found = re.search(r'xMin="(.*?)" yMin="(.*?)".*>Председателю<', boxes)
    assert found
    assert float(found[1]) < 26 * 72 / 25.4
    assert 45 * 72 / 25.4 < float(found[2]) < 52 * 72 / 25.4


def test_a_heading_stays_with_what_follows() -> None:
    """No page ends with a heading, wherever it falls."""
    for filling in range(24, 34):
        blocks: tuple[Block, ...] = (
            *(paragraph("A line.") for _ in range(filling)),
            Heading(2, text("Heading")),
            group("recommendation", group("ask", paragraph("Two lines. " * 12))),
        )
        for page in pages(pdf_file.render(letter(blocks, notice=None), TEMPLATES).data):
            body = re.sub(r"\s*Page \d of \d\s*$", "", page)
            assert not body.endswith("Heading")


# --- the file -------------------------------------------------------------------


def test_the_file_says_of_itself_what_the_letter_says(samples: Mapping[str, Rendered]) -> None:
    """Title, authors, language and date come from the letter; it is tagged and has an id."""
    with pikepdf.open(BytesIO(samples["joint"].data)) as pdf:
        assert {key: str(value) for key, value in pdf.docinfo.items()} == {
            "/Producer": str(pdf.docinfo["/Producer"]),
            "/Title": "Kazakhstan: human rights on the agenda in Brussels",
            "/Author": "International Partnership for Human Rights, Kazakhstan Bureau",
            "/Subject": "Letter to three presidents before the visit of 22–23 June 2026",
            "/Keywords": "Kazakhstan, human rights, torture",
            "/CreationDate": "D:20260619",
            "/ModDate": "D:20260619",
        }
        assert str(pdf.docinfo["/Producer"]).startswith("WeasyPrint ")
        assert pdf.Root.Lang == "en"
        assert pdf.Root.MarkInfo.Marked
        assert pdf.trailer.ID
        assert "/EmbeddedFiles" not in pdf.Root.get("/Names", {})


def test_only_the_program_s_fonts_are_in_the_file(samples: Mapping[str, Rendered]) -> None:
    """Each is a subset of one of two families."""
    for each in samples.values():
        names = set(re.findall(rb"/BaseFont\s*/([\w+-]+)", _uncompressed(each.data)))
        assert names
        assert all(re.fullmatch(rb"[A-Z]{6}\+Noto-(Serif|Sans)(-\w+)*", name) for name in names)


def _uncompressed(data: bytes) -> bytes:
    target = BytesIO()
    with pikepdf.open(BytesIO(data)) as pdf:
        pdf.save(target, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    return target.getvalue()


def test_links_lead_to_the_web_and_e_mail_only(samples: Mapping[str, Rendered]) -> None:
    """Addresses that are followed are those of the letter."""
    found = set(re.findall(rb"/URI \((.*?)\)", _uncompressed(samples["joint"].data)))
    assert b"mailto:jane.doe@example.org" in found
    assert len(found) == 7
    assert not re.findall(rb"/URI \(|/JavaScript", _uncompressed(samples["hostile"].data))


# --- what is refused ------------------------------------------------------------


@pytest.mark.parametrize(
    "markup",
    [
        '<link rel="attachment" href="file:///etc/hostname">',
        '<link rel="stylesheet" href="file:///etc/hostname">',
        '<img src="file:///etc/hostname">',
        '<img src="http://localhost/x.png">',
        '<a rel="attachment" href="file:///etc/hostname">x</a>',
        "<style>@import url(file:///etc/hostname);</style>",
        "<style>p { background: url(http://localhost/x.png) }</style>",
        "<style>@font-face { font-family: x; src: url(file:///x) } p { font-family: x }</style>",
    ],
)
def test_nothing_is_fetched(markup: str, tmp_path: Path) -> None:
    """A template that asks for a file or for the network is refused."""
    secret = tmp_path / "secret"
    secret.write_text("secret")
    template = TEMPLATES.read("page.html.j2").decode().replace("<main>", f"{markup}<main>")
    template = template.replace("file:///etc/hostname", secret.as_uri())
    with pytest.raises(RenderFailure, match="fetch-refused"):
        pdf_file.render(russian_letter(), Templates({"page.html.j2": template.encode()}))


def test_a_warning_is_a_failure() -> None:
    """A property that WeasyPrint does not know is never passed over."""
    styles = TEMPLATES.read("page.css") + b"\np { colour: red }"
    with pytest.raises(RenderFailure) as caught:
        pdf_file.render(russian_letter(), Templates({"page.css": styles}))
    assert caught.value.rule == "pdf-warning"
    assert "colour" in str(caught.value.fields["warning"])
    assert not any(
        isinstance(each, pdf_file._Collector) for each in logging.getLogger("weasyprint").handlers
    )


def test_a_warning_does_not_quote_a_picture() -> None:
    """What stands in its own address is long, and nothing that anybody could read."""
    picture = "data:image/svg+xml;base64,PHN2Zz4="
    styles = TEMPLATES.read("page.css") + f"\nmain {{ background: url({picture}) }}".encode()
    with pytest.raises(RenderFailure) as caught:
        pdf_file.render(russian_letter(), Templates({"page.css": styles}))
    assert "data:…" in str(caught.value.fields["warning"])
    assert "PHN2" not in str(caught.value.fields["warning"])


@pytest.mark.parametrize("place", ["text", "note", "line"])
def test_a_character_without_a_glyph_is_a_failure(place: str) -> None:
    """Wherever it stands: no box, and no borrowed font."""
    base = russian_letter()
    drawn = {
        "text": replace(base, blocks=(*base.blocks, paragraph("⛩"))),
        "note": replace(base, notes=(Note(1, text("⛩")),)),
        "line": replace(base, lines=replace(base.lines, notice="⛩")),
    }[place]
    with pytest.raises(RenderFailure) as caught:
        pdf_file.render(drawn, TEMPLATES)
    assert caught.value.rule == "glyph-missing"
    assert caught.value.fields == {"characters": "⛩ (U+26E9)", "family": "Noto Serif"}


def test_a_font_the_program_has_not_is_a_failure() -> None:
    """The family a document type names must be one of those made at set-up."""
    made_ = replace(russian_letter(), page=PageRules(family="Comic Sans"))
    with pytest.raises(RenderFailure) as caught:
        pdf_file.render(made_, TEMPLATES)
    assert (caught.value.rule, caught.value.fields) == ("font-unknown", {"family": "Comic Sans"})


def test_without_pango_the_remedy_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the library is missing, PDF says how to install it."""
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    with pytest.raises(RenderFailure) as caught:
        pdf_file.render(russian_letter(), TEMPLATES)
    assert caught.value.rule == "pango-missing"
    assert caught.value.fields["remedy"]


def test_without_fonts_the_remedy_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Preparing is silent where the fonts have not been made; rendering says what to do."""
    monkeypatch.setattr(fonts, "fonts_folder", lambda: tmp_path)
    environ: dict[str, str] = {}
    pdf_file.prepare(environ)
    assert environ == {}
    with pytest.raises(RenderFailure, match="fonts-missing"):
        pdf_file.render(russian_letter(), TEMPLATES)


# --- from right to left ---------------------------------------------------------


def test_a_letter_from_right_to_left_mirrors_the_page() -> None:
    """The margins and the lines of the page change sides."""
    page = print_html(replace(russian_letter(), direction="rtl"), TEMPLATES)
    assert '<html lang="ru" dir="rtl">' in page
    assert re.search(r"@bottom-right \{\s+content: \"A reconstruction", page)
    assert "margin-right: 25.0mm" in page


def test_samples_are_what_the_tests_take_them_for() -> None:
    """The hand-built letters still hold what is tested with them."""
    assert len(joint_letter().notes) == 6
    assert len(hostile_letter().notes) == len(HOSTILE)
    assert many_signatories().lines.mark
    assert items("one").items
