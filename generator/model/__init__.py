"""The kinds of records that a workspace holds, as frozen values."""
