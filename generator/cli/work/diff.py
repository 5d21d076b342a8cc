"""Comparing a Word file with what was built, and the table of what was changed."""

from __future__ import annotations

from pathlib import Path

from generator.cli.output import counted_as, say_json, tell
from generator.cli.work.tables import Column, say_table
from generator.cli.work.telling import tell_problems, verdict
from generator.comparison import BuiltLetter, Change, Places, Wanted, compare, letter_of
from generator.inspection.saved import DamagedError
from generator.inspection.word_story import Story, story_of
from generator.library import open_library
from generator.problems import Place, Problem, problem
from generator.verification.known import out_of
from generator.verification.reading import LARGEST, read

_COLUMNS = (
    Column("change"),
    Column("where"),
    Column("item"),
    Column("field"),
    Column("by"),
    Column("words", wraps=True),
)
_SIGNS = {"same": ("", ""), "removed": ("[-", "-]"), "added": ("{+", "+}")}
"""How words are marked that were taken out and put in, as wdiff does it."""


def run_diff(root: Path, file: Path, wanted: Wanted, *, out: Path | None, as_json: bool) -> int:
    """Print what was changed in ``file``; return 1 where that cannot be told."""
    found = _compared(root, file, wanted, out)
    if isinstance(found, Problem):
        tell_problems([found])
        if as_json:
            say_json({"path": str(file.absolute()), "built": None, "changes": []})
        return verdict([found])
    letter, changes = found
    if as_json:
        say_json(_as_json(file, letter, changes))
        return verdict(())
    if changes:
        say_table(_COLUMNS, [_row(each) for each in changes])
    built = f"{letter.brief}/{letter.said('file')}"
    draft = " (draft)" if letter.record.get("draft") else ""
    tell(
        f"Compared with {built}{draft}, built on {letter.said('built_on') or '?'}:"
        f" {counted_as(len(changes), 'change')}."
    )
    return verdict(())


def _compared(
    root: Path, file: Path, wanted: Wanted, out: Path | None
) -> tuple[BuiltLetter, tuple[Change, ...]] | Problem:
    """Return the letter that a file was made from, and what was changed, or why nobody knows."""
    place = Place(file.as_posix())
    story = _story(file, place)
    if isinstance(story, Problem):
        return story
    folder = out or out_of(file, root)
    letter = letter_of(story, folder, wanted)
    if letter is None:
        return problem("letter-unknown", place, out=folder.as_posix())
    library, _ = open_library(root)
    return letter, compare(letter, story, Places(library))


def _story(file: Path, place: Place) -> Story | Problem:
    """Return what a Word file says, or why it cannot be read."""
    there = read(file, ())
    if isinstance(there, Problem):
        return there
    if there.size > LARGEST:
        return problem("file-damaged", place)
    try:
        return story_of(file.read_bytes())
    except DamagedError:
        return problem("word-file-damaged", place)


def _as_json(file: Path, letter: BuiltLetter, changes: tuple[Change, ...]) -> dict[str, object]:
    names = ("file", "delivery", "addressee", "locale", "date", "sha256", "built_on")
    return {
        "path": str(file.absolute()),
        "brief": letter.brief,
        "built": {name: letter.said(name) for name in names},
        "draft": bool(letter.record.get("draft")),
        "changes": [each.as_json() for each in changes],
    }


def _row(each: Change) -> tuple[str, ...]:
    """Return a line of the table."""
    who = each.who or ""
    when = (each.when or "").partition("T")[0]
    kind = f"{each.kind} (tracked)" if each.tracked else each.kind
    return (
        kind,
        f"{each.place.file}:{each.place.line}" if each.place else "",
        each.id or "",
        each.field or "",
        ", ".join(filter(None, (who, when))),
        _words(each),
    )


def _words(each: Change) -> str:
    """Return the words of a change in one line, with what was taken out and put in marked."""
    if each.kind == "moved":
        return each.new
    marked = "".join(_shown(op, text) for op, text in each.marked)
    remark = f" ({each.comment})" if each.comment else ""
    return " ".join(f"{marked}{remark}".split())


def _shown(op: str, text: str) -> str:
    """Return words between the signs of what was done to them, the spaces outside."""
    before, after = _SIGNS[op]
    bare = text.strip()
    start = text.index(bare)
    return f"{text[:start]}{before}{bare}{after}{text[start + len(bare) :]}"
