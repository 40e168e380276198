"""What a student's cell showed when it was graded: text, a last value, pictures.

All of it is the student's word, for the person who marks: no point depends on it, and no page for
students is made of it.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Shown:
    """What one cell showed.

    Attributes:
        grade_id: the unit's name of the cell; "" for one of the student's own.
        position: where the student's own cell stands in the notebook that was handed in, from 0;
            -1 for a cell of the unit.
        text: what was printed.
        value: the text of the cell's value.
        error: the name of the exception that ended it, "" for none.
        trace: the exception's text and traceback.
        pictures: what is said to be PNGs.
        note: why something is not there, in words of ours; "" when all is.
    """

    grade_id: str
    position: int = -1
    text: str = ""
    value: str = ""
    error: str = ""
    trace: str = ""
    pictures: tuple[bytes, ...] = ()
    note: str = ""
