"""What a confined process tries in vain; each attack works where there is no cage."""

import os
import signal
from collections.abc import Iterator

import pytest

from tests.execution.caged import UNCONFINED, VARIANTS, Ended, Place, place

pytestmark = pytest.mark.cage

READING = {
    "a system's secrets": "result = open('/etc/shadow').read()",
    "somebody's file": "result = open(world['secret']).read()",
    "the solutions": "result = open(world['solutions']).read()",
    "through a symbolic link": """
        import os
        os.symlink(world['secret'], 'link')
        result = open('link').read()""",
    "through a hard link": """
        import os
        os.link(world['secret'], 'link')
        result = open('link').read()""",
    "through its own root": "result = open('/proc/self/root' + world['secret']).read()",
    "through its working folder": """
        import os
        here = os.open('.', os.O_RDONLY)
        up = '../' * 20 + world['secret'].lstrip('/')
        result = open(os.open(up, os.O_RDONLY, dir_fd=here)).read()""",
    "by handle": """
        import ctypes, os
        libc = ctypes.CDLL(None, use_errno=True)
        handle = (ctypes.c_char * 136)()
        ctypes.c_uint.from_buffer(handle).value = 128
        mount = ctypes.c_int()
        if libc.name_to_handle_at(-100, world['secret'].encode(), handle, ctypes.byref(mount), 0):
            raise OSError(ctypes.get_errno(), 'name_to_handle_at')
        result = os.read(libc.open_by_handle_at(os.open('/', 0), handle, 0), 99)""",
    "a folder's names": "import os; result = os.listdir(world['folder'])",
    "temporary files": "import os; result = any(n in world['folder'] for n in os.listdir('/tmp'))",
    "which processes run": "import os; result = [p for p in os.listdir('/proc') if p.isdigit()]",
    "its parent's environment": """
        import os
        result = open(f'/proc/{os.getppid()}/environ').read()""",
    "its parent's memory": """
        import os
        begin = int(open(f'/proc/{os.getppid()}/maps').readline().partition('-')[0], 16)
        memory = open(f'/proc/{os.getppid()}/mem', 'rb')
        memory.seek(begin)
        result = len(memory.read(16))""",
    "what happens in a folder": """
        import ctypes
        libc = ctypes.CDLL(None)
        news = libc.inotify_init1(0)
        result = news >= 0 and libc.inotify_add_watch(news, world['folder'].encode(), 0xFFF) > 0""",
}
WRITING = {
    "a new file": "result = open(world['folder'] + '/new', 'w').write('x')",
    "at the end of a file": "result = open(world['secret'], 'a').write('x')",
    "a shorter file": "import os; os.truncate(world['given'], 2); result = True",
    "a file emptied by opening": """
        import os
        os.close(os.open(world['given'], os.O_RDONLY | os.O_TRUNC))
        result = os.stat(world['given']).st_size == 0""",
    "a file removed": """
        import os
        os.unlink(world['folder'] + '/spare')
        result = True""",
    "a folder": "import os; os.mkdir(world['folder'] + '/' + str(os.getpid())); result = True",
    "a file moved out": """
        import os
        open('x', 'w').close()
        os.rename('x', world['folder'] + '/moved')
        result = True""",
    "permissions": """
        import os
        os.chmod(world['secret'], 0o640)
        result = os.stat(world['secret']).st_mode & 0o777 == 0o640""",
    "permissions of a file that it may read": """
        import os
        os.fchmod(os.open(world['given'], os.O_RDONLY), 0o640)
        result = os.stat(world['given']).st_mode & 0o777 == 0o640""",
    "times": """
        import os
        os.utime(world['secret'], (1, 1))
        result = os.stat(world['secret']).st_mtime == 1""",
    "attributes": """
        import os
        os.setxattr(world['secret'], 'user.note', b'x')
        result = os.getxattr(world['secret'], 'user.note') == b'x'""",
    "flags": """
        import fcntl, os, struct
        file = os.open(world['given'], os.O_RDONLY)
        fcntl.ioctl(file, 0x40086602, struct.pack('l', 0x40))
        result = True""",
    "a named pipe": "import os; os.mkfifo('pipe'); result = True",
    "a device": "import os; os.mknod('null', 0o20666, os.makedev(1, 3)); result = True",
}
TALKING = {
    "to a TCP port": """
        import socket
        result = socket.create_connection(('127.0.0.1', world['tcp']), 2).fileno()""",
    "by UDP": """
        import socket
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as s:
            result = s.sendto(b'x', ('127.0.0.1', world['udp']))""",
    "to a socket in a folder": """
        import socket
        with socket.socket(socket.AF_UNIX) as s:
            s.connect(world['unix'])
            result = True""",
    "to an abstract socket": """
        import socket
        with socket.socket(socket.AF_UNIX) as s:
            s.connect('\\0' + world['abstract'])
            result = True""",
    "from a pair of datagram sockets": """
        import socket
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM)
        result = ours.sendto(b'x', '\\0' + world['abstract'] + '-datagrams')""",
    "by listening": """
        import socket
        result = socket.create_server(('127.0.0.1', 0)).fileno()""",
    "to the kernel's network": """
        import socket
        result = socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, 0).fileno()""",
}
STARTING = {
    "fork": "import os; result = os.fork(); result or os._exit(0)",
    "posix_spawn": "import os; result = os.posix_spawn('/bin/true', ['true'], {})",
    "subprocess": "import subprocess; result = not subprocess.call(['/bin/true'])",
    "a shell": "import os; result = os.system('true') == 0",
    "exec": "import os; result = True; os.execv('/bin/sleep', ['sleep', '9'])",
    "clone": """
        import ctypes, os
        machine = os.uname().machine
        pid = ctypes.CDLL(None).syscall(56 if machine == 'x86_64' else 220, 17, 0, 0, 0, 0)
        pid or os._exit(0)
        result = pid > 0""",
    "clone3": """
        import ctypes, os, struct
        args = struct.pack('8Q', 0, 0, 0, 0, 17, 0, 0, 0)
        pid = ctypes.CDLL(None).syscall(435, args, len(args))
        pid or os._exit(0)
        result = pid > 0""",
    "multiprocessing": """
        import multiprocessing
        process = multiprocessing.get_context('fork').Process(target=len, args=([],))
        process.start()
        result = True""",
    "another architecture's calls": """
        import ctypes, mmap, platform
        assert platform.machine() == 'x86_64'
        code = mmap.mmap(-1, 4096, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS, prot=7)
        code.write(bytes.fromhex('b814000000cd80c3'))
        address = ctypes.addressof(ctypes.c_char.from_buffer(code))
        result = ctypes.CFUNCTYPE(ctypes.c_int)(address)() > 0""",
}
STEERING = {
    "a signal to its parent": "import os; os.kill(os.getppid(), 0); result = True",
    "a signal to somebody": "import os; os.kill(world['victim'], 0); result = True",
    "a signal to its group": """
        import os, signal
        signal.signal(signal.SIGUSR2, lambda *_: None)
        os.setpgid(0, 0)
        os.kill(0, signal.SIGUSR2)
        result = True""",
    "a signal by way of a pipe": """
        import fcntl, os
        reading, writing = os.pipe()
        fcntl.fcntl(reading, fcntl.F_SETOWN, world['victim'])
        result = True""",
    "tracing": """
        import ctypes
        result = ctypes.CDLL(None).ptrace(16, world['victim'], 0, 0) == 0""",
    "another's limits": """
        import resource
        result = resource.prlimit(world['victim'], resource.RLIMIT_NOFILE, (64, 64))""",
    "another's processor": "import os; os.sched_setaffinity(world['victim'], {0}); result = True",
    "another's priority": """
        import os
        os.setpriority(os.PRIO_PROCESS, world['victim'], 5)
        result = True""",
    "leaving its session": """
        import os
        os.setsid()
        result = True""",
    "outliving its parent": """
        import ctypes
        result = ctypes.CDLL(None).prctl(1, 0, 0, 0, 0) == 0""",
}
GROWING = {
    "one large array": "import numpy as np; result = np.ones(400 << 17).sum() > 0",
    "shared memory": """
        import mmap
        shared = mmap.mmap(-1, 400 << 20)
        for place in range(0, 400 << 20, 4096):
            shared[place] = 1
        result = True""",
    "shared zeros": """
        import mmap, os
        zero = os.open('/dev/zero', os.O_RDWR)
        mmap.mmap(zero, 400 << 20)[:: 4096]
        result = True""",
    "memory mapped like a stack": """
        import mmap
        flags = mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS | 0x100
        stack = mmap.mmap(-1, 400 << 20, flags=flags)
        for place in range(0, 400 << 20, 4096):
            stack[place] = 1
        result = True""",
    "a file in memory": """
        import os
        file = os.memfd_create('x')
        for _ in range(400):
            os.write(file, bytes(1 << 20))
        result = True""",
    "System V's shared memory": """
        import ctypes
        result = ctypes.CDLL(None).shmget(0, 1 << 20, 0o1600) >= 0""",
    "a message queue": "import ctypes; result = ctypes.CDLL(None).msgget(0, 0o1600) >= 0",
    "one large file": """
        import signal
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        with open('large', 'wb') as file:
            for _ in range(40):
                result = file.write(bytes(1 << 20))""",
    "descriptors": """
        import os
        result = len([os.dup(0) for _ in range(2000)])""",
    "threads": """
        import threading
        threading.stack_size(1 << 16)
        done = threading.Event()
        threads = [threading.Thread(target=done.wait, daemon=True) for _ in range(4000)]
        for thread in threads:
            thread.start()
        result = True""",
    "its own limits": """
        import resource
        resource.setrlimit(resource.RLIMIT_DATA, (1 << 40, 1 << 40))
        result = True""",
}
RULING = {
    "a user namespace": "import ctypes; result = ctypes.CDLL(None).unshare(0x10000000) == 0",
    "a mount": """
        import ctypes, os
        libc, here = ctypes.CDLL(None), os.getcwd().encode()
        result = libc.mount(b'none', here, b'tmpfs', 0, None) == 0
        libc.umount2(here, 2)""",
    "another root": "import os; os.chroot('.'); result = True",
    "being root": "import os; os.setuid(0); result = os.getuid() == 0",
    "a key": """
        import ctypes
        libc = ctypes.CDLL(None)
        result = libc.syscall(248, b'user', b'course', b'x', 1, -2) > 0""",
    "tracing the kernel": """
        import ctypes, struct
        attributes = struct.pack('IIQ', 1, 112, 0) + bytes(96)
        result = ctypes.CDLL(None).syscall(298, attributes, 0, -1, -1, 0) >= 0""",
    "rings of calls": """
        import ctypes
        result = ctypes.CDLL(None).syscall(425, 4, bytes(120)) >= 0""",
    "its own filter": """
        import ctypes
        allow = ctypes.c_uint(0x7FFF0000)
        result = ctypes.CDLL(None).syscall(317, 2, 0, ctypes.byref(allow)) == 0""",
}
ATTACKS = {
    f"{kind}: {name}": source
    for kind, attacks in (
        ("reading", READING),
        ("writing", WRITING),
        ("talking", TALKING),
        ("starting", STARTING),
        ("steering", STEERING),
        ("growing", GROWING),
        ("ruling", RULING),
    )
    for name, source in attacks.items()
}
LIMIT_MB = 300
# Bounded by themselves, not by memory.
UNLIMITED = ("growing: threads", "growing: descriptors", "growing: one large file")


@pytest.fixture(scope="module", params=VARIANTS, ids=lambda variant: variant.name)
def caged(request: pytest.FixtureRequest) -> Iterator[Place]:
    with place(request.param) as here:
        yield here


@pytest.fixture(scope="module")
def free() -> Iterator[Place]:
    with place(UNCONFINED) as here:
        yield here


def succeeded(ended: Ended) -> bool:
    """Whether an attack found what it looked for, or became another program, still running."""
    replaced = ended.state == "ended" and ended.status == -signal.SIGKILL
    return replaced or (ended.state == "value" and bool(ended.value))


@pytest.mark.parametrize("name", ATTACKS)
def test_the_cage_holds(caged: Place, name: str) -> None:
    ended = caged.try_out(ATTACKS[name], memory_mb=0 if name in UNLIMITED else LIMIT_MB)
    # Root that cannot become another user has no limit on threads, and the cage says so.
    lacking = "no limit on threads" in " ".join(caged.cage["lacks"])
    assert succeeded(ended) == (name == "growing: threads" and lacking), ended
    assert ended.state != "timeout"


@pytest.mark.parametrize("name", ATTACKS)
def test_without_a_cage_the_attack_works(free: Place, name: str) -> None:
    if os.geteuid() != 0:
        pytest.skip("only root could do all of this: sudo ./course test tests/execution")
    ended = free.try_out(ATTACKS[name], memory_mb=0, without=["limits"])
    assert succeeded(ended), ended
