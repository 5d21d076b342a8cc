"""The formats of one document, made and written: each becomes a file, or a problem."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import cast

from generator.building.deriving import derived
from generator.building.keys import key_of
from generator.building.looking import found_in
from generator.building.request import Built, Job
from generator.compose.origins import Origin
from generator.inspection.forbidden import Forbidden
from generator.inspection.saved import parts_of
from generator.inspection.texts import load
from generator.letter import Letter
from generator.loading.templates import TemplateUnusableError
from generator.output.files import file_name, write_whole
from generator.output.journal import Finished, Journal
from generator.output.origins import origins_of, write_origins
from generator.problems import Place, Problem, problem
from generator.render.base import ReadFiles, Rendered, RenderFailure, Resources
from generator.render.formats import FORMATS
from generator.render.press import FORMAT, Press
from generator.selection.chosen import Selection
from generator.selection.referents import sentences_of

_EDITED = "docx"
"""The format that colleagues edit."""
_CODE = re.compile(r"\(U\+([0-9A-F]+)\)")


@dataclass(frozen=True, slots=True)
class Keyed(Rendered):
    """A finished file with its key; ``kept``: an interrupted build has written it already.

    ``told``: the problem of one that has in it what it must not have.
    """

    key: str = ""
    kept: bool = False
    told: Problem | None = None


Outcome = Keyed | Problem
_Later = Callable[[], Keyed]


@dataclass(frozen=True, slots=True)
class Target:
    """Where the files of one document go, and what is said of them.

    ``letters``: the document as each format has it.
    ``named``: the ids of the people whom the document, or a file that goes out with it, names.
    ``forbidden``: what they must not have.
    ``journal``: which folder the files go to, and which of them are finished already.
    ``origins``: where the words of the document are written; without them nothing is kept of it.
    """

    job: Job
    selection: Selection
    letters: Mapping[str, Letter]
    forbidden: Forbidden
    named: tuple[str, ...]
    journal: Journal
    draft: bool
    origins: tuple[Origin, ...] | None = None

    def file(self, form: str) -> str:
        """Return the name of the file in a format."""
        return name_of(self.job, FORMATS[form].suffix, draft=self.draft)


def name_of(job: Job, suffix: str, *, draft: bool = False) -> str:
    """Return the name of a file of ``job``."""
    addressee, locale = job.addressee, job.locale
    return file_name(job.delivery, addressee=addressee, locale=locale, suffix=suffix, draft=draft)


def refused(error: Exception, place: Place, *, id: str, output: str) -> Problem:  # noqa: A002 (the JSON field is called id)
    """Return the problem behind what was raised while the file ``output`` was made."""
    if isinstance(error, TemplateUnusableError):
        return error.problem
    failure = error if isinstance(error, RenderFailure) else RenderFailure.of(error)
    fields = failure.fields
    if "file" in fields:
        place = Place(f"templates/{fields['file']}", cast("int", fields.get("line") or 1))
    return problem(failure.rule, place, id=id, output=output, **fields)


def rendered(target: Target, resources: Resources, press: Press | None) -> Mapping[str, Outcome]:
    """Return each format of a letter, or why it cannot be made; the press's own last."""
    later = {
        name: _begun(partial(_start, name, target, resources, press)) for name in target.job.formats
    }
    in_order = sorted(later, key=lambda each: each == FORMAT)
    for name in target.job.formats:
        load(FORMATS[name].suffix)
    return {name: _outcome(name, later[name], target) for name in in_order}


def _start(name: str, target: Target, resources: Resources, press: Press | None) -> _Later:
    """Begin to make a file, unless an interrupted build has finished the same."""
    form, letter = FORMATS[name], target.letters[name]
    read = ReadFiles({each: resources.read(each) for each in form.files}, resources.cache)
    key = key_of(letter, name, read.files)
    done = target.journal.kept(target.file(name), key)
    if done and done[0].engine == form.engine():
        finished, data = done
        return lambda: Keyed(data, finished.pages, finished.engine, key, kept=True)
    pressed = press if name == FORMAT else None
    make = pressed.start(letter, read) if pressed else partial(form.render, letter, read)

    def keyed() -> Keyed:
        made = make()
        return Keyed(made.data, made.pages, made.engine, key)

    return keyed


def _begun(start: Callable[[], _Later]) -> _Later:
    """Begin to make a file; what goes wrong at once is raised when the file is waited for."""
    try:
        return start()
    except Exception as error:  # noqa: BLE001 (it is raised again below)
        return partial(_fail, error)


def _fail(error: Exception) -> Keyed:
    raise error


def _outcome(name: str, make: _Later, target: Target) -> Outcome:
    """Return a finished file that was looked at, or why it cannot be made: the others are."""
    try:
        made = make()
        return replace(made, told=_told(name, made, target))
    except Exception as error:  # noqa: BLE001 (a fault in one format refuses that format)
        place = _place_of(error, target.selection)
        return refused(error, place, id=target.job.brief, output=target.file(name))


def _told(name: str, made: Keyed, target: Target) -> Problem | None:
    """Return what a finished file has in it that it must not have."""
    return found_in(
        target.file(name),
        made.data,
        target.letters[name],
        target.forbidden,
        place=target.selection.place,
        id=target.job.brief,
    )


def _place_of(error: Exception, selection: Selection) -> Place:
    """Return the first sentence that has what cannot be shown, else the delivery."""
    named = error.fields.get("characters") if isinstance(error, RenderFailure) else None
    characters = {chr(int(each, 16)) for each in _CODE.findall(str(named or ""))}
    having = (each for each in sentences_of(selection) if characters.intersection(each.text))
    found = next(having, None)
    return found.place if found else selection.place


def write(name: str, outcome: Outcome, target: Target) -> Built | Problem:
    """Write the file of one format."""
    if isinstance(outcome, Problem):
        return outcome
    job = target.job
    file = target.file(name)
    path = target.journal.folder.resolve() / file
    if outcome.told:
        if outcome.kept:
            path.unlink(missing_ok=True)
        return outcome.told
    digest = hashlib.sha256(outcome.data).hexdigest()
    if not outcome.kept or name == _EDITED:
        try:
            if name == _EDITED:
                _keep_origins(target, file, digest, outcome.data)
            if not outcome.kept:
                write_whole(path, outcome.data)
        except OSError as error:
            where = Place(f"{job.brief}/{file}")
            reason = error.strerror or str(error)
            return problem("output-unwritable", where, id=job.brief, reason=reason)
    if not outcome.kept:
        target.journal.add(Finished(file, outcome.key, digest, outcome.pages, outcome.engine))
    return Built(
        brief=job.brief,
        delivery=job.delivery,
        addressee=job.addressee,
        locale=job.locale,
        format=name,
        path=path,
        pages=outcome.pages,
        words=target.letters[name].words,
        sha256=digest,
        draft=target.draft,
        named=target.named,
        size=len(outcome.data),
        parts=parts_of(outcome.data),
    )


def _keep_origins(target: Target, file: str, digest: str, data: bytes) -> None:
    """Write for the office where the words of a Word file come from."""
    if target.origins is None:
        return
    brief = target.job.brief
    path = origins_of(target.journal.out, brief, {"file": file, "sha256": digest})
    write_origins(path, derived(data, target.origins))
