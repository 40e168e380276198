"""`course doctor`: each check on a machine that has the thing and on one that lacks it."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from autograder.commands import doctor as verb
from autograder.execution import bubblewrap, cage, landlock, seccomp
from autograder.execution.cage import Cage, Mode
from autograder.machine import doctor, kernel, system
from autograder.machine.doctor import State
from autograder.machine.kernel import Tried
from autograder.machine.system import Frameworks

HERE = Frameworks(tensorflow="2.21.0", keras="3.15.1", backend="tensorflow", gpus=0)


@pytest.fixture(autouse=True)
def _looked_for_anew() -> Iterator[None]:
    """What was found of the cage is kept, but here the machine changes from test to test."""
    bubblewrap.works.cache_clear()
    cage._best.cache_clear()
    yield
    bubblewrap.works.cache_clear()
    cage._best.cache_clear()


def run(monkeypatch: pytest.MonkeyPatch, frameworks: Frameworks, *arguments: str) -> Result:
    monkeypatch.setattr(verb, "import_frameworks", lambda: frameworks)
    return CliRunner().invoke(verb.doctor, arguments)


def program(folder: Path, name: str, script: str) -> None:
    path = folder / name
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)


def test_without_linux_there_is_no_cage(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kernel, "is_linux", lambda: False)
    monkeypatch.setattr("sys.platform", "darwin")
    assert landlock.abi() == 0
    assert not seccomp.supported()
    assert not kernel.user_namespaces().works


def test_the_cage_is_the_one_that_grading_finds(monkeypatch: pytest.MonkeyPatch) -> None:
    lacking = Cage(Mode.LANDLOCK, ("the disk is watched",), "bubblewrap does not work")
    monkeypatch.setattr(doctor, "find_cage", lambda: lacking)
    said = run(monkeypatch, HERE).output
    assert "landlock: bubblewrap does not work" in said
    assert "but: the disk is watched" in said


def test_a_whole_machine_is_fit(monkeypatch: pytest.MonkeyPatch) -> None:
    result = run(monkeypatch, HERE)
    assert result.exit_code == 0, result.output
    assert "Everything that the course needs is there." in result.output


def test_a_missing_framework_is_named_and_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    result = run(monkeypatch, Frameworks(error="the import failed: no such file"))
    assert result.exit_code == 1
    assert "does not work without: TensorFlow, Keras." in result.output
    assert "remove the folder .venv" in result.output


def test_what_is_optional_does_not_fail(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(system, "_MAC_CHROMIUMS", ())
    monkeypatch.setattr("sys.platform", "linux")
    result = run(monkeypatch, HERE)
    assert result.exit_code == 0
    for remedy in ("git", "chromium", "bubblewrap"):
        assert f"-> apt-get install {remedy}" in result.output


def test_json_says_the_same_as_the_text(monkeypatch: pytest.MonkeyPatch) -> None:
    result = run(monkeypatch, Frameworks(error="not installed"), "--json")
    report = json.loads(result.output)
    assert report["fit"] is False
    assert report["cage"]["mode"] in ("full", "landlock", "none")
    by_name = {check["name"]: check for check in report["checks"]}
    assert by_name["TensorFlow"]["state"] == "missing"
    assert by_name["TensorFlow"]["required"] is True
    assert {"Python", "git", "Chromium", "bubblewrap", "user namespaces", "Landlock"} <= set(
        by_name
    )


def test_everything_that_is_missing_has_a_remedy(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(system, "_MAC_CHROMIUMS", ())
    monkeypatch.setattr(landlock, "abi", lambda: 0)
    monkeypatch.setattr(seccomp, "supported", lambda: False)
    monkeypatch.setattr(kernel, "user_namespaces", lambda: Tried(False, "refused"))
    report = doctor.examine(Frameworks(error="not installed"))
    missing = [check for check in report.checks if check.state is not State.OK]
    assert len(missing) >= 9
    assert all(check.remedy and check.found for check in missing)


@pytest.mark.parametrize(("version", "fits"), [((3, 10), False), ((3, 11), True), ((3, 14), False)])
def test_python_versions(
    monkeypatch: pytest.MonkeyPatch, version: tuple[int, int], fits: bool
) -> None:
    monkeypatch.setattr("sys.version_info", version)
    assert (doctor.check_python().state is State.OK) is fits


def test_a_browser_that_does_not_start_is_no_browser(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Ubuntu's chromium-browser is a script that asks for a snap when there is none."""
    program(tmp_path, "chromium", "echo 'install the snap first' >&2; exit 1")
    program(tmp_path, "google-chrome", "echo 'Google Chrome 156.0'")
    monkeypatch.setenv("PATH", str(tmp_path))
    assert system.find_chromium() == (str(tmp_path / "google-chrome"), "Google Chrome 156.0")


def test_too_little_disk_and_memory_are_low_not_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    full = shutil._ntuple_diskusage(10**9, 9 * 10**8, 10**8)  # type: ignore[attr-defined]
    monkeypatch.setattr(shutil, "disk_usage", lambda _: full)
    monkeypatch.setattr(doctor, "memory_gb", lambda: 1.0)
    disk, memory, _ = doctor.check_machine()
    assert (disk.state, memory.state) == (State.LOW, State.LOW)
    monkeypatch.setattr(doctor, "memory_gb", lambda: None)
    assert doctor.check_machine()[1].state is State.OK


def test_a_device_without_its_libraries_has_its_own_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "has_nvidia_device", lambda: True)
    assert "tensorflow[and-cuda]==2.21.0" in doctor.check_gpu(HERE).remedy
    assert doctor.check_gpu(Frameworks(gpus=1)).state is State.OK


def test_a_command_that_fails_says_why(tmp_path: Path) -> None:
    program(tmp_path, "loud", "echo 'setting up uid map: Permission denied' >&2; exit 1")
    program(tmp_path, "mute", "exit 3")
    assert kernel.run_and_say([str(tmp_path / "loud")]).said.endswith("Permission denied")
    assert kernel.run_and_say([str(tmp_path / "mute")]).said == "it ended with exit status 3"
    assert not kernel.run_and_say([str(tmp_path / "absent")]).works


@pytest.mark.skipif(not kernel.is_linux(), reason="the kernel's answers are Linux's: run on Linux")
def test_the_kernel_answers_and_the_process_stays_as_it_was() -> None:
    before = Path("/proc/self/status").read_text()
    assert landlock.abi() >= 0
    assert isinstance(seccomp.supported(), bool)
    filters = [line for line in before.splitlines() if line.startswith("Seccomp:")]
    assert filters[0] in Path("/proc/self/status").read_text()


@pytest.mark.cage
def test_where_namespaces_are_forbidden_the_step_is_named(tmp_path: Path) -> None:
    """The probe, run where bubblewrap has switched user namespaces off."""
    bwrap = shutil.which("bwrap")
    if bwrap is None or not bubblewrap.works().works:
        pytest.skip("bubblewrap does not work here: ./course doctor says what it lacks")
    inside = [bwrap, "--unshare-user", "--disable-userns", "--ro-bind", "/", "/", "--dev", "/dev"]
    tried = kernel.run_and_say([*inside, "python3", "-I", str(Path(kernel.__file__))])
    assert not tried.works
    assert tried.said.startswith("making the namespaces was refused")


@pytest.mark.slow
def test_frameworks_are_imported_in_a_process_of_their_own() -> None:
    found = system.import_frameworks()
    assert found.error == ""
    assert found.keras.startswith("3.")
    assert found.backend == "tensorflow"
