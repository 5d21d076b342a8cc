"""The font families the program brings: one line for each."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Family:
    """A family, and the pinned package that holds its variable fonts."""

    name: str
    package: str


# To add one: a line here, its package in pyproject.toml, then `make lock`. Styles follow from
# what the package holds: without an italic file there is no italic.
FAMILIES: tuple[Family, ...] = (
    Family("Noto Serif", "fontpkg_noto_serif"),
    Family("Noto Sans", "fontpkg_noto_sans"),
)
