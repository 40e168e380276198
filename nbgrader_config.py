"""nbgrader's view of this folder: formgrader, autograde, feedback and the exchange read this."""

import sys
from pathlib import Path

ROOT = str(Path(__file__).resolve().parent)
if ROOT not in sys.path:
    sys.path.append(ROOT)  # `autograder` lies here; in another course, say where it does

from autograder.gradebook.settings import grade_with_judge  # noqa: E402

c = get_config()  # noqa: F821 - nbgrader puts it there

# `nbgrader autograde` and formgrader's button grade through the judge; without this line, as stock
# nbgrader does it, tests and student's code in one process. Another course needs no more than this.
grade_with_judge(c)

c.CourseDirectory.root = ROOT
# autograder/gradebook.py uses the same name; a test compares the two.
c.CourseDirectory.course_id = "deep_learning_foundations"
# Made from solutions/ by ./course release: source/ holds tests and answers and is never committed.
c.CourseDirectory.source_directory = "source"
c.CourseDirectory.release_directory = "exercises"
c.CourseDirectory.submitted_directory = "submitted"
c.CourseDirectory.autograded_directory = "autograded"
c.CourseDirectory.feedback_directory = "feedback"
# Where the gradebook is when it is not gradebook.db: ./course grade UNIT --gradebook URL wrote it.
gradebook_url = Path(__file__).resolve().parent / "gradebook.url"
if gradebook_url.is_file():
    c.CourseDirectory.db_url = gradebook_url.read_text(encoding="utf-8").strip()
# What ./course keeps beside notebooks for itself must not travel with them.
c.CourseDirectory.ignore = [
    ".ipynb_checkpoints", "*.pyc", "__pycache__", ".pytest_cache", "feedback",
    "result.json", "collected.json",
]  # fmt: skip

# Mark schemes stand in written answers, which nbgrader calls solutions; it takes them out all the
# same once it is told not to insist on cells of its kind "task".
c.ClearMarkScheme.enforce_metadata = False
# A deleted test cell is put back and its task graded, instead of waiting for a person for ever.
c.OverwriteCells.add_missing_cells = True
# As long as the longest cell limit of any unit.
c.Execute.timeout = 30
c.Execute.error_on_timeout = {
    "ename": "CellTimeoutError",
    "evalue": "the cell was still running when its time was up",
    "traceback": [],
}
c.Execute.interrupt_on_timeout = True
