"""Any nbgrader course, graded by stock nbgrader and by the judge, and the two held side by side.

`courses` finds the instructor's notebooks, `stock` runs one as nbgrader does, `judged` runs it
through the judge, `compared` says where they differ and why, `run` does so for many notebooks at
once. Arrows: `run -> compared, stock, judged -> courses`.
"""
