"""What is built, what is refused, and what stays as it was."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from generator.output.files import write_whole
from tests.workspaces import BRIEF, COURTS, PRESS, SOURCES, WorkspaceFolder, as_told

FORMATS = "formats: [md]\n  - id: geneva"


def whole(workspace: WorkspaceFolder, name: str = "spring/council.en.md") -> str:
    """Return the text of a file that was built."""
    return (workspace.root / "out" / name).read_text(encoding="utf-8")


def test_names_of_files(workspace: WorkspaceFolder) -> None:
    """<brief>/<delivery>.<locale>.<format>, and what is for the office only apart."""
    workspace.build()
    assert workspace.built() == ["spring/council.en.md", "spring/geneva.en.md"]
    internal = sorted(path.name for path in (workspace.root / "out/.internal/spring").iterdir())
    assert internal == ["manifest.json", "problems.json"]


def test_each_addressee_gets_an_own_letter(workspace: WorkspaceFolder) -> None:
    """Its name stands after the delivery; each is addressed to one office only."""
    workspace.replace(
        BRIEF,
        "    locales: [en]\n    formats: [md]\n  -",
        "    jointly: false\n    locales: [en]\n    formats: [md, html]\n  -",
    )
    result = workspace.build(deliveries=("council",))
    assert workspace.built() == [
        "spring/council.chair_of_council.en.html",
        "spring/council.chair_of_council.en.md",
        "spring/council.commissioner.en.html",
        "spring/council.commissioner.en.md",
    ]
    assert {each.addressee for each in result.built} == {"chair_of_council", "commissioner"}
    own = whole(workspace, "spring/council.commissioner.en.md")
    assert "Dear Mr Reed," in own
    assert "Excellency" not in own


def test_a_draft_never_replaces_a_final(workspace: WorkspaceFolder) -> None:
    """It is marked in its name and in its text."""
    workspace.build(deliveries=("council",))
    final = whole(workspace)
    workspace.build(deliveries=("council",), draft=True)
    assert workspace.built() == ["spring/council.en.draft.md", "spring/council.en.md"]
    assert whole(workspace) == final
    assert "Draft" in whole(workspace, "spring/council.en.draft.md")
    assert "Draft" not in final


def test_an_error_in_a_theme_refuses_only_what_uses_it(workspace: WorkspaceFolder) -> None:
    """The rest is built, and what was built before is still there."""
    workspace.build()
    before = whole(workspace)
    workspace.replace(PRESS, "priority: 1", "priority: first")
    workspace.replace(COURTS, "Eleven judges", "Twelve judges")
    result = workspace.build()
    assert [each.delivery for each in result.built] == ["geneva"]
    assert whole(workspace) == before
    assert "Twelve judges" in whole(workspace, "spring/geneva.en.md")


def test_a_theme_that_cannot_be_read_refuses_only_what_uses_it(
    workspace: WorkspaceFolder,
) -> None:
    """Nobody knows what is in the file; its name tells which theme it is of."""
    workspace.replace(PRESS, "priority: 1", "priority: 1: 2")
    assert [each.delivery for each in workspace.build().built] == ["geneva"]


def test_an_error_in_a_shared_file_refuses_only_those_who_refer_to_it(
    workspace: WorkspaceFolder,
) -> None:
    """A source that only the press rests on leaves the courts alone."""
    workspace.append(
        SOURCES,
        "  - {id: almanac, publisher: Almanac, locale: en, date: 2025, kind: medium}\n",
    )
    assert len(workspace.build().built) == 2
    workspace.replace(PRESS, "gazette-2025", "almanac")
    assert [each.delivery for each in workspace.build().built] == ["geneva"]


def test_an_error_in_a_brief_refuses_its_letters_and_no_others(
    workspace: WorkspaceFolder,
) -> None:
    """Briefs stand for themselves."""
    workspace.write("briefs/autumn.yaml", workspace.read(BRIEF).replace("end: 2026", "end: 2025"))
    result = workspace.build()
    assert {each.brief for each in result.built} == {"spring"}
    assert workspace.built() == ["spring/council.en.md", "spring/geneva.en.md"]


def test_a_locale_without_translation_is_refused_and_a_draft_shows_the_source(
    workspace: WorkspaceFolder,
) -> None:
    """The other locale of the same delivery is built."""
    workspace.replace(
        BRIEF,
        "    locales: [en]\n    formats: [md]\n  -",
        "    locales: [en, fr]\n    formats: [md]\n  -",
    )
    result = workspace.build(deliveries=("council",))
    assert workspace.built() == ["spring/council.en.md"]
    assert "This has no translation into “fr”." in as_told(result.problems)
    workspace.build(deliveries=("council",), locales=("fr",), draft=True)
    assert "spring/council.fr.draft.md" in workspace.built()


def test_locale_and_format_narrow_a_build(workspace: WorkspaceFolder) -> None:
    """What is asked for instead of what the deliveries name."""
    workspace.build(deliveries=("geneva",), locales=("en",), formats=("html",))
    assert workspace.built() == ["spring/geneva.en.html"]
    assert workspace.build(locales=("ru",)).built == ()


def test_another_date(workspace: WorkspaceFolder) -> None:
    """It is the letter's date, and nothing later is cited."""
    workspace.replace(COURTS, "    evidence: [records-closed]", "    evidence: [judges-dismissed]")
    workspace.build(deliveries=("geneva",), date=date(2025, 4, 1))
    early = whole(workspace, "spring/geneva.en.md")
    assert "Strelsau, 1\u00a0April 2025" in early
    assert "was detained on 10\u00a0February 2025" in early
    assert "1,200 seats" not in early


def test_too_long_is_a_warning(workspace: WorkspaceFolder) -> None:
    """Once for a document, whatever its formats."""
    audience = (
        "name: Union\nlanguages: [en]\nformats: [md]\nlimits: {letter: {words: {most: 20}}}\n"
    )
    checked = "checked: {checked_on: 2026-01-05, source: our own limit}\n"
    workspace.write("briefs/audiences/eu.yaml", audience + checked)
    result = workspace.build(deliveries=("council",), formats=("md", "html"))
    assert [each.rule for each in result.problems] == ["too-long"]
    assert len(result.built) == 2
    assert "the limit is 20 (our own limit; checked on 2026-01-05)." in result.problems[0].message


def test_a_letter_without_selection_is_refused(workspace: WorkspaceFolder) -> None:
    """An empty letter is not sent."""
    workspace.replace(
        BRIEF,
        "deliveries:",
        "select: {max_priority: 1, exclude: [judges-appoint, "
        "records-open, printers-free]}\ndeliveries:",
    )
    result = workspace.build()
    assert result.built == ()
    assert "The delivery “council” selects no recommendation." in as_told(result.problems)


def test_signatories_of_whom_no_sentence_speaks(workspace: WorkspaceFolder) -> None:
    """They stand in the letterhead and under the letter all the same."""
    workspace.replace(BRIEF, "state: asked", "state: agreed")
    workspace.build(deliveries=("council",))
    assert whole(workspace).count("Lantern Society") == 2


# --- writing --------------------------------------------------------------------


def test_a_failing_write_leaves_the_old_file(
    workspace: WorkspaceFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The file is whole, the problem told, and nothing half is left."""
    workspace.build(deliveries=("council",))
    before = whole(workspace)
    workspace.replace(COURTS, "Eleven judges", "Twelve judges")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("generator.output.files.os.fsync", full)
    with pytest.raises(OSError, match="No space left"):
        write_whole(workspace.root / "out/spring/council.en.md", b"half")
    assert whole(workspace) == before
    assert workspace.built() == ["spring/council.en.md"]


def test_a_folder_in_the_way_is_told(workspace: WorkspaceFolder) -> None:
    """The other files are written."""
    (workspace.root / "out/spring/council.en.md").mkdir(parents=True)
    result = workspace.build()
    assert workspace.built() == ["spring/geneva.en.md"]
    assert "council.en.md:1:1: error: The file cannot be written" in as_told(result.problems)


def test_the_manifest_tells_what_went_in(workspace: WorkspaceFolder) -> None:
    """Items, hashes and versions; no text, no name and no path of this machine."""
    result = workspace.build(deliveries=("council",))
    kept = (workspace.root / "out/.internal/spring/manifest.json").read_text(encoding="utf-8")
    manifest = json.loads(kept)
    (output,) = manifest["outputs"]
    assert output["sha256"] == result.built[0].sha256
    assert {"judges-appoint", "judges-dismissed", "quill-trial", "charter-4"} <= set(
        output["items"]
    )
    assert BRIEF in manifest["inputs"]
    for secret in ("Quill", str(workspace.root), "dismissed in one week"):
        assert secret not in kept


def test_hashes_of_inputs_cannot_be_guessed(tmp_path: Path, workspace: WorkspaceFolder) -> None:
    """Each output folder has a salt of its own."""
    found = []
    for name in ("one", "two"):
        workspace.build(tmp_path / name, deliveries=("council",))
        kept = (tmp_path / name / ".internal/spring/manifest.json").read_text(encoding="utf-8")
        found.append(json.loads(kept)["inputs"][BRIEF])
    assert found[0] != found[1]


def test_side_by_side_gives_the_same_bytes(tmp_path: Path, workspace: WorkspaceFolder) -> None:
    """However many documents are made at a time."""
    workspace.build(tmp_path / "one", formats=("docx", "html", "md"))
    workspace.build(tmp_path / "two", formats=("docx", "html", "md"), jobs=2)
    one = {path.name: path.read_bytes() for path in (tmp_path / "one/spring").iterdir()}
    two = {path.name: path.read_bytes() for path in (tmp_path / "two/spring").iterdir()}
    assert one == two
    assert len(one) == 6


def test_pdfs_side_by_side_have_the_same_bytes(
    own_fonts: None,  # noqa: ARG001 (only its effect is wanted)
    tmp_path: Path,
    workspace: WorkspaceFolder,
) -> None:
    """The same, with what the system's libraries do; and the same again in one process."""
    for name, jobs in (("one", 1), ("two", 2), ("three", 1)):
        workspace.build(tmp_path / name, formats=("pdf", "docx"), jobs=jobs)
    made = [
        {path.name: path.read_bytes() for path in (tmp_path / name / "spring").iterdir()}
        for name in ("one", "two", "three")
    ]
    assert made[0] == made[1] == made[2]
    assert len(made[0]) == 4
