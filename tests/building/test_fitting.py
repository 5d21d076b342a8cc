"""Fitting: whole items are left out, the least important first, until the limits hold."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from generator.building.fitting import MOST_LAYOUTS, Fitted, fit
from generator.building.measures import Bound, Bounds
from generator.compose.compose import Composed
from generator.letter import Letter, Paragraph, Text, inlines_of, plain_text
from generator.model.audience import Checked
from generator.model.document import Amount, Amounts
from generator.render import pdf_file
from generator.render.base import Resources
from generator.selection.chosen import Selection
from generator.selection.importance import dispensable, without
from tests.render.sample_letters import letter
from tests.workspaces import BRIEF, COURTS, WorkspaceFolder

CHECKED = Checked.model_validate({"checked_on": "2026-01-05", "source": "a rule of the test"})

COUNCIL = """\
  - id: council
    audience: eu
    document: letter
    fit: true
"""


def bounds(**most: int) -> Bounds:
    """Return limits that refuse what is longer."""
    found = {
        unit: Bound(unit=unit, most=limit, least=None, binding=True, checked=CHECKED)
        for unit, limit in most.items()
    }
    return Bounds(found)


def told(selection: Selection, amounts: Amounts = Amounts()) -> list[str]:  # noqa: B008 (frozen)
    """Return what can be left out, in order, in words."""
    items = dispensable(selection, amounts)
    return [f"{each.kind} {each.id}" + (f" of {each.of}" if each.of else "") for each in items]


def test_what_can_be_left_out_and_in_which_order(workspace: WorkspaceFolder) -> None:
    """Of the least important ask first the answers, cases and further evidence, then itself."""
    assert told(workspace.select()) == [
        "recommendation records-open",
        "recommendation printers-free",
        "response ministry-answer of judges-appoint",
        "case quill-trial of judges-appoint",
        "evidence judges-count of judges-appoint",
    ]


def test_what_the_brief_includes_by_name_goes_last(workspace: WorkspaceFolder) -> None:
    """A name in the brief counts more than a priority."""
    workspace.replace(
        BRIEF,
        "themes: [courts, press]\n",
        "themes: [courts, press]\nselect:\n  include: [records-open]\n",
    )
    assert [each for each in told(workspace.select()) if each.startswith("recomm")] == [
        "recommendation printers-free",
        "recommendation judges-appoint",
    ]


def test_the_least_that_the_document_needs_is_never_left_out(workspace: WorkspaceFolder) -> None:
    """Of three asks two must stay, each with two pieces of evidence and a case if it has them."""
    amounts = Amounts(
        recommendations=Amount(least=2), evidence=Amount(least=2), cases=Amount(least=1)
    )
    assert told(workspace.select(), amounts) == [
        "recommendation records-open",
        "response ministry-answer of judges-appoint",
    ]


def test_the_order_of_the_files_decides_nothing(workspace: WorkspaceFolder) -> None:
    """The same records in files of other names give the same order."""
    before = told(workspace.select())
    for old, new in ((COURTS, "zz.yaml"), ("recommendations/ruritania/press.yaml", "aa.yaml")):
        text = workspace.read(old)
        (workspace.root / old).unlink()
        workspace.write(f"recommendations/ruritania/{new}", text)
    assert told(workspace.select()) == before


@pytest.fixture
def fitting(workspace: WorkspaceFolder) -> Callable[[int], list[str]]:
    """Return a function that builds the letter within so many words, and tells what is in it."""
    workspace.replace(BRIEF, COUNCIL.replace("    fit: true\n", ""), COUNCIL)
    template = workspace.read_default("templates/letter.yaml")

    def built(most: int) -> list[str]:
        binding = f"words: {{most: {most}, binding: true}}\n  counts_notes: false"
        limited = template.replace("words: {most: 1700}", binding)
        assert limited != template
        workspace.write("templates/letter.yaml", limited)
        result = workspace.build(deliveries=("council",))
        words = [f"{each.words} words" for each in result.built]
        return [*words, *(f"{each.rule}: {each.message}" for each in result.problems)]

    return built


def test_no_more_is_left_out_than_must(fitting: Callable[[int], list[str]]) -> None:
    """At the limit everything stands; one word below it one whole item is out, and so on."""
    (whole,) = fitting(10_000)
    words = int(whole.split()[0])
    assert fitting(words) == [f"{words} words"]
    shorter, note = fitting(words - 1)
    assert note.startswith(
        "fitted: So that the delivery “council” fits in the locale en, these were left out: "
        "records-open. The next to go in, records-open, would have cost "
    )
    cost = int(note.rpartition("cost ")[2].split()[0])
    assert words - int(shorter.split()[0]) == cost > 0


def test_what_cannot_fit_is_refused(fitting: Callable[[int], list[str]]) -> None:
    """Below the least that a letter needs, the limit refuses it: nothing is cut in a sentence."""
    answer, limit = fitting(20)
    assert answer.startswith("answer-missing: ")
    assert limit.startswith("over-limit: ")
    assert "the body refuses more than 20" in limit


def test_explain_says_what_was_left_out(
    workspace: WorkspaceFolder, fitting: Callable[[int], list[str]]
) -> None:
    """It is among what is out, with the limit for its reason."""
    words = int(fitting(10_000)[0].split()[0])
    fitting(words - 1)
    council = workspace.explain().deliveries[0]
    reasons = {each.id: each.reason for each in council.excluded}
    assert reasons["records-open"] == (
        f"Left out so that the document keeps to {words - 1} words, 3 pages."
    )
    assert "records-open" not in {each.id for each in council.included}


# --- pages ----------------------------------------------------------------------


def many(selection: Selection, number: int) -> Selection:
    """Return a selection with ``number`` recommendations of one theme."""
    (first, *_) = selection.recommendations()
    copies = tuple(
        replace(
            first, id=f"rec-{at}", priority=at, evidence=first.evidence[:1], cases=(), responses=()
        )
        for at in range(number)
    )
    return replace(selection, themes=(replace(selection.themes[0], recommendations=copies),))


@pytest.mark.parametrize("number", [1, 2, 7, 30, 60])
@pytest.mark.parametrize("most", [1, 2, 5, 9])
@pytest.mark.parametrize("of_page", [3, 4.5, 11])
def test_pages(number: int, most: int, of_page: float, workspace: WorkspaceFolder) -> None:
    """The most that fits goes in, and the document is laid out six times at the most."""
    selection = many(workspace.select(), number)
    laid_out: list[int] = []

    def compose(chosen: Selection) -> Composed:
        count = len(chosen.recommendations())
        letter = replace(sample, blocks=(Paragraph((Text("word " * 40 * count),)),))
        return Composed(letter, ())

    def lay_out(composed: Composed) -> int:
        assert composed.letter is not None
        (words,) = inlines_of(composed.letter.blocks[0])
        count = len(plain_text(words).split()) // 40
        laid_out.append(count)
        return pages(count)

    def pages(count: int) -> int:
        return max(1, -(-count // of_page).__trunc__())

    sample = sample_letter()
    found = fit(selection, Amounts(), bounds(pages=most), compose, lay_out)
    kept = len(found.selection.recommendations())
    assert len(laid_out) <= MOST_LAYOUTS
    assert pages(kept) <= most
    assert kept == number or pages(kept + 1) > most


def sample_letter() -> Letter:
    """Return any letter."""
    return letter((Paragraph((Text("x"),)),))


def test_a_letter_on_one_page(workspace: WorkspaceFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    """A real letter is laid out a few times only, and what is written keeps the limit."""
    workspace.replace(BRIEF, COUNCIL.replace("    fit: true\n", ""), COUNCIL)
    template = workspace.read_default("templates/letter.yaml")
    one_page = template.replace("pages: {most: 4}", "pages: {most: 1}")
    large_type = one_page.replace("font_size: 9.5", "font_size: 15")
    workspace.write("templates/letter.yaml", large_type)
    laid_out: list[int] = []
    known = pdf_file.count_pages

    def counting(letter: Letter, resources: Resources) -> int:
        laid_out.append(known(letter, resources))
        return laid_out[-1]

    monkeypatch.setattr(pdf_file, "count_pages", counting)
    result = workspace.build(deliveries=("council",), formats=("pdf",))
    assert [each.pages for each in result.built] == [1]
    assert 1 < len(laid_out) <= MOST_LAYOUTS
    assert laid_out[0] > 1


def test_without_a_limit_nothing_is_left_out(workspace: WorkspaceFolder) -> None:
    """And the document is composed once."""
    composed: list[Selection] = []

    def compose(chosen: Selection) -> Composed:
        composed.append(chosen)
        return Composed(sample_letter(), ())

    selection = workspace.select()
    found = fit(selection, Amounts(), bounds(), compose, None)
    assert isinstance(found, Fitted)
    assert (found.selection, found.left_out, len(composed)) == (selection, (), 1)
    assert without(selection, ()) == selection
