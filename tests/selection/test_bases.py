"""A name needs a basis that holds: for this reader, in this locale, at this clearance, today."""

from __future__ import annotations

from datetime import date

import pytest

from generator.library import open_library
from generator.selection.naming import people_shown
from tests.workspaces import BRIEF, CASES, OFFICES, PEOPLE, SOURCES, WorkspaceFolder, as_told

CONSENT = "given_by: self, given_on: 2025-01-10, how: written"
OPEN = "statistic\n    sensitivity: public"
LATER = (
    "  - {id: gazette-2026, publisher: Gazette, title: Later, locale: en, date: 2026-04-01,"
    ' address: "https://example.org/later", kind: media, sensitivity: public}\n'
)
ADA = "    naming: {basis: public-record, source: gazette-2025}\n"


def reason(workspace: WorkspaceFolder, id: str = "bo_lantern") -> str:  # noqa: A002 (ids are called id everywhere)
    """Return whether and why somebody is named in the first delivery, of 2 March 2026."""
    return next(each.reason for each in workspace.select().decisions if each.id == id)


def text(workspace: WorkspaceFolder, delivery: str = "council") -> str:
    """Return the text of a delivery, which must have been built."""
    result = workspace.build(deliveries=(delivery,))
    assert result.built, as_told(result.problems)
    return result.built[0].path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("consent", "told"),
    [
        (CONSENT, "May be named: consent."),
        (f"{CONSENT}, locales: [en, ru]", "May be named: consent."),
        (
            f"{CONSENT}, locales: [ru]",
            "Not named: the basis does not cover the locale en.",
        ),
        (
            f"{CONSENT}, withdrawn_on: 2026-05-01",
            "Not named: the consent was withdrawn on 2026-05-01.",
        ),
        ("given_by: family, given_on: 2026-03-02, how: oral", "May be named: consent."),
        (
            "given_by: family, given_on: 2026-03-03, how: oral",
            "Not named: the consent was given on 2026-03-03, after the letter.",
        ),
        *(
            (
                ", ".join(part for part in CONSENT.split(", ") if not part.startswith(lacking)),
                "Not named: nobody noted who gave the consent, when, and how.",
            )
            for lacking in ("given_by", "given_on", "how")
        ),
    ],
)
def test_a_consent_holds_as_it_was_given(
    consent: str, told: str, workspace: WorkspaceFolder
) -> None:
    """By whom, when, how, for which locales; once taken back it never held."""
    workspace.replace(PEOPLE, CONSENT, consent)
    assert reason(workspace) == told
    people, _ = people_shown(
        open_library(workspace.root)[0],
        audience="eu",
        locale="en",
        clearance="public",
        on=date(2026, 3, 2),
    )
    assert people["bo_lantern"].names == {
        "en": "Bo Lantern" if told.startswith("May") else "a printer"
    }


def test_an_end_is_counted_on_the_day_of_making(workspace: WorkspaceFolder) -> None:
    """A letter of an earlier date does not name whose consent has ended since."""
    workspace.replace(PEOPLE, CONSENT, f"{CONSENT}, until: 2026-06-30")
    library, _ = open_library(workspace.root)

    def is_named(today: date) -> bool:
        reader = {"audience": "eu", "locale": "en", "clearance": "public"}
        on = date(2026, 3, 2)
        people, _ = people_shown(library, **reader, on=on, today=today)  # type: ignore[arg-type]  # as above
        return people["bo_lantern"].named

    assert is_named(date(2026, 6, 30))
    assert not is_named(date(2026, 7, 1))


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (
            "statistic\n    sensitivity: public",
            "statistic\n    sensitivity: internal",
            "not for readers",
        ),
        (OPEN, "statistic", "not for readers cleared for public"),
        ("date: 2025-03-01", "date: 2026-03-03", "later than the letter"),
        ("date: 2025-03-01", "date: 2026", "later than the letter"),
    ],
)
def test_a_public_record_holds_as_far_as_it_may_be_shown(
    old: str, new: str, told: str, workspace: WorkspaceFolder
) -> None:
    """A record that this reader may not read, or that came later, names nobody."""
    assert reason(workspace, "ada_quill") == "May be named: public-record."
    workspace.replace(SOURCES, old, new)
    workspace.replace(BRIEF, "We write to you before", "With {ada_quill} we write before")
    assert told in reason(workspace, "ada_quill")
    workspace.replace(BRIEF, "  - id: council\n", "  - id: council\n    clearance: internal\n")
    assert reason(workspace, "ada_quill").startswith("May" if "statistic" in new else "Not")


def test_a_name_that_became_public_later_is_no_secret(workspace: WorkspaceFolder) -> None:
    """It is not given; but the holder of an office who has it may be addressed."""
    workspace.replace(PEOPLE, "source: gazette-2025", "source: gazette-2026")
    workspace.append(SOURCES, LATER)
    workspace.replace(OFFICES, "Mr Olaf Reed", "Ms Ada Quill")
    said = text(workspace)
    assert "Ada Quill" in said
    assert "a teacher has been serving" in said
    workspace.replace(SOURCES, "kind: media, sensitivity: public", "kind: media")
    assert not workspace.build(deliveries=("council",)).built


def test_of_whom_nobody_may_read_nothing_is_said(workspace: WorkspaceFolder) -> None:
    """Above the clearance there is neither name nor description, whatever the basis."""
    workspace.replace(PEOPLE, "    gender: f\n", "    gender: f\n    sensitivity: restricted\n")
    decisions = {each.id: each.reason for each in workspace.select().decisions}
    assert decisions["quill-trial"] == "It speaks of somebody who cannot be spoken of here."
    workspace.replace(BRIEF, "We write to you before", "With {ada_quill} we write before")
    assert reason(workspace, "ada_quill") == (
        "It is restricted; the delivery is cleared for public."
    )
    workspace.replace(BRIEF, "  - id: council\n", "  - id: council\n    clearance: restricted\n")
    assert "Ada Quill has been serving" in text(workspace)


# --- who is accused -----------------------------------------------------------------

STATUS = """\
    perpetrator: true
    legal_status:
      - {from: 2025-03-02, as: {en: charged with bribery}, source: gazette-2025}
      - {from: 2025-12-11, as: {en: convicted of bribery}, source: observer-2025}
"""


def accused(workspace: WorkspaceFolder, status: str = STATUS) -> None:
    """Make Ada Quill somebody who is accused."""
    workspace.replace(PEOPLE, "    gender: f\n", f"    gender: f\n{status}")


def test_who_is_accused_is_named_with_what_a_court_said(workspace: WorkspaceFolder) -> None:
    """With the status of the letter's date, once in each sentence."""
    accused(workspace)
    workspace.replace(
        BRIEF, "We write to you before", "With {ada_quill} and {ada_quill} we write before"
    )
    said = text(workspace)
    assert "With Ada Quill (convicted of bribery) and Ada Quill we write" in said
    assert "Ada Quill (convicted of bribery) has been serving" in said


def test_the_status_is_that_of_the_date(workspace: WorkspaceFolder) -> None:
    """A letter before the verdict says that she was charged."""
    accused(workspace)
    shown = workspace.select(on=date(2025, 12, 10)).referents["ada_quill"]
    assert getattr(shown, "status", None) == {"en": "charged with bribery"}


@pytest.mark.parametrize(
    "status",
    [
        "    perpetrator: true\n",
        STATUS.replace("2025-12-11, as: {en:", "2025-12-11, as: {ru:"),
        STATUS.replace("2025-03-02", "2026-03-03").replace("2025-12-11", "2026-03-04"),
        STATUS.replace("observer-2025", "gazette-2026"),
    ],
)
def test_without_a_status_who_is_accused_is_not_named(
    status: str, workspace: WorkspaceFolder
) -> None:
    """None at all, none in this locale, none yet, none whose source may be shown."""
    accused(workspace, status)
    workspace.append(SOURCES, LATER)
    assert reason(workspace, "ada_quill") == (
        "Not named: no legal status of an alleged perpetrator holds on the letter's date in “en”."
    )
    assert "a teacher has been serving" in text(workspace)


# --- what is private ----------------------------------------------------------------

ILLNESS = "asthma since the winter that she spent in a cell without a window"
PRIVATE = """\
    private:
      health: {en: ILLNESS}
      telephone: "+1 555 0100 0100"
      birth_date: 1990-04-03
""".replace("ILLNESS", ILLNESS)


def private(workspace: WorkspaceFolder, sentence: str, discloses: str) -> None:
    """Give Ada Quill private facts, her case a sentence that tells one, and who is told."""
    workspace.replace(PEOPLE, "    gender: f\n", f"    gender: f\n{PRIVATE}")
    said = "{ada_quill} has been serving two years since 1 September 2025."
    workspace.replace(CASES, said, sentence)
    workspace.replace(CASES, "    country: XA\n", f"    country: XA\n{discloses}")


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        (
            "{ada_quill} has {ada_quill:health}.",
            f"Ada Quill has {ILLNESS}.",
        ),
        ("{ada_quill}, born {ada_quill:birth_date}.", "born 3\u00a0April 1990."),
        ("Ring {ada_quill:telephone}.", "Ring +1 555 0100 0100."),
    ],
)
def test_a_case_discloses_to_an_audience(
    sentence: str, told: str, workspace: WorkspaceFolder
) -> None:
    """Only what it says, and only to whom it says."""
    private(workspace, f'"{sentence}"', "    discloses: {un: [health, birth_date, telephone]}\n")
    assert told.replace("\u00a0", " ") in text(workspace, "geneva").replace("\u00a0", " ")
    decisions = {each.id: each.reason for each in workspace.select().decisions}
    assert decisions["quill-trial"] == "It speaks of somebody who cannot be spoken of here."


def test_what_is_not_disclosed_never_leaves_the_selection(workspace: WorkspaceFolder) -> None:
    """Not even where the person is named and spoken of."""
    private(workspace, '"{ada_quill} has {ada_quill:health}."', "    discloses: {un: [health]}\n")
    geneva = workspace.select(delivery="geneva")
    assert getattr(geneva.referents["ada_quill"], "details", None) == {"health": {"en": ILLNESS}}
    assert "asthma" not in repr(workspace.select())
    for secret in ("555", "1990"):
        assert secret not in repr((geneva.referents, geneva.themes, geneva.decisions))


def test_a_case_above_the_clearance_discloses_nothing(workspace: WorkspaceFolder) -> None:
    """What it says is for those who may read it."""
    private(workspace, '"{ada_quill} has {ada_quill:health}."', "    discloses: {un: [health]}\n")
    whole = workspace.read(CASES)
    head = "    people: [ada_quill]\n    sensitivity: "
    workspace.write(CASES, whole.replace(f"{head}public", f"{head}restricted"))
    assert "asthma" not in repr(workspace.select(delivery="geneva"))


def test_of_somebody_unnamed_only_the_health_is_told(workspace: WorkspaceFolder) -> None:
    """The day of birth would tell who it is."""
    private(
        workspace,
        '"{ada_quill} has {ada_quill:health}."',
        "    discloses: {un: [health, birth_date]}\n",
    )
    workspace.replace(PEOPLE, ADA, "")
    assert "a teacher has asthma since the winter" in text(workspace, "geneva")
    assert "1990" not in repr(workspace.select(delivery="geneva").referents)


def test_the_briefs_own_sentence_is_refused(workspace: WorkspaceFolder) -> None:
    """It cannot be left out."""
    private(workspace, '"{ada_quill} is in prison."', "")
    workspace.replace(
        BRIEF, "We write to you before", "As {ada_quill} has {ada_quill:health}, we write before"
    )
    result = workspace.build(deliveries=("council",))
    assert "A sentence tells “health” of “ada_quill”, which this reader" in as_told(result.problems)
    assert not result.built
