"""A small fictional workspace, whole and without mistakes, which tests change."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from generator.building import BuildRequest, BuildResult, build
from generator.building.waiving import checked, ended
from generator.catalogues.checks import translations_hold
from generator.checks import check
from generator.explain import Explanation, explain
from generator.library import Library, open_library
from generator.loading.workspace import defaults_folder
from generator.model.brief import Brief
from generator.problems import Problem, in_order
from generator.selection.choose import choose
from generator.selection.chosen import Selection

COURTS = "recommendations/ruritania/courts.yaml"
PRESS = "recommendations/ruritania/press.yaml"
PEOPLE = "recommendations/ruritania/people.yaml"
CASES = "recommendations/ruritania/cases.yaml"
SOURCES = "recommendations/ruritania/sources.yaml"
THEMES = "recommendations/themes.yaml"
EU_COMMITMENTS = "recommendations/commitments/eu.yaml"
UN_COMMITMENTS = "recommendations/commitments/un.yaml"
OFFICES = "briefs/directory/offices.yaml"
ORGANISATIONS = "briefs/directory/organisations.yaml"
BRIEF = "briefs/spring.yaml"
BO_AGREED = "    naming: {basis: consent, given_by: self, given_on: 2025-01-10, how: written}\n"
NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)

FICTIONAL: Mapping[str, str] = {
    THEMES: """\
themes:
  - {id: courts, name: Courts}
  - {id: press, name: The press}
""",
    EU_COMMITMENTS: """\
audience: eu
commitments:
  - id: charter-4
    ref: Charter of the Coast, Article 4
    says: Judges are independent.
    binding: treaty
    date: 1999
    verified: {read: text, address: "https://example.org/charter", read_on: 2026-01-05}
  - {id: charter-9, ref: "Charter of the Coast, Article 9", says: Trials and books are public.,
     binding: political, date: 1998, verified:
       {read: text, address: "https://example.org/charter", read_on: 2026-01-06}}
""",
    UN_COMMITMENTS: """\
audience: un
commitments:
  - id: covenant-9
    ref: Covenant, Article 9
    says: Nobody is held without a judge.
    binding: treaty
    date: 1966
    verified: {read: text, address: "https://example.org/covenant", read_on: 2026-01-05}
  - {id: covenant-14, ref: "Covenant, Article 14", says: Trials are held in public.,
     binding: political, date: 1965, verified:
       {read: text, address: "https://example.org/covenant", read_on: 2026-01-06}}
""",
    PEOPLE: """\
people:
  - id: ada_quill
    names: {en: Ada Quill}
    variants: [Adah Quille]
    gender: f
    naming: {basis: public-record, source: gazette-2025}
    withheld_as: {en: a teacher}
  - id: bo_lantern
    names: {en: Bo Lantern}
    naming: {basis: consent, given_by: self, given_on: 2025-01-10, how: written}
    withheld_as: {en: a printer}
lists:
  - id: the_two
    people: [ada_quill, bo_lantern]
    counted: {en: {one: "{n} person", other: "{n} people"}}
""",
    CASES: """\
cases:
  - id: quill-trial
    country: XA
    themes: [courts]
    people: [ada_quill]
    sensitivity: public
    history:
      - date: 2025-02-10
        status: detained
        statement: >-
          {ada_quill} was detained on 10 February 2025.
        sources: [{source: gazette-2025, locator: "p. 3"}]
        sensitivity: public
      - date: 2025-09-01
        status: imprisoned
        statement: >-
          {ada_quill} has been serving two years since 1 September 2025.
        sources: [{source: observer-2025}]
        sensitivity: public
""",
    SOURCES: """\
sources:
  - id: gazette-2025
    publisher: Gazette of Strelsau
    title: Courts in spring
    locale: en
    date: 2025-03-01
    address: "https://example.org/gazette"
    retrieved: 2026-01-05
    kind: official-statistic
    sensitivity: public
  - id: observer-2025
    publisher: "{harbour_watch}"
    title: The year in the courts
    locale: en
    date: 2025-12-10
    address: "https://example.org/observer"
    retrieved: 2026-01-05
    kind: ngo
    sensitivity: public
""",
    COURTS: """\
theme: courts
country: XA
recommendations:
  - id: judges-appoint
    raise: ask for an independent council that appoints judges;
    ask: Have judges appointed by an independent council.
    priority: 1
    deadline: 2026-12-31
    audiences:
      eu:
        commitments: [charter-4]
      un:
        raise: recommend an independent council that appoints judges;
        ask: Establish an independent council that appoints judges.
        commitments: [covenant-9]
    evidence: [judges-dismissed, judges-count]
    cases: [quill-trial]
    responses: [ministry-answer]
  - id: records-open
    raise: ask for open court records;
    ask: Publish the records of every trial.
    priority: 2
    audiences: {eu: {commitments: [charter-9]}, un: {commitments: [covenant-14]}, osce: {}}
    evidence: [records-closed]
evidence:
  - id: judges-dismissed
    date: 2025-03-01
    statement: Eleven judges were dismissed in one week; {the_two:count} protested.
    certainty: established
    sources: [{source: gazette-2025, locator: "p. 1"}]
    sensitivity: public
  - id: judges-count
    date: 2025-12-10
    statement: According to {harbour_watch:short}, {vacant_seats} seats are vacant.
    certainty: reported
    sources: [{source: observer-2025, locator: "para. 4"}]
    sensitivity: public
  - id: records-closed
    date: 2025-12-10
    statement: "{ada_quill} was refused the record of her own trial."
    certainty: reported
    sources: [{source: observer-2025}]
    sensitivity: public
responses:
  - id: ministry-answer
    date: 2025-03-01
    statement: The ministry says that the judges had asked to leave.
    sources: [{source: gazette-2025}]
    sensitivity: public
figures:
  - id: vacant_seats
    value: 1200
    sources: [{source: observer-2025}]
""",
    PRESS: """\
theme: press
country: XA
recommendations:
  - id: printers-free
    raise: ask that printers may work;
    ask: Let printers work without a licence.
    priority: 1
    commitments: [charter-9]
    evidence: [press-sealed]
evidence:
  - id: press-sealed
    date: 2025-03-01
    statement: The press of {bo_lantern} was sealed.
    certainty: reported
    sources: [{source: gazette-2025}]
    sensitivity: public
""",
    OFFICES: """\
offices:
  - id: chair_of_council
    titles: {en: Chair of the Council}
    audience: eu
    rank: 1
    holders:
      - checked_on: 2026-01-05
        forms:
          en:
            block: [Her Excellency Dr Mira Holt, Chair of the Council]
            salutation: "Excellency,"
            closing: Yours faithfully,
  - id: commissioner
    titles: {en: Commissioner}
    audience: eu
    rank: 2
    holders:
      - checked_on: 2026-01-05
        forms:
          en:
            block: [Mr Olaf Reed, Commissioner]
            salutation: "Dear Mr Reed,"
            closing: Yours sincerely,
""",
    ORGANISATIONS: """\
organisations:
  - id: harbour_watch
    names: {en: Harbour Watch}
    short: {en: HW}
  - id: lantern_society
    names: {en: Lantern Society}
""",
    BRIEF: """\
title: "Ruritania: courts and the press"
country: XA
date: 2026-03-02
reference: SPRING-1
place: Strelsau
meeting: {name: the spring meeting, place: Strelsau, start: 2026-03-10, end: 2026-03-11}
signatories:
  - {organisation: harbour_watch, state: agreed}
  - {organisation: lantern_society, state: asked}
contact: {email: office@example.org}
notice: A fictional letter.
opening:
  - We write to you before {chair_of_council} meets the government.
themes: [courts, press]
deliveries:
  - id: council
    audience: eu
    document: letter
    addressees: [commissioner, chair_of_council]
    locales: [en]
    formats: [md]
  - id: geneva
    audience: un
    document: letter
    addressees: [chair_of_council]
    themes: [courts]
    locales: [en]
    formats: [md]
""",
}


@dataclass(frozen=True)
class WorkspaceFolder:
    """A workspace in a folder, and what the program says of it."""

    root: Path

    def write(self, file: str, content: str | bytes) -> None:
        """Write a file anew."""
        path = self.root / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)

    def read(self, file: str) -> str:
        """Return the text of a file."""
        return (self.root / file).read_text(encoding="utf-8")

    def read_default(self, file: str) -> str:
        """Return the text of a file that the package brings."""
        return (defaults_folder() / file).read_text(encoding="utf-8")

    def replace(self, file: str, old: str, new: str) -> None:
        """Put ``new`` in the place of ``old``, which must stand in the file once."""
        text = self.read(file)
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file}"
        self.write(file, text.replace(old, new))

    def append(self, file: str, text: str) -> None:
        """Add ``text`` at the end of a file."""
        self.write(file, self.read(file) + text)

    def checked(self) -> tuple[Library, tuple[Problem, ...]]:
        """Return the library, and the problems that ``brief check`` shows."""
        library, problems = open_library(self.root)
        return library, in_order((*problems, *check(library)))

    def told(self, *, notes: bool = False) -> str:
        """Return the problems as ``brief check`` prints them."""
        library, found = self.checked()
        problems = checked((*found, *translations_hold(library)), library, NOW.date())
        problems = in_order((*problems, *ended(library, NOW.date())))
        return as_told(each for each in problems if notes or each.severity != "note")

    def select(
        self, brief: str = "spring", delivery: str = "council", on: date | None = None
    ) -> Selection:
        """Return what a delivery is made of."""
        library, _ = self.checked()
        return selection_of(library, brief, delivery, on=on)

    def build(self, out: Path | None = None, **request: object) -> BuildResult:
        """Build into ``out``, by default the folder ``out`` beside the workspace's files."""
        library, problems = self.checked()
        request = {"today": NOW.date(), **request}
        wanted = BuildRequest(out=out or self.root / "out", **request)  # type: ignore[arg-type]  # as given
        return build(library, problems, wanted, lambda _: None)

    def explain(self, brief: str = "spring") -> Explanation:
        """Return why each item of a brief is in or out."""
        library, problems = self.checked()
        request = BuildRequest(out=self.root / "out", today=NOW.date())
        return explain(library, brief, request, now=NOW, problems=problems)

    def built(self) -> list[str]:
        """Return the names of the files that were built, without what is for the office only."""
        out = self.root / "out"
        return sorted(
            path.relative_to(out).as_posix()
            for path in out.rglob("*")
            if path.is_file() and ".internal" not in path.parts
        )


def fictional(root: Path, changes: Mapping[str, str] | None = None) -> WorkspaceFolder:
    """Return the fictional workspace in ``root``, some of its files replaced."""
    folder = WorkspaceFolder(root)
    for file, text in {**FICTIONAL, **(changes or {})}.items():
        folder.write(file, text)
    return folder


def selection_of(
    library: Library, brief: str, delivery: str, *, on: date | None = None, locale: str = "en"
) -> Selection:
    """Return what a delivery of a library's brief is made of."""
    from generator.building.preparing import dated

    entry = dated(library, brief, on)
    assert isinstance(entry.record, Brief)
    chosen = next(each for each in entry.record.deliveries if each.id == delivery)
    return choose(library, entry, chosen, locale=locale)


def as_told(problems: Iterable[Problem]) -> str:
    """Return problems as the command line prints them."""
    lines = []
    for each in problems:
        place = each.place
        lines.append(f"{place.file}:{place.line}:{place.column}: {each.severity}: {each.message}")
        if each.hint:
            lines.append(f"    {each.hint}")
    return "\n".join(lines)
