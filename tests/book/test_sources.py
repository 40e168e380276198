"""What can be held against the sources of the book without building it."""

import re
from pathlib import Path

import pytest
import yaml
from course_book.quiz import read_questions

ROOT = Path(__file__).resolve().parents[2]
BOOK = ROOT / "book"
CHAPTERS = sorted(
    path
    for path in BOOK.glob("*/*.md")
    if not path.parent.name.startswith("_") and path.parent.name != "reference"
)
PAGES = sorted(path for path in BOOK.rglob("*.md") if "/_" not in path.as_posix())
CHAPTER = pytest.mark.parametrize("chapter", CHAPTERS, ids=lambda path: path.stem)
PAGE = pytest.mark.parametrize("page", PAGES, ids=lambda path: path.stem)

FENCE = re.compile(
    r"^(?P<fence>`{3,}|:{3,})\{(?P<name>[\w:-]+)\} *(?P<argument>.*?)$", re.MULTILINE
)
# Chapters whose quiz is all there is to answer.
WITHOUT_UNIT = {"applications"}
PLOTS = re.compile(r"plt\.(?:plot|show|subplots|figure)\(|\.imshow\(|\.scatter\(")


def toc_files(node: object) -> list[str]:
    """Return every file that the table of contents names."""
    if isinstance(node, dict):
        own = [node[key] for key in ("root", "file") if key in node]
        return own + [name for value in node.values() for name in toc_files(value)]
    if isinstance(node, list):
        return [name for value in node for name in toc_files(value)]
    return []


def front_matter(page: Path) -> dict:
    """Return the YAML at the head of a page."""
    return yaml.safe_load(page.read_text("utf-8").split("---\n")[1])


def directives(page: Path, name: str) -> list[tuple[str, str]]:
    """Return argument and body of every directive of one name."""
    text = page.read_text("utf-8")
    found = []
    for match in FENCE.finditer(text):
        if match["name"] == name:
            end = re.compile(rf"^{re.escape(match['fence'])}\s*$", re.MULTILINE)
            close = end.search(text, match.end())
            assert close, f"{page.name}: {name} is never closed"
            found.append((match["argument"], text[match.end() : close.start()].strip("\n")))
    return found


def split_options(body: str) -> tuple[dict, str]:
    """Return the options of a directive (a YAML block or `:key: value` lines) and the rest."""
    lines = body.splitlines()
    if lines and lines[0] == "---":
        end = lines.index("---", 1)
        return yaml.safe_load("\n".join(lines[1:end])) or {}, "\n".join(lines[end + 1 :])
    count = 0
    while count < len(lines) and re.match(r":[\w-]+:|\s+\S", lines[count]):
        count += 1
    options = [line[1:].replace(":", ": ", 1) if line[0] == ":" else line for line in lines[:count]]
    return yaml.safe_load("\n".join(options)) or {}, "\n".join(lines[count:])


def settings() -> dict:
    return yaml.safe_load((ROOT / "_config.yml").read_text("utf-8"))


def test_toc_names_only_files_that_exist() -> None:
    names = toc_files(yaml.safe_load((ROOT / "_toc.yml").read_text("utf-8")))
    assert names
    for name in names:
        assert any((ROOT / f"{name}{suffix}").exists() for suffix in (".md", ".ipynb")), name


def test_every_page_is_in_the_toc() -> None:
    names = set(toc_files(yaml.safe_load((ROOT / "_toc.yml").read_text("utf-8"))))
    assert {p.relative_to(ROOT).with_suffix("").as_posix() for p in PAGES} <= names
    released = (ROOT / "exercises").glob("*/*.ipynb")
    assert {p.relative_to(ROOT).with_suffix("").as_posix() for p in released} <= names


def test_address_and_repository_are_written_once() -> None:
    config = settings()
    for written in (config["html"]["baseurl"],):
        for path in [*(BOOK / "_ext").rglob("*.py"), ROOT / "_toc.yml"]:
            assert written not in path.read_text("utf-8"), path
    assert config["html"]["baseurl"].startswith("https://")
    assert config["html"]["baseurl"].endswith("/")


def test_settings_that_keep_third_parties_out() -> None:
    sphinx = settings()["sphinx"]["config"]
    assert "sphinx_thebe" not in sphinx["extensions"]
    assert sphinx["html_math_renderer"] == "prerendered"
    assert sphinx["nb_ipywidgets_js"] == {}
    assert sphinx["html_copy_source"] is False


def test_katex_style_sheet_is_of_the_version_that_renders() -> None:
    from sphinxcontrib.katex import katex_version

    head = (BOOK / "_vendor" / "katex" / "katex.min.css").read_text("utf-8")[:80]
    assert f"KaTeX {katex_version}," in head


@PAGE
def test_page_has_a_description(page: Path) -> None:
    description = front_matter(page)["myst"]["html_meta"]["description"]
    assert 40 <= len(description) <= 200


@CHAPTER
def test_chapter_front_matter(chapter: Path) -> None:
    matter = front_matter(chapter)
    assert matter["file_format"] == "mystnb"
    assert matter["kernelspec"]["name"] == "python3"
    first = chapter.read_text("utf-8").split("---\n", 2)[2].lstrip().splitlines()
    assert first[0] == f"({chapter.stem})=", "the label of a chapter is its slug"
    assert first[1].startswith("# ")


@CHAPTER
def test_every_plot_has_alt_text_caption_and_label(chapter: Path) -> None:
    names = []
    for _, body in directives(chapter, "code-cell"):
        options, code = split_options(body)
        own = options.get("mystnb", {})
        if not PLOTS.search(code) and "figure" not in own:
            continue
        where = f"{chapter.name}: {code.strip().splitlines()[0]}"
        assert len(own.get("image", {}).get("alt", "")) >= 20, f"{where}: alt text"
        assert len(own.get("figure", {}).get("caption", "")) >= 20, f"{where}: caption"
        assert own["figure"].get("name", "").startswith(f"fig-{chapter.stem}-"), f"{where}: label"
        names.append(own["figure"]["name"])
    assert len(names) == len(set(names))


@CHAPTER
def test_cells_are_short_and_chapters_bounded(chapter: Path) -> None:
    sizes = []
    for _, body in directives(chapter, "code-cell"):
        _, code = split_options(body)
        sizes.append(sum(bool(line.strip()) for line in code.splitlines()))
    assert sizes
    assert max(sizes) <= 25
    assert sorted(sizes)[len(sizes) // 2] <= 8


@PAGE
def test_pictures_in_the_text_have_alt_text(page: Path) -> None:
    text = re.sub(r"```.*?```", "", page.read_text("utf-8"), flags=re.DOTALL)
    assert not re.search(r"!\[\s*\]\(", text)
    for name in ("image", "figure"):
        for _, body in directives(page, name):
            options, _ = split_options(body)
            assert len(options.get("alt", "")) >= 20


@CHAPTER
def test_chapter_has_quiz_widget_and_card(chapter: Path) -> None:
    assert directives(chapter, "quiz")
    assert directives(chapter, "widget")
    cards = [argument for argument, _ in directives(chapter, "unit-card")]
    assert cards == ([] if chapter.stem in WITHOUT_UNIT else [chapter.stem])


@PAGE
def test_quiz_gives_a_reason_for_every_option(page: Path) -> None:
    for _, body in directives(page, "quiz"):
        _, questions = split_options(body)
        for question in read_questions(questions):
            for option in question["options"]:
                assert len(option["reason"].strip()) >= 15, option


@PAGE
def test_widget_has_script_caption_alt_and_text_twin(page: Path) -> None:
    for slug, body in directives(page, "widget"):
        options, twin = split_options(body)
        assert (BOOK / "_widgets" / f"{slug}.mjs").exists()
        assert len(options["alt"]) >= 20
        assert len(options["caption"]) >= 20
        assert options["name"].startswith("fig-")
        assert len(twin.split()) >= 20, "the text twin says what the figure shows"


@pytest.mark.parametrize("script", sorted((BOOK / "_widgets").glob("*.mjs")), ids=lambda p: p.stem)
def test_widget_script_keeps_to_itself(script: Path) -> None:
    text = script.read_text("utf-8")
    assert f'"dlf-{script.stem}"' in text
    own = BOOK / "_widgets" / script.stem
    modules = [module.read_text("utf-8") for module in sorted(own.glob("*.mjs"))]
    for source, folder in [(text, f"./{script.stem}/"), *((module, "./") for module in modules)]:
        imported = re.findall(r"^(?:import|export)\b[^;]*?from \"([^\"]+)\";", source, re.MULTILINE)
        assert len(imported) == len(re.findall(r"^\s*import\b", source, re.MULTILINE))
        for name in imported:
            assert name.startswith(folder), f"{script.name}: imports only from its own folder"
            assert (own / name.removeprefix(folder)).exists(), name
    whole = "\n".join([text, *modules])
    assert "https://" not in re.sub(r"https?://www\.w3\.org/\S+", "", whole)
    assert "aria-live" in whole or 'role="status"' in whole or "ariaLive" in whole


def test_every_cited_source_exists_and_keys_are_unique() -> None:
    keys = re.findall(r"^@\w+\{([^,\s]+),", (BOOK / "references.bib").read_text("utf-8"), re.M)
    assert len(keys) == len(set(keys))
    for page in PAGES:
        for cited in re.findall(r"\{cite(?::\w+)?\}`([^`]+)`", page.read_text("utf-8")):
            for key in cited.split(","):
                assert key.strip() in keys, f"{page.name} cites {key.strip()}"


def test_every_glossary_term_used_is_defined_once() -> None:
    glossary = (BOOK / "reference" / "glossary.md").read_text("utf-8")
    body = directives(BOOK / "reference" / "glossary.md", "glossary")[0][1]
    terms = [line for line in body.splitlines() if line and not line.startswith((" ", ":"))]
    assert len(terms) == len({term.lower() for term in terms})
    known = {term.lower() for term in terms}
    for page in PAGES:
        text = page.read_text("utf-8") if page.stem != "glossary" else glossary
        for used in re.findall(r"\{term\}`([^`]+)`", text):
            target = re.sub(r"^.*<(.+)>$", r"\1", used, flags=re.DOTALL)
            assert " ".join(target.split()).lower() in known, f"{page.name} uses {target}"
