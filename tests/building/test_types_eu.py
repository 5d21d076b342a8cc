"""Fact sheets, speaking points, briefing papers, clauses for a resolution, OSCE contributions."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from generator.problems import errors
from tests.building.reading import text
from tests.workspaces import CASES, COURTS, EU_COMMITMENTS, OFFICES, PEOPLE, PRESS, WorkspaceFolder

TYPES = (
    "fact-sheet",
    "speaking-points",
    "briefing-paper",
    "resolution-insert",
    "written-contribution",
)
PRIOR = "recommendations/ruritania/prior.yaml"
BRIEF = """\
title: "Ruritania: courts and the press"
country: XA
date: 2026-03-02
reference: TYPES-1
place: Strelsau
meeting:
  {name: Spring Conference, place: Strelsau, start: 2026-03-10, end: 2026-03-11, session: "4",
   topic: Fair trial}
signatories: [{organisation: harbour_watch, state: agreed}]
contact: {email: office@example.org}
opening: [Judges were dismissed and nobody says why.]
themes: [courts, press]
deliveries:
  - {id: fact-sheet, audience: eu, document: fact-sheet, addressees: [envoy], locales: [en],
     formats: [md]}
  - {id: speaking-points, audience: eu, document: speaking-points, locales: [en], formats: [md]}
  - {id: briefing-paper, audience: eu, document: briefing-paper, locales: [en], formats: [md]}
  - {id: resolution-insert, audience: eu, document: resolution-insert, locales: [en],
     formats: [md]}
  - {id: written-contribution, audience: osce, document: written-contribution,
     locales: [en, ru], formats: [md]}
"""
OSCE_COMMITMENTS = """\
audience: osce
commitments:
  - {id: final-act-7, ref: "Final Act, Principle 7", says: States respect human rights.,
     binding: political, date: 1975, verified:
       {read: text, address: "https://example.org/final-act", read_on: 2026-01-05}}
"""
ENVOY = """\
  - id: envoy
    titles: {en: Envoy of Andorra}
    audience: eu
    country: AD
    rank: 3
    holders:
      - checked_on: 2026-01-05
        forms: {en: {block: [The Envoy], salutation: "Excellency,", closing: "Yours,"}}
"""
MADE_BEFORE = """\
country: XA
prior_recommendations:
  - id: andorra-judges
    body: Coastal Review
    document: CR/5
    paragraph: "12"
    date: 2025-01-23
    made_by: [AD, MC]
    says: Let judges keep their seats.
    position: supported
    status: not
    status_on: 2026-02-01
    status_says: Eleven were dismissed.
    themes: [courts]
    sources: [{source: observer-2025}]
    sensitivity: public
    verified: {read: text, address: "https://example.org/review", read_on: 2026-02-01}
"""


@pytest.fixture
def bare(workspace: WorkspaceFolder) -> WorkspaceFolder:
    """Return a workspace with all five types, and nothing that a recommendation may lack."""
    workspace.write("briefs/types.yaml", BRIEF)
    workspace.write("recommendations/commitments/osce.yaml", OSCE_COMMITMENTS)
    workspace.append(OFFICES, ENVOY)
    both = "commitments: [covenant-14]}, osce: {}}"
    workspace.replace(COURTS, both, both.replace("{}", "{commitments: [final-act-7]}"))
    workspace.replace(PRESS, "commitments: [charter-9]", "commitments: [charter-9, final-act-7]")
    for optional in ("    cases: [quill-trial]\n", "    responses: [ministry-answer]\n"):
        workspace.replace(COURTS, optional, "")
    return workspace


@pytest.fixture
def full(bare: WorkspaceFolder) -> WorkspaceFolder:
    """Return a workspace in which nothing is lacking."""
    bare.write(PRIOR, MADE_BEFORE)
    bare.replace(
        COURTS,
        "    ask: Publish the records of every trial.\n",
        """\
    ask: Publish the records of every trial.
    short: Publish records.
    question: Which records are public?
    whereas: the records of trials such as that of {ada_quill} are closed
    calls_on: publish the records of every trial
    cases: [quill-trial]
    responses: [ministry-answer]
""",
    )
    bare.replace(
        COURTS,
        "    audiences: {eu: {commitments: [charter-9]}, un: {commitments: [covenant-14]}, "
        "osce: {commitments: [final-act-7]}}\n",
        """\
    audiences:
      eu: {commitments: [charter-9]}
      osce:
        commitments: [final-act-7]
        to: {states: Ask for the records., missions: Go to trials.}
""",
    )
    bare.replace(
        COURTS,
        "    statement: The ministry says that the judges had asked to leave.\n",
        """\
    statement: The ministry says that the judges had asked to leave.
    reply: None of them had.
""",
    )
    bare.replace(
        CASES,
        "        status: imprisoned\n",
        "        status: imprisoned\n        place: Zenda\n        next_hearing: 2026-04-02\n",
    )
    return bare


Built = Callable[[WorkspaceFolder, str], str]


@pytest.fixture
def made(tmp_path: Path) -> Built:
    """Return a function that builds a type and returns its Markdown."""

    def markdown(workspace: WorkspaceFolder, document: str) -> str:
        result = workspace.build(tmp_path / "out", deliveries=(document,), locales=("en",))
        assert errors(result.problems) == ()
        return result.built[0].path.read_text(encoding="utf-8").replace("\u00a0", " ")

    return markdown


def headings(markdown: str) -> list[str]:
    """Return the headings of a document."""
    return [line.lstrip("# ") for line in markdown.split("\n") if line.startswith("#")]


def part(markdown: str, heading: str) -> str:
    """Return what stands under a heading."""
    return markdown.partition(f"# {heading}\n\n")[2].partition("\n\n#")[0]


def in_order(markdown: str, *words: str) -> Iterator[int]:
    """Yield where each of ``words`` stands after the one before it."""
    position = 0
    for each in words:
        position = markdown.index(each, position)
        yield position


@pytest.mark.usefixtures("own_fonts")
def test_every_type_is_built_in_every_format(full: WorkspaceFolder, tmp_path: Path) -> None:
    """All say the same; what is for one page has one."""
    result = full.build(
        tmp_path / "out", briefs=("types",), locales=("en",), formats=("pdf", "docx", "html", "md")
    )
    assert errors(result.problems) == ()
    assert [each.delivery for each in result.built] == [name for name in TYPES for _ in range(4)]
    pages = {each.delivery: each.pages for each in result.built if each.format == "pdf"}
    assert pages["fact-sheet"] == pages["speaking-points"] == pages["resolution-insert"] == 1
    for each in result.built:
        words = text(each.path)
        assert "Ruritania: courts and the press" in words
        assert "record" in words


def test_a_fact_sheet(full: WorkspaceFolder, made: Built) -> None:
    """What the reader's own government asked for stands first."""
    sheet = made(full, "fact-sheet")
    assert headings(sheet) == [
        "Ruritania: courts and the press",
        "Recommended before",
        "Commitments",
        "Concerns",
        "Recommendations",
        "Questions to ask",
        "Sources",
    ]
    assert sheet.startswith(
        "Fact sheet · Pseudo-Accents · Courts, The press\n\nHarbour Watch\n\n"
        "Strelsau, 2 March 2026 · Reference: TYPES-1\n\n# Ruritania"
    )
    assert part(sheet, "Recommended before").split("\n")[2] == (
        "| Let judges keep their seats.[^1] "
        "**Your government recommended this in 2025, and it was accepted.** "
        "| Andorra, Monaco, 2025; Coastal Review "
        "| Accepted. **Not implemented** (1 February 2026). Eleven were dismissed. |"
    )
    assert part(sheet, "Commitments") == (
        "Charter of the Coast, Article 4; Charter of the Coast, Article 9."
    )
    assert part(sheet, "Questions to ask").startswith("- Which records are public?")


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("supported", "noted", "Your government recommended this in 2025; it was noted, not acc"),
        ("    position: supported\n", "", "Your government recommended this in 2025.**"),
        ("[AD, MC]", "[MC]", "Let judges keep their seats.[^1] | Monaco, 2025; Coastal Review |"),
        (
            "    made_by: [AD, MC]\n",
            "",
            "Let judges keep their seats.[^1] | Coastal Review, 2025 |",
        ),
    ],
)
def test_whose_recommendation_it_was(
    old: str, new: str, expected: str, full: WorkspaceFolder, made: Built
) -> None:
    """“Your government” is said to no other State's reader."""
    full.replace(PRIOR, old, new)
    sheet = made(full, "fact-sheet")
    assert expected in sheet
    assert ("Your government" in sheet) is ("AD" in full.read(PRIOR))


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        ("implemented", "**Implemented** (1 February 2026). Eleven"),
        ("partly", "**Partly implemented** (1 February 2026). Eleven"),
        ("unknown", "| Accepted. Not assessed (1 February 2026). Eleven"),
    ],
)
def test_what_has_become_of_it(
    status: str, expected: str, full: WorkspaceFolder, made: Built
) -> None:
    """Our assessment and its day."""
    full.replace(PRIOR, "status: not\n", f"status: {status}\n")
    assert expected in made(full, "fact-sheet")


def test_speaking_points(full: WorkspaceFolder, made: Built) -> None:
    """Everything that is said aloud has its source beside it, and there are no notes."""
    points = made(full, "speaking-points")
    assert headings(points) == [
        "Ruritania: courts and the press",
        "In thirty seconds",
        "What to ask for",
        "Facts at hand",
        "What the authorities may answer",
        "Names to mention",
    ]
    assert "\n\nOccasion: Spring Conference, Strelsau, 10–11 March 2026\n\n" in points
    assert part(points, "What to ask for") == (
        "1. **Have judges appointed by an independent council.** "
        "ask for an independent council that appoints judges;\n"
        "2. **Publish records.** ask for open court records;\n"
        "3. **Let printers work without a licence.** ask that printers may work;"
    )
    assert part(points, "Facts at hand").endswith(
        "- The press of Bo Lantern was sealed. (Gazette of Strelsau, 1 March 2025)"
    )
    assert part(points, "What the authorities may answer").split("\n")[2] == (
        "| The ministry says that the judges had asked to leave. "
        "(Gazette of Strelsau, 1 March 2025) | None of them had. |"
    )
    assert part(points, "Names to mention").startswith(
        "**Ada Quill**\n\n"
        "- Ada Quill has been serving two years since 1 September 2025. "
        "(Harbour Watch, 10 December 2025) Next hearing: 2 April 2026."
    )


def test_an_answer_without_a_reply_is_not_in_speaking_points(
    full: WorkspaceFolder, made: Built
) -> None:
    """A speaker would have nothing to say to it; the briefing paper has it."""
    full.replace(COURTS, "    reply: None of them had.\n", "")
    assert "What the authorities may answer" not in made(full, "speaking-points")
    assert "The ministry says that the judges had asked" in made(full, "briefing-paper")


def test_a_briefing_paper(full: WorkspaceFolder, made: Built) -> None:
    """The asks stand at once; cases, prior recommendations and commitments stand as a whole."""
    paper = made(full, "briefing-paper")
    assert headings(paper) == [
        "Ruritania: courts and the press",
        "Summary",
        "Courts",
        "The press",
        "Cases",
        "Recommended before",
        "Commitments",
        "The authorities’ position",
        "Sources",
    ]
    assert list(
        in_order(
            paper,
            "Judges were dismissed and nobody says why.",
            "1. ask for an independent council",
            "**Request 1.** Have judges appointed",
            "**Request 3.** Let printers work",
        )
    )
    assert part(paper, "Cases") == (
        "| Who | How it stands | Place of detention | Next hearing | Request |\n"
        "| --- | --- | --- | --- | ---: |\n"
        "| Ada Quill | Ada Quill has been serving two years since 1 September 2025.[^5] "
        "| Zenda | 2 April 2026 | 1 |"
    )
    assert "| Andorra, Monaco, 23 January 2025; Coastal Review, CR/5, paragraph 12 |" in paper
    assert "- **Charter of the Coast, Article 4** Judges are independent." in paper


def test_clauses_for_a_resolution(full: WorkspaceFolder, made: Built) -> None:
    """Nothing but what can be lifted, in the form of the Parliament."""
    full.replace(
        COURTS,
        "    priority: 1\n",
        """\
    priority: 1
    whereas: "eleven judges were dismissed, and {bo_lantern} protested"
    calls_on: have judges appointed by a council
""",
    )
    assert made(full, "resolution-insert").partition("\n\n## Sources")[0] == (
        "# Ruritania: courts and the press\n\n"
        "A. whereas eleven judges were dismissed, and Bo Lantern protested;[^1]\n\n"
        "B. whereas the records of trials such as that of Ada Quill are closed;[^2]\n\n"
        "1. Calls on the authorities to have judges appointed by a council;\n"
        "2. Calls on the authorities to publish the records of every trial."
    )


def test_a_recommendation_without_the_clauses_stays_out(full: WorkspaceFolder) -> None:
    """The reason is told; with no clause at all there is no document."""
    chosen = full.select("types", "resolution-insert")
    assert [each.id for each in chosen.recommendations()] == ["records-open"]
    reasons = {each.id: each.reason for each in chosen.decisions}
    lacking = "It has no “whereas”, of which a document “resolution-insert” is made."
    assert reasons["judges-appoint"] == reasons["printers-free"] == lacking
    full.replace(COURTS, "    calls_on: publish the records of every trial\n", "")
    result = full.build(deliveries=("resolution-insert",))
    assert [each.rule for each in errors(result.problems)] == ["selection-empty"]


def test_fewer_names_than_a_resolution_should_have(full: WorkspaceFolder) -> None:
    """A warning: three to five is our own default."""
    found = full.build(deliveries=("resolution-insert",)).problems
    assert [(each.rule, each.severity) for each in found] == [("below-limit", "warning")]
    assert "has 1 names in the locale en; it should have at least 3" in found[0].message


def test_a_written_contribution(full: WorkspaceFolder, made: Built) -> None:
    """Its head says where it belongs; its recommendations can be lifted out."""
    text_ = made(full, "written-contribution")
    assert text_.startswith(
        "**Spring Conference**\n\nStrelsau, 10–11 March 2026\n\nWorking session 4: Fair trial\n\n"
        "Harbour Watch\n\nStrelsau, 2 March 2026 · Reference: TYPES-1\n\n"
        "Language versions: English, Russian\n\n# Ruritania: courts and the press\n\n"
    )
    assert text_.partition("\n## Recommendations\n\n")[2].partition("\n\nContact:")[0] == (
        "Pseudo-Accents · Harbour Watch\n\n"
        "### To the Government (Pseudo-Accents)\n\n"
        "1. Publish the records of every trial.\n"
        "2. Let printers work without a licence.\n\n"
        "### To the OSCE participating States\n\n"
        "3. Ask for the records.\n\n"
        "### To the delegations and missions of participating States\n\n"
        "4. Go to trials."
    )


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        ("fact-sheet", ["Commitments", "Concerns", "Recommendations", "Sources"]),
        ("speaking-points", ["In thirty seconds", "What to ask for", "Facts at hand"]),
        ("briefing-paper", ["Summary", "Courts", "The press", "Commitments", "Sources"]),
        (
            "written-contribution",
            [
                "Courts",
                "The press",
                "Recommendations",
                "To the Government (Pseudo-Accents)",
                "Sources",
            ],
        ),
    ],
)
def test_what_is_lacking_leaves_no_bare_heading(
    document: str, expected: list[str], bare: WorkspaceFolder, made: Built
) -> None:
    """Without prior recommendations, cases, answers, questions and other recipients."""
    assert headings(made(bare, document)) == ["Ruritania: courts and the press", *expected]


def test_columns_that_nobody_fills_are_not_there(full: WorkspaceFolder, made: Built) -> None:
    """A case of which only the sentence is known; one that names nobody."""
    full.replace(CASES, "        place: Zenda\n        next_hearing: 2026-04-02\n", "")
    full.replace(CASES, "people: [ada_quill]", "people: []")
    full.replace(
        CASES,
        "{ada_quill} has been serving two years since 1 September 2025.",
        "A teacher has been serving two years since 1 September 2025.",
    )
    assert part(made(full, "briefing-paper"), "Cases").split("\n") == [
        "| Who | How it stands | Request |",
        "| --- | --- | ---: |",
        "| – | A teacher has been serving two years since 1 September 2025.[^5] | 1 |",
    ]


@pytest.mark.parametrize("document", ["fact-sheet", "briefing-paper"])
def test_a_commitment_that_is_not_yet_in_force(
    document: str, full: WorkspaceFolder, made: Built
) -> None:
    """Between adoption and entry into force it says so, and from that day on no longer."""
    full.replace(EU_COMMITMENTS, "date: 1999\n", "date: 1999\n    in_force_from: 2026-03-03\n")
    assert "Charter of the Coast, Article 4 (not yet in force)" in made(full, document)
    full.replace(EU_COMMITMENTS, "in_force_from: 2026-03-03", "in_force_from: 2026-03-02")
    assert "not yet in force" not in made(full, document)


def test_a_letter_leans_on_what_is_not_yet_in_force(workspace: WorkspaceFolder) -> None:
    """The letter says so in its list of commitments."""
    workspace.replace(EU_COMMITMENTS, "date: 1999\n", "date: 1999\n    in_force_from: 2026-03-03\n")
    result = workspace.build(deliveries=("council",))
    letter = result.built[0].path.read_text(encoding="utf-8")
    assert "Commitment: Charter of the Coast, Article 4 (not yet in force)." in letter
    assert "Commitment: Charter of the Coast, Article 9." in letter


def test_somebody_who_may_not_be_named_is_described(full: WorkspaceFolder, made: Built) -> None:
    """In the table of cases as in the row of names."""
    full.replace(PEOPLE, "source: gazette-2025}", "source: gazette-2025, audiences: [un]}")
    paper = made(full, "briefing-paper")
    assert "Quill" not in paper
    assert "| a teacher |" in paper
