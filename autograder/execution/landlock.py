"""Which files a confined process may use: Landlock, through landlockpy.

Nothing may be executed and no device, socket, named pipe or symbolic link made. Landlock does not
watch who looks whether a file exists, how large and how old it is.
"""

import os
import site
import sys
import sysconfig
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import landlockpy
from landlockpy import AccessFS, Scope

_READ = AccessFS.READ_FILE | AccessFS.READ_DIR
_OWN = (
    _READ
    | AccessFS.WRITE_FILE
    | AccessFS.TRUNCATE
    | AccessFS.REMOVE_FILE
    | AccessFS.REMOVE_DIR
    | AccessFS.MAKE_REG
    | AccessFS.MAKE_DIR
    | AccessFS.REFER
)
_DRIVE = AccessFS.READ_FILE | AccessFS.WRITE_FILE | AccessFS.IOCTL_DEV
_OF_A_FILE = AccessFS.READ_FILE | AccessFS.WRITE_FILE | AccessFS.TRUNCATE | AccessFS.IOCTL_DEV

SYSTEM = (
    "/lib",
    "/lib32",
    "/lib64",
    "/usr/lib",
    "/usr/lib32",
    "/usr/lib64",
    "/usr/local/lib",
    "/usr/share",
    "/nix/store",
    "/gnu/store",
    "/etc/alternatives",
    "/etc/fonts",
    "/etc/ld.so.cache",
    "/etc/locale.alias",
    "/etc/localtime",
    "/etc/mime.types",
    "/etc/os-release",
    "/etc/pki/tls/certs",
    "/etc/pki/tls/openssl.cnf",
    "/etc/ssl/certs",
    "/etc/ssl/openssl.cnf",
    "/etc/timezone",
)
# What libraries ask of the machine: how many cores, how much memory.
_MACHINE = (
    "/dev/random",
    "/dev/urandom",
    "/proc/cpuinfo",
    "/proc/filesystems",
    "/proc/loadavg",
    "/proc/meminfo",
    "/proc/self",
    "/proc/stat",
    "/proc/sys/vm/overcommit_memory",
    "/proc/uptime",
    "/proc/version",
    "/sys/devices/system/cpu",
    "/sys/devices/system/node",
    "/sys/kernel/mm/transparent_hugepage",
)
GPU_READ = (
    "/proc",
    "/sys",
    "/usr/local/cuda",
    "/usr/local/nvidia",
    "/run/nvidia-persistenced",
    "/etc/vulkan",
)


def abi() -> int:
    """Return the version of Landlock that the kernel speaks, 0 without Landlock."""
    return landlockpy.abi_version() if sys.platform.startswith("linux") else 0


@cache
def python_paths() -> tuple[str, ...]:
    """Return the folders and files that Python and its packages are made of.

    Of the folder that holds this package only `execution` is among them: beside it may lie the
    course's solutions.
    """
    ours = Path(__file__).resolve().parent
    found = [str(ours), str(ours.parent / "__init__.py")]
    for prefix in (sys.prefix, sys.exec_prefix, sys.base_prefix, sys.base_exec_prefix):
        parts = ("lib", "lib64", "share", "pyvenv.cfg")
        found += [os.path.join(prefix, part) for part in parts]
    paths = sysconfig.get_paths()
    found += [paths[name] for name in ("stdlib", "platstdlib", "purelib", "platlib")]
    found += site.getsitepackages()
    if site.ENABLE_USER_SITE:
        found.append(site.getusersitepackages())
    return tuple(path for path in dict.fromkeys(found) if os.path.exists(path))


def gpu_devices() -> tuple[str, ...]:
    """Return the device files of NVIDIA's driver, () where there is none."""
    if not os.path.isdir("/dev"):
        return ()
    return tuple(sorted(str(p) for p in Path("/dev").iterdir() if p.name.startswith("nvidia")))


def restrict(scratch: str, readable: Iterable[str], *, gpu: bool = False) -> None:
    """Leave this process its scratch, Python, and what is readable; irreversible.

    The process must have a single thread.

    Raises:
        OSError: the kernel has no Landlock, or `scratch` is not there.
    """
    own_proc = f"/proc/{os.getpid()}"
    with landlockpy.Ruleset(scoped=Scope.SIGNAL | Scope.ABSTRACT_UNIX_SOCKET) as rules:
        rules.allow_path(scratch, _OWN)
        _allow(rules, "/dev/null", _READ | AccessFS.WRITE_FILE)
        for path in (*python_paths(), *SYSTEM, *_MACHINE, own_proc, *readable):
            _allow(rules, path, _READ)
        if gpu:
            for path in GPU_READ:
                _allow(rules, path, _READ)
            for path in gpu_devices():
                _allow(rules, path, _DRIVE | AccessFS.READ_DIR)
        rules.restrict()


def holds() -> bool:
    """Whether this process is confined, found by trying to list the root folder."""
    try:
        os.close(os.open("/", os.O_RDONLY | os.O_DIRECTORY))
    except OSError:
        return True
    return False


def _allow(rules: landlockpy.Ruleset, path: str, access: AccessFS) -> None:
    """Allow something on a path, if there is one; a file takes fewer rights than a folder."""
    try:
        rules.allow_path(path, access if os.path.isdir(path) else access & _OF_A_FILE)
    except (FileNotFoundError, PermissionError):
        return
