"""The HTML of a letter: the same text, nothing that runs or loads, notes that lead both ways."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given, settings

from generator.letter import Emphasis, Letter, LineBreak, Link, NoteCall, NoteReference
from generator.render.base import RenderFailure
from generator.render.html_page import print_html, render
from generator.render.page_template import css_counters, css_string, fill
from tests.render.sample_letters import (
    HOSTILE,
    SAMPLES,
    group,
    hostile_letter,
    items,
    joint_letter,
    letter,
    letters,
    note,
    paragraph,
    text,
)
from tests.render.support import Templates, spoken_runs

TEMPLATES = Templates()
_BLOCK_TAGS = {"p", "li", "h1", "h2", "h3", "td", "th", "title"}


class Reader(HTMLParser):
    """What a browser would find: the text of each block, addresses, ids, every element."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.skipped = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element, and begin a new text where it is a block."""
        self.elements.append((tag, dict(attrs)))
        self.skipped = tag == "style"
        if tag in _BLOCK_TAGS:
            self.texts.append("")
        if tag == "br":
            self.texts[-1] += " "

    def handle_data(self, data: str) -> None:
        """Add to the text of the block."""
        if self.texts and not self.skipped:
            self.texts[-1] += data

    def handle_endtag(self, tag: str) -> None:
        """Leave the styles, or a block."""
        self.skipped = self.skipped and tag != "style"
        if tag in _BLOCK_TAGS:
            self.texts.append("")


def screen(made: Letter) -> str:
    """Return the file for the screen."""
    return render(made, TEMPLATES).data.decode()


def read(page: str) -> Reader:
    """Return what a browser finds in ``page``."""
    reader = Reader()
    reader.feed(page)
    return reader


def attributes(reader: Reader, tag: str, name: str) -> list[str]:
    """Return the values of attribute ``name`` of every ``tag``."""
    return [str(found[name]) for each, found in reader.elements if each == tag and name in found]


@pytest.mark.parametrize("sample", SAMPLES)
def test_reads_as_written(sample: str) -> None:
    """What stands in the elements is what the letter says."""
    made = SAMPLES[sample]()
    found = [each.strip() for each in read(screen(made)).texts]
    for run in spoken_runs(made):
        assert run.strip() in found


@settings(max_examples=60, deadline=None)
@given(letters())
def test_any_letter_reads_as_written(made: Letter) -> None:
    """The same for random letters, in both pages."""
    found = [each.strip() for each in read(screen(made)).texts]
    for run in spoken_runs(made):
        assert run.strip() in found
    numbers = attributes(read(print_html(made, TEMPLATES)), "span", "data-number")
    assert numbers == [str(each.number) for each in made.notes]


def test_markup_of_a_letter() -> None:
    """Roles are classes, calls and notes lead to each other, a list goes on counting."""
    made = letter(
        (
            group("asks", items("raise the case;", start=3)),
            paragraph("See", NoteCall(1), LineBreak(), Emphasis(text("note ")), NoteReference(1)),
        ),
        (note(1, "A ", Link("https://example.org/?a=1&b=2", text("source"))),),
    )
    page = screen(made)
    assert (
        '<div class="asks">\n'
        '<ol start="3" style="counter-reset: list-item 2">\n'
        "<li><p>raise the case;</p></li>\n"
        "</ol>\n"
        "</div>\n"
        '<p>See<sup class="call"><a id="call-1" href="#note-1" role="doc-noteref">1</a></sup><br>'
        '<em>note </em><a class="reference-to-note" href="#note-1">1</a></p>'
    ) in page
    assert (
        '<li id="note-1" value="1"><a class="back" href="#call-1" role="doc-backlink">1</a> '
        'A <a href="https://example.org/?a=1&amp;b=2">source</a></li>'
    ) in page
    assert "<h2>Notes</h2>" in page


@pytest.mark.parametrize("medium", [screen, lambda made: print_html(made, TEMPLATES)])
def test_nothing_runs_and_nothing_loads(medium: object) -> None:
    """Hostile text makes no element, and no element asks for another file."""
    assert callable(medium)
    reader = read(medium(hostile_letter()))
    tags = {tag for tag, _ in reader.elements}
    assert not tags & {"script", "img", "link", "iframe", "object", "embed", "base", "svg", "b"}
    assert all(not name.startswith("on") for _, found in reader.elements for name in found)
    assert [tag for tag, _ in reader.elements].count("style") == 1
    styles = re.findall(r"<style>(.*?)</style>", medium(hostile_letter()), re.DOTALL)
    assert len(styles) == 1
    assert not re.search(r"url\(|@import", styles[0])


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "x", "http://["]
)
def test_only_the_web_and_e_mail_can_be_followed(address: str) -> None:
    """Another address is text without a link."""
    page = screen(letter((paragraph(Link(address, text("here"))),), notice=None))
    assert "<p>here</p>" in page


def test_links_lead_where_they_say() -> None:
    """Every link inside the file has its target."""
    reader = read(screen(joint_letter()))
    ids = {value for tag in ("a", "li") for value in attributes(reader, tag, "id")}
    inside = {each[1:] for each in attributes(reader, "a", "href") if each.startswith("#")}
    assert len(inside) == 12
    assert inside <= ids


def test_language_of_the_page_and_of_a_foreign_name() -> None:
    """A screen reader is told which language it reads."""
    page = screen(joint_letter())
    assert '<html lang="en" dir="ltr">' in page
    assert '<span lang="kk">Қасым-Жомарт Тоқаев</span>' in page


def test_what_every_page_says_stands_on_the_screen() -> None:
    """The notice and the draft mark are text there, not only lines of the printed page."""
    page = screen(letter((paragraph("x"),), draft="Draft, not for sending"))
    assert '<p class="draft-mark">Draft, not for sending</p>' in page
    assert '<footer class="notice-line">A reconstruction from public sources' in page


def test_a_mistake_in_a_template_names_its_line() -> None:
    """A broken template of a workspace is a failure that says where."""
    broken = Templates({"page.html.j2": b"<p>\n{% if %}"})
    with pytest.raises(RenderFailure) as caught:
        render(joint_letter(), broken)
    assert (caught.value.rule, caught.value.fields["line"]) == ("page-template", 2)


@pytest.mark.parametrize(
    "template", [b"{{ nothing }}", b"{{ letter.__class__ }}", b"{{ ''.__class__.__mro__ }}"]
)
def test_a_template_sees_only_the_letter(template: bytes) -> None:
    """Undefined names and the inside of Python are refused."""
    with pytest.raises(RenderFailure, match="page-template"):
        render(joint_letter(), Templates({"page.html.j2": template}))


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("plain ’text’", '"plain ’text’"'),
        ('"', '"\\22 "'),
        ("\\", '"\\5c "'),
        ("</style>", '"\\3c /style\\3e "'),
        ("a\nb", '"a\\a b"'),
    ],
)
def test_text_in_styles(words: str, expected: str) -> None:
    """No text can end the string or the style element it stands in."""
    assert css_string(words) == expected


@pytest.mark.parametrize("words", HOSTILE)
def test_page_number_line(words: str) -> None:
    """The places for numbers become counters, all else is text."""
    expected = f'{css_string(words + " ")} counter(page) "/" counter(pages)'
    assert css_counters(words + " {page}/{pages}") == expected


def test_templates_and_styles_use_logical_properties_only() -> None:
    """A letter written from right to left needs no second style sheet."""
    css = Path(TEMPLATES.folder, "page.css").read_text(encoding="utf-8")
    assert not re.findall(r"(?:margin|padding|border)-(?:left|right)|: (?:left|right)\b", css)


def test_a_text_of_nothing_but_markup_keeps_every_character() -> None:
    """Escaping is neither forgotten nor done twice."""
    page = screen(letter((paragraph("&amp; <b> \"'"),), notice=None))
    assert "<p>&amp;amp; &lt;b&gt; &#34;&#39;</p>" in page


@pytest.mark.parametrize(
    "body",
    [
        "{{ '%9999999999d' | format(1) }}",
        "{{ '%*d' | format(9999999999, 1) }}",
        "{{ 'x' | center(9999999999) }}",
        "{{ 'x' | indent(9999999999, true) }}",
        "{{ [1] | batch(9999999999, 'x') | list }}",
        "{{ x | replace('x', x) }}",
        "{{ x | wordwrap(1, wrapstring=x) }}",
        "{{ [x, x, x] | join(x) }}",
        "{% set y = x %}" + "{% set y %}{{ y }}{{ y }}{% endset %}" * 40,
        "{% set y = [x] %}" + "{% set y = [y, y] %}" * 40 + "{{ y }}",
        "{% set y = x %}" + "{% set y = y | forceescape %}" * 40,
    ],
)
def test_a_page_template_that_fills_the_memory_is_refused(body: str) -> None:
    """Before it does, whatever it multiplies with."""
    with pytest.raises(RenderFailure) as caught:
        fill(body, {"x": "x&" * 10_000})
    assert caught.value.rule == "page-template-endless"


@pytest.mark.parametrize(
    ("body", "line"), [("\n{{ '\\ud800' }}", 2), ("{{ '%c' | format(55296) }}", None)]
)
def test_a_character_that_no_page_can_carry(body: str, line: int | None) -> None:
    """Half a character comes from an escape only."""
    with pytest.raises(RenderFailure) as caught:
        fill(body, {})
    assert (caught.value.rule, caught.value.fields["line"]) == ("character-refused", line)


def test_a_page_template_that_does_not_end_is_refused() -> None:
    """Loops within loops end, and so does a text that grows."""
    loops = "{% for a in x %}" * 8 + "{% endfor %}" * 8
    with pytest.raises(RenderFailure) as caught:
        fill(loops, {"x": list(range(1000))})
    assert caught.value.rule == "page-template-endless"
    with pytest.raises(RenderFailure) as caught:
        fill("{% for a in x %}{{ y }}{% endfor %}", {"x": list(range(1000)), "y": "z" * 100_000})
    assert caught.value.rule == "page-template-endless"


@pytest.mark.parametrize(
    ("markup", "rule"),
    [
        ("<script>x()</script>", "page-active"),
        ("<SCRIPT SRC=//example.org/x></SCRIPT>", "page-active"),
        ("<iframe src='https://example.org'></iframe>", "page-active"),
        ("<object data='x.svg'></object>", "page-active"),
        ("<link rel='stylesheet' href='https://example.org/x.css'>", "page-active"),
        ("<meta http-equiv='refresh' content='0;url=https://example.org'>", "page-active"),
        ("<p onclick='x()'>x</p>", "page-active"),
        ("<img src='http://example.org/x.png'>", "fetch-refused"),
        ("<img src='logo.png'>", "fetch-refused"),
        ("<img srcset='https://example.org/x.png 2x'>", "fetch-refused"),
        ("<svg><image xlink:href='https://example.org/x.png'/></svg>", "fetch-refused"),
        ("<a href='java\tscript:x()'>x</a>", "fetch-refused"),
        ("<p style='background: url(https://example.org/x.png)'>x</p>", "fetch-refused"),
        ("<style>@import 'https://example.org/x.css';</style>", "fetch-refused"),
        ("<style>p { background: URL( 'https://example.org/x' ) }</style>", "fetch-refused"),
        ("<style>p { background: \\75 rl(https://example.org/x) }</style>", "fetch-refused"),
        ("<style>p { background: image-set('x.png' 1x) }</style>", "fetch-refused"),
    ],
)
def test_a_page_that_runs_or_loads_anything_is_refused(markup: str, rule: str) -> None:
    """For the screen as for PDF, whoever wrote the page."""
    template = (TEMPLATES.folder / "page.html.j2").read_text(encoding="utf-8")
    own = template.replace("<main>", f"{markup}<main>")
    with pytest.raises(RenderFailure) as caught:
        render(joint_letter(), Templates({"page.html.j2": own.encode()}))
    assert caught.value.rule == rule


def test_a_picture_in_the_page_and_words_that_look_like_code_stand() -> None:
    """What the page has in itself is not fetched, and a title is a text."""
    css = b"p { background: url(data:image/png;base64,AA==) } /* url(https://example.org) */"
    made = letter(
        (paragraph("@import url(https://example.org)"),), notice="url(https://example.org/x)"
    )
    assert render(made, Templates({"page.css": css})).data


def test_an_older_page_template_has_the_colours_too() -> None:
    """One that a workspace copied before there were brands knows nothing of them."""
    older = Templates({"page.html.j2": b"<style>{{ styles }}</style>{{ body }}"})
    page = print_html(joint_letter(), older)
    used = set(re.findall(r"var\((--(?:ink|quiet|accent|hairline|mark|gap|gap-ground))\)", page))
    assert len(used) == 7
    for name in used:
        assert re.search(rf"{name}: #[0-9a-f]{{6}};", page[: page.index("var(")]), name
