"""Where a new record belongs: the country's folder, its code, and the file of a theme."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from generator.library import Library
from generator.scaffold.refusal import Refusal
from generator.scaffold.wanted import Wanted
from generator.yamlfiles.files import read_text
from generator.yamlfiles.nodes import YamlList, YamlMap
from generator.yamlfiles.reader import read_yaml


@dataclass(frozen=True, slots=True)
class Country:
    """A folder in ``recommendations/``, and the country's code where a file tells it."""

    folder: Path
    code: str | None


def country_of(wanted: Wanted, root: Path) -> Country:
    """Return the country that is asked for, or the only one there is."""
    known = [Country(folder, _code(folder, root)) for folder in _folders(root)]
    if wanted.country is None:
        if len(known) == 1:
            return _with_code(known[0], wanted)
        names = ", ".join(each.folder.name for each in known)
        said = f" There is: {names}." if known else " For a new one: --country NAME --code CC"
        raise Refusal(f"Say which country it is about with --country.{said}")
    for each in known:
        if wanted.country in (each.folder.name, each.code):
            return _with_code(each, wanted)
    return _new_country(wanted, wanted.country, known, root)


def theme_of(wanted: Wanted, library: Library, country: Country) -> str:
    """Return the theme that is asked for, or the only one there is."""
    known = [entry.id for entry in library.entries("theme")]
    if wanted.theme is None:
        if len(known) == 1:
            return known[0]
        there = sorted(each for each, _ in theme_files(library, country))
        said = f" In recommendations/{country.folder.name}/ there is: {', '.join(there)}."
        raise Refusal(f"Say which theme it belongs to with --theme.{said if there else ''}")
    if wanted.theme not in known:
        near = get_close_matches(wanted.theme, known, n=1, cutoff=0.5)
        hint = f" Did you mean “{near[0]}”?" if near else ""
        raise Refusal(f"There is no theme “{wanted.theme}” in recommendations/themes.yaml.{hint}")
    return wanted.theme


def theme_files(library: Library, country: Country) -> Iterator[tuple[str, Path]]:
    """Yield the themes of a country, each with its file."""
    for file in library.files:
        if file.kind.name == "theme" and file.path.parent == country.folder:
            node = _read(file.path, library.workspace.root)
            if node is not None and isinstance(node.get("theme"), str):
                yield str(node["theme"]), file.path


def _folders(root: Path) -> list[Path]:
    """Return the folders of countries."""
    found = sorted((root / "recommendations").glob("*/"))
    return [path for path in found if path.is_dir() and path.name != "commitments"]


def _with_code(country: Country, wanted: Wanted) -> Country:
    """Return a country with the code that was typed, if none is known."""
    if country.code is None or wanted.code in (None, country.code):
        return Country(country.folder, country.code or wanted.code)
    raise Refusal(
        f"The files in recommendations/{country.folder.name}/ have the country"
        f" {country.code}, not {wanted.code}."
    )


def _new_country(wanted: Wanted, name: str, known: list[Country], root: Path) -> Country:
    """Return a folder that is still to be made."""
    fine = re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name) and name != "commitments"
    if fine and wanted.code:
        return Country(root / "recommendations" / name, wanted.code)
    near = get_close_matches(name.lower(), [each.folder.name for each in known], n=1)
    meant = f" Did you mean “{near[0]}”?" if near else ""
    raise Refusal(
        f"There is no folder recommendations/{name}/.{meant}"
        " For a new country give its name in small letters, and --code with its two capitals."
    )


def _code(folder: Path, root: Path) -> str | None:
    """Return the code that the files of a folder give their country."""
    for path in sorted(folder.glob("*.yaml")):
        node = _read(path, root)
        for record in (node, *_entries(node, "cases")):
            code = record.get("country") if isinstance(record, YamlMap) else None
            if isinstance(code, str) and re.fullmatch(r"[A-Z]{2}", code):
                return str(code)
    return None


def _entries(node: YamlMap | None, key: str) -> list[object]:
    """Return the entries of a list, as far as there is one."""
    listed = node.get(key) if node else None
    return list(listed) if isinstance(listed, YamlList) else []


def _read(path: Path, root: Path) -> YamlMap | None:
    """Return the keys of a file, as far as they can be read."""
    text, _ = read_text(path, root=root, file=path.name)
    node, _ = read_yaml(text, file=path.name, public=False) if text else (None, [])
    return node if isinstance(node, YamlMap) else None
