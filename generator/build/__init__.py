"""Building: from a library to files, each one made whole or refused."""

from generator.build.request import BuildRequest, BuildResult, Built
from generator.build.run import build

__all__ = ["BuildRequest", "BuildResult", "Built", "build"]
