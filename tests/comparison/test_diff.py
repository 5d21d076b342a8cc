"""``brief diff``: each change is told with the sentence and the line in which it is written."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.cli.support import Typed
from tests.comparison.editing import BODY, NOTES, Edited, new_paragraph, put_in, taken_out
from tests.workspaces import (
    BO_AGREED,
    BRIEF,
    COURTS,
    OFFICES,
    PEOPLE,
    PRESS,
    SOURCES,
    WorkspaceFolder,
    fictional,
)

LETTER = "spring/council.en.docx"
FIRST = "Eleven judges were dismissed in one week; 2 people protested."
SECOND = "According to HW, 1,200 seats are vacant."


@pytest.fixture(scope="module")
def built_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return an output folder with the fictional letter, made once."""
    folder = tmp_path_factory.mktemp("diff")
    fictional(folder / "workspace").build(folder / "output", formats=("docx",))
    return folder / "output"


@dataclass
class Desk:
    """A workspace whose letter a colleague has on the desk as ``back.docx``."""

    workspace: WorkspaceFolder
    typed: Typed
    file: Edited

    def diff(self, options: str = "") -> list[dict[str, Any]]:
        """Return the changes."""
        outcome = self.typed(f"diff back.docx --json {options}")
        assert outcome.code == 0, outcome.err
        found: list[dict[str, Any]] = outcome.json()["changes"]
        return found

    def told(self) -> list[tuple[str, str | None, str]]:
        """Return of each change its kind, the item, and the line of the file to change."""
        return [(each["kind"], each["id"], self.line(each)) for each in self.diff()]

    def line(self, change: dict[str, Any]) -> str:
        """Return the line that a change names."""
        if not change["file"]:
            return ""
        text = (
            self.workspace.read(change["file"])
            if (self.workspace.root / change["file"]).is_file()
            else self.workspace.read_default(change["file"])
        )
        return str(text.splitlines()[change["line"] - 1]).strip()


@pytest.fixture
def desk(built_once: Path, typed: Typed, workspace: WorkspaceFolder) -> Desk:
    """Return the fictional workspace, built, with a copy of the letter."""
    shutil.copytree(built_once, workspace.root / "output")
    back = shutil.copy(built_once / LETTER, workspace.root / "back.docx")
    return Desk(workspace, typed, Edited(Path(back)))


DISMISSED = "statement: Eleven judges were dismissed in one week; {the_two:count} protested."
VACANT = "statement: According to {harbour_watch:short}, {vacant_seats} seats are vacant."


def test_nothing_was_changed(desk: Desk) -> None:
    """And that is said."""
    outcome = desk.typed("diff back.docx")
    assert (outcome.code, outcome.out) == (0, "")
    assert "Compared with spring/council.en.docx, built on 2026-03-01: 0 changes." in outcome.err
    assert desk.diff() == []


def test_a_word_is_told_with_its_place(desk: Desk) -> None:
    """Old words, new words, and the line of the YAML in which the sentence stands."""
    desk.file.replace("dismissed in one week", "removed from office in one week")
    (change,) = desk.diff()
    line = desk.workspace.read(COURTS).splitlines().index(f"    {DISMISSED}") + 1
    assert change == {
        "kind": "changed",
        "part": "text",
        "id": "judges-dismissed",
        "field": "statement",
        "locale": "en",
        "file": COURTS,
        "line": line,
        "old": FIRST,
        "new": FIRST.replace("dismissed", "removed from office"),
        "words": [
            {"op": "same", "text": "Eleven judges were "},
            {"op": "removed", "text": "dismissed "},
            {"op": "added", "text": "removed from office "},
            {"op": "same", "text": "in one week; 2 people protested."},
        ],
        "who": None,
        "when": None,
        "tracked": False,
        "comment": None,
    }
    outcome = desk.typed("diff back.docx")
    assert f"{COURTS}:{line}  judges-dismissed  statement" in outcome.out
    assert "Eleven judges were [-dismissed-] {+removed from office+} in one week;" in outcome.out


def split_run(text: str) -> str:
    """Return a text in two runs, as a word processor leaves it."""
    at = len(text) // 2
    return f'{text[:at]}</w:t></w:r><w:r><w:t xml:space="preserve">{text[at:]}'


EDITS: dict[str, tuple[Callable[[Edited], object], list[tuple[str, str | None, str]]]] = {
    "a sentence removed": (
        lambda file: file.replace(SECOND, ""),
        [("removed", "judges-count", VACANT)],
    ),
    "a sentence added": (
        lambda file: file.replace(FIRST, f"{FIRST} Nobody was heard."),
        [("added", "judges-dismissed", DISMISSED)],
    ),
    "words put into a sentence": (
        lambda file: file.replace("Eleven judges", "Eleven of all judges"),
        [("changed", "judges-dismissed", DISMISSED)],
    ),
    "words put behind the last one": (
        lambda file: file.replace("asked to leave.", "asked to leave the service."),
        [
            (
                "changed",
                "ministry-answer",
                "statement: The ministry says that the judges had asked to leave.",
            )
        ],
    ),
    "a name": (
        lambda file: file.replace("The press of Bo Lantern", "The press of Beau Lantern"),
        [("changed", "press-sealed", "statement: The press of {bo_lantern} was sealed.")],
    ),
    "a paragraph added": (
        lambda file: file.replace(
            file.paragraph("asked to leave"),
            file.paragraph("asked to leave") + new_paragraph("We doubt that they had."),
        ),
        [
            (
                "added",
                "ministry-answer",
                "statement: The ministry says that the judges had asked to leave.",
            )
        ],
    ),
    "a paragraph removed": (
        lambda file: file.replace(file.paragraph("Let printers work"), ""),
        [("removed", "printers-free", "ask: Let printers work without a licence.")],
    ),
    "two paragraphs in one": (
        lambda file: file.replace(file.paragraph("The press of Bo Lantern"), "").replace(
            "asked to leave.", "asked to leave. The press of Bo Lantern was sealed."
        ),
        [
            (
                "removed",
                "press-sealed",
                "statement: The press of {bo_lantern} was sealed.",
            ),
            (
                "added",
                "ministry-answer",
                "statement: The ministry says that the judges had asked to leave.",
            ),
        ],
    ),
    "one paragraph in two": (
        lambda file: file.replace(FIRST, f"{FIRST}</w:t></w:r></w:p><w:p><w:r><w:t>"),
        [],
    ),
    "wording of the template": (
        lambda file: file.replace("We respectfully ask you to:", "We ask you to:"),
        [("changed", None, '{{ _("We respectfully ask you to:") }}')],
    ),
    "a form of address": (
        lambda file: file.replace("Mr Olaf Reed", "Ms Olga Reed"),
        [("changed", None, "block: [Mr Olaf Reed, Commissioner]")],
    ),
    "the title of a source": (
        lambda file: file.replace("Courts in spring", "Courts in summer", NOTES),
        [("changed", None, "title: Courts in spring")],
    ),
    "the line at the foot": (
        lambda file: [
            file.replace("A fictional letter.", "A true letter.", part)
            for part in file.parts()
            if "footer" in part and b"A fictional letter." in file.parts()[part]
        ],
        [("changed", "spring", "notice: A fictional letter.")],
    ),
    "a source in a note": (
        lambda file: (
            file.replace(">p. 1<", ">p. 2<", NOTES)
            if b">p. 1<" in file.parts()[NOTES]
            else file.replace("p.\u00a01", "p.\u00a02", NOTES)
        ),
        [
            (
                "changed",
                "gazette-2025",
                'sources: [{source: gazette-2025, locator: "p. 1"}]',
            )
        ],
    ),
    "what a word processor does by itself": (
        lambda file: file.replace(FIRST, split_run(FIRST)).replace(
            "2\u00a0March 2026", "2 March 2026"
        ),
        [],
    ),
}


@pytest.mark.parametrize("how", EDITS)
def test_what_was_edited_is_told(how: str, desk: Desk) -> None:
    """Sentence by sentence, with the line to change."""
    edit, expected = EDITS[how]
    edit(desk.file)
    assert desk.told() == expected


def test_a_paragraph_that_was_moved_is_told(desk: Desk) -> None:
    """Once, and not as one removed and one added."""
    moved = desk.file.paragraph("The press of Bo Lantern")
    before = desk.file.paragraph("Eleven judges were")
    desk.file.replace(moved, "").replace(before, moved + before)
    found = desk.diff()
    assert [(each["kind"], each["id"], each["file"]) for each in found] == [
        ("moved", "press-sealed", PRESS)
    ]


def test_who_changed_it_is_told_where_it_was_tracked(desk: Desk) -> None:
    """Put in, taken out, and a whole sentence; what nobody tracked has no name."""
    desk.file.replace("dismissed in one", f"{taken_out('dismissed')}{put_in('removed')} in one")
    desk.file.replace(SECOND, taken_out(SECOND, 3))
    desk.file.replace("asked to leave", "wished to leave")
    one, two, three = desk.diff()
    who = ("Bo", "2026-03-05T09:00:00Z", True)
    assert (one["kind"], one["who"], one["when"], one["tracked"]) == ("changed", *who)
    assert one["new"] == FIRST.replace("dismissed", "removed")
    assert (two["kind"], two["id"], two["who"], two["when"], two["tracked"]) == (
        "removed",
        "judges-count",
        *who,
    )
    assert (three["kind"], three["who"], three["tracked"]) == ("changed", None, False)
    assert "changed (tracked)" in desk.typed("diff back.docx").out


def test_the_end_of_a_paragraph_that_was_deleted(desk: Desk) -> None:
    """With changes tracked the two paragraphs are one."""
    whole = desk.file.paragraph("Let printers work")
    mark = '<w:rPr><w:del w:id="99" w:author="Bo" w:date="2026-03-05T09:00:00Z"/></w:rPr>'
    assert "</w:pPr>" in whole
    desk.file.replace(whole, whole.replace("</w:pPr>", f"{mark}</w:pPr>", 1))
    assert desk.diff() == []


def test_a_remark_is_told(desk: Desk) -> None:
    """With who made it, what it is about, and the sentence that it stands in."""
    ns = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    remark = "<w:p><w:r><w:t>Which week?</w:t></w:r></w:p>"
    comments = (
        f'<w:comments {ns}><w:comment w:id="0" w:author="Bo" w:date="2026-03-05T09:00:00Z">'
        f"{remark}</w:comment></w:comments>"
    )
    begin = '</w:t></w:r><w:commentRangeStart w:id="0"/><w:r><w:t>'
    end = (
        '</w:t></w:r><w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>'
        '<w:r><w:t xml:space="preserve">'
    )
    desk.file.replace("in one week;", f"in {begin}one week{end};")
    desk.file.write({**desk.file.parts(), "word/comments.xml": comments.encode()})
    (change,) = desk.diff()
    kinds = ("kind", "id", "who", "old", "comment", "file")
    assert [change[name] for name in kinds] == [
        "commented",
        "judges-dismissed",
        "Bo",
        "one week",
        "Which week?",
        COURTS,
    ]
    assert "one week (Which week?)" in desk.typed("diff back.docx").out


def test_the_lines_are_those_of_today(desk: Desk) -> None:
    """What was written above the sentence since the letter was built does not mislead."""
    desk.file.replace("Eleven judges", "Twelve judges")
    desk.workspace.write(COURTS, f"# a remark\n\n{desk.workspace.read(COURTS)}")
    assert desk.told() == [("changed", "judges-dismissed", DISMISSED)]


def test_a_letter_is_compared_with_the_build_that_it_was_made_from(desk: Desk) -> None:
    """What the office changed in the meantime is no change of the colleague."""
    desk.file.replace("Eleven judges", "Twelve judges")
    desk.workspace.replace(COURTS, "had asked to leave", "had left of their own accord")
    assert desk.typed("build --delivery council --to docx").code == 0
    assert desk.told() == [("changed", "judges-dismissed", DISMISSED)]
    assert "Compared with spring/council.en.docx, built on 2026-03-01" in (
        desk.typed("diff back.docx").err
    )


def test_a_draft_comes_back_too(desk: Desk) -> None:
    """It is drafts that are edited most."""
    desk.typed("build --delivery council --to docx --draft")
    shutil.copy(desk.workspace.root / "output/spring/council.en.draft.docx", desk.file.path)
    desk.file.replace("Eleven judges", "Twelve judges")
    assert desk.told() == [("changed", "judges-dismissed", DISMISSED)]
    assert "council.en.draft.docx (draft)" in desk.typed("diff back.docx").err


def test_which_letter_is_meant_can_be_said(desk: Desk) -> None:
    """And what nothing was built of is told."""
    desk.file.replace("Eleven judges", "Twelve judges")
    assert len(desk.diff("--brief spring --delivery council --locale en")) == 1
    parts = desk.file.parts()
    for name in {name for name in parts if name.startswith("word/")}:
        parts[name] = re.sub(rb"(<w:t[^>]*>)[^<]+(?=</w:t>)", rb"\1Lorem", parts[name])
    desk.file.write(parts)
    assert "is like this one" in desk.typed("diff back.docx").err
    assert desk.diff("--brief spring"), "what is named is compared, whatever is left of it"
    outcome = desk.typed("diff back.docx --delivery oslo --json")
    assert outcome.code == 1
    assert outcome.json()["changes"] == []
    assert "back.docx:1:1: error: No Word file that was built in" in outcome.err


NS = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
BOMB = (
    f'<!DOCTYPE a [<!ENTITY b "{"c" * 99}"><!ENTITY d "&b;&b;&b;">]>'
    f"<w:document {NS}><w:body><w:p><w:r><w:t>&d;</w:t></w:r></w:p></w:body></w:document>"
)
UNREADABLE: dict[str, Callable[[Edited], object]] = {
    "entities": lambda file: file.write({**file.parts(), BODY: BOMB.encode()}),
    "entities in another coding": lambda file: file.write(
        {**file.parts(), BODY: BOMB.encode("utf-16")}
    ),
    "a bomb": lambda file: file.write({**file.parts(), "x": b"\0" * 70_000_000}),
    "no XML": lambda file: file.write({**file.parts(), BODY: b"<w:document"}),
    "no document": lambda file: file.write({"word/styles.xml": b"<x/>"}),
    "cut off": lambda file: file.path.write_bytes(file.path.read_bytes()[:3000]),
    "another kind of file": lambda file: file.path.write_bytes(b"%PDF-1.7"),
    "empty": lambda file: file.path.write_bytes(b""),
}


@pytest.mark.parametrize("how", UNREADABLE)
def test_what_is_no_word_file_is_told(how: str, desk: Desk) -> None:
    """And refused, whatever it would do."""
    UNREADABLE[how](desk.file)
    outcome = desk.typed("diff back.docx")
    assert (outcome.code, outcome.out) == (1, "")
    assert "back.docx:1:1: error: This cannot be read as a Word file." in outcome.err


def test_another_letter_is_not_one_of_ours(desk: Desk) -> None:
    """A Word file that says something else, an odd record, and no file at all."""
    ns = f"<w:document {NS}><w:body>{new_paragraph('Dear all, lunch is at noon.')}</w:body>"
    desk.file.write({BODY: f"{ns}</w:document>".encode()})
    assert "error: No Word file that was built in" in desk.typed("diff back.docx").err
    for record in (desk.workspace.root / "output/.internal/spring/origins").iterdir():
        record.write_text('{"paragraphs": 1}', encoding="utf-8")
    assert "error: No Word file that was built in" in desk.typed("diff back.docx").err
    assert "error: The file cannot be opened" in desk.typed("diff nothing.docx").err


def test_what_names_somebody_is_forgotten_with_the_letter(desk: Desk) -> None:
    """The office keeps no copy of the words of a letter that was withdrawn, or replaced."""
    origins = desk.workspace.root / "output/.internal/spring/origins"
    desk.workspace.replace(COURTS, "had asked to leave", "had left")
    desk.typed("build --delivery council --to docx")
    having = [each for each in origins.iterdir() if "Bo Lantern" in each.read_text("utf-8")]
    assert len(having) == 2
    desk.workspace.replace(
        PEOPLE, BO_AGREED, BO_AGREED.replace("}\n", ", withdrawn_on: 2026-03-01}\n")
    )
    desk.typed("build --delivery council --to docx")
    assert [each for each in origins.iterdir() if "Bo Lantern" in each.read_text("utf-8")] == []
    assert len(list(origins.iterdir())) == 2, "of geneva, and of the letter without the name"


def test_of_drafts_the_latest_are_kept(desk: Desk) -> None:
    """Who builds at each save makes very many."""
    for number in range(13):
        desk.workspace.write(BRIEF, desk.workspace.read(BRIEF).replace("SPRING-", "SPRING-1"))
        assert desk.typed("build --delivery council --to docx --draft").code == 0, number
    manifest = json.loads(desk.workspace.read("output/.internal/spring/manifest.json"))
    drafts = [each for each in manifest["earlier"] if each["draft"]]
    assert len(drafts) == 10
    origins = desk.workspace.root / "output/.internal/spring/origins"
    assert len([each for each in origins.iterdir() if ".draft." in each.name]) == 11


def test_a_record_says_no_more_than_the_letter(desk: Desk) -> None:
    """But where it is written; no source sentence with its placeholders."""
    for path in (desk.workspace.root / "output/.internal/spring/origins").iterdir():
        record = json.loads(path.read_text(encoding="utf-8"))
        assert set(record) == {"paragraphs", "origins"}
        said = " ".join(text for _, text in record["paragraphs"])
        assert "Eleven judges" in said
        assert "ada_quill}" not in path.read_text(encoding="utf-8")
    assert OFFICES
    assert SOURCES
