"""What cannot be filed: an output in a language or a format that the body does not accept."""

from __future__ import annotations

from collections.abc import Iterator

from generator.building.forms import is_courtesy
from generator.building.seen import Document
from generator.problems import Problem


def unfiled(each: Document) -> dict[str, Problem]:
    """Return the formats in which a document is refused, each with the problem.

    A courtesy copy, marked as one, is not filed and never refused for this.
    """
    return dict(_unfiled(each))


def _unfiled(each: Document) -> Iterator[tuple[str, Problem]]:
    filing, delivery = each.document.filing, each.selection.delivery
    locale = each.selection.locale
    if filing is None:
        return
    checked = filing.checked or each.document.checked
    for form in each.formats:
        if is_courtesy(delivery, locale, form):
            continue
        if locale not in filing.languages:
            accepted = ", ".join(filing.languages)
            yield form, each.problem("language-not-filed", checked, "locales", accepted=accepted)
        elif form not in filing.formats:
            accepted = ", ".join(filing.formats)
            yield (
                form,
                each.problem(
                    "format-not-filed", checked, "formats", format=form, accepted=accepted
                ),
            )
