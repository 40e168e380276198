"""Whether the Linux kernel under us makes namespaces for anybody, found by trying it.

Standard library only. Nothing here changes the process that asks: the one probe that would is run
in a child, which is this file started by its path.
"""

import ctypes
import os
import subprocess
import sys
from dataclasses import dataclass

_CLONE_NEWUSER = 0x10000000
_CLONE_NEWNS = 0x00020000
_CLONE_NEWPID = 0x20000000
_MS_REC_PRIVATE = 0x4000 | (1 << 18)
_TRY_TIMEOUT_S = 20


@dataclass(frozen=True)
class Tried:
    """Whether something worked, and what the system said."""

    works: bool
    said: str


def is_linux() -> bool:
    """Whether this is Linux; a function, so that a test can say otherwise."""
    return sys.platform.startswith("linux")


def user_namespaces() -> Tried:
    """Try to make user, mount and process namespaces, and to use the rights they should give."""
    if not is_linux():
        return Tried(False, "only Linux has user namespaces")
    return run_and_say([sys.executable, "-I", __file__])


def run_and_say(command: list[str]) -> Tried:
    """Run a short command; say its first line of output, or why it did not work."""
    try:
        done = subprocess.run(
            command, capture_output=True, text=True, timeout=_TRY_TIMEOUT_S, check=False
        )
    except OSError as error:
        return Tried(False, error.strerror or str(error))
    except subprocess.TimeoutExpired:
        return Tried(False, f"no answer within {_TRY_TIMEOUT_S} s")
    lines = (done.stdout if done.returncode == 0 else done.stderr or done.stdout).strip()
    said = lines.splitlines()[0] if lines else ""
    if done.returncode != 0 and not said:
        said = f"it ended with exit status {done.returncode}"
    return Tried(done.returncode == 0, said)


def _enter_namespaces() -> None:
    """Enter new namespaces, or raise OSError with the step that was refused."""
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.unshare(_CLONE_NEWUSER | _CLONE_NEWNS | _CLONE_NEWPID) != 0:
        raise OSError(ctypes.get_errno(), "making the namespaces")
    # Some systems let anybody make a user namespace and then give no rights inside it.
    if libc.mount(b"none", b"/", None, _MS_REC_PRIVATE, None) != 0:
        raise OSError(ctypes.get_errno(), "mounting inside them")


if __name__ == "__main__":
    try:
        _enter_namespaces()
    except OSError as refused:
        sys.exit(f"{refused.strerror} was refused: {os.strerror(refused.errno or 0)}")
