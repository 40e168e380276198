"""The exceptions a person may see.

CourseError            something the user can mend: one message, exit code 2
├── UnitError          the author's source of a unit breaks a rule
├── SubmissionError    a file handed in cannot be read as a submission of its unit
├── RosterError        the list of students cannot be read
└── SiteError          the site cannot be built

Every message says what was expected, what came and what to do next.
"""


class CourseError(Exception):
    """A mistake that the person at the keyboard can mend; printed without a traceback."""


class UnitError(CourseError):
    """The source of a unit breaks a rule of the format; names the file and the cell."""


class SubmissionError(CourseError):
    """A file cannot be read as a submission; `state` is the finding's name.

    Attributes:
        state: one of the states listed in `submission.STATES`.
    """

    def __init__(self, state: str, message: str) -> None:
        super().__init__(message)
        self.state = state


class RosterError(CourseError):
    """The roster is missing a column, repeats a student or is no CSV."""


class SiteError(CourseError):
    """The site did not build, or what was built breaks a rule."""
