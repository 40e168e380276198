// A story whose words can be hidden, and what the story filler of the chapter says for each hidden place.
//
// The model is book/_models/story-filler.npz in bytes, one scale for each row of an array. Model, words and
// stories are written here by book/_make/gap_filler.py.

const WORDS = [];
const STORIES = [];
const SHAPES = {};
const MODEL = "";
const SCALES = "";
const FIRST = [];
const D = 48, HEADS = 4, WIDE = 192, MASK = 3, SHOWN = 3;

const bytes = (text) => Uint8Array.from(atob(text), (c) => c.charCodeAt(0));

/** The arrays of the model, each as numbers row by row. */
export function arrays() {
  const codes = new Int8Array(bytes(MODEL).buffer), scales = new Float32Array(bytes(SCALES).buffer);
  const made = {};
  let at = 0, row = 0;
  for (const [name, [rows, columns]] of Object.entries(SHAPES)) {
    made[name] = Float64Array.from({ length: rows * columns }, (_, i) => codes[at + i] * scales[row + Math.floor(i / columns)]);
    at += rows * columns;
    row += rows;
  }
  return made;
}
let kept = null;
const model = () => (kept ??= arrays());

function norm(x, gain, shift) {
  const mean = x.reduce((a, b) => a + b, 0) / D;
  const spread = Math.sqrt(x.reduce((a, b) => a + (b - mean) ** 2, 0) / D + 1e-6);
  return x.map((value, i) => (gain[i] * (value - mean)) / spread + shift[i]);
}

/** The vector x (rows) times W (rows, columns), plus a shift if there is one. */
function times(x, W, columns, shift) {
  const out = shift ? Float64Array.from(shift) : new Float64Array(columns);
  x.forEach((value, i) => {
    for (let j = 0; j < columns; j += 1) out[j] += value * W[i * columns + j];
  });
  return out;
}

function softmax(scores) {
  const top = Math.max(...scores), e = scores.map((s) => Math.exp(s - top));
  const total = e.reduce((a, b) => a + b, 0);
  return e.map((value) => value / total);
}

/** What the heads of block i add to each place: every place looks at all places, on both sides. */
function attended(states, i) {
  const p = model(), k = D / HEADS;
  const [q, key, value] = ["Wq", "Wk", "Wv"].map((name) => states.map((x) => times(x, p[`${name}_${i}`], D)));
  return q.map((mine) => {
    const context = new Float64Array(D);
    for (let h = 0; h < HEADS; h += 1) {
      const from = h * k, scores = key.map((other) => {
        let sum = 0;
        for (let j = from; j < from + k; j += 1) sum += mine[j] * other[j];
        return sum / Math.sqrt(k);
      });
      softmax(scores).forEach((weight, n) => {
        for (let j = from; j < from + k; j += 1) context[j] += weight * value[n][j];
      });
    }
    return times(context, p[`Wo_${i}`], D);
  });
}

/** Probabilities of all words, for each place of the ids. */
export function probabilities(ids) {
  const p = model();
  let x = ids.map((id, n) => Float64Array.from({ length: D }, (_, j) => p.E[id * D + j] + p.P[n * D + j]));
  for (const i of [0, 1]) {
    const more = attended(x.map((row) => norm(row, p[`g1_${i}`], p[`c1_${i}`])), i);
    x = x.map((row, n) => row.map((value, j) => value + more[n][j]));
    x = x.map((row) => {
      const wide = times(norm(row, p[`g2_${i}`], p[`c2_${i}`]), p[`W1_${i}`], WIDE, p[`b1_${i}`]);
      const added = times(wide.map((value) => Math.max(0, value)), p[`W2_${i}`], D, p[`b2_${i}`]);
      return row.map((value, j) => value + added[j]);
    });
  }
  return x.map((row) => {
    const last = norm(row, p.g, p.c);
    return softmax(WORDS.map((_, id) => last.reduce((sum, value, j) => sum + value * p.E[id * D + j], 0)));
  });
}

/** Words of a story, and for each hidden place the most probable words with their probabilities. */
export function filled(story, hidden) {
  const words = STORIES[story].split(" ");
  const ids = [1, ...words.map((word, n) => (hidden.includes(n) ? MASK : WORDS.indexOf(word))), 2];
  const all = probabilities(ids);
  return hidden.map((place) => {
    const shares = all[place + 1];
    const order = WORDS.map((_, id) => id).sort((a, b) => shares[b] - shares[a] || a - b);
    return {
      place, truth: words[place], share: shares[WORDS.indexOf(words[place])],
      first: order.slice(0, SHOWN).map((id) => [WORDS[id], shares[id]]),
    };
  });
}

const percent = (share) => (share < 0.0005 ? "under 0.1 %" : `${(100 * share).toFixed(1)} %`);
const line = ({ truth, share, first }) =>
  `${first.map(([word, p]) => `${word} ${percent(p)}`).join(", ")}; hidden was ${truth}${first[0][0] === truth ? "" : `, ${percent(share)}`}`;

const STYLE = `
:host { display: block; text-align: left; color: var(--pst-color-text-base, #222); font-size: 1rem; }
.knobs { display: flex; flex-wrap: wrap; gap: .4rem .8rem; align-items: end; margin-bottom: .5rem; }
label { display: grid; gap: .1rem; font-size: .9rem; min-width: 0; }
select, button { font: inherit; color: inherit; max-width: 100%; min-width: 0; box-sizing: border-box; background: var(--pst-color-surface, #eee); border: 1px solid var(--pst-color-border, #777); border-radius: .25rem; padding: .3rem .5rem; cursor: pointer; }
select:focus-visible, button:focus-visible { outline: 3px solid var(--pst-color-primary, #0a7d91); outline-offset: 2px; }
.story { display: flex; flex-wrap: wrap; gap: .2rem; line-height: 1.3; }
.story button { padding: .15rem .35rem; border: 1.5px solid transparent; background: none; min-height: 1.75rem; min-width: 1.5rem; }
.story button:hover { border-color: var(--pst-color-border, #777); }
.story button[aria-pressed=true] { border: 2px solid var(--pst-color-primary, #0a7d91); background: var(--pst-color-surface, #eee); font-weight: 600; }
.story button.wrong { border-style: dashed; }
.gaps { display: grid; gap: .6rem; margin-top: .7rem; grid-template-columns: repeat(auto-fit, minmax(15rem, 1fr)); }
.gap { border-left: 3px solid var(--pst-color-primary, #0a7d91); padding-left: .5rem; font-size: .9rem; font-variant-numeric: tabular-nums; }
.gap.wrong { border-left-style: dashed; }
.bars { display: grid; grid-template-columns: 4.6rem 1fr 4.6rem; gap: .1rem .5rem; align-items: center; }
.bar { height: .8rem; border: 1.5px solid currentColor; box-sizing: border-box; min-width: 2px; }
.bar.true { background: var(--pst-color-primary, #0a7d91); border-color: var(--pst-color-primary, #0a7d91); }
.say { margin: .6rem 0 0; padding: .45rem .6rem; background: var(--pst-color-surface, #eee); border-radius: .25rem; min-height: 3em; overflow-wrap: anywhere; }
`;

const PANEL = `
<div class="knobs">
  <label>Story <select>${STORIES.map((_, i) => `<option value="${i}">story ${i + 1}</option>`).join("")}</select></label>
  <button type="button" class="some">Hide one word in seven</button>
  <button type="button" class="none">Hide nothing</button>
</div>
<div class="story" role="group" aria-label="The words of the story; press one to hide it"></div>
<div class="gaps"></div>
<p class="say" role="status" aria-live="polite" aria-atomic="true"></p>`;

if (typeof HTMLElement !== "undefined") {
  class GapFiller extends HTMLElement {
    connectedCallback() {
      if (this.shadowRoot) return;
      const root = this.attachShadow({ mode: "open" });
      root.innerHTML = `<style>${STYLE}</style>${PANEL}`;
      this.find = (selector) => root.querySelector(selector);
      this.find("select").addEventListener("input", () => this.open(Number(this.find("select").value), []));
      this.find(".some").addEventListener("click", () => this.open(this.story, this.drawn()));
      this.find(".none").addEventListener("click", () => this.open(this.story, []));
      this.find(".story").addEventListener("click", (event) => {
        const place = Number(event.target.closest("button")?.dataset.place ?? -1);
        if (place < 0) return;
        const on = this.hidden.includes(place);
        this.hidden = on ? this.hidden.filter((n) => n !== place) : [...this.hidden, place].sort((a, b) => a - b);
        this.render();
      });
      this.open(0, FIRST);
    }

    drawn() {
      const words = STORIES[this.story].split(" ");
      return words.map((_, n) => n).filter(() => Math.random() < 1 / 7);
    }

    open(story, hidden) {
      this.story = story;
      this.hidden = hidden;
      this.find(".story").innerHTML = STORIES[story].split(" ").map((_, n) => `<button type="button" data-place="${n}"></button>`).join("");
      this.render();
    }

    render() {
      const words = STORIES[this.story].split(" "), found = filled(this.story, this.hidden);
      const at = Object.fromEntries(found.map((gap) => [gap.place, gap]));
      this.find(".story").querySelectorAll("button").forEach((button, n) => {
        const gap = at[n], wrong = gap && gap.first[0][0] !== gap.truth;
        button.textContent = gap ? "____" : words[n];
        button.setAttribute("aria-pressed", String(Boolean(gap)));
        button.setAttribute("aria-label", gap ? `hidden: ${words[n]}` : words[n]);
        button.classList.toggle("wrong", Boolean(wrong));
      });
      this.find(".gaps").innerHTML = found.map((gap) => {
        const right = gap.first[0][0] === gap.truth;
        const before = words.slice(Math.max(0, gap.place - 2), gap.place).join(" ");
        const bars = gap.first.map(([word, p]) => `<span>${word}</span><div class="bar ${word === gap.truth ? "true" : ""}" style="width:${100 * p}%"></div><span>${percent(p)}</span>`).join("");
        return `<div class="gap ${right ? "" : "wrong"}" role="img" aria-label="${line(gap)}"><div>… ${before} ____ (${gap.truth})</div><div class="bars">${bars}</div></div>`;
      }).join("");
      const good = found.filter((gap) => gap.first[0][0] === gap.truth).length;
      this.find(".say").textContent = found.length
        ? `${found.length} of ${words.length} words are hidden; for ${good} of them the hidden word is the most probable one. ${found.slice(0, 3).map(line).join(". ")}.`
        : "Nothing is hidden. Press a word to hide it.";
    }
  }

  if (!customElements.get("dlf-gap-filler")) customElements.define("dlf-gap-filler", GapFiller);
}
