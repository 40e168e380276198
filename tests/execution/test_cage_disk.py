"""How much disk a process holds, shown and hidden."""

import mmap
import os
from pathlib import Path

from autograder.execution.disk import used_mb

MEGABYTE = bytes(range(256)) * 4096


def test_files_in_the_folder_count(tmp_path: Path) -> None:
    assert used_mb(str(tmp_path), os.getpid()) < 0.1
    (tmp_path / "a" / "b").mkdir(parents=True)
    (tmp_path / "a" / "b" / "c").write_bytes(4 * MEGABYTE)
    os.link(tmp_path / "a" / "b" / "c", tmp_path / "again")
    assert 4 <= used_mb(str(tmp_path), os.getpid()) < 5


def test_files_that_are_removed_and_open_count(tmp_path: Path) -> None:
    with (tmp_path / "gone").open("wb") as file:
        file.write(4 * MEGABYTE)
        file.flush()
        os.unlink(tmp_path / "gone")
        assert 4 <= used_mb(str(tmp_path), os.getpid()) < 5
    assert used_mb(str(tmp_path), os.getpid()) < 0.1


def test_files_that_are_removed_and_mapped_count(tmp_path: Path) -> None:
    path = tmp_path / "mapped"
    path.write_bytes(4 * MEGABYTE)
    descriptor = os.open(path, os.O_RDWR)
    mapped = mmap.mmap(descriptor, 4 << 20)
    os.close(descriptor)
    # mmap keeps a descriptor of its own, which a hostile process would not.
    os.unlink(path)
    assert used_mb(str(tmp_path), os.getpid()) >= 4
    mapped.close()
    assert used_mb(str(tmp_path), os.getpid()) < 0.1


def test_a_process_that_is_gone_holds_nothing(tmp_path: Path) -> None:
    assert used_mb(str(tmp_path), 2**22 - 1) == 0
