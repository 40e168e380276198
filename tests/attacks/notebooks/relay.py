# From one student to the next: the first part is handed in, then `then`, by somebody else, on the same
# worker. Each has succeeded when what the first knew comes out in what the second can read.
# %% files: a file in each folder that both can write
SECRET = "CAN" "ARY_relay_0f0f0f0f"
for place in (".", "..", "/tmp", "/var/tmp", "/dev/shm", "/run", os.path.expanduser("~"), "/"):
    try: open(os.path.join(place, "relay-" + RUN), "w").write(SECRET)
    except OSError: pass
#@ then
import glob

for place in (".", "..", "/tmp", "/var/tmp", "/dev/shm", "/run", os.path.expanduser("~"), "/"):
    for path in glob.glob(place + "/**/relay-" + RUN, recursive=True):
        shout(open(path).read())
# %% ipython-folder: a start-up file and a history in the shell's folder, and user site-packages
SECRET = "CAN" "ARY_relay_0f0f0f0f"
text = f"raise SystemExit('LOOT {SECRET}')\n"
for top in (os.environ.get("IPYTHONDIR", "."), os.path.expanduser("~/.ipython"), os.path.expanduser("~")):
    for name in ("profile_default/startup/00.py", "usercustomize.py", ".pythonrc", "ipython_config.py"):
        try:
            os.makedirs(os.path.dirname(os.path.join(top, name)), exist_ok=True)
            open(os.path.join(top, name), "w").write(text)
        except OSError: pass
#@ then
for top in (os.environ.get("IPYTHONDIR", "."), os.path.expanduser("~/.ipython"), os.path.expanduser("~")):
    for folder, _, names in os.walk(top):
        for name in names: shout(open(os.path.join(folder, name), "rb").read())
# %% bytecode: modules beside the libraries and in their caches
SECRET = "CAN" "ARY_relay_0f0f0f0f"
import sysconfig

import numpy

for place in (os.path.dirname(numpy.__file__), sysconfig.get_paths()["purelib"], sysconfig.get_paths()["stdlib"]):
    for name in ("relay-" + RUN + ".py", "__pycache__/relay-" + RUN + ".pyc"):
        try: open(os.path.join(place, name), "w").write(SECRET)
        except OSError: pass
#@ then
import sysconfig

import numpy

for place in (os.path.dirname(numpy.__file__), sysconfig.get_paths()["purelib"], sysconfig.get_paths()["stdlib"]):
    for name in ("relay-" + RUN + ".py", "__pycache__/relay-" + RUN + ".pyc"):
        try: shout(open(os.path.join(place, name)).read())
        except OSError: pass
# %% shared-memory: segments of POSIX and System V, and semaphores
SECRET = "CAN" "ARY_relay_0f0f0f0f"
try:
    from multiprocessing import shared_memory
    room = shared_memory.SharedMemory("relay-" + RUN, create=True, size=64)
    room.buf[:len(SECRET)] = SECRET.encode()
except Exception: pass
import ctypes

libc = ctypes.CDLL(None, use_errno=True)
libc.shmat.restype = ctypes.c_void_p
key = 0x52554E00 + sum(RUN.encode()) % 251
number = libc.shmget(key, 4096, 0o1666)
if number >= 0:
    address = libc.shmat(number, None, 0)
    if address not in (None, ctypes.c_void_p(-1).value): ctypes.memmove(address, SECRET.encode(), len(SECRET))
#@ then
try:
    from multiprocessing import shared_memory
    shout(bytes(shared_memory.SharedMemory("relay-" + RUN).buf))
except (OSError, ImportError): pass
import ctypes

libc = ctypes.CDLL(None, use_errno=True)
libc.shmat.restype = ctypes.c_void_p
number = libc.shmget(0x52554E00 + sum(RUN.encode()) % 251, 4096, 0o666)
if number >= 0:
    address = libc.shmat(number, None, 0)
    if address not in (None, ctypes.c_void_p(-1).value): shout(ctypes.string_at(address, 64))
# %% message-queues-and-keys: a System V message queue, a POSIX queue and the kernel's key ring
SECRET = b"CAN" b"ARY_relay_0f0f0f0f"
import ctypes

libc = ctypes.CDLL(None, use_errno=True)
class Words(ctypes.Structure): _fields_ = [("kind", ctypes.c_long), ("text", ctypes.c_char * 64)]
queue = libc.msgget(0x52554E01, 0o1666)
if queue >= 0: libc.msgsnd(queue, ctypes.byref(Words(1, SECRET)), 64, 0o4000)
for ring in (-3, -4, -5):
    libc.syscall(248, b"user", b"relay-" + RUN.encode(), SECRET, len(SECRET), ring)
#@ then
import ctypes

libc = ctypes.CDLL(None, use_errno=True)
class Words(ctypes.Structure): _fields_ = [("kind", ctypes.c_long), ("text", ctypes.c_char * 64)]
queue, words = libc.msgget(0x52554E01, 0o666), Words()
if queue >= 0 and libc.msgrcv(queue, ctypes.byref(words), 64, 0, 0o4000) > 0: shout(words.text)
key, room = libc.syscall(249, b"user", b"relay-" + RUN.encode(), 0, 0), ctypes.create_string_buffer(64)
if key > 0 and libc.syscall(250, 11, key, room, 64, 0) > 0: shout(room.raw)
# %% inherited-memory: mappings that were shared with the process which is forked for everybody
SECRET = b"CAN" b"ARY_relay_0f0f0f0f"
import ctypes

for line in open("/proc/self/maps"):
    if line.split()[1].startswith("rw") and line.split()[1].endswith("s"):
        start = int(line.split("-")[0], 16)
        ctypes.memmove(start, SECRET, len(SECRET))
sys.modules["relay"] = SECRET.decode()
np.relay = SECRET.decode()
#@ then
import ctypes

shout(repr(sys.modules.get("relay")), repr(getattr(np, "relay", None)))
for line in open("/proc/self/maps"):
    if line.split()[1].startswith("rw") and line.split()[1].endswith("s"):
        start, end = (int(n, 16) for n in line.split()[0].split("-"))
        shout(ctypes.string_at(start, min(end - start, 1 << 20)))
# %% inherited-descriptors: offsets, flags, locks and contents of every descriptor that both inherit
SECRET = b"CAN" b"ARY_relay_0f0f0f0f"
import fcntl

for number in range(0, 256):
    for do in (lambda: os.lseek(number, 4242, 0), lambda: fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB),
               lambda: fcntl.fcntl(number, fcntl.F_SETOWN, os.getpid()), lambda: os.set_blocking(number, False)):
        try: do()
        except OSError: pass
    if number > 2:
        try:
            if not os.path.exists(f"/proc/self/fd/{number}") or "socket" not in os.readlink(f"/proc/self/fd/{number}"):
                os.write(number, SECRET)
        except OSError: pass
#@ then
for number in range(0, 256):
    try:
        if os.lseek(number, 0, 1) == 4242: loot("CAN" "ARY_relay_0f0f0f0f")
    except OSError: pass
    try:
        if number > 2 and "socket" not in os.readlink(f"/proc/self/fd/{number}"): shout(os.pread(number, 4096, 0))
    except OSError: pass
# %% abstract-sockets: a named socket without a file, and a port on the loopback
SECRET = b"CAN" b"ARY_relay_0f0f0f0f"
import socket
import threading


def offer(family, where):
    try:
        end = socket.socket(family)
        end.bind(where); end.listen(5)
    except OSError: return
    while True:
        other, _ = end.accept()
        other.sendall(SECRET)
for family, where in ((socket.AF_UNIX, "\0relay-" + RUN), (socket.AF_INET, ("127.0.0.1", PORT + 1))):
    threading.Thread(target=offer, args=(family, where), daemon=True).start()
time.sleep(0.1)
def relu(z): time.sleep(0.3); return None
#@ then
import socket

for family, where in ((socket.AF_UNIX, "\0relay-" + RUN), (socket.AF_INET, ("127.0.0.1", PORT + 1))):
    try:
        end = socket.socket(family)
        end.settimeout(0.3); end.connect(where); shout(end.recv(100))
    except OSError: pass
# %% daemon: a process that outlives the grading and hands the secret to whoever comes
SECRET = "CAN" "ARY_relay_0f0f0f0f"
def stay():
    os.setsid()
    for _ in range(100):
        for place in ("/tmp", "/dev/shm", os.getcwd()):
            try: open(os.path.join(place, "relay-" + RUN), "w").write(SECRET)
            except OSError: pass
        time.sleep(0.2)
    os._exit(0)
if os.fork() == 0:
    if os.fork() == 0: stay()
    os._exit(0)
#@ then
time.sleep(0.5)
for place in ("/tmp", "/dev/shm", os.getcwd()):
    try: shout(open(os.path.join(place, "relay-" + RUN)).read())
    except OSError: pass
# %% next-scratch: folders that the next submission could be given are made and filled beforehand
SECRET = "CAN" "ARY_relay_0f0f0f0f"
here = os.getcwd()
for top in {os.path.dirname(here), os.path.dirname(os.path.dirname(here)), here, "/tmp"}:
    try: names = os.listdir(top)
    except OSError: names = []
    for name in [*names, str(os.getpid() + 1), str(os.getpid() + 2), "sandbox", "1", "2"]:
        try:
            os.makedirs(os.path.join(top, name), exist_ok=True)
            open(os.path.join(top, name, "relay-" + RUN), "w").write(SECRET)
        except OSError: pass
#@ then
for folder, _, names in os.walk("."):
    for name in names:
        if name.startswith("relay"): shout(open(os.path.join(folder, name)).read())
# %% limits-and-masks: limits, masks, priority and handlers that a fork would inherit
import resource
import signal

for limit in (resource.RLIMIT_CPU, resource.RLIMIT_FSIZE):
    try: resource.setrlimit(limit, (1, 1))
    except (OSError, ValueError): pass
os.umask(0o777); signal.pthread_sigmask(signal.SIG_BLOCK, range(1, 32))
try: os.nice(19)
except OSError: pass
try: os.setpgid(os.getppid(), 0)
except OSError: pass
#@ then
import resource

if resource.getrlimit(resource.RLIMIT_CPU) == (1, 1): loot("CAN" "ARY_relay_0f0f0f0f")
if os.umask(0) == 0o777: loot("CAN" "ARY_relay_0f0f0f0f")
