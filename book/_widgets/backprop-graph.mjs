// The 2-2-1 network of the backpropagation chapter, walked forward and backward one step at a time.
//
// The whole state is: which network, the rate, the update rule, the parameters at the start of the
// round, and how many steps of the round have been taken. Everything shown is computed from that.

const INPUTS = [2, 3];
const TARGET = 1;
const WEIGHTS = { w1: 0.11, w2: 0.21, w3: 0.12, w4: 0.08, w5: 0.14, w6: 0.15 };
const BIASES = { b1: 0.15, b2: -0.98, b3: 0.1 };
const MAX_ROUNDS = 200;

const sigmoid = (z) => 1 / (1 + Math.exp(-z));

/** A number with at most `digits` decimals, without trailing zeros, with a real minus sign. */
function show(x, digits = 7) {
  if (x === undefined || Number.isNaN(x)) return x === undefined ? "·" : "not a number";
  if (!Number.isFinite(x)) return x > 0 ? "∞" : "−∞";
  const size = Math.abs(x);
  let text;
  if (size >= 1e5 || (size > 0 && size < 0.5 * 10 ** -digits)) text = x.toExponential(2);
  else text = x.toFixed(digits).replace(/\.?0+$/, "");
  return text.replaceAll("-", "−").replace("e+", "e");
}

/** Every value, slope and updated parameter of one round. */
function compute(params, version, rate, rule) {
  const { w1, w2, w3, w4, w5, w6 } = params;
  const b1 = params.b1 ?? 0, b2 = params.b2 ?? 0, b3 = params.b3 ?? 0;
  const [i1, i2] = INPUTS;
  const curved = version === "sigmoid";
  const z1 = i1 * w1 + i2 * w2 + b1;
  const z2 = i1 * w3 + i2 * w4 + b2;
  const h1 = curved ? sigmoid(z1) : z1;
  const h2 = curved ? sigmoid(z2) : z2;
  const p = h1 * w5 + h2 * w6 + b3;
  const E = (p - TARGET) ** 2 / 2;
  const d = p - TARGET;
  const slopes = { p: d, w5: d * h1, w6: d * h2, b3: d };
  // The wrong order sends the error back through weights that were changed before it got there.
  const back5 = rule === "order" ? w5 - rate * slopes.w5 : w5;
  const back6 = rule === "order" ? w6 - rate * slopes.w6 : w6;
  slopes.h1 = d * back5;
  slopes.h2 = d * back6;
  const keep = !curved || rule === "forgotten";
  slopes.z1 = keep ? slopes.h1 : slopes.h1 * h1 * (1 - h1);
  slopes.z2 = keep ? slopes.h2 : slopes.h2 * h2 * (1 - h2);
  Object.assign(slopes, {
    w1: i1 * slopes.z1, w2: i2 * slopes.z1, w3: i1 * slopes.z2, w4: i2 * slopes.z2,
    b1: slopes.z1, b2: slopes.z2,
  });
  const updated = {};
  for (const name of Object.keys(params)) updated[name] = params[name] - rate * slopes[name];
  return { values: { ...params, z1, z2, h1, h2, p, E }, slopes, updated, back5, back6 };
}

/** The steps of a round: what each one computes, which edges and nodes it uses, and its sentence. */
function steps(version, rule) {
  const curved = version === "sigmoid";
  const wrong = rule === "order";
  const hidden = (k, a, b, bias) => ({
    phase: "forward", nodes: [`h${k}`], edges: [a, b],
    values: curved ? [`z${k}`, `h${k}`] : [`h${k}`],
    say: ({ values: v }) => {
      const sum = `2 × ${show(v[a])} + 3 × ${show(v[b])}`;
      return curved
        ? `z${k} = ${sum} + (${show(v[bias])}) = ${show(v[`z${k}`])}; h${k} = σ(z${k}) = ${show(v[`h${k}`])}`
        : `h${k} = ${sum} = ${show(v[`h${k}`])}`;
    },
  });
  const list = [
    { phase: "start", nodes: ["i1", "i2"], edges: [], values: [],
      say: () => "inputs 2 and 3, target 1; nothing is computed yet" },
    hidden(1, "w1", "w2", "b1"),
    hidden(2, "w3", "w4", "b2"),
    { phase: "forward", nodes: ["p"], edges: ["w5", "w6"], values: ["p"],
      say: ({ values: v }) => `p = ${show(v.h1)} × ${show(v.w5)} + ${show(v.h2)} × ${show(v.w6)}`
        + `${curved ? ` + (${show(v.b3)})` : ""} = ${show(v.p)}` },
    { phase: "forward", nodes: ["E"], edges: ["error"], values: ["E"],
      say: ({ values: v }) => `E = (p − 1)² / 2 = ${show(v.E)}` },
    { phase: "backward", nodes: ["p"], edges: ["error"], slopes: curved ? ["p", "b3"] : ["p"],
      say: ({ values: v, slopes: s }) => `dE/dp = p − 1 = ${show(v.p)} − 1 = ${show(s.p)}`
        + (curved ? "; b3 is added to p with factor 1, so dE/db3 is the same" : "") },
    { phase: "backward", nodes: [], edges: ["w5", "w6"], slopes: ["w5", "w6"],
      say: ({ values: v, slopes: s }) => `dE/dw5 = dE/dp × h1 = ${show(s.p)} × ${show(v.h1)} = ${show(s.w5)}; `
        + `dE/dw6 = dE/dp × h2 = ${show(s.w6)}` },
    { phase: "backward", nodes: ["h1", "h2"], edges: ["w5", "w6"], slopes: ["h1", "h2"],
      say: ({ slopes: s, back5, back6 }) => `dE/dh1 = dE/dp × w5 = ${show(s.p)} × ${show(back5)} = ${show(s.h1)}; `
        + `dE/dh2 = dE/dp × w6 = ${show(s.p)} × ${show(back6)} = ${show(s.h2)}`
        + (wrong ? ". Mistake: w5 and w6 were changed before they were used here" : "") },
  ];
  if (curved) {
    list.push({ phase: "backward", nodes: ["h1", "h2"], edges: [], slopes: ["z1", "z2", "b1", "b2"],
      say: ({ values: v, slopes: s }) => (rule === "forgotten"
        ? `Mistake: dE/dz1 is taken to be dE/dh1 = ${show(s.z1)}, and dE/dz2 to be ${show(s.z2)}; the factors h(1 − h) are forgotten`
        : `dE/dz1 = dE/dh1 × h1(1 − h1) = ${show(s.h1)} × ${show(v.h1 * (1 - v.h1))} = ${show(s.z1)}; `
          + `dE/dz2 = ${show(s.h2)} × ${show(v.h2 * (1 - v.h2))} = ${show(s.z2)}; dE/db1 and dE/db2 are the same`) });
  }
  const from = curved ? "z" : "h";
  list.push(
    { phase: "backward", nodes: [], edges: ["w1", "w2", "w3", "w4"], slopes: ["w1", "w2", "w3", "w4"],
      say: ({ slopes: s }) => `dE/dw1 = dE/d${from}1 × 2 = ${show(s.w1)}; dE/dw2 = dE/d${from}1 × 3 = ${show(s.w2)}; `
        + `dE/dw3 = dE/d${from}2 × 2 = ${show(s.w3)}; dE/dw4 = dE/d${from}2 × 3 = ${show(s.w4)}` },
    { phase: "update", nodes: [], edges: ["w1", "w2", "w3", "w4", "w5", "w6"], slopes: [],
      say: ({ values: v, slopes: s, updated: u }, rate) => "every parameter moves by −rate × slope, for instance "
        + `w1: ${show(v.w1)} − ${show(rate)} × (${show(s.w1)}) = ${show(u.w1)}` },
  );
  return list;
}

const NODES = {
  i1: [120, 46], i2: [360, 46], h1: [120, 216], h2: [360, 216], p: [240, 346], E: [240, 456],
};
// Edge: from, to, label position, anchor.
const EDGES = {
  w1: ["i1", "h1", 110, 124, "end"], w2: ["i2", "h1", 184, 166, "middle"],
  w3: ["i1", "h2", 296, 166, "middle"], w4: ["i2", "h2", 370, 124, "start"],
  w5: ["h1", "p", 164, 304, "end"], w6: ["h2", "p", 316, 304, "start"],
  error: ["p", "E"],
};
const RADIUS = 33;

const STYLE = `
:host { display: block; color: var(--pst-color-text-base, #222); font-size: 1rem; }
.controls { display: flex; flex-wrap: wrap; gap: .6rem 1.2rem; align-items: end; margin-bottom: .6rem; }
.controls label, fieldset { font-size: .9rem; }
.controls label.stack { display: grid; gap: .2rem; }
fieldset { border: 0; margin: 0; padding: 0; display: flex; flex-wrap: wrap; gap: .2rem .8rem; min-width: 0; }
legend { padding: 0; margin-bottom: .2rem; }
.row { display: flex; gap: .4rem; align-items: center; }
input[type=range] { width: 8rem; accent-color: var(--pst-color-primary, #0a7d91); }
input[type=radio] { width: 24px; height: 24px; margin: 0; flex: none; accent-color: var(--pst-color-primary, #0a7d91); }
input[type=number], select, button { font: inherit; color: inherit; background: var(--pst-color-surface, #eee);
  border: 1px solid var(--pst-color-border, #777); border-radius: .25rem; padding: .3rem .55rem; max-width: 100%; }
input[type=number] { width: 5.5rem; }
button { cursor: pointer; }
button[aria-disabled=true] { opacity: .55; cursor: default; }
button.main { border-color: var(--pst-color-primary, #0a7d91); border-width: 2px; }
button:focus-visible, input:focus-visible, select:focus-visible {
  outline: 3px solid var(--pst-color-primary, #0a7d91); outline-offset: 2px; }
.buttons { display: flex; flex-wrap: wrap; gap: .4rem; margin: .4rem 0; }
.body { display: flex; flex-wrap: wrap; gap: 1rem; align-items: flex-start; }
.picture { flex: 1 1 20rem; min-width: 0; max-width: 30rem; }
svg { display: block; width: 100%; height: auto; }
.numbers { flex: 1 1 17rem; min-width: 0; }
table { border-collapse: collapse; width: 100%; font-size: .82rem; font-variant-numeric: tabular-nums; }
caption { text-align: left; font-size: .82rem; padding-bottom: .25rem; }
th, td { padding: .12rem .2rem; text-align: right; border-bottom: 1px solid var(--pst-color-border, #ccc); font-weight: 400; }
th[scope=row] { text-align: left; font-weight: 600; }
thead th { font-weight: 600; }
.say { margin: .5rem 0; padding: .45rem .6rem; background: var(--pst-color-surface, #eee); border-radius: .25rem;
  min-height: 4.6em; overflow-wrap: anywhere; }
.trail { margin: .5rem 0 0; font-size: .88rem; overflow-wrap: anywhere; }
td.now { font-weight: 700; text-decoration: underline; text-underline-offset: .2em; }
svg text { font: 16px system-ui, sans-serif; fill: currentColor; }
svg .small { font-size: 14px; }
svg .name { font-weight: 700; }
svg .halo { paint-order: stroke; stroke: var(--pst-color-on-background, var(--pst-color-background, #fff)); stroke-width: 6px; stroke-linejoin: round; }
svg rect { fill: var(--pst-color-on-background, var(--pst-color-background, #fff)); }
svg .slope { font-style: italic;
  fill: color-mix(in srgb, var(--pst-color-secondary, #8045e5) 55%, var(--pst-color-text-base, #222)); }
svg line { stroke: currentColor; stroke-width: 1.3; opacity: .55; }
svg circle { fill: var(--pst-color-surface, #eee); stroke: currentColor; stroke-width: 1.3; }
svg .forward { stroke: var(--pst-color-primary, #0a7d91); stroke-width: 4; opacity: 1; }
svg .backward { stroke: var(--pst-color-secondary, #8045e5); stroke-width: 4; stroke-dasharray: 8 5; opacity: 1; }
svg .update { stroke: currentColor; stroke-width: 4; stroke-dasharray: 2 4; opacity: 1; }
svg .hit { fill: none; }
`;

const CONTROLS = `
<div>
  <div class="controls">
    <fieldset><legend>Network</legend>
      <label class="row"><input type="radio" name="version" value="linear" checked> linear, no biases</label>
      <label class="row"><input type="radio" name="version" value="sigmoid"> sigmoid, with biases</label>
    </fieldset>
    <label class="stack">Learning rate
      <span class="row"><input type="range" min="0" max="1" step="0.01" value="0.05" aria-label="Learning rate, slider">
      <input type="number" min="0" max="10" step="0.01" value="0.05" aria-label="Learning rate, number"></span></label>
    <label class="stack">Way of computing
      <select>
        <option value="right">right</option>
        <option value="order">mistake: w5, w6 changed first</option>
        <option value="forgotten">mistake: σ′ forgotten</option>
      </select></label>
  </div>
  <div class="buttons">
    <button type="button" data-go="back">Back</button>
    <button type="button" data-go="next" class="main">Next step</button>
    <button type="button" data-go="round">To the end of the round</button>
    <button type="button" data-go="restart">Start again</button>
  </div>
  <p class="say" role="status" aria-live="polite" aria-atomic="true"></p>
  <div class="body">
    <div class="picture"></div>
    <div class="numbers"><table>
      <caption></caption>
      <thead><tr><th scope="col"><span>name</span></th><th scope="col">value</th><th scope="col">slope</th><th scope="col">updated</th></tr></thead>
      <tbody></tbody></table>
      <p class="trail"></p></div>
  </div>
</div>`;

class BackpropGraph extends HTMLElement {
  connectedCallback() {
    if (this.shadowRoot) return;
    const root = this.attachShadow({ mode: "open" });
    root.innerHTML = `<style>${STYLE}</style>${CONTROLS}`;
    this.find = (selector) => root.querySelector(selector);
    this.version = "linear";
    this.rate = 0.05;
    this.rule = "right";
    root.addEventListener("input", (event) => this.change(event.target));
    root.addEventListener("click", (event) => {
      const button = event.target.closest("button");
      if (button && button.getAttribute("aria-disabled") !== "true") this.go(button.dataset.go);
    });
    this.find(".buttons").addEventListener("keydown", (event) => {
      const go = { ArrowRight: "next", ArrowLeft: "back" }[event.key];
      if (!go) return;
      event.preventDefault();
      this.go(go);
    });
    this.restart();
  }

  change(control) {
    if (control.name === "version") {
      this.version = control.value;
      if (this.version === "linear" && this.rule === "forgotten") this.rule = "right";
      this.restart();
      return;
    }
    if (control.tagName === "SELECT") {
      this.rule = control.value;
      this.restart();
      return;
    }
    const rate = Number(control.value);
    if (control.value === "" || !Number.isFinite(rate) || rate < 0) return;
    this.rate = Math.min(rate, 10);
    for (const other of this.shadowRoot.querySelectorAll("input[type=range], input[type=number]")) {
      if (other !== control) other.value = String(this.rate);
    }
    this.render();
  }

  restart() {
    this.rounds = [this.version === "sigmoid" ? { ...WEIGHTS, ...BIASES } : { ...WEIGHTS }];
    this.done = 0;
    this.render();
  }

  go(where) {
    const last = steps(this.version, this.rule).length - 1;
    if (where === "restart") { this.restart(); return; }
    if (where === "back") {
      if (this.done > 0) this.done -= 1;
      else if (this.rounds.length > 1) { this.rounds.pop(); this.done = last; }
    } else {
      if (this.done === last) {
        if (this.rounds.length >= MAX_ROUNDS) return;
        this.rounds.push(this.now().updated);
        this.done = 0;
        if (where === "next") { this.render(); return; }
      }
      this.done = where === "round" ? last : this.done + 1;
    }
    this.render();
  }

  now() {
    return compute(this.rounds.at(-1), this.version, this.rate, this.rule);
  }

  render() {
    const list = steps(this.version, this.rule);
    const all = this.now();
    const step = list[this.done];
    const known = new Set(), sloped = new Set();
    list.slice(0, this.done + 1).forEach((one) => {
      (one.values ?? []).forEach((name) => known.add(name));
      (one.slopes ?? []).forEach((name) => sloped.add(name));
    });
    const finished = this.done === list.length - 1;
    const select = this.find("select");
    select.querySelector("[value=forgotten]").disabled = this.version === "linear";
    select.value = this.rule;
    this.find("[data-go=back]").setAttribute("aria-disabled", String(this.done === 0 && this.rounds.length === 1));
    const full = finished && this.rounds.length >= MAX_ROUNDS;
    for (const go of ["next", "round"]) this.find(`[data-go=${go}]`).setAttribute("aria-disabled", String(full));
    this.find("[data-go=round]").textContent = finished ? "Whole next round" : "To the end of the round";

    const where = `Round ${this.rounds.length}, step ${this.done} of ${list.length - 1}, ${step.phase}`;
    this.find(".say").textContent = `${where}: ${step.say(all, this.rate)}.`;
    this.find("caption").textContent = "Slope: of E against the name. Here 7 decimals, in the picture 4.";
    this.table(all, step, known, sloped, finished);
    this.picture(all, step, known, sloped, finished, where);

    const past = this.rounds.map((params) => compute(params, this.version, this.rate, this.rule).values.p);
    if (!known.has("p")) past.pop();
    if (finished) past.push(compute(all.updated, this.version, this.rate, this.rule).values.p);
    const hidden = past.length > 12 ? `… (${past.length - 12} left out) ` : "";
    this.find(".trail").textContent = `Predictions so far: ${hidden}${past.slice(-12).map((p) => show(p)).join(", ") || "none yet"}`
      + (finished ? " (the last one is the next round's)" : "");
  }

  table(all, step, known, sloped, finished) {
    const curved = this.version === "sigmoid";
    const inner = curved ? ["z1", "h1", "z2", "h2", "p", "E"] : ["h1", "h2", "p", "E"];
    const cell = (shown, text, now) => `<td${now ? ' class="now"' : ""}>${shown ? text : "·"}</td>`;
    const rows = [...inner, ...Object.keys(this.rounds[0])].map((name) => {
      const own = name in this.rounds[0];
      const valueNow = (step.values ?? []).includes(name), slopeNow = (step.slopes ?? []).includes(name);
      return `<tr><th scope="row">${name}</th>${cell(own || known.has(name), show(all.values[name]), valueNow)}`
        + (name === "E" ? "<td></td>" : cell(sloped.has(name), show(all.slopes[name]), slopeNow))
        + (own ? cell(finished, show(all.updated[name]), finished) : "<td></td>") + "</tr>";
    });
    this.find("tbody").innerHTML = rows.join("");
  }

  picture(all, step, known, sloped, finished, where) {
    const curved = this.version === "sigmoid";
    const text = (x, y, content, classes = "", anchor = "middle") =>
      `<text x="${x}" y="${y}" text-anchor="${anchor}" class="${classes}">${content}</text>`;
    const parts = [];
    for (const [name, [from, to]] of Object.entries(EDGES)) {
      const [x1, y1] = NODES[from], [x2, y2] = NODES[to];
      const phase = step.edges.includes(name) ? step.phase : "";
      parts.push(`<line x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}" class="${phase}"/>`);
    }
    for (const [name, [, , x, y, anchor]] of Object.entries(EDGES)) {
      if (!anchor) continue;
      const label = `${name} ${show(finished ? all.updated[name] : all.values[name], 4)}`;
      if (anchor === "middle") {
        const wide = 8.6 * label.length + 6;
        parts.push(`<rect x="${x - wide / 2}" y="${y - 15}" width="${wide}" height="${sloped.has(name) ? 38 : 20}"/>`);
      }
      parts.push(text(x, y, label, "halo", anchor));
      if (sloped.has(name)) parts.push(text(x, y + 18, show(all.slopes[name], 4), "halo slope small", anchor));
    }
    const inside = { i1: INPUTS[0], i2: INPUTS[1] };
    for (const [name, [x, y]] of Object.entries(NODES)) {
      const phase = step.nodes.includes(name) ? (step.phase === "start" ? "forward" : step.phase) : "";
      parts.push(`<circle cx="${x}" cy="${y}" r="${RADIUS}"/><circle cx="${x}" cy="${y}" r="${RADIUS}" class="hit ${phase}"/>`);
      const value = inside[name] ?? (known.has(name) ? all.values[name] : undefined);
      parts.push(text(x, y - 3, name, "name"), text(x, y + 16, show(value, 4), "small"));
    }
    const side = (x, y, anchor, names) => names.filter((name) => sloped.has(name)).forEach((name, k) => {
      parts.push(text(x, y + 34 * k, `dE/d${name}`, "slope small", anchor),
        text(x, y + 16 + 34 * k, show(all.slopes[name], 4), "slope small", anchor));
    });
    side(80, 198, "end", curved ? ["h1", "z1"] : ["h1"]);
    side(400, 198, "start", curved ? ["h2", "z2"] : ["h2"]);
    side(282, 344, "start", ["p"]);
    if (curved) {
      const bias = (name) => `${name} ${show(finished ? all.updated[name] : all.values[name], 4)}`;
      parts.push(text(80, 274, bias("b1"), "small", "end"), text(400, 274, bias("b2"), "small", "start"),
        text(198, 356, bias("b3"), "small", "end"));
    }
    parts.push(text(282, 462, "target 1", "small", "start"));
    const answer = known.has("p") ? ` The prediction is ${show(all.values.p)}.` : "";
    const label = `Network of two inputs, two hidden units and one output. ${where}.${answer}`;
    this.find(".picture").innerHTML =
      `<svg viewBox="0 0 480 496" role="img" aria-label="${label}">${parts.join("")}</svg>`;
  }
}

if (!customElements.get("dlf-backprop-graph")) customElements.define("dlf-backprop-graph", BackpropGraph);
