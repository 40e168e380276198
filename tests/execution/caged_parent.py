"""What `caged.py` starts: a warm process that confines a fork of itself for every probe.

First it is run with the word `start`, where the test wants it to be: it finds the cage there and
becomes, by exec, what that cage wraps. Standard library and `autograder.execution` only.
"""

import dataclasses
import importlib
import json
import os
import select
import signal
import sys
import traceback
from typing import Any

sys.path.insert(0, os.environ["COURSE_ROOT"])
from autograder.execution import cage, landlock, limits, seccomp

LAYERS = {
    "landlock": (landlock, ("restrict", "holds")),
    "seccomp": (seccomp, ("install",)),
    "limits": (limits, ("set_limits",)),
    "user": (limits, ("become_nobody", "drop_capabilities")),
}


def start(mode: str, shared: str, preload: str) -> None:
    found = cage.find_cage(cage.Mode(mode) if mode else None)
    told = json.dumps(dataclasses.asdict(found))
    argv = [sys.executable, "-P", __file__, "serve", told, shared, preload]
    readable = (__file__, *filter(None, [os.environ.get("COURSE_READABLE")]))
    command = cage.wrapped(found, argv, shared=shared, disk_mb=32, readable=readable)
    os.execvp(command[0], command)  # noqa: S606


def serve(told: str, shared: str, preload: str) -> None:
    found = json.loads(told)
    scratch = os.path.join(shared, "scratch")
    os.environ["MPLCONFIGDIR"] = os.environ["HOME"] = shared
    for name in filter(None, preload.split(",")):
        importlib.import_module(name)
    cage.prepare()
    print(json.dumps(found | {"pid": os.getpid()}), flush=True)
    for number, line in enumerate(sys.stdin):
        asked = json.loads(line)
        folder = f"{scratch}{number}"
        os.mkdir(folder)
        bounds = cage.Bounds(folder, asked["memory_mb"], 16, tuple(asked["readable"]))
        print(json.dumps(probe(asked, found["mode"], bounds)), flush=True)


def probe(asked: dict[str, Any], mode: str, bounds: cage.Bounds) -> dict[str, Any]:
    reading, writing = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.close(reading)
        child(asked, mode, bounds, writing)
    os.close(writing)
    said = b""
    late = False
    try:
        while not (late := not select.select([reading], [], [], asked["timeout_s"])[0]):
            part = os.read(reading, 1 << 16)
            if not part:
                break
            said += part
    finally:
        os.close(reading)
    os.kill(pid, signal.SIGKILL)
    status = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
    return json.loads(said) if said else {"state": "timeout" if late else "ended", "status": status}


def child(asked: dict[str, Any], mode: str, bounds: cage.Bounds, writing: int) -> None:
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    nowhere = os.open(os.devnull, os.O_RDWR)
    os.dup2(nowhere, 0)
    os.dup2(nowhere, 1)
    for layer in asked["without"]:
        place, names = LAYERS[layer]
        for name in names:
            setattr(place, name, lambda *_, **__: True)
    if asked["abi"]:
        landlock.landlockpy._syscall.abi_version = lambda: asked["abi"]
    said: dict[str, Any] = {"state": "value"}
    try:
        cage.confine_sandbox(mode, bounds)
        names = {"world": asked["world"], "result": None}
        exec(asked["source"], names)  # noqa: S102
        said["value"] = names["result"]
    except OSError as error:
        said |= {"state": "raised", "error": type(error).__name__, "said": str(error)}
    except BaseException as error:
        text = traceback.format_exc()
        said |= {"state": "raised", "error": type(error).__name__, "said": text}
    os.write(writing, json.dumps(said, default=repr).encode())
    os._exit(0)


if __name__ == "__main__":
    {"start": start, "serve": serve}[sys.argv[1]](*sys.argv[2:])
