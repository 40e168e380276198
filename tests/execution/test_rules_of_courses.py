"""What tests of public courses do beyond the first table: each found by `course compat`."""

from functools import partial
from pathlib import Path

import pytest

from autograder.execution.pair import start_cold
from tests.execution.run import run

pytestmark = pytest.mark.slow

PERSON = "class Person:\n    def __init__(self, name):\n        self.name = name\n"

COURSES = {
    "the names of an object are listed": [
        ("answer", PERSON + "someone = Person('A')"),
        (
            "tests",
            "assert 'name' in dir(someone) and '__init__' in dir(Person)\n"
            "assert 'age' not in dir(someone)",
        ),
    ],
    "equality that the task asks for": [
        (
            "answer",
            "class Point:\n    def __init__(self, x):\n        self.x = x\n"
            "    def __eq__(self, other):\n        return self.x == other.x",
        ),
        (
            "tests",
            "assert Point(1) == Point(1) and Point(1) != Point(2)\np = Point(1)\nassert p == p",
        ),
    ],
    "the arguments of a function": [
        ("answer", "def juf(number=1, *rest, key=2):\n    return number"),
        (
            "tests",
            "import inspect\nspec = inspect.getfullargspec(juf)\n"
            "assert spec.args == ['number'] and spec.defaults == (1,)\n"
            "assert spec.varargs == 'rest' and spec.kwonlydefaults == {'key': 2}",
        ),
    ],
    "the source of a method is that of its class": [
        ("answer", "class A:\n    def __init__(self):\n        print('made')\na = A()"),
        ("given", "class B:\n    def __init__(self):\n        pass"),
        (
            "tests",
            "import inspect\nassert 'print(' in inspect.getsource(A.__init__)\n"
            "assert any('print(' in line for line in inspect.getsourcelines(a.__init__)[0])",
        ),
    ],
    "a function of a library's own generator": [
        (
            "answer",
            "from numpy.random import randn as normal\nfrom random import randint\n"
            "def f():\n    return randint(2, 2)",
        ),
        ("tests", "assert normal.__name__ == 'randn' and randint(1, 1) == 1 and f() == 2"),
    ],
    "a test imports Matplotlib itself": [
        (
            "answer",
            "import matplotlib.pyplot as plt\ndef bars():\n    plt.bar([1, 2], [3, 4])",
        ),
        (
            "tests",
            "import matplotlib\nimport matplotlib.pyplot as plt\n"
            "from matplotlib import patches\nbars()\nax = plt.gca()\n"
            "kinds = [c for c in ax.get_children() if c.__class__ == patches.Rectangle]\n"
            "assert len(kinds) == 3 and kinds[0].get_height() == 3\n"
            "assert matplotlib.patches.Rectangle == patches.Rectangle\n"
            "try:\n    import matplotlib.nothing\nexcept ModuleNotFoundError:\n    pass\n"
            "else:\n    raise AssertionError",
        ),
    ],
    "a class that a test cell defines": [
        ("answer", "x = 1"),
        ("tests", "class Base:\n    rate = 2\nassert x == 1"),
        ("answer", "class Mine(Base):\n    pass"),
        ("tests", "assert Mine.rate == 2"),
    ],
    "an array of figures": [
        ("given", "import numpy as np"),
        (
            "answer",
            "import matplotlib.pyplot as plt\nfig, axes = plt.subplots(2, 2)\nlast = axes[1, 1]",
        ),
        (
            "tests",
            "assert axes.shape == (2, 2) and last == axes.flatten()[-1]\nassert last != axes[0, 0]",
        ),
    ],
    "an argument of another shape": [
        (
            "answer",
            "def f(a):\n    return 1",
        ),
        (
            "answer",
            "def grow(a):\n    a.resize((9,), refcheck=False)",
        ),
        (
            "tests",
            "import numpy as np\na = np.ones(3)\ntry:\n    grow(a)\nexcept Exception as error:\n"
            "    assert 'shape' in str(error)\nelse:\n    raise AssertionError\n"
            "assert f(a) == 1 and a.tolist() == [1, 1, 1]",
        ),
    ],
    "pictures come and go by value": [
        ("given", "from PIL import Image"),
        ("answer", "def crop(image):\n    return image.crop((0, 0, 2, 3))"),
        (
            "tests",
            "image = Image.new('RGB', (4, 4), (1, 2, 3))\ncropped = crop(image)\n"
            "assert cropped.size == (2, 3) and cropped.getpixel((1, 1)) == (1, 2, 3)",
        ),
    ],
    "an object is true, or as its class says": [
        (
            "answer",
            PERSON + "class Box:\n    def __init__(self):\n        self.items = []\n"
            "    def __len__(self):\n        return len(self.items)\n"
            "someone = Person('A')\nbox = Box()",
        ),
        (
            "tests",
            "assert Person and all([someone, Person]) and not box\nbox.items = [1]\nassert box",
        ),
    ],
    "the title of a figure's axes": [
        ("answer", "import matplotlib.pyplot as plt\nfig, ax = plt.subplots()\nax.set_title('T')"),
        ("tests", "assert ax.title.get_text() == 'T'"),
    ],
    "the type of an object": [
        ("answer", PERSON + "class Child(Person):\n    pass\nsomeone = Child('A')"),
        (
            "tests",
            "assert type(someone) == Child and type(someone) is not Person\n"
            "assert type(1) is int and type(type(1)) is type and isinstance(int, type)\n"
            "assert type(int) == type and type('New', (), {})().__class__.__name__ == 'New'\n"
            "class Meta(type):\n    pass\nclass Made(metaclass=Meta):\n    pass\n"
            "assert type(Made) is Meta and issubclass(Meta, type)",
        ),
    ],
    "a file that the student's code wrote": [
        (
            "answer",
            "def save(values):\n    with open('saved.txt', 'w') as file:\n"
            "        file.write('\\n'.join(map(str, values)))",
        ),
        (
            "tests",
            "import os\nassert not os.path.exists('saved.txt')\nsave([1, 2])\n"
            "with open('saved.txt') as file:\n    assert file.read() == '1\\n2'\n"
            "assert open('saved.txt', 'rb').read()[:1] == b'1' and os.path.isfile('saved.txt')",
        ),
    ],
    "a list that holds an array is equal to one with that array": [
        ("given", "import numpy as np"),
        ("answer", "x = np.arange(3)\nmixed = [0, x, 'text']\nother = [np.arange(3)]"),
        ("tests", "assert mixed == [0, x, 'text'] and mixed[1] is x and other[0] is not x"),
    ],
    "a module is one object": [
        ("answer", "from matplotlib import pyplot\nfrom matplotlib import pyplot as plt"),
        (
            "tests",
            "class Filler:\n    __slots__ = ('a', '__weakref__')\n"
            "first = id(pyplot)\nfillers = [Filler() for _ in range(99)]\nassert first == id(plt)",
        ),
    ],
    "a cell that was handed in runs again": [
        ("answer", "print('Hello!')"),
        (
            "tests",
            "import sys, io\nkept, sys.stdout = sys.stdout, io.StringIO()\nexec(In[-2])\n"
            "printed, sys.stdout = sys.stdout.getvalue(), kept\nassert printed == 'Hello!\\n'",
        ),
    ],
    "a file in memory is an argument": [
        ("answer", "def lines(file):\n    return [line.strip() for line in file]"),
        ("tests", "import io\nassert lines(io.StringIO('a\\nb\\n')) == ['a', 'b']"),
    ],
    "an array of more than 64 MB": [
        ("given", "import numpy as np"),
        ("answer", "many = np.ones(9 << 20)"),
        ("tests", "assert many.sum() == 9 << 20"),
    ],
}


@pytest.mark.parametrize("name", COURSES)
def test_a_right_answer_passes(name: str) -> None:
    ended = run(COURSES[name])

    assert [(e.state, e.trace) for e in ended if e.state != "ok"] == []


def test_modules_beside_the_notebook_are_found(tmp_path: Path) -> None:
    (tmp_path / "beside.py").write_text("def check(f):\n    assert f(2) == 4\n")
    cells = [
        ("given", "import beside"),
        ("answer", "def double(x):\n    return 2 * x"),
        ("tests", "from beside import check\ncheck(double)\nassert beside.check is check"),
    ]

    ended = run(cells, start=partial(start_cold, files=str(tmp_path)))
    without = run(cells)

    assert [(e.state, e.trace) for e in ended] == [("ok", "")]
    assert [e.error for e in without] == ["ModuleNotFoundError"]


VALUES = {
    "earned / 2 + 1": 2.0,
    "np.float64(0.5)": 0.5,
    "earned;": None,
    "'text'": None,
    "True": None,
    "None": None,
    "earned * f(1)": "nan",
    "float('nan')": "nan",
    "10 ** 400": "inf",
}


@pytest.mark.parametrize("expression", VALUES)
def test_the_number_that_tests_end_with(expression: str) -> None:
    cells = [
        ("given", "import numpy as np"),
        ("answer", "def f(x):\n    return x"),
        ("tests", f"earned = 2\nassert f(1) == 1\n{expression}"),
    ]

    (ended,) = run(cells)

    assert ended.state == "ok"
    assert VALUES[expression] == (
        ended.value if ended.value in (None, 2, 0.5) else str(ended.value)
    )


def test_objects_that_the_judge_forgot_are_forgotten() -> None:
    cells = [
        (
            "answer",
            "import gc\nclass Thing:\n    def __init__(self, n):\n        self.n = n\n"
            "def things():\n    gc.collect()\n"
            "    return sum(type(x) is Thing for x in gc.get_objects())\n"
            "def fail():\n    thing = Thing(0)\n    raise ValueError(1)",
        ),
        (
            "tests",
            "for n in range(2000):\n    assert Thing(n).n == n\n    try:\n        fail()\n"
            "    except ValueError:\n        pass\nkept = Thing(7)\n"
            "assert things() < 600 and kept.n == 7",
        ),
    ]

    (ended,) = run(cells)

    assert (ended.state, ended.trace) == ("ok", "")
