"""Reading and writing ``.po`` files: the one home of polib."""

from __future__ import annotations

import re
from pathlib import Path

import polib

from generator.catalogues.catalogue import Translation
from generator.catalogues.marks import read_marks
from generator.problems import Place, Problem, problem
from generator.yamlfiles.files import read_text

Entry = polib.POEntry
File = polib.POFile

_LINE = re.compile(r"line (\d+)")


class _Lines(str):
    """A text whose lines end in line feeds only: to polib, U+2028 in a sentence would end one."""

    __slots__ = ()

    def splitlines(self, keepends: bool = False) -> list[str]:  # noqa: FBT001, FBT002 (str's own)
        """Return the lines."""
        lines = self.replace("\r\n", "\n").split("\n")
        return [f"{line}\n" for line in lines] if keepends else lines


def open_po(path: Path, *, root: Path) -> tuple[File | None, list[Problem]]:
    """Return a ``.po`` file, or why it cannot be read."""
    name = path.relative_to(root).as_posix()
    text, problems = read_text(path, root=root, file=name)
    if text is None:
        return None, problems
    return parse_po(text, name)


def parse_po(text: str, name: str) -> tuple[File | None, list[Problem]]:
    """Return the catalogue that ``text`` is; ``name`` is the file's in problems."""
    if "msgid" not in text:  # polib would look for a file of that name
        return None, [problem("catalogue-form", Place(name))]
    try:
        return polib.pofile(_Lines(text), wrapwidth=0, encoding="utf-8"), []
    except (OSError, ValueError, IndexError, AttributeError) as error:
        found = _LINE.search(str(error))
        return None, [problem("catalogue-form", Place(name, int(found[1]) if found else 1))]


def entries(file: File) -> list[Entry]:
    """Return the living entries of a catalogue."""
    return [each for each in file if not each.obsolete]


def key_of(entry: Entry) -> str:
    """Return what a catalogue finds an entry by."""
    return entry.msgctxt or entry.msgid


def texts_of(entry: Entry) -> tuple[str, ...]:
    """Return the translation: one text, or one for each plural form; empty where there is none."""
    forms: dict[int, str] = entry.msgstr_plural
    if forms:
        return tuple(forms[number] for number in sorted(forms))
    return (entry.msgstr,) if entry.msgstr else ()


def translation(entry: Entry, file: str) -> Translation:
    """Return an entry as the program sees it."""
    texts = texts_of(entry)
    marks = read_marks(entry.tcomment, entry.msgid, texts)
    return Translation(
        source=entry.msgid,
        plural=entry.msgid_plural or None,
        texts=texts,
        fuzzy=entry.fuzzy,
        previous=entry.previous_msgid or None,
        machine=marks.machine,
        review=marks.review,
        comment=marks.comment,
        place=Place(file, entry.linenum or 1),
    )


def as_text(file: File) -> str:
    """Return a catalogue as it stands in its file: UTF-8, nothing wrapped, one line end."""
    return str(file).rstrip("\n") + "\n"
