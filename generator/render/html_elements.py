"""Letter → HTML elements: one small function for each kind of node, in two tables."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any
from urllib.parse import urlsplit

from markupsafe import Markup, escape

from generator.letter import (
    Block,
    Chart,
    Emphasis,
    Gap,
    Group,
    Heading,
    Inline,
    Inlines,
    LineBreak,
    Link,
    ListBlock,
    ListItem,
    NoteCall,
    NoteReference,
    Paragraph,
    Rule,
    Span,
    Strong,
    Table,
    Text,
    plain_text,
)
from generator.render.html_context import Context
from generator.render.html_figures import figure_html
from generator.render.runs import Run, first_strong, runs_of, words_kept_whole
from generator.render.tables import column_shares, may_break

_LONG = 330  # characters of a paragraph that may break at the end of a page
SCHEMES = frozenset({"http", "https", "mailto"})


def blocks_html(blocks: Iterable[Block], context: Context) -> Markup:
    """Return the elements of ``blocks``, each on its own line."""
    return Markup("\n").join(BLOCKS[type(block)](block, context) for block in blocks)


def inlines_html(children: Inlines, context: Context) -> Markup:
    """Return the elements and the text of one run of inlines."""
    return Markup().join(INLINES[type(child)](child, context) for child in children)


def is_followable(address: str) -> bool:
    """Say whether a link may lead to ``address``: only the web and e-mail."""
    try:
        return urlsplit(address).scheme.lower() in SCHEMES
    except ValueError:
        return False


# --- inlines --------------------------------------------------------------------


def _text(node: Text, context: Context) -> Markup:
    parts = runs_of(node.text, context.runs, among_han=context.among_han)
    return Markup().join(_run(each, context) for each in parts)


def _run(run: Run, context: Context) -> Markup:
    words = _words(run.text) if context.medium == "print" else escape(run.text)
    if run.direction != context.runs:
        return Markup('<bdi dir="{}">{}</bdi>').format(run.direction, words)
    return Markup('<span class="latin">{}</span>').format(words) if run.latin else words


def _words(text: str) -> Markup:
    """Return ``text`` with marks around what stays in one line."""
    return Markup().join(
        Markup('<span class="whole">{}</span>').format(part) if whole else escape(part)
        for part, whole in words_kept_whole(text)
    )


def _emphasis(node: Emphasis, context: Context) -> Markup:
    return Markup("<em>{}</em>").format(inlines_html(node.children, context))


def _strong(node: Strong, context: Context) -> Markup:
    return Markup("<strong>{}</strong>").format(inlines_html(node.children, context))


def _link(node: Link, context: Context) -> Markup:
    shown = plain_text(node.children)
    bare = node.address.removeprefix("mailto:") == shown.strip()
    if bare and context.runs == "rtl":
        context = replace(context, inner="ltr")
        turned = Markup(' dir="ltr"')
    else:
        turned = Markup()
    inner = inlines_html(node.children, context)
    if not is_followable(node.address):
        return inner
    class_ = Markup(' class="address"') if bare or node.address in shown else Markup()
    return Markup('<a{}{} href="{}">{}</a>').format(class_, turned, node.address, inner)


def _span(node: Span, context: Context) -> Markup:
    lang = Markup(' lang="{}"').format(language_tag(node.locale)) if node.locale else ""
    runs = node.direction or first_strong(plain_text(node.children)) or context.runs
    differs = node.direction or runs != context.runs
    direction = Markup(' dir="{}"').format(runs) if differs else ""
    inner = inlines_html(node.children, replace(context, inner=runs))
    return Markup("<span{}{}>{}</span>").format(lang, direction, inner)


def _line_break(_: LineBreak, __: Context) -> Markup:
    return Markup("<br>")


def _note_call(node: NoteCall, context: Context) -> Markup:
    if context.medium == "screen":
        return Markup(
            '<sup class="call"><a id="call-{0}" href="#note-{0}" role="doc-noteref">{0}</a></sup>'
        ).format(node.number)
    note = context.notes[node.number]
    own = Markup()  # a note is in the letter's language also where a foreign sentence calls it
    if context.inner:
        own = Markup(' lang="{}" dir="{}"').format(language_tag(context.locale), context.direction)
    return Markup(
        '<span id="call-{0}">&#8288;'
        '<span class="note" id="note-{0}" data-number="{0}"{2}>{1}</span></span>'
    ).format(node.number, inlines_html(note.children, replace(context, inner=None)), own)


def _note_reference(node: NoteReference, _: Context) -> Markup:
    return Markup('<a class="reference-to-note" href="#note-{0}">{0}</a>').format(node.number)


def _gap(node: Gap, _: Context) -> Markup:
    return Markup('<mark class="gap">{}</mark>').format(node.label)


# --- blocks ---------------------------------------------------------------------


def _heading(node: Heading, context: Context) -> Markup:
    label = " ".join(plain_text(node.children).split())
    return Markup('<h{0} data-label="{1}">{2}</h{0}>').format(
        min(max(node.level, 1), 6), label, inlines_html(node.children, context)
    )


def _paragraph(node: Paragraph, context: Context) -> Markup:
    long = len(plain_text(node.children)) > _LONG
    return Markup("<p{}>{}</p>").format(
        Markup(' class="long"') if long else "", inlines_html(node.children, context)
    )


def _list_item(node: ListItem, context: Context) -> Markup:
    return Markup("<li>{}</li>").format(blocks_html(node.blocks, context))


def _list(node: ListBlock, context: Context) -> Markup:
    items = Markup("\n").join(_list_item(item, context) for item in node.items)
    if not node.ordered:
        return Markup("<ul>\n{}\n</ul>").format(items)
    if node.start == 1:
        return Markup("<ol>\n{}\n</ol>").format(items)
    return Markup('<ol start="{}" style="counter-reset: list-item {}">\n{}\n</ol>').format(
        node.start, node.start - 1, items
    )


def _table(node: Table, context: Context) -> Markup:
    header = _row(node.header, node.aligns, Markup('th scope="col"'), context)
    rows = Markup("\n").join(_row(row, node.aligns, Markup("td"), context) for row in node.rows)
    columns = Markup().join(
        Markup('<col style="width: {}%">').format(round(share * 100, 1))
        for share in column_shares(node, context.page)
    )
    return Markup(
        "<table>\n<colgroup>{}</colgroup>\n<thead>\n{}\n</thead>\n<tbody>\n{}\n</tbody>\n</table>"
    ).format(columns, header, rows)


def _row(
    cells: tuple[Inlines, ...], aligns: tuple[str, ...], tag: Markup, context: Context
) -> Markup:
    made = (
        Markup('<{} class="{}">{}</{}>').format(tag, align, inlines_html(cell, context), tag[:2])
        for cell, align in zip(cells, aligns, strict=True)
    )
    long = Markup(' class="long"') if may_break(cells) else ""
    return Markup("<tr{}>{}</tr>").format(long, Markup().join(made))


def _group(node: Group, context: Context) -> Markup:
    return Markup('<div class="{}">\n{}\n</div>').format(
        node.role, blocks_html(node.blocks, context)
    )


def _chart(node: Chart, context: Context) -> Markup:
    return figure_html(node, inlines_html(node.caption, context), context)


def _rule(_: Rule, __: Context) -> Markup:
    return Markup("<hr>")


def language_tag(locale: str) -> str:
    """Return the BCP 47 tag of ``locale``: ``pt_BR`` becomes ``pt-BR``."""
    return locale.replace("_", "-")


INLINES: Mapping[type[Inline], Callable[[Any, Context], Markup]] = MappingProxyType(
    {
        Text: _text,
        Emphasis: _emphasis,
        Strong: _strong,
        Link: _link,
        Span: _span,
        LineBreak: _line_break,
        NoteCall: _note_call,
        NoteReference: _note_reference,
        Gap: _gap,
    }
)

BLOCKS: Mapping[type[Block], Callable[[Any, Context], Markup]] = MappingProxyType(
    {
        Heading: _heading,
        Paragraph: _paragraph,
        ListBlock: _list,
        Table: _table,
        Chart: _chart,
        Group: _group,
        Rule: _rule,
    }
)
