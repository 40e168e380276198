// An array of n rows and four columns, an expression on it, and what comes out: its entries and its shape.
//
// The whole state is: which expression, and how many rows. Every result is computed from the array by the rules for axes and
// broadcasting; nothing is looked up.

const COLUMNS = 4;
const array = (rows) => Array.from({ length: rows }, (_, i) => Array.from({ length: COLUMNS }, (_, j) => COLUMNS * i + j));
const shapeName = (shape) => (shape.length === 1 ? `(${shape[0]},)` : `(${shape.join(", ")})`);
const total = (list) => list.reduce((sum, value) => sum + value, 0);
const row = (values) => ({ shape: [values.length], cells: [values] });
const table = (cells) => ({ shape: [cells.length, cells[0]?.length ?? 0], cells });
const column = (a, j) => a.map((line) => line[j]);

/** The sum of two arrays of two axes after broadcasting, or null where their shapes clash. */
function added(a, b, sign) {
  const lengths = [[a.length, b.length], [a[0].length, b[0].length]];
  if (lengths.some(([one, other]) => one !== other && one !== 1 && other !== 1)) return null;
  const [rows, columns] = lengths.map(([one, other]) => (one === 1 ? other : one));
  const at = (x, i, j) => x[x.length === 1 ? 0 : i][x[0].length === 1 ? 0 : j];
  return Array.from({ length: rows }, (_, i) => Array.from({ length: columns }, (_, j) => at(a, i, j) + sign * at(b, i, j)));
}

// Each takes the array and returns { shape, cells } or { error }; `takes` says which entries of the array it reads.
const every = () => true;
const EXPRESSIONS = {
  "a[0]": { run: (a) => row(a[0]), takes: (i) => i === 0 },
  "a[-1, 1]": { run: (a) => ({ shape: [], cells: [[a.at(-1)[1]]] }), takes: (i, j, n) => i === n - 1 && j === 1 },
  "a[:, 1]": { run: (a) => row(column(a, 1)), takes: (i, j) => j === 1 },
  "a[:, 1:2]": { run: (a) => table(column(a, 1).map((v) => [v])), takes: (i, j) => j === 1 },
  "a[::2, 1:]": { run: (a) => table(a.filter((_, i) => i % 2 === 0).map((line) => line.slice(1))), takes: (i, j) => i % 2 === 0 && j > 0 },
  "a[a > 5]": { run: (a) => row(a.flat().filter((v) => v > 5)), takes: (i, j) => COLUMNS * i + j > 5 },
  "a.sum()": { run: (a) => ({ shape: [], cells: [[total(a.flat())]] }), takes: every },
  "a.sum(axis=0)": { run: (a) => row(a[0].map((_, j) => total(column(a, j)))), takes: every, lines: "columns" },
  "a.sum(axis=1)": { run: (a) => row(a.map(total)), takes: every, lines: "rows" },
  "a.sum(axis=1, keepdims=True)": { run: (a) => table(a.map((line) => [total(line)])), takes: every, lines: "rows" },
  "a - a[0]": { run: (a) => met(a, [a[0]], [COLUMNS], -1), takes: every },
  "a - a.mean(axis=1)": { run: (a) => met(a, [a.map((line) => total(line) / COLUMNS)], [a.length], -1), takes: every },
  "a - a.mean(axis=1, keepdims=True)": {
    run: (a) => met(a, a.map((line) => [total(line) / COLUMNS]), [a.length, 1], -1), takes: every,
  },
};

function met(a, b, shape, sign) {
  const cells = added(a, b, sign);
  if (cells) return table(cells);
  return { error: `ValueError: operands could not be broadcast together with shapes (${a.length},${COLUMNS}) (${shape.join(",")},)` };
}

const STYLE = `
:host { display: block; text-align: left; color: var(--pst-color-text-base, #222); font-size: 1rem; }
.knobs { display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: center; font-size: .9rem; }
.knobs label { display: flex; gap: .4rem; align-items: center; min-width: 0; }
select { font: .85rem ui-monospace, monospace; color: inherit; background: var(--pst-color-surface, #eee); max-width: 100%; min-width: 0;
  border: 1px solid var(--pst-color-border, #777); border-radius: .25rem; padding: .3rem .4rem; }
input[type=range] { width: 8rem; accent-color: var(--pst-color-primary, #0a7d91); }
select:focus-visible, input:focus-visible { outline: 3px solid var(--pst-color-primary, #0a7d91); outline-offset: 2px; }
.pictures { display: flex; flex-wrap: wrap; gap: .6rem 2rem; margin: .7rem 0; align-items: flex-start; overflow-x: auto; min-height: 12.5rem; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; margin: 0; }
caption { text-align: left; font-size: .85rem; padding-bottom: .25rem; }
td { border: 1px solid var(--pst-color-border, #777); min-width: 2rem; height: 1.9rem; padding: 0 .35rem; text-align: right; }
td.taken { background: var(--pst-color-primary, #0a7d91); color: var(--pst-color-background, #fff); font-weight: 600; }
table.rows tr { border-bottom: 3px solid var(--pst-color-secondary, #8045e5); border-top: 3px solid var(--pst-color-secondary, #8045e5); }
table.columns td { border-left: 3px solid var(--pst-color-secondary, #8045e5); border-right: 3px solid var(--pst-color-secondary, #8045e5); }
.say { margin: 0; padding: .45rem .6rem; background: var(--pst-color-surface, #eee); border-radius: .25rem; min-height: 3.2em; overflow-wrap: anywhere; }
`;

const PANEL = `
<div class="knobs">
  <label>Expression <select id="what">${Object.keys(EXPRESSIONS).map((text) => `<option>${text}</option>`).join("")}</select></label>
  <label>Rows <input type="range" id="rows" min="2" max="5" step="1"> <output for="rows"></output></label>
</div>
<div class="pictures"></div>
<p class="say" role="status" aria-live="polite" aria-atomic="true"></p>`;

const minus = (value) => String(Number(value.toFixed(2))).replace("-", "−");

class ArrayIndex extends HTMLElement {
  connectedCallback() {
    if (this.shadowRoot) return;
    const root = this.attachShadow({ mode: "open" });
    root.innerHTML = `<style>${STYLE}</style>${PANEL}`;
    this.find = (selector) => root.querySelector(selector);
    this.find("#rows").value = "3";
    root.addEventListener("input", () => this.render());
    this.render();
  }

  render() {
    const rows = Number(this.find("#rows").value), text = this.find("#what").value;
    const { run, takes, lines = "" } = EXPRESSIONS[text], a = array(rows), result = run(a);
    this.find("output").textContent = String(rows);
    const left = this.drawn(`a, shape ${shapeName([rows, COLUMNS])}`, a, (i, j) => takes(i, j, rows), lines);
    const right = result.error ? "" : this.drawn(`${text}, shape ${shapeName(result.shape)}`, result.cells, () => false, "");
    this.find(".pictures").innerHTML = left + right;
    const said = result.error ? `${text} stops. ${result.error}` : `${text} has shape ${shapeName(result.shape)}. ${this.remark(text, rows)}`;
    if (this.find(".say").textContent !== said) this.find(".say").textContent = said;
  }

  /** What is worth a second look. */
  remark(text, rows) {
    if (text === "a - a.mean(axis=1)") return "It runs because there happen to be as many rows as columns, and subtracts the means of the rows from the columns.";
    if (text === "a.sum(axis=0)") return "Axis 0, the rows, is used up: one sum for each column is left.";
    if (text === "a.sum(axis=1)") return "Axis 1, the columns, is used up: one sum for each row is left, and the result is no column any more.";
    if (text.endsWith("keepdims=True)")) return `The axis that was used up stays, with length 1: (${rows}, 1).`;
    if (text === "a[:, 1]") return "A number as index takes its axis away.";
    if (text === "a[:, 1:2]") return "A slice keeps its axis, even with length 1.";
    return "";
  }

  drawn(caption, cells, taken, kind) {
    const body = cells.map((line, i) => `<tr>${line.map((value, j) => `<td class="${taken(i, j) ? "taken" : ""}">${minus(value)}</td>`).join("")}</tr>`);
    return `<table class="${kind}"><caption>${caption.replaceAll(">", "&gt;")}</caption><tbody>${body.join("")}</tbody></table>`;
  }
}

if (!customElements.get("dlf-array-index")) customElements.define("dlf-array-index", ArrayIndex);
