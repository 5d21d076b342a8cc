"""What ``brief new`` is asked for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from generator.scaffold.refusal import Refusal


@dataclass(frozen=True, slots=True)
class Wanted:
    """A record to add: its kind and id, and where it belongs."""

    kind: str
    id: str
    theme: str | None
    country: str | None
    code: str | None
    today: date

    def check(self) -> None:
        """Refuse an id or a code that is not well formed, and options that say nothing here."""
        sign, other = ("_", "-") if self.kind == "person" else ("-", "_")
        if not re.fullmatch(rf"[a-z0-9]+({sign}[a-z0-9]+)*", self.id):
            plain = re.sub(rf"[\s{other}]+", sign, self.id.strip().lower())
            example = re.sub(rf"[^a-z0-9{sign}]|^{sign}+|{sign}+$", "", plain)
            meant = f" Did you mean “{example}”?" if example and example != self.id else ""
            raise Refusal(
                f"“{self.id}” cannot be the id of a {self.kind}: ids have small letters and"
                f" figures, with “{sign}” between words.{meant}"
            )
        if self.code is not None and not re.fullmatch(r"[A-Z]{2}", self.code):
            raise Refusal(f"“{self.code}” is not a country in two capital letters, such as KZ.")
        if self.theme is not None and self.kind in ("person", "source"):
            raise Refusal(f"A {self.kind} does not belong to a theme: leave out --theme.")
