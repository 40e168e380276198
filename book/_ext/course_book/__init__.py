"""What this book adds to Sphinx: a package of small extensions, one subject a module.

| module          | adds |
|-----------------|------|
| environment     | the environment that kernels inherit: figure style, quiet TensorFlow, node |
| ahead           | chapters executed before they are read, one a core |
| addresses       | canonical link, description and social card from the site's address |
| mathematics     | formulas rendered by KaTeX at build time |
| quiz            | the `quiz` directive |
| widget          | the `widget` directive |
| units           | what the released notebooks say about themselves |
| unit_card       | the `unit-card` directive |
| contents        | what _toc.yml says |
| syllabus        | the `syllabus` directive |
| topics          | the `topics` directive |
| paths           | the `paths` directive |
| slides          | claims that slides make, and their page |
| runtime         | the `runtime` role |
| exercise_pages  | labels on the cells of an exercise page |
| tables          | a header column for tables with an empty corner |
| page_buttons    | download and launch buttons |
| hover           | definitions and sources shown beside a link to them |
| after_build     | repairs of the theme's pages, home page at the root, sitemap |
"""

from typing import Any

from sphinx.application import Sphinx

from course_book import (
    addresses,
    after_build,
    ahead,
    environment,
    exercise_pages,
    hover,
    mathematics,
    page_buttons,
    paths,
    quiz,
    runtime,
    syllabus,
    tables,
    topics,
    unit_card,
    widget,
)

MODULES = (
    environment,
    ahead,
    addresses,
    mathematics,
    quiz,
    widget,
    unit_card,
    syllabus,
    topics,
    paths,
    runtime,
    exercise_pages,
    tables,
    page_buttons,
    hover,
    after_build,
)


def setup(app: Sphinx) -> dict[str, Any]:
    """Set up every module."""
    for module in MODULES:
        module.setup(app)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
