"""Every mistake that a whole workspace can have: as the user sees it, with place and remedy."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.workspaces import (
    BO_AGREED,
    BRIEF,
    CASES,
    COURTS,
    EU_COMMITMENTS,
    OFFICES,
    ORGANISATIONS,
    PEOPLE,
    PRESS,
    SOURCES,
    WorkspaceFolder,
)

Check = Callable[..., str]
CHANGED = "is a text, but YAML programs read {0} without quotes as something else.\n"
QUOTE = '    Put it in quotes: "{0}"'
WRITTEN_OUT = (
    "has the name of a known person written out.\n"
    "    Write {{{0}}} instead, so that spelling and protection hold everywhere."
)
COUNCIL_READS = "    addressees: [commissioner, chair_of_council]\n"
UNKNOWN_LANGUAGE = (
    "is no language that can be written: no dates, lists and numbers are known for it."
)
TELLS = (
    "The id of this person tells the name, or part of the name, of somebody who may not be named.\n"
    "    Give it an id that does not, and mend what refers to it; ids stand in lists, catalogues "
    "and manifests. Or say under “naming:” why the person may be named."
)
NEVER = "error: No brief could ever select this recommendation: "
MEND = "    Mend the dates, the audiences or the sensitivity, or delete the recommendation."

# The change (file, old, new), and what is told of it. Scalars first, then ids, then the rest.
MISTAKES: dict[str, tuple[tuple[str, str, str], str]] = {
    "NO": (
        (COURTS, 'locator: "p. 1"', "locator: NO"),
        f"{COURTS}:30:47: error: “locator” {CHANGED.format('NO')}{QUOTE.format('NO')}",
    ),
    "5.10": (
        (BRIEF, "SPRING-1", "5.10"),
        f"{BRIEF}:4:12: error: “reference” {CHANGED.format('5.10')}{QUOTE.format('5.10')}",
    ),
    "15:00": (
        (BRIEF, "SPRING-1", "15:00"),
        f"{BRIEF}:4:12: error: “reference” {CHANGED.format('15:00')}{QUOTE.format('15:00')}",
    ),
    "010": (
        (BRIEF, "SPRING-1", "010"),
        f"{BRIEF}:4:12: error: “reference” {CHANGED.format('010')}{QUOTE.format('010')}",
    ),
    "yes for true": (
        (BRIEF, "    addressees: [chair", "    jointly: yes\n    addressees: [chair"),
        (
            f"{BRIEF}:25:14: error: “jointly” must be true or false.\n"
            "    Write true or false; yes, no, on and off mean nothing here."
        ),
    ),
    "copies of one letter to all": (
        (BRIEF, "    addressees: [chair", "    numbered: true\n    addressees: [chair"),
        (
            f"{BRIEF}:25:15: warning: The delivery “geneva” asks for numbered copies, but one"
            " letter goes to all.\n    Write “jointly: false”, or remove “numbered:”."
        ),
    ),
    "language that nobody knows": (
        (BRIEF, f"{COUNCIL_READS}    locales: [en]", f"{COUNCIL_READS}    locales: [en, eo, enn]"),
        f"{BRIEF}:20:23: error: “enn” {UNKNOWN_LANGUAGE}\n    Did you mean “en”?",
    ),
    "language without its like": (
        (BRIEF, f"{COUNCIL_READS}    locales: [en]", f"{COUNCIL_READS}    locales: [zz]"),
        (
            f"{BRIEF}:20:15: error: “zz” {UNKNOWN_LANGUAGE}\n"
            "    Check its spelling: the language, then its script or country, as in kk or zh-Hans."
        ),
    ),
    "day that does not exist": (
        (COURTS, "2026-12-31", "2026-02-30"),
        (
            f"{COURTS}:8:15: error: “deadline” names a day that the calendar does not have.\n"
            "    Check the month and the day; the order is year-month-day."
        ),
    ),
    "month zero": (
        (SOURCES, "date: 2025-03-01", "date: 2025-00"),
        (
            f"{SOURCES}:6:11: error: “date” names a day that the calendar does not have.\n"
            "    Check the month and the day; the order is year-month-day."
        ),
    ),
    "day with points": (
        (COURTS, "2026-12-31", "31.12.2026"),
        (
            f"{COURTS}:8:15: error: “deadline” must be a date such as 2026-06-22.\n"
            "    Write year, month and day with hyphens, in figures."
        ),
    ),
    "number of thousands of figures": (
        (PRESS, "priority: 1", f"priority: {'9' * 5000}"),
        (
            f"{PRESS}:7:15: error: “priority” must be a number in figures, such as 2.\n"
            "    Write the figures only, without quotes, spaces or units."
        ),
    ),
    "empty ask": (
        (COURTS, "ask: Publish the records of every trial.", "ask:"),
        f"{COURTS}:21:5: error: “ask” has no value.\n    Write the value, or delete the key.",
    ),
    "blank ask": (
        (COURTS, "ask: Publish the records of every trial.", 'ask: "  "'),
        f"{COURTS}:21:5: error: “ask” has no value.\n    Write the value, or delete the key.",
    ),
    "unknown word of a closed list": (
        (COURTS, "certainty: established", "certainty: establshed"),
        (
            f"{COURTS}:29:16: error: “certainty” must be one of 'established', 'reported', "
            "'alleged' or 'assessed'.\n    Did you mean “established”?"
        ),
    ),
    "duplicate key": (
        (COURTS, "    priority: 1\n", "    priority: 1\n    priority: 2\n"),
        (
            f"{COURTS}:8:5: error: The key “priority” stands twice; it stands first in line 7.\n"
            "    Keep one of the two."
        ),
    ),
    "duplicate id in another file": (
        (PRESS, "id: printers-free", "id: records-open"),
        (
            f"{PRESS}:4:9: error: The id stands a second time; it stands first in {COURTS}:19.\n"
            "    Give one of the two another id, and mend what refers to it."
        ),
    ),
    "duplicate id of another kind": (
        (PRESS, "id: printers-free", "id: quill-trial"),
        (
            f"{PRESS}:4:9: error: The id stands a second time; it stands first in {CASES}:2.\n"
            "    Give one of the two another id, and mend what refers to it."
        ),
    ),
    "duplicate delivery": (
        (BRIEF, "- id: geneva", "- id: council"),
        (
            f"{BRIEF}:22:9: error: Two deliveries of this brief have the id “council”.\n"
            "    Give one of them another id."
        ),
    ),
    "reference to nothing": (
        (COURTS, "evidence: [records-closed]", "evidence: [record-closed]"),
        (
            f"{COURTS}:24:16: error: “evidence” refers to “record-closed”, but there is no "
            "evidence with this id.\n    Did you mean “records-closed”?"
        ),
    ),
    "reference to nothing near": (
        (PRESS, "source: gazette-2025", "source: almanach"),
        (
            f"{PRESS}:15:24: error: “source” refers to “almanach”, but there is no source with "
            "this id.\n    Add it with: brief new source almanach"
        ),
    ),
    "unknown audience": (
        (PRESS, "priority: 1", "priority: 1\n    audiences: {osze: {}}"),
        (
            f"{PRESS}:8:17: error: “audiences” refers to “osze”, but there is no audience with "
            "this id.\n    Did you mean “osce”?"
        ),
    ),
    "unknown theme of a file": (
        (PRESS, "theme: press", "theme: pres"),
        (
            f"{BRIEF}:14:18: warning: The brief asks for the theme “press”, for which there are no "
            "recommendations on XA.\n    Add recommendations, or take the theme out of the brief.\n"
            f"{PRESS}:1:8: error: “theme” refers to “pres”, but there is no theme with this id.\n"
            "    Did you mean “press”?"
        ),
    ),
    "unknown addressee": (
        (BRIEF, "[commissioner, chair", "[comissioner, chair"),
        (
            f"{BRIEF}:19:18: error: “addressees” refers to “comissioner”, but there is no office "
            "with this id.\n    Did you mean “commissioner”?"
        ),
    ),
    "commitment of another audience": (
        (COURTS, "[charter-4]", "[covenant-9]"),
        (
            f"{COURTS}:11:23: error: “covenant-9” is a commitment of the audience un, not of eu.\n"
            "    Name it under the audience it belongs to, or in the recommendation's own list."
        ),
    ),
    "unknown key": (
        (BRIEF, "    addressees: [chair", "    adressees: [chair"),
        (
            f"{BRIEF}:25:5: error: “adressees” is not a key of this kind of record.\n"
            "    Did you mean “addressees”?"
        ),
    ),
    "former name of a key": (
        (EU_COMMITMENTS, "read_on: 2026-01-05", "on: 2026-01-05"),
        (
            f"{EU_COMMITMENTS}:8:15: error: The key “read_on” is missing.\n"
            "    Add a line “read_on:” with its value.\n"
            f"{EU_COMMITMENTS}:8:68: error: “on” is not a key of this kind of record.\n"
            "    Did you mean “read_on”?"
        ),
    ),
    "end before start": (
        (BRIEF, "end: 2026-03-11", "end: 2026-03-09"),
        f"{BRIEF}:6:78: error: “end” is a day before “start”.\n    Check both dates.",
    ),
    "no sources": (
        (PRESS, "sources: [{source: gazette-2025}]", "sources: []"),
        (
            f"{PRESS}:15:5: error: This evidence names no source.\n"
            '    Add a line such as: sources: [{source: ID, locator: "para. 6"}]'
        ),
    ),
    "no sources of an event": (
        (CASES, "sources: [{source: observer-2025}]", "sources: []"),
        (
            f"{CASES}:18:9: error: This event names no source.\n"
            '    Add a line such as: sources: [{source: ID, locator: "para. 6"}]'
        ),
    ),
    "no evidence": (
        (COURTS, "evidence: [records-closed]", "evidence: []"),
        (
            f"{COURTS}:24:5: error: This recommendation names no evidence.\n"
            "    Add the id of at least one piece of evidence under “evidence:”."
        ),
    ),
    "for no audience": (
        (PRESS, "priority: 1", "priority: 1\n    audiences: {}"),
        f"{PRESS}:4:9: {NEVER}its list of audiences is empty.\n{MEND}",
    ),
    "over before its evidence": (
        (PRESS, "priority: 1", "priority: 1\n    until: 2025-02-28"),
        (
            f"{PRESS}:4:9: {NEVER}all its evidence becomes known after the last day on which it is "
            f"made.\n{MEND}"
        ),
    ),
    "no day left": (
        (PRESS, "priority: 1", "priority: 1\n    since: 2026-02-02\n    until: 2026-02-01"),
        (
            f"{PRESS}:4:9: {NEVER}its dates leave no day on which it is made.\n{MEND}\n"
            f"{PRESS}:9:12: error: “until” is a day before “since”.\n    Check both dates."
        ),
    ),
    "name written out": (
        (PRESS, "{bo_lantern}", "Bo Lantern"),
        f"{PRESS}:13:16: error: “statement” {WRITTEN_OUT.format('bo_lantern')}",
    ),
    "name in capitals over two lines": (
        (BRIEF, "We write to you", "We write to you with ADA\n   QUILL"),
        f"{BRIEF}:13:5: error: “opening” {WRITTEN_OUT.format('ada_quill')}",
    ),
    "variant of a name": (
        (PRESS, "{bo_lantern}", "Adah Quille’s friends"),
        f"{PRESS}:13:16: error: “statement” {WRITTEN_OUT.format('ada_quill')}",
    ),
    "unknown placeholder": (
        (PRESS, "{bo_lantern}", "{bo_lanter}"),
        (
            f"{PRESS}:13:16: error: “statement” speaks of {{bo_lanter}}, but no person, "
            "organisation, office, place, list or figure has this id.\n"
            "    Did you mean {bo_lantern}?"
        ),
    ),
    "open brace": (
        (PRESS, "{bo_lantern}", "{bo_lantern"),
        (
            f"{PRESS}:13:16: error: “statement” has a brace that does not close, or a placeholder "
            "that is not written {id} or {id:form}.\n"
            "    Close the brace, or double it if it is meant: {{ and }}."
        ),
    ),
    "unknown form": (
        (PRESS, "{bo_lantern}", "{bo_lantern:count}"),
        (
            f"{PRESS}:13:16: error: “statement” asks for the form “count” of {{bo_lantern}}, which "
            "this kind of placeholder does not have.\n    The forms are: nominative, genitive, "
            "dative, accusative, instrumental, prepositional, locative, ablative, region, month, "
            "age_band, address, identity_number, telephone, birth_date, health, relatives, lawyer."
        ),
    ),
    "a consent of which nothing is noted": (
        (PEOPLE, "given_by: self, given_on: 2025-01-10, how: written", "given_by: self"),
        (
            f"{PEOPLE}:10:5: error: This consent does not say given_on, how; until it does, nobody "
            "is named by it.\n    Add “given_by:”, “given_on:” and “how:” under “naming:”, as the "
            "person's file has them; where nobody knows, take “naming:” out."
        ),
    ),
    "a perpetrator without a status": (
        (PEOPLE, "    gender: f\n", "    gender: f\n    perpetrator: true\n"),
        (
            f"{PEOPLE}:6:5: warning: This person is marked as a perpetrator and has no legal "
            "status, so that no letter names them.\n    Add “legal_status:” with what they are "
            "before the law, from when on, and the source that says so."
        ),
    ),
    "coarse facts that fit nobody else": (
        (PEOPLE, "    gender: f\n", "    gender: f\n    coarse: {month: 2025-02}\n"),
        (
            f"{PEOPLE}:6:5: warning: The coarse facts of “ada_quill” together fit one known case "
            "only; a reader who knows of it knows who is meant.\n    Make the region, the month or "
            "the age band coarser, leave one out, or let the case be left out: “withheld: omitted”."
        ),
    ),
    "a day where a month belongs": (
        (PEOPLE, "    gender: f\n", "    gender: f\n    coarse: {month: 2025-02-10}\n"),
        (
            f"{PEOPLE}:6:21: error: “month” must be a month such as 2026-06.\n    Write year and "
            "month with a hyphen, in figures, and no day."
        ),
    ),
    "public record without a source": (
        (PEOPLE, "basis: public-record, source: gazette-2025", "basis: public-record"),
        (
            f"{PEOPLE}:6:5: error: The name rests on the public record, but no source of that "
            "record is given.\n"
            "    Add “source:” with the id of the publication that made the name public."
        ),
    ),
    "nobody says how": (
        (PEOPLE, f"{BO_AGREED}    withheld_as: {{en: a printer}}\n", ""),
        (
            f"{PEOPLE}:8:9: warning: {TELLS}\n"
            f"{PEOPLE}:8:9: warning: This person may not be named, and nothing says how a sentence "
            "speaks of them.\n    Add “withheld_as:” with a phrase for each locale, such as "
            "{en: an opposition politician}."
        ),
    ),
    "unknown document": (
        (
            BRIEF,
            "document: letter\n    addressees: [comm",
            "document: leter\n    addressees: [comm",
        ),
        (
            f"{BRIEF}:18:15: error: “document” refers to “leter”, but there is no document with "
            "this id.\n    Did you mean “letter”?"
        ),
    ),
    "format of no renderer": (
        (BRIEF, "formats: [md]\n  - id: geneva", "formats: [odt]\n  - id: geneva"),
        (
            f"{BRIEF}:21:15: error: “formats” must be one of 'pdf', 'docx', 'html', 'md' "
            "or 'eml'.\n"
            "    Choose one of them."
        ),
    ),
    "none of a theme": (
        (BRIEF, "themes: [courts, press]", "themes: [courts, press]\nselect: {per_theme: 0}"),
        (
            f"{BRIEF}:15:21: error: “per_theme” must be 1 or more.\n"
            "    Write how many recommendations a theme may have, or delete the key."
        ),
    ),
    "id with capitals": (
        (BRIEF, "id: geneva", "id: Geneva letter"),
        (
            f"{BRIEF}:22:9: error: “id” must be an id of small letters, figures and hyphens.\n"
            "    Write it like custody-deaths-2025."
        ),
    ),
    "address without https": (
        (SOURCES, '"https://example.org/gazette"', "www.example.org"),
        (
            f"{SOURCES}:7:14: error: “address” must be an address that begins with https://, "
            "http:// or mailto:.\n    Copy the address from the browser, without spaces."
        ),
    ),
    "unknown institution": (
        (OFFICES, "id: commissioner\n", "id: commissioner\n    body: harbor_watch\n"),
        (
            f"{OFFICES}:14:11: error: “body” refers to “harbor_watch”, but there is no "
            "organisation with this id.\n    Did you mean “harbour_watch”?"
        ),
    ),
}


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_told_as_the_user_sees_it(name: str, check: Check) -> None:
    """One change, and exactly what is told of it."""
    (file, old, new), expected = MISTAKES[name]
    assert check(file, old, new) == expected


def test_nothing_else_is_told_of_most_mistakes(workspace: WorkspaceFolder) -> None:
    """One mistake does not drown in its consequences."""
    workspace.replace(BRIEF, "SPRING-1", "5.10")
    assert workspace.told().count("error:") == 1


def test_codes_stay_text(workspace: WorkspaceFolder) -> None:
    """Country NO and locale no are neither booleans nor mistakes."""
    workspace.replace(PRESS, "country: XA", "country: NO")
    workspace.replace(ORGANISATIONS, "{en: Harbour Watch}", "{en: Harbour Watch, no: Havnevakt}")
    workspace.replace(SOURCES, "locale: en\n    date: 2025-03", "locale: no\n    date: 2025-03")
    assert "error" not in workspace.told()
    library, _ = workspace.checked()
    assert [entry.id for entry, _ in library.recommendations("press", country="NO")] == [
        "printers-free"
    ]


def test_what_nobody_uses_is_noted(workspace: WorkspaceFolder) -> None:
    """References hold in the other direction, too."""
    workspace.replace(COURTS, "[judges-dismissed, judges-count]", "[judges-dismissed]")
    assert workspace.told(notes=True) == (
        f"{COURTS}:32:9: note: No recommendation, case or brief refers to this evidence.\n"
        "    Refer to it where it belongs, or keep it for later."
    )


@pytest.mark.parametrize(
    ("names", "written"),
    [
        ("{en: Ada Quill, ru: {nominative: Ада Квилл, genitive: Ады Квилл}}", "слова Ады Квилл"),
        ("{en: Ada Quill, kk: Ада Квил}", "АДА КВИЛ"),
        ("{en: Ada Quill, fr: Ada de Quill}", "celle d’Ada de Quill"),
    ],
)
def test_a_name_is_found_in_every_locale_and_case(
    names: str, written: str, workspace: WorkspaceFolder
) -> None:
    """The sentence is English, the name in it may be any form."""
    workspace.replace(PEOPLE, "names: {en: Ada Quill}", f"names: {names}")
    workspace.replace(PRESS, "{bo_lantern}", written)
    assert "“statement” has the name of a known person written out." in workspace.told()


def test_part_of_a_name_is_no_name(workspace: WorkspaceFolder) -> None:
    """Words of two names, or a longer word, are left alone."""
    workspace.replace(PRESS, "{bo_lantern}", "Bo Quill and Ada Quillan")
    assert workspace.told() == ""


def test_commitments_of_either_list_are_checked(workspace: WorkspaceFolder) -> None:
    """Under an audience, and in the recommendation's own list."""
    workspace.replace(EU_COMMITMENTS, "id: charter-4", "id: charter-5")
    workspace.replace(PRESS, "commitments: [charter-9]", "commitments: [charter-6]")
    told = workspace.told()
    assert f"{COURTS}:11:23: error: “commitments” refers to “charter-4”" in told
    assert f"{PRESS}:8:19: error: “commitments” refers to “charter-6”" in told
