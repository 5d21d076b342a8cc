"""Whether a file is exactly what a manifest built, and what differs if it is not."""

from __future__ import annotations

from generator.verification.verify import Asked, Verified, verify

__all__ = ["Asked", "Verified", "verify"]
