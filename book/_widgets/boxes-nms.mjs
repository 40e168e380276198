// Five scored boxes that can be moved: the IoU of every pair, a threshold, and non-maximum suppression step by step.
//
// The whole state is: the boxes, which one is chosen, the threshold, and how many boxes NMS has looked at. All else is computed.

const WIDTH = 24, HEIGHT = 15, UNIT = 20;
const START = [
  { name: "A", score: 0.9, box: [2, 3, 10, 11] }, { name: "B", score: 0.8, box: [3, 4, 11, 12] },
  { name: "C", score: 0.7, box: [6, 3, 14, 11] }, { name: "D", score: 0.6, box: [15, 5, 21, 13] },
  { name: "E", score: 0.5, box: [16, 5, 22, 13] },
];
const SIDES = [["left", WIDTH], ["top", HEIGHT], ["right", WIDTH], ["bottom", HEIGHT]];
const fresh = () => START.map((each) => ({ ...each, box: [...each.box] }));
const area = ([x1, y1, x2, y2]) => (x2 - x1) * (y2 - y1);
const between = (low, value, high) => Math.min(Math.max(value, low), high);

/** Intersection, union and their ratio for two boxes of positive area. */
export function overlap(p, q) {
  const wide = Math.max(0, Math.min(p[2], q[2]) - Math.max(p[0], q[0]));
  const high = Math.max(0, Math.min(p[3], q[3]) - Math.max(p[1], q[1]));
  const both = wide * high, union = area(p) + area(q) - both;
  return { both, union, iou: both / union };
}

/** What NMS says of each box, by falling score: kept, or the name of the kept box that covers it. */
export function suppressed(items, threshold) {
  const kept = [], said = [];
  for (const item of [...items].sort((a, b) => b.score - a.score)) {
    const by = kept.find((other) => overlap(other.box, item.box).iou > threshold);
    if (!by) kept.push(item);
    said.push({ item, by, iou: by ? overlap(by.box, item.box).iou : 0 });
  }
  return said;
}

const STYLE = `
:host { display: block; text-align: left; color: var(--pst-color-text-base, #222); font-size: 1rem; }
.panel { display: flex; flex-wrap: wrap; gap: .75rem 1.5rem; }
.part { flex: 1 1 17rem; min-width: 0; }
.sides { display: grid; grid-template-columns: repeat(4, minmax(0, 1fr)); gap: .4rem; margin: .35rem 0; }
label { display: grid; gap: .1rem; font-size: .85rem; margin: .35rem 0; }
select, button, input[type=number] { font: inherit; font-size: .9rem; color: inherit; background: var(--pst-color-surface, #eee); min-width: 0;
  border: 1px solid var(--pst-color-border, #777); border-radius: .25rem; padding: .3rem .45rem; width: 100%; box-sizing: border-box; }
input[type=range] { width: 100%; min-width: 0; accent-color: var(--pst-color-primary, #0a7d91); }
.row { display: flex; flex-wrap: wrap; gap: .4rem; margin: .5rem 0; }
.row button { width: auto; cursor: pointer; }
button.main { border: 2px solid var(--pst-color-primary, #0a7d91); }
button[aria-disabled=true] { opacity: .6; cursor: default; }
select:focus-visible, button:focus-visible, input:focus-visible { outline: 3px solid var(--pst-color-primary, #0a7d91); outline-offset: 2px; }
svg { display: block; width: 100%; height: auto; border: 1px solid var(--pst-color-border, #777); }
svg text { font: 700 18px system-ui, sans-serif; fill: currentColor; pointer-events: none; }
rect.box { fill: transparent; stroke: currentColor; stroke-width: 2; cursor: move; touch-action: none; }
rect.kept { stroke-width: 5; }
rect.gone { stroke-dasharray: 5 6; stroke-width: 1.5; }
rect.chosen { stroke: var(--pst-color-primary, #0a7d91); fill: var(--pst-color-primary, #0a7d91); fill-opacity: .14; }
rect.grip { fill: var(--pst-color-primary, #0a7d91); cursor: nwse-resize; touch-action: none; }
table { border-collapse: collapse; font-size: .85rem; font-variant-numeric: tabular-nums; width: 100%; }
th, td { padding: .15rem .3rem; border-bottom: 1px solid var(--pst-color-border, #ccc); text-align: right; font-weight: 400; }
td.over { font-weight: 700; text-decoration: underline; }
caption { text-align: left; font-size: .85rem; padding-bottom: .2rem; }
.say { margin: .6rem 0 0; padding: .45rem .6rem; background: var(--pst-color-surface, #eee); border-radius: .25rem; overflow-wrap: anywhere; }
`;
const PANEL = `
<div class="panel">
  <div class="part">
    <div class="picture"></div>
    <div class="row"><button class="main" type="button" data-do="next">Next box</button><button type="button" data-do="all">All boxes</button>
      <button type="button" data-do="back">Back</button><button type="button" data-do="reset">As at first</button></div>
  </div>
  <div class="part">
    <label>Threshold <span class="t"></span><input type="range" data-key="threshold" min="0" max="1" step="0.05" aria-label="Threshold of NMS"></label>
    <label>Box <select data-key="chosen">${START.map(({ name, score }, k) => `<option value="${k}">${name}, score ${score}</option>`).join("")}</select></label>
    <div class="sides">${SIDES.map(([name, most], k) => `<label>${name} <input type="number" data-side="${k}" min="0" max="${most}" step="1"></label>`).join("")}</div>
    <table></table>
  </div>
</div>
<p class="say" role="status" aria-live="polite" aria-atomic="true"></p>`;

const Base = globalThis.HTMLElement ?? class {};
class BoxesNms extends Base {
  connectedCallback() {
    if (this.shadowRoot) return;
    const root = this.attachShadow({ mode: "open" });
    root.innerHTML = `<style>${STYLE}</style>${PANEL}`;
    this.find = (selector) => root.querySelector(selector);
    this.state = { items: fresh(), chosen: 1, threshold: 0.5, done: 0 };
    root.addEventListener("input", ({ target }) => this.change(target));
    root.addEventListener("change", () => this.render(true));
    root.addEventListener("click", ({ target }) => this.press(target.closest("button")?.dataset.do));
    const picture = this.find(".picture");
    picture.addEventListener("pointerdown", (event) => this.grab(event));
    picture.addEventListener("pointermove", (event) => this.drag(event));
    for (const end of ["pointerup", "pointercancel"]) picture.addEventListener(end, () => { this.held = null; });
    this.render();
  }

  change({ dataset, value }) {
    const { state } = this;
    if (dataset.key) state[dataset.key] = Number(value);
    if (dataset.side && value !== "") this.setSide(Number(dataset.side), Math.round(Number(value)));
    if (dataset.key !== "chosen") state.done = dataset.key ? state.done : 0;
    this.render();
  }

  /** Move one side of the chosen box; it stays inside the picture and at least one unit from its opposite. */
  setSide(side, value) {
    const { box } = this.state.items[this.state.chosen], opposite = box[(side + 2) % 4];
    box[side] = side < 2 ? between(0, value, opposite - 1) : between(opposite + 1, value, SIDES[side][1]);
  }

  press(what) {
    const { state } = this, last = state.items.length;
    if (what === "next") state.done = Math.min(state.done + 1, last);
    if (what === "back") state.done = Math.max(state.done - 1, 0);
    if (what === "all") state.done = last;
    if (what === "reset") Object.assign(state, { items: fresh(), chosen: 1, threshold: 0.5, done: 0 });
    if (what) this.render();
  }

  /** Where a pointer is, in units of the picture. */
  at({ clientX, clientY }) {
    const frame = this.find("svg").getBoundingClientRect();
    return [(clientX - frame.left) / frame.width * WIDTH, (clientY - frame.top) / frame.height * HEIGHT];
  }

  grab(event) {
    const index = event.target.dataset?.index;
    if (index === undefined) return;
    event.preventDefault();
    this.find(".picture").setPointerCapture(event.pointerId);
    this.state.chosen = Number(index);
    this.held = { from: this.at(event), box: [...this.state.items[index].box], grip: event.target.classList.contains("grip") };
    this.render();
  }

  drag(event) {
    if (!this.held) return;
    const { from, box, grip } = this.held, to = this.at(event);
    let [dx, dy] = [0, 1].map((s) => Math.round(to[s] - from[s]));
    if (grip) {
      this.setSide(2, box[2] + dx);
      this.setSide(3, box[3] + dy);
    } else {
      dx = between(-box[0], dx, WIDTH - box[2]);
      dy = between(-box[1], dy, HEIGHT - box[3]);
      this.state.items[this.state.chosen].box = [box[0] + dx, box[1] + dy, box[2] + dx, box[3] + dy];
    }
    this.state.done = 0;
    this.render();
  }

  /** Show the state; a field that is being typed into keeps its text until the number is complete. */
  render(complete = false) {
    const { items, chosen, threshold, done } = this.state, said = suppressed(items, threshold).slice(0, done);
    this.find("[data-key=threshold]").value = threshold;
    this.find("[data-key=chosen]").value = chosen;
    this.find(".t").textContent = threshold.toFixed(2);
    for (let side = 0; side < 4; side += 1) {
      const input = this.find(`[data-side="${side}"]`);
      if (complete || this.shadowRoot.activeElement !== input) input.value = items[chosen].box[side];
    }
    this.find("[data-do=next]").setAttribute("aria-disabled", done === items.length);
    this.find("[data-do=back]").setAttribute("aria-disabled", done === 0);
    this.table(items, threshold);
    const words = this.words(said);
    if (this.find(".say").textContent !== words) this.find(".say").textContent = words;
    this.picture(said, words);
  }

  words(said) {
    const { items, chosen, threshold } = this.state, { name, box } = items[chosen];
    const others = items.filter((_, k) => k !== chosen).map((other) => `${other.name} ${overlap(box, other.box).iou.toFixed(2)}`);
    const kept = said.filter(({ by }) => !by).map(({ item }) => item.name);
    const last = said.at(-1);
    const step = !last ? "NMS has looked at no box yet."
      : last.by ? `NMS: ${last.item.name} goes, ${last.by.name} is kept and overlaps it by ${last.iou.toFixed(2)}, more than ${threshold.toFixed(2)}.`
        : `NMS: ${last.item.name} stays, no kept box overlaps it by more than ${threshold.toFixed(2)}.`;
    const end = said.length === items.length ? ` Done: ${kept.length} of ${items.length} are kept, ${kept.join(", ")}.` : kept.length ? ` Kept so far: ${kept.join(", ")}.` : "";
    return `${name} (${box.join(", ")}) has IoU with ${others.join(", ")}. ${step}${end}`;
  }

  table(items, threshold) {
    const cell = (p, q) => {
      const { iou } = overlap(p.box, q.box);
      return p === q ? "<td>–</td>" : `<td class="${iou > threshold ? "over" : ""}">${iou.toFixed(2)}</td>`;
    };
    this.find("table").innerHTML = `<caption>IoU of each pair; underlined: above the threshold</caption><thead><tr><th scope="col">box</th>`
      + `${items.map(({ name }) => `<th scope="col">${name}</th>`).join("")}</tr></thead><tbody>`
      + `${items.map((p) => `<tr><th scope="row">${p.name}</th>${items.map((q) => cell(p, q)).join("")}</tr>`).join("")}</tbody>`;
  }

  picture(said, words) {
    const { items, chosen } = this.state;
    const draw = (item, k) => {
      const [x1, y1, x2, y2] = item.box.map((value) => value * UNIT), found = said.find((each) => each.item === item);
      const kind = [found ? (found.by ? "gone" : "kept") : "", k === chosen ? "chosen" : ""].join(" ");
      const mark = found ? (found.by ? "✗" : "✓") : "";
      const grip = k === chosen ? `<rect class="grip" data-index="${k}" x="${x2 - 9}" y="${y2 - 9}" width="18" height="18"/>` : "";
      return `<rect class="box ${kind}" data-index="${k}" x="${x1}" y="${y1}" width="${x2 - x1}" height="${y2 - y1}"/>`
        + `<text x="${x1 + 5}" y="${y1 + 18}">${item.name}${mark}</text>${grip}`;
    };
    const order = items.map((_, k) => k).filter((k) => k !== chosen).concat(chosen);
    this.find(".picture").innerHTML = `<svg viewBox="0 0 ${WIDTH * UNIT} ${HEIGHT * UNIT}" role="img" aria-label="Five boxes. ${words}">`
      + `${order.map((k) => draw(items[k], k)).join("")}</svg>`;
  }
}

if (globalThis.customElements && !customElements.get("dlf-boxes-nms")) customElements.define("dlf-boxes-nms", BoxesNms);
