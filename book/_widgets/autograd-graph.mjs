// A computation graph, evaluated forward and walked back one operation at a time.
//
// The state is: which program, its inputs, how slopes travel back, and how many steps are done.
// All that is shown follows from replaying these steps.

const PROGRAMS = {
  shared: {
    title: "u = x1·x2, v = u + x1, y = u·v",
    inputs: { x1: 2, x2: 3 },
    operations: [["u", "·", "x1", "x2"], ["v", "+", "u", "x1"], ["y", "·", "u", "v"]],
    places: { x1: [90, 46], x2: [350, 46], u: [290, 166], v: [120, 286], y: [240, 406] },
  },
  square: {
    title: "d = x − t, s = d·d, y = s + d",
    inputs: { x: 3, t: 1 },
    operations: [["d", "−", "x", "t"], ["s", "·", "d", "d"], ["y", "+", "s", "d"]],
    places: { x: [130, 46], t: [350, 46], d: [290, 166], s: [120, 286], y: [240, 406] },
  },
  neuron: {
    title: "z = w·x, a = z + b, h = tanh a, e = h − t, y = e·e",
    inputs: { w: 0.5, x: 2, b: -1, t: 1 },
    operations: [["z", "·", "w", "x"], ["a", "+", "z", "b"], ["h", "tanh", "a"], ["e", "−", "h", "t"],
      ["y", "·", "e", "e"]],
    places: { w: [80, 46], x: [250, 46], z: [165, 146], b: [360, 146], a: [250, 246], h: [165, 346],
      t: [360, 346], e: [250, 446], y: [250, 546] },
  },
};

// Value of an operation, and its local slope by each operand.
const OPERATIONS = {
  "·": [(p, q) => p * q, (p, q) => [q, p]],
  "+": [(p, q) => p + q, () => [1, 1]],
  "−": [(p, q) => p - q, () => [1, -1]],
  tanh: [(p) => Math.tanh(p), (p) => [1 - Math.tanh(p) ** 2]],
};

const HALF_WIDTH = 62, HALF_HEIGHT = 29;

/** At most seven significant decimals, with the real minus sign. */
function written(number) {
  if (number === undefined) return "·";
  const exact = Math.abs(number) >= 1e6 || (number !== 0 && Math.abs(number) < 1e-5)
    ? number.toExponential(3) : String(Number(number.toFixed(6)));
  return exact.replaceAll("-", "−");
}

const bracketed = (number) => (number < 0 ? `(${written(number)})` : written(number));

/** A whole run: after each step the values and slopes known, and what happened. */
function replay(program, inputs, way) {
  const values = { ...inputs }, slopes = {};
  const frames = [];
  const frame = (phase, active, said) => frames.push({ phase, active, said, values: { ...values }, slopes: { ...slopes } });
  frame("start", [], "the inputs are given, nothing is computed yet");
  for (const [name, operation, ...operands] of program.operations) {
    const numbers = operands.map((operand) => values[operand]);
    values[name] = OPERATIONS[operation][0](...numbers);
    const sum = operation === "tanh" ? `tanh ${bracketed(numbers[0])}`
      : `${written(numbers[0])} ${operation} ${bracketed(numbers[1])}`;
    frame("forward", [name], `${name} = ${sum} = ${written(values[name])}`);
  }
  const last = program.operations.at(-1)[0];
  slopes[last] = 1;
  frame("backward", [], `the slope of ${last} with respect to itself is 1`);
  const left = [...program.operations];
  while (left.length > 0) {
    // The right order asks the operation that was done last; the wrong one the first with a slope.
    const ready = left.filter(([name]) => name in slopes);
    const asked = way === "order" ? ready[0] : ready.at(-1);
    left.splice(left.indexOf(asked), 1);
    const [name, operation, ...operands] = asked;
    const locals = OPERATIONS[operation][1](...operands.map((operand) => values[operand]));
    const reports = operands.map((operand, place) => {
      const share = slopes[name] * locals[place], before = slopes[operand];
      slopes[operand] = before === undefined || way === "overwrite" ? share : before + share;
      const product = `${written(slopes[name])} × ${bracketed(locals[place])} = ${written(share)}`;
      if (before === undefined) return `${operand} gets ${product}`;
      return way === "overwrite" ? `${operand} gets ${product} in place of ${written(before)}`
        : `${operand} gets ${product} more, together ${written(slopes[operand])}`;
    });
    const late = left.some(([other, , ...used]) => used.includes(name)) ? ", too early" : "";
    frame("backward", [name], `${name} is asked${late}: ${reports.join("; ")}`);
  }
  return frames;
}

const STYLE = `
:host { display: block; color: var(--pst-color-text-base, #222); }
.settings, .buttons, .inputs { display: flex; flex-wrap: wrap; gap: .5rem .9rem; margin-bottom: .6rem; }
.settings label { display: grid; grid-template-columns: minmax(0, 1fr); gap: .2rem; font-size: .9rem; max-width: 100%; }
.settings select { width: 100%; }
.inputs label { display: flex; gap: .4rem; align-items: center; font-size: .9rem; }
select, button, input { font: inherit; color: inherit; background: var(--pst-color-surface, #eee); max-width: 100%;
  border: 1px solid var(--pst-color-border, #777); border-radius: .25rem; padding: .3rem .55rem; }
input { width: 4.8rem; }
button { cursor: pointer; }
button.main { border: 2px solid var(--pst-color-primary, #0a7d91); }
button[aria-disabled=true] { opacity: .55; cursor: default; }
:is(button, select, input):focus-visible { outline: 3px solid var(--pst-color-primary, #0a7d91); outline-offset: 2px; }
[role=status] { background: var(--pst-color-surface, #eee); border-radius: .25rem; padding: .45rem .6rem; margin: .5rem 0;
  min-height: 4.6em; overflow-wrap: anywhere; }
.both { display: flex; flex-wrap: wrap; gap: 1rem; align-items: flex-start; }
.drawing { flex: 1 1 300px; min-width: 0; max-width: 480px; }
.drawing svg { display: block; width: 100%; height: auto; }
table { flex: 1 1 250px; border-collapse: collapse; font-size: .9rem; font-variant-numeric: tabular-nums; }
caption { text-align: left; font-size: .85rem; padding-bottom: .3rem; }
th, td { text-align: right; font-weight: 400; padding: .15rem .3rem; border-bottom: 1px solid var(--pst-color-border, #ccc); }
:is(th, td):first-child { text-align: left; }
thead th { font-weight: 600; }
tr.now :is(th, td) { font-weight: 700; }
svg text { font: 17px system-ui, sans-serif; fill: currentColor; text-anchor: middle; }
svg .slope { font-style: italic;
  fill: color-mix(in srgb, var(--pst-color-secondary, #8045e5) 55%, var(--pst-color-text-base, #222)); }
svg rect { fill: var(--pst-color-surface, #eee); stroke: currentColor; stroke-width: 1.3; }
svg path { fill: none; stroke: currentColor; stroke-width: 1.4; opacity: .6; }
svg .rule { opacity: .35; }
svg .forward { stroke: var(--pst-color-primary, #0a7d91); stroke-width: 4; opacity: 1; }
svg .backward { stroke: var(--pst-color-secondary, #8045e5); stroke-width: 4; stroke-dasharray: 8 5; opacity: 1; }
`;

const option = ([value, text]) => `<option value="${value}">${text}</option>`;

const FRAME = `
<div class="settings">
  <label>Program <select data-set="program">${Object.entries(PROGRAMS).map(([name, { title }]) => option([name, title])).join("")}</select></label>
  <label>Way back <select data-set="way">${[["right", "right"], ["overwrite", "mistake: shares overwritten"],
    ["order", "mistake: wrong order"]].map(option).join("")}</select></label>
</div>
<div class="inputs"></div>
<div class="buttons">
  <button type="button" data-go="back">Back</button>
  <button type="button" data-go="next" class="main">Next step</button>
  <button type="button" data-go="end">To the end</button>
  <button type="button" data-go="restart">Start again</button>
</div>
<p role="status" aria-live="polite" aria-atomic="true"></p>
<div class="both"><div class="drawing"></div>
<table><caption>What is known so far. Slope: of y with respect to the name.</caption>
<thead><tr><th scope="col">name</th><th scope="col">made of</th><th scope="col">value</th><th scope="col">slope</th></tr></thead>
<tbody></tbody></table></div>`;

class AutogradGraph extends HTMLElement {
  connectedCallback() {
    if (this.shadowRoot) return;
    this.attachShadow({ mode: "open" }).innerHTML = `<style>${STYLE}</style>${FRAME}`;
    this.one = (selector) => this.shadowRoot.querySelector(selector);
    this.way = "right";
    this.choose("shared");
    this.shadowRoot.addEventListener("input", ({ target }) => this.set(target));
    this.shadowRoot.addEventListener("click", ({ target }) => {
      const button = target.closest("button");
      if (button?.getAttribute("aria-disabled") === "false") this.go(button.dataset.go);
    });
    this.one(".buttons").addEventListener("keydown", (event) => {
      const step = { ArrowRight: "next", ArrowLeft: "back" }[event.key];
      if (step === undefined) return;
      event.preventDefault();
      this.go(step);
    });
  }

  choose(name) {
    this.program = PROGRAMS[name];
    this.inputs = { ...this.program.inputs };
    this.one(".inputs").innerHTML = Object.entries(this.inputs).map(([input, value]) =>
      `<label>${input} <input type="number" step="0.5" min="-100" max="100" value="${value}" data-input="${input}"></label>`).join("");
    this.go("restart");
  }

  set({ dataset, value }) {
    if (dataset.set === "program") { this.choose(value); return; }
    if (dataset.set === "way") this.way = value;
    if (dataset.input) {
      const number = Number(value);
      if (value === "" || !Number.isFinite(number)) return;
      this.inputs[dataset.input] = Math.max(-100, Math.min(100, number));
    }
    this.show();
  }

  go(where) {
    const last = 2 * this.program.operations.length + 1;
    this.done = { restart: 0, end: last, next: Math.min(this.done + 1, last), back: Math.max(this.done - 1, 0) }[where];
    this.show();
  }

  show() {
    const frames = replay(this.program, this.inputs, this.way);
    const now = frames[this.done], last = frames.length - 1;
    for (const [go, off] of [["back", this.done === 0], ["next", this.done === last], ["end", this.done === last], ["restart", false]]) {
      this.one(`[data-go=${go}]`).setAttribute("aria-disabled", String(off));
    }
    const where = `Step ${this.done} of ${last}, ${now.phase}`;
    const wrong = this.done === last && this.way !== "right" ? this.comparison(now) : "";
    this.one("[role=status]").textContent = `${where}: ${now.said}.${wrong}`;
    this.table(now);
    this.draw(now, where);
  }

  /** How the inputs' slopes of a mistake differ from the right ones. */
  comparison(now) {
    const right = replay(this.program, this.inputs, "right").at(-1).slopes;
    const differ = Object.keys(this.inputs).filter((name) => Math.abs(right[name] - now.slopes[name]) > 1e-9);
    if (differ.length === 0) return " All slopes of the inputs are right all the same.";
    return ` Right would be ${differ.map((name) => `${written(right[name])} for ${name}`).join(", ")}.`;
  }

  table(now) {
    const made = Object.fromEntries(this.program.operations.map(([name, operation, ...operands]) =>
      [name, operation === "tanh" ? `tanh ${operands[0]}` : operands.join(` ${operation} `)]));
    this.one("tbody").innerHTML = Object.keys(this.program.places).map((name) =>
      `<tr${now.active.includes(name) ? ' class="now"' : ""}><th scope="row">${name}</th><td>${made[name] ?? "input"}</td>`
      + `<td>${written(now.values[name])}</td><td>${written(now.slopes[name])}</td></tr>`).join("");
  }

  draw(now, where) {
    const { places, operations } = this.program;
    const lines = operations.flatMap(([name, , ...operands]) => operands.map((operand, k) => {
      const [x1, y1] = places[operand], [x2, y2] = places[name];
      // Two uses by one operation are drawn beside each other.
      const twice = operands.length === 2 && operands[0] === operands[1] ? (k === 0 ? -16 : 16) : 0;
      const classes = now.active.includes(name) ? now.phase : "";
      return `<path class="${classes}" d="M${x1 + twice} ${y1}L${x2 + twice} ${y2}"/>`;
    }));
    const boxes = Object.entries(places).map(([name, [x, y]]) => {
      const classes = now.active.includes(name) ? now.phase : "";
      const value = now.values[name] === undefined ? "" : ` = ${written(Number(now.values[name].toFixed(4)))}`;
      const slope = now.slopes[name] === undefined ? "" : written(Number(now.slopes[name].toFixed(4)));
      return `<rect class="${classes}" x="${x - HALF_WIDTH}" y="${y - HALF_HEIGHT}" rx="8" width="${2 * HALF_WIDTH}" height="${2 * HALF_HEIGHT}"/>`
        + `<path class="rule" d="M${x - HALF_WIDTH} ${y}h${2 * HALF_WIDTH}"/>`
        + `<text x="${x}" y="${y - 9}">${name}${value}</text><text class="slope" x="${x}" y="${y + 21}">${slope}</text>`;
    });
    const height = Math.max(...Object.values(places).map(([, y]) => y)) + 40;
    const label = `Graph of ${this.program.title}. ${where}.`;
    this.one(".drawing").innerHTML =
      `<svg viewBox="0 0 440 ${height}" role="img" aria-label="${label}">${lines.join("")}${boxes.join("")}</svg>`;
  }
}

if (!customElements.get("dlf-autograd-graph")) customElements.define("dlf-autograd-graph", AutogradGraph);
