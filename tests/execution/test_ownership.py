"""Whose a name is, read from the instructor's notebook alone."""

import ast

import pytest

from autograder.execution.names import parse, uses_of
from autograder.execution.ownership import Ownership, defined_by, mentions, mirrored, read_by


def trusted(ownership: Ownership, source: str) -> list[str]:
    return [ast.unparse(statement) for statement in ownership.given(source)]


@pytest.mark.parametrize(
    ("source", "now", "bound", "changed"),
    [
        ("x = y + 1", "y", "x", ""),
        ("x += 1", "x", "x", "x"),
        ("x[0] = y", "x y", "", "x"),
        ("x.a.b = y", "x y", "", "x"),
        ("del x[0]", "x", "", "x"),
        ("x.items.append(1)", "x", "", "x"),
        ("a = x.pop()", "x", "a", ""),
        ("for i in n:\n    s.append(i)", "n s", "i", "s"),
        ("z = [i * k for i in n]", "k n", "z", ""),
        ("with open(p) as f:\n    t = f.read()", "open p", "f t", ""),
        ("import a.b, c as d", "", "a d", ""),
        ("def f(a, b=d):\n    return a + g", "d", "f", ""),
        ("class C(B):\n    n = k\n    def m(self): return q", "B k", "C", ""),
        ("if (n := f(1)): pass", "f", "n", ""),
        ("try:\n    f()\nexcept E as e:\n    pass", "E f", "e", ""),
    ],
)
def test_what_a_statement_does_with_names(source: str, now: str, bound: str, changed: str) -> None:
    uses = uses_of(parse(source)[0])

    assert uses.now == set(now.split())
    assert uses.bound == set(bound.split())
    assert uses.changed == set(changed.split())


def test_functions_read_later_what_is_not_their_own() -> None:
    source = "def f(a):\n    b = a + c\n    global d\n    d = 1\n    return lambda: b + e + len(a)"

    assert uses_of(parse(source)[0]).later == {"c", "d", "e", "len"}


def test_what_depends_on_no_students_name_is_trusted() -> None:
    ownership = Ownership()
    ownership.answer("def f(x): return x")

    assert trusted(ownership, "a = 1\nb = f(a)\nc = b + 1\nd = a + 1\nprint(f(d))") == [
        "a = 1",
        "d = a + 1",
    ]
    assert ownership.owned == {"f", "b", "c"}


def test_a_helper_that_calls_the_student_is_trusted_and_its_calls_are_not() -> None:
    ownership = Ownership()
    ownership.answer("def f(x): return x")

    assert trusted(ownership, "def check(x): return f(x)\ndef again(x): return check(x)") != []
    assert trusted(ownership, "y = again(1)\nz = again") == []
    assert "y" in ownership.owned


def test_what_an_untrusted_statement_changes_is_the_students() -> None:
    ownership = Ownership()
    assert len(trusted(ownership, "import numpy as np\nresults = []\ntable = {}")) == 3
    ownership.answer("def f(x): return x")

    assert trusted(ownership, "for i in range(3):\n    results.append(f(i))") == []
    assert trusted(ownership, "table[0] = f(1)\nnp.random.shuffle(f(2))") == []
    assert ownership.owned == {"f", "i", "results", "table"}


def test_an_answer_takes_names_and_changed_names_but_no_modules() -> None:
    ownership = Ownership()
    ownership.given("import numpy as np\nweights = [1]\nother = 2")
    ownership.answer("import math\nweights.append(2)\nnp.random.seed(1)\nbias = 3")

    assert ownership.owned == {"weights", "bias"}
    assert ownership.imports == {"math": "import math"}


def test_a_given_statement_takes_a_name_back() -> None:
    ownership = Ownership()
    ownership.answer("x = 1\nimport math")
    ownership.given("x = 2\nimport math")

    assert ownership.owned == set()
    assert ownership.imports == {}


def test_cells_that_students_can_edit_are_theirs() -> None:
    ownership = Ownership()

    assert ownership.given("import math\nx = 1", editable=True) == []
    assert ownership.owned == {"x"}
    assert ownership.imports == {"math": "import math"}


def test_matplotlib_stays_in_the_sandbox_even_when_guarded() -> None:
    ownership = Ownership()
    guarded = "try:\n    import matplotlib.pyplot as plt\nexcept ImportError:\n    plt = None"

    assert trusted(ownership, guarded) == []
    assert trusted(ownership, "from matplotlib import cm\nx = cm.viridis") == []
    assert ownership.owned == {"plt", "cm", "x"}


def test_a_trusted_statement_that_fails_is_taken_back() -> None:
    ownership = Ownership()
    (statement,) = ownership.given("data = open('data.csv').read()")
    ownership.taken_back(statement)

    assert ownership.owned == {"data"}


def test_cells_that_are_no_python_own_nothing() -> None:
    assert parse("this is no Python") == ()
    assert parse("x = \0") == ()
    assert len(parse("%matplotlib inline\nx = 1\n!ls\nx?")) == 4


def test_what_the_sandbox_must_run_of_a_visible_test() -> None:
    tests = "import math\nimport os\nlimit = 3\nassert f(limit)"

    assert mirrored(tests, {"math"}) == "import math"
    assert mirrored(tests, {"limit"}) == tests
    assert mirrored(tests, {"f"}) == ""


def test_what_is_read_named_and_defined() -> None:
    source = (
        "from math import tau\nimport numpy.linalg\nclass P:\n    size = 1\n    def grow(self):\n"
        "        self.height = np.pi * 'text'\nQ = namedtuple('Q', 'a, b')"
    )
    roots, named, texts = mentions(iter([source]))

    assert roots == {"math", "numpy"}
    assert {"tau", "pi", "np", "namedtuple"} <= named
    assert {"text", "a, b"} <= texts
    assert defined_by(iter([source])) == {"grow", "height", "size", "a", "b"}
    assert read_by(iter(["def f(x):\n    return x + y", "z"])) == {"y", "z"}
