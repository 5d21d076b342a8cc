"""Which problems stop which output: those of the files and records that it draws on."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import cast

from generator.building.reach import reached
from generator.checks.referring import audience_by_name
from generator.library import Entry, Library
from generator.model.brief import Brief, Delivery
from generator.model.kinds import kind_of
from generator.problems import Problem, errors
from generator.yamlfiles.nodes import YamlMap

_BRAND = "templates/brand.yaml"


def blocking(
    problems: Iterable[Problem], library: Library, brief: Entry, delivery: Delivery
) -> tuple[Problem, ...]:
    """Return those errors that stop ``delivery``.

    In the brief and in the files of its themes every error does, because what
    was left out for it would be missing silently. In a file that many share
    an error of one record stops those outputs only that refer to it, and an
    error of the whole file those that draw on the file; a delivery to a table
    refers to all its rows. But of a person whose record cannot be read nobody
    knows where the name is written out.
    """
    reach = _reach(library, brief, delivery)
    return tuple(each for each in errors(problems) if reach.concerns(each))


@lru_cache(maxsize=1)  # letters to many are made one after another
def _reach(library: Library, brief: Entry, delivery: Delivery) -> _Reach:
    return _Reach(library, brief, delivery)


class _Reach:
    """The files and records that a delivery draws on."""

    def __init__(self, library: Library, brief: Entry, delivery: Delivery) -> None:
        record = cast("Brief", brief.record)
        themes = set(delivery.themes or record.themes)
        self._own = {brief.file, "workspace.yaml", f"templates/{delivery.document}.yaml"}
        self._own.add(f"templates/{delivery.document}.md.j2")
        self._documents = {f"templates/{each.id}.md.j2" for each in library.entries("document")}
        self._own |= {f"briefs/audiences/{delivery.audience}.yaml", "recommendations/themes.yaml"}
        self._elsewhere: set[str] = set()
        tables = [library.entry("table", name) for name in delivery.addressees]
        start = [brief, *(each for each in tables if each)]
        countries: dict[str, set[object]] = {}
        for kind in ("recommendation", "evidence", "response", "figure", "chart"):
            for entry in library.entries(kind):
                head = cast("YamlMap", entry.head)
                theme, country = head.get("theme"), head.get("country")
                countries.setdefault(_folder(entry.file), set()).add(country)
                if country != record.country or theme not in themes:
                    self._elsewhere.add(entry.file)
                else:
                    self._own.add(entry.file)
                    start.append(entry)
        self._elsewhere |= _of_other_audiences(library, delivery.audience)
        for entry in library.entries("brief"):
            if entry.file != brief.file:
                self._elsewhere.add(entry.file)
        self._abroad = {each for each, found in countries.items() if record.country not in found}
        others = {entry.id for entry in library.entries("theme")} - themes
        self._named_otherwise = {f"{theme}.yaml" for theme in others}
        self._reached = reached(library, start, delivery.audience)
        self._lacking = {file for files in library.lacking.values() for file in files}
        self._nameless = {each.id for each in library.entries("person") if each.record is None}

    def concerns(self, found: Problem) -> bool:
        """Tell whether the delivery draws on what has the problem."""
        file = found.place.file
        if file in self._own or found.id in self._nameless or self._is_shared(found):
            return True
        if file in self._lacking and found.id is None and self._may_lack(file):
            return True
        if (
            file in self._elsewhere
            or self._of_other_theme(file)
            or file.startswith(("briefs/audiences/", "templates/"))
        ):
            return False
        if file.startswith("briefs/") and file.count("/") == 1:
            return False
        if found.id is None and file.endswith(("/cases.yaml", "/sources.yaml", ".csv")):
            return file in self._reached.files
        return found.id is None or found.id in self._reached.ids

    def _is_shared(self, found: Problem) -> bool:
        """Tell whether it is of a template that is no document's own, or of the brand.

        Any document may include such a template; of the brand it has what its signatories have.
        """
        file = found.place.file
        if file == _BRAND:
            return found.id is None or found.id in self._reached.ids
        return file.endswith(".md.j2") and file not in self._documents

    def _may_lack(self, file: str) -> bool:
        """Tell whether the file may hold what the delivery refers to and does not find."""
        kind = kind_of(file)
        return kind is not None and not self._reached.missing.isdisjoint(kind.lists.values())

    def _of_other_theme(self, file: str) -> bool:
        """Tell whether a file that cannot be read is, by its place, of another theme or country."""
        kind = kind_of(file)
        by_name = file.rpartition("/")[2] in self._named_otherwise
        return bool(kind and kind.name == "theme") and (by_name or _folder(file) in self._abroad)


def _of_other_audiences(library: Library, audience: str) -> set[str]:
    """Return the files of commitments that are another audience's, by their head or their name."""
    heads = {
        entry.file: str(cast("YamlMap", entry.head).get("audience"))
        for entry in library.entries("commitment")
    }
    known = {file: head for file, head in heads.items() if library.entry("audience", head)}
    files = {*heads, *library.lacking.get("commitment", ())}
    of = {file: known.get(file) or audience_by_name(library, file) for file in files}
    return {file for file, found in of.items() if found not in (audience, None)}


def _folder(file: str) -> str:
    """Return the folder that a file stands in."""
    return file.rpartition("/")[0]
