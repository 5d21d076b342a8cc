"""Whether a final may go out now: its embargo is over, and somebody approved exactly this text."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import unified_diff
from pathlib import Path
from typing import cast

from generator.building.blocking import blocking
from generator.building.plan import jobs_of
from generator.building.preparing import (
    Prepared,
    can_be_written,
    dated,
    delivery_of,
    place_of,
    prepare,
)
from generator.building.request import BuildRequest, Content, Job
from generator.building.waiving import waivers_of
from generator.building.writing import name_of
from generator.letter import Letter
from generator.letter.brand import PLAIN
from generator.library import Library
from generator.loading.templates import Templates
from generator.model.brief import Brief
from generator.output.files import APPROVED, INTERNAL, write_whole
from generator.problems import Problem, errors, problem
from generator.render.base import ReadFiles
from generator.render.formats import FORMATS

_FORMAT = "md"
"""The format in which a letter is approved and compared: every word of it, and nothing else."""
_DIGITS = 32
"""Of a hash; 128 bits tell any two letters apart."""


@dataclass(frozen=True, slots=True)
class Text:
    """The text of one letter, to be approved; ``file`` is its name without a format."""

    file: str
    said: str

    @property
    def digest(self) -> str:
        """Return the hash by which an approval names the text."""
        return hashlib.sha256(self.said.encode()).hexdigest()[:_DIGITS]

    def changes(self, earlier: str) -> tuple[str, ...]:
        """Return the lines removed (``-``) and added (``+``) since an ``earlier`` text."""
        lines = list(unified_diff(earlier.splitlines(), self.said.splitlines(), n=0, lineterm=""))
        return tuple(each for each in lines[2:] if not each.startswith("@@"))


@dataclass(frozen=True, slots=True)
class Pending:
    """A letter that waits for approval, or that somebody approved.

    ``text``: what it says; ``None`` where no final can be made of it.
    ``earlier``: the text that was approved last, if it is kept here.
    ``problems``: what keeps it from being final, approvals and embargo aside.
    """

    job: Job
    text: Text | None
    approved: bool
    earlier: str | None
    problems: tuple[Problem, ...]


def pending(content: Content, request: BuildRequest) -> Iterator[Pending]:
    """Yield every letter that a request asks for, as it would be approved."""
    library = content.library
    for job in jobs_of(library, request):
        entry = dated(library, job.brief, request.date)
        delivery = delivery_of(entry, job.delivery)
        known = library.entry("document", delivery.document)
        waivers = waivers_of(library, entry, delivery, request.today)
        stopping = blocking(content.problems, library, entry, delivery)
        stopping = errors(waivers.applied(stopping))
        if known is None or known.record is None or not can_be_written(library, job.locale):
            yield Pending(job, None, approved=False, earlier=None, problems=stopping)
            continue
        prepared = final_of(content.of(delivery), job, request)
        found = (*prepared.selection.problems, *prepared.composed.problems)
        found = (*found, *prepared.gated(job.formats, None))
        wrong = (*stopping, *errors(waivers.applied(found)))
        letter = prepared.composed.letter
        if letter is None or wrong:
            yield Pending(job, None, approved=False, earlier=None, problems=wrong)
            continue
        text = text_of(letter, job, library)
        brief, approvers = cast("Brief", entry.record), library.settings.approvers
        approved = is_approved(text, brief, job.delivery, approvers)
        earlier = approved_text(request.out, job.brief, text)
        yield Pending(job, text, approved, earlier, ())


def final_of(content: Content, job: Job, request: BuildRequest) -> Prepared:
    """Return the final of ``job``, without files that it may go out with."""
    entry = dated(content.library, job.brief, request.date)
    return prepare(
        content.library,
        entry,
        delivery_of(entry, job.delivery),
        content.catalogues.of(job.locale),
        locale=job.locale,
        addressee=job.addressee,
        draft=False,
        today=request.today,
    )


def text_of(letter: Letter, job: Job, library: Library) -> Text:
    """Return the text of a letter as it is approved.

    Files of the workspace's own that shape the page stand below it by their hashes: they can say,
    or hide, what the letter does not. So do a brand, its logos and its contacts.
    """
    data = FORMATS[_FORMAT].render(letter, ReadFiles({})).data
    pages = Templates(library.workspace)
    names = sorted({name for form in FORMATS.values() for name in form.files})
    own = [
        f"templates/{name}: {hashlib.sha256(pages.read(name)).hexdigest()[:_DIGITS]}\n"
        for name in names
        if pages.is_own(name)
    ]
    if letter.brand != PLAIN:
        face = hashlib.sha256(repr(letter.brand).encode()).hexdigest()[:_DIGITS]
        own.append(f"templates/brand.yaml: {face}\n")
    return Text(name_of(job, ""), data.decode() + "".join(own))


def unreleased(
    prepared: Prepared, job: Job, library: Library, request: BuildRequest
) -> Iterator[Problem]:
    """Yield a problem where a final may not go out yet; approved texts stand in ``request.out``."""
    brief, letter = prepared.selection.brief, prepared.composed.letter
    embargo = brief.embargo
    if embargo and request.now and request.now < embargo.moment:
        yield problem(
            "embargo",
            prepared.entry.place("embargo", key=True),
            id=job.brief,
            date=embargo.date,
            hour=embargo.at,
            zone=embargo.time_zone,
        )
    if letter and library.settings.approvers:
        yield from _unapproved(prepared, text_of(letter, job, library), library, request.out)


def is_approved(text: Text, brief: Brief, delivery: str, approvers: tuple[str, ...]) -> bool:
    """Tell whether one of ``approvers`` approved exactly this text."""
    return any(
        text.digest in each.content
        for each in brief.approvals
        if each.delivery == delivery and each.by in approvers
    )


def _unapproved(prepared: Prepared, text: Text, library: Library, out: Path) -> Iterator[Problem]:
    entry, delivery = prepared.entry, prepared.delivery.id
    if is_approved(text, cast("Brief", entry.record), delivery, library.settings.approvers):
        return
    earlier = approved_text(out, entry.id, text)
    changes = text.changes(earlier) if earlier is not None else ()
    yield problem(
        "approval-outdated" if earlier is not None else "approval-missing",
        place_of(entry, delivery),
        id=entry.id,
        brief=entry.id,
        delivery=delivery,
        output=text.file,
        approvers=", ".join(library.settings.approvers),
        added=sum(each.startswith("+") for each in changes),
        removed=sum(each.startswith("-") for each in changes),
    )


def approved_text(out: Path, brief: str, text: Text) -> str | None:
    """Return the text of the same letter that was approved last, if it is kept here."""
    try:
        return _path(out, brief, text).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return None


def keep_approved(out: Path, brief: str, text: Text) -> None:
    """Keep an approved text for the office, so that later changes can be shown."""
    write_whole(_path(out, brief, text), text.said.encode())


def _path(out: Path, brief: str, text: Text) -> Path:
    return out / INTERNAL / brief / APPROVED / f"{text.file}.{_FORMAT}"
