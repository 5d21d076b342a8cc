"""The exit codes, on which scripts rely."""

DONE = 0
PROBLEMS = 1
USAGE = 2
FAULT = 3
INTERRUPTED = 130
