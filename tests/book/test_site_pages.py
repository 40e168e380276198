"""What must hold of every page of the built site, read as text."""

import gzip
import json
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
import yaml
from bs4 import BeautifulSoup, Tag

pytestmark = pytest.mark.slow

PAGE_LIMIT_KB = 600
LOADED = {"script": "src", "img": "src", "link": "href", "iframe": "src", "source": "src"}
FORBIDDEN = (
    "BEGIN SOLUTION",
    "END SOLUTION",
    "BEGIN HIDDEN",
    "END HIDDEN",
    "BEGIN MARK SCHEME",
    "# property:",
)


@pytest.fixture(scope="module")
def soups(pages: dict[str, str]) -> dict[str, BeautifulSoup]:
    return {name: BeautifulSoup(text, "html.parser") for name, text in pages.items()}


@pytest.fixture(scope="module")
def base(root: Path) -> str:
    settings = yaml.safe_load((root / "_config.yml").read_text("utf-8"))
    return str(settings["html"]["baseurl"])


def loaded(soup: BeautifulSoup) -> Iterator[str]:
    """Yield every address that a browser fetches to show a page."""
    for name, attribute in LOADED.items():
        for tag in soup.find_all(name):
            kinds = set(tag.get("rel") or ())
            if name == "link" and not kinds & {"stylesheet", "preload", "icon", "modulepreload"}:
                continue
            if tag.get(attribute):
                yield str(tag[attribute])


def local_path(html: Path, base: str, page: str, address: str) -> Path | None:
    """Return the file that an address on a page leads to, None for one elsewhere."""
    whole = urljoin(base + page, address)
    if not whole.startswith(base):
        return None
    path = unquote(urlsplit(whole).path[len(urlsplit(base).path) :])
    return html / (path or "index.html")


def test_there_are_pages(soups: dict[str, BeautifulSoup]) -> None:
    assert {"index.html", "404.html", "search.html", "book/neurons/perceptron.html"} <= set(soups)


def test_nothing_is_loaded_from_elsewhere(
    soups: dict[str, BeautifulSoup], html: Path, base: str
) -> None:
    for page, soup in soups.items():
        for address in loaded(soup):
            if address.startswith("data:"):
                continue
            path = local_path(html, base, page, address)
            assert path is not None, f"{page} loads {address}"
            assert path.exists(), f"{page} loads {address}, which is not there"


def test_style_sheets_load_nothing_from_elsewhere(html: Path) -> None:
    for sheet in html.rglob("*.css"):
        found = re.findall(r"url\(\s*['\"]?(https?:[^)'\"]+)", sheet.read_text("utf-8"))
        assert not found, f"{sheet.name}: {found}"


def test_links_inside_the_site_lead_somewhere(
    soups: dict[str, BeautifulSoup], html: Path, base: str
) -> None:
    for page, soup in soups.items():
        for tag in soup.find_all("a", href=True):
            address = str(tag["href"])
            path = local_path(html, base, page, address)
            if path is None or address.startswith(("mailto:", "data:")):
                continue
            path = path / "index.html" if path.is_dir() else path
            assert path.exists(), f"{page} links to {address}"
            anchor = unquote(urlsplit(address).fragment)
            target = soups.get(path.relative_to(html).as_posix())
            if anchor.startswith("data=") and target is not None:  # a state of the playground
                assert target.find("dlf-playground"), f"{page} links to {address}: no playground"
            elif anchor and target is not None:
                assert target.find(id=anchor), f"{page} links to {address}: no such place"


def named(tag: Tag) -> bool:
    """Say whether a picture drawn in the page has a name, or is hidden from assistive devices."""
    hidden = tag.get("aria-hidden") == "true" or tag.find_parent(attrs={"aria-hidden": "true"})
    return bool(hidden or tag.get("aria-label") or tag.get("aria-labelledby"))


def test_every_picture_has_alt_text(soups: dict[str, BeautifulSoup]) -> None:
    for page, soup in soups.items():
        article = soup.find("article") or soup.find("main")
        for image in article.find_all("img"):
            assert len(str(image.get("alt", ""))) >= 20, f"{page}: {image.get('src')}"
            assert not re.search(r"_images/|\.svg$|\.png$", str(image["alt"])), f"{page}: {image}"
        for drawn in article.find_all(["svg", "canvas"]):
            inside_formula = drawn.find_parent(class_="katex")
            assert inside_formula or named(drawn), f"{page}: {str(drawn)[:120]}"


def test_every_figure_has_a_caption_and_a_label(soups: dict[str, BeautifulSoup]) -> None:
    for page, soup in soups.items():
        for figure in soup.find_all("figure"):
            caption = figure.find("figcaption")
            assert caption, f"{page}: {str(figure)[:160]}"
            assert len(caption.get_text(strip=True)) >= 20, page
            assert str(figure.get("id", "")).startswith("fig-"), f"{page}: {figure.get('id')}"


def test_executed_plots_stand_in_figures(soups: dict[str, BeautifulSoup]) -> None:
    for page, soup in soups.items():
        for image in soup.select(".cell_output img"):
            assert image.find_parent("figure"), f"{page}: {image.get('src')}"


def test_no_page_is_without_language_title_description_or_heading(
    soups: dict[str, BeautifulSoup],
) -> None:
    for page, soup in soups.items():
        assert soup.html is not None
        assert soup.html.get("lang") == "en", page
        assert soup.title, page
        descriptions = soup.find_all("meta", attrs={"name": "description"})
        assert len(descriptions) == 1, page
        assert 40 <= len(descriptions[0]["content"]) <= 300, page
        assert len((soup.find("article") or soup).find_all("h1")) == 1, page


def test_link_previews_and_canonical_addresses(
    soups: dict[str, BeautifulSoup], html: Path, base: str
) -> None:
    for page, soup in soups.items():
        image = soup.find("meta", property="og:image")
        assert image, page
        assert local_path(html, base, page, str(image["content"])).exists(), page
        canonical = soup.find("link", rel="canonical")
        if page not in ("404.html", "search.html", "genindex.html", "prf-prf.html"):
            assert canonical, page
            assert local_path(html, base, page, str(canonical["href"])).exists(), page


def test_the_sitemap_lists_every_page(pages: dict[str, str], html: Path, base: str) -> None:
    listed = set(re.findall(r"<loc>([^<]+)</loc>", (html / "sitemap.xml").read_text("utf-8")))
    made = {"404.html", "search.html", "genindex.html", "prf-prf.html", "book/index.html"}
    expected = {base if name == "index.html" else base + name for name in set(pages) - made}
    assert listed == expected
    assert base + "sitemap.xml" in (html / "robots.txt").read_text("utf-8")


def test_the_404_page_works_at_any_depth(soups: dict[str, BeautifulSoup], base: str) -> None:
    path = urlsplit(base).path
    for address in loaded(soups["404.html"]):
        assert address.startswith((path, base, "data:")), address


def test_nothing_hidden_is_in_the_site(html: Path) -> None:
    for path in html.rglob("*"):
        if path.suffix in (".html", ".js", ".ipynb", ".md", ".txt", ".json", ".xml"):
            text = path.read_text("utf-8")
            for words in FORBIDDEN:
                assert words not in text, f"{path.relative_to(html)}: {words}"
    assert not (html / "_sources").exists()


def test_no_line_of_a_solution_is_in_the_site(html: Path, root: Path) -> None:
    if not (root / "solutions").exists():
        pytest.skip("solutions/ is kept private here; run this where it is")
    release = {
        line.strip()
        for path in (root / "exercises").glob("*/*.ipynb")
        for cell in json.loads(path.read_text("utf-8"))["cells"]
        for line in "".join(cell["source"]).splitlines()
    }
    block = re.compile(r"### BEGIN (SOLUTION|HIDDEN TESTS)\n(.*?)### END \1", re.DOTALL)
    shown: set[str] = set()
    for path in (html / "_downloads").rglob("*.ipynb"):
        cells = json.loads(path.read_text("utf-8"))["cells"]
        if any("nbgrader" in cell["metadata"] for cell in cells):
            lines = [line for cell in cells for line in "".join(cell["source"]).splitlines()]
            shown |= {line.strip() for line in lines}
    for path in (html / "exercises").rglob("*.html"):
        text = BeautifulSoup(path.read_text("utf-8"), "html.parser").get_text()
        shown |= {line.strip() for line in text.splitlines()}
    for source in (root / "solutions").glob("*/*.md"):
        for match in block.finditer(source.read_text("utf-8")):
            hidden = {line.strip() for line in match[2].splitlines() if len(line.strip()) >= 20}
            assert not (hidden - release) & shown, source.name


def test_points_stand_on_the_exercise_pages(soups: dict[str, BeautifulSoup], root: Path) -> None:
    for path in (root / "exercises").glob("*/*.ipynb"):
        soup = soups[path.relative_to(root).with_suffix(".html").as_posix()]
        own = json.loads(path.read_text("utf-8"))["metadata"]["deep_learning_foundations"]
        headings = [heading.get_text() for heading in soup.find_all("h2")]
        for task in own["tasks"]:
            worth = "point" if task["points"] else "(practice)"
            assert any(task["title"] in h and worth in h for h in headings), task["title"]
        assert not soup.select(".cell_output"), "an exercise page is not executed"
        assert soup.select(".cell-answer")


def test_downloads_and_launch_buttons(
    soups: dict[str, BeautifulSoup], html: Path, root: Path, base: str
) -> None:
    for page, soup in soups.items():
        buttons = soup.select(".article-header-buttons a")
        addresses = [str(button["href"]) for button in buttons]
        colab = [address for address in addresses if "colab.research.google.com" in address]
        downloads = [address for address in addresses if address.endswith(".ipynb")]
        if page.startswith("exercises/"):
            source = root / Path(page).with_suffix(".ipynb")
            assert len(colab) == 1, page
            assert colab[0].endswith(page.replace(".html", ".ipynb")), page
            given = local_path(html, base, page, next(d for d in downloads if d not in colab))
            assert given.read_bytes() == source.read_bytes()
            continue
        assert not colab, page
        assert not any(address.endswith(".md") for address in addresses), page
        if page.startswith("book/neurons/"):
            executed = local_path(html, base, page, downloads[0])
            cells = json.loads(executed.read_text("utf-8"))["cells"]
            assert any(cell.get("outputs") for cell in cells), page


def test_pages_are_light(soups: dict[str, BeautifulSoup], html: Path, base: str) -> None:
    for page, soup in soups.items():
        files = {local_path(html, base, page, a) for a in loaded(soup) if not a.startswith("data:")}
        files |= {html / page}
        sheets = [path for path in files if path is not None and path.suffix == ".css"]
        for sheet in sheets:
            for font in re.findall(r"url\(['\"]?([^)'\"]+\.woff2)", sheet.read_text("utf-8")):
                path = (sheet.parent / font).resolve()
                # Of KaTeX's twenty fonts a page loads the few it uses: count the four commonest.
                common = re.search(r"KaTeX_(Main-Regular|Math-Italic|Size1|AMS)", path.name)
                if path.exists() and ("KaTeX" not in path.name or common):
                    files.add(path)
        size = sum(weight(path) for path in files if path is not None)
        assert size <= PAGE_LIMIT_KB * 1024, f"{page}: {size / 1024:.0f} KB gzipped"


def weight(path: Path) -> int:
    """Return the bytes of a file as a server sends it: gzipped if that helps."""
    data = path.read_bytes()
    return min(len(data), len(gzip.compress(data, 6)))
