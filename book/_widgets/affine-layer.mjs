// A layer with two inputs and two units: the plane before and after z = xW + b.
//
// The whole state is the six numbers. Everything shown is computed from them; handles over the
// right-hand picture change them as the sliders do.

const KNOBS = [
  ["w11", "w₁₁", "weight from input 1 to unit 1", 3], ["w12", "w₁₂", "weight from input 1 to unit 2", 3],
  ["w21", "w₂₁", "weight from input 2 to unit 1", 3], ["w22", "w₂₂", "weight from input 2 to unit 2", 3],
  ["b1", "b₁", "bias of unit 1", 2], ["b2", "b₂", "bias of unit 2", 2],
];
const LIMIT = Object.fromEntries(KNOBS.map(([key, , , limit]) => [key, limit]));
const PRESETS = {
  text: ["the layer in the text", [2, 1, -1, 1, 1, -1]],
  same: ["nothing moves", [1, 0, 0, 1, 0, 0]],
  turn: ["quarter turn", [0, 1, -1, 0, 0, 0]],
  half: ["eighth of a turn", [0.7071, 0.7071, -0.7071, 0.7071, 0, 0]],
  shear: ["shear", [1, 0, 1, 1, 0, 0]],
  mirror: ["mirror: the inputs swapped", [0, 1, 1, 0, 0, 0]],
  flat: ["flat", [1, 0.5, 2, 1, 0, 0]],
};
const HANDLES = [
  { keys: ["b1", "b2"], from: [0, 0], name: "image of the origin" },
  { keys: ["w11", "w12"], from: [1, 0], name: "image of (1, 0)" },
  { keys: ["w21", "w22"], from: [0, 1], name: "image of (0, 1)" },
];
const POINTS = [["A", 1, 0], ["B", 0, 1], ["C", 1, 1], ["D", -2, 1], ["E", -1, -2]];
const REACH = 5, GRID = 3, SIZE = 320, EDGE = 14;
const SCALE = (SIZE - 2 * EDGE) / (2 * REACH);

/** A number with at most four decimals and a real minus sign. */
function show(x) {
  const text = String(Number(x.toFixed(4)));
  return (text === "-0" ? "0" : text).replace("-", "−");
}
const pair = ([x, y]) => `(${show(x)}, ${show(y)})`;
const at = ([x, y]) => [EDGE + (x + REACH) * SCALE, SIZE - EDGE - (y + REACH) * SCALE];

const STYLE = `
:host { display: block; text-align: left; color: var(--pst-color-text-base, #222); font-size: 1rem; }
.pictures { display: flex; flex-wrap: wrap; gap: .75rem 1.25rem; }
.picture { flex: 1 1 16rem; min-width: 0; max-width: 24rem; }
.title { margin: 0 0 .2rem; font-size: .9rem; }
.stage { position: relative; }
svg { display: block; width: 100%; height: auto; }
.handle { position: absolute; width: 26px; height: 26px; margin: -13px 0 0 -13px; padding: 0; border-radius: 50%;
  background: transparent; border: 2px solid currentColor; color: inherit; cursor: grab; touch-action: none; }
.handle:active { cursor: grabbing; }
.top { display: flex; flex-wrap: wrap; gap: .5rem; align-items: end; margin: 0 0 .5rem; }
label { font-size: .9rem; }
.knobs { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(15rem, 100%), 1fr)); gap: .3rem 1.25rem; margin: .6rem 0; }
.knob { display: grid; grid-template-columns: 2rem 1fr 5rem; gap: .5rem; align-items: center; }
input[type=range] { width: 100%; min-width: 0; accent-color: var(--pst-color-primary, #0a7d91); }
input[type=number], select { font: inherit; font-size: .9rem; color: inherit; background: var(--pst-color-surface, #eee);
  border: 1px solid var(--pst-color-border, #777); border-radius: .25rem; padding: .3rem .45rem; max-width: 100%; box-sizing: border-box; }
button:focus-visible, input:focus-visible, select:focus-visible {
  outline: 3px solid var(--pst-color-primary, #0a7d91); outline-offset: 2px; }
.say { margin: .5rem 0; padding: .45rem .6rem; background: var(--pst-color-surface, #eee); border-radius: .25rem; overflow-wrap: anywhere; }
.key { margin: .4rem 0 0; font-size: .82rem; }
table { border-collapse: collapse; font-size: .9rem; font-variant-numeric: tabular-nums; }
th, td { padding: .15rem .9rem .15rem 0; border-bottom: 1px solid var(--pst-color-border, #ccc); text-align: left; font-weight: 400; }
svg text { font: 600 13px system-ui, sans-serif; fill: currentColor; }
svg text.tick { font: 11px system-ui, sans-serif; }
.frame { fill: none; stroke: var(--pst-color-border, #999); }
.axis { stroke: currentColor; opacity: .55; stroke-width: 1; }
.grid { stroke: currentColor; opacity: .22; stroke-width: 1; }
.unit { fill: var(--pst-color-primary, #0a7d91); opacity: .25; }
.one, .two { fill: none; stroke-width: 2.5; }
.one { stroke: var(--pst-color-primary, #0a7d91); }
.two { stroke: var(--pst-color-secondary, #8045e5); stroke-dasharray: 6 3; }
.tip { stroke-dasharray: none; }
.dot { fill: currentColor; }
.origin { fill: none; stroke: currentColor; stroke-width: 2; }
`;

const knob = ([key, sign, name, limit]) => `<div class="knob"><label for="${key}" title="${name}">${sign}</label>
  <input type="range" id="${key}" data-key="${key}" min="${-limit}" max="${limit}" step="0.1" aria-label="${name}">
  <input type="number" data-key="${key}" min="${-limit}" max="${limit}" step="0.1" aria-label="${name}, number"></div>`;

const PANEL = `
<div class="top"><label>Layer <select>
  ${Object.entries(PRESETS).map(([key, [name]]) => `<option value="${key}">${name}</option>`).join("")}
  <option value="own">your own</option></select></label></div>
<div class="pictures">
  <div class="picture"><p class="title">Before: x</p><div class="stage"><div class="before"></div></div></div>
  <div class="picture"><p class="title">After: z = xW + b</p><div class="stage"><div class="after"></div>
    ${HANDLES.map((_, k) => `<button type="button" class="handle" data-handle="${k}"></button>`).join("")}</div></div>
</div>
<div class="knobs">${KNOBS.map(knob).join("")}</div>
<p class="say" role="status" aria-live="polite" aria-atomic="true"></p>
<table><thead><tr><th scope="col">point</th><th scope="col">before</th><th scope="col">after</th></tr></thead><tbody></tbody></table>
<p class="key">Solid arrow: (1, 0) and the first row of W. Dashed arrow: (0, 1) and the second row. Small ring: the origin, moved by the bias. Shaded: the unit square. Large rings are handles: drag them, or move them with the arrow keys (with Shift by 1).</p>`;

class AffineLayer extends HTMLElement {
  connectedCallback() {
    if (this.shadowRoot) return;
    const root = this.attachShadow({ mode: "open" });
    root.innerHTML = `<style>${STYLE}</style>${PANEL}`;
    this.find = (selector) => root.querySelector(selector);
    this.preset("text");
    root.addEventListener("input", (event) => this.change(event.target));
    root.addEventListener("focusout", () => this.render());
    for (const button of root.querySelectorAll(".handle")) this.listen(button, HANDLES[button.dataset.handle]);
    this.render();
  }

  preset(key) {
    KNOBS.forEach(([name], k) => { this[name] = PRESETS[key][1][k]; });
    this.chosen = key;
  }

  set(key, value) {
    this[key] = Number(Math.max(-LIMIT[key], Math.min(LIMIT[key], value)).toFixed(4));
    this.chosen = "own";
  }

  change(control) {
    if (control.tagName === "SELECT") {
      if (control.value === "own") this.chosen = "own";
      else this.preset(control.value);
    } else {
      const value = Number(control.value);
      if (control.value.trim() === "" || !Number.isFinite(value)) return;
      this.set(control.dataset.key, value);
    }
    this.render(control);
  }

  /** Let a handle follow pointer and arrow keys; both move it by tenths. */
  listen(button, handle) {
    const [first, second] = handle.keys;
    const base = () => (first === "b1" ? [0, 0] : [this.b1, this.b2]);
    button.addEventListener("pointerdown", (event) => button.setPointerCapture(event.pointerId));
    button.addEventListener("pointermove", (event) => {
      if (!button.hasPointerCapture(event.pointerId)) return;
      const box = this.find(".after").getBoundingClientRect(), scale = SIZE / box.width;
      const x = ((event.clientX - box.left) * scale - EDGE) / SCALE - REACH;
      const y = REACH - ((event.clientY - box.top) * scale - EDGE) / SCALE;
      this.set(first, Math.round((x - base()[0]) * 10) / 10);
      this.set(second, Math.round((y - base()[1]) * 10) / 10);
      this.render();
    });
    button.addEventListener("keydown", (event) => {
      const step = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowDown: [0, -1], ArrowUp: [0, 1] }[event.key];
      if (!step) return;
      event.preventDefault();
      const by = event.shiftKey ? 1 : 0.1;
      this.set(first, this[first] + by * step[0]);
      this.set(second, this[second] + by * step[1]);
      this.render();
    });
  }

  image([x1, x2]) {
    return [x1 * this.w11 + x2 * this.w21 + this.b1, x1 * this.w12 + x2 * this.w22 + this.b2];
  }

  /** Show the state; leave the control alone in which the reader is typing. */
  render(typing) {
    for (const input of this.shadowRoot.querySelectorAll("input")) {
      if (input !== typing) input.value = String(this[input.dataset.key]);
    }
    this.find("select").value = this.chosen;
    const rows = [["origin", 0, 0], ...POINTS];
    this.find("tbody").innerHTML = rows.map(([name, ...x]) => `<tr><th scope="row">${name}</th>`
      + `<td>${pair(x)}</td><td>${pair(this.image(x))}</td></tr>`).join("");
    const verdict = this.verdict();
    if (this.find(".say").textContent !== verdict) this.find(".say").textContent = verdict;
    const grid = "The unit grid from −3 to 3 with the points A to E";
    this.find(".before").innerHTML = this.picture((x) => x, `${grid}, before the layer.`);
    this.find(".after").innerHTML = this.picture((x) => this.image(x), `${grid}, after the layer. ${verdict}`);
    for (const button of this.shadowRoot.querySelectorAll(".handle")) {
      const { from, name } = HANDLES[button.dataset.handle], [x, y] = at(this.image(from));
      button.style.left = `${(100 * x) / SIZE}%`;
      button.style.top = `${(100 * y) / SIZE}%`;
      button.setAttribute("aria-label", `${name}: ${pair(this.image(from))}. Arrow keys move it.`);
    }
  }

  verdict() {
    const { w11, w12, w21, w22 } = this;
    const determinant = Number((w11 * w22 - w12 * w21).toFixed(4));
    const size = `every area becomes ${show(Math.abs(determinant))} times as large`;
    const effect = determinant > 0 ? `${size}.` : determinant < 0 ? `${size}, and the plane is turned over.`
      : [w11, w12, w21, w22].some((w) => w !== 0) ? "the plane falls onto a line, and nothing can undo that."
        : "the plane falls onto a point, and nothing can undo that.";
    const [origin, one, two] = HANDLES.map(({ from }) => pair(this.image(from)));
    return `Origin to ${origin}, (1, 0) to ${one}, (0, 1) to ${two}. Determinant ${show(determinant)}: ${effect}`;
  }

  /** The grid, the unit square, its two arrows and the points, each sent through a map. */
  picture(map, label) {
    const place = (x) => at(map(x)), path = (...xs) => xs.map((x) => place(x).join(",")).join(" ");
    const line = (from, to, kind) => {
      const [[ax, ay], [bx, by]] = [from, to];
      return `<line x1="${ax}" y1="${ay}" x2="${bx}" y2="${by}" class="${kind}"/>`;
    };
    const inside = [], marks = [];
    inside.push(line(at([-REACH, 0]), at([REACH, 0]), "axis"), line(at([0, -REACH]), at([0, REACH]), "axis"));
    for (let k = -GRID; k <= GRID; k += 1) {
      inside.push(line(place([k, -GRID]), place([k, GRID]), "grid"), line(place([-GRID, k]), place([GRID, k]), "grid"));
    }
    inside.push(`<polygon class="unit" points="${path([0, 0], [1, 0], [1, 1], [0, 1])}"/>`);
    for (const [tip, kind] of [[[1, 0], "one"], [[0, 1], "two"]]) {
      const [[ax, ay], [bx, by]] = [place([0, 0]), place(tip)], turn = Math.atan2(by - ay, bx - ax);
      if (Math.hypot(bx - ax, by - ay) < 1) continue;
      const barb = (a) => `${bx - 9 * Math.cos(turn + a)},${by - 9 * Math.sin(turn + a)}`;
      inside.push(line([ax, ay], [bx, by], kind),
        `<path class="${kind} tip" d="M${barb(0.5)} L${bx},${by} L${barb(-0.5)}"/>`);
    }
    const [ox, oy] = place([0, 0]);
    inside.push(`<circle class="origin" cx="${ox}" cy="${oy}" r="5"/>`);
    for (const [name, ...x] of POINTS) {
      const [px, py] = place(x);
      inside.push(`<circle class="dot" cx="${px}" cy="${py}" r="3.5"/><text x="${px + 7}" y="${py - 7}">${name}</text>`);
    }
    for (const k of [-4, -2, 2, 4]) {
      const [x, y] = at([k, k]), [x0, y0] = at([0, 0]);
      marks.push(`<text class="tick" x="${x}" y="${y0 + 13}" text-anchor="middle">${show(k)}</text>`,
        `<text class="tick" x="${x0 - 5}" y="${y + 4}" text-anchor="end">${show(k)}</text>`);
    }
    const [left, top] = at([-REACH, REACH]), side = 2 * REACH * SCALE;
    return `<svg viewBox="0 0 ${SIZE} ${SIZE}" role="img" aria-label="${label}"><clipPath id="field">`
      + `<rect x="${left}" y="${top}" width="${side}" height="${side}"/></clipPath><g clip-path="url(#field)">`
      + `${marks.join("")}${inside.join("")}</g><rect class="frame" x="${left}" y="${top}" width="${side}" height="${side}"/></svg>`;
  }
}

if (!customElements.get("dlf-affine-layer")) customElements.define("dlf-affine-layer", AffineLayer);
