"""Entry point of `./course` and `python -m autograder`.

`check` must work where only NumPy is installed (a student's own machine, Colab), so the command
line's own libraries are imported only when another verb is asked for or when they are there.
"""

import importlib.util
import sys


def main() -> None:
    """Run the command line."""
    if importlib.util.find_spec("click") and importlib.util.find_spec("rich"):
        # jsonschema, which nbformat imports, builds a grammar of internationalised addresses: a
        # second for a check that no notebook asks for. Without the package it does without.
        sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]
        from autograder.cli import course

        course(prog_name="course")
    elif sys.argv[1:2] == ["check"]:
        from autograder.check import main as check

        sys.exit(check(sys.argv[2:]))
    else:
        print(
            "course: with this Python only `python -m autograder check FILE` works, because the "
            "other verbs need packages that are not installed. Use ./course, which installs them.",
            file=sys.stderr,
        )
        sys.exit(2)


if __name__ == "__main__":
    main()
