"""Adding a record or a brief to a workspace."""

from __future__ import annotations

import codecs
from dataclasses import dataclass
from pathlib import Path

from generator.library import Library
from generator.problems import Place
from generator.scaffold.insert import insert_record
from generator.scaffold.places import Country, country_of, theme_files, theme_of
from generator.scaffold.refusal import Refusal
from generator.scaffold.skeletons import filled
from generator.scaffold.wanted import Wanted
from generator.scaffold.writing import write_in_place
from generator.yamlfiles.files import read_text

_LISTS = {
    "recommendation": "recommendations",
    "evidence": "evidence",
    "person": "people",
    "case": "cases",
    "source": "sources",
}
"""In which list of its file each kind of record stands."""


@dataclass(frozen=True, slots=True)
class _Target:
    """The file that a record goes to, and the text it begins with where it is new."""

    path: Path
    head: str


def add(wanted: Wanted, library: Library) -> Place:
    """Add the skeleton that is asked for; return where it stands."""
    wanted.check()
    _refuse_existing(wanted, library)
    root = library.workspace.root
    country = country_of(wanted, root)
    in_theme = wanted.kind in ("recommendation", "evidence")
    theme = theme_of(wanted, library, country) if in_theme or wanted.theme else ""
    if wanted.kind == "brief":
        return _add_brief(wanted, library, country)
    target = _target(wanted, library, country, theme if in_theme else "")
    record = filled(f"new/{wanted.kind}", **_fields(wanted, library, country))
    file = target.path.relative_to(root).as_posix()
    mark, text = _text(target, root, file)
    added, line = insert_record(text, _LISTS[wanted.kind], record, file=file)
    write_in_place(target.path, mark + added.encode())
    return Place(file, line)


def _refuse_existing(wanted: Wanted, library: Library) -> None:
    """Refuse an id that something has already."""
    for entry in (library.by_id.get(wanted.id), library.entry("brief", wanted.id)):
        if entry is not None and (entry.kind == "brief") == (wanted.kind == "brief"):
            place = entry.place("id")
            raise Refusal(
                f"The id “{wanted.id}” is taken: {entry.kind} in {place.file}:{place.line}."
            )


def _add_brief(wanted: Wanted, library: Library, country: Country) -> Place:
    """Add a brief, in a file of its own."""
    file = f"briefs/{wanted.id}.yaml"
    path = library.workspace.root / file
    if path.exists() or path.is_symlink():
        raise Refusal(f"There is already a file {file}.")
    text = filled("new/brief", **_fields(wanted, library, country))
    write_in_place(path, text.encode())
    return Place(file)


def _fields(wanted: Wanted, library: Library, country: Country) -> dict[str, str]:
    """Return what the skeletons need to be filled in."""
    if country.code is None and wanted.kind in ("recommendation", "evidence", "case", "brief"):
        raise Refusal(
            f"No file in recommendations/{country.folder.name}/ says which country it is."
            " Give its two capital letters with --code."
        )
    return {
        "id": wanted.id,
        "reference": wanted.id.upper(),
        "today": wanted.today.isoformat(),
        "code": country.code or "",
        "themes": _themes(wanted, library),
        "locale": library.settings.source_locale,
    }


def _themes(wanted: Wanted, library: Library) -> str:
    """Return the themes of a brief or case: the one that is asked for, or the only one."""
    known = [entry.id for entry in library.entries("theme")]
    theme = wanted.theme or (known[0] if len(known) == 1 else "")
    return f"[{theme}]" if theme else ""


def _target(wanted: Wanted, library: Library, country: Country, theme: str) -> _Target:
    """Return the file that a record goes to."""
    if not theme:
        name = _LISTS[wanted.kind]
        return _Target(country.folder / f"{name}.yaml", filled(f"files/{name}"))
    there = dict(theme_files(library, country))
    path = there.get(theme, country.folder / f"{theme}.yaml")
    return _Target(path, filled("files/theme", theme=theme, code=country.code or ""))


def _text(target: _Target, root: Path, file: str) -> tuple[bytes, str]:
    """Return the text of a file, after its byte order mark if it has one."""
    if not (target.path.exists() or target.path.is_symlink()):
        return b"", target.head
    text, problems = read_text(target.path, root=root, file=file)
    if text is None:
        raise Refusal(f"{file}: {problems[0].message}")
    marked = target.path.read_bytes().startswith(codecs.BOM_UTF8)
    return codecs.BOM_UTF8 if marked else b"", text
