"""Tolerances that are derived: the spread of right answers, held against each tolerance.

The instructor's notebook is run with right answers and with known mistakes in its answer cells. At
every numeric comparison of its tests it is noted how far `got` lies from `want`, in units of the
tolerance. Right answers are run a second time with every intermediate result moved by one unit in
the last place, which is what another order of operations, library or device may do.

Two processes take part. The *host* (`host.py`) forks once for every set of answers, so that an
answer which hangs or dies costs itself alone. The one that asks (`hosting.py`) collects what the
host's children noted. All code that is run is the instructors' own: nothing here is a cage.

Arrows: `measure -> rule -> rows`, `measure -> hosting -> notebook -> recording, shaking -> sites,
deviation`, `table, advice -> rows`; `host -> notebook` runs as a process of its own.
"""
