"""A class is read from what spreadsheets save, and every mistake in it is named."""

from pathlib import Path

import pytest

from autograder.errors import RosterError
from autograder.handin.roster import Student, folded, is_student_id, read_roster

HEADER = "id,first_name,last_name,email\n"


def written(path: Path, text: str | bytes) -> Path:
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


@pytest.mark.parametrize(
    "text",
    [
        HEADER + "s1,Student,One,one@example.org\n",
        "\ufeff" + HEADER + "s1,Student,One,one@example.org\n",
        "id;first_name;last_name;email\r\ns1;Student;One;one@example.org\r\n",
        "ID\tFirst Name\tLast-Name\tE-mail\temail\ns1\tStudent\tOne\tx\tone@example.org\n",
        "\n\nemail,id,last_name,first_name\none@example.org, s1 ,One,Student\n\n,,,\n",
    ],
    ids=["plain", "byte-order-mark", "semicolons", "tabs", "other order and blank lines"],
)
def test_reads_what_spreadsheets_save(tmp_path: Path, text: str) -> None:
    students = read_roster(written(tmp_path / "students.csv", text))
    assert students == (Student("s1", "Student", "One", "one@example.org"),)


def test_optional_columns_and_windows_letters(tmp_path: Path) -> None:
    text = "id,first_name,last_name,email,lms_user_id,Canvas ID,shoe size\ns1,Zoë,One,,7,123,38\n"
    student = read_roster(written(tmp_path / "s.csv", text.encode("cp1252")))[0]
    assert (student.first_name, student.lms_user_id, student.canvas_id) == ("Zoë", "7", "123")
    assert student.shown_name == "Zoë One"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "empty file"),
        (HEADER, "line for each student"),
        ("id,first_name,email\ns1,Student,x\n", "last_name is missing"),
        ("name\nx\n", "id, first_name, last_name, email are missing"),
        ("id,id,first_name,last_name,email\na,b,c,d,e\n", "id is there twice"),
        (HEADER + "s1,A,B,\ns2,A,B,\ns1,C,D,\n", "'s1' is also on line 2"),
        (HEADER + "S1,A,B,\ns1,C,D,\n", "'s1' is also on line 2"),
        (HEADER + "../s1,A,B,\n", "expected an id of letters"),
        (HEADER + ",A,B,\n", "expected an id of letters"),
        (HEADER + "s1,A,B,x,y,z\n", "expected 4 values"),
        (HEADER + 's1,"A,B,x\n', "expected CSV"),
        (b"PK\x03\x04\0\0\0", "save the spreadsheet as CSV"),
    ],
)
def test_names_the_mistake(tmp_path: Path, text: str | bytes, says: str) -> None:
    with pytest.raises(RosterError, match=r"students\.csv") as caught:
        read_roster(written(tmp_path / "students.csv", text))
    assert says in str(caught.value)


def test_a_missing_file_says_what_was_expected(tmp_path: Path) -> None:
    with pytest.raises(RosterError, match="expected a CSV file with the columns id, first_name"):
        read_roster(tmp_path / "none.csv")


@pytest.mark.parametrize("bad", ["", ".", "..", "a/b", "a\\b", "-x", "a b", "a\n", "+x", "x" * 101])
def test_ids_cannot_leave_their_folder(bad: str) -> None:
    assert not is_student_id(bad)


@pytest.mark.parametrize("good", ["s1", "jo.doe", "a@example.org", "s-1_x", "zoë"])
def test_ids_of_real_classes(good: str) -> None:
    assert is_student_id(good)


def test_folded_names_meet() -> None:
    assert folded("O'Neil, Zoë") == folded("oneil zoe") == "oneilzoe"
