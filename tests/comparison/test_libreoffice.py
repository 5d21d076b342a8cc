"""A letter that a colleague opened in LibreOffice, edited and saved as a Word file again.

LibreOffice reads the letter that was built and writes the one that comes back; in between the edit
is made in its own form of the text, as its window would make it.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.cli.support import Typed
from tests.support.office import converted_all
from tests.support.shared import shared
from tests.workspaces import COURTS, WorkspaceFolder, fictional

BY_BO = "<dc:creator>Bo</dc:creator><dc:date>2026-03-05T09:00:00</dc:date>"


def plain(text: str) -> str:
    """Change a sentence, remove one, and remark on one."""
    text = once(text, "dismissed in one week", "removed in one week")
    text = once(text, "According to HW, 1,200 seats are vacant.", "")
    remark = f'<office:annotation office:name="a1">{BY_BO}<text:p>Really?</text:p>'
    begin, end = f"{remark}</office:annotation>", '<office:annotation-end office:name="a1"/>'
    return once(text, "asked to leave", f"{begin}asked to leave{end}")


def tracked(text: str) -> str:
    """Change a sentence and remove one, with changes recorded."""
    for number, gone in enumerate(("dismissed", "According to HW, 1,200 seats are vacant.")):
        text = once(text, gone, f'<text:change text:change-id="d{number}"/>')
        text = _region(
            text, f"d{number}", f"<text:deletion>{_who()}<text:p>{gone}</text:p></text:deletion>"
        )
    begin, end = (f'<text:change-{each} text:change-id="i"/>' for each in ("start", "end"))
    first = '<text:change text:change-id="d0"/>'
    text = once(text, first, f"{first}{begin}removed{end}")
    return _region(text, "i", f"<text:insertion>{_who()}</text:insertion>")


def untouched(text: str) -> str:
    """Change nothing."""
    return text


EDITS: dict[str, Callable[[str], str]] = {
    "plain": plain,
    "tracked": tracked,
    "untouched": untouched,
}


def once(text: str, old: str, new: str) -> str:
    """Return ``text`` with ``new`` for ``old``, which stands in it once."""
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times there"
    return text.replace(old, new)


def _who() -> str:
    return f"<office:change-info>{BY_BO}</office:change-info>"


def _region(text: str, name: str, change: str) -> str:
    """Return the text with a change in the list of those that were recorded."""
    region = f'<text:changed-region xml:id="{name}" text:id="{name}">{change}</text:changed-region>'
    if "</text:tracked-changes>" in text:
        return text.replace("</text:tracked-changes>", f"{region}</text:tracked-changes>")
    begin = re.search(r"<office:text\b[^>]*>", text)
    assert begin
    listed = f"<text:tracked-changes>{region}</text:tracked-changes>"
    return text[: begin.end()] + listed + text[begin.end() :]


def _edited(folder: Path) -> dict[str, Path]:
    """Build the fictional letter, and let LibreOffice read it, and write it as it was edited."""
    made = fictional(folder / "workspace")
    made.build(folder / "output", deliveries=("council",), formats=("docx",))
    letter = shutil.copy(folder / "output/spring/council.en.docx", folder / "letter.docx")
    (opened,) = converted_all([Path(letter)], "fodt")
    text = opened.read_text(encoding="utf-8")
    files = [folder / f"{name}.fodt" for name in EDITS]
    for file, edit in zip(files, EDITS.values(), strict=True):
        file.write_text(edit(text), encoding="utf-8")
    return dict(zip(EDITS, converted_all(files, "docx:MS Word 2007 XML"), strict=True))


@pytest.fixture(scope="session")
def edited(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Return the letters that came back, edited once."""
    if shutil.which("soffice") is None:
        pytest.skip("needs LibreOffice Writer (soffice)")
    return shared(tmp_path_factory, "edited", _edited)


@pytest.fixture
def diff(edited: dict[str, Path], typed: Typed, workspace: WorkspaceFolder) -> Callable[[str], Any]:
    """Return a function that says what was changed in one of them."""
    out = edited["plain"].parent / "output"
    shutil.copytree(out, workspace.root / "output")

    def changes(name: str) -> Any:
        outcome = typed(f"diff {edited[name]} --out {workspace.root / 'output'} --json")
        assert outcome.code == 0, outcome.err
        found = outcome.json()
        assert found["built"]["file"] == "council.en.docx"
        return found["changes"]

    return changes


def test_what_libreoffice_does_by_itself_is_no_change(diff: Callable[[str], Any]) -> None:
    """Its styles, its runs, its fields and its notes say the same."""
    assert diff("untouched") == []


def test_an_edit_comes_back(diff: Callable[[str], Any]) -> None:
    """One sentence changed, one removed, one remarked on; each with its line."""
    one, two, three = diff("plain")
    assert (one["kind"], one["id"], one["file"]) == ("changed", "judges-dismissed", COURTS)
    assert (one["old"], one["new"]) == (
        "Eleven judges were dismissed in one week; 2 people protested.",
        "Eleven judges were removed in one week; 2 people protested.",
    )
    assert (two["kind"], two["id"], two["old"]) == (
        "removed",
        "judges-count",
        "According to HW, 1,200 seats are vacant.",
    )
    assert (three["kind"], three["id"], three["who"], three["old"], three["comment"]) == (
        "commented",
        "ministry-answer",
        "Bo",
        "asked to leave",
        "Really?",
    )


def test_recorded_changes_come_back_with_who_made_them(diff: Callable[[str], Any]) -> None:
    """And when, as LibreOffice writes it."""
    one, two = diff("tracked")
    assert (one["kind"], one["id"], two["kind"], two["id"]) == (
        "changed",
        "judges-dismissed",
        "removed",
        "judges-count",
    )
    for each in (one, two):
        assert (each["who"], each["when"][:10], each["tracked"]) == ("Bo", "2026-03-05", True)
