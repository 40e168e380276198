"""Make the icon fonts of the site: the theme's own, cut down to the icons that pages use.

    pip install fonttools brotli
    python book/_make/icons.py

The result lies in book/_vendor under the theme's own path and name, and so takes its place.
"""

import io
import re
from pathlib import Path

import pydata_sphinx_theme
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

THEME = Path(pydata_sphinx_theme.__file__).parent / "theme" / "pydata_sphinx_theme" / "static"
FONTS = Path("vendor/fontawesome/webfonts")
TARGET = Path(__file__).resolve().parents[1] / "_vendor" / FONTS
USED = """
    angle-left angle-right arrow-up bars chevron-down chevron-right chevron-up circle-half-stroke
    code download file github gitlab lightbulb link list magnifying-glass moon pencil rocket sun
    up-right-from-square xmark caret-down caret-right check copy circle-exclamation
""".split()


def code_points() -> set[int]:
    """Return the characters of the used icons and of those in the theme's own variables."""
    style = (THEME / "styles" / "pydata-sphinx-theme.css").read_text(encoding="utf-8")
    found = {ord(icon) for icon in re.findall(r'--pst-icon-[\w-]+: ?"(.)"', style)}
    for name in USED:
        rule = re.search(rf'\.fa-{name}:before[^{{}}]*\{{content:"\\?([^"]+)"', style)
        if rule is None:
            print(f"no icon is called {name}")
            continue
        text = rule[1]
        found.add(ord(text) if len(text) == 1 else int(text, 16))
    return found


def main() -> None:
    """Write the fonts."""
    TARGET.mkdir(parents=True, exist_ok=True)
    wanted = code_points()
    for source in sorted((THEME / FONTS).glob("*.woff2")):
        font = TTFont(source, recalcTimestamp=False)
        options = Options()
        options.flavor = "woff2"
        options.layout_features = []
        options.notdef_outline = True
        subsetter = Subsetter(options)
        subsetter.populate(unicodes=wanted)
        subsetter.subset(font)
        font.flavor = "woff2"
        buffer = io.BytesIO()
        font.save(buffer)
        (TARGET / source.name).write_bytes(buffer.getvalue())
        print(f"{source.name}: {source.stat().st_size} to {len(buffer.getvalue())} bytes")


if __name__ == "__main__":
    main()
