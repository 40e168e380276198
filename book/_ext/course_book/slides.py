"""Claims that slides make, chapter by chapter: book/reference/slides/<chapter>.toml.

A `[[claim]]` has `says` (as a slide would put it), `verdict` (one of VERDICTS), `right` (what is
so) and `label` (of the section that treats it); where a number decides, `code` prints it and
`prints` is what it prints. book/_make/slide_page.py makes the page is-this-slide-right of them.
"""

import tomllib
from dataclasses import dataclass
from pathlib import Path

from course_book.contents import Chapter, chapters
from course_book.environment import BOOK

FOLDER = BOOK / "reference" / "slides"
PAGE = BOOK / "reference" / "is-this-slide-right.md"
VERDICTS = ("wrong", "half right", "misleading")

_HEAD = """\
---
file_format: mystnb
kernelspec:
  name: python3
  display_name: Python 3
mystnb: {}
myst:
  html_meta:
    description: >-
      Statements about deep learning that slides get wrong: judge each one, run the numbers that
      decide, and see where the course treats it.
---

(is-this-slide-right)=
# Is this slide right?

Slides are short, are copied from other slides, and are seldom run. Statements like the ones below
stand in many of them. Some are wrong, some half right, and some would be right if a word were
added. Judge each one first. Where a number decides, open the cell, or run it in the notebook of
this page and change it; then open the verdict, which leads to the section that treats the matter.

There are {count} of them. If one of these verdicts is wrong, report it as you would a fault in a
program: with the number that shows it.
"""


@dataclass(frozen=True)
class Claim:
    """One statement; see the module for its parts."""

    says: str
    verdict: str
    right: str
    label: str
    code: str = ""
    prints: str = ""


def read_claims(path: Path) -> list[Claim]:
    """Read the claims of one chapter.

    Raises:
        ValueError: a claim lacks a part, has one too many, or gives another verdict.
    """
    try:
        said = tomllib.loads(path.read_text(encoding="utf-8"))["claim"]
        claims = [
            Claim(**{name: str(text).strip("\n") for name, text in each.items()}) for each in said
        ]
    except (tomllib.TOMLDecodeError, KeyError, TypeError) as error:
        raise ValueError(f"{path}: {error}") from error
    for claim in claims:
        if claim.verdict not in VERDICTS or bool(claim.code) != bool(claim.prints):
            raise ValueError(f"{path}: expected {VERDICTS}, and code with what it prints: {claim}")
    return claims


def page() -> str:
    """Return the text of the page."""
    read = [(chapter, FOLDER / f"{chapter.slug}.toml") for chapter in chapters()]
    known = [(chapter, read_claims(path)) for chapter, path in read if path.exists()]
    count = sum(len(claims) for _, claims in known)
    parts = [_HEAD.replace("{count}", str(count))]
    for chapter, claims in known:
        parts.append(f"## {chapter.title}\n")
        for number, claim in enumerate(claims, 1):
            parts += _claim(chapter, number, claim)
    return "\n".join(parts)


def _claim(chapter: Chapter, number: int, claim: Claim) -> list[str]:
    cell = (
        ["```{code-cell}", "---", "tags: [hide-cell]", "---", claim.code, "```\n"]
        if claim.code
        else []
    )
    return [
        f"(slide-{chapter.slug}-{number})=",
        f"> {claim.says}\n",
        *cell,
        ":::{admonition} Right or wrong?",
        ":class: dropdown slide-verdict",
        f"**{claim.verdict.capitalize()}.** {claim.right} See {{ref}}`{claim.label}`.",
        ":::\n",
    ]
