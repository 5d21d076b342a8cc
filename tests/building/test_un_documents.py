"""The documents for the United Nations: what stands in them, and in which order."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.building.reading import text
from tests.workspaces import BRIEF, COURTS, WorkspaceFolder, fictional

PRIOR = """\
country: XA
prior_recommendations:
  - id: records
    body: Universal Periodic Review, second cycle
    document: A/HRC/99/7
    paragraph: "12.4"
    date: 2021-06-30
    made_by: ["NO", "FR"]
    says: Open the records of the courts to the public.
    position: supported
    status: not
    status_on: 2025-12-10
    status_says: No record has been opened since.
    themes: [courts]
    sources: [{source: gazette-2025, locator: "p. 9"}]
    sensitivity: public
    verified: {read: text, address: "https://example.org/upr", read_on: 2026-01-05}
  - id: licences
    body: Committee of the Coast
    document: COAST/2
    date: 2020-11-02
    says: Abolish the licensing of printers.
    status: partly
    status_on: 2025-12-10
    themes: [harbours, press]
    sources: [{source: observer-2025}]
    sensitivity: public
    verified: {read: text, address: "https://example.org/co", read_on: 2026-01-05}
  - id: quays
    body: Committee of the Coast
    document: COAST/2
    date: 2020-11-02
    says: Open the quays.
    status: unknown
    themes: [harbours]
    sources: [{source: observer-2025}]
    sensitivity: public
    verified: {read: text, address: "https://example.org/co", read_on: 2026-01-05}
"""

SUBMISSION = """\
**Courtesy copy – not the version that is filed**

> A fictional letter.

**Submitted jointly by:**

Harbour Watch\x20\x20
Lantern Society

Strelsau, 2 March 2026 · Reference: SPRING-1

Submission to the Universal Periodic Review · Pseudo-Accents

# Ruritania: courts and the press

**70th session of the Council**, Geneva, 14 September – 9 October 2026

Contact: [office@example.org](mailto:office@example.org)

Key words: judges, printing

## Introduction

1. We write to you before Chair of the Council meets the government.

## Courts

### Earlier recommendations and what has become of them

2. Open the records of the courts to the public.[^1] (Norway, France, 30 June 2021; Universal \
Periodic Review, second cycle, A/HRC/99/7, paragraph 12.4) Accepted. \
**Not implemented** (10 December 2025). No record has been opened since.

### Facts

3. Eleven judges were dismissed in one week; 2 people protested.[^2]
4. According to HW, 1,200 seats are vacant.[^3]
5. Ada Quill was refused the record of her own trial.[^4]
6. Ada Quill has been serving two years since 1 September 2025.[^5]

### The authorities’ position

7. The ministry says that the judges had asked to leave.[^6]

### Recommendations

8. **Recommendation 1.** Establish an independent council that appoints judges. By 31 December \
2026. (Covenant, Article 9)
9. **Recommendation 2.** Publish the records of every trial. (Covenant, Article 14)

## The press

### Earlier recommendations and what has become of them

10. Abolish the licensing of printers.[^7] (Committee of the Coast, 2 November 2020; COAST/2) \
**Partly implemented** (10 December 2025).

### Facts

11. The press of Bo Lantern was sealed.[^8]

### Recommendations

12. **Recommendation 3.** Let printers work without a licence.

## Other earlier recommendations

13. Open the quays.[^9] (Committee of the Coast, 2 November 2020; COAST/2) Not assessed.

## Conclusion

14. We thank you.

## Sources
"""


@pytest.fixture
def session(tmp_path: Path) -> WorkspaceFolder:
    """Return the fictional workspace before a session in Geneva, with earlier recommendations."""
    workspace = fictional(tmp_path / "workspace", {"recommendations/ruritania/prior.yaml": PRIOR})
    workspace.append("recommendations/themes.yaml", "  - {id: harbours, name: Harbours}\n")
    workspace.replace(
        BRIEF,
        "meeting: {name: the spring meeting, place: Strelsau, start: 2026-03-10, end: 2026-03-11}",
        "meeting: {name: 70th session of the Council, place: Geneva, start: 2026-09-14, "
        'end: 2026-10-09, session: "4", topic: Situations, '
        "deadline: {date: 2026-08-20, time_zone: Europe/Zurich}}",
    )
    workspace.replace(BRIEF, "lantern_society, state: asked", "lantern_society, state: agreed")
    workspace.replace(BRIEF, "themes: [courts, press]", "themes: [courts, press, harbours]")
    workspace.replace(
        BRIEF, "meets the government.\n", "meets the government.\nclosing:\n  - We thank you.\n"
    )
    return workspace


def markdown(workspace: WorkspaceFolder, document: str, keys: str = "") -> str:
    """Return a document as Markdown, with common spaces."""
    workspace.append(
        BRIEF,
        f"  - {{id: un, audience: un, document: {document}, locales: [en], formats: [md],"
        f" courtesy: {{formats: [md]}}{keys}}}\n",
    )
    (built,) = workspace.build(deliveries=("un",)).built
    return re.sub("[\u00a0\u2009\u202f]", " ", built.path.read_text(encoding="utf-8"))


def test_a_submission_is_numbered_throughout(session: WorkspaceFolder) -> None:
    """Submitters first; each theme with what was asked before, the facts, and what is asked now."""
    found = markdown(session, "upr-submission", ", keywords: [judges, printing]")
    assert found.partition("\n[^1]:")[0].rstrip("\n") == SUBMISSION.rstrip("\n")


def test_a_report_goes_by_theme_with_its_articles(session: WorkspaceFolder) -> None:
    """What it is about at the beginning; the reply to the authorities, questions, asks."""
    session.replace(
        COURTS,
        "    sources: [{source: gazette-2025}]\n    sensitivity: public\nfigures:",
        "    reply: None of them had.\n    sources: [{source: gazette-2025}]\n"
        "    sensitivity: public\nfigures:",
    )
    session.replace(
        COURTS, "    priority: 1\n", "    question: Who appoints judges?\n    priority: 1\n"
    )
    found = markdown(session, "treaty-body-report")
    parts = (
        "## Summary\n\n1. We write to you",
        "- Courts\n- The press\n\n## Courts",
        "## Courts\n\nArticle concerned: Covenant, Article 9.\n",
        "### Cases\n\n6. Ada Quill has been serving two years since 1 September 2025.[^5]",
        "7. The ministry says that the judges had asked to leave.[^6] None of them had.\n",
        "### Proposed questions to the State party\n\n8. Who appoints judges?\n",
        "### Proposed recommendations to the State party\n\n9. **Recommendation 1.** Establish",
    )
    at = [found.find(each) for each in parts]
    assert -1 not in at, [each for each in parts if each not in found]
    assert at == sorted(at)


def test_what_themes_share_is_said_once(session: WorkspaceFolder) -> None:
    """A case and an answer that two themes name stand with the first of them."""
    session.replace(
        "recommendations/ruritania/press.yaml",
        "    evidence: [press-sealed]\n",
        "    evidence: [press-sealed]\n"
        "    cases: [quill-trial]\n"
        "    responses: [ministry-answer]\n",
    )
    found = markdown(session, "upr-submission", ", keywords: [judges, printing]")
    courts, press = found.index("## Courts\n"), found.index("## The press\n")
    for said in ("Ada Quill has been serving two years", "The ministry says that the judges"):
        assert found.count(said) == 1
        assert courts < found.index(said) < press


def test_a_written_statement_is_plain(session: WorkspaceFolder) -> None:
    """The item of the agenda, who submits it, and no emphasis, not even in the notes."""
    found = markdown(session, "written-statement")
    _, _, body = found.partition("> A fictional letter.\n\n")
    assert body.startswith(
        "70th session of the Council, 14 September – 9 October 2026\n\n"
        "Agenda item 4: Situations\n\n"
        "Joint written statement submitted by:\n\nHarbour Watch  \nLantern Society\n\n"
        "# Ruritania: courts and the press\n"
    )
    assert "\n[^1]: Gazette of Strelsau, Courts in spring, 1 March 2025, p. 1, " in body
    assert not re.search(r"\*|_", body)
    assert "We ask the Council to:\n\n1. recommend an independent council" in body


def test_a_speech_has_no_notes(session: WorkspaceFolder) -> None:
    """A speaker reads it from the first word to the last."""
    session.replace(BRIEF, "themes: [courts, press, harbours]", "themes: [courts]")
    found = markdown(session, "oral-statement")
    assert found == (
        "**Courtesy copy – not the version that is filed**\n\n"
        "> About 23 seconds at 167 words a minute · A fictional letter.\n\n"
        "70th session of the Council, 14 September – 9 October 2026\n\n"
        "Agenda item 4: Situations\n\n"
        "Joint oral statement by: Harbour Watch, Lantern Society\n\n"
        "# Ruritania: courts and the press\n\n"
        "We write to you before Chair of the Council meets the government.\n\n"
        "Eleven judges were dismissed in one week; 2 people protested.\n\n"
        "Ada Quill was refused the record of her own trial.\n\n"
        "Ada Quill has been serving two years since 1 September 2025.\n\n"
        "We ask the Council to:\n\n"
        "1. recommend an independent council that appoints judges;\n"
        "2. ask for open court records;\n\n"
        "We thank you.\n"
    )


def test_a_draft_of_a_submission_shows_its_gaps(session: WorkspaceFolder) -> None:
    """A recommendation without evidence to show has a gap in the place of the facts."""
    session.replace(
        "recommendations/ruritania/press.yaml",
        "    sensitivity: public",
        "    sensitivity: internal",
    )
    session.append(
        BRIEF,
        "  - {id: un, audience: un, document: upr-submission, locales: [en], formats: [md]}\n",
    )
    (built,) = session.build(deliveries=("un",), draft=True).built
    assert "printers-free" in text(built.path)
