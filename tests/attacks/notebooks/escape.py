# Out of the cage: each has succeeded when something outside its own folder changes, when a listener on
# the loopback hears it, or when something of it is still there afterwards.
# %% bashrc: dot files of the home folder
for name in (".bashrc", ".profile", ".ssh/authorized_keys", ".config/loot-" + RUN, "loot-" + RUN):
    try: open(os.path.join(COURSE, "home", name), "a").write("# inert\n")
    except OSError: pass
for path in ("/etc/profile", "/etc/bash.bashrc", "/etc/passwd", "/etc/ld.so.preload", "/etc/crontab"):
    try:
        with open(path, "ab"): loot("CAN" "ARY_write_00000000")
    except OSError: pass
# %% modify-source: the hidden tests in source/ are weakened
path = near("source/unit/unit.ipynb"); open(path, "a").write(" ")
# %% modify-release: the released notebook is edited
path = near("release/unit/unit.ipynb"); open(path, "a").write(" ")
# %% overwrite-next-submission: the notebook of somebody who is graded later is emptied
import json

path = near("submitted/zz-after/unit/unit.ipynb"); json.dump({"cells": []}, open(path, "w"))
# %% overwrite-victims-files: another student's submission, graded notebook and feedback
for name in ("submitted/victim/unit/unit.ipynb", "autograded/victim/unit/unit.ipynb", "feedback/victim/unit.html"):
    try: os.chmod(near(name), 0o666); open(near(name), "a").write(" ")
    except OSError: pass
# %% rename-and-remove: files of the course are renamed, removed, made links, their times and modes changed
import shutil

for do in (lambda p: os.rename(p, p + ".old"), os.remove, lambda p: os.link(p, p + ".new"),
           lambda p: os.symlink(p, p + ".link"), lambda p: os.utime(p, (1, 1)), lambda p: os.chmod(p, 0o777),
           lambda p: os.chown(p, 1, 1), lambda p: os.truncate(p, 0), lambda p: os.setxattr(p, "user.x", b"1"),
           lambda p: os.mkdir(p + ".d"), lambda p: os.mkfifo(p + ".f"), lambda p: shutil.rmtree(os.path.dirname(p))):
    for name in ("gradebook.db", "source/unit/unit.ipynb", "submitted/victim/unit/unit.ipynb", ".course-key"):
        try: do(near(name))
        except OSError: pass
# %% gradebook-corrupted: the gradebook is overwritten, locked and journalled
for name in ("gradebook.db", "gradebook.db-journal", "gradebook.db-wal"):
    try: open(os.path.join(COURSE, name), "r+b" if name == "gradebook.db" else "wb").write(b"\0" * 4096)
    except OSError: pass
# %% gradebook-locked: a detached process holds the gradebook's lock
import subprocess

code = ("import sqlite3,sys,time\nc=sqlite3.connect(sys.argv[1],isolation_level=None,timeout=5)\n"
        "c.execute('begin exclusive'); time.sleep(45)")
subprocess.Popen([sys.executable, "-c", code, near("gradebook.db")], start_new_session=True)
time.sleep(0.5)
# %% graders-code: the grader's own modules and the libraries are edited on the disk
import numpy

from autograder.execution import sandbox, wire

for module in (sandbox, wire, numpy, os):
    try:
        with open(module.__file__, "r+b"): loot("CAN" "ARY_write_00000000")
    except OSError: pass
    try: open(os.path.dirname(module.__file__) + "/loot-" + RUN, "w"); loot("CAN" "ARY_write_00000000")
    except OSError: pass
# %% loopback-connect: a connection to a service on 127.0.0.1
import socket

socket.create_connection(("127.0.0.1", PORT), 1).sendall(b"hello")
# %% loopback-by-other-names: the same by ::1, 0.0.0.0, IPv4 in IPv6, UDP, raw sockets and the system call
import ctypes
import socket
import struct

for family, kind, where in (
    (socket.AF_INET6, socket.SOCK_STREAM, ("::1", PORT)), (socket.AF_INET, socket.SOCK_STREAM, ("0.0.0.0", PORT)),
    (socket.AF_INET6, socket.SOCK_STREAM, ("::ffff:127.0.0.1", PORT)), (socket.AF_INET, socket.SOCK_STREAM, ("127.1.2.3", PORT)),
    (socket.AF_INET, socket.SOCK_DGRAM, ("127.0.0.1", PORT)), (socket.AF_INET, socket.SOCK_RAW, ("127.0.0.1", PORT)),
):
    try:
        end = socket.socket(family, kind, 1 if kind == socket.SOCK_RAW else 0)
        end.settimeout(0.5); end.connect(where); end.sendall(b"hello")
    except OSError: pass
libc = ctypes.CDLL(None, use_errno=True)
number = libc.syscall(41, 2, 1, 0)
libc.syscall(42, number, struct.pack("=HH4s8x", 2, socket.htons(PORT), bytes([127, 0, 0, 1])), 16)
libc.syscall(44, number, b"hello", 5, 0x20000000, struct.pack("=HH4s8x", 2, socket.htons(PORT), bytes([127, 0, 0, 1])), 16)
# %% datagrams: a datagram without a connection, and one sent while the first packet of a stream opens
import socket

for flags in (0, 0x20000000):
    for kind in (socket.SOCK_DGRAM, socket.SOCK_STREAM):
        try: socket.socket(socket.AF_INET, kind).sendto(b"hello", flags, ("127.0.0.1", PORT))
        except OSError: pass
# %% io-uring: files and connections through a ring that no filter of system calls watches
import ctypes

libc = ctypes.CDLL(None, use_errno=True)
if libc.syscall(425, 8, ctypes.create_string_buffer(512)) >= 0: loot("CAN" "ARY_iouring_00000000")
# %% unix-sockets: sockets with a name in the file system, of the desktop, of Docker and of the course
import glob
import socket

for path in [COURSE + "/grader.sock", "/run/docker.sock", "/var/run/docker.sock", *glob.glob("/run/**/*.sock", recursive=True),
             *glob.glob("/tmp/**/*.sock", recursive=True)]:
    try:
        end = socket.socket(socket.AF_UNIX)
        end.settimeout(0.3); end.connect(path); end.sendall(b"hello"); loot("CAN" "ARY_unix_00000000")
    except OSError: pass
# %% resolver: names are looked up, which sends packets
import socket

socket.setdefaulttimeout(0.3)
for name in ("localhost", "example.invalid"):
    try: socket.getaddrinfo(name, PORT)
    except OSError: pass
socket.create_connection(("localhost", PORT), 0.3).sendall(b"hello")
# %% kill-parent: signals (one that does no harm) to the parent, the first process and everybody
for target in (os.getppid(), 1, -1):
    try: os.kill(target, 28); loot("CAN" "ARY_signal_00000000")
    except OSError: pass
# %% signal-neighbours: signals to every process that can be seen or guessed, by every call that sends one
import ctypes
import signal

libc = ctypes.CDLL(None, use_errno=True)
seen = {int(n) for n in os.listdir("/proc") if n.isdigit()} | set(range(os.getpid() - 8, os.getpid())) | {2, 3, 4}
for number in seen - {os.getpid()}:
    for do in (lambda: libc.kill(number, 28), lambda: libc.syscall(200, number, 28), lambda: libc.syscall(234, number, number, 28),
               lambda: libc.syscall(424, libc.syscall(434, number, 0), 28, None, 0)):
        if do() == 0: loot("CAN" "ARY_signal_00000000")
# %% signal-by-descriptor: the kernel is asked to send signals when a descriptor is ready
import fcntl
import signal

for number in range(3, 40):
    try:
        fcntl.fcntl(number, fcntl.F_SETOWN, os.getppid()); fcntl.fcntl(number, 10, signal.SIGUSR2)
        fcntl.fcntl(number, fcntl.F_SETFL, fcntl.fcntl(number, fcntl.F_GETFL) | os.O_ASYNC)
    except (OSError, ValueError): pass
# %% fork-and-stay: a child that leaves its session and stays
if os.fork() == 0:
    os.setsid()
    if os.fork() == 0:
        time.sleep(30)
    os._exit(0)
# %% clone-by-number: new processes through clone, vfork and clone3 by their numbers
import ctypes

libc = ctypes.CDLL(None, use_errno=True)
for number, args in ((56, (17, 0, 0, 0, 0)), (435, (ctypes.create_string_buffer(bytes([0] * 32 + [17] + [0] * 55), 88), 88)), (57, ())):
    if libc.syscall(number, *args) == 0:
        libc.syscall(35, ctypes.create_string_buffer(bytes([30] + [0] * 15), 16), None)
        os._exit(0)
# %% spawn: programs by every name that Python has for it
import multiprocessing
import subprocess

for do in (lambda: os.system("sleep 30 &"), lambda: os.posix_spawn("/bin/sleep", ["sleep", "30"], {}),
           lambda: subprocess.Popen(["sleep", "30"]), lambda: os.popen("sleep 30 &"),
           lambda: multiprocessing.Process(target=time.sleep, args=(30,), daemon=False).start(),
           lambda: get_ipython().system("sleep 30 &"), lambda: os.forkpty()):
    try: do()
    except BaseException: pass
# %% fork-from-threads: forks from many threads at once
import threading


def fork():
    try:
        if os.fork() == 0: time.sleep(30); os._exit(0)
    except BaseException: pass
for thread in [threading.Thread(target=fork) for _ in range(8)]: thread.start()
# %% exec-by-descriptor: a program made in memory is executed by its descriptor
try: number = os.memfd_create("program")
except OSError: number = -1
if number >= 0:
    os.write(number, open("/bin/sleep", "rb").read())
    os.execve(number, ["sleep", "30"], {})
# %% namespaces-and-mounts: new namespaces, mounts, another root, file handles
import ctypes

libc = ctypes.CDLL(None, use_errno=True)
for flags in (0x10000000, 0x10020000, 0x20000000, 0x40000000, 0x10000000 | 0x20000 | 0x40000000): libc.unshare(flags)
for kind in (b"tmpfs", b"proc"):
    if libc.mount(b"none", (COURSE + "/home").encode(), kind, 0, None) == 0: loot("CAN" "ARY_mount_00000000")
if libc.chroot(b"/") == 0 or libc.chroot(b"/proc/1/root") == 0: loot("CAN" "ARY_chroot_00000000")
for number in (428, 429, 430, 432, 442): libc.syscall(number, -100, b"/", 0, 0, 0)
room = ctypes.create_string_buffer(bytes([128, 0, 0, 0]) + bytes(140))
if libc.syscall(304, 3, room, 0) >= 0: loot("CAN" "ARY_handle_00000000")
for name in ("/proc/self/uid_map", "/proc/sys/kernel/core_pattern", "/sys/kernel/uevent_helper", "/proc/sysrq-trigger",
             "/sys/fs/cgroup/cgroup.procs"):
    try:
        with open(name, "r+b", buffering=0): loot("CAN" "ARY_kernel_00000000")
    except OSError: pass
# %% set-user: other users, capabilities and privileges are taken
import ctypes

libc = ctypes.CDLL(None, use_errno=True)
for do in (lambda: os.setuid(0), lambda: os.setgid(0), lambda: os.setgroups([0]), lambda: os.seteuid(0),
           lambda: os.setresuid(0, 0, 0)):
    try: do()
    except OSError: pass
libc.prctl(38, 0, 0, 0, 0); libc.prctl(24, 21, 0, 0, 0); libc.prctl(4, 1, 0, 0, 0)
try: loot(open(COURSE + "/home/private.txt").read())
except OSError: pass
# %% devices: raw memory, disks, terminals and the kernel's log
for name in ("/dev/mem", "/dev/kmsg", "/dev/sda", "/dev/vda", "/dev/vda1", "/dev/kvm", "/dev/fuse", "/dev/net/tun", "/dev/tty"):
    for way in ("rb", "ab"):
        try:
            with open(name, way, buffering=0): loot("CAN" "ARY_device_00000000") if "tty" not in name else None
        except OSError: pass
try: os.mknod("disk", 0o60666, os.makedev(254, 0)); loot(open("disk", "rb").read(4096))
except OSError: pass
import ctypes
import fcntl

for number in range(3):
    try: fcntl.ioctl(number, 0x5412, b"x")
    except OSError: pass
# %% kernel-interfaces: interfaces of the kernel that no coursework needs, by their numbers
import ctypes

libc = ctypes.CDLL(None, use_errno=True)
room = ctypes.create_string_buffer(4096)
for name, number, args in (("bpf", 321, (0, room, 128)), ("userfaultfd", 323, (0,)), ("perf", 298, (room, 0, -1, -1, 0)),
                           ("modules", 175, (room, 10, b"")), ("kexec", 246, (0, 0, 0, 0)), ("reboot", 169, (0, 0, 0, 0)),
                           ("hostname", 170, (os.uname().nodename.encode(), len(os.uname().nodename))), ("swap", 167, (b"x", 0)),
                           ("ptrace", 101, (16, os.getppid(), 0, 0)), ("fanotify", 300, (0, 0)), ("quota", 179, (0, 0, 0, 0))):
    if libc.syscall(number, *args) >= 0: loot("CAN" "ARY_" + name + "_00000000")
# %% other-abi: system calls by the 32-bit and x32 numbers, which a careless filter does not know
import ctypes
import mmap

libc = ctypes.CDLL(None, use_errno=True)
for number in (57, 56, 41, 59):
    if libc.syscall(0x40000000 | number, 17, 0, 0, 0, 0) == 0 and number != 41: os._exit(0)
code = bytes.fromhex("b802000000cd80c3")  # int 0x80 with the 32-bit number of fork
try:
    room = mmap.mmap(-1, 4096, prot=7)
    room.write(code)
    address = ctypes.addressof(ctypes.c_char.from_buffer(room))
    if ctypes.CFUNCTYPE(ctypes.c_long)(address)() == 0: time.sleep(30); os._exit(0)
except (OSError, ValueError): pass
# %% prlimit-others: limits, priorities and schedulers of other processes
import resource

for target in (os.getppid(), 1):
    for do in (lambda: resource.prlimit(target, resource.RLIMIT_NOFILE, resource.prlimit(target, resource.RLIMIT_NOFILE)),
               lambda: os.setpriority(os.PRIO_PROCESS, target, os.getpriority(os.PRIO_PROCESS, target)),
               lambda: os.sched_setaffinity(target, os.sched_getaffinity(target))):
        try: do(); loot("CAN" "ARY_others_00000000")
        except (OSError, ValueError): pass
# %% terminal-and-stdio: what stands on descriptors 0 to 2 and above is written to and read
for number in range(0, 30):
    try: os.write(number, b"LOOT" * 100)
    except OSError: pass
# %% loosen-limits: one's own limits are raised again
import resource
for limit in range(16):
    try: resource.setrlimit(limit, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    except (OSError, ValueError): pass
try:
    held = [bytearray(b"x") * (256 << 20) for _ in range(12)]
    loot("CAN" "ARY_limits_00000000")
except MemoryError: held = None
# %% core-dump: the process dies so that its memory is written somewhere
import resource
import signal

try: resource.setrlimit(resource.RLIMIT_CORE, (-1, -1))
except (OSError, ValueError): pass
os.kill(os.getpid(), signal.SIGQUIT)
os.abort()
# %% descriptors-sent: the wire is used to hand descriptors to the judge, and to ask for some
import array
import socket

for number in range(3, 30):
    try:
        end = socket.socket(fileno=os.dup(number))
        end.sendmsg([b"\0" * 8], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, array.array("i", [0, 1, 2] * 20))])
    except OSError: pass
