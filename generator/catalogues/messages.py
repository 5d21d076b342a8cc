"""What there is to translate: the sentences of the content, the wording of the templates."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import cast

from generator.library import Library
from generator.loading.entries import Entry
from generator.loading.sentences import Path as Keys
from generator.loading.sentences import sentences
from generator.loading.templates import Templates, TemplateUnusableError
from generator.loading.workspace import Workspace, defaults_folder
from generator.markup.locators import locator_pattern
from generator.model.base import CLEARANCES, Citation, Sensitivity
from generator.model.brief import Brief
from generator.model.content import Evidence, Response
from generator.model.people import Case, Event, Person
from generator.model.sources import Source
from generator.problems import Place, Problem, problem
from generator.selection.bases import open_to_all
from generator.selection.naming import spellings, telling, tells
from generator.templating.wordings import Wording, WordingError, wordings

CITING = ("evidence", "response", "quotation", "case", "prior")
_PLACEHOLDER = re.compile(r"\{[a-z0-9_]+(?::[a-z_]+)?\}")

SPEAKING = (
    "brief",
    "theme",
    "recommendation",
    "evidence",
    "response",
    "quotation",
    "chart",
    "case",
    "commitment",
    "prior",
    "source",
)
"""The kinds of record whose sentences stand in letters, in the order of a catalogue."""


@dataclass(frozen=True, slots=True)
class Message:
    """One text to translate.

    ``context``: the record's id and the keys of the sentence; ``None`` for wording of a template,
    which is translated once wherever it stands.
    ``source``: the text, with single spaces; ``plural``: its plural, where a number decides.
    ``file`` and ``line``: where it stands; ``where``: what it is, for the translator.
    ``shipped``: whether it is wording of the package, which brings translations of its own.
    """

    source: str
    file: str
    line: int
    where: str
    context: str | None = None
    plural: str | None = None
    sensitivity: Sensitivity = "public"
    shipped: bool = False

    @property
    def key(self) -> str:
        """Return what a catalogue finds the message by."""
        return self.context if self.context is not None else self.source


def one_line(text: str) -> str:
    """Return ``text`` with white space as single spaces, so that new line ends change nothing."""
    return " ".join(text.split(" ")) if "\n" not in text and "  " not in text else _collapsed(text)


def _collapsed(text: str) -> str:
    """Return ``text`` without line ends and double spaces; other spaces stay what they are."""
    return " ".join(part for part in text.replace("\n", " ").split(" ") if part)


def speaks(entry: Entry) -> bool:
    """Tell whether sentences of this record stand in letters."""
    return entry.kind in SPEAKING


def needs_translation(text: str) -> bool:
    """Tell whether there is anything in ``text`` outside its placeholders."""
    return bool(without_placeholders(text).strip())


def without_placeholders(text: str, instead: str = "") -> str:
    """Return ``text`` as it is written, without its placeholders, or with ``instead`` there."""
    return _PLACEHOLDER.sub(instead, text)


def content_messages(library: Library) -> Iterator[Message]:
    """Yield every sentence of the content, in the order of kinds, files and lines."""
    never_told = names_of_the_unnamed(library)
    for kind in SPEAKING:
        for entry in library.entries(kind):
            for path, text in sentences(entry):
                if needs_translation(text):
                    yield message(entry, path, text, never_told)
    yield from _locators(library, never_told)


def locator_context(pattern: str) -> str:
    """Return what translators know the words of a locator by: they stand in many citations."""
    return f"locator.{pattern}"


def _locators(library: Library, never_told: frozenset[str]) -> Iterator[Message]:
    """Yield the words of the locators, each once: "para. {a}"."""
    found: dict[str, Message] = {}
    for entry in (each for kind in CITING for each in library.entries(kind)):
        for own, citation in _citations(entry.record):
            sensitivity = own
            pattern = locator_pattern(citation.locator or "")[0]
            if not needs_translation(pattern):
                continue
            source = library.get(Source, citation.source)
            if source is not None:
                sensitivity = max(sensitivity, source.sensitivity, key=CLEARANCES.index)
            if tells(citation.locator, never_told):
                sensitivity = "internal"
            new = Message(
                source=pattern,
                file=entry.file,
                line=entry.place("id").line,
                where="locator",
                context=locator_context(pattern),
                sensitivity=sensitivity,
            )
            known = found.setdefault(pattern, new)
            if CLEARANCES.index(sensitivity) < CLEARANCES.index(known.sensitivity):
                found[pattern] = new
    yield from found.values()


def _citations(record: object) -> Iterator[tuple[Sensitivity, Citation]]:
    """Yield the citations of a record with who may read them."""
    match record:
        case Case(history=history):
            for event in history:
                yield from _citations(event)
        case Evidence() | Response() | Event():
            yield from ((record.sensitivity, each) for each in record.sources)
        case _:
            return


def message(
    entry: Entry, path: Keys, text: str, never_told: frozenset[str] = frozenset()
) -> Message:
    """Return the message of one sentence."""
    hidden = bool(never_told) and tells(text, never_told)
    return Message(
        source=one_line(text),
        file=entry.file,
        line=entry.place(*path).line,
        where=" › ".join((entry.kind, entry.id, *entry.steps(*path))),
        context=entry.context(*path),
        sensitivity="internal" if hidden else sensitivity_of(entry, path),
    )


def sensitivity_of(entry: Entry, path: Keys) -> Sensitivity:
    """Return who may read a sentence; of a brief, whoever any of its deliveries is for."""
    record = entry.record
    match record:
        case Case(history=history):
            event = history[path[1]] if len(path) > 1 and isinstance(path[1], int) else record
            return max(record.sensitivity, event.sensitivity, key=CLEARANCES.index)
        case Brief(deliveries=deliveries):
            if path[0] == "deliveries" and isinstance(path[1], int):
                return deliveries[path[1]].clearance
            clearances = (each.clearance for each in deliveries)
            return min(clearances, key=CLEARANCES.index, default="internal")
        case _:
            return cast("Sensitivity", getattr(record, "sensitivity", "public"))


def names_of_the_unnamed(library: Library) -> frozenset[str]:
    """Return the words that tell a name which not every reader may know."""
    words: set[str] = set()
    for person in library.all(Person):
        if not open_to_all(library, person):
            words.update(word for name in spellings(person) for word in telling(name))
    return frozenset(words)


def document_messages(workspace: Workspace) -> Iterator[Message]:
    """Yield the wording of the templates, the workspace's own and the package's, each text once."""
    seen: dict[str, None] = {}
    for name, shipped in _template_names(workspace):
        read = _wording_of(workspace, name)
        for each in () if isinstance(read, Problem) else read:
            if each.key not in seen and needs_translation(each.source):
                seen[each.key] = None
                yield replace(each, shipped=shipped)


def template_problems(workspace: Workspace) -> Iterator[Problem]:
    """Yield why a template file of the workspace cannot be read."""
    yield from Templates(workspace).problems()
    for name, _ in _template_names(workspace):
        read = _wording_of(workspace, name)
        if isinstance(read, Problem):
            yield read


def _template_names(workspace: Workspace) -> Iterator[tuple[str, bool]]:
    """Yield the name of each template, and whether it is the package's."""
    own = {path.name for path in (workspace.root / "templates").glob("*.md.j2")}
    yield from ((name, False) for name in sorted(own))
    defaults = defaults_folder()
    if defaults.resolve() != workspace.root.resolve():
        shipped = {path.name for path in (defaults / "templates").glob("*.md.j2")}
        yield from ((name, True) for name in sorted(shipped - own))


def _wording_of(workspace: Workspace, name: str) -> tuple[Message, ...] | Problem:
    """Return the wording of a template, or why it cannot be read."""
    file = f"templates/{name}"
    try:
        return template_messages(Templates(workspace).text(name), file)
    except TemplateUnusableError as error:
        return error.problem
    except WordingError as error:
        return problem(error.rule, Place(file, error.line), reason=error.reason)


@lru_cache(maxsize=64)
def template_messages(text: str, file: str) -> tuple[Message, ...]:
    """Return the wording of one template."""
    return tuple(_of_template(each, file) for each in wordings(text))


def _of_template(wording: Wording, file: str) -> Message:
    """Return the message of a wording."""
    return Message(
        source=wording.text,
        file=file,
        line=wording.line,
        where=wording.comment or file,
        plural=wording.plural,
    )
