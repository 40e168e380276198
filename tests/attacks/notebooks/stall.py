# So that others are not graded: each has succeeded when it runs past its limits, when the next student
# does not get full marks, when a resource passes its bound, or when the grader itself breaks.
# %% big-integer: one power of integers that cannot be interrupted
import signal
signal.signal(signal.SIGALRM, signal.SIG_DFL); signal.alarm(60)
7 ** (10 ** 9)
# %% ctypes-segfault: a read from address zero
import ctypes
ctypes.string_at(0)
# %% disk-fill: 2 GB into the working folder
with open("fill", "wb") as file:
    for _ in range(200): file.write(b"\1" * (10 << 20))
# %% disk-fill-by-pieces: 2 GB in many files, so that no file is large
for number in range(200):
    with open(f"fill-{number}", "wb") as file: file.write(b"\1" * (10 << 20))
# %% disk-fill-sparse: a file that says it is large, allocated blocks, and a mapping of it
import mmap
with open("sparse", "w+b") as file:
    file.truncate(2 << 30); os.posix_fallocate(file.fileno(), 0, 2 << 30)
    room = mmap.mmap(file.fileno(), 2 << 30)
    for place in range(0, 2 << 30, 4096): room[place] = 1
# %% temporary-fill: 1.2 GB into each temporary folder
import tempfile
for place in (tempfile.gettempdir(), "/dev/shm", "/var/tmp", "/run"):
    try:
        with open(os.path.join(place, "loot-" + RUN), "wb") as file:
            for _ in range(120): file.write(b"\1" * (10 << 20))
    except OSError: pass
# %% many-files: 20,000 empty files, folders in folders, and links in circles
os.makedirs("m", exist_ok=True)
try:
    for number in range(20000): open(f"m/{number}", "w").close()
except OSError: pass
os.symlink(".", "m/circle")
for _ in range(400):
    try: os.mkdir("d" * 200); os.chdir("d" * 200)
    except OSError: break
# %% unremovable-files: folders without permission and names that are no text
for number in range(5):
    os.makedirs(f"closed/{number}/x", exist_ok=True)
    open(f"closed/{number}/x/y", "w").close(); os.chmod(f"closed/{number}/x", 0); os.chmod(f"closed/{number}", 0)
open(b"\xff\xfe\n\x1b[2J", "w").close(); os.chmod("closed", 0); os.chmod(".", 0)
# %% descriptors: 20,000 descriptors
held = []
try:
    for _ in range(20000): held.append(os.open("/dev/null", 0))
except OSError: pass
# %% pipes-and-sockets: pipes, sockets, event descriptors and memory files, each with as much in it as goes
import socket
held = []
for make in (os.pipe, socket.socketpair, lambda: (os.eventfd(0),), lambda: (os.memfd_create("m"),)):
    try:
        for _ in range(4000): held.append(make())
    except (OSError, AttributeError): pass
for pair in held:
    try: os.write(pair[-1] if isinstance(pair[-1], int) else pair[-1].fileno(), b"x" * 60000)
    except OSError: pass
# %% memory-files: memory that is no data of the process: memory files and shared mappings, 3 GB
import mmap
held = []
for _ in range(30):
    try: number = os.memfd_create("m"); os.truncate(number, 100 << 20); held.append(mmap.mmap(number, 100 << 20))
    except (OSError, ValueError): held.append(mmap.mmap(-1, 100 << 20))
for room in held:
    for place in range(0, len(room), 4096): room[place] = 1
loot("CAN" "ARY_memory_00000000")
# %% interrupt-ignored: the interrupt is ignored, then a loop
import signal
for number in (signal.SIGINT, signal.SIGTERM, signal.SIGUSR1): signal.signal(number, signal.SIG_IGN)
while True: pass
# %% interrupt-caught: the interrupt is caught again and again
while True:
    try:
        while True: time.sleep(10)
    except BaseException: pass
# %% interrupt-blocked: every signal is blocked, then a sleep
import signal
signal.pthread_sigmask(signal.SIG_BLOCK, range(1, 64)); time.sleep(1000)
# %% input-waits: input, and a read of standard input
try: input()
except EOFError: pass
sys.stdin.read()
os.read(0, 1)
time.sleep(1000)
# %% kill-self: SIGKILL to itself
os.kill(os.getpid(), 9)
# %% stop-self: SIGSTOP to itself
os.kill(os.getpid(), 19)
# %% stop-self-in-function: SIGSTOP, raised by every means, while a test waits
def relu(*a): os.kill(os.getpid(), 19); time.sleep(1000)
# %% loop-in-functions: each function under test loops for ever
def relu(*a):
    while True: pass
# %% die-in-functions: the process dies in each function, by another death each time
#@ base right
#@ honest 0
def relu(z): os._exit(1)
def neuron(*a): os.kill(os.getpid(), 11)
def softmax(z): os.abort()
def twice(f, x): f(x); os.kill(os.getpid(), 9)
# %% slow-when-run-again: the process dies late, and all that ran before is slow when it is run again
#@ base right
#@ honest 10
import builtins
born = time.time()
def relu(z):
    if np.ndim(z) == 1 and len(z) == 7: time.sleep(max(0.0, 1.2 - (time.time() % 1.2))); os._exit(1)
    return np.maximum(0, z)
#@ first
import time
time.sleep(0.9 if time.time() % 1.2 < 0.4 else 0)
# %% memory-bomb: memory grows to 6 GB and is held
held = []
for _ in range(60): held.append(bytearray(b"x") * (100 << 20))
time.sleep(10)
# %% memory-by-array: one array of 6 GB, touched
held = np.ones(6 << 27)
# %% memory-by-mapping: anonymous private mappings, the stack's limit and locked memory
import mmap, resource
held = [mmap.mmap(-1, 100 << 20, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS) for _ in range(60)]
for room in held:
    for place in range(0, len(room), 4096): room[place] = 1
loot("CAN" "ARY_memory_00000000")
# %% memory-by-small-things: memory in small objects, until MemoryError comes everywhere
held = []
while True:
    try: held.append([*range(1000), {}, set()])
    except MemoryError: held.append(None) if len(held) < 10**6 else time.sleep(1)
    if len(held) > 3 * 10**5: break
# %% thread-bomb: 300 threads that all run
import threading
def spin():
    while True: sum(range(1000))
for _ in range(300):
    try: threading.Thread(target=spin, daemon=True).start()
    except RuntimeError: break
# %% fork-bomb: processes that fork, 300 at most
for _ in range(300):
    try:
        if os.fork() == 0: time.sleep(20); os._exit(0)
    except OSError: break
# %% recursion-segfault: a recursion deeper than the stack
sys.setrecursionlimit(10**8)
def down(n): return max([n], key=lambda x: down(n + 1))
down(0)
# %% regular-expression: an expression that takes for ever and holds the lock
re.match(r"(a|aa)+$", "a" * 60 + "b")
# %% stdout-flood: 60 MB on one line, and many lines
print("A" * (60 << 20))
for _ in range(200000): print("line")
# %% stdout-in-function: functions print 100 MB while they are tested, and are right
#@ base right
#@ honest 12
plain = relu
def relu(z):
    for _ in range(100): print("B" * (1 << 20))
    return plain(z)
# %% stderr-flood: 60 MB to each inherited descriptor
for number in (1, 2):
    for _ in range(60): os.write(number, b"E" * (1 << 20))
# %% huge-exception: an exception of 20 MB, with as much in its name, notes and chain
def relu(*a):
    error = type("E" * 100000, (ValueError,), {})("Z" * (20 << 20))
    error.add_note("n" * (5 << 20))
    raise error from ValueError("y" * (5 << 20))
neuron = softmax = twice = relu
raise ValueError("Z" * (20 << 20))
# %% exception-chains: exceptions that are their own cause, groups in groups, and a __str__ without end
class Long(Exception):
    def __str__(self):
        while True: time.sleep(1)
    __repr__ = __str__
def relu(*a):
    error = ValueError(1); error.__cause__ = error.__context__ = error; raise error
def neuron(*a):
    error = ValueError(1)
    for _ in range(3000): error = ExceptionGroup("x", [error])
    raise error
def softmax(*a): raise Long()
def twice(*a): raise type("Own", (Exception,), {"args": property(lambda s: 1 / 0), "__str__": lambda s: 1 / 0})()
# %% huge-integer-returned: integers with millions of digits
relu = lambda *a: 10 ** 3_000_000
neuron = lambda *a: 1 << 500_000
softmax = lambda *a: 10 ** 150_000
twice = lambda f, x: f(10 ** 100_000)
# %% huge-text-returned: texts and bytes of 60 MB
relu = lambda *a: "x" * (60 << 20)
neuron = lambda *a: b"x" * (60 << 20)
softmax = lambda *a: "x" * (15 << 20)
twice = lambda f, x: f("x" * (15 << 20))
# %% huge-list-returned: lists of 10 million items
relu = lambda *a: [0] * 10_000_000
neuron = lambda *a: list(range(1_900_000))
softmax = lambda *a: [[]] * 1_900_000
twice = lambda f, x: f([[] for _ in range(1_900_000)])
# %% colliding-keys: dictionaries and sets whose keys all have one hash
M = sys.hash_info.modulus
relu = lambda *a: {n * M: n for n in range(1, 6000)}
neuron = lambda *a: {float(n) * 2.0 ** 61 for n in range(1, 3)} | {n * M for n in range(1, 6000)}
softmax = lambda *a: {"a": {n * M for n in range(6000)}}
twice = relu
# %% laughing-lists: lists that hold themselves many times over, small to send and endless to read
def laugh(*a):
    pile = [0.5]
    for _ in range(30): pile = [pile] * 30
    return pile
relu = neuron = softmax = twice = laugh
# %% deep-nesting: containers inside one another, 99 and 100,000 deep
def deep(levels):
    pile = 0.5
    for _ in range(levels): pile = [pile]
    return pile
relu = lambda *a: deep(99)
neuron = lambda *a: deep(100_000)
softmax = lambda *a: deep(101)
twice = lambda f, x: f(deep(99))
# %% circles: lists, dictionaries and objects that hold themselves
def circle(*a):
    one, other = [], {}
    one.append(other); other["x"] = one; one.append(one)
    return one
relu = neuron = softmax = circle
twice = lambda f, x: f(circle())
# %% huge-arrays: arrays that are too large to send, that claim to be large, and that have many dimensions
relu = lambda *a: np.broadcast_to(0.5, (10**5, 10**5))
neuron = lambda *a: np.zeros(60 << 17)
softmax = lambda *a: np.empty((0, 1 << 39))
twice = lambda f, x: np.zeros((1,) * 32)
# %% explosive-numbers: numbers that make what the tests do with them large
relu = lambda *a: np.array([2**62, -(2**62)])
neuron = lambda *a: 2**39
softmax = lambda *a: range(10**12)
twice = lambda f, x: f(10**9) and "%" * 1000
# %% endless-iterators: generators, iterators and containers that never end
import itertools
class Endless:
    def __iter__(self): return itertools.count()
    def __getitem__(self, n): return 0.0
    def __len__(self): return 1 << 39
relu = softmax = lambda *a: Endless()
neuron = lambda *a: itertools.count()
def twice(*a):
    while True: yield 1
# %% endless-callbacks: the tests' function is called for ever, and inside itself
def twice(function, x):
    while True: function(x)
def relu(z):
    while True:
        try: input("again")
        except EOFError: pass
# %% callbacks-inside-callbacks: the tests' function is given functions that call it again
#@ honest 0
def twice(function, x):
    class Again:
        def __add__(self, other): return function(Again())
        __rmul__ = __mul__ = __radd__ = __add__
    return function(Again())
# %% hash-and-eq-traps: objects whose __hash__, __eq__, __len__ and __del__ never return or raise
class Trap:
    def __hash__(self): raise MemoryError
    def __eq__(self, o): time.sleep(100)
    def __len__(self): raise RecursionError
    def __del__(self): time.sleep(0.2)
    def __repr__(self): os._exit(0)
    def __getattr__(self, name): raise KeyboardInterrupt
relu = neuron = softmax = twice = lambda *a: Trap()
# %% exit-handlers: handlers that run at the end of the process and never end
import atexit, signal, threading
atexit.register(lambda: time.sleep(1000))
threading.Thread(target=lambda: time.sleep(1000)).start()
def relu(z): sys.exit(1)
# %% locks-taken: the import lock, the lock of the output and the interpreter are held
import threading, _imp
_imp.acquire_lock()
threading.Thread(target=lambda: (sys.setswitchinterval(1000.0), [None for _ in iter(int, 1)]), daemon=True).start()
# %% descriptors-closed: every descriptor that the process has is closed
os.closerange(0, 4096)
# %% descriptors-swapped: the inherited descriptors are replaced by /dev/zero, /dev/null and a pipe
for number in range(3, 64):
    try: os.fstat(number); os.dup2(os.open("/dev/zero", os.O_RDWR), number)
    except OSError: pass
# %% modules-broken: modules that the sandbox needs are emptied
import socket, msgpack
for module in (msgpack, socket, os, sys, re, np):
    for name in list(vars(module)):
        if not name.startswith("__") and name not in ("path", "modules"):
            try: delattr(module, name)
            except Exception: pass
# %% garbage-collector: objects whose end makes more objects, and a hook in every collection
import gc
class Phoenix:
    def __del__(self): Phoenix()
gc.callbacks.append(lambda *a: time.sleep(0.05)); gc.set_threshold(1); Phoenix()
# %% clock-moved: functions that return after the deadline by a hair, over and over
#@ honest 0
def relu(z): time.sleep(1.0); return None
neuron = softmax = relu
def twice(f, x): time.sleep(1.0)
# %% hostile-library-exceptions: exceptions of NumPy whose text calls the student's objects, which then die
class Shape:
    def __iter__(self): return self
    def __next__(self): os._exit(0)
def relu(z): raise np._core._exceptions._ArrayMemoryError(Shape(), np.dtype("f8"))
class Slow(Shape):
    def __next__(self): return 1
def neuron(*a): raise np._core._exceptions._ArrayMemoryError(Slow(), np.dtype("f8"))
def softmax(z): raise np._core._exceptions._UFuncNoLoopError(Shape(), Shape())
def twice(f, x): raise np.exceptions.AxisError(Shape(), Slow(), Shape())
# %% syntax-and-nulls: cells that are no Python, hold null characters, half characters or 150 kB of brackets
#@ neuron
x = "\x00"
#@ softmax
((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((
#@ twice
def twice(:::
# %% deep-source: source that takes the compiler's stack
exec("-" * 100000 + "1")
eval("(" * 80 + ")" * 80)
compile("+".join(["1"] * 100000), "x", "exec")
