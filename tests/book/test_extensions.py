"""The book's own Sphinx extensions, module by module, without a build."""

import json

import pytest
from course_book.after_build import at_root, repair, sitemap
from course_book.contents import chapters
from course_book.exercise_pages import label_of
from course_book.mathematics import Katex
from course_book.quiz import read_questions
from course_book.runtime import in_words
from course_book.syllabus import depths, direct, graph_svg, reading_order
from course_book.units import Task, Unit, all_units, count, unit_of_page


def unit(slug: str, *prerequisites: str) -> Unit:
    tasks = (Task("one-tests", "One & two", 2, False), Task("why", "Why", 1, True))
    return Unit(
        slug,
        slug.title(),
        f"part/{slug}",
        "Build.",
        3,
        prerequisites,
        (),
        "none",
        False,
        60,
        1024,
        tasks,
    )


def test_formulas_are_rendered_by_one_process_and_errors_are_named() -> None:
    katex = Katex({r"\R": r"\mathbb{R}"})
    try:
        assert "mathbb" in katex.render(r"x \in \R", False)["html"]
        assert 'class="katex-display"' in katex.render("z^2", True)["html"]
        assert "Undefined control sequence" in katex.render(r"\nosuch", False)["error"]
        process = katex._process
        katex.render("a", False)
        assert katex._process is process
    finally:
        katex.stop()


def test_formulas_survive_a_node_that_died() -> None:
    katex = Katex({})
    try:
        katex.render("a", False)
        assert katex._process is not None
        katex._process.kill()
        katex._process.wait()
        assert "katex" in katex.render("b", False)["html"]
    finally:
        katex.stop()


@pytest.mark.parametrize(
    ("body", "complaint"),
    [
        ("just words", "a list"),
        ("- question: q", "the keys question and options"),
        ("- {question: q, options: [{text: a, reason: r, correct: true}]}", "at least two"),
        ("- {question: q, options: [{text: a}, {text: b, reason: r}]}", "text and reason"),
        ("- {question: q, options: [{text: a, reason: r}, {text: b, reason: r}]}", "found 0"),
    ],
)
def test_a_quiz_that_breaks_a_rule_is_refused(body: str, complaint: str) -> None:
    with pytest.raises(ValueError, match=complaint):
        read_questions(body)


def test_the_theme_is_repaired() -> None:
    page = '<script src="../_static/scripts/fontawesome.js?digest=1"></script><i class="fa-x"></i>'
    assert repair(page) == '<i class="fa-x" aria-hidden="true"></i>'
    spied = '<body data-bs-spy="scroll" data-bs-target=".bd-toc-nav"><nav id="{}"></nav>'
    right = '<body data-bs-spy="scroll" data-bs-target="#pst-page-toc-nav">'
    assert repair(spied.format("pst-page-toc-nav")).startswith(right)
    assert "data-bs-spy" not in repair(spied.format("other"))
    assert repair('<a target="_blank" href="x">') == '<a target="_blank" rel="noopener" href="x">'


def test_the_home_page_moves_to_the_root() -> None:
    page = (
        '<html data-content_root="../"><a href="../_static/x.css"><a href="#a"><a href="how.html">'
        '<a href="https://a.b/c"><form action="../search.html">'
    )
    assert at_root(page, "book") == (
        '<html data-content_root="./"><a href="_static/x.css"><a href="#a">'
        '<a href="book/how.html"><a href="https://a.b/c"><form action="search.html">'
    )


def test_the_sitemap_escapes() -> None:
    assert "<loc>https://a.b/?x&amp;y</loc>" in sitemap(["https://a.b/?x&y"])


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(0.1, "about a second"), (7.4, "about 7 seconds"), (42, "about 40 seconds"), (150, "minutes")],
)
def test_running_times_are_said_coarsely(seconds: float, words: str) -> None:
    assert words in in_words(seconds)


def test_units_come_in_the_order_of_their_chapters() -> None:
    units = [unit("z"), unit("c", "b", "a"), unit("b", "a", "elsewhere"), unit("a")]
    assert [u.slug for u in reading_order(units, ["b", "a", "c"])] == ["b", "a", "c", "z"]
    assert depths(units) == {"a": 0, "b": 1, "c": 2, "z": 0}
    assert direct(units) == [("b", "c"), ("a", "b")]


def test_no_unit_stands_before_one_that_it_builds_on() -> None:
    order = [chapter.slug for chapter in chapters()]
    for each in all_units():
        for before in each.prerequisites:
            assert order.index(before) < order.index(each.slug)


def test_prerequisites_in_a_circle_are_refused() -> None:
    with pytest.raises(ValueError, match="a -> b -> a"):
        depths([unit("a", "b"), unit("b", "a")])


def test_the_graph_is_named_in_words_and_escaped() -> None:
    svg = graph_svg([unit("a"), unit("b", "a")])
    assert "a before b" in svg
    assert svg.count("<rect") == 2
    assert svg.count('class="edge"') == 1
    assert "2 tasks, 3 points" in svg


def test_cells_of_an_exercise_page_are_labelled() -> None:
    tests = {"grade": True, "solution": False, "points": 1}
    assert label_of(tests) == ("cell-tests", "Tests, worth 1 point")
    assert label_of(tests | {"points": 0}) == ("cell-tests", "Tests")
    assert label_of({"grade": False, "solution": True}) == ("cell-answer", "Your answer")
    assert label_of({"grade": False, "solution": False}) == ("cell-given", "Given")


def test_released_units_can_be_read() -> None:
    for found in all_units():
        own = json.loads(found.path.read_text("utf-8"))["metadata"]["deep_learning_foundations"]
        assert (found.points == 0) == own.get("practice", False)
        assert found.tasks
        assert unit_of_page(None, found.docname) == found  # type: ignore[arg-type]
    assert unit_of_page(None, "book/index") is None  # type: ignore[arg-type]


def test_counts_read_as_english() -> None:
    assert [count(1, "point"), count(2, "point"), count(2.5, "hour")] == [
        "1 point",
        "2 points",
        "2.5 hours",
    ]


def test_a_table_with_an_empty_corner_gets_a_header_column() -> None:
    from course_book.tables import _mend
    from docutils import nodes

    def row(*cells: str) -> nodes.row:
        return nodes.row("", *[nodes.entry("", nodes.paragraph("", cell)) for cell in cells])

    document = nodes.container()
    for head in (("", ""), ("", "shape"), ("name", "shape")):
        columns = [nodes.colspec(colwidth=1), nodes.colspec(colwidth=1)]
        group = nodes.tgroup(
            "", *columns, nodes.thead("", row(*head)), nodes.tbody("", row("X", "n"))
        )
        document += nodes.table("", group)
    _mend(None, document)  # type: ignore[arg-type]
    assert len(list(document.findall(nodes.thead))) == 2
    stubs = [column.get("stub", 0) for column in document.findall(nodes.colspec)]
    assert stubs == [1, 0, 1, 0, 0, 0]
