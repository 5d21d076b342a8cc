"""The Markdown of a letter, read again, is the same letter."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

import pytest
from hypothesis import given, settings
from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

from generator.letter import (
    Emphasis,
    Gap,
    Heading,
    Inline,
    Letter,
    LineBreak,
    Link,
    ListBlock,
    ListItem,
    NoteCall,
    Rule,
    Strong,
    Text,
)
from generator.render.markdown_text import markdown
from tests.render.sample_letters import (
    HOSTILE,
    SAMPLES,
    group,
    items,
    letter,
    letters,
    lines,
    note,
    paragraph,
    text,
)
from tests.render.support import spoken, spoken_runs

READER = MarkdownIt("commonmark").enable("table").use(footnote_plugin)


def read_again(source: str) -> list[str]:
    """Return the text of each run of inlines that a reader of ``source`` sees, notes last."""
    return [_shown(token.children or ()) for token in _inline_tokens(source)]


def _inline_tokens(source: str) -> Iterator[Token]:
    return (token for token in READER.parse(source) if token.type == "inline")


def _shown(tokens: Iterable[Token]) -> str:
    shown: dict[str, Callable[[Token], str]] = {
        "softbreak": lambda _: " SOFT ",
        "hardbreak": lambda _: " ",
        "html_inline": lambda token: " " if token.content == "<br>" else token.content,
        "footnote_ref": lambda token: f"⟦{int(token.meta['id']) + 1}⟧",
        "image": lambda token: f"IMAGE {token.content}",
        "code_inline": lambda token: f"CODE {token.content}",
    }
    return "".join(shown.get(token.type, _content)(token) for token in tokens)


def _content(token: Token) -> str:
    return token.content


def written(made: Letter) -> list[str]:
    """Return what ``read_again`` should find."""
    heads = [each for each in (made.lines.mark, made.lines.notice) if each]
    heading = [made.notes_heading] if made.notes else []
    notes = (spoken(each.children) for each in made.notes)
    return [*heads, *spoken_runs(made, "⟦{}⟧"), *heading, *notes]


def stripped(texts: Iterable[str]) -> list[str]:
    """Return ``texts`` without the breaks at their ends, and without those that show nothing."""
    return [each.strip(" ") for each in texts if each.strip(" ")]


def alone(*children: Inline | str) -> str:
    """Return the Markdown of one paragraph."""
    return markdown(letter((paragraph(*children),), notice=None)).removesuffix("\n")


@pytest.mark.parametrize("sample", SAMPLES)
def test_reads_as_written(sample: str) -> None:
    """What a program reads from the Markdown is what the letter says, notes in order."""
    made = SAMPLES[sample]()
    assert stripped(read_again(markdown(made))) == stripped(written(made))


@settings(max_examples=150, deadline=None)
@given(letters())
def test_any_letter_reads_as_written(made: Letter) -> None:
    """The same for random letters."""
    assert stripped(read_again(markdown(made))) == stripped(written(made))


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_text_is_one_paragraph_of_the_same_characters(words: str) -> None:
    """Text that looks like markup stays text, to the last space."""
    tokens = READER.parse(alone(words))
    assert [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"]
    assert _shown(tokens[1].children or ()) == words


def test_structure_of_a_letter() -> None:
    """Each kind of block has its Markdown."""
    made = letter(
        (
            Heading(1, text("Re: A visit")),
            group("salutation", lines("Dear President,", "Dear Ms Kallas,")),
            group("asks", items("raise the case;", "ask for a date.")),
            group("cases", items("one", "two", ordered=False)),
            group("cases", items("three", ordered=False)),
            Rule(),
            group("sources", items("a source", start=7)),
            paragraph("See ", Emphasis(text("the report")), NoteCall(1), "."),
        ),
        (note(1, "Report, ", Link("https://example.org/a_b", text("https://example.org/a_b"))),),
        draft="Draft",
    )
    assert markdown(made) == (
        "**Draft**\n"
        "\n"
        "> A reconstruction from public sources, made to show a program at work. "
        "The organisations named here have not issued it.\n"
        "\n"
        "# Re: A visit\n"
        "\n"
        "Dear President,  \n"
        "Dear Ms Kallas,\n"
        "\n"
        "1. raise the case;\n"
        "2. ask for a date.\n"
        "\n"
        "- one\n"
        "- two\n"
        "\n"
        "+ three\n"
        "\n"
        "***\n"
        "\n"
        "7. a source\n"
        "\n"
        "See _the report_[^1].\n"
        "\n"
        "## Notes\n"
        "\n"
        "[^1]: Report, <https://example.org/a_b>\n"
    )


@pytest.mark.parametrize(
    ("children", "expected"),
    [
        (("in ", Emphasis(text("both")), " cases"), "in _both_ cases"),
        (("un", Emphasis(text("believ")), "able"), "u&#110;_believ_&#97;ble"),
        ((Strong((Emphasis(text("a")),)), Emphasis(text("b"))), "**_a_**_b_"),
        ((Emphasis(text("a")), Emphasis(text("b"))), "_ab_"),
        ((Emphasis((Text("a"), LineBreak(), Text("b"))),), "_a_  \n_b_"),
        (("1986. A year",), "1986\\. A year"),
        (("a", LineBreak(), LineBreak(), "b"), "a  \n\\\nb"),
        ((Gap("a name"),), "**a name**"),
        ((Link("javascript:alert(1)", text("here")),), "here"),
        ((Link("https://a.org/(b)", text("here")),), "[here](https://a.org/%28b%29)"),
        (("R&D, 5 * 3",), "R\\&D, 5 \\* 3"),
        (("Go!", Link("https://a.org", text("b"))), "Go\\![b](https://a.org)"),
        ((Strong(text("a")), "!", Link("https://a.org", text("b"))), "**a**\\![b](https://a.org)"),
        ((NoteCall(1), "(", Emphasis(text("b")), ")"), "[^1]\\(_b_)"),
    ],
)
def test_inlines(children: tuple[Inline | str, ...], expected: str) -> None:
    """Each kind of inline has its Markdown, also where delimiters touch letters."""
    assert alone(*children) == expected


def test_nested_blocks_keep_their_place_in_the_list() -> None:
    """What belongs to an item stands under it."""
    inner = ListBlock((ListItem((paragraph("inner"), paragraph("more"))),))
    outer = ListBlock((ListItem((paragraph("first"), inner)),), ordered=True, start=10)
    assert markdown(letter((outer,), notice=None)) == ("10. first\n\n    - inner\n\n      more\n")
