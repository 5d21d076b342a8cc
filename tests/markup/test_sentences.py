"""Content sentences: what looks like a block or like HTML comes out as the very same text."""

from __future__ import annotations

import re

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from generator.letter import Block, Emphasis, Inlines, Link, Strong, Text, inlines_of, plain_text
from generator.markup.document import document_blocks
from generator.markup.inline import sentence_inlines
from generator.markup.placeholders import Placeholder, PlaceholderError, parts, placeholders
from generator.markup.tokens import Tokens, without_tokens
from tests.render.sample_letters import HOSTILE

ACTIVE = "*_\\[]"
"""The characters by which a sentence has markup: emphasis, links and escapes."""


def said(text: str) -> Inlines:
    """Return a sentence as inlines."""
    return sentence_inlines(text, Tokens())


def spaced(text: str) -> str:
    """Return ``text`` with white space as single spaces."""
    return re.sub(r"[ \t\r\n]+", " ", text).strip(" ")


# --- placeholders ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("plain", ["plain"]),
        ("", []),
        ("{ada}", [Placeholder("ada")]),
        ("of {ada_quill:genitive}.", ["of ", Placeholder("ada_quill", "genitive"), "."]),
        ("{a}{b2}", [Placeholder("a"), Placeholder("b2")]),
        ("{{a}}", ["{", "a", "}"]),
        ("{{{a}}}", ["{", Placeholder("a"), "}"]),
        ("{{}}", ["{", "}"]),
        ("{{{{", ["{", "{"]),
    ],
)
def test_placeholders(sentence: str, expected: list[object]) -> None:
    """A name with an optional form; a literal brace is doubled."""
    assert list(parts(sentence)) == expected


@pytest.mark.parametrize(
    ("sentence", "offset"),
    [
        ("a { b", 2),
        ("{", 0),
        ("}", 0),
        ("{}", 0),
        ("{Ada}", 0),
        ("{a b}", 0),
        ("{a:}", 0),
        ("{a:Genitive}", 0),
        ("{a.b}", 0),
        ("{a[0]}", 0),
        ("{a!r}", 0),
        ("{{a}", 3),
        ("{a-b}", 0),
        ("{a:b:c}", 0),
    ],
)
def test_a_brace_that_belongs_to_nothing(sentence: str, offset: int) -> None:
    """Neither attributes nor conversions; the place of the brace is told."""
    with pytest.raises(PlaceholderError) as caught:
        list(parts(sentence))
    assert caught.value.offset == offset
    assert list(placeholders(sentence)) == []


@given(st.text())
def test_doubled_braces_are_the_text_itself(text: str) -> None:
    """Whatever a text is, doubling its braces makes it a sentence that says it."""
    doubled = text.replace("{", "{{").replace("}", "}}")
    assert "".join(part for part in parts(doubled) if isinstance(part, str)) == text


# --- sentences ------------------------------------------------------------------


@pytest.mark.parametrize(
    "sentence",
    [
        each
        for each in HOSTILE
        if not re.search(r"[*_\\]", each) and "](" not in each and each.strip()
    ],
)
def test_hostile_sentences_are_their_own_text(sentence: str) -> None:
    """Whatever some markup would take them for."""
    assert plain_text(said(sentence)) == spaced(sentence)
    assert all(isinstance(each, Text) for each in said(sentence))


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("*word*", (Emphasis((Text("word"),)),)),
        ("a **word** b", (Text("a "), Strong((Text("word"),)), Text(" b"))),
        ("snake_case_word", (Text("snake_case_word"),)),
        ("[a](https://example.org)", (Link("https://example.org", (Text("a"),)),)),
        ("![a](https://example.org)", (Text("!"), Text("[a](https://example.org)"))),
        ("[a](javascript:alert(1))", (Text("[a](javascript:alert(1))"),)),
        ("[a](file:///etc/passwd)", (Text("[a](file:///etc/passwd)"),)),
        ("[a](data:text/html,x)", (Text("[a](data:text/html,x)"),)),
        (r"\*word\*", (Text("*word*"),)),
        ("<b>a</b>", (Text("<b>a</b>"),)),
        ("&amp;", (Text("&amp;"),)),
        ("a\n  b\tc", (Text("a b c"),)),
        ("no\u00a0break", (Text("no\u00a0break"),)),
        ("a  \nb", (Text("a b"),)),
        ("a\\\nb", (Text("a\\ b"),)),
    ],
)
def test_the_markup_of_a_sentence(sentence: str, expected: Inlines) -> None:
    """Emphasis, strong, links to the web, escapes; nothing else."""
    found = said(sentence)
    assert plain_text(found) == plain_text(expected)
    if not sentence.startswith("!"):
        assert found == expected
    assert not any(isinstance(each, Link) for each in found) or sentence.startswith("[a](https")


@settings(deadline=None)
@given(
    st.text(st.characters(exclude_characters=f"{ACTIVE}\ue000\ue001\0", exclude_categories=["Cs"]))
)
@example("2022. The year")
@example("    four spaces\n# and a heading\n::: role")
@example("> a\n- b\n+ c\n1) d\n| e |\n---\n===\n~~~\n```")
@example("<script>x</script> &amp; &lt; &#65; <!-- --> <?php ?> <![CDATA[ ]]>".replace("[", ""))
@example("https://example.org www.example.org a@example.org")
@example("\x0b\x0c\u2028\u00a0\u200b")
def test_a_text_without_active_characters_is_its_own_text(text: str) -> None:
    """White space aside, nothing is added, lost or taken for markup; files have no NUL."""
    assert plain_text(said(text)) == spaced(text)


PLACES = {
    "paragraph": "{0}",
    "after words": "Words {0}",
    "in strong": "**Words {0}**",
    "entry of a list": "- {0}\n",
    "numbered entry": "1. {0}\n",
    "heading": "## {0}",
    "in a group": "::: role\n{0}\n:::",
    "table": "| a |\n| --- |\n| {0} |",
    "span": "[{0}]{{lang=kk}}",
    "link": "[{0}](https://example.org)",
    "second line": "Words  \n{0}",
    "in an entry, indented": "1. a\n\n   {0}\n",
}


def all_text(blocks: tuple[Block, ...]) -> str:
    """Return the text of blocks, line breaks as spaces."""
    runs = [plain_text(run) for block in blocks for run in inlines_of(block)]
    return " ".join(runs).replace("\n", " ")


@settings(deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"])), st.sampled_from(sorted(PLACES)))
@example("2022. The year", "paragraph")
@example("[x]: y", "paragraph")
@example("::: role", "in a group")
@example("# a", "entry of a list")
@example("a | b", "table")
@example("](https://evil.example)", "link")
@example("]{.red}", "span")
def test_a_template_keeps_content_the_same_wherever_it_stands(text: str, place: str) -> None:
    """Content is placed by a token, so that no block or inline rule can touch it."""
    content = without_tokens(text)
    assume(content.strip())
    tokens = Tokens()
    token = tokens.keep((Text(content),))
    shown = all_text(document_blocks(PLACES[place].format(token), tokens))
    before = {"after words": "Words ", "in strong": "Words ", "table": "a "}.get(place, "")
    before = {"second line": "Words ", "in an entry, indented": "a "}.get(place, before)
    assert shown == f"{before}{content}".replace("\n", " ")


@given(st.text())
def test_no_content_can_forge_a_token(text: str) -> None:
    """The characters of tokens are replaced before content meets a template."""
    tokens = Tokens()
    tokens.keep((Text("secret"),))
    forged = without_tokens(f"\ue0000\ue001{text}")
    assert "secret" not in plain_text(tuple(tokens.splice(forged)))
    assert "\ue000" not in forged


@settings(deadline=None)
@given(st.text(), st.text())
def test_a_sentence_with_a_placeholder_keeps_the_name(before: str, name: str) -> None:
    """A name with stars or brackets is text, whatever the sentence around it does."""
    tokens = Tokens()
    token = tokens.keep((Text(f"*{without_tokens(name)}* [x](y)"),))
    found = plain_text(sentence_inlines(f"{without_tokens(before)} {token}", tokens))
    assert found.endswith(f"*{without_tokens(name)}* [x](y)")


def test_a_word_in_the_middle_may_be_emphasised() -> None:
    """Placeholders inside markup stay inside it."""
    tokens = Tokens()
    found = sentence_inlines(f"*of {tokens.keep((Text('Ada'),))}*", tokens)
    assert found == (Emphasis((Text("of Ada"),)),)
