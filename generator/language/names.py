"""Which form of a name a sentence needs; a form that is missing is never guessed."""

from __future__ import annotations

from collections.abc import Mapping

from generator.language.cldr import cases
from generator.model.base import Names


def form_of(names: Names, *, locale: str, case: str | None) -> str | None:
    """Return the name in ``locale`` and grammatical ``case``; ``None`` where the data lack it."""
    found = names.get(locale)
    if found is None:
        return None
    grammar = cases(locale)
    wanted = case or grammar[0]
    if isinstance(found, Mapping):
        forms: Mapping[str, str] = found  # type: ignore[assignment]  # keys are a closed list of words
        return forms.get(wanted) or forms.get("invariable") or _only(forms, grammar)
    return found if wanted == grammar[0] or len(grammar) == 1 else None


def _only(forms: Mapping[str, str], grammar: tuple[str, ...]) -> str | None:
    """Return the first case of a language that writes names in one case only."""
    return forms.get(grammar[0]) if len(grammar) == 1 else None
