"""Every type and every script, looked at by two checkers of PDF/UA and by the tests' own."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pikepdf
import pytest
import yaml

from generator.building import BuildResult
from generator.render import pdf_file
from tests.building.conftest import ROOT
from tests.render.sample_letters import russian_letter
from tests.render.script_letters import SCRIPT_LETTERS, scripts_as_pdf
from tests.render.support import Templates
from tests.support.aviary import Combination, aviary
from tests.support.golden import Golden
from tests.support.shared import shared
from tests.support.standards import Verdict, explained, findings, judged, tell_results, told_results
from tests.support.tagged import elements, faults, kids
from tests.workspaces import WorkspaceFolder

_EVERY = {path.stem: yaml.safe_load(path.read_text()) for path in ROOT.glob("templates/*.yaml")}
TYPES = tuple(sorted(name for name, each in _EVERY.items() if "pdf" in each.get("formats", ())))
LOCALES = tuple(sorted(each.name for each in (ROOT / "locales").iterdir() if each.is_dir()))
SCRIPTS = (*SCRIPT_LETTERS, "ru")
IN_WORD = ("un-written-statement", "un-oral-statement", "eu-resolution")
"""Deliveries that are sent as Word files: their PDFs are drafts."""
SMALL, SMALL_CHINESE = 120_000, 400_000
"""Bytes that a file of two pages without pictures has at most."""


@pytest.fixture(scope="session")
def files(
    shipped: BuildResult, own_workspace: WorkspaceFolder, tmp_path_factory: pytest.TempPathFactory
) -> Mapping[str, Path]:
    """Return a file of each type in English, and a letter in each script."""

    def made(folder: Path) -> Mapping[str, Path]:
        draft = own_workspace.build(
            folder, deliveries=IN_WORD, formats=("pdf",), locales=("en",), draft=True
        )
        built = [each for each in (*shipped.built, *draft.built) if each.format == "pdf"]
        longest = sorted(built, key=lambda each: each.pages or 0)
        found = {_documents()[each.brief, each.delivery]: each.path for each in longest}
        letters = shared(tmp_path_factory, "scripts-pdf", scripts_as_pdf)
        letters = {**letters, "ru": pdf_file.render(russian_letter(), Templates())}
        for name, rendered in letters.items():
            found[name] = folder / f"{name}.pdf"
            found[name].write_bytes(rendered.data)
        return found

    return shared(tmp_path_factory, "accessible", made)


@cache
def _documents() -> Mapping[tuple[str, str], str]:
    """Return the type of each shipped delivery."""
    briefs = {path.stem: yaml.safe_load(path.read_text()) for path in ROOT.glob("briefs/*.yaml")}
    return {
        (name, each["id"]): each["document"]
        for name, brief in briefs.items()
        for each in brief["deliveries"]
    }


@pytest.fixture(scope="session")
def verdicts(
    files: Mapping[str, Path], tmp_path_factory: pytest.TempPathFactory
) -> Mapping[str, Verdict]:
    """Return what was found in each file."""
    return shared(
        tmp_path_factory,
        "verdicts",
        lambda _: {name: judged(path) for name, path in files.items()},
    )


@pytest.mark.parametrize("name", [*TYPES, *SCRIPTS])
def test_nothing_is_wrong_with_a_type_or_a_script(
    name: str, verdicts: Mapping[str, Verdict]
) -> None:
    """No error of a tool, and no fault that the tools do not see."""
    assert verdicts[name].errors == ()
    assert verdicts[name].faults == ()


def test_every_warning_is_explained(verdicts: Mapping[str, Verdict]) -> None:
    """In the one list of the docs, which has nothing that is not given any more."""
    assert {rule for each in verdicts.values() for rule in each.warnings} == explained()


def test_the_table_of_results_is_what_was_found(
    verdicts: Mapping[str, Verdict], files: Mapping[str, Path], golden: Golden
) -> None:
    """The docs say of each type and each script what the tools say of it now."""
    rows = [
        f"| {name} | {_pages(files[name])} | {verdicts[name].row} |" for name in (*TYPES, *SCRIPTS)
    ]
    head = ["| type or language | pages | errors | warnings |", "|---|---|---|---|"]
    table = "".join(f"{line}\n" for line in (*head, *rows))
    if golden.update:
        tell_results(table)
    assert told_results() == table


def _pages(path: Path) -> int:
    with pikepdf.open(path) as pdf:
        return len(pdf.pages)


# --- what the tools are good for --------------------------------------------------


def _without_tags(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.StructTreeRoot


def _without_language(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.Lang


def _without_a_mark(pdf: pikepdf.Pdf) -> None:
    page = pdf.pages[0]
    drawn = page.Contents.read_bytes()
    page.Contents.write(drawn.replace(b"/Span\n<</MCID 3>>\nBDC", b"/Span\nBMC"))


def _without_contents(pdf: pikepdf.Pdf) -> None:
    del next(each for page in pdf.pages for each in page.get("/Annots", [])).Contents


def _without_print(pdf: pikepdf.Pdf) -> None:
    next(each for page in pdf.pages for each in page.get("/Annots", [])).F = 0


def _with_a_heading_left_out(pdf: pikepdf.Pdf) -> None:
    _first(pdf, "/H2").S = pikepdf.Name.H4


def _with_two_titles(pdf: pikepdf.Pdf) -> None:
    _first(pdf, "/H2").S = pikepdf.Name.H1


def _with_a_mark_astray(pdf: pikepdf.Pdf) -> None:
    numbers = pdf.Root.StructTreeRoot.ParentTree.Nums
    numbers[1][0] = numbers[1][9]


def _with_notes_of_one_name(pdf: pikepdf.Pdf) -> None:
    for each in elements(pdf.Root.StructTreeRoot):
        if each.S == "/Note":
            each.ID = pikepdf.String("note-1")


def _with_an_untyped_artifact(pdf: pikepdf.Pdf) -> None:
    page = pdf.pages[0]
    page.Contents.write(
        page.Contents.read_bytes().replace(b"/Artifact <</Type/Layout>>\nBDC", b"/Artifact\nBMC")
    )


def _without_labels(pdf: pikepdf.Pdf) -> None:
    item = _first(pdf, "/LI")
    item.K = kids(item)[-1]


def _without_colours(pdf: pikepdf.Pdf) -> None:
    pdf.Root.OutputIntents[0].S = pikepdf.Name.GTS_PDFX


def _transparent(pdf: pikepdf.Pdf) -> None:
    state = pikepdf.Dictionary(Type=pikepdf.Name.ExtGState, ca=0.5)
    pdf.Root.Extra = pdf.make_indirect(state)


def _drawn_backwards(pdf: pikepdf.Pdf) -> None:
    page = pdf.pages[0]
    drawn = page.Contents.read_bytes().replace(b"/MCID 2>>", b"/MCID x>>")
    drawn = drawn.replace(b"/MCID 3>>", b"/MCID 2>>").replace(b"/MCID x>>", b"/MCID 3>>")
    page.Contents.write(drawn)


def _first(pdf: pikepdf.Pdf, kind: str) -> Any:
    return next(each for each in elements(pdf.Root.StructTreeRoot) if kind == each.S)


TOLD_BY_TOOLS = (_without_tags, _without_language, _without_a_mark, _with_a_heading_left_out)
TOLD_BY_OURS: Mapping[Callable[[pikepdf.Pdf], None], str] = {
    _without_a_mark: "drawn without a mark",
    _without_contents: "a link without words",
    _without_print: "a link that is not printed",
    _with_a_heading_left_out: "a level of headings left out",
    _with_two_titles: "not one heading of the first level",
    _with_a_mark_astray: "a mark that leads elsewhere",
    _with_notes_of_one_name: "a note without an id of its own",
    _with_an_untyped_artifact: "an artifact without a type",
    _without_colours: "no profile of colours",
    _transparent: "something transparent",
    _drawn_backwards: "drawn in another order",
}


@pytest.mark.parametrize("broken", TOLD_BY_TOOLS, ids=lambda each: each.__name__)
def test_the_tools_see_a_broken_file(
    broken: Callable[[pikepdf.Pdf], None], files: Mapping[str, Path], tmp_path: Path
) -> None:
    """They would be of no use if nothing were wrong with any file."""
    with pikepdf.open(files["letter"]) as pdf:
        broken(pdf)
        pdf.save(tmp_path / "broken.pdf")
    assert any(severity == "error" for _, severity, _ in findings(tmp_path / "broken.pdf"))


@pytest.mark.parametrize("broken", TOLD_BY_OURS, ids=lambda each: each.__name__)
def test_our_own_look_sees_a_broken_file(
    broken: Callable[[pikepdf.Pdf], None], files: Mapping[str, Path]
) -> None:
    """Each fault has its name."""
    with pikepdf.open(files["letter"]) as pdf:
        assert faults(pdf) == set()
        broken(pdf)
        assert TOLD_BY_OURS[broken] in faults(pdf)


# --- how large they are -----------------------------------------------------------


@pytest.mark.parametrize("name", [*TYPES, *SCRIPTS])
def test_files_are_small(name: str, files: Mapping[str, Path]) -> None:
    """A page more may cost as much as two have; a Chinese letter has more characters."""
    pages = max(2, _pages(files[name]))
    most = SMALL_CHINESE if name in {"zh", "en"} else SMALL
    assert files[name].stat().st_size < most * pages / 2


# --- every type in every language -------------------------------------------------


@pytest.mark.whole
@pytest.mark.usefixtures("own_fonts")
@pytest.mark.parametrize("locale", LOCALES)
def test_every_type_in_every_language(locale: str, tmp_path: Path) -> None:
    """Drafts of made-up content, in which nothing is translated but the document itself."""
    cells = [
        Combination(each, _EVERY[each]["audiences"][0], locale, "pdf", "public") for each in TYPES
    ]
    folder, _ = aviary(tmp_path / "workspace", cells)
    _name_everybody(folder, locale)
    built = folder.build(
        tmp_path / "out", deliveries=tuple(each.id for each in cells), draft=True
    ).built
    assert len(built) == len(cells)
    for each in built:
        verdict = judged(each.path)
        assert (verdict.errors, verdict.faults) == ((), ()), each.delivery
        assert set(verdict.warnings) <= explained(), each.delivery


def _name_everybody(folder: WorkspaceFolder, locale: str) -> None:
    """Give every name in a workspace its spelling in a language: the English one."""
    for path in folder.root.rglob("*.yaml"):
        content = yaml.safe_load(path.read_text("utf-8"))
        path.write_text(yaml.safe_dump(_named(content, locale), allow_unicode=True), "utf-8")


def _named(node: Any, locale: str) -> Any:
    if isinstance(node, list):
        return [_named(each, locale) for each in node]
    if not isinstance(node, dict):
        return node
    named = {key: _named(each, locale) for key, each in node.items()}
    return {**named, locale: named["en"]} if "en" in named and locale not in named else named
