"""Make the tables of known mistakes from the banks of answers: `python -m autograder.diagnosis`."""

import argparse

from autograder.diagnosis.measure import measure
from autograder.diagnosis.pairs import Trying, known_mistakes, right_pairs
from autograder.diagnosis.table import make_table, write_table
from autograder.execution.cage import Mode, find_cage
from autograder.folders import CourseFolder
from autograder.source import load_unit


def main() -> None:
    """Make the table of each unit that is named, or of all."""
    parser = argparse.ArgumentParser(prog="python -m autograder.diagnosis", description=__doc__)
    parser.add_argument("units", nargs="*", metavar="UNIT", help="the units; all by default")
    folder = CourseFolder()
    for slug in parser.parse_args().units or folder.slugs():
        unit = load_unit(folder, slug)
        bank = folder.root / "tests" / "units" / slug
        # The bank is the authors' own code: it is run as their tests are.
        with Trying(folder, unit, find_cage(Mode.NONE)) as trying:
            right = [*right_pairs(trying, bank)]
            known = [*known_mistakes(trying, bank)]
        path = write_table(folder, make_table(unit, [*right, *(each.pair for each in known)]))
        shown = path.relative_to(folder.root)
        print(f"{shown}: known mistakes {measure(known, right, {}).whole.text()}")


if __name__ == "__main__":
    main()
