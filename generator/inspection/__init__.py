"""The last look: what a produced file has in it, and what must not be there."""
