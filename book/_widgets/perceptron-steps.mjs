// The perceptron learning rule, one sample at a time, from zero weights and with a rate of 1.
//
// The whole state is: which samples, and how many of them have been shown. The run is replayed from that.

const EIGHT = [[-1, -2, 1], [2, 2, 1], [2, -2, 1], [-2, 0, 0], [-1, 2, 0], [2, 0, 1], [-1, 0, 0], [1, -2, 1]];
const gate = (...answers) => [[0, 0], [0, 1], [1, 0], [1, 1]].map((corner, k) => [...corner, answers[k]]);
const SETS = {
  eight: { name: "the eight points", points: EIGHT, low: -3, high: 3, tick: 1 },
  reversed: { name: "the eight points, last first", points: [...EIGHT].reverse(), low: -3, high: 3, tick: 1 },
  and: { name: "AND", points: gate(0, 0, 0, 1), low: -1, high: 2, tick: 0.5 },
  or: { name: "OR", points: gate(0, 1, 1, 1), low: -1, high: 2, tick: 0.5 },
  xor: { name: "XOR, the lamp", points: gate(0, 1, 1, 0), low: -1, high: 2, tick: 0.5 },
};
const MOST_EPOCHS = 30;
const SHOWN = 6;
const SIZE = 400, EDGE = 34;

/** A number with a real minus sign; halves are the finest that occur. */
const show = (x) => String(Number(x.toFixed(1))).replace("-", "−");
const pair = (a, b) => `(${show(a)}, ${show(b)})`;

/** The first `shown` samples of the run: one record for each, with the state before and after it. */
function replay(points, shown) {
  let state = { w1: 0, w2: 0, b: 0 };
  return Array.from({ length: shown }, (_, k) => {
    const [x1, x2, target] = points[k % points.length], before = state;
    const z = before.b + before.w1 * x1 + before.w2 * x2;
    const error = (z >= 0 ? 1 : 0) - target;
    if (error) state = { w1: before.w1 - error * x1, w2: before.w2 - error * x2, b: before.b - error };
    return { epoch: Math.floor(k / points.length) + 1, index: k % points.length, x1, x2, target, z, error, before, after: state };
  });
}

/** Two ends of the line z = 0 that lie outside the square [low, high], or null if there is no line. */
function ends({ b, w1, w2 }, low, high) {
  const square = w1 * w1 + w2 * w2;
  if (square === 0) return null;
  const middle = (low + high) / 2, s = -(b + (w1 + w2) * middle) / square;
  const reach = (high - low) / Math.sqrt(square) + Math.abs(s);
  const foot = [middle + s * w1, middle + s * w2];
  return [[foot[0] - reach * w2, foot[1] + reach * w1], [foot[0] + reach * w2, foot[1] - reach * w1]];
}

const STYLE = `
:host { display: block; text-align: left; color: var(--pst-color-text-base, #222); font-size: 1rem; }
.body { display: flex; flex-wrap: wrap; gap: .75rem 1.25rem; }
.picture { flex: 1 1 16rem; min-width: 0; max-width: 24rem; }
.side { flex: 1 1 16rem; min-width: 0; }
svg { display: block; width: 100%; height: auto; }
label { font-size: .9rem; }
.buttons { display: flex; flex-wrap: wrap; gap: .4rem; margin: .5rem 0; }
select, button { font: inherit; font-size: .9rem; color: inherit; background: var(--pst-color-surface, #eee); max-width: 100%;
  border: 1px solid var(--pst-color-border, #777); border-radius: .25rem; padding: .3rem .55rem; }
button { cursor: pointer; }
button[aria-disabled=true] { opacity: .6; cursor: default; }
button.main { border-color: var(--pst-color-primary, #0a7d91); border-width: 2px; }
button:focus-visible, select:focus-visible { outline: 3px solid var(--pst-color-primary, #0a7d91); outline-offset: 2px; }
.say { margin: 0 0 .5rem; padding: .45rem .6rem; background: var(--pst-color-surface, #eee); border-radius: .25rem;
  min-height: 6.2em; overflow-wrap: anywhere; }
.key { margin: .4rem 0 0; font-size: .82rem; }
table { border-collapse: collapse; font-size: .85rem; font-variant-numeric: tabular-nums; width: 100%; }
caption { text-align: left; padding-bottom: .2rem; }
th, td { padding: .15rem .3rem; border-bottom: 1px solid var(--pst-color-border, #ccc); text-align: right; font-weight: 400; white-space: nowrap; }
thead th { font-weight: 600; white-space: normal; }
svg text { font: 13px system-ui, sans-serif; fill: currentColor; }
.axis { stroke: currentColor; opacity: .35; stroke-width: 1; }
.frame { fill: none; stroke: var(--pst-color-border, #999); }
.line { stroke: currentColor; stroke-width: 2.5; }
.before { stroke: currentColor; stroke-width: 2; stroke-dasharray: 7 5; opacity: .7; }
.one { fill: var(--pst-color-primary, #0a7d91); }
.zero { stroke: var(--pst-color-secondary, #8045e5); stroke-width: 4; }
.now { fill: none; stroke: currentColor; stroke-width: 2; }
`;

const PANEL = `
<div class="panel">
  <label>Samples <select>${Object.entries(SETS).map(([key, set]) => `<option value="${key}">${set.name}</option>`).join("")}</select></label>
  <div class="buttons">
    <button type="button" data-go="sample" class="main">Next sample</button>
    <button type="button" data-go="mistake">Next mistake</button>
    <button type="button" data-go="epoch">Whole epoch</button>
    <button type="button" data-go="back">Back</button>
    <button type="button" data-go="restart">Start again</button>
  </div>
  <div class="body">
    <div class="picture"></div>
    <div class="side">
      <p class="say" role="status" aria-live="polite" aria-atomic="true"></p>
      <table><caption></caption>
        <thead><tr><th scope="col">epoch</th><th scope="col">sample</th><th scope="col">target</th><th scope="col">z</th><th scope="col">w after</th><th scope="col">b after</th></tr></thead>
        <tbody></tbody></table>
      <p class="key">Discs: target 1. Crosses: target 0. Ringed: the sample just shown. Solid: the line. Dashed: the line before a correction.</p>
    </div>
  </div>
</div>`;

class PerceptronSteps extends HTMLElement {
  connectedCallback() {
    if (this.shadowRoot) return;
    const root = this.attachShadow({ mode: "open" });
    root.innerHTML = `<style>${STYLE}</style>${PANEL}`;
    this.find = (selector) => root.querySelector(selector);
    this.set = "eight";
    this.shown = 0;
    this.find("select").addEventListener("input", (event) => {
      this.set = event.target.value;
      this.shown = 0;
      this.render();
    });
    root.addEventListener("click", (event) => {
      const button = event.target.closest("button");
      if (button && button.getAttribute("aria-disabled") !== "true") this.go(button.dataset.go);
    });
    this.render();
  }

  /** The number of samples after which the run ends: a clean epoch, or the most epochs that we show. */
  end() {
    const { points } = SETS[this.set], count = points.length;
    const run = replay(points, MOST_EPOCHS * count);
    for (let k = count; k <= run.length; k += count) {
      if (run.slice(k - count, k).every(({ error }) => error === 0)) return k;
    }
    return run.length;
  }

  go(where) {
    const { points } = SETS[this.set], count = points.length, end = this.end();
    const run = replay(points, end);
    if (where === "restart") this.shown = 0;
    else if (where === "back") this.shown = Math.max(0, this.shown - 1);
    else if (where === "sample") this.shown = Math.min(end, this.shown + 1);
    else if (where === "epoch") this.shown = Math.min(end, (Math.floor(this.shown / count) + 1) * count);
    else {
      const next = run.findIndex(({ error }, k) => k >= this.shown && error !== 0);
      this.shown = next < 0 ? end : next + 1;
    }
    this.render();
  }

  render() {
    const { points } = SETS[this.set], count = points.length, end = this.end();
    const run = replay(points, this.shown), last = run.at(-1);
    for (const button of this.shadowRoot.querySelectorAll("button")) {
      const { go } = button.dataset, idle = go === "back" || go === "restart" ? this.shown === 0 : this.shown >= end;
      button.setAttribute("aria-disabled", String(idle));
    }
    const mistakes = run.filter(({ error }) => error !== 0);
    this.find("caption").textContent = mistakes.length === 0 ? "No corrections yet."
      : `Corrections: ${mistakes.length}${mistakes.length > SHOWN ? `, the last ${SHOWN} of them` : ""}`;
    this.find("tbody").innerHTML = mistakes.slice(-SHOWN).map(({ epoch, x1, x2, target, z, after }) =>
      `<tr><td>${epoch}</td><td>${pair(x1, x2)}</td><td>${target}</td><td>${show(z)}</td><td>${pair(after.w1, after.w2)}</td><td>${show(after.b)}</td></tr>`).join("");
    const text = last ? this.sentence(run, last, count, end) : `All weights are zero, so z = 0 everywhere and the answer is 1 everywhere. ${count} samples are waiting.`;
    this.find(".say").textContent = text;
    this.picture(points, last, `Plane with ${SETS[this.set].name}. ${text}`);
  }

  sentence(run, { epoch, index, x1, x2, target, z, error, after }, count, end) {
    let text = `Epoch ${epoch}, sample ${index + 1} of ${count}: ${pair(x1, x2)} wants ${target}; z = ${show(z)}, so the answer is ${z >= 0 ? 1 : 0}. `;
    text += error === 0 ? "Right: nothing changes."
      : `Error ${error > 0 ? "+1: subtract" : "−1: add"} the sample. Now w = ${pair(after.w1, after.w2)}, b = ${show(after.b)}.`;
    if (index < count - 1) return text;
    const wrong = run.slice(-count).filter((one) => one.error !== 0).length;
    text += ` End of epoch ${epoch}: ${wrong} mistake${wrong === 1 ? "" : "s"}.`;
    if (wrong === 0) return `${text} The rule has come to rest.`;
    const begun = run.filter((one) => one.index === 0).map(({ before }) => before);
    const seen = begun.findIndex(({ w1, w2, b }) => w1 === after.w1 && w2 === after.w2 && b === after.b);
    if (seen >= 0) text += ` Epoch ${seen + 1} began with these very weights: from here the run repeats itself for ever.`;
    return this.shown >= end ? `${text} This figure stops here.` : text;
  }

  picture(points, last, label) {
    const { low, high, tick } = SETS[this.set];
    const inner = SIZE - 2 * EDGE, scale = inner / (high - low);
    const at = ([x1, x2]) => [EDGE + (x1 - low) * scale, SIZE - EDGE - (x2 - low) * scale];
    const segment = (pairOfEnds, kind) => {
      if (!pairOfEnds) return "";
      const [[ax, ay], [bx, by]] = pairOfEnds.map(at);
      return `<line x1="${ax}" y1="${ay}" x2="${bx}" y2="${by}" class="${kind}"/>`;
    };
    const parts = [];
    for (let t = low; t <= high; t += tick) {
      const [x, y] = at([t, t]);
      parts.push(`<text x="${x}" y="${SIZE - EDGE + 17}" text-anchor="middle">${show(t)}</text>`,
        `<text x="${EDGE - 6}" y="${y + 4}" text-anchor="end">${show(t)}</text>`);
    }
    const inside = [segment([[low, 0], [high, 0]], "axis"), segment([[0, low], [0, high]], "axis")];
    if (last) {
      if (last.error !== 0) inside.push(segment(ends(last.before, low, high), "before"));
      inside.push(segment(ends(last.after, low, high), "line"));
    }
    points.forEach((point, index) => {
      const [x, y] = at(point);
      inside.push(point[2] === 1 ? `<circle class="one" cx="${x}" cy="${y}" r="7"/>`
        : `<path class="zero" d="M${x - 6},${y - 6} l12,12 m0,-12 l-12,12"/>`);
      if (last && index === last.index) inside.push(`<circle class="now" cx="${x}" cy="${y}" r="14"/>`);
    });
    this.find(".picture").innerHTML = `<svg viewBox="0 0 ${SIZE} ${SIZE}" role="img" aria-label="${label}">`
      + `<clipPath id="field"><rect x="${EDGE}" y="${EDGE}" width="${inner}" height="${inner}"/></clipPath>`
      + `<g clip-path="url(#field)">${inside.join("")}</g>${parts.join("")}`
      + `<rect class="frame" x="${EDGE}" y="${EDGE}" width="${inner}" height="${inner}"/>`
      + `<text x="${SIZE - EDGE + 6}" y="${SIZE - EDGE + 4}">x₁</text><text x="${EDGE}" y="${EDGE - 10}" text-anchor="middle">x₂</text></svg>`;
  }
}

if (!customElements.get("dlf-perceptron-steps")) customElements.define("dlf-perceptron-steps", PerceptronSteps);
