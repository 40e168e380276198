"""formgrader's button "Generate feedback" makes this course's pages, not nbgrader's.

nbgrader's own page shows the graded notebook, and with it the text of hidden tests.
"""

from pathlib import Path
from typing import Any

from nbconvert.exporters import HTMLExporter
from nbconvert.exporters.exporter import ResourcesDict
from nbgrader.api import Gradebook

from autograder.feedback.pages import feedback_page
from autograder.gradebook.marks import marks_of
from autograder.gradebook.records import RESULT, read_result, which_attempt
from autograder.handin.times import duration_text


class FeedbackPage(HTMLExporter):
    """Makes a student's page from the kept result; without one, nbgrader's own page."""

    def from_filename(self, filename: str, resources: Any = None, **kw: Any) -> tuple[Any, Any]:
        """Return the page of a graded notebook."""
        about: Any = (resources or {}).get("nbgrader")
        path = Path(filename)
        result = read_result(path.parent / RESULT)
        if result is None or not about:
            return super().from_filename(filename, resources, **kw)
        with Gradebook(about["db_url"]) as book:
            handed_in = book.find_submission(about["assignment"], about["student"])
            name = f"{handed_in.student.first_name or ''} {handed_in.student.last_name or ''}"
            late_s = handed_in.total_seconds_late
            page = feedback_page(
                result.unit.replace("-", " ").capitalize(),
                name.strip() or about["student"],
                result,
                marks_of(book, about["assignment"], about["student"]),
                late=duration_text(late_s) if late_s > 0 else "",
                attempt=which_attempt(path.parent / RESULT),
            )
        resources["metadata"] = ResourcesDict(name=path.stem, path=str(path.parent))
        resources["output_extension"] = ".html"
        return page, resources
