"""Submissions that know nothing and want points: none of them earns any.

The unit's tests are written in many styles, as instructors write them, and each attack answers in
the way that would satisfy that style if the student's object, process or words were believed.
"""

import textwrap

import pytest

from tests.execution.run import run

pytestmark = pytest.mark.slow

SETUP = "import math\nimport numpy as np\nfrom numpy.testing import assert_allclose"
SOLUTION = "def f(x):\n    return np.asarray(x) * 2.0"
# One test for each style; the right answer passes all of them.
STYLES = {
    "equality": "assert f(3) == 6",
    "order": "assert 5.9 < f(3) < 6.1",
    "difference": "assert abs(f(3) - 6) < 1e-6",
    "ratio": "assert f(3) / 6 - 1 < 1e-6 and 1 - f(3) / 6 < 1e-6",
    "largest difference": "assert np.max(np.abs(f([1, 2]) - np.array([2, 4]))) < 1e-6",
    "math.isclose": "assert math.isclose(f(3), 6)",
    "np.allclose": "assert np.allclose(f([1, 2]), [2, 4])",
    "np.isclose": "assert np.isclose(f(3), 6)",
    "np.array_equal": "assert np.array_equal(f([1, 2]), [2, 4])",
    "assert_allclose": "assert_allclose(f([1, 2]), [2, 4])",
    "np.testing": "np.testing.assert_array_equal(f([1, 2]), np.array([2, 4]))",
    "elementwise": "assert (f([1, 2]) == np.array([2, 4])).all()",
    "norm": "assert np.linalg.norm(f([1, 2]) - np.array([2, 4])) < 1e-6",
    "round": "assert round(float(f(3)), 6) == 6",
    "float": "assert float(f(3)) == 6.0",
    "tolist": "assert f([1, 2]).tolist() == [2.0, 4.0]",
    "loop": "for got, want in zip(map(f, [1, 2]), [2, 4]):\n    assert got == want\nassert 1",
    "in": "assert f(3) in (6, 6.0)",
    "truth": "assert f(3) > 0 and bool(f(3) == 6)",
    "type": "assert isinstance(f([1]), np.ndarray) and f([1]).shape == (1,) and f([1])[0] == 2",
    "all of a generator": "assert all(f(x) == 2 * x for x in range(5))",
    "reference of the test": "want = lambda x: 2 * x\nassert all(f(x) == want(x) for x in (1, 5))",
    "hidden": "### BEGIN HIDDEN TESTS\n# property: p\nassert f(SEED) == 2 * SEED\n"
    "### END HIDDEN TESTS",
}

AGREEABLE = """
    class Yes:
        shape, dtype, ndim, size = (2,), float, 1, 2
        def __eq__(self, o): return True
        __ne__ = lambda self, o: False
        __lt__ = __le__ = __gt__ = __ge__ = __eq__
        __hash__ = lambda self: 0
        __bool__ = lambda self: True
        def __float__(self): return 6.0
        def __sub__(self, o): return 0.0
        __rsub__ = __abs__ = lambda self, *a: 0.0
        def __truediv__(self, o): return 1.0
        def __round__(self, n=0): return 6
        def __array__(self, *a, **k): return np.zeros(2)
        __array_ufunc__ = lambda self, *a, **k: True
        __array_function__ = lambda self, *a, **k: True
        __array_interface__ = property(lambda self: {'data': (id(self), False), 'shape': (2,),
                                                     'typestr': '<f8', 'version': 3})
        def all(self): return True
        any = equals = all
        def max(self): return 0.0
        def tolist(self): return Yes()
        def __getitem__(self, i): return Yes()
        def __instancecheck__(self, o): return True
        __class__ = property(lambda self: np.ndarray)
"""

ATTACKS = {
    "an object that agrees with everything": AGREEABLE + "    def f(x): return Yes()",
    "a subclass of float": """
        class Yes(float):
            def __eq__(self, o): return True
            __lt__ = __gt__ = __le__ = __ge__ = __eq__
            def __sub__(self, o): return Yes(0)
            __rsub__ = __truediv__ = __sub__
            def __abs__(self): return Yes(0)
            __hash__ = float.__hash__
        def f(x): return Yes(0)""",
    "a subclass of ndarray": """
        class Yes(np.ndarray):
            def __eq__(self, o): return True
            __lt__ = __gt__ = __le__ = __ge__ = __eq__
            def __sub__(self, o): return np.zeros(2)
            def __array_ufunc__(self, *a, **k): return True
            def __array_function__(self, *a, **k): return True
            def tolist(self): return [2.0, 4.0]
        def f(x): return np.zeros(np.shape(x) or (1,)).view(Yes)""",
    "a subclass of int, str and list": """
        class I(int):
            __eq__ = lambda s, o: True
            __hash__ = int.__hash__
        class L(list):
            __eq__ = lambda s, o: True
        def f(x): return L([I(0)]) if np.ndim(x) else I(0)""",
    "NumPy's checks are replaced": """
        for m, names in ((np, 'allclose isclose array_equal max abs'), (np.linalg, 'norm'),
                         (np.testing, 'assert_allclose assert_array_equal')):
            for name in names.split(): setattr(m, name, lambda *a, **k: True)
        assert_allclose = lambda *a, **k: True
        def f(x): return np.zeros(np.shape(x))""",
    "builtins are replaced": """
        import builtins
        for n in 'abs all any float isinstance round bool type zip map AssertionError'.split():
            setattr(builtins, n, lambda *a, **k: True)
        def f(x): return 0""",
    "a fake np": """
        np = math = type('M', (), {'__getattr__': lambda s, n: (lambda *a, **k: True)})()
        def f(x): return 0""",
    "the code of the checks is swapped": """
        np.testing.assert_allclose.__wrapped__ = None
        def ok(*a, **k): return True
        for g in (np.testing.assert_allclose, np.testing.assert_array_equal):
            try: g.__code__ = ok.__code__
            except Exception: pass
        def f(x): return np.zeros(np.shape(x))""",
    "sys.exit in the cell": "import sys\nsys.exit(0)",
    "os._exit in the cell": "import os\nos._exit(0)",
    "exit in the function": "import os\ndef f(x): os._exit(0)",
    "SystemExit in the function": "def f(x): raise SystemExit(0)",
    "StopIteration ends the test's loop": "def f(x): raise StopIteration",
    "GeneratorExit": "def f(x): raise GeneratorExit",
    "KeyboardInterrupt": "def f(x): raise KeyboardInterrupt",
    "an exception that pretends to be the judge's": """
        from autograder.execution.link import CellTimeout, SandboxLost
        def f(x): raise CellTimeout""",
    "the argument is changed instead": """
        def f(x):
            try: x[:] = [1, 1]
            except Exception: pass
            return x""",
    "the function of the test is asked": """
        import gc, types
        def f(x):
            for g in gc.get_objects():
                if isinstance(g, types.FunctionType) and g.__name__ in ('want', '<lambda>'):
                    try: return g(x)
                    except Exception: pass
            return 0""",
    "the caller's names are read": """
        import sys
        def f(x):
            frame = sys._getframe()
            while frame:
                for name in ('want', 'SEED'):
                    if name in frame.f_globals: return frame.f_globals[name]
                frame = frame.f_back
            return 0""",
    "float's comparison is rewritten in memory": """
        import ctypes
        def f(x): return 0.0
        pf = ctypes.PYFUNCTYPE(ctypes.py_object, ctypes.py_object, ctypes.py_object, ctypes.c_int)
        keep = pf(lambda a, b, op: True)
        slot = ctypes.c_void_p.from_address(id(float) + 200)""",
    "the end of the wire is written to": """
        import os
        def f(x):
            for fd in range(3, 64):
                try: os.write(fd, b'\\x00\\x00\\x00\\x04\\x00\\x00\\x00\\x00\\x94\\x0b\\xc3\\x90')
                except OSError: pass
            return 0""",
    "the sandbox answers for the function": """
        import sys
        from autograder.execution import sandbox, values
        values.Encoder.encode = lambda self, value, depth=0: True
        def f(x): return 0""",
    "a name of a library's function is returned": "def f(x): return np.allclose",
    "a class that hides its name": """
        class float64(float): pass
        float64.__module__, float64.__qualname__ = 'numpy', 'float64'
        float64.__eq__ = lambda s, o: True
        def f(x): return float64(0)""",
    "eval by reference": "def f(x): return eval",
    "a number that is not": "def f(x): return np.nan if not np.ndim(x) else [np.nan] * 2",
    "nothing": "def f(x): pass",
    "an empty array": "def f(x): return np.array([])",
    "truth": "def f(x): return True",
    "tests are looked for in memory": """
        import gc
        def f(x):
            for o in gc.get_objects():
                if isinstance(o, str) and 'assert f(' in o: return eval(o.split('==')[1])
            return 0""",
}


def attack(name: str) -> str:
    return textwrap.dedent(ATTACKS[name]).strip("\n")


def cells() -> list[tuple[str, str]]:
    return [("given", SETUP), ("answer", SOLUTION), *(("tests", test) for test in STYLES.values())]


def test_the_right_answer_passes_every_style() -> None:
    ended = run(cells())

    assert [e.trace for e in ended if e.state != "ok"] == []


@pytest.mark.parametrize("name", ATTACKS)
def test_an_attack_passes_no_test(name: str) -> None:
    ended = run(cells(), {0: attack(name)})
    visible, hidden = ended[: len(STYLES)], ended[len(STYLES) :]
    styles = [style for style, e in zip(STYLES, visible, strict=True) if e.state == "ok"]

    assert [style for style in styles if style != "hidden"] == []
    assert [e.state for e in hidden if e.state == "ok"] == []


VECTORS = [
    (
        "answer",
        "class Value:\n    def __init__(self, data):\n        self.data = data\n"
        "    def __add__(self, o):\n"
        "        return Value(self.data + (o.data if isinstance(o, Value) else o))\n"
        "    __radd__ = __add__\n    def __sub__(self, o):\n        return self + -1 * o\n"
        "    def __mul__(self, o):\n"
        "        return Value(self.data * (o.data if isinstance(o, Value) else o))\n"
        "    __rmul__ = __mul__\n    def __eq__(self, o):\n        return self.data == o.data\n"
        "def f(x):\n    return 2 * x",
    ),
    ("tests", "assert (Value(2.0) * 3 + Value(1.0)).data == 7 and (1 + Value(2)).data == 3"),
    ("tests", "assert abs(f(3) - 6) < 1e-6"),
    ("tests", "assert f(Value(3)).data == 6"),
]


def test_operators_that_the_task_defines_work_and_cannot_judge() -> None:
    right = run(VECTORS)
    evil = (
        "class Value:\n"
        + textwrap.indent(
            "def __init__(self, *a): pass\n__sub__ = __abs__ = __rsub__ = lambda *a: 0.0\n"
            "__mul__ = __rmul__ = __add__ = __radd__ = lambda *a: 7.0\ndata = 1",
            "    ",
        )
        + "\ndef f(x): return Value()"
    )
    wrong = run(VECTORS, {0: evil})

    assert [e.state for e in right] == ["ok", "ok", "ok"]
    assert [e.state for e in wrong] == ["raised", "raised", "raised"]
