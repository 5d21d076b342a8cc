"""A fictional workspace that is translated, and short ways to what is asked of it."""

from __future__ import annotations

from pathlib import Path

from generator.catalogues.exchange import EXCHANGES
from generator.catalogues.files import catalogue_file
from generator.catalogues.glossary import Glossary
from generator.catalogues.marks import write_marks
from generator.catalogues.messages import names_of_the_unnamed
from generator.catalogues.pofile import Entry, File, entries, key_of, parse_po
from generator.catalogues.rows import Asked, Row, messages_for
from generator.catalogues.taking import Taken, take
from generator.catalogues.update import Messages, Opened, messages_of, open_locale
from generator.library import open_library
from tests.workspaces import WorkspaceFolder


def messages(workspace: WorkspaceFolder) -> Messages:
    """Return everything there is to translate."""
    library, problems = open_library(workspace.root)
    assert problems == ()
    return messages_of(library)


def opened(workspace: WorkspaceFolder, locale: str = "fr") -> Opened:
    """Return the catalogues of a locale, brought up to date but not written."""
    library, _ = open_library(workspace.root)
    never_told = names_of_the_unnamed(library)
    found = open_locale(workspace.root, locale, messages(workspace), never_told)
    assert found.problems == ()
    return found


def update(workspace: WorkspaceFolder, locale: str = "fr") -> list[str]:
    """Bring the catalogues of a locale up to date; return the names of those that changed."""
    return write(workspace, opened(workspace, locale))


def write(workspace: WorkspaceFolder, catalogues: Opened) -> list[str]:
    """Write the catalogues that change; return their names."""
    names = []
    for path, text in catalogues.changed():
        names.append(path.relative_to(workspace.root).as_posix())
        workspace.write(names[-1], text)
    return names


def translate(
    workspace: WorkspaceFolder, texts: dict[str, str], locale: str = "fr", *, machine: bool = False
) -> None:
    """Translate messages by their keys, as somebody does in an editor of catalogues."""
    catalogues = opened(workspace, locale)
    known = catalogues.entries()
    for key, text in texts.items():
        entry = known[key]
        entry.msgstr = text
        entry.flags = [each for each in entry.flags if each != "fuzzy"]
        entry.previous_msgid = None
        if machine:
            entry.tcomment = write_marks("", entry.msgid, (text,), machine=True, review=None)
    write(workspace, catalogues)


def translate_all(workspace: WorkspaceFolder, locale: str = "fr", sign: str = "→ ") -> None:
    """Translate every message: the source with a sign before it, in which no words are weighed."""
    workspace.write("locales/tone.yaml", "languages: []\n")
    catalogues = opened(workspace, locale)
    for entry in catalogues.entries().values():
        if entry.msgid_plural:
            entry.msgstr_plural = dict.fromkeys(entry.msgstr_plural, sign + entry.msgid_plural)
        else:
            entry.msgstr = sign + entry.msgid
    write(workspace, catalogues)


def entry(workspace: WorkspaceFolder, key: str, locale: str = "fr") -> Entry:
    """Return an entry as it stands in its file."""
    found = [
        each for file in files(workspace, locale) for each in entries(file) if key_of(each) == key
    ]
    assert len(found) == 1, f"{key} stands {len(found)} times"
    return found[0]


def files(workspace: WorkspaceFolder, locale: str = "fr") -> list[File]:
    """Return the catalogues of a locale as they stand."""
    found = []
    for path in sorted(catalogue_file(workspace.root, locale, "x").parent.glob("*.po")):
        file, problems = parse_po(path.read_text("utf-8"), path.name)
        assert problems == []
        assert file is not None
        found.append(file)
    return found


def exported(
    workspace: WorkspaceFolder,
    asked: Asked | None = None,
    ending: str = "xlsx",
    locale: str = "fr",
) -> bytes:
    """Return what goes out to a translator."""
    asked = Asked() if asked is None else asked
    wanted = messages_for(messages(workspace), asked)
    data, _ = EXCHANGES[ending].write(wanted, opened(workspace, locale), asked.everything)
    return data


def rows_in(data: bytes, ending: str = "xlsx", locale: str = "fr") -> list[Row]:
    """Return the rows of a file that is sound."""
    rows, problems = EXCHANGES[ending].read(data, locale, f"back.{ending}")
    assert problems == []
    return rows


def taken(workspace: WorkspaceFolder, rows: list[Row], locale: str = "fr") -> Taken:
    """Take rows back and write what changes."""
    catalogues = opened(workspace, locale)
    every = [each for several in messages(workspace).values() for each in several]
    result = take(rows, every, catalogues, glossary=Glossary(), file="back.xlsx", review=None)
    write(workspace, catalogues)
    return result


def all_texts(root: Path) -> str:
    """Return the text of every catalogue of a workspace."""
    return "".join(path.read_text("utf-8") for path in sorted(root.glob("locales/*/*/*.po")))
