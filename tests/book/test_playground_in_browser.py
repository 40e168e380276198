"""The playground in a browser: keyboard, pasted points, the address, themes, a narrow screen."""

import re
from collections.abc import Iterator
from typing import Any

import pytest

pytestmark = [pytest.mark.slow, pytest.mark.browser]

PAGE = "book/playground.html"
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
FOCUSED = """() => {
  const inside = document.querySelector("dlf-playground").shadowRoot.activeElement;
  if (!inside) return null;
  const style = getComputedStyle(inside), name = JSON.stringify(inside.dataset);
  return {name, outline: style.outlineStyle, width: parseFloat(style.outlineWidth)};
}"""
# A counter of how often a part of the playground has changed.
WATCH = """(element, part) => {
  window.changes = 0;
  new MutationObserver(() => { window.changes += 1; })
    .observe(element.shadowRoot.querySelector(part), {childList: true, subtree: true});
}"""


class Playground:
    """One opened page, with what went wrong on it."""

    def __init__(self, browser: Any, address: str, **context: Any) -> None:
        self.address = address + PAGE
        self.context = browser.new_context(**context)
        self.tab = self.context.new_page()
        self.wrong: list[str] = []
        self.tab.on("pageerror", lambda error: self.wrong.append(str(error)))
        self.tab.on("console", self._note)
        self.element = self.tab.locator("dlf-playground")

    def _note(self, message: Any) -> None:
        if message.type in ("error", "warning"):
            self.wrong.append(message.text)

    def open(self, fragment: str = "") -> "Playground":
        self.tab.goto(self.address + fragment, wait_until="load")
        self.tab.wait_for_function("customElements.get('dlf-playground') !== undefined")
        return self

    def find(self, selector: str) -> Any:
        return self.element.locator(selector)

    def says(self) -> str:
        return str(self.find(".say").inner_text())

    def note(self) -> str:
        return str(self.find(".note").text_content())

    def fragment(self) -> str:
        return str(self.tab.evaluate("location.hash"))

    def table(self) -> list[str]:
        """Return every number of the text twin."""
        if not self.find(".numbers").evaluate("details => details.open"):
            self.find(".numbers summary").click()
        self.find(".tables tbody td").first.wait_for()
        return list(self.find(".tables tbody td").all_inner_texts())

    def train(self, epochs: int) -> None:
        for _ in range(epochs):
            self.find("[data-do=step]").click()


@pytest.fixture
def playground(browser: Any, address: str) -> Iterator[Playground]:
    opened = Playground(browser, address, viewport={"width": 1280, "height": 900})
    yield opened
    opened.context.close()
    assert not opened.wrong


def test_every_control_is_reached_by_tab_and_shows_its_focus(playground: Playground) -> None:
    playground.open("#data=xor&hidden=3,2")
    playground.find("[data-do=play]").focus()
    seen = []
    for _ in range(80):
        focused = playground.tab.evaluate(FOCUSED)
        if focused is None:
            break
        assert focused["outline"] != "none", focused
        assert focused["width"] >= 2, focused
        seen.append(focused["name"])
        playground.tab.keyboard.press("Tab")
    reached = " ".join(seen)
    for action in ("play", "step", "reset", "seed", "copy"):
        assert f'"do":"{action}"' in reached
    keys = ("data points noise train seed show activation rate batch penalty lambda speed").split()
    for key in keys:
        assert f'"key":"{key}"' in reached
    assert reached.count('"feature"') == 7
    assert reached.count('"units"') == 4
    assert reached.count('"unit"') == 1, "the units are one stop; arrow keys move among them"
    assert reached.count('"weight"') == 3
    assert len(seen) == len(set(seen)) + sum(name == "{}" for name in seen) - ("{}" in seen)


def test_arrow_keys_walk_over_the_units_and_show_each(playground: Playground) -> None:
    playground.open("#data=xor&hidden=3,2")
    playground.find("[data-unit=output]").focus()
    for key, unit, title in [
        ("ArrowLeft", "2.1", "Hidden layer 2, unit 1"),
        ("ArrowLeft", "1.1", "Hidden layer 1, unit 1"),
        ("ArrowDown", "1.2", "Hidden layer 1, unit 2"),
        ("ArrowDown", "1.3", "Hidden layer 1, unit 3"),
        ("ArrowDown", "1.3", "Hidden layer 1, unit 3"),
        ("ArrowRight", "2.2", "Hidden layer 2, unit 2"),
        ("ArrowRight", "output", "What the network answers"),
    ]:
        playground.tab.keyboard.press(key)
        assert playground.find(".shown span").inner_text() == title
        assert playground.find("[aria-pressed=true][data-unit]").get_attribute("data-unit") == unit
        assert f'"unit":"{unit}"' in playground.tab.evaluate(FOCUSED)["name"]


def test_the_keyboard_builds_and_trains_a_network(playground: Playground) -> None:
    playground.open()
    press = playground.tab.keyboard.press
    playground.find("[data-layers='1']").focus()
    press("Enter")
    playground.find("[data-units='2'][data-way='1']").focus()
    press("Space")
    assert '"units":"2"' in playground.tab.evaluate(FOCUSED)["name"], "the focus stays"
    playground.find("[data-feature=xy]").focus()
    press("Enter")
    assert playground.fragment() == "#data=xor&features=x,y,xy&hidden=4,5"
    playground.find("[data-do=step]").focus()
    press("Enter")
    assert playground.says().startswith("Epoch 1. ")


def test_it_starts_paused_plays_pauses_and_speaks_at_most_once_a_second(
    playground: Playground,
) -> None:
    clock = playground.tab.clock
    clock.install()
    playground.open()
    clock.run_for(500)
    assert playground.says().startswith("Epoch 0. ")
    play = playground.find("[data-do=play]")
    play.click()
    assert play.inner_text() == "Pause"
    for part, fewest, most in ((".say", 4, 5), (".chart", 50, 400)):
        playground.element.evaluate(WATCH, part)
        clock.run_for(5000)
        assert fewest <= playground.tab.evaluate("window.changes") <= most, part
    play.click()
    epoch = playground.find(".epoch b").inner_text()
    assert int(epoch) >= 100
    assert playground.says().startswith(f"Epoch {epoch}. ")
    clock.run_for(500)
    assert playground.find(".epoch b").inner_text() == epoch
    playground.find("[data-do=reset]").click()
    assert playground.says().startswith("Epoch 0. Loss 0.7562 in training, 0.7659 on the test.")


def test_with_reduced_motion_the_picture_moves_once_a_second(browser: Any, address: str) -> None:
    opened = Playground(browser, address, reduced_motion="reduce")
    opened.tab.clock.install()
    opened.open().find("[data-do=play]").click()
    opened.element.evaluate(WATCH, ".chart")
    opened.tab.clock.run_for(5000)
    changes = opened.tab.evaluate("window.changes")
    opened.context.close()
    assert 4 <= changes <= 5


def test_pasted_points_are_used_and_what_is_wrong_with_others_is_said(
    playground: Playground,
) -> None:
    playground.open()
    playground.find("[data-key=data]").select_option("own")
    area = playground.find("textarea")
    assert playground.find("[data-key=data]").input_value() == "xor", "not before there are points"
    assert len(area.input_value().splitlines()) == 200, "the present points are there to start from"
    area.fill("0,0,1\n1,1,0\n2,oops,1\n-1,-1,0")
    playground.find("[data-do=own]").click()
    assert playground.find(".error").inner_text() == (
        "Line 3: expected a number for y, found “oops”."
    )
    assert area.get_attribute("aria-invalid") == "true"
    assert area.evaluate("a => a.value.slice(a.selectionStart, a.selectionEnd)") == "2,oops,1"
    area.fill("0,0,1\n1,1,0\n2,-1,1\n-1,-1,0")
    playground.find("[data-do=own]").click()
    assert playground.find(".error").text_content() == ""
    assert playground.note() == "4 points of your own."
    assert playground.fragment() == "#data=own&own=0,0,1_1,1,0_2,-1,1_-1,-1,0"
    playground.tab.reload()
    playground.open(playground.fragment())
    assert playground.find("[data-key=data]").input_value() == "own"
    playground.find(".own summary").click()
    lines = playground.find("textarea").input_value().splitlines()
    assert sorted(lines) == sorted(["0,0,1", "1,1,0", "2,-1,1", "-1,-1,0"])


def test_the_address_brings_back_a_trained_network_exactly(playground: Playground) -> None:
    playground.open("#data=circles&noise=0.2&hidden=3,2&activation=relu&unit=1.2")
    playground.train(3)
    numbers, address, says = playground.table(), playground.tab.url, playground.says()
    assert "&epoch=3&weights=" in address
    assert says.startswith("Epoch 3. ")
    again = playground.context.new_page()
    playground.tab, playground.element = again, again.locator("dlf-playground")
    again.goto(address)
    again.wait_for_function("customElements.get('dlf-playground') !== undefined")
    assert playground.says() == says
    assert playground.table() == numbers
    assert playground.find(".shown span").inner_text() == "Hidden layer 1, unit 2"
    again.reload()
    assert playground.table() == numbers


def test_back_and_forward_undo_and_redo_a_change(playground: Playground) -> None:
    playground.open()
    playground.find("[data-key=data]").select_option("spirals")
    playground.find("[data-key=activation]").select_option("relu")
    playground.find("[data-key=noise]").focus()
    for _ in range(3):
        playground.tab.keyboard.press("ArrowRight")
    states = ["#data=spirals&noise=0.15&activation=relu", "#data=spirals&activation=relu"]
    states += ["#data=spirals", ""]
    assert playground.fragment() == states[0]
    for state in states[1:]:
        playground.tab.go_back()
        playground.tab.wait_for_function(f"location.hash === '{state}'")
        playground.tab.wait_for_timeout(100)
        expected = "spirals" if state else "xor"
        assert playground.find("[data-key=data]").input_value() == expected
    playground.tab.go_forward()
    playground.tab.go_forward()
    playground.tab.wait_for_timeout(100)
    assert playground.find("[data-key=activation]").input_value() == "relu"


def test_a_link_of_an_experiment_opens_it_and_brings_it_into_view(playground: Playground) -> None:
    playground.open()
    playground.tab.locator("#open-rate-bad").click()
    assert playground.find("[data-key=rate]").input_value() == "0.5"
    assert playground.find(".layer-count").inner_text() == "0 hidden layers"
    assert '"do":"play"' in playground.tab.evaluate(FOCUSED)["name"]
    playground.tab.wait_for_function("""() => {
      const {top} = document.querySelector("dlf-playground").getBoundingClientRect();
      return top >= 0 && top < 300;
    }""")
    playground.find("[data-do=play]").click()
    playground.tab.wait_for_function(
        "document.querySelector('dlf-playground').shadowRoot.querySelector('.note').textContent"
    )
    assert playground.note().startswith("The training has diverged: after epoch ")
    assert playground.find("[data-do=play]").inner_text() == "Play"


def test_a_weight_is_read_changed_and_refused(playground: Playground) -> None:
    playground.open("#data=xor&hidden=")
    field = playground.find("[data-weight='0']")
    field.fill("1.5")
    field.press("Enter")
    bias = playground.find("[data-weight=bias]")
    bias.fill("−0,25")
    bias.press("Tab")
    # The table of the output: its bias, then its weights from x and y.
    assert playground.table()[-3:-1] == ["−0.25", "1.5"]
    assert playground.says().startswith("Epoch 0. ")
    assert "&weights=" in playground.fragment()
    field.fill("many")
    field.press("Tab")
    assert playground.note() == "the output, from x: expected a number, found “many”."
    assert field.input_value() == "1.5"
    playground.tab.go_back()
    playground.tab.wait_for_timeout(200)
    assert playground.find("[data-weight=bias]").input_value() == "0"


def test_a_click_on_a_line_leads_to_its_weight(playground: Playground) -> None:
    playground.open("#data=xor&hidden=")
    path = playground.find(".edges path").nth(1)
    x, y = path.evaluate("""path => {
      const place = path.getPointAtLength(path.getTotalLength() / 3);
      return [place.x, place.y];
    }""")
    # A click through the element waits until the page has stopped to move.
    playground.find(".net").click(position={"x": x, "y": y})
    assert '"weight":"1"' in playground.tab.evaluate(FOCUSED)["name"]


def test_the_link_is_copied(browser: Any, address: str) -> None:
    opened = Playground(browser, address, permissions=["clipboard-read", "clipboard-write"])
    opened.open("#data=blobs")
    opened.train(2)
    opened.find("[data-do=copy]").click()
    opened.tab.wait_for_timeout(100)
    copied = opened.tab.evaluate("navigator.clipboard.readText()")
    note = opened.note()
    opened.context.close()
    assert copied.startswith(opened.address + "#data=blobs&epoch=2&weights=")
    assert note.startswith("The link is copied.")


def test_a_damaged_address_opens_and_says_what_it_left_out(playground: Playground) -> None:
    playground.open("#data=xor&rate=7&seed=3")
    assert playground.note().startswith("rate: expected one of 0.001")
    assert playground.find("[data-key=seed]").input_value() == "3"
    assert playground.find("[data-key=rate]").input_value() == "0.1"


def average(playground: Playground) -> list[float]:
    """Return the mean colour of the large picture."""
    return list(
        playground.find(".big").evaluate("""canvas => {
          const {data} = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
          const sum = [0, 0, 0];
          data.forEach((value, k) => { if (k % 4 < 3) sum[k % 4] += value; });
          return sum.map(value => value / (data.length / 4));
        }""")
    )


def test_the_pictures_follow_the_theme_at_once(browser: Any, address: str) -> None:
    opened = Playground(browser, address, color_scheme="light").open("#data=blobs")
    light = average(opened)
    opened.tab.evaluate("document.documentElement.dataset.theme = 'dark'")
    opened.tab.wait_for_timeout(100)
    dark = average(opened)
    opened.context.close()
    assert min(light) > 140
    assert max(dark) < 120


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_the_largest_network_fits_and_is_accessible(
    browser: Any, address: str, width: int, scheme: str
) -> None:
    from axe_playwright_python.sync_playwright import Axe

    size = {"width": width, "height": 844}
    opened = Playground(browser, address, color_scheme=scheme, viewport=size)
    opened.open("#data=circles&hidden=8,8,8,8&features=x,y,xx,yy,xy,sinx,siny&unit=3.8&show=all")
    opened.train(1)
    opened.find(".own summary").click()
    opened.table()
    opened.tab.wait_for_timeout(500)
    wide = opened.tab.evaluate("document.documentElement.scrollWidth")
    outside = opened.element.evaluate("""element => {
      const own = element.getBoundingClientRect();
      return [...element.shadowRoot.querySelectorAll("button, input, select, canvas, textarea")]
        .filter(part => part.getBoundingClientRect().right > own.right + 1)
        .map(part => part.outerHTML.slice(0, 80));
    }""")
    options = {"runOnly": WCAG, "resultTypes": ["violations"], "preload": False}
    context = {"include": [["#fig-playground"]], "exclude": [[".katex-html"]]}
    found = [
        f"{violation['id']}: {[node['html'][:120] for node in violation['nodes'][:3]]}"
        for violation in Axe().run(opened.tab, context, options).response["violations"]
    ]
    opened.context.close()
    assert wide <= width
    assert not outside
    assert not found


def test_the_live_line_has_the_numbers_of_the_tables(playground: Playground) -> None:
    playground.open("#data=blobs&noise=1&seed=4")
    playground.train(2)
    said = re.findall(r"\d+\.\d{4}", playground.says())
    numbers = playground.table()
    assert said == [f"{float(numbers[0]):.4f}", f"{float(numbers[2]):.4f}"]
