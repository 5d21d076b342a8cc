"""What two tools find wrong with a PDF: outloud and pdfua, and what the docs say of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import outloud
import pdfua
import pikepdf

from tests.support.tagged import faults

PAGE = Path(__file__).parents[2] / "docs/accessible-pdf.md"
SKIPPED = "TAG-002"  # prose in an artifact, which no reader says
_EXPLAINED = re.compile(r"^\| `([A-Z]+-\d+(?:-\d+)?)` \|", re.MULTILINE)
_TABLE = re.compile(r"(?<=<!-- results -->\n).*?(?=<!-- end of results -->)", re.DOTALL)


@dataclass(frozen=True)
class Verdict:
    """What was found in a file: errors in words, warnings by their rules, own faults."""

    errors: tuple[str, ...]
    warnings: tuple[str, ...]
    faults: tuple[str, ...]

    @property
    def row(self) -> str:
        """Return the part of the table of results that is about the file."""
        rules = ", ".join(f"`{rule}`" for rule in self.warnings) or "–"
        return f"{len(self.errors) + len(self.faults)} | {rules}"


def findings(path: Path) -> list[tuple[str, str, str]]:
    """Return what the tools find in a file: rule, severity and message."""
    seen = outloud.check(str(path))
    if seen.error:
        raise AssertionError(seen.error)
    also = pdfua.validate(str(path))
    return [
        *(
            (each.rule, each.severity, each.message)
            for each in seen.findings
            if not (each.rule == SKIPPED and _heard(path, each))
        ),
        *((each.rule_id, each.severity.name.lower(), each.message) for each in also.findings),
        *((run.rule, "error", str(run.reason)) for run in seen.runs if run.status == "crashed"),
    ]


def _heard(path: Path, finding: outloud.findings.Finding) -> bool:
    """Tell whether every word of a line that is said to be skipped is read aloud elsewhere.

    Why: a running title and a draft mark side by side look like prose where they do not recur.
    """
    document = outloud.Document(str(path))
    contents = (document.content(page.index) for page in document.pages)
    runs = (run for each in contents for run in each.runs if run.tagged and not run.artifact)
    read = "".join("".join(run.text.split()) for run in runs)
    lone = finding.count == 1 and finding.evidence
    return bool(lone) and all(word in read for word in str(lone).split() if word not in "–·")


def judged(path: Path) -> Verdict:
    """Return what the tools and the tests' own look find in a file."""
    found = findings(path)
    with pikepdf.open(BytesIO(path.read_bytes())) as pdf:
        own = faults(pdf)
    return Verdict(
        tuple(f"{rule}: {message}" for rule, severity, message in found if severity == "error"),
        tuple(sorted({rule for rule, severity, _ in found if severity == "warning"})),
        tuple(sorted(own)),
    )


def explained() -> set[str]:
    """Return the rules whose warnings the docs explain."""
    return set(_EXPLAINED.findall(PAGE.read_text("utf-8")))


def told_results() -> str:
    """Return the table of results in the docs."""
    found = _TABLE.search(PAGE.read_text("utf-8"))
    assert found
    return found[0]


def tell_results(table: str) -> None:
    """Write the table of results anew."""
    text = PAGE.read_text("utf-8")
    PAGE.write_text(_TABLE.sub(lambda _: table, text), encoding="utf-8")
