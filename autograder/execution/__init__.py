"""The trust boundary: a student's code in one process, the tests in another, data in between.

Three processes take part in grading a submission.

- The *supervisor* (`trial.py`, `pair.py`) has the clock. It starts the other two, hands pieces of
  the notebook to the judge, kills what does not answer. It never hears the sandbox.
- The *judge* (`judge.py`) is trusted. It runs the instructor's tests. Where a test uses a name
  that the student owns, it asks the sandbox and gets data, or a `Remote` (`remote.py`).
- The *sandbox* (`sandbox.py`) runs the student's cells and answers for its objects. Nothing that
  it says is believed beyond "this is the value that the student's code gave".

Judge and sandbox are fresh processes (`processes.py`), or forks of two warm ones (`zygote.py`),
which `start.py` sets up and `forking.py` serves: the one for sandboxes lives in the cage and is
told nothing of the unit, the one for judges has the unit's `plan.py` worked out.

`judge <-> sandbox` is a socket pair. It carries the messages of `conversation.py`, framed by
`wire.py`, with values that `values.py` writes and reads; nothing of the student's is unpickled,
evaluated or compiled.
`supervisor <-> judge` is a second socket pair, of which the sandbox has no end.

Arrows: `trial -> pair -> judge -> namespace, ownership, link -> remote, raised, references ->
values -> wire -> conversation`, and `sandbox -> shell, objects -> values`. The sandbox imports
nothing of the judge's side. What confines both is `cage -> bubblewrap, landlock, seccomp, limits,
disk -> syscalls`, which knows nothing of either.
"""
