"""Kinds of reader, the limits they set, and where a rule was found."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from generator.model.base import Record
from generator.model.scalars import (
    Address,
    Day,
    Locale,
    Sentence,
    Slug,
    Text,
    Whole,
    YesNo,
)

FormatName = Literal["pdf", "docx", "html", "md", "eml"]


class Checked(Record):
    """When a rule was last checked, and where it was found.

    ``checked_on``: the day.
    ``source``: what the rule rests on; as a problem says it.
    ``address``: where it can be read.
    ``verified``: whether the text of the rule was read there; if not, it is a default of ours.
    """

    checked_on: Day
    source: Text
    address: Address | None = None
    verified: YesNo = False


class Limit(Record):
    """How much of something a document may have.

    ``most``: the most.
    ``least``: the least.
    ``binding``: whether a document outside it is refused, or built with a warning.
    ``checked``: where the limit was found, if not where the other rules were.
    """

    most: Whole | None = None
    least: Whole | None = None
    binding: YesNo = False
    checked: Checked | None = None


class Limits(Record):
    """How long a document may be.

    ``words``: words.
    ``characters``: characters with spaces.
    ``pages``: pages of the PDF.
    ``seconds``: speaking time, at ``words_a_minute``.
    ``names``: different people who are named.
    ``counts_notes``: whether notes count; absent, nobody says so, and they do not.
    ``uncounted``: the roles (``::: role``) whose text does not count, such as a head.
    ``words_a_minute``: how fast it is read aloud; absent, 130.
    """

    words: Limit | None = None
    characters: Limit | None = None
    pages: Limit | None = None
    seconds: Limit | None = None
    names: Limit | None = None
    counts_notes: YesNo | None = None
    uncounted: tuple[Slug, ...] = ()
    words_a_minute: Whole | None = None


class Audience(Record):
    """``briefs/audiences/<audience>.yaml``: what a kind of reader accepts, expects and limits.

    ``name``: what this kind of reader is called.
    ``languages``: the languages it reads, the usual one first.
    ``formats``: the formats it takes.
    ``limits``: its own limits, by type of document; the stricter of these and the type's hold.
    ``recipients``: those to whom a recommendation may be addressed besides the State.
    ``checked``: when somebody last looked whether this holds.
    """

    name: Sentence
    languages: tuple[Locale, ...]
    formats: tuple[FormatName, ...]
    limits: Mapping[Slug, Limits] = {}
    recipients: tuple[Slug, ...] = ()
    checked: Checked
