"""The map of topics, the ways through the course and the claims of slides, held to the chapters."""

import contextlib
import io
import json
import re
from itertools import chain
from pathlib import Path

import pytest
from course_book import slides
from course_book.contents import Chapter, chapters
from course_book.paths import hours_of, read_paths, split
from course_book.topics import FOLDER, Topic, read_topics, task_title
from course_book.units import all_units, notebook_path, read_unit

ROOT = Path(__file__).resolve().parents[2]
CHAPTERS = chapters(ROOT)
CHAPTER = pytest.mark.parametrize("chapter", CHAPTERS, ids=lambda chapter: chapter.slug)


def text_of(chapter: Chapter) -> str:
    return (ROOT / f"{chapter.docname}.md").read_text("utf-8")


def topics_of(chapter: Chapter) -> list[Topic]:
    return read_topics(FOLDER / f"{chapter.slug}.csv")


def section(text: str, label: str) -> str:
    """Return what stands below a label: to the next heading that is not below its own."""
    found = re.search(rf"^\({re.escape(label)}\)=\n(#+) .*\n", text, re.MULTILINE)
    assert found, f"expected '({label})=' directly above a heading"
    rest = re.sub(
        r"^```\{code-cell\}.*?^```$", "{code-cell}", text[found.end() :], flags=re.M | re.S
    )
    end = re.search(rf"^#{{1,{len(found[1])}}} ", rest, re.MULTILINE)
    return rest[: end.start()] if end else rest


@CHAPTER
def test_every_topic_has_a_place_and_what_it_needs_there(chapter: Chapter) -> None:
    topics = topics_of(chapter)
    assert topics
    for topic in topics:
        below = section(text_of(chapter), topic.label)
        assert len(below) > 200, topic
        assert "{code-cell}" in below or not topic.code, f"{topic.slug} needs code"
        assert topic.task or not topic.exercise, f"{topic.slug} needs a task"
        if topic.task:
            slug, _, answer = topic.task.partition("/")
            assert task_title(read_unit(notebook_path(slug)), answer)


def test_no_topic_is_in_two_chapters_and_none_of_a_unit_is_missing() -> None:
    assert {path.stem for path in FOLDER.glob("*.csv")} == {each.slug for each in CHAPTERS}
    known = [topic.slug for chapter in CHAPTERS for topic in topics_of(chapter)]
    assert len(known) == len(set(known))
    assert set(chain.from_iterable(unit.topics for unit in all_units())) <= set(known)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("topic,title\na,b\n", "columns"),
        ("topic,title,label,code,exercise,task\na,b,c,maybe,n,\n", "not a topic"),
        ("topic,title,label,code,exercise,task\na,b,c,y\n", "not a topic"),
    ],
)
def test_a_damaged_map_is_refused(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "a.csv").write_text(text)
    with pytest.raises(ValueError, match=said):
        read_topics(tmp_path / "a.csv")


def test_a_section_ends_at_the_next_heading_of_its_level() -> None:
    text = "(a)=\n## A\n### B\n```{code-cell}\n# no heading\n```\nend\n## C\n"
    assert section(text, "a") == "### B\n{code-cell}\nend\n"


def test_paths_hold_chapters_that_exist_and_share_the_hours_out() -> None:
    paths, to_read = read_paths()
    assert [path.weeks for path in paths] == [4, 8, 14]
    for path in paths:
        assert set(path.leaves_out) <= {each.slug for each in CHAPTERS}
        kept = [each.slug for each in CHAPTERS if each.slug not in path.leaves_out]
        hours = hours_of(kept, to_read)
        pieces = split(hours, path.weeks)
        assert [index for piece in pieces for index in piece] == list(range(len(kept)))
        assert len(pieces) <= path.weeks


def test_weeks_are_as_even_as_they_can_be() -> None:
    assert [list(piece) for piece in split([3, 1, 1, 3], 2)] == [[0, 1], [2, 3]]
    assert [list(piece) for piece in split([1, 1, 9, 1], 3)] == [[0, 1], [2], [3]]
    assert [list(piece) for piece in split([2, 2], 5)] == [[0], [1]]


@CHAPTER
def test_claims_of_slides_are_judged_and_their_numbers_are_what_code_prints(
    chapter: Chapter,
) -> None:
    path = slides.FOLDER / f"{chapter.slug}.toml"
    claims = slides.read_claims(path)
    assert claims
    text = text_of(chapter)
    for claim in claims:
        assert f"({claim.label})=" in text, claim
        if claim.code:
            said = io.StringIO()
            with contextlib.redirect_stdout(said):
                exec(compile(claim.code, path.name, "exec"), {"__name__": "slide"})  # noqa: S102
            assert said.getvalue().strip() == claim.prints.strip(), claim.says


def test_the_page_of_claims_is_made_of_them() -> None:
    assert slides.PAGE.read_text("utf-8") == slides.page(), "run python book/_make/slide_page.py"


@pytest.mark.parametrize(
    "claim",
    [
        'says = "a"\nverdict = "wrong"\nright = "b"',
        'says = "a"\nverdict = "bad"\nright = "b"\nlabel = "c"',
        'says = "a"\nverdict = "wrong"\nright = "b"\nlabel = "c"\ncode = "print(1)"',
        'says = "a"\nverdict = "wrong"\nright = "b"\nlabel = "c"\nwhat = "d"',
    ],
)
def test_a_damaged_claim_is_refused(tmp_path: Path, claim: str) -> None:
    (tmp_path / "a.toml").write_text(f"[[claim]]\n{claim}\n")
    with pytest.raises(ValueError, match=re.escape("a.toml")):
        slides.read_claims(tmp_path / "a.toml")


def test_units_name_the_tasks_of_their_release() -> None:
    for unit in all_units():
        released = json.loads(unit.path.read_text("utf-8"))
        names = {cell["metadata"].get("nbgrader", {}).get("grade_id") for cell in released["cells"]}
        assert {task.grade_id for task in unit.tasks} <= names
