"""Who is not to be named is named nowhere."""

from __future__ import annotations

from datetime import date

import pytest

from generator.selection.naming import tells
from tests.workspaces import (
    BO_AGREED,
    BRIEF,
    CASES,
    COURTS,
    PEOPLE,
    PRESS,
    SOURCES,
    WorkspaceFolder,
    as_told,
)

ADA = "    naming: {basis: public-record, source: gazette-2025}\n"
ADA_UNSPOKEN = f"{ADA}    withheld_as: {{en: a teacher}}\n"


def withheld(workspace: WorkspaceFolder) -> None:
    """Take the basis for naming Ada Quill away."""
    workspace.replace(PEOPLE, ADA, "")


def letter(workspace: WorkspaceFolder, delivery: str = "council") -> str:
    """Return the text of a delivery, which must have been built."""
    result = workspace.build(deliveries=(delivery,))
    assert result.built, as_told(result.problems)
    return result.built[0].path.read_text(encoding="utf-8")


def reason(workspace: WorkspaceFolder, id: str) -> str:  # noqa: A002 (ids are called id everywhere)
    """Return why an item is in or out of the first delivery."""
    return next(each.reason for each in workspace.select().decisions if each.id == id)


def test_with_a_basis_she_is_named(workspace: WorkspaceFolder) -> None:
    """Otherwise the tests below would prove nothing."""
    assert "Ada Quill has been serving two years" in letter(workspace)
    assert reason(workspace, "ada_quill") == "May be named: public-record."


def test_without_a_basis_she_is_a_teacher_everywhere(workspace: WorkspaceFolder) -> None:
    """In every sentence, and in lists."""
    withheld(workspace)
    workspace.replace(COURTS, "{the_two:count} protested", "{the_two} protested, {the_two:count}")
    text = letter(workspace)
    assert "Quill" not in text
    assert "a teacher has been serving two years" in text
    assert "a teacher and Bo Lantern protested, 2 people" in text
    assert reason(workspace, "ada_quill") == (
        "Not named: there is no basis for naming this person."
    )


@pytest.mark.parametrize(
    ("naming", "told"),
    [
        ("audiences: [un]", "Not named: the basis does not cover the audience eu."),
        ("until: 2026-03-01", "Not named: the basis ended on 2026-03-01."),
    ],
)
def test_a_basis_has_its_bounds(naming: str, told: str, workspace: WorkspaceFolder) -> None:
    """Beyond its audiences and its last day nobody is named."""
    workspace.replace(PEOPLE, "source: gazette-2025}", f"source: gazette-2025, {naming}}}")
    assert reason(workspace, "ada_quill") == told
    assert "Quill" not in letter(workspace)
    if "audiences" in naming:
        assert "Ada Quill" in letter(workspace, "geneva")


def test_a_basis_holds_on_its_last_day(workspace: WorkspaceFolder) -> None:
    """Both ends are included."""
    workspace.replace(PEOPLE, "source: gazette-2025}", "source: gazette-2025, until: 2026-03-02}")
    assert reason(workspace, "ada_quill") == "May be named: public-record."


def test_what_cannot_speak_of_her_is_left_out(workspace: WorkspaceFolder) -> None:
    """Where nothing says how to speak of her, evidence and case are dropped with a reason."""
    workspace.replace(PEOPLE, ADA_UNSPOKEN, "")
    selection = workspace.select()
    assert reason(workspace, "quill-trial") == (
        "It speaks of somebody who cannot be spoken of here."
    )
    assert reason(workspace, "records-closed") == (
        "It speaks of somebody who cannot be spoken of here."
    )
    assert "{ada_quill}" not in repr([each.evidence for each in selection.recommendations()])
    assert [each.rule for each in selection.problems] == ["evidence-left-out"]


def test_a_list_and_its_count_go_on_without_her(workspace: WorkspaceFolder) -> None:
    """Who cannot be spoken of is neither named nor counted."""
    workspace.replace(PEOPLE, ADA_UNSPOKEN, "")
    workspace.replace(COURTS, "{ada_quill} was refused the record", "One was refused the record")
    workspace.replace(COURTS, "{the_two:count} protested", "{the_two} protested, {the_two:count}")
    assert "Bo Lantern protested, 1 person." in letter(workspace)


def test_a_list_of_which_nobody_is_left_is_left_out(workspace: WorkspaceFolder) -> None:
    """There is nobody to count."""
    workspace.replace(PEOPLE, ADA_UNSPOKEN, "")
    workspace.replace(PEOPLE, f"{BO_AGREED}    withheld_as: {{en: a printer}}\n", "")
    assert reason(workspace, "judges-dismissed") == (
        "It speaks of somebody who cannot be spoken of here."
    )


def test_of_a_list_without_anybody_nothing_is_said(workspace: WorkspaceFolder) -> None:
    """A sentence that cannot be left out is refused."""
    workspace.replace(PEOPLE, ADA_UNSPOKEN, "")
    workspace.replace(PEOPLE, f"{BO_AGREED}    withheld_as: {{en: a printer}}\n", "")
    workspace.replace(BRIEF, "We write to you before", "With {the_two:count} we write before")
    result = workspace.build(deliveries=("council",))
    assert "the list “the_two”, of which nobody can be spoken of here" in as_told(result.problems)
    assert not result.built


def test_an_ask_that_must_speak_of_her_is_refused(workspace: WorkspaceFolder) -> None:
    """It cannot be left out; the hint says what to add."""
    workspace.replace(PEOPLE, ADA_UNSPOKEN, "")
    workspace.replace(PRESS, "ask that printers may work;", "ask that {ada_quill} may print;")
    result = workspace.build()
    assert "who may not be named here, and nothing says how" in as_told(result.problems)
    assert "spring/council.en.md" not in workspace.built()


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (SOURCES, "title: Courts in spring", "title: The trial of Quill"),
        (SOURCES, "https://example.org/gazette", "https://example.org/2025/ada-quill-trial"),
        (SOURCES, "https://example.org/gazette", "https://example.org/2025/ADAH_QUILLE"),
        (COURTS, 'locator: "p. 1"', 'locator: "p. 1, on Quill"'),
    ],
)
def test_a_source_that_names_her_is_cited_without_saying_so(
    file: str, old: str, new: str, workspace: WorkspaceFolder
) -> None:
    """Title and address go together, because one leads to the other."""
    withheld(workspace)
    workspace.replace(file, old, new)
    text = letter(workspace)
    assert "quill" not in text.lower()
    assert "Gazette of Strelsau" in text
    if file == SOURCES:
        assert "Courts in spring" not in text
        assert "example.org/gazette" not in text
        assert reason(workspace, "gazette-2025").startswith("Its title and address are withheld")


def test_a_sentence_with_her_surname_is_left_out(workspace: WorkspaceFolder) -> None:
    """Part of a name is enough to tell it, also inside another word."""
    withheld(workspace)
    workspace.replace(COURTS, "the judges had asked to leave", "the Quillites had asked to leave")
    assert "Quill" not in letter(workspace)
    assert reason(workspace, "ministry-answer") == (
        "It has the name of somebody who may not be named written out."
    )


@pytest.mark.parametrize(
    ("file", "old", "new", "place"),
    [
        (BRIEF, "We write to you", "With Ms Quill we write", "briefs/spring.yaml:13:5"),
        (BRIEF, "name: the spring meeting", "name: the Quill meeting", "briefs/spring.yaml:6:17"),
        (PRESS, "ask that printers", "ask that Quill’s printers", f"{PRESS}:5:12"),
        (SOURCES, "Gazette of Strelsau", "Quill Gazette", f"{SOURCES}:3:16"),
    ],
)
def test_what_cannot_be_left_out_is_refused(
    file: str, old: str, new: str, place: str, workspace: WorkspaceFolder
) -> None:
    """The brief's own sentences, the asks and the publishers; a draft shows an ellipsis."""
    withheld(workspace)
    workspace.replace(file, old, new)
    told = as_told(workspace.build(deliveries=("council",)).problems)
    assert f"{place}: error: “" in told
    assert "writes out a name, or part of a name, of somebody who may not be named" in told
    assert workspace.built() == []
    workspace.build(deliveries=("council",), draft=True)
    draft = (workspace.root / "out/spring/council.en.draft.md").read_text(encoding="utf-8")
    assert "Quill" not in draft
    assert "…" in draft or "meeting" in old, "the meeting's name stands in the properties only"


def test_a_namesake_may_still_be_named(workspace: WorkspaceFolder) -> None:
    """A word that is also part of a public name tells nothing."""
    withheld(workspace)
    workspace.replace(
        PEOPLE,
        "lists:",
        f"  - id: cy_quill\n    names: {{en: Cy Quill}}\n{BO_AGREED}lists:",
    )
    workspace.replace(COURTS, "the judges had asked", "Mr Quill had asked the judges")
    assert "Mr\u00a0Quill had asked" in letter(workspace)


@pytest.mark.parametrize(
    ("text", "words", "told"),
    [
        ("the ÁDÁM letter", {"adam"}, True),
        ("https://example.org/zhanar-sekerbayeva.html", {"sekerbayeva"}, True),
        ("Секербаевой", {"секербаев"}, True),
        ("Mr Kim’s case", {"Kim"}, True),
        ("KIMBERLEY and skim", {"Kim", "KIM"}, False),
        ("nobody", {"adam"}, False),
        ("Qu**ill**", {"quill"}, True),
        ("counting a vote", {"inga"}, False),
        (None, {"adam"}, False),
        ("anything", set(), False),
    ],
)
def test_words_that_tell(text: str | None, words: set[str], *, told: bool) -> None:
    """Long words also inside others, short ones alone and with their capital."""
    assert tells(text, frozenset(words)) is told


def test_people_of_whom_nothing_is_said_are_not_told_about(workspace: WorkspaceFolder) -> None:
    """The decisions are about this document."""
    workspace.replace(BRIEF, "themes: [courts, press]\ndel", "themes: [press]\ndel")
    kinds = {each.id for each in workspace.select().decisions if each.kind == "person"}
    assert kinds == {"bo_lantern"}


def test_a_case_of_somebody_withheld_keeps_its_other_people(workspace: WorkspaceFolder) -> None:
    """Only the name goes."""
    withheld(workspace)
    workspace.replace(
        CASES,
        "{ada_quill} has been serving two years",
        "{ada_quill} and {bo_lantern} have been serving two years",
    )
    assert "a teacher and Bo Lantern have been serving" in letter(workspace)
    early = workspace.select(on=date(2025, 3, 1))
    assert "was detained" in early.recommendations()[0].cases[0].statement.text


_NAMESAKE = """\
  - {id: somebody_3, names: {en: Ada Lantern}, withheld_as: {en: a witness}}
lists:
"""


@pytest.mark.parametrize(
    "title", ["Ada Lantern in court", "A day with Lantern Ada", "The AdaLantern papers"]
)
def test_who_has_the_words_of_their_name_from_others_is_not_named(
    title: str, workspace: WorkspaceFolder
) -> None:
    """Ada Quill and Bo Lantern may be named, and somebody called Ada Lantern may not."""
    workspace.replace(PEOPLE, "lists:\n", _NAMESAKE)
    workspace.replace(SOURCES, "title: Courts in spring", f"title: {title}")
    text = letter(workspace)
    assert title not in text
    assert "Ada Quill has been serving two years" in text


def test_those_who_may_be_named_are_named_beside_each_other(workspace: WorkspaceFolder) -> None:
    """Words of two names that stand in a row are not the name of a third."""
    workspace.replace(PEOPLE, "lists:\n", _NAMESAKE)
    workspace.replace(SOURCES, "title: Courts in spring", "title: On Bo Lantern, Ada Quill and law")
    assert "On Bo Lantern, Ada Quill and law" in letter(workspace)


@pytest.mark.parametrize(
    ("ordinary", "title", "built"),
    [
        ("", "Courts in May", False),
        ("    ordinary: [May]\n", "Courts in May", True),
        ("    ordinary: [May, Rose]\n", "Courts in May never rose", True),
        ("    ordinary: [May, Rose]\n", "Rose May before the courts", False),
        ("    ordinary: [May]\n", "The case of Rose", False),
    ],
)
def test_an_ordinary_word_of_a_name_counts_beside_another_only(
    ordinary: str,
    title: str,
    workspace: WorkspaceFolder,
    *,
    built: bool,
) -> None:
    """Otherwise a withheld Rose May would stop every letter of spring."""
    person = (
        f"  - id: somebody_1\n    names: {{en: Rose May}}\n{ordinary}    withheld_as: {{en: x}}\n"
    )
    workspace.replace(PEOPLE, "lists:", f"{person}lists:")
    workspace.replace(BRIEF, 'title: "Ruritania: courts and the press"', f'title: "{title}"')
    result = workspace.build(deliveries=("council",))
    assert bool(result.built) is built
