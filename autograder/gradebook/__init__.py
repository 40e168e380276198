"""nbgrader's gradebook: what it must know first, its one writer, its reader."""
