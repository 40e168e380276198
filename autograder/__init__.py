"""The grader of the Deep Learning Foundations course.

Read `cli.py` for the verbs, `unit.py` for what a unit of coursework is, `grading.py` for how one
submission becomes one `Result`. Arrows between modules only run down (see CONTRIBUTING.md).
"""

__version__ = "0.1.0"
