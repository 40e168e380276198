"""What one side gives for one autograded cell."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Scored:
    """What one side gives for one autograded cell.

    Attributes:
        grade_id: nbgrader's name of the cell.
        points: the points it gives.
        of: the points that there are.
        share: points of all points; for a cell without points 1 if nothing raised, else 0.
        error: class of what was raised, "stderr" for stock's rule about it, "" for nothing.
        message: its text.
        trace: the judge's traceback.
    """

    grade_id: str
    points: float
    of: float
    share: float
    error: str = ""
    message: str = ""
    trace: str = ""
