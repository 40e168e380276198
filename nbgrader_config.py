"""nbgrader's view of this folder: formgrader, autograde, feedback and the exchange read this."""

from pathlib import Path

c = get_config()  # noqa: F821 - nbgrader puts it there

c.CourseDirectory.root = str(Path(__file__).resolve().parent)
# autograder/gradebook.py uses the same name; a test compares the two.
c.CourseDirectory.course_id = "deep_learning_foundations"
# Made from solutions/ by ./course release: source/ holds tests and answers and is never committed.
c.CourseDirectory.source_directory = "source"
c.CourseDirectory.release_directory = "exercises"
c.CourseDirectory.submitted_directory = "submitted"
c.CourseDirectory.autograded_directory = "autograded"
c.CourseDirectory.feedback_directory = "feedback"
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
