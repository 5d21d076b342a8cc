"""Running a build: every document of a request, one after another or side by side."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing import Event, synchronize

from generator.building.document import Made, make
from generator.building.plan import jobs_of
from generator.building.preparing import dated, place_of
from generator.building.records import keep_records
from generator.building.request import BuildRequest, BuildResult, Built, Content, Identified, Job
from generator.building.waiving import unused
from generator.building.withdrawing import withdrawn
from generator.building.writing import name_of, refused
from generator.catalogues.lookup import Catalogues
from generator.library import Library
from generator.output.journal import Journal, open_journal
from generator.problems import Problem, in_order
from generator.render.press import Press, ctrl_c_held, end_with_the_command

_FEW = 2
"""Letters that are not worth processes of their own where a press is there."""

Report = Callable[[Built | Problem], None]
Files = tuple[Built, ...]


def build(
    library: Library,
    problems: tuple[Problem, ...],
    request: BuildRequest,
    report: Report,
    press: Press | None = None,
    identified: Identified | None = None,
) -> BuildResult:
    """Build every document of ``request``; ``problems`` are those of loading and checking.

    ``identified``: the library with a file of identities, for documents that are not public.
    ``report`` hears of each file and each new problem as it comes; a ``press``
    that was started earlier lays the PDFs out.
    """
    built: list[Built] = []
    found: dict[Problem, None] = {}
    made: list[tuple[Job, Made]] = []
    content = Content(library, problems, Catalogues(library), identified)
    for each_withdrawn in withdrawn(library, request):
        report(each_withdrawn)
        found[each_withdrawn] = None
    for job, each in _made(content, request, press):
        made.append((job, each))
        for file in each.built:
            report(file)
        for problem in each.problems:
            if problem not in found:
                report(problem)
        built += each.built
        found |= dict.fromkeys(each.problems)
    for problem in (*keep_records(library, request, made), *_idle(library, request, made)):
        report(problem)
        found[problem] = None
    return BuildResult(tuple(built), in_order(found))


def _idle(
    library: Library, request: BuildRequest, made: list[tuple[Job, Made]]
) -> Iterator[Problem]:
    """Yield the waivers that waived nothing, of the briefs that were built in full."""
    if request.deliveries or request.locales or request.formats:
        return
    partly = {job.brief for job, each in made if len(each.built) < len(job.formats)}
    whole = {job.brief for job, _ in made} - partly
    problems = (problem for _, each in made for problem in each.problems)
    yield from unused(library, whole, problems, request.today)


def _made(
    content: Content, request: BuildRequest, press: Press | None
) -> Iterator[tuple[Job, Made]]:
    """Yield each document with what became of it, in the order of the request."""
    jobs = list(jobs_of(content.library, request))
    briefs = dict.fromkeys(job.brief for job in jobs)
    journals = {each: open_journal(request.out, each) for each in briefs}
    work = _Work(content, request, journals)
    made: dict[Job, Made] = {}
    turns = list(_turns(jobs))
    if press and request.jobs > 1 and max(map(len, turns), default=0) > _FEW:
        press.end()  # for a process that has threads may not fork
        press = None
    for turn in turns:
        for job, each in _side_by_side(work, turn, made, press):
            made[job] = each
            yield job, each


def _turns(jobs: list[Job]) -> Iterator[list[Job]]:
    """Yield the documents that can be made at the same time: what accompanies others last."""
    for last in (False, True):
        turn = [job for job in jobs if (job.accompanies is not None) is last]
        if turn:
            yield turn


def _side_by_side(
    work: _Work, jobs: list[Job], earlier: Mapping[Job, Made], press: Press | None
) -> Iterator[tuple[Job, Made]]:
    """Yield each document with what became of it; what they accompany was made ``earlier``."""
    request, content = work.request, work.content
    files = {job: _files(job, earlier) for job in jobs}
    if press or request.jobs <= 1 or len(jobs) <= 1:
        yield from ((job, work(job, files[job], press)) for job in jobs)
        return
    for locale in {job.locale for job in jobs}:
        with suppress(Exception):  # each letter that needs it says what is wrong
            content.catalogues.of(locale)  # read once, before the processes part
    stopped = Event()
    with ProcessPoolExecutor(
        max_workers=min(request.jobs, len(jobs)), initializer=_start, initargs=(work, stopped)
    ) as pool:
        with ctrl_c_held():
            made = [pool.submit(_work_on, job, files[job]) for job in jobs]
        try:
            for job, each in zip(jobs, made, strict=True):
                yield job, work.guarded(job, each.result)
        finally:
            stopped.set()
            pool.shutdown(wait=False, cancel_futures=True)


def _files(job: Job, earlier: Mapping[Job, Made]) -> Files:
    """Return the files that a document goes out with, as far as they could be made."""
    return earlier[job.accompanies].built if job.accompanies else ()


@dataclass(frozen=True, slots=True)
class _Work:
    """What a process needs to make any document of a request."""

    content: Content
    request: BuildRequest
    journals: Mapping[str, Journal]

    def __call__(self, job: Job, files: Files, press: Press | None = None) -> Made:
        """Make one document; whatever happens, the others are made."""
        return self.guarded(job, lambda: self._make(job, files, press))

    def guarded(self, job: Job, made: Callable[[], Made]) -> Made:
        """Return what was ``made`` of a document, or the problem that it came to."""
        try:
            return made()
        except Exception as error:  # noqa: BLE001 (a fault in one document refuses that document)
            place = place_of(dated(self.content.library, job.brief, None), job.delivery)
            output = name_of(job, "", draft=self.request.draft)
            return Made((), (refused(error, place, id=job.brief, output=output),))

    def _make(self, job: Job, files: Files, press: Press | None) -> Made:
        return make(
            job,
            self.content,
            request=self.request,
            journal=self.journals[job.brief],
            press=press,
            files=files,
        )


_process: list[tuple[_Work, synchronize.Event]] = []
"""The work of this process, where several share a build, and whether nobody waits for it now."""


def _start(work: _Work, stopped: synchronize.Event) -> None:
    """Take the library over into a process of the pool."""
    end_with_the_command()
    _process[:] = [(work, stopped)]


def _work_on(job: Job, files: Files) -> Made:
    """Make one document in a process of the pool, unless the build was interrupted."""
    ((work, stopped),) = _process
    return Made((), ()) if stopped.is_set() else work(job, files)
