"""Headings that a template makes: one title, and no level left out; what is wrong is told."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.letter import Block, Group, Heading, ListBlock, ListItem, Paragraph
from generator.letter.structure import Flaw, flaws
from generator.mail import Mail
from tests.render.sample_letters import letter, text
from tests.support.standards import judged
from tests.workspaces import WorkspaceFolder, as_told

TEMPLATE = "templates/letter.md.j2"
PAGE = '{{ page_lines(page_number="", running_title="", draft="DRAFT", notes="Sources") }}\n'
MISSING, DOUBLE, LATE, SKIPPED, EMPTY = (
    f"template-{name}"
    for name in (
        "title-missing",
        "title-double",
        "title-late",
        "heading-skipped",
        "heading-empty",
    )
)


def headings(*levels: int) -> tuple[Block, ...]:
    """Return headings of some levels."""
    return tuple(Heading(each, text("Words")) for each in levels)


@pytest.mark.parametrize(
    ("levels", "expected"),
    [
        ((1,), []),
        ((1, 2, 3, 4, 2, 2, 3, 2), []),
        ((), [Flaw(MISSING)]),
        ((2, 3, 2), [Flaw(MISSING)]),
        ((3,), [Flaw(MISSING), Flaw(SKIPPED, 1, 3, 1)]),
        ((1, 2, 1, 2), [Flaw(DOUBLE, 3, 1, 2)]),
        ((2, 1, 2), [Flaw(LATE, 1, 2, 0)]),
        ((1, 3, 3, 2, 4), [Flaw(SKIPPED, 2, 3, 1), Flaw(SKIPPED, 5, 4, 2)]),
    ],
)
def test_levels(levels: tuple[int, ...], expected: list[Flaw]) -> None:
    """One level down at a time, any number up, and the title first and once."""
    assert list(flaws(letter(headings(*levels)))) == expected


def test_a_heading_counts_wherever_it_stands() -> None:
    """In a group, and in an entry of a list."""
    entry = ListBlock((ListItem((Paragraph(text("a")), *headings(4))),))
    inside = (Group("masthead", headings(1)), Group("x", (*headings(2), entry)))
    assert list(flaws(letter(inside))) == [Flaw(SKIPPED, 3, 4, 2)]


def test_a_heading_without_words() -> None:
    """It keeps its level; a space is no word."""
    blocks = (*headings(1), Heading(2, text(" ")), *headings(3))
    assert list(flaws(letter(blocks))) == [Flaw(EMPTY, 2, 2, 1)]


def test_an_email_needs_no_title() -> None:
    """Its subject stands in its head."""
    mail = replace(letter(headings(2, 4)), mail=Mail())
    assert list(flaws(mail)) == []


# --- told at the template's line ----------------------------------------------------


def told(workspace: WorkspaceFolder, body: str) -> list[tuple[int, str]]:
    """Return the lines at which rules are told of a template, from the one after PAGE on."""
    workspace.write(TEMPLATE, PAGE + body)
    result = workspace.build(deliveries=("council",))
    assert bool(result.built) != bool(result.problems)
    assert {each.place.file for each in result.problems} <= {TEMPLATE}
    return [(each.place.line - 1, each.rule) for each in result.problems]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("# a\n\n## b\n\n### c", []),
        ("b", [(0, MISSING)]),
        ("# a\n\n# b", [(3, DOUBLE)]),
        ("{% for r in recommendations[:2] %}\n# a\n{% endfor %}", [(2, DOUBLE)]),
        ("## a\n\n# b", [(1, LATE)]),
        ("# a\n\n### b\n\n## c\n\n### d", [(3, SKIPPED)]),
        (
            "# a\n{% if not title %}\n## b\n{% endif %}\n{% if title %}### c{% endif %}",
            [(5, SKIPPED)],
        ),
        ("# a\n\n- ### b", [(3, SKIPPED)]),
        ("# a\n\n## {{ '' }}\n\n### c", [(3, EMPTY)]),
        ("# a\n{% if not title %}\n## b\n{% endif %}\n### c\n\n### d", [(0, SKIPPED)]),
    ],
)
def test_the_line(body: str, expected: list[tuple[int, str]], workspace: WorkspaceFolder) -> None:
    """Of the only heading that can be meant; where it may be one of several, of the file."""
    assert told(workspace, body) == expected


def test_it_is_told_once(workspace: WorkspaceFolder) -> None:
    """However many documents the template makes."""
    workspace.write(TEMPLATE, f"{PAGE}Words.")
    assert [each.rule for each in workspace.build().problems] == [MISSING]
    assert len(workspace.build(draft=True).built) == 2


def test_a_heading_of_another_file_is_told_at_the_template(workspace: WorkspaceFolder) -> None:
    """The file that makes the document; what it takes from elsewhere has no line in it."""
    workspace.write("templates/_own.md.j2", "{% macro part() %}\n\n### b\n{% endmacro %}")
    body = "{% from '_own.md.j2' import part with context %}\n# a\n{{ part() }}"
    assert told(workspace, body) == [(0, SKIPPED)]


def test_what_to_do(workspace: WorkspaceFolder) -> None:
    """The message names the heading by its number, never by what it says."""
    workspace.write(TEMPLATE, f"{PAGE}# {{{{ title }}}}\n\n## Facts\n\n#### {{{{ date }}}}")
    assert as_told(workspace.build(deliveries=("council",)).problems) == (
        f"{TEMPLATE}:6:1: error: Heading 3 of the document is of level 4 and stands below one of"
        " level 2: a level is left out.\n"
        "    Begin its line with “###”, or let the heading above it stand whenever this one does."
    )


def test_no_title(workspace: WorkspaceFolder) -> None:
    """The remedy can be copied."""
    workspace.write(TEMPLATE, f"{PAGE}Words.")
    assert as_told(workspace.build(deliveries=("council",)).problems) == (
        f"{TEMPLATE}:1:1: error: The document has no title: no heading of the first level.\n"
        "    Begin the line of the title with one “#”: # {{ subject }}"
    )


# --- what is built --------------------------------------------------------------------


@pytest.mark.usefixtures("own_fonts")
def test_a_draft_is_built_and_a_final_is_not(workspace: WorkspaceFolder) -> None:
    """In every format, with the same problems."""
    body = "Words.\n\n### a\n\n##\n\nWords.\n\n#\n\n###### b"
    workspace.write(TEMPLATE, PAGE + body)
    formats = ("pdf", "docx", "html", "md")
    final = workspace.build(deliveries=("council",), formats=formats)
    assert final.built == ()
    draft = workspace.build(deliveries=("council",), formats=formats, draft=True)
    assert tuple(each.format for each in draft.built) == formats
    rules = [each.rule for each in draft.problems if each.rule != "signatory-awaited"]
    assert sorted(rules) == sorted([LATE, EMPTY, EMPTY, SKIPPED])
    assert rules == [each.rule for each in final.problems]


@pytest.mark.usefixtures("own_fonts")
def test_what_says_nothing_makes_no_fault(workspace: WorkspaceFolder) -> None:
    """Lists, tables and paragraphs that a loop left empty: the tools find no error in the PDF."""
    parts = ("# a", "-", "| b | c |\n|---|---|", "[](https://example.org/b)", "::: quotation\n:::")
    workspace.write(TEMPLATE, PAGE + "\n\n".join((*parts, "{{ '' }}", "Words.")))
    result = workspace.build(deliveries=("council",), formats=("pdf",))
    (built,) = result.built
    found = judged(built.path)
    assert (found.errors, found.faults, result.problems) == ((), (), ())
    assert "TAG-020" not in found.warnings
