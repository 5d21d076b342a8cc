"""Timing whole processes in turn, so that a slow moment of the machine hits both sides."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import median

RUNS = 7


@dataclass(frozen=True, slots=True)
class Command:
    """A command to time, with what it adds to the environment."""

    name: str
    words: Sequence[str]
    environment: Mapping[str, str]


def seconds(command: Command) -> float:
    """Return how long one run of ``command`` takes, from start to end."""
    began = time.perf_counter()
    subprocess.run(
        command.words,
        env={**os.environ, **command.environment},
        check=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    return time.perf_counter() - began


def in_turn(*commands: Command, runs: int = RUNS) -> list[list[float]]:
    """Return ``runs`` times of each command, taken A B A B … after one warm-up each."""
    for command in commands:
        seconds(command)
    times: list[list[float]] = [[] for _ in commands]
    for _ in range(runs):
        for index, command in enumerate(commands):
            times[index].append(seconds(command))
    return times


def peak_megabytes(words: Sequence[str]) -> float:
    """Return the largest memory that any child of this process has used so far, in MB."""
    subprocess.run(words, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    used = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    return used / (1024 * 1024 if sys.platform == "darwin" else 1024)


def row(name: str, times: Sequence[float]) -> str:
    """Return one line of the report: minimum, median and maximum."""
    low, middle, high = min(times), median(times), max(times)
    return f"  {name:<44} min {low:7.3f}  median {middle:7.3f}  max {high:7.3f} s"
