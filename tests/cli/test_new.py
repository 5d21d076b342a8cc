"""``brief new``: a skeleton in the right place, and every other byte as it was."""

from __future__ import annotations

import stat

import pytest

from generator.cli.commands.new import KINDS
from tests.cli.support import Typed
from tests.workspaces import CASES, COURTS, PEOPLE, PRESS, SOURCES, THEMES, WorkspaceFolder

FILES = {
    "brief": "briefs/new1.yaml",
    "recommendation": COURTS,
    "evidence": COURTS,
    "person": PEOPLE,
    "case": CASES,
    "source": SOURCES,
}
TO_FILL_IN = ("has no value.", "must be one of")


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_goes_into_its_file_and_check_says_what_to_fill_in(
    kind: str, typed: Typed, workspace: WorkspaceFolder
) -> None:
    """Each kind goes into its file and check says what to fill in."""
    file = FILES[kind]
    before = workspace.read(file) if kind != "brief" else ""
    theme = " --theme courts" if kind in ("recommendation", "evidence", "case", "brief") else ""
    added = typed(f"new {kind} new1{theme}")
    assert (added.code, added.err) == (0, "")
    assert added.out.startswith(f"{file}:")
    line = int(added.out.split(":")[1])
    after = workspace.read(file)
    assert "new1" in "".join(after.splitlines()[line - 1 : line + 1]) or kind == "brief"
    assert _without(after, before)
    checked = typed("check --json")
    assert checked.code == 1
    for each in checked.json():
        if each["severity"] == "error":
            assert each["file"] == file
            assert any(word in each["message"] for word in (*TO_FILL_IN, "refers to “…”"))
    assert any(each["id"] == "new1" for each in typed(f"list {_plural(kind)} --json").json())


def _plural(kind: str) -> str:
    return {"person": "people", "evidence": "evidence"}.get(kind, f"{kind}s")


def _without(after: str, before: str) -> bool:
    """Tell whether ``before`` is ``after`` without one run of lines."""
    old, new = before.splitlines(), after.splitlines()
    pairs = enumerate(zip(old, new, strict=False))
    start = next((at for at, (a, b) in pairs if a != b), len(old))
    return new[:start] == old[:start] and new[len(new) - len(old) + start :] == old[start:]


def test_a_filled_in_skeleton_has_no_problem(typed: Typed, workspace: WorkspaceFolder) -> None:
    """A filled in skeleton has no problem."""
    typed("new evidence seal-broken --theme press")
    typed("new recommendation seal-return --theme press")
    workspace.replace(PRESS, "    statement:\n", "    statement: The seal was broken.\n")
    workspace.replace(PRESS, "    raise:\n", "    raise: ask for the press;\n")
    workspace.replace(PRESS, "    ask:\n", "    ask: Return the press.\n")
    workspace.replace(PRESS, "evidence: []", "evidence: [seal-broken]")
    workspace.replace(PRESS, "sources: []", "sources: [{source: gazette-2025}]")
    text = workspace.read(PRESS)
    workspace.write(PRESS, text.replace("sensitivity: internal #", "sensitivity: public #"))
    checked = typed("check --json")
    assert [each for each in checked.json() if each["severity"] == "error"] == []


def test_new_files_for_a_new_theme_and_country(typed: Typed, workspace: WorkspaceFolder) -> None:
    """New files for a new theme and country."""
    workspace.append(THEMES, "  - {id: schools, name: Schools}\n")
    assert typed("new recommendation r1 --theme schools").code == 0
    schools = workspace.read("recommendations/ruritania/schools.yaml")
    assert schools.startswith(
        "# yaml-language-server: $schema=../../.schema/theme.json\ntheme: schools\ncountry: XA\n"
    )
    assert typed("new case c1 --country borduria --code XB").code == 0
    assert "country: XB" in workspace.read("recommendations/borduria/cases.yaml")
    assert typed("new evidence e1 --theme press --country borduria").code == 0
    assert typed("new source s1 --country XA").code == 0
    assert "  - id: s1\n" in workspace.read(SOURCES)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("brief spring", "The id “spring” is taken: brief in briefs/spring.yaml:"),
        ("evidence judges-count --theme press", f"is taken: evidence in {COURTS}:32."),
        ("case gazette-2025", f"is taken: source in {SOURCES}:2."),
        ("person Ada-Quill", "with “_” between words. Did you mean “ada_quill”?"),
        ("source a_b", "with “-” between words. Did you mean “a-b”?"),
        ("source ../x", "cannot be the id of a source"),
        ("recommendation r1", "Say which theme it belongs to with --theme. In"),
        ("recommendation r1 --theme cuorts", "Did you mean “courts”?"),
        ("person p1 --theme courts", "A person does not belong to a theme"),
        ("source s1 --country ruritanja", "Did you mean “ruritania”?"),
        ("source s1 --country commitments --code XC", "There is no folder"),
        ("source s1 --code xa", "“xa” is not a country in two capital letters"),
        ("source s1 --code XC", "have the country XA, not XC."),
        ("theme t1", "'theme' is not one of"),
    ],
)
def test_refused(line: str, said: str, typed: Typed, workspace: WorkspaceFolder) -> None:
    """What cannot be added is refused with the reason, and nothing changes."""
    before = {path: path.read_bytes() for path in workspace.root.rglob("*.yaml")}
    outcome = typed(f"new {line}")
    assert (outcome.code, outcome.out) == (2, "")
    assert said in outcome.error()
    assert {path: path.read_bytes() for path in workspace.root.rglob("*.yaml")} == before


def test_a_file_that_cannot_be_read_is_not_touched(
    typed: Typed, workspace: WorkspaceFolder
) -> None:
    """A file that cannot be read is not touched."""
    workspace.write(SOURCES, "sources: [\n")
    outcome = typed("new source s1")
    assert outcome.code == 2
    assert f"{SOURCES} has a mistake. Mend it first" in outcome.error()
    assert workspace.read(SOURCES) == "sources: [\n"
    workspace.write(SOURCES, b"sources: \xff\n")
    assert "The file is not UTF-8 text" in typed("new source s1").error()


def test_rights_marks_and_line_ends_stay(typed: Typed, workspace: WorkspaceFolder) -> None:
    """Rights marks and line ends stay."""
    path = workspace.root / SOURCES
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    path.chmod(0o600)
    before = path.read_bytes()
    assert typed("new source s1").code == 0
    after = path.read_bytes()
    assert after.startswith(before)
    assert after.count(b"\n") == after.count(b"\r\n")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_the_day_is_todays(
    typed: Typed, workspace: WorkspaceFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The day of a new brief is today."""
    from datetime import date

    class Today(date):
        @classmethod
        def today(cls) -> Today:
            return cls(2031, 2, 3)

    monkeypatch.setattr("generator.cli.commands.new.date", Today)
    typed("new brief autumn --theme press")
    text = workspace.read("briefs/autumn.yaml")
    assert "\ndate: 2031-02-03 " in text
    assert "\nreference: AUTUMN\n" in text
    assert "\nthemes: [press]\n" in text
    assert "\ncountry: XA\n" in text
