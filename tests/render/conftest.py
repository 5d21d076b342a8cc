"""Letters that are rendered once for all tests that look at them."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from generator.render import pdf_file
from generator.render.base import Rendered
from tests.render.sample_letters import SAMPLES
from tests.render.script_letters import scripts_as_pdf
from tests.render.support import Templates
from tests.support.shared import shared


@pytest.fixture(scope="session")
def samples(
    own_fonts: None,  # noqa: ARG001 (only its effect is wanted)
    tmp_path_factory: pytest.TempPathFactory,
) -> Mapping[str, Rendered]:
    """Return every sample as a PDF, made once a run."""
    return shared(
        tmp_path_factory,
        "samples-pdf",
        lambda _: {
            name: pdf_file.render(sample(), Templates()) for name, sample in SAMPLES.items()
        },
    )


@pytest.fixture(scope="session")
def scripts(
    own_fonts: None,  # noqa: ARG001 (as above)
    tmp_path_factory: pytest.TempPathFactory,
) -> Mapping[str, Rendered]:
    """Return a letter of each script as a PDF, made once a run."""
    return shared(tmp_path_factory, "scripts-pdf", scripts_as_pdf)
