"""Are the tests of a unit any good: what is measured about them with the bank of answers.

`spread/` measures how far right answers spread at every numeric comparison, and whether its
tolerance lies between that and the nearest known mistake.
"""
