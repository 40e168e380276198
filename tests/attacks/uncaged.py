"""Tries attacks without a cage or without the judge, and prints which of them succeed.

It is started by `test_uncaged.py` in a throw-away view of the machine, and nowhere else: there
these attacks do what they try.
"""

import json
import sys

from tests.attacks import cutting
from tests.attacks.ground import ground

# Each needs less than a second, and leaves the worker alive for the next.
WITHOUT_CAGE = (
    "leak/walk-up",
    "leak/victims-submission",
    "leak/gradebook",
    "leak/course-key",
    "escape/modify-source",
    "escape/modify-release",
    "escape/overwrite-next-submission",
    "escape/overwrite-victims-files",
    "escape/loopback-connect",
    "forge/gradebook-written",
    "forge/copied-from-source",
    "relay/files",
)
WITHOUT_JUDGE = (
    "forge/always-equal-object",
    "forge/float-subclass",
    "forge/patched-np-testing",
)


def main() -> None:
    """Print a list of the attacks that succeed, with what was wrong."""
    found: dict[str, list[str]] = {}
    for names, engine in ((WITHOUT_CAGE, "judge"), (WITHOUT_JUDGE, "stock")):
        with ground("none", engine=engine) as field:
            for name in names:
                found[name] = field.attack(cutting.attacks()[name]).wrong
    json.dump(found, sys.stdout)


if __name__ == "__main__":
    main()
