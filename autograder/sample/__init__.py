"""A class of twelve submissions to try the grader on, from right to damaged."""
