"""``brief translate update``: nothing is lost, what changed is stale, diffs are small."""

from __future__ import annotations

import difflib

import pytest

from generator.catalogues.checks import translations_hold
from generator.catalogues.update import open_locale
from generator.library import open_library
from tests.catalogues.support import (
    all_texts,
    entry,
    files,
    messages,
    opened,
    translate,
    translate_all,
    update,
)
from tests.workspaces import BO_AGREED, BRIEF, COURTS, PRESS, SOURCES, WorkspaceFolder, as_told

CONTENT = "locales/fr/LC_MESSAGES/content.po"
SEALED = "press-sealed.statement"


def test_every_sentence_of_a_letter_is_there_once(workspace: WorkspaceFolder) -> None:
    """With its file, its keys and the id of its record; a bare placeholder needs nobody."""
    update(workspace)
    text = workspace.read(CONTENT)
    assert (
        "#. evidence › press-sealed › statement\n#: recommendations/ruritania/press.yaml\n"
        'msgctxt "press-sealed.statement"\n' in text
    )
    assert 'msgctxt "brief:spring.opening.1"' in text
    assert 'msgctxt "quill-trial.history.2025-09-01.statement"' in text
    assert 'msgctxt "judges-appoint.audiences.un.raise"' in text
    assert 'msgctxt "theme:courts.name"' in text
    assert "observer-2025.publisher" not in text
    keys = [each.msgctxt for each in opened(workspace).entries().values()]
    assert len(keys) == len(set(keys)) > 25


def test_the_same_twice_changes_nothing(workspace: WorkspaceFolder) -> None:
    """No time stamp, no other order, no other line ends."""
    assert update(workspace) == [CONTENT]
    translate_all(workspace)
    before = all_texts(workspace.root)
    assert update(workspace) == []
    assert all_texts(workspace.root) == before


def test_a_changed_sentence_is_stale_and_keeps_its_translation(workspace: WorkspaceFolder) -> None:
    """The old source stands beside the new one; the rest of the file stays as it is."""
    update(workspace)
    translate(workspace, {SEALED: "La presse de {bo_lantern} a été scellée."})
    before = workspace.read(CONTENT)
    workspace.replace(PRESS, "was sealed.", "was sealed in May.")
    update(workspace)
    found = entry(workspace, SEALED)
    assert (found.msgid, found.previous_msgid) == (
        "The press of {bo_lantern} was sealed in May.",
        "The press of {bo_lantern} was sealed.",
    )
    assert found.fuzzy
    assert found.msgstr == "La presse de {bo_lantern} a été scellée."
    changed = [
        line
        for line in difflib.ndiff(before.splitlines(), workspace.read(CONTENT).splitlines())
        if line[0] in "+-"
    ]
    assert changed == [
        "+ #, fuzzy",
        '+ #| msgid "The press of {bo_lantern} was sealed."',
        '- msgid "The press of {bo_lantern} was sealed."',
        '+ msgid "The press of {bo_lantern} was sealed in May."',
    ]


def test_the_first_source_is_kept_through_a_second_change(workspace: WorkspaceFolder) -> None:
    """The translation is of that one; and when it comes back, the translation holds again."""
    update(workspace)
    translate(workspace, {SEALED: "Scellée: {bo_lantern}."})
    for old, new in (("was sealed.", "was shut."), ("was shut.", "was closed.")):
        workspace.replace(PRESS, old, new)
        update(workspace)
    assert entry(workspace, SEALED).previous_msgid == "The press of {bo_lantern} was sealed."
    workspace.replace(PRESS, "was closed.", "was sealed.")
    update(workspace)
    found = entry(workspace, SEALED)
    assert (found.fuzzy, found.previous_msgid, found.msgstr) == (
        False,
        None,
        "Scellée: {bo_lantern}.",
    )


def test_what_is_deleted_is_laid_aside_and_comes_back(workspace: WorkspaceFolder) -> None:
    """An untranslated text leaves nothing behind."""
    update(workspace)
    translate(workspace, {SEALED: "Scellée: {bo_lantern}."})
    text = workspace.read(PRESS)
    workspace.replace(PRESS, "id: press-sealed", "id: press-shut")
    workspace.replace(PRESS, "[press-sealed]", "[press-shut]")
    update(workspace)
    assert '#~ msgstr "Scellée: {bo_lantern}."' in workspace.read(CONTENT)
    assert entry(workspace, "press-shut.statement").msgstr == ""
    update(workspace)
    workspace.write(PRESS, text)
    update(workspace)
    assert entry(workspace, SEALED).msgstr == "Scellée: {bo_lantern}."
    assert "#~" not in workspace.read(CONTENT)


def test_a_moved_record_keeps_its_translation(workspace: WorkspaceFolder) -> None:
    """The id counts, not the file or the line."""
    update(workspace)
    translate_all(workspace)
    item = workspace.read(PRESS).partition("evidence:\n")[2]
    workspace.replace(PRESS, "evidence:\n" + item, "")
    workspace.replace(
        COURTS, "evidence:\n  - id: judges-dismissed", f"evidence:\n{item}  - id: judges-dismissed"
    )
    update(workspace)
    found = entry(workspace, SEALED)
    assert (found.msgstr, found.fuzzy) == ("→ The press of {bo_lantern} was sealed.", False)
    assert found.occurrences == [(COURTS, "")]


def test_a_paragraph_put_first_moves_the_others_with_their_translations(
    workspace: WorkspaceFolder,
) -> None:
    """Paragraphs have no ids; the same text in the same list is the same paragraph."""
    update(workspace)
    translate_all(workspace)
    workspace.replace(BRIEF, "opening:\n", "opening:\n  - A word before.\n")
    update(workspace)
    assert entry(workspace, "brief:spring.opening.1").msgstr == ""
    moved = entry(workspace, "brief:spring.opening.2")
    assert moved.msgstr == "→ We write to you before {chair_of_council} meets the government."
    assert not moved.fuzzy


def test_new_line_ends_in_the_yaml_change_nothing(workspace: WorkspaceFolder) -> None:
    """A message has single spaces."""
    update(workspace)
    translate_all(workspace)
    before = all_texts(workspace.root)
    workspace.replace(
        PRESS,
        "statement: The press of {bo_lantern} was sealed.",
        "statement: >-\n      The press of\n      {bo_lantern} was   sealed.",
    )
    update(workspace)
    assert all_texts(workspace.root) == before


@pytest.mark.parametrize("sensitivity", ["restricted", "internal"])
def test_what_is_not_public_has_a_catalogue_of_its_own(
    workspace: WorkspaceFolder, sensitivity: str
) -> None:
    """And leaves the public one with its translation when it ceases to be public."""
    update(workspace)
    translate_all(workspace)
    item = workspace.read(PRESS)
    workspace.write(PRESS, item.replace("sensitivity: public", f"sensitivity: {sensitivity}"))
    assert update(workspace) == [f"locales/fr/LC_MESSAGES/content-{sensitivity}.po", CONTENT]
    assert "was sealed" not in workspace.read(CONTENT)
    assert entry(workspace, SEALED).msgstr == "→ The press of {bo_lantern} was sealed."


def test_a_sentence_that_tells_a_withheld_name_is_internal(workspace: WorkspaceFolder) -> None:
    """Whoever may not be named is not named to translators either."""
    workspace.replace("recommendations/ruritania/people.yaml", BO_AGREED, "")
    workspace.replace(
        PRESS, "The press of {bo_lantern} was sealed.", "The Lantern press was sealed."
    )
    update(workspace)
    assert "Lantern press" not in workspace.read(CONTENT)
    assert "Lantern press" in workspace.read("locales/fr/LC_MESSAGES/content-internal.po")


def test_a_broken_catalogue_is_told_with_its_line_and_nothing_is_written(
    workspace: WorkspaceFolder,
) -> None:
    """Its translations would be lost."""
    update(workspace)
    text = workspace.read(CONTENT)
    workspace.write(CONTENT, text.replace('msgctxt "press-sealed', 'msgctx "press-sealed'))
    found = open_locale(workspace.root, "fr", messages(workspace))
    line = text[: text.index('msgctxt "press-sealed')].count("\n") + 1
    assert as_told(found.problems).splitlines()[0] == (
        f"{CONTENT}:{line}:1: error: This is not a gettext catalogue, or it is damaged from here"
        " on."
    )
    assert list(found.changed()) == []


def test_what_a_tool_wrote_into_the_head_stays(workspace: WorkspaceFolder) -> None:
    """And the plural forms are those of the language."""
    update(workspace)
    workspace.replace(
        CONTENT,
        '"Language: fr\\n"',
        '"Last-Translator: Odile\\n"\n"Language: fr\\n"\n"X-Generator: Poedit 3.4\\n"',
    )
    update(workspace)
    head = files(workspace)[0].metadata
    assert (head["Last-Translator"], head["X-Generator"]) == ("Odile", "Poedit 3.4")
    assert head["Plural-Forms"].startswith("nplurals=3;")


def test_a_sentence_with_a_percent_sign_is_no_format(workspace: WorkspaceFolder) -> None:
    """Translators' tools would ask for the "% s" of "5 % sure" otherwise."""
    workspace.replace(SOURCES, "publisher: Gazette of Strelsau", "publisher: 5 % sure Gazette")
    update(workspace)
    assert entry(workspace, "gazette-2025.publisher").flags == ["no-python-format"]


def test_wording_that_the_package_translates_is_not_asked_for_again(
    workspace: WorkspaceFolder,
) -> None:
    """A language that the package does not have needs it; so does a template of one's own."""
    documents = "locales/{}/LC_MESSAGES/documents.po"
    update(workspace, "fr")
    update(workspace, "ms")
    assert not (workspace.root / documents.format("fr")).exists()
    assert 'msgid "Subject: {subject}"' in workspace.read(documents.format("ms"))
    workspace.write("templates/memo.md.j2", '{{ _("To whom it concerns") }}')
    update(workspace, "fr")
    own = workspace.read(documents.format("fr"))
    assert 'msgid "To whom it concerns"' in own
    assert "Subject" not in own


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "{{ _(subject) }}",
            "templates/memo.md.j2:1:1: error: A wording that is",
        ),
        ("a\n{% if %}", "templates/memo.md.j2:2:1: error: "),
        (b"\xff", "templates/memo.md.j2:1:1: error: The file is not UTF-8 text"),
    ],
)
def test_a_template_whose_wording_cannot_be_read_is_told(
    workspace: WorkspaceFolder, text: str | bytes, told: str
) -> None:
    """With its line, and the others are read all the same."""
    workspace.write("templates/memo.md.j2", text)
    library, _ = open_library(workspace.root)
    assert as_told(translations_hold(library)).startswith(told)
    assert messages(workspace)["documents"]
