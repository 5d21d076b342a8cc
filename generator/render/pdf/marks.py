"""The marks in what is drawn on a page: content, or an artifact (ISO 32000-1, 14.8.2.2).

WeasyPrint marks every text as content, in the order in which it is drawn. What is no content,
such as a page number, is marked as what it is; what is, is numbered anew without gaps.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Artifact:
    """Something on a page that is not read aloud: of which type, and of which part of a page."""

    type: str
    subtype: str = ""

    def __str__(self) -> str:
        subtype = f"/Subtype{self.subtype}" if self.subtype else ""
        return f"<</Type{self.type}{subtype}>>"


_DECORATION = str(Artifact("/Layout"))


@dataclass(slots=True)
class Marks:
    """The marks of one page: the number of each box that was drawn, and the page's operators.

    ``numbers`` loses each box that is settled; ``operators`` are those of the stream, changed in
    place when all are.
    """

    numbers: dict[Any, int]
    operators: list[Any]
    _kept: dict[int, int] = field(default_factory=dict)
    _left_out: dict[int, Artifact] = field(default_factory=dict)

    def keep(self, box: Any) -> int:
        """Count what is drawn of ``box`` as content; return its number."""
        return self._kept.setdefault(self.numbers.pop(box), len(self._kept))

    def leave_out(self, box: Any, artifact: Artifact) -> None:
        """Count what is drawn of ``box`` as an artifact."""
        self._left_out[self.numbers.pop(box)] = artifact

    def check(self) -> None:
        """Raise LookupError where something was drawn that nobody knows."""
        if self.numbers:
            raise LookupError(f"{len(self.numbers)} marks")

    def write(self) -> None:
        """Write into the page what was settled."""
        operators = self.operators
        for at, each in enumerate(operators):
            if each == "/Artifact" and operators[at + 1] == b"BMC":
                operators[at] = f"/Artifact {_DECORATION}"
                operators[at + 1] = b"BDC"
            elif isinstance(each, dict) and "MCID" in each:
                number = each["MCID"]
                if number in self._kept:
                    each["MCID"] = self._kept[number]
                else:
                    operators[at - 1 : at + 1] = ["/Artifact", str(self._left_out[number])]
