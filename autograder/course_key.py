"""The course's key, from which every submission's seed for hidden tests is drawn.

Whoever does not have the key cannot know which inputs a submission will be tested with. The same
file of the same unit always gets the same seed, so that a grading can be repeated.
"""

import hmac
import os
import secrets

from autograder.errors import CourseError
from autograder.folders import CourseFolder

_BYTES = 32
# Every generator of random numbers takes a seed below 2 ** 31.
_SEEDS = 1 << 31


def course_key(folder: CourseFolder) -> bytes:
    """Return the key of a course; it is made when it is first asked for.

    Raises:
        CourseError: the file is there and holds no key, or cannot be read.
    """
    path = folder.root / ".course-key"
    folder.root.mkdir(parents=True, exist_ok=True)
    fresh = folder.root / f".course-key-{os.getpid()}-{secrets.token_hex(4)}"
    if not path.exists():
        descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        try:
            with os.fdopen(descriptor, "w", encoding="ascii") as stream:
                stream.write(secrets.token_hex(_BYTES) + "\n")
                stream.flush()
                os.fsync(stream.fileno())
            # Linked, not renamed: of two runs that begin together, both take the first one's key.
            os.link(fresh, path)
        except FileExistsError:
            pass
        finally:
            fresh.unlink(missing_ok=True)
    try:
        key = bytes.fromhex(path.read_text(encoding="ascii").strip())
    except (OSError, ValueError) as error:
        raise CourseError(f"expected the course's key in {path}, but: {error}") from None
    if len(key) != _BYTES:
        raise CourseError(
            f"expected {2 * _BYTES} hexadecimal digits in {path}, got {2 * len(key)}; put the "
            "course's key back from your backup. A new key (delete the file) draws new inputs for "
            "hidden tests, and past gradings can no longer be repeated"
        )
    return key


def seed_of(key: bytes, unit: str, sha256: str) -> int:
    """Return the seed of a submission, in [0, 2 ** 31).

    Args:
        key: the course's key.
        unit: the unit's slug.
        sha256: hash of the file that was handed in, as hexadecimal digits.
    """
    digest = hmac.digest(key, f"{unit}\0{sha256}".encode(), "sha256")
    return int.from_bytes(digest[:8], "big") % _SEEDS
