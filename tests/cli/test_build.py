"""``brief build`` and ``brief explain``: what is built, told and refused."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

import pytest

from generator.building import document, preparing, told
from generator.cli.options import FORMATS
from generator.inspection.forbidden import Forbidden
from generator.library import Entry, Library
from generator.model.brief import Delivery
from generator.problems import Problem
from generator.render import formats
from generator.selection.chosen import Selection
from tests.cli.support import Outcome, Typed
from tests.workspaces import BRIEF, COURTS, PRESS, SOURCES, WorkspaceFolder


def _built(outcome: Outcome) -> list[str]:
    return [f"{each['delivery']}.{each['locale']}.{each['format']}" for each in outcome.json()]


def test_the_formats_are_those_that_can_be_made() -> None:
    """The formats are those that can be made."""
    assert set(FORMATS) == set(formats.FORMATS)


def test_a_table_of_what_was_built(typed: Typed, workspace: WorkspaceFolder) -> None:
    """A table of what was built."""
    outcome = typed("build")
    assert (outcome.code, outcome.err) == (0, "")
    lines = outcome.out.splitlines()
    assert lines[0].split() == ["brief", "delivery", "locale", "format", "words", "path"]
    assert [line.split()[:4] for line in lines[1:]] == [
        ["spring", "council", "en", "md"],
        ["spring", "geneva", "en", "md"],
    ]
    assert lines[1].endswith(" output/spring/council.en.md")
    assert (workspace.root / "output/spring/council.en.md").is_file()


def test_json_has_the_fields_of_the_contract(typed: Typed, workspace: WorkspaceFolder) -> None:
    """Json has the fields of the contract."""
    outcome = typed("build spring --delivery council --json")
    path = workspace.root / "output/spring/council.en.md"
    found = outcome.json()
    assert isinstance(found[0].pop("words"), int)
    assert found == [
        {
            "brief": "spring",
            "delivery": "council",
            "addressee": None,
            "locale": "en",
            "format": "md",
            "path": str(path),
            "pages": None,
            "sha256": hashlib.sha256(path.read_bytes()).hexdigest(),
            "draft": False,
        }
    ]


@pytest.mark.parametrize(
    ("line", "built"),
    [
        ("build --delivery geneva", ["geneva.en.md"]),
        ("build --delivery geneva --delivery council", ["council.en.md", "geneva.en.md"]),
        ("build spring --to html,md --delivery council", ["council.en.html", "council.en.md"]),
        ("build --locale en --to MD", ["council.en.md", "geneva.en.md"]),
        ("build --jobs 2", ["council.en.md", "geneva.en.md"]),
    ],
)
def test_narrowed(line: str, built: list[str], typed: Typed) -> None:
    """Options narrow what is built."""
    assert _built(typed(f"{line} --json")) == built


def test_a_draft_never_replaces_a_final(typed: Typed, workspace: WorkspaceFolder) -> None:
    """A draft never replaces a final."""
    typed("build")
    outcome = typed("build --draft --delivery council")
    assert outcome.code == 0
    assert " md (draft) " in outcome.out
    names = sorted(path.name for path in (workspace.root / "output/spring").iterdir())
    assert names == ["council.en.draft.md", "council.en.md", "geneva.en.md"]


def test_another_folder_and_date(typed: Typed, workspace: WorkspaceFolder, tmp_path: Path) -> None:
    """Another folder and date."""
    out = tmp_path / "there"
    outcome = typed(f"build --delivery council --date 2026-04-05 --out {out}")
    assert outcome.code == 0
    assert str(out / "spring/council.en.md") in outcome.out
    assert "5\u00a0April 2026" in (out / "spring/council.en.md").read_text(encoding="utf-8")
    assert not (workspace.root / "output").exists()


def test_what_fails_is_refused_alone(typed: Typed, workspace: WorkspaceFolder) -> None:
    """What fails is refused alone."""
    typed("build")
    before = (workspace.root / "output/spring/council.en.md").read_bytes()
    workspace.replace(PRESS, "evidence: [press-sealed]", "evidence: [press-seeled]")
    outcome = typed("build --json")
    assert outcome.code == 1
    assert _built(outcome) == ["geneva.en.md"]
    told = f"{PRESS}:9:16: error: “evidence” refers to “press-seeled”"
    assert outcome.err.count(told) == 1
    assert "    Did you mean “press-sealed”?" in outcome.err
    assert outcome.err.endswith("1 of 2 files were not built: 1 error.\n")
    assert (workspace.root / "output/spring/council.en.md").read_bytes() == before


def test_a_name_is_known_even_where_its_file_has_mistakes(
    typed: Typed, workspace: WorkspaceFolder
) -> None:
    """A name is known even where its file has mistakes."""
    workspace.replace(BRIEF, "reference: SPRING-1\n", "")
    for line in ("build spring --delivery council --json", "explain spring --json"):
        outcome = typed(line)
        assert outcome.code == 1
        assert "The key “reference” is missing." in outcome.err
        assert outcome.json() in (
            [],
            {"brief": "spring", "deliveries": [], "named_before": []},
        )
    workspace.write(BRIEF, "title: [\n")
    assert typed("build spring --delivery council").code == 1


def test_notes_and_warnings_of_other_places_are_left_to_check(
    typed: Typed, workspace: WorkspaceFolder
) -> None:
    """Notes and warnings of other places are left to check."""
    workspace.append(SOURCES, _UNUSED)
    assert "note:" in typed("check").err
    outcome = typed("build")
    assert (outcome.code, outcome.err) == (0, "")


def test_errors_elsewhere_do_not_fail_what_was_asked_for(
    typed: Typed, workspace: WorkspaceFolder
) -> None:
    """Errors elsewhere do not fail what was asked for, but are counted."""
    workspace.replace(PRESS, "evidence: [press-sealed]", "evidence: [press-seeled]")
    workspace.write("briefs/autumn.yaml", "title: Autumn\n")
    for line in ("build spring --delivery geneva", "explain spring --delivery geneva"):
        outcome = typed(line)
        assert outcome.code == 0
        assert outcome.err.endswith(" errors elsewhere; “brief check” shows all.\n")
        assert "error:" not in outcome.err
    assert typed("build spring").code == 1
    assert typed("build").code == 1
    broken = typed("build autumn")
    assert broken.code == 1
    assert "briefs/autumn.yaml:1:1: error: The key “country” is missing." in broken.err
    assert "press-seeled" not in broken.err
    assert "Nothing was built.\n" in broken.err


def test_what_is_wrong_with_a_draft_is_a_warning(typed: Typed, workspace: WorkspaceFolder) -> None:
    """What is wrong with a draft that was built is a warning."""
    workspace.replace(PRESS, "evidence: [press-sealed]", "evidence: [press-seeled]")
    outcome = typed("build --draft")
    assert outcome.code == 0
    assert f"{PRESS}:9:16: warning: “evidence” refers to “press-seeled”" in outcome.err
    workspace.replace(BRIEF, "reference: SPRING-1\n", "")
    refused = typed("build --draft")
    assert refused.code == 1
    assert "error: The key “reference” is missing." in refused.err


def test_why_each_item_is_in_or_out(typed: Typed, workspace: WorkspaceFolder) -> None:
    """Why each item is in or out."""
    workspace.replace(
        COURTS,
        'certainty: established\n    sources: [{source: gazette-2025, locator: "p. 1"}]\n'
        "    sensitivity: public",
        'certainty: established\n    sources: [{source: gazette-2025, locator: "p. 1"}]',
    )
    outcome = typed("explain spring --delivery council")
    assert outcome.code == 0
    assert outcome.out.startswith("spring · council · en: letter, ")
    assert " words of at most " in outcome.out
    assert "\nIn (" in outcome.out
    assert "\nOut (" in outcome.out
    why = "evidence  It is internal; the delivery is cleared for public."
    assert f"judges-dismissed  {why}" in outcome.out


def test_explain_as_json(typed: Typed) -> None:
    """Explain as json."""
    outcome = typed("explain spring --json")
    assert outcome.code == 0
    found = outcome.json()["deliveries"]
    assert [(each["delivery"], each["locale"]) for each in found] == [
        ("council", "en"),
        ("geneva", "en"),
    ]
    keys = {
        *("delivery", "document", "addressee", "locale", "words", "pages", "counts", "limits"),
        *("commitments", "untranslated", "ready", "errors", "deadline", "included", "excluded"),
        "waivers",
    }
    for each in found:
        assert set(each) == keys
        for decision in (*each["included"], *each["excluded"]):
            assert set(decision) == {"id", "kind", "reason"}


_EACH = "    jointly: false\n    locales: [en]\n    formats: [md]\n  -"


def test_explain_has_an_entry_for_each_letter(typed: Typed, workspace: WorkspaceFolder) -> None:
    """One for each addressee, where each gets its own."""
    workspace.replace(BRIEF, _EACH.partition("\n")[2], _EACH)
    typed("build --delivery council")
    line = "explain spring --delivery council"
    found = typed(f"{line} --json").json()["deliveries"]
    assert [(each["delivery"], each["addressee"]) for each in found] == [
        ("council", "commissioner"),
        ("council", "chair_of_council"),
    ]
    built = typed("build --delivery council --json").json()
    assert [each["words"] for each in found] == [each["words"] for each in built]
    shown = typed(line).out
    assert "spring · council · commissioner · en: " in shown
    assert "\nspring · council · chair_of_council · en: " in shown
    typed(f"{line} --html why.html")
    assert "council · commissioner · en</h2>" in workspace.read("why.html")


def test_a_fault_in_one_letter_leaves_the_others_explained(
    typed: Typed, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The length in pages is unknown where laying out fails, and a fault is told."""
    from generator.building import release
    from generator.render import pdf_file

    known = preparing.prepare

    def failing(
        library: Library, entry: Entry, delivery: Delivery, *others: Any, **named: Any
    ) -> Any:
        if delivery.id == "council":
            raise KeyError("Bo Lantern")
        return known(library, entry, delivery, *others, **named)

    def crashing(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(release, "prepare", failing)
    monkeypatch.setattr(pdf_file, "count_pages", crashing)
    outcome = typed("explain spring --json")
    (geneva,) = outcome.json()["deliveries"]
    assert (outcome.code, geneva["delivery"], geneva["pages"]) == (3, "geneva", None)
    assert "“council.en” is not built: this is a fault of the program" in outcome.err
    assert "“geneva.en.pdf” is not built: this is a fault of the program" in outcome.err
    assert "Bo Lantern" not in outcome.err


def test_explain_as_a_page(typed: Typed, workspace: WorkspaceFolder) -> None:
    """Explain as a page."""
    outcome = typed("explain spring --html why.html")
    assert (outcome.code, outcome.out) == (0, "The explanation is in why.html.\n")
    assert "judges-appoint" in (workspace.root / "why.html").read_text(encoding="utf-8")


_UNUSED = """\
  - id: almanac-2025
    publisher: Almanac
    locale: en
    date: 2025
    kind: media
    sensitivity: public
"""


@pytest.mark.parametrize("options", ["", " --draft", " --draft --jobs 2"])
def test_a_language_that_nobody_knows_is_refused(
    options: str, typed: Typed, workspace: WorkspaceFolder
) -> None:
    """It is told with its place; a draft of the other languages is built all the same."""
    council = "    addressees: [commissioner, chair_of_council]\n    locales: [en"
    workspace.replace(BRIEF, council, f"{council}, zz")
    outcome = typed(f"build --json --delivery council{options}")
    assert outcome.code == 1
    assert outcome.err.startswith(f"{BRIEF}:20:19: error: “zz” is no language")
    assert _built(outcome) == (["council.en.md"] if options else [])
    assert typed("explain spring").code == 1
    assert typed("translate update").code == 1
    assert "locale zz" in typed("doctor").out


def test_a_source_language_that_nobody_knows_is_refused(
    typed: Typed, workspace: WorkspaceFolder
) -> None:
    """Nothing can be said without it."""
    workspace.write("workspace.yaml", "source_locale: zz\n")
    for command in ("check", "build", "build --draft", "explain spring", "translate update"):
        outcome = typed(command)
        assert outcome.code == 1, command
        assert "workspace.yaml:1:16: error: “zz” is no language" in outcome.err + outcome.out
    assert "locale zz" in typed("doctor").out


@pytest.mark.parametrize("where", ["checked_library", "build"])
def test_a_fault_before_anything_is_built_prints_an_empty_list(
    where: str, typed: Typed, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A script that reads the output finds JSON there."""

    def fail(*_: object) -> None:
        raise KeyError("Bo Lantern")

    monkeypatch.setattr(f"generator.cli.work.build.{where}", fail)
    outcome = typed("build --json")
    assert (outcome.code, outcome.json()) == (3, [])
    assert typed("build --jsn").out == ""


@pytest.mark.parametrize("options", ["", " --jobs 2", " --draft"])
def test_a_fault_of_the_program_is_told_and_the_rest_is_built(
    options: str, typed: Typed, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The exit code says that the program failed, and the output what was built."""
    known = told.names_told

    def failing(letter: Any, selection: Selection, forbidden: Forbidden) -> tuple[Problem, ...]:
        if selection.delivery.id == "council":
            raise KeyError("Bo Lantern")
        return known(letter, selection, forbidden)

    monkeypatch.setattr(document, "names_told", failing)
    outcome = typed(f"build --json{options}")
    assert (outcome.code, _built(outcome)) == (3, ["geneva.en.md"])
    assert outcome.err.startswith(f"{BRIEF}:16:5: error: “council.en")
    assert "(KeyError in tests.cli.test_build, line " in outcome.err
    assert outcome.err.endswith("1 of 2 files were not built: 1 error.\n")
    assert "Bo Lantern" not in outcome.err
