"""Which form of a name a sentence needs; a form that is missing is never guessed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.language.cldr import cases, languages
from generator.model.base import Names


@dataclass(frozen=True, slots=True)
class Form:
    """A name as it is written, and the locale whose spelling that is."""

    text: str
    locale: str


def form_of(names: Names, *, locale: str, case: str | None) -> Form | None:
    """Return the name in ``locale`` and grammatical ``case``; ``None`` where the data lack it."""
    found = _form(names, locale=locale, case=case)
    return Form(found, locale) if found is not None else None


def personal_form_of(names: Names, *, locale: str, case: str | None) -> Form | None:
    """Return a person's name; in the spelling that ``languages.toml`` lets the language borrow."""
    found = form_of(names, locale=locale, case=case)
    lender = languages().get(locale, {}).get("names")
    if found is None and lender and locale not in names:
        found = form_of(names, locale=lender, case=None)
    return found


def _form(names: Names, *, locale: str, case: str | None) -> str | None:
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
