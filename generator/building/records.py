"""What is written for the office only: the manifest and the problems of each brief."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, cast

from generator import __version__
from generator.building.document import Made
from generator.building.preparing import dated, delivery_of
from generator.building.request import BuildRequest, Built, Job
from generator.building.writing import refused
from generator.catalogues.files import DOMAINS, catalogue_file
from generator.library import Library
from generator.model.brief import Brief
from generator.output.files import INTERNAL
from generator.output.journal import Journal
from generator.output.manifest import update_manifest, write_internal
from generator.problems import Place, Problem, in_order, problem, waivers_used

_PROBLEMS = "problems.json"

Documents = Sequence[tuple[Job, Made]]


def inputs_of(library: Library, locales: Iterable[str]) -> dict[str, Path]:
    """Return the files that letters in ``locales`` are made of, by their names in the workspace."""
    root = library.workspace.root
    catalogues = (
        catalogue_file(root, locale, domain) for locale in sorted(locales) for domain in DOMAINS
    )
    found = [*catalogues, *sorted((root / "templates").glob("*"))]
    others = {each.relative_to(root).as_posix(): each for each in found if each.is_file()}
    return {**others, **{file.name: file.path for file in library.files}}


def keep_records(library: Library, request: BuildRequest, made: Documents) -> Iterator[Problem]:
    """Write the records of every brief of which something was built; yield what went wrong."""
    for brief in dict.fromkeys(job.brief for job, each in made if each.built):
        place = Place(f"{INTERNAL}/{brief}/manifest.json")
        try:
            yield from _keep(
                library, request, brief, [each for job, each in made if job.brief == brief], place
            )
        except OSError as error:
            reason = error.strerror or type(error).__name__
            yield problem("output-unwritable", place, id=brief, reason=reason)
        except Exception as error:  # noqa: BLE001 (the letters are built all the same)
            yield refused(error, place, id=brief, output=place.file)


def _keep(
    library: Library, request: BuildRequest, brief: str, made: Sequence[Made], place: Place
) -> Iterator[Problem]:
    """Write the manifest and the problems of one brief."""
    locales = {file.locale for each in made for file in each.built}
    inputs = {name: path.read_bytes() for name, path in inputs_of(library, locales).items()}
    outputs = [_record(library, request, file, each) for each in made for file in each.built]
    engine = dict(pair for each in made for pair in each.engine)
    broken = update_manifest(request.out, brief, outputs, inputs, engine)
    if broken:
        yield problem("manifest-broken", place, id=brief, kept=broken.name)
    problems = in_order(found for each in made for found in each.problems)
    write_internal(request.out, brief, _PROBLEMS, [each.as_json() for each in problems])
    Journal(request.out, brief).close()


def _record(library: Library, request: BuildRequest, file: Built, made: Made) -> dict[str, Any]:
    """Return what the manifest says of a file: its name instead of its path on this machine.

    For whom it is and whom it names, so that what names somebody is found when a consent ends.
    """
    entry = dated(library, file.brief, request.date)
    delivery = delivery_of(entry, file.delivery)
    record = file.as_json()
    del record["path"]
    return {
        "file": file.path.name,
        **record,
        "size": file.size,
        **({"parts": dict(file.parts)} if file.parts else {}),
        "version": __version__,
        "built_on": request.today.isoformat(),
        "date": cast("Brief", entry.record).date.isoformat(),
        "audience": delivery.audience,
        "clearance": delivery.clearance,
        "items": list(made.items),
        "named": list(file.named),
        "translation": dict(made.translation),
        "waivers": waivers_used(made.problems),
    }
