"""Country reports, digests and statements of observers: facts in the order their readers know."""

from __future__ import annotations

import re

import pytest

from tests.workspaces import (
    BO_AGREED,
    BRIEF,
    PRESS,
    THEMES,
    WorkspaceFolder,
    as_told,
)

EVENING = "evening-post-2026"
SOURCE = f"""\
  - id: {EVENING}
    publisher: Evening Post
    title: Sealed
    locale: fr
    date: 2026-02-20
    address: "https://example.org/a-very-long-address/of-an-article-in-the-evening-post/2026"
    kind: media
    sensitivity: public
"""
FACTS = f"""\
  - id: press-fined
    date: 2026-02-20
    headline: Two printers fined
    statement: Two printers were fined.
    certainty: reported
    mappings: {{state-2022: "3"}}
    sources: [{{source: {EVENING}, locator: "para. 2"}}, {{source: gazette-2025}}]
    sensitivity: public
  - id: press-closed
    date: 2026-02-21
    headline: A press closed
    statement: A press was closed.
    certainty: reported
    mappings: {{state-2022: "9.z"}}
    sources: [{{source: {EVENING}}}]
    sensitivity: public
  - id: closed-official
    date: 2026-02-22
    kind: statistic
    statement: By the ministry’s count four presses were closed.
    certainty: reported
    sources: [{{source: {EVENING}}}]
    sensitivity: public
  - id: closed-counted
    date: 2026-02-23
    kind: statistic
    statement: By the count of {{harbour_watch:short}} nine presses were closed.
    certainty: reported
    sources: [{{source: {EVENING}}}]
    sensitivity: public
"""
QUOTATIONS = f"""\
quotations:
  - id: quill-said
    date: 2026-02-20
    text: We saw empty benches.
    locale: fr
    original: Nous avons vu des bancs vides.
    speaker: ada_quill
    role: head of the observers
    sources: [{{source: {EVENING}}}]
    sensitivity: public
  - id: lantern-said
    date: 2026-02-21
    text: The count was fair.
    locale: en
    speaker: bo_lantern
    role: member of the observers
    sources: [{{source: {EVENING}}}]
    sensitivity: public
"""
DELIVERIES = """\
  - id: report
    audience: eu
    document: country-report
    locales: [en]
    formats: [md]
    opening: [All that we know.]
  - id: digest
    audience: eu
    document: digest
    locales: [en]
    formats: [md]
    opening: [What was reported.]
    select: {since: 2026-02-01}
  - id: statement
    audience: osce
    document: observation-statement
    locales: [en]
    formats: [md]
    subject: A quiet election, observers find
    opening: [The day was quiet., The law was not.]
"""


@pytest.fixture
def monitored(workspace: WorkspaceFolder) -> WorkspaceFolder:
    """Return a workspace with more facts, and a delivery of each of these types."""
    workspace.append("recommendations/ruritania/sources.yaml", SOURCE)
    workspace.append(PRESS, FACTS + QUOTATIONS)
    workspace.append(BRIEF, DELIVERIES)
    workspace.replace(THEMES, "name: Courts}", 'name: Courts, mappings: {state-2022: ["1.e"]}}')
    workspace.replace(THEMES, "name: The press}", "name: The press, mappings: {state-2022: [2.a]}}")
    return workspace


def read(workspace: WorkspaceFolder, delivery: str) -> str:
    """Return the text of a delivery, without what marks notes."""
    assert ": error: " not in workspace.told()
    built = workspace.build(deliveries=(delivery,))
    assert as_told(built.problems) == ""
    text = built.built[0].path.read_text(encoding="utf-8")
    assert ":::" not in text
    text = re.sub("[\u00a0\u2009\u202f]", " ", text)
    return re.sub(r"(?<=\S)\[\^\d+\]", "", text)


def in_turn(text: str, *parts: str) -> None:
    """Fail where one of ``parts`` does not stand in ``text`` after the one before."""
    at = 0
    for part in parts:
        found = text.find(part, at)
        assert found >= 0, f"{part!r} does not stand after {text[max(0, at - 40) : at]!r}"
        at = found + len(part)


def headings(text: str) -> list[str]:
    """Return the headings of a document."""
    return [line for line in text.splitlines() if line.startswith("#")]


def test_the_codes_of_a_country_report_never_change(monitored: WorkspaceFolder) -> None:
    """Every code is there, whatever is known; what has no code of the outline comes last."""
    found = headings(read(monitored, "report"))
    codes = [each.lstrip("#").split()[0] for each in found[2:]]
    parts = {"1": "abcdef", "2": "abcdefg", "7": "abcde"}
    expected = [
        code
        for chapter in "1234567"
        for code in (chapter, *(f"{chapter}.{part}" for part in parts.get(chapter, "")))
    ]
    assert codes == [*expected, "Other", "Sources"]


def test_the_facts_of_a_country_report_stand_under_their_codes(monitored: WorkspaceFolder) -> None:
    """A fact stands where it says, else where its theme does; an empty section says that it is."""
    in_turn(
        read(monitored, "report"),
        "Country report · ",
        "Harbour Watch",
        "Strelsau, 2 March 2026 · Reference: SPRING-1\n",
        "# Ruritania: courts and the press",
        "## Executive summary\n\nAll that we know.",
        "## 1 Integrity of the person\n\n### 1.a Unlawful killings\n\nWe have nothing to report",
        "### 1.e Fair and public trial\n\nEleven judges were dismissed",
        "### 1.f",
        "## 2 Civil liberties\n\n### 2.a Expression and the media\n\nThe press of Bo Lantern",
        "## 3 Elections and political participation\n\n"
        "**Two printers fined.** Two printers were fined.",
        "## 4 Corruption and transparency\n\nWe have nothing to report here.",
        "## Other matters\n\n**A press closed.** A press was closed.",
        "Contact: [office@example.org]",
        "[^5]: Evening Post, _Sealed_, 20 February 2026 (in French)",
        "[^7]: Evening Post (note 5), para. 2; Gazette of Strelsau (note 1).",
    )


def test_counts_that_contradict_each_other_stand_side_by_side(monitored: WorkspaceFolder) -> None:
    """After the facts of their section, each with who counted; one alone needs no list."""
    counts = (
        "The press of Bo Lantern was sealed.\n\n"
        "Figures, each as given by those who counted; they are not added up:\n\n"
        "- By the ministry’s count four presses were closed.\n"
        "- By the count of HW nine presses were closed.\n\n"
        "### 2.b"
    )
    assert counts in read(monitored, "report")
    monitored.replace(
        PRESS, "id: closed-counted\n    date: 2026", "id: closed-counted\n    date: 2027"
    )
    text = read(monitored, "report")
    assert "Figures, each" not in text
    assert "\n\nBy the ministry’s count four presses were closed.\n\n### 2.b" in text


def test_a_digest_gives_each_item_with_its_source(monitored: WorkspaceFolder) -> None:
    """By the right concerned; where it can be read is in the text, to the last letter."""
    text = read(monitored, "digest")
    address = "https://example.org/a-very-long-address/of-an-article-in-the-evening-post/2026"
    in_turn(
        text,
        "Digest · ",
        "Strelsau, 2 March 2026 · Reference: SPRING-1",
        "Period: 1 February – 2 March 2026 · 4 items\n",
        "What was reported.",
        "## The press\n\n"
        "### Two printers fined\n\n"
        "Evening Post; Gazette of Strelsau, 20 February 2026\n\n"
        "Two printers were fined.\n\n"
        "Sources: Evening Post, _Sealed_, 20 February 2026, para. 2 (in French), "
        f"<{address}>; Gazette of Strelsau, _Courts in spring_, 1 March 2025, "
        "<https://example.org/gazette>\n\n***\n\n"
        "### A press closed\n\nEvening Post, 21 February 2026\n\nA press was closed.\n\nSource: ",
    )
    assert "## Courts" not in text
    assert "[^" not in text
    assert text.count("***") == 3


def test_facts_of_one_day_stand_as_their_file_has_them(monitored: WorkspaceFolder) -> None:
    """Who writes the file says what comes first; the day comes before it."""
    monitored.replace(
        PRESS,
        "  - id: press-closed\n    date: 2026-02-21\n",
        "  - id: press-closed\n    date: 2026-02-20\n",
    )
    text = read(monitored, "digest")
    assert text.index("### Two printers fined") < text.index("### A press closed")


def test_a_digest_of_one_item_without_a_period(monitored: WorkspaceFolder) -> None:
    """What is not known is not said."""
    monitored.replace(BRIEF, "    select: {since: 2026-02-01}\n", "    themes: [courts]\n")
    monitored.replace(BRIEF, "    themes: [courts]\n  - id: st", "    themes: [press]\n  - id: st")
    monitored.write(PRESS, monitored.read(PRESS).replace(FACTS + QUOTATIONS, ""))
    text = read(monitored, "digest")
    assert "Reference: SPRING-1 · 1 item\n" in text
    assert "Period" not in text
    assert "***" not in text
    assert "## The press\n\nGazette of Strelsau, 1 March 2025\n\nThe press of" in text


def test_a_statement_of_observers(monitored: WorkspaceFolder) -> None:
    """Conclusion, place and date, who observed, words and findings by theme; figures last."""
    monitored.replace(BRIEF, "lantern_society, state: asked", "lantern_society, state: agreed")
    text = read(monitored, "statement")
    in_turn(
        text,
        "# A quiet election, observers find\n\n",
        "Strelsau, 2 March 2026 – The day was quiet.\n\nThe law was not.\n\n",
        "Observed: the spring meeting, 10–11 March 2026\n\n",
        "Observing organisations: Harbour Watch; Lantern Society\n\n",
        "“We saw empty benches.”\n\n"
        "Ada Quill, head of the observers, 20 February 2026 "
        "(our translation; language of the original: French)\n\n",
        "## Courts\n\nEleven judges",
        "## The press\n\nThe press of Bo Lantern was sealed.\n\nTwo printers were fined.",
        "“The count was fair.”\n\nBo Lantern, member of the observers, 21 February 2026\n\n",
        "## In figures\n\nBy the ministry’s count four",
        "By the count of HW nine presses were closed.\n\n",
        "Contact: ",
        "## Sources",
    )
    assert text.count("presses were closed") == 2
    assert text.count("We saw empty benches") == 1


def test_a_statement_without_words_and_figures(monitored: WorkspaceFolder) -> None:
    """Nothing is announced that is not there."""
    monitored.replace(BRIEF, "subject: A quiet", "themes: [courts]\n    subject: A quiet")
    text = read(monitored, "statement")
    assert headings(text) == ["# A quiet election, observers find", "## Courts", "## Sources"]
    assert "Observing organisation: Harbour Watch\n" in text


def test_a_person_who_must_not_be_named_is_not_quoted(monitored: WorkspaceFolder) -> None:
    """The words go with the name."""
    people = "recommendations/ruritania/people.yaml"
    monitored.replace(people, BO_AGREED, "")
    text = read(monitored, "statement")
    assert "The count was fair" not in text
    assert "The press of a printer was sealed." in text
