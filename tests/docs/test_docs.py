"""The documentation can be followed word by word, and says everything there is to say."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import click
import pytest
from docx import Document

from generator.cli.group import COMMANDS, brief
from generator.render.word.stylebook import REQUIRED
from tests.docs.following import NO_PDF, OTHERWISE, Follower
from tests.docs.pages import DOCS, PAGES, ROOT, anchors, blocks, code, links

FOLLOWED = {
    "start.md": "Ms Anna Sample",
    "add-a-recommendation.md": "Request 2. The authorities should open the nine news sites again",
    "draw-a-chart.md": "| January–November 2025 | 15 | 11 |",
    "name-a-person.md": "a witness and Example Rights Group",
    "write-a-brief.md": "Example Press Council (EPC) ask you to raise",
    "add-a-document-type.md": "End the prosecution of journalists for their work. Ask the",
    "take-edits-back.md": "Example Rights Group",
    "verify-a-file.md": "Example Rights Group",
    "change-the-letterhead.md": "Example Rights Group, Exampleville",
}
"""The pages that a reader follows, and words that a letter has in the end."""

TEMPLATES = ROOT / "templates"
PROJECT = ("recommendations", "briefs", "templates", "locales", ".schema")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Return a folder with a copy of the project's content in it, as after a clone."""
    for name in PROJECT:
        shutil.copytree(ROOT / name, tmp_path / "advocacy-briefs" / name)
    return tmp_path


@pytest.mark.parametrize("name", FOLLOWED)
def test_a_page_can_be_followed_word_by_word(name: str, home: Path) -> None:
    """Every command runs, shows what the page shows, and leaves what the page names."""
    page = DOCS / name
    reader = Follower(home)
    reader.follow(list(blocks(page)))
    everything = {path.relative_to(home).as_posix() for path in home.rglob("*")}
    for word in code(page):
        if word.startswith(("output/", "briefs/", "recommendations/")) and "<" not in word:
            ending = word.rstrip("/")
            if not (NO_PDF and word.endswith(".pdf")):
                assert any(each.endswith(ending) for each in everything), word
    reader._run("brief build --to md,html", expected=0)
    letters = " ".join(
        " ".join(path.read_text(encoding="utf-8").replace("*", "").split())
        for path in reader.folder.glob("output/*/*.md")
    )
    assert letters
    assert FOLLOWED[name] in letters


@pytest.mark.parametrize(
    ("name", "left"),
    [
        ("translate-a-brief.md", "french.xlsx"),
        ("add-a-language.md", "output/brussels-2026/leaders.tr.draft.docx"),
    ],
)
def test_a_page_on_languages_can_be_followed_in_the_project(
    name: str, left: str, home: Path
) -> None:
    """Every command runs and shows what the page shows, and its file is there."""
    reader = Follower(home / "advocacy-briefs")
    reader.follow(list(blocks(DOCS / name)))
    assert (reader.folder / left).is_file()


def test_what_the_start_changes_is_in_the_letter(home: Path) -> None:
    """The sentence that a reader writes comes out in the Word file and in the text."""
    reader = Follower(home / "advocacy-briefs")
    change = next(block for block in blocks(DOCS / "start.md") if block.language == "yaml")
    reader.follow([change])
    reader._run("brief build brussels-2026 --to md --locale en", expected=0)
    letter = reader.folder / "output" / "brussels-2026" / "leaders.en.md"
    assert "and to meet you afterwards." in letter.read_text(encoding="utf-8")


def test_every_line_with_a_substitute_stands_on_a_page() -> None:
    """A line of the table that no page has any more goes away."""
    typed = {
        line
        for page in PAGES
        for block in blocks(page)
        if block.language == "sh"
        for line in block.text.splitlines()
    }
    assert set(OTHERWISE) <= typed


def test_the_example_of_the_readme_is_a_real_one(tmp_path: Path) -> None:
    """The YAML stands in the workspace that ``brief init`` makes, and its letter says that."""
    snippet, letter = (
        next(each for each in blocks(ROOT / "README.md") if each.language == language).text
        for language in ("yaml", "text")
    )
    reader = Follower(tmp_path)
    reader._run("brief init ws && brief -C ws build --to md", expected=0)
    theme = tmp_path / "ws" / "recommendations" / "exampleland" / "press-freedom.yaml"
    assert snippet in theme.read_text(encoding="utf-8")
    built = (tmp_path / "ws" / "output" / "visit-2026" / "letter.en.md").read_text("utf-8")
    plain = " ".join(re.sub(r"\[\^1\]:", "1", built).replace("[^1]", "¹").split())
    for paragraph in letter.split("\n\n"):
        assert " ".join(paragraph.split()) in re.sub(r"[*_]", "", plain)


def test_the_styles_and_roles_that_a_page_names_are_those_of_the_templates() -> None:
    """Who changes the letterhead finds each style in Word, and each role in some template."""
    page = (DOCS / "change-the-letterhead.md").read_text(encoding="utf-8")
    table = page.partition("| style | for |")[2].partition("\n\n")[0]
    named = {name for row in table.split("\n")[2:] for name in _quoted(row.split("|")[1])}
    there = {str(style.name).lower() for style in Document(str(TEMPLATES / "word.docx")).styles}
    assert len(named) > 20
    assert {name.lower() for name in named} <= there
    classes = page.partition("A class is the name of a role")[2].partition("Nothing is fetched")[0]
    templates = [each.read_text(encoding="utf-8") for each in TEMPLATES.glob("*.md.j2")]
    roles = {role for each in templates for role in re.findall(r"(?m)^:{3,} ([a-z-]+)$", each)}
    assert len(roles) > 30
    assert _quoted(classes) == roles
    css = (TEMPLATES / "page.css").read_text(encoding="utf-8")
    looked = {role for role in roles if re.search(rf"\.{role}(?![\w-])", css)}
    plain = classes.partition("closer together. ")[2].partition("have no look")[0]
    assert roles - looked == _quoted(plain)


def test_the_page_names_the_styles_that_every_word_template_needs() -> None:
    """By their kind, as the problem names those that are lacking."""
    page = (DOCS / "change-the-letterhead.md").read_text(encoding="utf-8")
    table = page.partition("| kind | styles |")[2].partition("\n\n")[0]
    rows = [row.strip("| ").split(" | ") for row in table.split("\n")[2:]]
    assert {kind: _quoted(names) for kind, names in rows} == {
        kind: set(names) for kind, names in REQUIRED.items()
    }


def _quoted(text: str) -> set[str]:
    """Return what stands between backticks."""
    return set(re.findall(r"`([^`]+)`", text))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_leads_somewhere(page: Path) -> None:
    """Relative links lead to a file, and into it to a heading."""
    for link in links(page):
        if not link.startswith(("http://", "https://", "mailto:")):
            name, _, anchor = link.partition("#")
            target = (page.parent / name).resolve() if name else page
            assert target.is_file(), link
            assert not anchor or anchor in anchors(target), link


def test_every_page_can_be_reached() -> None:
    """The index and the README lead to every page."""
    for page in (DOCS / "index.md", ROOT / "README.md"):
        reached = {Path(link.partition("#")[0]).name for link in links(page)}
        wanted = {each.name for each in DOCS.glob("*.md")} - {"index.md"}
        assert wanted <= reached, page.name


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_commands_and_options_on_a_page_exist(page: Path) -> None:
    """What a page says to type is a command with options that it has."""
    typed = [
        *code(page),
        *(line for each in blocks(page) if each.language == "sh" for line in each.text.split("\n")),
    ]
    for line in typed:
        words = line.split()
        if words[:1] == ["brief"] and words[1:] and words[1] != "-C":
            assert words[1] in COMMANDS or words[1] == "[OPTIONS]", line
            known = {"-h", "--help", *_options(words[1:])}
            assert {word for word in words[2:] if word.startswith("-")} <= known, line
        if words[:1] == ["make"]:
            makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
            assert all(f"\n{target}:" in makefile for target in words[1:]), line


def _options(words: list[str]) -> set[str]:
    """Return the options of a command, or of the command below it that ``words`` go on to."""
    command = brief.get_command(click.Context(brief), words[0])
    if isinstance(command, click.Group) and words[1:]:
        command = command.get_command(click.Context(command), words[1])
    assert command is not None, words
    return {option for param in command.params for option in param.opts}
