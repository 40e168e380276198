// One recurrent unit written out over its steps: states forwards, then the slopes of the last state backwards.
//
// The whole state is: weight, activation, inputs, number of steps, and how many moves are done. All else is computed.

const WEIGHTS = [-1, 0.5, 0.9, 1, 1.2, 2, 3];
const INPUTS = {
  pulse: ["one pulse", (t) => (t === 1 ? 1 : 0)],
  noise: ["pulse, ±0.5", (t) => (t === 1 ? 1 : [0.5, -0.5, -0.5, 0.5, -0.5, 0.5, 0.5][(t - 2) % 7])],
  strong: ["pulse, ±1", (t) => (t === 1 ? 1 : [1, -1, -1, 1, -1, 1, 1][(t - 2) % 7])],
  ones: ["always 1", () => 1],
};
const WIDE = 72, TALL = 216, PER_ROW = 4;

const sign = (text) => text.replace("-", "−");
/** A number in at most seven characters. */
function show(x) {
  const size = Math.abs(x);
  if (size === 0) return "0";
  if (size >= 10000 || size < 0.0005) return sign(x.toExponential(0).replace("e+", "e"));
  return sign(String(Number(x.toFixed(size >= 100 ? 0 : size >= 10 ? 1 : 3))));
}

/** States h_0 to h_n, factors of the steps 1 to n, and slopes of h_n with respect to h_0 to h_n. */
export function run({ weight, kind, inputs, steps }) {
  const x = Array.from({ length: steps + 1 }, (_, t) => (t ? INPUTS[inputs][1](t) : 0));
  const h = [0], factor = [1];
  for (let t = 1; t <= steps; t += 1) {
    const z = weight * h[t - 1] + x[t];
    h.push(kind === "tanh" ? Math.tanh(z) : z);
    factor.push(weight * (kind === "tanh" ? 1 - h[t] ** 2 : 1));
  }
  const slope = Array(steps + 1).fill(1);
  for (let t = steps; t > 0; t -= 1) slope[t - 1] = slope[t] * factor[t];
  return { x, h, factor, slope };
}

const STYLE = `
:host { display: block; text-align: left; color: var(--pst-color-text-base, #222); font-size: 1rem; }
.knobs { display: grid; grid-template-columns: repeat(auto-fit, minmax(8rem, 1fr)); gap: .35rem .8rem; }
label { display: grid; gap: .1rem; font-size: .85rem; }
select, button { font: inherit; font-size: .9rem; color: inherit; background: var(--pst-color-surface, #eee); max-width: 100%; min-width: 0;
  border: 1px solid var(--pst-color-border, #777); border-radius: .25rem; padding: .3rem .5rem; box-sizing: border-box; }
button { cursor: pointer; }
button.main { border: 2px solid var(--pst-color-primary, #0a7d91); }
button[aria-disabled=true] { opacity: .6; cursor: default; }
button:focus-visible, select:focus-visible { outline: 3px solid var(--pst-color-primary, #0a7d91); outline-offset: 2px; }
.buttons { display: flex; flex-wrap: wrap; gap: .4rem; margin: .6rem 0; }
.say { margin: 0 0 .6rem; padding: .45rem .6rem; background: var(--pst-color-surface, #eee); border-radius: .25rem; min-height: 3em; overflow-wrap: anywhere; font-variant-numeric: tabular-nums; }
.rows { display: grid; grid-template-columns: repeat(auto-fit, minmax(15rem, 1fr)); gap: .4rem 0; }
svg { display: block; width: 100%; height: auto; overflow: visible; }
svg text { font: 14px system-ui, sans-serif; fill: currentColor; text-anchor: middle; dominant-baseline: central; }
svg .small { font-size: 12.5px; }
.unit { fill: var(--pst-color-background, #fff); stroke: currentColor; stroke-width: 1.5; }
.full { fill: var(--pst-color-primary, #0a7d91); }
.arrow { fill: none; stroke: currentColor; stroke-width: 1.5; }
.way { fill: none; stroke: var(--pst-color-primary, #0a7d91); stroke-width: 2; stroke-dasharray: 5 3; }
.bar { fill: var(--pst-color-primary, #0a7d91); opacity: .55; }
.on { fill: none; stroke: var(--pst-color-primary, #0a7d91); stroke-width: 4; }
`;

const choose = (key, name, options) => `<label>${name}<select data-key="${key}">${options
  .map(([value, text]) => `<option value="${value}">${text}</option>`).join("")}</select></label>`;
const PANEL = `
<div class="knobs">
  ${choose("weight", "Weight u", WEIGHTS.map((u) => [u, sign(String(u))]))}
  ${choose("kind", "Activation", [["tanh", "tanh"], ["linear", "none"]])}
  ${choose("inputs", "Inputs", Object.entries(INPUTS).map(([key, [name]]) => [key, name]))}
  ${choose("steps", "Steps", [[8, "8"], [16, "16"], [24, "24"]])}
</div>
<div class="buttons">
  <button type="button" class="main" data-go="1">Next</button>
  <button type="button" data-go="-1">Back</button>
  <button type="button" data-go="end">To the end</button>
  <button type="button" data-go="start">Start again</button>
</div>
<p class="say" role="status" aria-live="polite" aria-atomic="true"></p>
<div class="rows"></div>`;

class UnrolledRnn extends HTMLElement {
  connectedCallback() {
    if (this.shadowRoot) return;
    const root = this.attachShadow({ mode: "open" });
    root.innerHTML = `<style>${STYLE}</style>${PANEL}`;
    this.state = { weight: 0.5, kind: "tanh", inputs: "pulse", steps: 8, done: 0 };
    for (const select of root.querySelectorAll("select")) select.value = String(this.state[select.dataset.key]);
    root.addEventListener("input", ({ target }) => {
      const { key } = target.dataset, value = key === "weight" || key === "steps" ? Number(target.value) : target.value;
      const complete = this.state.done === this.last();
      this.state = { ...this.state, [key]: value };
      this.state.done = complete ? this.last() : Math.min(this.state.done, this.last());
      this.render();
    });
    root.addEventListener("click", ({ target }) => {
      const button = target.closest("button");
      if (button && button.getAttribute("aria-disabled") !== "true") this.go(button.dataset.go);
    });
    root.addEventListener("keydown", (event) => {
      const go = { ArrowRight: "1", ArrowLeft: "-1" }[event.key];
      if (!go || !event.target.closest("button")) return;
      event.preventDefault();
      this.go(go);
    });
    this.render();
  }

  /** The number of moves: n forwards, then n slopes, at h_n first and at h_1 last. */
  last() {
    return 2 * this.state.steps;
  }

  go(where) {
    const { done } = this.state, next = { end: this.last(), start: 0 }[where] ?? done + Number(where);
    this.state.done = Math.max(0, Math.min(this.last(), next));
    this.render();
  }

  render() {
    const { steps, done } = this.state, numbers = run(this.state), root = this.shadowRoot;
    for (const button of root.querySelectorAll("button")) {
      const idle = ["1", "end"].includes(button.dataset.go) ? done === this.last() : done === 0;
      button.setAttribute("aria-disabled", String(idle));
    }
    const says = this.sentence(numbers), say = root.querySelector(".say");
    if (say.textContent !== says) say.textContent = says;
    const rows = [];
    for (let from = 1; from <= steps; from += PER_ROW) rows.push(this.row(numbers, from, from + PER_ROW - 1));
    root.querySelector(".rows").innerHTML = rows.join("");
  }

  /** A few steps as one SVG; they stand beside or below one another, as the width allows. */
  row({ x, h, factor, slope }, from, to) {
    const { steps, done } = this.state, parts = [], known = [];
    const forwards = Math.min(done, steps), backTo = done > steps ? steps - (done - steps) + 1 : steps + 1;
    for (let t = from; t <= to; t += 1) {
      const at = (t - from) * WIDE + WIDE / 2, seen = t <= forwards, back = t >= backTo;
      if (t > 1) parts.push(`<path class="arrow" d="M${at - WIDE + 20} 92H${at - 24}m-6 -5l6 5l-6 5"/>`);
      parts.push(`<path class="arrow" d="M${at} 36V66m-5 -6l5 6l5 -6"/><text class="small" x="${at}" y="25">x = ${sign(String(x[t]))}</text>`);
      const shade = seen ? Math.min(1, Math.abs(h[t])) * 0.45 : 0;
      parts.push(`<circle class="unit" cx="${at}" cy="92" r="21"/><circle class="full" cx="${at}" cy="92" r="20" opacity="${shade.toFixed(3)}"/>`);
      parts.push(`<text class="small" x="${at}" y="92">${seen ? show(h[t]) : ""}</text><text class="small" x="${at}" y="8">step ${t}</text>`);
      if (back) {
        const tall = Math.max(1, Math.min(50, 10 * (4 + Math.log10(Math.abs(slope[t]) + 1e-9))));
        parts.push(`<text class="small" x="${at}" y="140">${show(slope[t])}</text><rect class="bar" x="${at - 14}" y="${208 - tall}" width="28" height="${tall}"/>`);
        if (t > 1 && t > backTo) parts.push(`<path class="way" d="M${at - 26} 122H${at - WIDE + 26}m6 -5l-6 5l6 5"/>`);
        known.push(`slope at step ${t} ${show(slope[t])}`);
      }
      const now = done > 0 && (done <= steps ? t === done : t === backTo);
      if (now) parts.push(`<circle class="on" cx="${at}" cy="92" r="25"/>`);
    }
    const states = [];
    for (let t = from; t <= Math.min(to, forwards); t += 1) states.push(show(h[t]));
    const label = `Steps ${from} to ${to}. Inputs ${x.slice(from, to + 1).join(", ")}. States known: ${states.join(", ") || "none"}. ${known.join(", ")}`;
    return `<svg viewBox="0 0 ${PER_ROW * WIDE} ${TALL}" role="img" aria-label="${label}">${parts.join("")}</svg>`;
  }

  sentence({ x, h, factor, slope }) {
    const { weight, kind, steps, done } = this.state, u = sign(String(weight));
    if (done === 0) return "The state before the first step is 0. Next reads the first input.";
    if (done <= steps) {
      const sum = `${u} · ${show(h[done - 1])} + ${sign(String(x[done]))}`;
      return `Forwards, step ${done} of ${steps}: the state is ${kind === "tanh" ? `tanh(${sum})` : sum} = ${show(h[done])}.`;
    }
    const t = steps - (done - steps) + 1;
    if (t === steps) return `Backwards: the slope of the last state with respect to itself is 1.`;
    const by = kind === "tanh" ? `${u} · (1 − ${show(h[t + 1])}²) = ${show(factor[t + 1])}` : u;
    const end = t === 1 ? " This is how much the first state still counts." : "";
    return `Backwards over step ${t + 1}: times ${by}. The slope with respect to the state of step ${t} is ${show(slope[t])}.${end}`;
  }
}

if (!customElements.get("dlf-unrolled-rnn")) customElements.define("dlf-unrolled-rnn", UnrolledRnn);
