"""The table of the chapter on history: sorted, sourced, and honest about what is disputed."""

import csv
import re
from pathlib import Path

import pybtex.database

BOOK = Path(__file__).resolve().parents[2] / "book"
KINDS = {"model", "learning", "machine or data", "application", "report or prize"}


def table() -> list[dict[str, str]]:
    """Return the rows of the table."""
    with (BOOK / "_data" / "history.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_every_row_is_whole_and_of_a_known_kind() -> None:
    for row in table():
        assert None not in [*row, *row.values()], row
        assert all(row[name] for name in ("year", "label", "who", "what", "key")), row
        assert row["kind"] in KINDS, row
        assert len(row["label"]) <= 26, f"{row['label']}: too long for the figure on a telephone"


def test_rows_are_in_the_order_of_years_and_labels_unique() -> None:
    rows = table()
    years = [int(row["year"]) for row in rows]
    assert years == sorted(years)
    assert len({row["label"] for row in rows}) == len(rows)


def test_every_row_has_its_primary_source_of_that_time() -> None:
    entries = pybtex.database.parse_file(str(BOOK / "references.bib")).entries
    for row in table():
        assert row["key"] in entries, row
        printed = int(re.sub(r"\D", "", entries[row["key"]].fields["year"]))
        assert 0 <= printed - int(row["year"]) <= 1, f"{row['label']}: {printed} in print"


def test_what_is_disputed_has_a_note_and_nothing_else_has() -> None:
    rows = table()
    for row in rows:
        assert (row["disputed"], bool(row["note"])) in (("yes", True), ("no", False)), row
    assert 3 <= sum(row["disputed"] == "yes" for row in rows) < len(rows)
