"""Recording approvals at the end of a brief, all else staying as it is."""

from __future__ import annotations

import codecs
import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.scaffold.insert import insert_record
from generator.scaffold.refusal import Refusal
from generator.scaffold.writing import write_in_place
from generator.yamlfiles.files import read_text


@dataclass(frozen=True, slots=True)
class Approved:
    """What somebody approves: the letters of a delivery, each by the hash of its text."""

    delivery: str
    by: str
    day: date
    content: tuple[str, ...]

    def as_yaml(self) -> str:
        """Return the record as it stands in the list ``approvals`` of a brief."""
        lines = [
            f"delivery: {self.delivery}",
            f"by: {json.dumps(self.by, ensure_ascii=False)}",
            f"date: {self.day}",
            "content:",
            *(f'  - "{each}"' for each in self.content),
        ]
        return "\n".join(lines) + "\n"


def record_approvals(path: Path, file: str, approved: Iterable[Approved]) -> None:
    """Add ``approved`` to the brief at ``path``; raise `Refusal` where that cannot be done."""
    data = path.read_bytes()
    mark = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
    text, _ = read_text(path, root=path.parents[1], file=file)
    if text is None:
        raise Refusal(f"{file} cannot be read. Mend it first; “brief check” says what is wrong.")
    for each in approved:
        text, _ = insert_record(text, "approvals", each.as_yaml(), file=file)
    write_in_place(path, mark + text.encode())
