"""What no file tells of the machine that it was made on."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Names of the user and of the machine, and paths; the command line knows them."""

    names: tuple[str, ...] = ()
    paths: tuple[str, ...] = ()


NOTHING = Surroundings()
"""Where nothing is known of the machine, or nobody asks."""
