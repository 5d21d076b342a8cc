"""Building: from a library to files, each one made whole or refused."""

from generator.building.request import BuildRequest, BuildResult, Built, Content, Identified
from generator.building.run import build

__all__ = ["BuildRequest", "BuildResult", "Built", "Content", "Identified", "build"]
