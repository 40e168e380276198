"""What makes stock `nbgrader autograde`, and so formgrader's button, grade through the judge.

`settings.grade_with_judge(c)` in nbgrader_config.py puts these four in their places: a hook that
takes links out of a submission's folder, a reader that believes nothing of a submitted notebook, a
preprocessor that grades in place of nbgrader's `Execute`, and one that keeps open what a person has
to look at. Everything else is nbgrader's: gradebook, late penalties, comments, formgrader.
"""

import json
import logging
import os
import stat
import tempfile
from pathlib import Path
from typing import Any

import nbformat
from nbconvert.exporters import NotebookExporter
from nbconvert.exporters.exporter import ResourcesDict
from nbgrader.api import Gradebook
from nbgrader.preprocessors import Execute, NbGraderPreprocessor
from traitlets import Float, Integer, Unicode

from autograder.course_key import course_key, seed_of
from autograder.diagnosis.table import table_for
from autograder.errors import CourseError, SubmissionError
from autograder.folders import CourseFolder
from autograder.gradebook import judged
from autograder.gradebook.records import RESULT, record_text, sha256_of
from autograder.gradebook.restored import as_released, known_cells, restored
from autograder.result import Finding, Result
from autograder.runners.jobs import Job
from autograder.submission import read_notebook
from autograder.unit import METADATA_KEY
from autograder.whole_file import put

_log = logging.getLogger(__name__)
_OPEN = "waits_for_a_person"


def remove_links(*, notebooks: list[str], **_: object) -> None:
    """Take out of a submission's folder what is neither a file nor a folder.

    nbgrader copies a submission's files before it reads any notebook, and follows links to
    wherever they point. A link or pipe that is removed here holds no work of a student's.
    """
    for folder in sorted({os.path.dirname(path) for path in notebooks}):
        for place, folders, files in os.walk(folder):
            for name in [*folders, *files]:
                path = os.path.join(place, name)
                kind = os.lstat(path).st_mode
                if not stat.S_ISDIR(kind) and not stat.S_ISREG(kind):
                    os.unlink(path)
                    _log.warning("Removed %s: a link or pipe, which nobody hands in", path)


class SafeReader(NotebookExporter):
    """Reads a submitted notebook within bounds and makes it anew, see `restored`."""

    def from_filename(self, filename: str, resources: Any = None, **kw: Any) -> tuple[Any, Any]:
        """Return the notebook of a file; a damaged one as if nothing had been answered."""
        about = (resources or {}).get("nbgrader")
        path = Path(filename)
        if not about or not self._is_submitted(path, about):
            return super().from_filename(filename, resources, **kw)
        known = known_cells(about["db_url"], about["assignment"], about["notebook"])
        ours: dict[str, Any] = {"sha256": sha256_of(path)}
        try:
            cells = restored(read_notebook(path), known, add_missing=self._adds_missing())
        except SubmissionError as error:
            self.log.warning("%s: %s", path, error)
            finding = Finding(error.state, str(error))
            cells = as_released(known, [finding])
            ours["damaged"] = [finding.state, finding.sentence]
        metadata = {METADATA_KEY: ours, "language_info": {"name": "python"}}
        made = {"nbformat": 4, "nbformat_minor": 5, "metadata": metadata, "cells": cells}
        resources["metadata"] = ResourcesDict(name=path.stem, path=str(path.parent))
        node: Any = nbformat.from_dict(made)  # type: ignore[no-untyped-call]
        written: tuple[Any, Any] = self.from_notebook_node(node, resources)  # type: ignore[no-untyped-call]
        return written

    def _is_submitted(self, path: Path, about: dict[str, str]) -> bool:
        course: Any = self.parent.coursedir  # type: ignore[union-attr]
        place = course.format_path(
            course.submitted_directory, about["student"], about["assignment"]
        )
        return bool(os.path.abspath(place) == os.path.abspath(path.parent))

    def _adds_missing(self) -> bool:
        return bool(self.config.get("OverwriteCells", {}).get("add_missing_cells", False))


class ExecuteByJudge(Execute):  # type: ignore[misc]
    """Grades the notebook with the judge and leaves what nbgrader reads points from.

    Where a unit does not say itself what a submission may use, `Execute.timeout` bounds a cell and
    the settings below the rest.
    """

    time_s = Float(0.0, help="Seconds for a whole submission; 0: as the unit says.").tag(
        config=True
    )
    memory_mb = Integer(0, help="Megabytes for a submission; 0: as the unit says.").tag(config=True)
    cage = Unicode("", help='"full" or "landlock"; "": the strongest there is.').tag(config=True)

    def __call__(self, nb: Any, resources: Any) -> tuple[Any, Any]:
        """Preprocess; without execution there is nothing that points could come from."""
        if not self.enabled:
            raise CourseError(
                "expected to run the tests, got --no-execute (Execute.enabled): points would then "
                "come from what students' notebooks say of themselves. Leave the option out, or "
                "take grade_with_judge out of nbgrader_config.py"
            )
        done: tuple[Any, Any] = self.preprocess(nb, resources)
        return done

    def preprocess(self, nb: Any, resources: Any = None, km: Any = None) -> tuple[Any, Any]:
        """Grade a notebook.

        Raises:
            CourseError: the judge cannot run here, or could not finish; nothing was graded.
        """
        about = resources["nbgrader"]
        known = known_cells(about["db_url"], about["assignment"], about["notebook"])
        ours = nb.metadata.get(METADATA_KEY, {})
        course = self.parent.parent.coursedir
        source = Path(course.format_path(course.source_directory, ".", about["assignment"]))
        judged.refuse_other_languages(nb.metadata.get("kernelspec", {}))
        unit = judged.unit_of(source / f"{about['notebook']}.ipynb", nb, known, about["notebook"])
        limits = judged.limits_of(unit, float(self.timeout or 0), self.time_s, self.memory_mb)
        sha256 = str(ours.get("sha256", ""))
        if "damaged" in ours:
            result = judged.damaged(unit, about["student"], Finding(*ours["damaged"]))
        else:
            folder = CourseFolder(Path(course.root))
            seed = seed_of(course_key(folder), unit.slug, sha256)
            diagnoses = None if unit.foreign else table_for(folder, unit)[0]
            released = {c.name: c.source for c in known.values() if c.solution}
            warm = judged.engine(unit, released, limits, self.cage, source, diagnoses)
            with tempfile.TemporaryDirectory(prefix="course-") as scratch:
                path = Path(scratch) / f"{about['notebook']}.ipynb"
                path.write_text(json.dumps(nb), encoding="utf-8")
                result = judged.grade(warm, Job(about["student"], path, seed, sha256))
        resources[_OPEN] = judged.write_outputs(nb, result)
        if not unit.foreign:
            self._keep(result, Path(resources["metadata"]["path"]), sha256)
        return nb, resources

    def _keep(self, result: Result, folder: Path, sha256: str) -> None:
        """Keep the result beside the notebook, for `./course feedback` and `./course explain`."""
        put(folder / RESULT, record_text(result, sha256).encode())


class KeepOpen(NbGraderPreprocessor):  # type: ignore[misc]
    """Lets what the judge could not decide wait for a person: no output says that to nbgrader."""

    def preprocess(self, nb: Any, resources: Any) -> tuple[Any, Any]:
        """Take back the automatic points of such tasks; goes after `SaveAutoGrades`."""
        about = resources["nbgrader"]
        if waiting := resources.get(_OPEN, ()):
            with Gradebook(about["db_url"]) as book:
                for name in waiting:
                    grade = book.find_grade(
                        name, about["notebook"], about["assignment"], about["student"]
                    )
                    grade.auto_score, grade.needs_manual_grade = None, True
                book.db.commit()
        return nb, resources
