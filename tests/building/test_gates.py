"""The gates: what a body refuses is not built, what it takes is, and a courtesy copy says so."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from generator.building import BuildResult
from tests.building.reading import everything, pdf_pages, text
from tests.workspaces import BRIEF, COURTS, OFFICES, WorkspaceFolder, as_told, fictional

HEAD = """\
title: "Ruritania: courts and the press"
country: XA
date: 2026-03-02
reference: SPRING-1
place: Strelsau
meeting:
  name: 70th session of the Council
  place: Geneva
  start: 2026-09-14
  end: 2026-10-09
  session: "4"
  deadline: {date: 2026-03-02, time_zone: Europe/Zurich}
signatories:
  - {organisation: harbour_watch, state: agreed}
contact: {email: office@example.org}
opening:
  - Filler.
themes: [courts, press]
deliveries:
  - {id: filed, audience: un, locales: [en], formats: [docx], """

PETITION = """\
name: Petition
audiences: [un]
formats: [pdf, docx, html, md]
addressees: {least: 0}
filing: {languages: [fr], formats: [docx]}
checked: {checked_on: 2026-01-05, source: rules of a fictional body}
"""
PETITION_TEXT = """\
{{ page_lines(page_number="", running_title="", draft="DRAFT", notes="Sources", courtesy="COPY") }}

# {{ subject }}

{% for each in opening %}
{{ each }}

{% endfor %}
"""


@dataclass(frozen=True)
class Filing:
    """A workspace whose brief has one delivery, which is to be filed."""

    workspace: WorkspaceFolder

    def deliver(self, keys: str) -> None:
        """Write the brief anew, with the keys of its one delivery."""
        self.workspace.write(BRIEF, HEAD + keys + "}\n")

    def brief(self, old: str, new: str) -> None:
        """Change the brief."""
        self.workspace.replace(BRIEF, old, new)

    def build(self) -> BuildResult:
        """Build the delivery."""
        return self.workspace.build(deliveries=("filed",))

    def fill(self, words: int) -> None:
        """Lengthen the opening until the document has so many words."""
        built = self.build().built[0]
        more = " more" * (words - built.words)
        self.brief("  - Filler.", f"  - Filler{more}.")

    def rules(self) -> list[str]:
        """Return the rules of what a build finds, without warnings on content."""
        result = self.build()
        assert result.built or result.problems, "the content itself is wrong"
        return [each.rule for each in result.problems if each.rule != "commitment-missing"]


@pytest.fixture
def filing(tmp_path: Path) -> Filing:
    """Return a workspace with a document type of its own, the petition, and the shipped ones."""
    files = {"templates/petition.yaml": PETITION, "templates/petition.md.j2": PETITION_TEXT}
    return Filing(fictional(tmp_path / "workspace", files))


AGREED = "{organisation: harbour_watch, state: agreed}"
COALITION = f"{AGREED}\n  - {{organisation: lantern_society, state: agreed}}"


@pytest.mark.parametrize(
    ("keys", "signatories", "most"),
    [
        ("document: upr-submission", AGREED, 2815),
        ("document: upr-submission", COALITION, 5630),
        ("document: upr-submission, variant: joint", COALITION, 5630),
        ("document: written-statement", AGREED, 1500),
        ("document: written-statement, variant: special", COALITION, 1500),
        ("document: written-statement, variant: roster", AGREED, 1500),
        ("document: written-statement, variant: general", AGREED, 2000),
        ("document: treaty-body-report, variant: ccpr", COALITION, 10000),
    ],
)
def test_at_the_limit_it_is_built_and_one_word_over_it_is_refused(
    keys: str, signatories: str, most: int, filing: Filing
) -> None:
    """The limit is that of the form: who files alone has half of what a coalition has."""
    filing.deliver(keys)
    filing.brief(AGREED, signatories)
    filing.fill(most)
    (built,) = filing.build().built
    assert built.words == most
    built.path.unlink()
    filing.brief("  - Filler", "  - One filler")
    result = filing.build()
    assert result.built == ()
    (refused,) = [each for each in result.problems if each.rule == "over-limit"]
    assert f"has {most + 1} words in the locale en; the body refuses more than {most} (" in (
        refused.message
    )
    assert not built.path.exists()


@pytest.mark.parametrize(
    ("keys", "words", "seconds"),
    [
        ("document: oral-statement", 250, 90),
        ("document: oral-statement, variant: general-debate", 250, 90),
        ("document: oral-statement, variant: other", 300, 120),
    ],
)
def test_who_speaks_longer_than_the_council_lets_them_is_refused(
    keys: str, words: int, seconds: int, filing: Filing
) -> None:
    """The time is measured at a speed; at the limit it is printed."""
    filing.deliver(keys)
    filing.brief("formats: [docx]", "formats: [md]")
    filing.fill(words)
    (built,) = filing.build().built
    assert text(built.path).startswith(f"About {seconds} seconds at ")
    filing.brief("  - Filler", "  - One filler")
    result = filing.build()
    assert result.built == ()
    (refused,) = [each for each in result.problems if each.rule == "over-limit"]
    assert f"has {seconds + 1} seconds" in refused.message
    (estimate,) = [each for each in result.problems if each.rule == "too-long"]
    assert f"has {words + 1} words" in estimate.message


def test_what_stands_above_a_speech_takes_no_time(filing: Filing) -> None:
    """The head tells interpreters what it is, and nobody reads it aloud."""
    filing.deliver("document: oral-statement")
    (short,) = filing.build().built
    filing.brief("70th session of the Council", "70th regular session of the whole Council")
    (long,) = filing.build().built
    assert "70th regular session of the whole Council" in text(long.path)
    assert long.words == short.words


def test_of_a_written_statement_the_notes_count(filing: Filing) -> None:
    """Two words more in one note, and it is too long."""
    filing.deliver("document: written-statement")
    filing.fill(1500)
    assert filing.rules() == []
    filing.workspace.replace(COURTS, 'locator: "para. 4"', 'locator: "para. 4 and 5"')
    assert filing.rules() == ["over-limit"]


def test_of_a_submission_nobody_knows_whether_the_notes_count(filing: Filing) -> None:
    """They do not refuse it; a warning says how long it is with them."""
    filing.deliver("document: upr-submission")
    filing.fill(2815)
    filing.workspace.replace(COURTS, 'locator: "para. 4"', 'locator: "para. 4 and 5"')
    (warned,) = [each for each in filing.build().problems if each.rule.startswith("over-limit")]
    assert warned.rule == "over-limit-with-notes"
    (built,) = filing.build().built
    assert built.words == 2815
    assert "has 2815 words in the locale en, and 28" in warned.message


def test_a_limit_of_ours_does_not_refuse(filing: Filing) -> None:
    """No rule on its length was found for the Committee against Torture."""
    filing.deliver("document: treaty-body-report, variant: cat")
    filing.fill(10001)
    result = filing.build()
    assert [each.words for each in result.built] == [10001]
    (warned,) = [each for each in result.problems if each.rule == "too-long"]
    assert "10,000 words are a default of ours" in warned.message


# --- languages and formats --------------------------------------------------------


def test_a_language_that_the_body_does_not_take(filing: Filing) -> None:
    """It is refused, with what is taken and the way to a courtesy copy."""
    filing.deliver("document: petition")
    result = filing.build()
    assert result.built == ()
    assert as_told(result.problems[:1]) == (
        "briefs/spring.yaml:20:40: error: The document “petition” cannot be filed in the "
        "locale en; accepted: fr (rules of a fictional body; checked on 2026-01-05).\n"
        "    As a courtesy copy, marked as one, it can be built: put en under "
        "“courtesy: {locales: […]}” of the delivery “filed”."
    )


@pytest.mark.parametrize(
    ("document", "locale", "refused"),
    [
        ("upr-submission", "ru", False),
        ("upr-submission", "kk", True),
        ("treaty-body-report", "ru", True),
        ("treaty-body-report", "kk", True),
        ("treaty-body-report", "fr", False),
        ("written-statement", "ru", True),
        ("written-statement", "es", False),
        ("oral-statement", "ar", False),
        ("oral-statement", "kk", True),
    ],
)
def test_the_languages_of_the_united_nations_are_not_those_of_every_body(
    document: str, locale: str, *, refused: bool, filing: Filing
) -> None:
    """Russian is filed with the UPR, not with a committee; told even before it is translated."""
    filing.deliver(f"document: {document}")
    filing.brief("locales: [en]", f"locales: [{locale}]")
    assert ("language-not-filed" in filing.rules()) == refused


def test_a_format_that_the_body_does_not_take_is_refused_alone(filing: Filing) -> None:
    """The others are built."""
    filing.deliver("document: upr-submission")
    filing.brief("formats: [docx]", "formats: [md, docx, html]")
    result = filing.build()
    assert [each.format for each in result.built] == ["docx"]
    refused = [each for each in result.problems if each.rule == "format-not-filed"]
    assert [each.message.partition(";")[0] for each in refused] == [
        "The document “upr-submission” cannot be filed as html",
        "The document “upr-submission” cannot be filed as md",
    ]
    assert "put md under “courtesy: {formats: […]}”" in (refused[1].hint or "")


def test_a_draft_is_built_in_every_format(filing: Filing) -> None:
    """It is marked as a draft, and files nothing."""
    filing.deliver("document: upr-submission")
    filing.brief("formats: [docx]", "formats: [md, docx]")
    result = filing.workspace.build(draft=True)
    assert [each.format for each in result.built] == ["md", "docx"]
    assert "format-not-filed" in [each.rule for each in result.problems]


def test_a_courtesy_copy_says_so_on_each_page_and_in_its_title(
    own_fonts: None,  # noqa: ARG001 (only its effect is wanted)
    filing: Filing,
) -> None:
    """In every format; the filing itself does not."""
    filing.deliver("document: upr-submission, courtesy: {formats: [pdf, html, md]}")
    filing.brief("formats: [docx]", "formats: [pdf, docx, html, md]")
    filing.fill(1200)
    mark = "Courtesy copy – not the version that is filed"
    title = f"{mark}: Ruritania: courts and the press"
    paths = {each.format: each.path for each in filing.build().built}
    pages = pdf_pages(paths["pdf"])
    assert len(pages) > 2
    assert all(mark in " ".join(page.split()) for page in pages)
    assert title in everything(paths["pdf"])
    assert text(paths["html"]).startswith(mark)
    assert f"<title>{title}</title>" in paths["html"].read_text(encoding="utf-8")
    assert paths["md"].read_text(encoding="utf-8").startswith(f"**{mark}**")
    assert mark not in everything(paths["docx"])


def test_a_courtesy_copy_in_another_language_says_so_in_word(filing: Filing) -> None:
    """At the head of the first page and of each that follows."""
    filing.deliver("document: petition, courtesy: {locales: [en]}")
    (built,) = filing.build().built
    assert text(built.path).count("COPY") == 2
    assert "COPY: Ruritania: courts and the press" in everything(built.path)
    (draft,) = filing.workspace.build(draft=True).built
    assert text(draft.path).count("COPY · DRAFT") == 2


def test_a_courtesy_copy_that_nothing_marks_is_refused(filing: Filing) -> None:
    """It would pass for the filing."""
    filing.deliver("document: petition, courtesy: {locales: [en]}")
    filing.workspace.replace("templates/petition.md.j2", ', courtesy="COPY"', "")
    assert filing.rules() == ["courtesy-unmarked"]


def test_a_courtesy_copy_has_neither_limit_nor_deadline(filing: Filing) -> None:
    """A translation may be longer than what is filed, and be made later."""
    binding = "limits: {words: {most: 2, binding: true}}\ndeadline: {time_zone: Europe/Zurich}\n"
    filing.workspace.write("templates/petition.yaml", PETITION + binding)
    filing.deliver("document: petition, courtesy: {locales: [en]}")
    filing.brief("  - Filler.", "  - Filler and more.")
    filing.brief("deadline: {date: 2026-03-02", "deadline: {date: 2026-03-01")
    assert filing.rules() == []
    filing.workspace.replace("templates/petition.yaml", "[fr]", "[en]")
    filing.brief(", courtesy: {locales: [en]}", "")
    assert filing.rules() == ["deadline-late", "over-limit"]


# --- deadlines --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("document", "change", "found"),
    [
        ("upr-submission", ("", ""), []),
        ("upr-submission", ("{date: 2026-03-02,", "{date: 2026-03-01,"), ["deadline-passed"]),
        ("treaty-body-report", ("{date: 2026-03-02,", "{date: 2026-03-01,"), ["deadline-late"]),
        (
            "upr-submission",
            ("  deadline: {date: 2026-03-02, time_zone: Europe/Zurich}\n", ""),
            ["deadline-missing"],
        ),
        (
            "written-statement",
            ("  deadline: {date: 2026-03-02, time_zone: Europe/Zurich}\n", ""),
            [],
        ),
    ],
)
def test_a_deadline(
    document: str, change: tuple[str, str], found: list[str], filing: Filing
) -> None:
    """A binding one refuses; where the organiser announces it, the brief must have it."""
    filing.deliver(f"document: {document}")
    if change[0]:
        filing.brief(*change)
    assert filing.rules() == found


def test_a_deadline_counted_from_the_session(filing: Filing) -> None:
    """A written statement arrives two weeks before; the day itself is in time."""
    filing.deliver("document: written-statement")
    filing.brief("  deadline: {date: 2026-03-02, time_zone: Europe/Zurich}\n", "")
    filing.brief("start: 2026-09-14", "start: 2026-03-16")
    assert filing.rules() == []
    filing.brief("start: 2026-03-16", "start: 2026-03-15")
    result = filing.build()
    assert result.built == ()
    (passed,) = [each for each in result.problems if each.rule == "deadline-passed"]
    assert "is dated 2026-03-02, after its deadline, 2026-03-01 at 23:59 (Europe/Zurich; " in (
        passed.message
    )


@pytest.mark.parametrize(("own", "hour"), [("", "12:00"), (' at: "15:00",', "15:00")])
def test_the_hour_is_the_organisers_or_else_the_rules(own: str, hour: str, filing: Filing) -> None:
    """Noon in Geneva, unless the brief knows better."""
    filing.deliver("document: upr-submission")
    filing.brief("{date: 2026-03-02,", f"{{date: 2026-03-01,{own}")
    (passed,) = [each for each in filing.build().problems if each.rule == "deadline-passed"]
    assert f"after its deadline, 2026-03-01 at {hour} (Europe/Zurich; " in passed.message


def test_another_date_is_late(filing: Filing) -> None:
    """The date of the build counts, where it is given."""
    filing.deliver("document: upr-submission")
    late = filing.workspace.build(date=date(2026, 3, 3))
    assert "deadline-passed" in [each.rule for each in late.problems]
    assert late.built == ()


# --- sections, amounts, addressees ------------------------------------------------


def test_a_missing_section_refuses(filing: Filing) -> None:
    """A statement to the Council names the item of the agenda."""
    filing.deliver("document: written-statement")
    filing.brief('  session: "4"\n', "")
    result = filing.build()
    assert result.built == ()
    (missing,) = [each for each in result.problems if each.rule == "section-missing"]
    assert "has no section “agenda-item” in the locale en; a document “written-statement”" in (
        missing.message
    )


def test_too_few_asks_refuse(filing: Filing) -> None:
    """A speech asks for two or three things."""
    filing.deliver("document: oral-statement")
    assert filing.rules() == []
    filing.brief("themes: [courts, press]", "themes: [press]")
    assert filing.rules() == ["items-missing"]


@pytest.mark.parametrize(
    ("rule", "keys", "found"),
    [
        ("{least: 0, most: 0}", "", []),
        ("{least: 0, most: 0}", ", jointly: false", []),
        ("{least: 0, most: 0}", ", addressees: [commissioner]", ["addressees-unwanted"]),
        ("{least: 1, most: 1}", ", addressees: [commissioner]", []),
        ("{most: 1}", ", addressees: [commissioner, chair_of_council]", ["addressees-too-many"]),
        ("{most: 1}", ", jointly: false, addressees: [commissioner, chair_of_council]", []),
        ("{least: 2}", ", addressees: [commissioner]", ["addressees-too-few"]),
        ("{least: 2}", ", addressees: [commissioner, chair_of_council]", []),
    ],
)
def test_how_many_are_addressed(rule: str, keys: str, found: list[str], filing: Filing) -> None:
    """What is filed has no addressee; one copy each is one addressee each."""
    own = PETITION.replace("{least: 0}", rule).replace("[fr]", "[en]")
    filing.workspace.write("templates/petition.yaml", own)
    filing.deliver(f"document: petition{keys}")
    assert filing.rules() == found
    copies = keys.count("commissioner") + keys.count("chair") if "jointly" in keys else 1
    assert len(filing.build().built) == (0 if found else max(copies, 1))


@pytest.mark.parametrize(
    ("body", "found"), [("harbour_watch", []), ("lantern_society", ["addressee-wrong"])]
)
def test_who_is_addressed(body: str, found: list[str], filing: Filing) -> None:
    """An office of a body to which the document goes."""
    own = PETITION.replace("{least: 0}", f"{{bodies: [{body}]}}").replace("[fr]", "[en]")
    filing.workspace.write("templates/petition.yaml", own)
    commissioner = "  - id: commissioner\n"
    filing.workspace.replace(OFFICES, commissioner, f"{commissioner}    body: harbour_watch\n")
    filing.deliver("document: petition, addressees: [commissioner]")
    assert filing.rules() == found
