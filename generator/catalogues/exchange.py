"""The round trip: a file for a translator, and what comes back; the formats in one table."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from generator.catalogues.messages import Message
from generator.catalogues.pofile import Entry, File, as_text, entries, parse_po, texts_of
from generator.catalogues.rows import Row, row_id, rows_of
from generator.catalogues.spreadsheet import read_spreadsheet, write_spreadsheet
from generator.catalogues.update import Opened
from generator.language.plurals import gettext_rule
from generator.problems import Place, Problem, problem

Rows = tuple[list[Row], list[Problem]]


@dataclass(frozen=True, slots=True)
class Exchange:
    """A format of the round trip: how it is written, with the number of its texts, and read."""

    write: Callable[[Iterable[Message], Opened, bool], tuple[bytes, int]]
    read: Callable[[bytes, str, str], Rows]


def _write_xlsx(messages: Iterable[Message], opened: Opened, everything: bool) -> tuple[bytes, int]:  # noqa: FBT001 (called through the table)
    rows = list(rows_of(messages, opened, everything=everything))
    return write_spreadsheet(rows, opened.locale), len(rows)


def _read_xlsx(data: bytes, locale: str, file: str) -> Rows:
    return read_spreadsheet(data, locale=locale, file=file)


def _write_po(messages: Iterable[Message], opened: Opened, everything: bool) -> tuple[bytes, int]:  # noqa: FBT001 (as above)
    several = list(messages)
    wanted = {each.id.partition("[")[0] for each in rows_of(several, opened, everything=everything)}
    known = opened.entries()
    file = File(wrapwidth=0, encoding="utf-8")
    file.metadata = dict(next(iter(opened.files.values())).metadata)
    file.extend(known[each.key] for each in several if row_id(each) in wanted)
    return as_text(file).encode(), len(file)


def _read_po(data: bytes, locale: str, file: str) -> Rows:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return [], [problem("exchange-form", Place(file), kind="PO")]
    found, problems = parse_po(text, file)
    if found is None:
        return [], problems
    into = found.metadata.get("Language", "").replace("_", "-")
    if into and into != locale:
        return [], [problem("exchange-language", Place(file), found=into, wanted=locale)]
    return [row for each in entries(found) for row in _rows_of_entry(each, locale)], []


def _rows_of_entry(entry: Entry, locale: str) -> list[Row]:
    """Return an entry of a catalogue as rows."""
    message = Message(
        source=entry.msgid,
        plural=entry.msgid_plural or None,
        context=entry.msgctxt,
        file="",
        line=1,
        where="",
    )
    texts = texts_of(entry)
    names = [""]
    if message.plural is not None:
        names = [f"[{each}]" for each in gettext_rule(locale).categories]
    sources = [entry.msgid if name in ("", "[one]") else entry.msgid_plural for name in names]
    return [
        Row(
            id=row_id(message) + name,
            where="",
            source=source,
            previous="",
            translation=texts[at] if at < len(texts) else "",
            fits=not entry.fuzzy,
            doubtful=entry.fuzzy,
            note=entry.tcomment,
            number=entry.linenum or 1,
        )
        for at, (name, source) in enumerate(zip(names, sources, strict=True))
    ]


EXCHANGES: Mapping[str, Exchange] = MappingProxyType(
    {"xlsx": Exchange(_write_xlsx, _read_xlsx), "po": Exchange(_write_po, _read_po)}
)
"""Every format of the round trip by the ending of its files."""
