"""What tests of real courses do, each in a notebook of its own: the right answer passes.

Every entry needs one rule of the judge; without that rule its tests fail. `WRONG` is the other
side: the same notebook, and an answer that must not pass.
"""

import pytest

from tests.execution.run import run

pytestmark = pytest.mark.slow

SQUARES = "def squares(n):\n    return [i * i for i in range(1, n + 1)]"
SUM = "def total(n):\n    return sum(squares(n))"

RIGHT = {
    "deleting a function shows that another uses it": [
        ("answer", SQUARES),
        ("answer", SUM),
        (
            "tests",
            "kept = squares\ndel squares\ntry:\n    total(1)\nexcept NameError:\n    pass\n"
            "else:\n    raise AssertionError('total does not use squares')\n"
            "finally:\n    squares = kept\nassert total(2) == 5",
        ),
        ("tests", "assert squares(2) == [1, 4]"),
    ],
    "a mock takes the place of a function": [
        ("answer", SQUARES),
        ("answer", SUM),
        (
            "tests",
            "calls = []\nkept = squares\ndef squares(n):\n    calls.append(n)\n    return [40, 2]\n"
            "assert total(7) == 42\nassert calls == [7]\nsquares = kept\nassert total(2) == 5",
        ),
    ],
    "a test sets a global that the answer reads": [
        ("answer", "rate = 1\ndef scaled(x):\n    return rate * x"),
        ("tests", "rate = 10\nassert scaled(2) == 20"),
    ],
    "a test looks for a name": [
        ("answer", "answer = 42"),
        (
            "tests",
            "assert 'answer' in locals() and 'answer' in globals() and 'answer' in dir()\n"
            "assert 'other' not in locals() and 'other' not in dir()\n"
            "assert globals()['answer'] == 42 and globals().get('other') is None",
        ),
    ],
    "a given loop fills a list with results": [
        ("given", "results = []\ntable = {}"),
        ("answer", "def f(x):\n    return x + 1"),
        ("given", "for i in range(3):\n    results.append(f(i))\n    table[i] = f(i)"),
        ("tests", "assert results == [1, 2, 3] and table == {0: 1, 1: 2, 2: 3}"),
    ],
    "a loop's variable that was the student's is still the judge's own in its loop": [
        ("answer", "def f(x):\n    return x"),
        ("given", "seen = []\nfor i in range(2):\n    seen.append(f(i))"),
        ("given", "own = []\nfor i in range(3):\n    own.append(i)"),
        (
            "tests",
            "own.append(3)\nassert own == [0, 1, 2, 3]\nassert seen == [0, 1]",
        ),
    ],
    "input is answered by the test": [
        ("answer", "def ask():\n    return int(input('n? ')) + int(input())"),
        (
            "tests",
            "import builtins\nlines = iter(['3', '4'])\nkept = builtins.input\n"
            "builtins.input = lambda prompt='': next(lines)\ntry:\n    assert ask() == 7\n"
            "finally:\n    builtins.input = kept",
        ),
        (
            "tests",
            "import io, sys\nkept = sys.stdin\nsys.stdin = io.StringIO('1\\n2\\n')\n"
            "try:\n    assert ask() == 3\nfinally:\n    sys.stdin = kept",
        ),
        (
            "tests",
            "def input(prompt=''):\n    return '5'\nassert ask() == 10\ndel input\n"
            "try:\n    ask()\nexcept EOFError:\n    pass\nelse:\n    raise AssertionError",
        ),
    ],
    "figures are looked at where they are": [
        ("given", "import matplotlib.pyplot as plt"),
        (
            "answer",
            "def plot(xs, ys):\n    fig, ax = plt.subplots()\n    ax.plot(xs, ys)\n"
            "    ax.set_title('Line')\n    return ax",
        ),
        (
            "tests",
            "ax = plot([0, 1], [2, 3])\nassert isinstance(ax, plt.Axes)\n"
            "assert ax.get_title() == 'Line' and len(ax.lines) == 1\n"
            "assert ax.lines[0].get_ydata().tolist() == [2, 3]\n"
            "assert plt.gcf().axes[0] is ax\nassert len(plt.get_fignums()) == 1",
        ),
    ],
    "library objects are the same on both sides": [
        ("given", "import numpy as np\nimport math"),
        (
            "answer",
            "import collections\nkind = np.float32\ndt = np.dtype('int64')\nfunction = np.tanh\n"
            "root = math.sqrt\nwhole = int\nOrdered = collections.OrderedDict",
        ),
        (
            "tests",
            "import collections\nassert kind is np.float32 and dt == np.int64\n"
            "assert function is np.tanh and root is math.sqrt\n"
            "assert whole is int and Ordered is collections.OrderedDict",
        ),
    ],
    "arguments change in place": [
        ("given", "import numpy as np"),
        (
            "answer",
            "def tidy(xs, table, bag, array, nested):\n    xs.sort()\n    table['new'] = xs\n"
            "    bag.add(3)\n    array *= 2\n    nested[0].append(1)\n    return xs",
        ),
        (
            "tests",
            "xs, table, bag, array, nested = [3, 1], {}, {1}, np.ones(2), ([],)\n"
            "back = tidy(xs, table, bag, array, nested)\n"
            "assert back is xs and xs == [1, 3] and table['new'] is xs and bag == {1, 3}\n"
            "assert array.tolist() == [2, 2] and nested == ([1],)",
        ),
    ],
    "an array that may not be written stays so": [
        ("given", "import numpy as np"),
        (
            "answer",
            "def zero(a):\n    try:\n        a[:] = 0\n    except ValueError:\n        return 1",
        ),
        ("tests", "a = np.ones(2)\na.flags.writeable = False\nassert zero(a) == 1"),
    ],
    "containers of the standard library come by value": [
        (
            "answer",
            "from collections import *\nfrom fractions import Fraction\n"
            "from decimal import Decimal\n"
            "def make():\n    d = defaultdict(list)\n    d['a'].append(1)\n"
            "    rest = d, Fraction(1, 3), Decimal('0.1')\n"
            "    return deque([1], 2), OrderedDict(a=1), Counter('aab'), *rest",
        ),
        (
            "tests",
            "from collections import *\nfrom fractions import Fraction\n"
            "from decimal import Decimal\n"
            "a, b, c, d, e, f = make()\nassert a == deque([1]) and a.maxlen == 2\n"
            "assert isinstance(b, OrderedDict) and b == {'a': 1} and c == Counter('aab')\n"
            "assert d == {'a': [1]} and d['x'] == []\n"
            "assert e == Fraction(1, 3) and f == Decimal('0.1')",
        ),
    ],
    "exceptions have classes": [
        (
            "answer",
            "class Base(ValueError):\n    pass\nclass Low(Base):\n"
            "    def __init__(self, n):\n        super().__init__(f'{n} is low')\n"
            "        self.n = n\n"
            "def check(n):\n    if n < 0:\n        raise Low(n)\n    return {}[n]",
        ),
        (
            "tests",
            "try:\n    check(-3)\nexcept Base as error:\n    assert str(error) == '-3 is low'\n"
            "    assert error.n == -3 and isinstance(error, ValueError)\n"
            "    assert type(error).__name__ == 'Low' and isinstance(error, Low)\n"
            "else:\n    raise AssertionError\n"
            "try:\n    check(1)\nexcept KeyError as error:\n    assert error.args == (1,)\n"
            "assert issubclass(Low, Base) and issubclass(Base, ValueError)",
        ),
    ],
    "an exception of a library is that library's": [
        ("given", "import numpy as np"),
        ("answer", "def inverse(a):\n    return np.linalg.inv(a)"),
        (
            "tests",
            "try:\n    inverse(np.zeros((2, 2)))\nexcept np.linalg.LinAlgError:\n    pass\n"
            "else:\n    raise AssertionError",
        ),
    ],
    "source and signature come from what was handed in": [
        ("answer", "def f(a, b=2, *rest, c=None, **more):\n    total = a + b\n    return total"),
        (
            "tests",
            "import inspect\nassert 'total = a + b' in inspect.getsource(f)\n"
            "assert list(inspect.signature(f).parameters) == ['a', 'b', 'rest', 'c', 'more']\n"
            "assert inspect.signature(f).parameters['b'].default == 2\n"
            "assert len(inspect.getsourcelines(f)[0]) == 3 and f.__name__ == 'f'",
        ),
    ],
    "what a function prints can be captured": [
        ("answer", "def greet():\n    print('hello')"),
        (
            "tests",
            "import io, contextlib\nout = io.StringIO()\nwith contextlib.redirect_stdout(out):\n"
            "    greet()\nassert out.getvalue() == 'hello\\n'",
        ),
    ],
    "a later answer uses what a test cell imports and defines": [
        ("answer", "x = 1"),
        ("tests", "import math\nassert x == 1"),
        ("answer", "def root(v):\n    return math.sqrt(v)"),
        ("tests", "limit = 4\nassert root(4) == 2"),
        ("answer", "half = limit / 2"),
        ("tests", "assert half == 2"),
    ],
    "a test uses what the solution imports": [
        ("answer", "import numpy as np\nfrom math import log10\ndef f(x):\n    return np.log(x)"),
        ("tests", "assert np.isclose(f(np.e), 1) and log10(100) == 2"),
    ],
    "the instructor's star import": [
        ("given", "from math import *"),
        ("answer", "def area(r):\n    return pi * r ** 2"),
        ("tests", "assert isclose(area(1), pi)"),
    ],
    "a seed that the test sets is the student's too": [
        ("given", "import numpy as np\nimport random"),
        ("answer", "def draw():\n    return np.random.rand(3), random.random()"),
        (
            "tests",
            "np.random.seed(3)\nrandom.seed(4)\na, b = draw()\nc, d = draw()\n"
            "np.random.seed(3)\nrandom.seed(4)\n"
            "assert (a == np.random.rand(3)).all() and b == random.random()\n"
            "assert (c == np.random.rand(3)).all() and d == random.random()",
        ),
    ],
    "a function of the test is passed, called and may fail": [
        (
            "answer",
            "def derivative(f, x):\n    return (f(x + 1e-6) - f(x - 1e-6)) / 2e-6\n"
            "def safe(f):\n    try:\n        return f()\n    except ZeroDivisionError:\n"
            "        return 'inf'",
        ),
        (
            "tests",
            "import math\nassert abs(derivative(lambda x: x ** 2, 3) - 6) < 1e-4\n"
            "assert abs(derivative(math.sin, 0) - 1) < 1e-4\nassert safe(lambda: 1 / 0) == 'inf'\n"
            "def bad():\n    raise KeyError('k')\ntry:\n    safe(bad)\nexcept KeyError:\n    pass",
        ),
    ],
    "a student's function goes into a student's function": [
        ("answer", "def twice(f):\n    return lambda x: f(f(x))\ndef inc(x):\n    return x + 1"),
        ("tests", "assert twice(inc)(1) == 3 and twice(twice(inc))(0) == 4 and callable(inc)"),
    ],
    "objects have attributes, items, operators and text": [
        (
            "answer",
            "class Vector:\n    dimension = 2\n    def __init__(self, *xs):\n"
            "        self.xs = list(xs)\n"
            "    def __add__(self, o):\n"
            "        return Vector(*[a + b for a, b in zip(self.xs, o.xs)])\n"
            "    def __rmul__(self, k):\n        return Vector(*[k * a for a in self.xs])\n"
            "    def __len__(self):\n        return len(self.xs)\n"
            "    def __getitem__(self, i):\n        return self.xs[i]\n"
            "    def __repr__(self):\n        return f'Vector{tuple(self.xs)}'\n"
            "    @property\n    def norm(self):\n        return sum(x * x for x in self.xs) ** 0.5",
        ),
        (
            "tests",
            "v = Vector(3, 4)\n"
            "assert v.norm == 5 and v[1] == 4 and len(v) == 2 and list(v) == [3, 4]\n"
            "assert (v + Vector(1, 1)).xs == [4, 5] and (2 * v).xs == [6, 8]\n"
            "assert str(v) == 'Vector(3, 4)'\n"
            "assert isinstance(v, Vector) and not isinstance(3, Vector)\n"
            "v.xs = [1]\nassert v.xs == [1] and hasattr(v, 'norm') and not hasattr(v, 'nose')\n"
            "assert v.__dict__ == {'xs': [1]} and v.__class__.__name__ == 'Vector'\n"
            "assert Vector.dimension == 2",
        ),
    ],
    "an object of a library is an instance of the library's class": [
        ("answer", "import random\ndef make():\n    return random.Random(3)"),
        (
            "tests",
            "import random\nr = make()\nassert isinstance(r, random.Random)\n"
            "assert not isinstance(r, int) and r.random() == random.Random(3).random()",
        ),
    ],
    "a named tuple has its fields": [
        (
            "answer",
            "from collections import namedtuple\nPoint = namedtuple('Point', 'x index')\n"
            "def make():\n    return Point(1, index=2)",
        ),
        (
            "tests",
            "p = make()\nassert p.x == 1 and p.index == 2 and p[1] == 2 and list(p) == [1, 2]",
        ),
    ],
    "what a function of the test returns is changed in place": [
        ("given", "import numpy as np"),
        (
            "answer",
            "def scale(make):\n    a = make()\n    a *= 2\n    make().append(1)\n    return a",
        ),
        (
            "tests",
            "kept = [np.ones(2), []]\ngive = iter(kept)\nback = scale(lambda: next(give))\n"
            "assert kept[0].tolist() == [2, 2] and kept[1] == [1] and back is kept[0]",
        ),
    ],
    "a path is added for an import": [
        ("given", "import sys\nsys.path.append('..')\nfrom math import *"),
        ("answer", "def f(x):\n    return floor(x)"),
        ("tests", "assert f(2.5) == floor(2.5) and '..' in sys.path"),
    ],
    "a name is what the last cell before the test made it": [
        ("answer", "f = lambda x: 0"),
        (
            "tests",
            "limit = 3\nassert f(1) == 0\n### BEGIN HIDDEN TESTS\n# property: p\n"
            "assert f(1) == 0\n### END HIDDEN TESTS",
        ),
        ("answer", "f = lambda x: limit"),
        (
            "tests",
            "assert f(1) == 3\n### BEGIN HIDDEN TESTS\n# property: p\n"
            "assert f(1) == 3\n### END HIDDEN TESTS",
        ),
    ],
    "a generator is lazy": [
        ("answer", "def naturals():\n    n = 0\n    while True:\n        yield n\n        n += 1"),
        (
            "tests",
            "g = naturals()\nassert next(g) == 0 and next(g) == 1\n"
            "import itertools\nassert list(itertools.islice(naturals(), 3)) == [0, 1, 2]",
        ),
    ],
    "given helpers are the judge's own and call the student": [
        ("given", "def check(x, want):\n    assert f(x) == want, f'f({x})'"),
        ("answer", "def f(x):\n    return 2 * x"),
        (
            "tests",
            "check(2, 4)\n### BEGIN HIDDEN TESTS\n# property: p\ncheck(3, 6)\n### END HIDDEN TESTS",
        ),
    ],
    "a hidden test sees names of its visible part, not of later tests": [
        ("answer", "def f(x):\n    return 2 * x"),
        (
            "tests",
            "case = 1\n### BEGIN HIDDEN TESTS\nhalf = case / 2\n# property: p\n"
            "assert f(case) == 2\n"
            "# property: q\nassert f(half) == 1 and SEED == 1\n### END HIDDEN TESTS",
        ),
        ("tests", "case = 100\nassert f(case) == 200"),
    ],
    "a state that functions change is the live one": [
        ("answer", "count = 0\ndef step():\n    global count\n    count += 1"),
        (
            "tests",
            "step()\nassert count == 1\n### BEGIN HIDDEN TESTS\n# property: p\nstep()\n"
            "assert count == 2\n### END HIDDEN TESTS",
        ),
    ],
    "evaluating the test's own text": [
        ("answer", "def f(x):\n    return 2 * x"),
        ("tests", "assert eval('f(2)') == 4\nexec('y = f(3)')\nassert y == 6"),
    ],
    "magics of IPython": [
        ("given", "%matplotlib inline\nimport math"),
        ("answer", "%%time\ndef f(x):\n    return math.floor(x)"),
        ("tests", "%matplotlib inline\nassert f(2.5) == 2"),
    ],
    "values of every kind cross": [
        ("given", "import numpy as np"),
        ("answer", "def same(x):\n    return x"),
        (
            "tests",
            "for x in [None, True, 2 ** 100, 1.5, 1j, 'a', b'b', (1, (2,)), {1, 2},\n"
            "          frozenset([3]),\n"
            "          slice(1, 2), range(3), ..., {'a': [1]}, bytearray(b'c')]:\n"
            "    y = same(x)\n    assert type(y) is type(x) and y == x\n"
            "for x in [np.float32(1.5), np.int8(3), np.bool_(True), np.str_('a'),\n"
            "          np.arange(6).reshape(2, 3),\n"
            "          np.array(['x']), np.zeros((0, 3)), np.array(5)]:\n"
            "    y = same(x)\n"
            "    assert type(y) is type(x) and y.dtype == x.dtype and np.all(y == x)\n"
            "rows = [[0]] * 2\nback = same(rows)\nassert back is rows",
        ),
    ],
}


@pytest.mark.parametrize("name", RIGHT)
def test_a_right_answer_passes(name: str) -> None:
    ended = run(RIGHT[name])

    assert [(e.state, e.trace) for e in ended if e.state != "ok"] == []


WRONG = {
    "total does not use squares": (
        "deleting a function shows that another uses it",
        {1: "def total(n):\n    return sum(i * i for i in range(1, n + 1))"},
    ),
    "an import that is missing": (
        "a test uses what the solution imports",
        {0: "def f(x):\n    return 1.0"},
    ),
    "a module of the student's making": (
        "a test uses what the solution imports",
        {
            0: "class np:\n    isclose = staticmethod(lambda *a: True)\n    e = 1\n"
            "def log10(x):\n    return 2\ndef f(x):\n    return 5"
        },
    ),
    "an argument that stays as it was": (
        "arguments change in place",
        {0: "def tidy(xs, *rest):\n    return sorted(xs)"},
    ),
    "results that the student puts in by hand": (
        "a given loop fills a list with results",
        {0: "def f(x):\n    return x"},
    ),
    "a figure without a line": (
        "figures are looked at where they are",
        {0: "def plot(xs, ys):\n    return plt.subplots()[1]"},
    ),
    "an exception of another class": (
        "exceptions have classes",
        {
            0: "class Base(Exception): pass\nclass Low(Base): pass\n"
            "def check(n):\n    raise TypeError(n)"
        },
    ),
}


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_answer_does_not(name: str) -> None:
    notebook, student = WRONG[name]
    ended = run(RIGHT[notebook], student)

    assert [e.state for e in ended if e.state != "ok"]
