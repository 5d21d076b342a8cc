"""Why nothing was made or added."""

from __future__ import annotations


class Refusal(Exception):  # noqa: N818 (not an error of the program: an answer)
    """What was asked for would overwrite something, or cannot be placed; the message says why."""
