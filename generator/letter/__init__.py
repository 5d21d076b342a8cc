"""The Letter: a frozen, format-neutral document that every renderer walks.

Inlines stand in a line of text, blocks stack on a page. A *role* is a word of
the template (``asks``, ``signatories``) around a group of blocks; it becomes a
CSS class and a Word style, so that a new role needs no Python.
"""

from __future__ import annotations

from generator.letter.blocks import (
    Align,
    Block,
    Group,
    Heading,
    ListBlock,
    ListItem,
    Paragraph,
    Rule,
    Table,
)
from generator.letter.brand import Brand, Colours, Logo
from generator.letter.charts import Category, Chart, ChartSeries, Mark
from generator.letter.document import Letter, Note, PageLines, PageRules, Paper, Properties
from generator.letter.inlines import (
    Direction,
    Emphasis,
    Gap,
    Inline,
    Inlines,
    LineBreak,
    Link,
    NoteCall,
    NoteReference,
    Span,
    Strong,
    Text,
)
from generator.letter.reading import inlines_of, plain_text, table_of

__all__ = [
    "Align",
    "Block",
    "Brand",
    "Category",
    "Chart",
    "ChartSeries",
    "Colours",
    "Direction",
    "Emphasis",
    "Gap",
    "Group",
    "Heading",
    "Inline",
    "Inlines",
    "Letter",
    "LineBreak",
    "Link",
    "ListBlock",
    "ListItem",
    "Logo",
    "Mark",
    "Note",
    "NoteCall",
    "NoteReference",
    "PageLines",
    "PageRules",
    "Paper",
    "Paragraph",
    "Properties",
    "Rule",
    "Span",
    "Strong",
    "Table",
    "Text",
    "inlines_of",
    "plain_text",
    "table_of",
]
