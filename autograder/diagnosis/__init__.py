"""Which known mistake an answer behaves like, told by what the visible tests get from it.

An answer that a visible test rejects is run once more, by a *piece* (`probing.py`, `recorder.py`)
that goes through the same statements and notes what comes, whatever fails. The hash of these notes
is the *behaviour*. `behaviours.py` takes it after all points are given, in processes of its own
where hidden tests are at stake. A *table* (`table.py`) has behaviours of known mistakes, as hashes
that cannot be turned back, and the sentence of each, readable only to whoever has the behaviour.

`pairs.py` gets the behaviours of a unit's bank of answers, `measure.py` says how many mistakes a
table names, also when they are written in another way (`rewriting.py`).
"""
