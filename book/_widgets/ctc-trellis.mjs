// The sum over all paths of CTC, filled in frame by frame for a label sequence that the reader types.
//
// The whole state is the recording (probabilities of –, a and b in each frame), the labels, and the number of frames done.

const SYMBOLS = ["–", "a", "b"], LONGEST = 3;
const RECORDINGS = {
  hesitant: { name: "Hesitant: two frames", rows: [[0.6, 0.4, 0], [0.6, 0.4, 0]] },
  clear: { name: "Clear: a, then b", rows: [[0.7, 0.2, 0.1], [0.1, 0.8, 0.1], [0.2, 0.7, 0.1], [0.5, 0.2, 0.3], [0.1, 0.1, 0.8], [0.8, 0.1, 0.1]] },
  twice: { name: "Twice a, or a long one?", rows: [[0.1, 0.8, 0.1], [0.2, 0.7, 0.1], [0.6, 0.3, 0.1], [0.2, 0.7, 0.1], [0.1, 0.8, 0.1]] },
  nothing: { name: "Nothing known: all equal", rows: Array.from({ length: 5 }, () => [1 / 3, 1 / 3, 1 / 3]) },
};

/** Whether a path may step from state s - step to state s. */
const allowed = (states, s, step) => s - step >= 0 && (step < 2 || (states[s] !== 0 && states[s] !== states[s - 2]));

/** States of a label string, sums over paths for each frame and state, and the same for counts and for the best path. */
export function trellis(label, rows) {
  const states = [0, ...Array.from(label).flatMap((letter) => [SYMBOLS.indexOf(letter), 0])];
  const fill = (value, join) => {
    const table = [];
    let before = states.map((_, s) => (s === 0 ? 1 : 0));
    for (const row of rows) {
      const now = states.map((k, s) => [0, 1, 2].filter((step) => allowed(states, s, step)).map((step) => before[s - step]).reduce(join, 0) * value(row[k]));
      table.push(now);
      before = now;
    }
    const ends = table.at(-1).slice(-2);
    return { table, total: ends.reduce(join, 0) };
  };
  const plus = (a, b) => a + b;
  const sums = fill((p) => p, plus);
  return { states, alpha: sums.table, total: sums.total, paths: fill(() => 1, plus).total, best: fill((p) => p, (a, b) => Math.max(a, b)).total };
}

/** The labels of the path of most probable symbols. */
export function greedy(rows) {
  const path = rows.map((row) => row.indexOf(Math.max(...row)));
  return path.filter((k, t) => k !== 0 && k !== path[t - 1]).map((k) => SYMBOLS[k]).join("");
}

const short = (x) => (x === 0 ? "0" : x >= 0.0001 ? String(Number(x.toPrecision(3))) : x.toExponential(1));

const brief = (x) => (x === 0 ? "0" : x >= 0.001 ? String(Number(x.toFixed(3))) : x.toExponential(0));

const STYLE = `
:host { display: block; text-align: left; color: var(--pst-color-text-base, #222); font-size: 1rem; }
.row { display: flex; flex-wrap: wrap; gap: .5rem; align-items: end; margin-bottom: .6rem; }
label { display: grid; gap: .15rem; font-size: .9rem; }
input, select, button { font: inherit; font-size: .9rem; color: inherit; background: var(--pst-color-surface, #eee); border: 1px solid var(--pst-color-border, #777); border-radius: .25rem; padding: .3rem .6rem; max-width: 100%; box-sizing: border-box; }
input { width: 6rem; font-family: ui-monospace, monospace; }
button { cursor: pointer; }
button.main { border: 2px solid var(--pst-color-primary, #0a7d91); }
:is(button, input, select):focus-visible { outline: 3px solid var(--pst-color-primary, #0a7d91); outline-offset: 2px; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; font-size: .8rem; font-variant-numeric: tabular-nums; margin: 0; }
caption { text-align: left; font-size: .85rem; padding: .2rem 0; }
th, td { border: 1px solid var(--pst-color-border, #777); padding: .25rem .15rem; text-align: center; min-width: 2.5rem; height: 1.3rem; }
th { font-weight: 600; min-width: 1.4rem; }
.given td { border-style: dotted; }
td.now { outline: 2px solid var(--pst-color-primary, #0a7d91); outline-offset: -2px; }
.say { margin: .6rem 0 0; padding: .45rem .6rem; background: var(--pst-color-surface, #eee); border-radius: .25rem; min-height: 4.5em; overflow-wrap: anywhere; }
`;

const PANEL = `
<div class="row"><label>Probabilities <select></select></label>
<label>Labels, of a and b <input type="text" maxlength="${LONGEST}" autocomplete="off" spellcheck="false" autocapitalize="none"></label></div>
<div class="row"><button class="main" type="button" data-go="1">Next frame</button><button type="button" data-go="-1">Back</button><button type="button" data-go="99">To the end</button></div>
<div class="scroll" tabindex="0" role="group" aria-label="Table of sums"></div>
<p class="say" role="status" aria-live="polite" aria-atomic="true"></p>`;

/** The sentence below the table, after `done` frames. */
function told(label, rows, done) {
  const { alpha, states, total, paths, best } = trellis(label, rows), name = label || "nothing";
  if (done === 0) return `The rows below the probabilities are the states of “${name}”, a blank before, between and behind the labels. A path starts in the first or the second.`;
  if (done < rows.length) {
    const s = alpha[done - 1].indexOf(Math.max(...alpha[done - 1])), sources = done === 1 ? "" : ` × (${[0, 1, 2].filter((step) => allowed(states, s, step)).map((step) => short(alpha[done - 2][s - step])).join(" + ")})`;
    return `Frame ${done}. The largest sum, ${short(alpha[done - 1][s])}, is that of state ${s + 1}, ${SYMBOLS[states[s]]}: ${short(rows[done - 1][states[s]])}${sources}.`;
  }
  const heard = greedy(rows);
  return `The last two states together: “${name}” has the probability ${short(total)}, the sum of ${paths} paths of which the best has ${short(best)}. The best symbol of each frame says “${heard || "nothing"}”${heard === label ? "" : `, which has ${short(trellis(heard, rows).total)}`}.`;
}

if (typeof HTMLElement !== "undefined") {
  class CtcTrellis extends HTMLElement {
    connectedCallback() {
      if (this.shadowRoot) return;
      const root = this.attachShadow({ mode: "open" });
      root.innerHTML = `<style>${STYLE}</style>${PANEL}`;
      this.find = (selector) => root.querySelector(selector);
      this.find("select").append(...Object.entries(RECORDINGS).map(([key, { name }]) => new Option(name, key)));
      this.find("select").value = "clear";
      this.find("input").value = "ab";
      this.done = 0;
      root.addEventListener("input", () => { this.done = 0; this.render(); });
      root.addEventListener("click", (event) => {
        const go = event.target.closest?.("button")?.dataset.go;
        if (!go) return;
        this.done = Math.min(Math.max(this.done + Number(go), 0), this.rows().length);
        this.render();
      });
      this.render();
    }

    rows() { return RECORDINGS[this.find("select").value].rows; }

    render() {
      const typed = this.find("input"), label = typed.value.toLowerCase().replace(/[^ab]/g, "");
      if (label !== typed.value) typed.value = label;
      const rows = this.rows(), { states, alpha } = trellis(label, rows);
      const table = document.createElement("table"), line = (head, cells, kind) => {
        const row = table.insertRow();
        row.className = kind;
        const th = document.createElement("th");
        th.scope = "row";
        th.textContent = head;
        row.append(th, ...cells);
      };
      const cell = (text, share, now) => {
        const td = document.createElement("td");
        td.textContent = text;
        if (share) td.style.background = `color-mix(in srgb, var(--pst-color-primary, #0a7d91) ${Math.round(45 * share)}%, transparent)`;
        if (now) td.className = "now";
        return td;
      };
      table.createCaption().textContent = "Dotted: what the network says. Below: the sum over all paths that have come to a state.";
      SYMBOLS.forEach((symbol, k) => line(`P(${symbol})`, rows.map((row) => cell(brief(row[k]))), "given"));
      states.forEach((k, s) => line(SYMBOLS[k], rows.map((_, t) => {
        const shown = t < this.done, top = Math.max(...alpha[t]);
        return cell(shown ? brief(alpha[t][s]) : "", shown && top ? alpha[t][s] / top : 0, t === this.done - 1);
      }), "state"));
      this.find(".scroll").replaceChildren(table);
      this.find(".say").textContent = told(label, rows, this.done);
    }
  }

  if (!customElements.get("dlf-ctc-trellis")) customElements.define("dlf-ctc-trellis", CtcTrellis);
}
