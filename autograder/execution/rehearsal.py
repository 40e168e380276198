"""A small notebook run before the first fork, so that a submission finds everything in memory.

What Python and its libraries make at first use (imports inside functions, compiled patterns,
caches) costs each fork again what it costs a fresh process. The two sides are rehearsed apart,
each against a child that plays the other: neither warm process ever has the other's code.
"""

import builtins
import contextlib
import inspect
import os
import pickle
import random
import socket
import types
from collections.abc import Callable, Iterator
from typing import Any

GIVEN = (
    "import numpy as np\n\nSEED = 1\n\n\ndef near(a, b):\n    assert np.allclose(a, b), (a, b)\n"
)
ANSWER = '''def double(x):
    """Return twice the array."""
    if x is None:
        raise ValueError(f"expected an array, got {x!r}")
    print("doubling", np.shape(x))
    return np.asarray(x, dtype=np.float64) * 2


class Thing:
    def __init__(self, x):
        self.x = x

    def twice(self):
        return [self.x, {"x": (self.x, 2.5)}, "text"]


rng = np.random.default_rng(3)
a = rng.normal(size=(3, 4)) @ np.ones((4, 2)) + np.linspace(0, 1, 2)
(a.sum(axis=0), np.linalg.norm(a), a.astype(int).tolist(), np.where(a > 0, a, 0).mean())
'''
FAILING = "import math\nmath.sqrt(2)\n%matplotlib inline\nnp.zeros(3)[5]"
VISIBLE = """near(double(np.arange(6.0).reshape(2, 3)), [[0, 2, 4], [6, 8, 10]])
np.testing.assert_allclose(double([1, 2]), np.array([2.0, 4.0]), rtol=1e-6)
np.testing.assert_array_equal(double(np.zeros((2, 2))), np.zeros((2, 2)))
assert Thing(2).twice()[1]["x"] == (2, 2.5)
assert isinstance(double(1.5), np.floating | np.ndarray) and double.__name__ == "double"
try:
    double(None)
except ValueError as error:
    assert "expected" in str(error)
want = np.random.default_rng(SEED).integers(0, 9, size=(3, 2))
assert double(want).shape == want.shape and double(want).dtype == np.float64
assert list(map(lambda v: double(v).tolist(), [[1], [2]])) == [[2.0], [4.0]]
np.array2string(np.linspace(0, 1, 50), threshold=24, precision=8)
"""
WRONG = "np.testing.assert_allclose(double([1.0, 2.0]), [2.0, 5.0], err_msg='wrong')"
HIDDEN = "rng = np.random.default_rng(SEED)\nx = rng.normal(size=(2, 3))\nnear(double(x), 2 * x)"
CELLS = [
    ("given", "given", GIVEN),
    ("answer", "answer", ANSWER),
    ("tests", "tests", f"{VISIBLE}\n{HIDDEN}"),
    ("answer", "failing", FAILING),
]


def sandbox_shell() -> tuple[types.ModuleType, Any]:
    """Run the notebook in a sandbox in this process, asked by a child; return the clean shell."""
    from autograder.execution.conversation import Side
    from autograder.execution.sandbox import Sandbox
    from autograder.execution.shell import new_shell
    from autograder.execution.wire import Connection

    shell = new_shell()
    clean = dict(vars(shell[0]))
    with _undone(), _played(_ask) as end:
        Sandbox(Connection(end, Side.SANDBOX), shell).serve()
    vars(shell[0]).clear()
    vars(shell[0]).update(clean)
    return shell


def judge() -> None:
    """Judge the notebook in this process, with a sandbox in a child."""
    from autograder.execution.conversation import Side
    from autograder.execution.judge import Judge
    from autograder.execution.plan import Plan
    from autograder.execution.wire import Connection

    pieces = [VISIBLE, HIDDEN, WRONG]
    with _undone(), _played(_answer) as end:
        connection = Connection(end, Side.JUDGE)
        connection.receive()
        judging = Judge(connection, Plan.of(CELLS, pieces))
        for kind, name, source in CELLS:
            if kind == "tests":
                judging.handle({"do": "visible", "grade_id": name, "source": VISIBLE})
            else:
                judging.handle({"do": "cell", "kind": kind, "grade_id": name, "source": source})
        for piece in (HIDDEN, WRONG):
            judging.handle(
                {
                    "do": "hidden",
                    "grade_id": "tests",
                    "source": piece,
                    "first": piece is HIDDEN,
                    "bindings": {"SEED": 3},
                }
            )


def _answer(end: socket.socket) -> None:
    """Play the sandbox."""
    from autograder.execution import sandbox

    sandbox.main(end, lambda: None)


def _ask(end: socket.socket) -> None:
    """Play the judge: run the cells, use what they define."""
    from autograder.execution.conversation import Apply, Close, Get, Names, Run, Side
    from autograder.execution.wire import Connection

    connection = Connection(end, Side.JUDGE)
    connection.receive()

    def asked(message: Any) -> Any:
        connection.send(message)
        return connection.receive()

    for kind, _, source in CELLS:
        if kind != "tests":
            asked(Run(source))
    asked(Names())
    array = asked(Get("a", 9))
    double, thing = asked(Get("double", 9)).value, asked(Get("Thing", 9)).value
    object_of = _reference(double)
    for argument in ([1, 1.0, 2.0], [2, "text", 3], array.value):
        asked(Apply("call", [object_of, argument], [], array.bulk))
    asked(Apply("call", [object_of, None], []))
    made = asked(Apply("call", [_reference(thing), 5], []))
    method = asked(Apply("getattr", [_reference(made.value), "twice"], []))
    asked(Apply("call", [_reference(method.value)], []))
    connection.send(Close())


def _reference(handle: Any) -> list[Any]:
    from autograder.execution import tags

    return [tags.OBJECT, handle[1] if handle[0] == tags.HANDLE else handle[-1]]


@contextlib.contextmanager
def _undone() -> Iterator[None]:
    """Undo what a judge or a sandbox replaces in its process, for good, when it is a real one."""
    import numpy

    modules = (inspect, pickle, random, numpy.random, builtins)
    before = [(module, name, value) for module in modules for name, value in vars(module).items()]
    try:
        yield
    finally:
        for module, name, value in before:
            if vars(module).get(name) is not value:
                setattr(module, name, value)


@contextlib.contextmanager
def _played(role: Callable[[socket.socket], None]) -> Iterator[socket.socket]:
    """Yield a socket with a child at its other end that plays a role."""
    ours, theirs = socket.socketpair()
    pid = os.fork()
    if pid == 0:
        try:
            ours.close()
            role(theirs)
        finally:
            os._exit(0)
    theirs.close()
    try:
        yield ours
    finally:
        ours.close()
        os.waitpid(pid, 0)
