"""Whether the library is there that signs; it comes with an extra."""

from __future__ import annotations

import logging
from importlib.util import find_spec

LIBRARY = "pyhanko"


def is_there() -> bool:
    """Tell whether signatures can be made and looked at; if so, keep the library's log quiet.

    Why: it logs what a certificate and a key are called, which belongs in no log.
    """
    if find_spec(LIBRARY) is None:
        return False
    for name in (LIBRARY, f"{LIBRARY}_certvalidator"):
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)
    return True
