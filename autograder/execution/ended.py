"""How a piece of a submission ended: what every engine says of it."""

from dataclasses import dataclass

# Exit code of a process that could not even answer for want of memory.
STARVED = 77


@dataclass(frozen=True)
class Ended:
    """How a piece of code ended.

    Attributes:
        state: "ok", "raised", "timeout", "died" (the student's process), or "fault" (the judge).
        error: name of the exception's class, when it raised.
        message: the exception's text.
        trace: the traceback, without frames of the grader.
        stdout: what was printed, cut to a bounded length.
        withheld: whether the student's code changed arguments that it was not meant to change, and
            the tests went on with the values from before.
        shown: of a cell, the text of its value, as Jupyter would show it; the student's word.
        pictures: of a drawing, what the student's process says are PNGs.
        time_s: wall time.
        value: the number that the code ended with, as an expression of the tests' own; not a
            number (nan) when the student's code had a hand in it; None when it ended with none.
        status: how the student's process ended, when it did: its exit code, or minus the signal
            that ended it.
        peak_mb: largest memory of that process, in megabytes; 0 when it is not known.
        why: one sentence for the student, when that process was killed for what it used; else "".
        behaviour: what a piece of the grader's own found out, see `Pieces.probe`; else "".
    """

    state: str
    error: str = ""
    message: str = ""
    trace: str = ""
    stdout: str = ""
    time_s: float = 0.0
    value: float | None = None
    status: int | None = None
    peak_mb: float = 0.0
    withheld: bool = False
    shown: str = ""
    pictures: tuple[bytes, ...] = ()
    why: str = ""
    behaviour: str = ""
