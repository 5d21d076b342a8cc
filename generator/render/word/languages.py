"""The language tags that Word knows: a language with its region."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

# The region whose spelling a bare language means here; the rest keeps its bare name.
REGIONS: Mapping[str, str] = MappingProxyType(
    {
        "ar": "SA", "az": "Latn-AZ", "be": "BY", "bg": "BG", "ca": "ES", "cs": "CZ", "da": "DK",
        "de": "DE", "el": "GR", "en": "GB", "es": "ES", "et": "EE", "fa": "IR", "fi": "FI",
        "fr": "FR", "ga": "IE", "he": "IL", "hr": "HR", "hu": "HU", "hy": "AM", "it": "IT",
        "ja": "JP", "ka": "GE", "kk": "KZ", "ko": "KR", "ky": "KG", "lt": "LT", "lv": "LV",
        "mn": "MN", "mt": "MT", "nb": "NO", "nl": "NL", "no": "NO", "pl": "PL", "pt": "PT",
        "ro": "RO", "ru": "RU", "sk": "SK", "sl": "SI", "sq": "AL", "sr": "Cyrl-RS", "sv": "SE",
        "tg": "Cyrl-TJ", "tk": "TM", "tr": "TR", "ug": "CN", "uk": "UA", "ur": "PK",
        "uz": "Latn-UZ", "zh": "CN",
    }
)  # fmt: skip


def word_language(locale: str) -> str:
    """Return the tag of ``locale`` for Word: ``en`` is British English, ``pt_BR`` is pt-BR."""
    tag = locale.replace("_", "-")
    region = REGIONS.get(tag)
    return f"{tag}-{region}" if region else tag
