"""The attacks do succeed where nothing stops them: their tests can fail."""

import json
import shutil
import subprocess
import sys

import pytest

from autograder.folders import REPOSITORY
from tests.attacks import uncaged

pytestmark = [pytest.mark.cage, pytest.mark.slow]
# Everything can be read, nothing written but what lies in memory; no network, no other process.
THROW_AWAY = (
    "--unshare-pid --unshare-net --unshare-ipc --unshare-uts --die-with-parent --new-session "
    "--ro-bind / / --dev /dev --proc /proc --tmpfs /tmp --tmpfs /var/tmp --tmpfs /run "
    "--cap-drop ALL"
).split()


def test_attacks_succeed_without_cage_and_judge() -> None:
    program = shutil.which("bwrap")
    if program is None:
        pytest.skip("bwrap is not installed (./course doctor says how to get it)")
    argv = [sys.executable, "-m", "tests.attacks.uncaged"]
    here = str(REPOSITORY)  # which may lie below one of the folders that are emptied
    done = subprocess.run(
        [program, *THROW_AWAY, "--ro-bind", here, here, "--chdir", here, "--", *argv],
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    if "bwrap:" in done.stderr:
        pytest.skip(f"bubblewrap does not work here: {done.stderr.strip()}")
    assert done.returncode == 0, done.stderr[-2000:]
    found = json.loads(done.stdout)

    assert set(found) == {*uncaged.WITHOUT_CAGE, *uncaged.WITHOUT_JUDGE}
    assert [name for name, wrong in found.items() if not wrong] == []
