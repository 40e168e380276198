"""A unit as small as the audit of the spread needs, with a bank of answers."""

import shutil
from pathlib import Path

from autograder.folders import REPOSITORY, CourseFolder

SLUG = "thirds"
_UNIT = """---
kernelspec: {{display_name: Python 3, language: python, name: python3}}
unit:
  title: Thirds
  chapter: small/thirds
  summary: You divide by three.
  hours: 1
  limits: {{time_s: 60, cell_s: {cell_s}, memory_mb: 1024, gpu: false}}
---

# Thirds

```{{code-cell}}
import math
{imports}
import numpy as np

SEED = 20261121
```

```{{code-cell}}
:include: expect.py
```

## A third

```{{code-cell}}
:answer: third

def third(x):
    ### BEGIN SOLUTION
    return np.asarray(x) / 3
    ### END SOLUTION
```

```{{code-cell}}
:tests: third
:points: 1

{visible}
### BEGIN HIDDEN TESTS
rng = np.random.default_rng(SEED)
{hidden}
### END HIDDEN TESTS
```
"""
VISIBLE = 'expect("a third", third(np.array([1.0, 2.0])), np.array([1.0, 2.0]) / 3)'
HIDDEN = """
# property: It divides by three.
x = rng.normal(size=20)
expect("thirds", third(x), np.array([value / 3 for value in x]), rtol=1e-9)
"""
TIMES = """
# %% third
def third(x):
    return np.asarray(x) * (1 / 3)
"""
NEARLY = """
# %% nearly: the third was rounded to four digits
def third(x):
    return np.asarray(x) * 0.3333
# %% twice: two thirds were taken
def third(x):
    return np.asarray(x) * 2 / 3
"""


def make_unit(
    root: Path,
    *,
    visible: str = VISIBLE,
    hidden: str = HIDDEN,
    right: str = TIMES,
    mistakes: str = NEARLY,
    explained: str = "",
    imports: str = "",
    cell_s: float = 4,
) -> CourseFolder:
    """Write the unit and its bank below a folder; nothing is released."""
    folder = CourseFolder(root)
    source = folder.source_text(SLUG)
    source.parent.mkdir(parents=True)
    shutil.copytree(REPOSITORY / "solutions" / "_given", folder.solutions / "_given")
    text = _UNIT.format(visible=visible, hidden=hidden, imports=imports, cell_s=cell_s)
    source.write_text(text, encoding="utf-8")
    bank = root / "tests" / "units" / SLUG
    for name, text in (("right/times.py", right), ("mistakes/third.py", mistakes)):
        (bank / name).parent.mkdir(parents=True)
        (bank / name).write_text(text.lstrip(), encoding="utf-8")
    if explained:
        (bank / "spread-explained.toml").write_text(explained, encoding="utf-8")
    return folder
