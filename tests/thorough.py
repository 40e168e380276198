"""Whether tests try everything, as they do by night, or what fits into a day's CI.

With COURSE_THOROUGH=yes each page is shown to axe in each theme at each width with every word of
its code, right answers are reworded in each way alone as well, units that train networks are
graded with three seeds and by both engines with all their right answers, and the models of the
stories are trained to the end.
"""

import os

THOROUGH = os.environ.get("COURSE_THOROUGH") == "yes"
