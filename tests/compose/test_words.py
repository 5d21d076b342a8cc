"""Counting words: the written rule, what Word counts, and LibreOffice's own count of letters."""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from generator.compose.words import count_characters, count_words
from generator.letter import Emphasis, Gap, LineBreak, Link, NoteCall, NoteReference, Table, Text
from generator.render.word import render
from tests.compose.generated_letters import WORDS, generated_letter
from tests.render.sample_letters import SAMPLES, group, items, note, paragraph, text
from tests.render.script_letters import SCRIPT_LETTERS
from tests.render.word.reading import Templates, WordFile
from tests.support.office import Statistics, statistics
from tests.support.shared import shared
from tests.workspaces import WorkspaceFolder

ROOT = Path(__file__).parents[2]
GENERATED = (*WORDS, "zh")
WRITTEN = {"joint": SAMPLES["joint"], "many": SAMPLES["many"]} | {
    name: SCRIPT_LETTERS[name] for name in ("ar", "hy", "zh")
}
SHIPPED = ("en", "fr", "ru", "kk", "ar", "es", "zh")


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("people deprived of their liberty", 5),
        ("  two   spaces\tand\na line ", 5),
        ("Article\u00a07", 2),
        ("12\u202f345", 2),
        ("prisonniers\u00a0; «\u00a0oui\u00a0»\u00a0!", 6),
        ("75\u00a0%", 2),
        ("the trial – the second – ended", 7),
        ("the trial—the second—ended", 3),
        ("22–23 June", 2),
        ("ill-treatment and/or torture", 3),
        ("l’homme d'aujourd’hui", 2),
        ("jane.doe@example.org https://example.org/a-b?c=d&e", 2),
        ("1,000.50 CCPR/C/KAZ/CO/3", 2),
        ("this … and “that” & more", 6),
        ("حقوق الإنسان، سابق،لاحق", 3),
        ("co\u00adoperate no\u200bbreak non\u2011stop", 3),
        ("one \u200e \u2068\u2069 two", 2),
        ("", 0),
        ("\u00a0\n\u200b", 0),
    ],
)
def test_what_stands_between_spaces_is_a_word(written: str, words: int) -> None:
    """A space of any kind parts; nothing else does, and what is not seen does not count."""
    assert count_words((paragraph(written),)) == words


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("Hello World", 2),
        ("中文测试", 4),
        ("こんにちは", 5),
        ("안녕하세요", 5),
        ("Hello 世界", 3),
        ("東京2024オリンピック", 9),
        ("①②③④⑤", 1),
        ("ＡＢＣＤＥ", 5),
        ("「こんにちは」", 7),
        ("Hello、World。", 4),
        ("hello 🙂 world", 3),
        ("foo\u200bbar", 1),
        ("foo\u200dbar", 1),
        ("\ufeffHello", 1),
        ("สวัสดีครับ", 1),
        ("مرحبا بالعالم", 2),
        ("Hello “世界”", 5),
        ("Let's say ‘你好’ 100 times per day, 勤勉", 12),
        ("中文——测试……", 8),
    ],
)
def test_words_are_those_that_word_counts(written: str, words: int) -> None:
    """The numbers were read in Word by others: docs/count-words.md names them."""
    assert count_words((paragraph(written),)) == words


def test_every_block_counts_and_no_automatic_number() -> None:
    """Headings, lists, tables and gaps count; labels of lists and signs of notes do not."""
    blocks = (
        paragraph("One", NoteCall(1), " two", LineBreak(), "three ", Gap("the name"), "."),
        group("asks", items("four", "five six", start=7)),
        Table((text("seven"), text("eight")), ((text("9"), text("")),), ("start", "end")),
        paragraph("see note ", NoteReference(1), NoteCall(2)),
        paragraph("t", Emphasis(text("w")), Link("https://example.org", text("el")), Text("ve")),
    )
    assert count_words(blocks) == 3 + 2 + 3 + 3 + 3 + 1


def test_notes_count_where_they_are_asked_for() -> None:
    """A submission counts the text alone, a written statement the notes as well."""
    blocks, notes = (paragraph("The text."),), (note(1, "A note here."), note(2, "第二"))
    assert count_words(blocks) == 2
    assert count_words(blocks, notes) == 7


def test_characters_count_with_spaces_and_new_lines() -> None:
    """Each sign counts, a space and a new line too; a call, and what has no width, does not."""
    blocks = (
        paragraph("A «\u00a0b\u00a0»", NoteCall(1), LineBreak(), "第\u200b二\ufeff"),
        items("x y"),
    )
    assert count_characters(blocks) == 7 + 1 + 2 + 3
    assert count_characters(blocks, (note(1, "No."),)) == 7 + 1 + 2 + 3 + 3


# --- LibreOffice's own count ------------------------------------------------------

_LINES = re.compile(rb"<w:(?:header|footer)Reference [^>]*/>")
_MARKS = re.compile("[\u200e\u200f]")
_NOTE = re.compile(r'(<w:footnote w:id="[1-9].*?</w:footnote>)', re.DOTALL)
_APART = r"[\s\u3001-\u9fff\uff01-\uff65]"
_CALL_APART = re.compile(rf"(?:^|{_APART})\[\d+\](?=$|{_APART})")


def laid_bare(document: bytes, *, notes: bool) -> bytes:
    """Return a Word file without the lines at the head and foot of its pages.

    Nor has it the marks of direction that the file has and the letter has not: a word that ends
    in one is two for LibreOffice.
    """
    made = BytesIO()
    with ZipFile(BytesIO(document)) as old, ZipFile(made, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name in ("word/document.xml", "word/footnotes.xml"):
                data = _MARKS.sub("", _LINES.sub(b"", data).decode()).encode()
            if name == "word/footnotes.xml" and not notes:
                data = _without_text(data.decode()).encode()
            new.writestr(name, data)
    return made.getvalue()


def _without_text(notes: str) -> str:
    return _NOTE.sub(lambda each: re.sub(r"<w:t[ >].*?</w:t>", "", each[0]), notes)


@dataclass(frozen=True)
class Compared:
    """The words of one letter: our count, and what LibreOffice says of its Word file."""

    ours: int
    office: Statistics
    labels: int
    calls: int

    @property
    def theirs(self) -> int:
        """LibreOffice's words, less labels and those signs of notes that stand for themselves."""
        return self.office.words - self.labels - self.calls


def _compared(ours: int, data: bytes, office: Statistics) -> Compared:
    file = WordFile(data)
    calls = sum(len(_CALL_APART.findall(line)) for _, line in file.paragraphs())
    return Compared(ours, office, len(file.numbers()), calls)


def _all_compared(folder: Path) -> dict[str, Compared]:
    letters = {f"generated-{locale}": generated_letter(locale, seed=1) for locale in GENERATED}
    letters |= {f"written-{name}": letter() for name, letter in WRITTEN.items()}
    counted = {
        name: (
            count_words(letter.blocks, letter.notes),
            laid_bare(render(letter, Templates()).data, notes=True),
        )
        for name, letter in letters.items()
    }
    built = WorkspaceFolder(ROOT).build(
        folder / "out", formats=("docx",), briefs=("geneva-2026",), draft=True
    )
    for each in built.built:
        data = laid_bare(each.path.read_bytes(), notes=False)
        counted[f"shipped-{each.locale}"] = (each.words, data)
    paths = []
    for name, (_, data) in counted.items():
        paths.append(folder / f"{name}.docx")
        paths[-1].write_bytes(data)
    found = zip(counted.items(), statistics(paths), strict=True)
    return {name: _compared(ours, data, office) for (name, (ours, data)), office in found}


@pytest.fixture(scope="session")
def compared(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Compared]:
    """Return the counts of all letters, by one start of LibreOffice."""
    if shutil.which("soffice") is None:
        pytest.skip("needs LibreOffice Writer (soffice)")
    return shared(tmp_path_factory, "words", _all_compared)


@pytest.mark.parametrize(
    "name",
    [
        *(f"generated-{locale}" for locale in GENERATED),
        *(f"written-{name}" for name in WRITTEN),
        *(f"shipped-{locale}" for locale in SHIPPED),
    ],
)
def test_libreoffice_counts_the_same_words(name: str, compared: dict[str, Compared]) -> None:
    """LibreOffice's count is ours, less what it adds for the labels of lists and calls of notes."""
    found = compared[name]
    assert found.ours > 20
    assert found.theirs == found.ours, found


@pytest.mark.parametrize(
    ("name", "labels", "calls"),
    [
        ("joint", 4 * len("1.") + 6 * len("•"), 6),
        ("many", 2 * len("7."), 1),
        ("hy", 3 * len("1.") + 2 * len("•"), 2),
        ("zh", 3 * len("1.") + 2 * len("•"), 2),
    ],
)
def test_libreoffice_counts_the_same_characters(
    name: str, labels: int, calls: int, compared: dict[str, Compared]
) -> None:
    """LibreOffice's count is ours, less the labels of lists and the digits that call notes."""
    letter = WRITTEN[name]()
    ours = count_characters(letter.blocks, letter.notes)
    assert compared[f"written-{name}"].office.characters - labels - calls == ours
