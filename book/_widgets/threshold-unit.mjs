// A unit of 1943 with two inputs: how each is wired, the threshold, its truth table, and the functions found so far.
//
// The whole state is: two wirings, one threshold, and the set of functions that were met. All else is computed.

const WIRES = { excite: "excites", inhibit: "inhibits", none: "not wired" };
const ROWS = [[0, 0], [0, 1], [1, 0], [1, 1]];
// A map keeps this order; an object would put the words that look like numbers first.
const NAMES = new Map([
  ["0000", "never"], ["0001", "A and B"], ["0010", "A without B"], ["0011", "A"],
  ["0100", "B without A"], ["0101", "B"], ["0110", "exactly one (XOR)"], ["0111", "A or B"],
  ["1000", "neither (NOR)"], ["1001", "both or neither"], ["1010", "not B"], ["1011", "if B then A"],
  ["1100", "not A"], ["1101", "if A then B"], ["1110", "not both (NAND)"], ["1111", "always"],
]);
const THRESHOLDS = [0, 1, 2, 3];

const STYLE = `
:host { display: block; text-align: left; color: var(--pst-color-text-base, #222); font-size: 1rem; }
.panel { display: flex; flex-wrap: wrap; gap: .75rem 1.5rem; }
.part { flex: 1 1 16rem; min-width: 0; }
label { display: grid; grid-template-columns: 6.5rem 1fr; gap: .5rem; align-items: center; margin: .35rem 0; font-size: .9rem; }
select, button { font: inherit; font-size: .9rem; color: inherit; background: var(--pst-color-surface, #eee); min-width: 0;
  border: 1px solid var(--pst-color-border, #777); border-radius: .25rem; padding: .3rem .45rem; max-width: 100%; box-sizing: border-box; }
button { cursor: pointer; margin-top: .35rem; }
select:focus-visible, button:focus-visible { outline: 3px solid var(--pst-color-primary, #0a7d91); outline-offset: 2px; }
svg { display: block; width: 100%; max-width: 20rem; height: auto; margin-top: .4rem; }
svg text { font: 15px system-ui, sans-serif; fill: currentColor; text-anchor: middle; }
.wire { stroke: currentColor; stroke-width: 2; }
.cell { fill: none; stroke: var(--pst-color-primary, #0a7d91); stroke-width: 3; }
.excite { fill: currentColor; }
.inhibit { fill: var(--pst-color-background, #fff); stroke: currentColor; stroke-width: 2.5; }
table { border-collapse: collapse; font-size: .9rem; font-variant-numeric: tabular-nums; width: 100%; max-width: 24rem; }
th, td { padding: .2rem .4rem; border-bottom: 1px solid var(--pst-color-border, #ccc); text-align: left; font-weight: 400; }
.say { margin: .6rem 0 0; padding: .45rem .6rem; background: var(--pst-color-surface, #eee); border-radius: .25rem; overflow-wrap: anywhere; }
ul { display: grid; grid-template-columns: repeat(auto-fill, minmax(8.2rem, 1fr)); gap: .1rem .6rem; list-style: none; padding: 0; margin: .5rem 0 0; font-size: .85rem; }
`;

const choose = (key, name, options) => `<label>${name} <select data-key="${key}">${options
  .map(([value, text]) => `<option value="${value}">${text}</option>`).join("")}</select></label>`;

const PANEL = `
<div class="panel">
  <div class="part">
    ${choose("A", "Input A", Object.entries(WIRES))}
    ${choose("B", "Input B", Object.entries(WIRES))}
    ${choose("threshold", "Threshold", THRESHOLDS.map((t) => [t, t]))}
    <button type="button">Forget what was found</button>
    <div class="picture"></div>
  </div>
  <div class="part">
    <table><thead><tr><th scope="col">A</th><th scope="col">B</th><th scope="col">active</th><th scope="col">veto</th><th scope="col">answer</th></tr></thead>
      <tbody></tbody></table>
    <p class="say" role="status" aria-live="polite" aria-atomic="true"></p>
  </div>
</div>
<ul aria-label="The sixteen functions of two inputs"></ul>`;

class ThresholdUnit extends HTMLElement {
  connectedCallback() {
    if (this.shadowRoot) return;
    const root = this.attachShadow({ mode: "open" });
    root.innerHTML = `<style>${STYLE}</style>${PANEL}`;
    this.find = (selector) => root.querySelector(selector);
    this.state = { A: "excite", B: "excite", threshold: 2 };
    this.found = new Set();
    for (const select of root.querySelectorAll("select")) select.value = String(this.state[select.dataset.key]);
    root.addEventListener("input", ({ target }) => {
      const { key } = target.dataset;
      this.state[key] = key === "threshold" ? Number(target.value) : target.value;
      this.render();
    });
    this.find("button").addEventListener("click", () => { this.found.clear(); this.render(); });
    this.render();
  }

  /** How many excitatory endings are active, how many inhibitory ones, and the answer. */
  ask(row) {
    const wired = (kind) => ["A", "B"].reduce((sum, key, i) => sum + (this.state[key] === kind ? row[i] : 0), 0);
    const active = wired("excite"), vetoes = wired("inhibit");
    return { active, vetoes, answer: vetoes === 0 && active >= this.state.threshold ? 1 : 0 };
  }

  render() {
    const asked = ROWS.map((row) => this.ask(row));
    const word = asked.map(({ answer }) => answer).join("");
    this.found.add(word);
    this.find("tbody").innerHTML = ROWS.map((row, k) => `<tr><td>${row[0]}</td><td>${row[1]}</td><td>${asked[k].active}</td>`
      + `<td>${asked[k].vetoes ? "yes" : "no"}</td><td>${asked[k].answer}</td></tr>`).join("");
    const count = this.found.size;
    const verdict = `This unit computes “${NAMES.get(word)}” (${word}). You have met ${count} of the 16 functions`
      + (count === 11 ? "; there are no more to be found with one unit." : ".");
    if (this.find(".say").textContent !== verdict) this.find(".say").textContent = verdict;
    this.find("ul").innerHTML = [...NAMES]
      .map(([key, name]) => `<li>${this.found.has(key) ? "✓" : "·"} ${name}</li>`).join("");
    this.picture(`A unit with threshold ${this.state.threshold}: A ${WIRES[this.state.A]}, B ${WIRES[this.state.B]}. It computes “${NAMES.get(word)}”.`);
  }

  picture(label) {
    const wire = (key, y) => {
      const kind = this.state[key];
      const line = kind === "none" ? "" : `<line class="wire" x1="42" y1="${y}" x2="136" y2="${60 + (y - 60) * 0.35}"/>`;
      const end = kind === "none" ? "" : `<circle class="${kind}" cx="139" cy="${60 + (y - 60) * 0.35}" r="7"/>`;
      return `<text x="26" y="${y + 5}">${key}</text>${line}${end}`;
    };
    this.find(".picture").innerHTML = `<svg viewBox="0 0 280 120" role="img" aria-label="${label}">`
      + `<circle class="cell" cx="176" cy="60" r="32"/><text x="176" y="66">${this.state.threshold}</text>`
      + `<line class="wire" x1="208" y1="60" x2="256" y2="60"/>${wire("A", 26)}${wire("B", 94)}</svg>`;
  }
}

if (!customElements.get("dlf-threshold-unit")) customElements.define("dlf-threshold-unit", ThresholdUnit);
