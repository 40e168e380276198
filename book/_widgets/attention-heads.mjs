// Four attention heads over a sentence that the reader types. Nothing here was trained: three heads follow
// rules about places and spelling, the fourth compares hand-made vectors of four numbers through a hand-made matrix.

const KINDS = {
  animal: "animal animals bird birds cat cats cow crow crows dog dogs fish goat goats hen hens horse mouse",
  person: "baker boy child girl he her him i king man me nurse queen she teacher them they us we woman you",
  thing: "ball boat book bread car cart hat house lamp letter table tree",
  doing: "carries chases eats feeds follows hears helps love loves reads runs see sees sings sleeps washes watches",
};
const NAMES = Object.keys(KINDS);
const LIST = Object.fromEntries(NAMES.flatMap((kind) => KINDS[kind].split(" ").map((word) => [word, kind])));
/** W_q: a row for each kind of word that asks, a column for each kind that it looks for. */
const ASKS = [[1, 0, 0, 0], [0, 1, 0, 0], [0, 0, 1, 0], [1, 1, 0, 0]];
export const KNOWN = Object.keys(LIST).length;
export const HEADS = {
  back: ["one back", "scores 1 for the word before, 0 for all others"],
  same: ["same word", "scores 1 for other occurrences of the word, 0 for all others"],
  after: ["after the same word", "scores 1 for what followed another occurrence of the word, 0 for all others"],
  kind: ["kind", "scores the dot product of hand-made vectors; a doing word asks for animals and persons"],
};
const MOST = 12, START = "the cat sees a dog and the cat sleeps";

export function split(text) {
  return (text.toLowerCase().match(/[\p{L}\p{N}'’]+/gu) || []).slice(0, MOST);
}

function vector(word) {
  return NAMES.map((kind) => (LIST[word] === kind && Object.hasOwn(LIST, word) ? 1 : 0));
}

/** Scores (n, n): a row for each word that asks. */
export function scores(words, head) {
  return words.map((word, i) => words.map((other, j) => {
    if (head === "back") return j === i - 1 ? 1 : 0;
    if (head === "same") return j !== i && other === word ? 1 : 0;
    if (head === "after") return j > 0 && j - 1 !== i && words[j - 1] === word ? 1 : 0;
    const key = vector(other);
    return vector(word).reduce((sum, x, a) => sum + x * ASKS[a].reduce((part, w, b) => part + w * key[b], 0), 0);
  }));
}

/** Weights (n, n): softmax of sharpness times scores, along each row, 0 where the mask forbids. */
export function weights(words, head, causal, sharpness) {
  return scores(words, head).map((row, i) => {
    const e = row.map((score, j) => (causal && j > i ? 0 : Math.exp(sharpness * score)));
    const total = e.reduce((sum, v) => sum + v, 0);
    return e.map((v) => v / total);
  });
}

const STYLE = `
:host { display: block; text-align: left; color: var(--pst-color-text-base, #222); font-size: 1rem; }
.knobs { display: grid; grid-template-columns: repeat(auto-fit, minmax(11rem, 1fr)); gap: .4rem .9rem; align-items: end; }
label { display: grid; gap: .1rem; font-size: .9rem; }
label.wide { grid-column: 1 / -1; }
label.check { display: flex; gap: .4rem; align-items: center; padding: .35rem 0; }
select, button, input { font: inherit; color: inherit; max-width: 100%; min-width: 0; box-sizing: border-box; }
select, input.text { background: var(--pst-color-surface, #eee); border: 1px solid var(--pst-color-border, #777); border-radius: .25rem; padding: .3rem .5rem; width: 100%; }
input { accent-color: var(--pst-color-primary, #0a7d91); }
.words { display: grid; grid-template-columns: max-content 1fr max-content; gap: .2rem .5rem; margin: .7rem 0; align-items: center; font-variant-numeric: tabular-nums; font-size: .9rem; }
.words button { background: none; border: 1px solid var(--pst-color-border, #777); border-radius: .25rem; padding: .1rem .45rem; cursor: pointer; max-width: 8rem; overflow: hidden; text-overflow: ellipsis; }
.words button[aria-pressed="true"] { border: 2px solid var(--pst-color-primary, #0a7d91); font-weight: 700; }
.bar { height: .9rem; background: var(--pst-color-primary, #0a7d91); min-width: 1px; }
button.shut { border-style: dashed; text-decoration: line-through; }
.map { display: grid; gap: 1px; width: min(100%, 18rem); margin: .3rem 0; }
.map div { aspect-ratio: 1; border: 1px solid var(--pst-color-border, #777); position: relative; box-sizing: border-box; }
.map div::before { content: ""; position: absolute; inset: 0; background: var(--pst-color-primary, #0a7d91); opacity: var(--w); }
.map .row { border-width: 2px; border-color: var(--pst-color-text-base, #222); }
button:focus-visible, select:focus-visible, input:focus-visible { outline: 3px solid var(--pst-color-primary, #0a7d91); outline-offset: 2px; }
.say { margin: .5rem 0 0; padding: .45rem .6rem; background: var(--pst-color-surface, #eee); border-radius: .25rem; min-height: 3.2em; overflow-wrap: anywhere; }
`;

const PANEL = `
<div class="knobs">
  <label class="wide">Sentence, at most ${MOST} words <input class="text" type="text" maxlength="160" autocomplete="off" spellcheck="false"></label>
  <label>Head <select>${Object.entries(HEADS).map(([id, [name]]) => `<option value="${id}">${name}</option>`).join("")}</select></label>
  <label><span>Sharpness <output></output></span><input class="sharp" type="range" min="0" max="8" step="1" value="4"></label>
  <label class="check"><input class="causal" type="checkbox" checked> Causal: nothing behind the word</label>
</div>
<div class="words"></div>
<div class="map" role="img"></div>
<p class="say" role="status" aria-live="polite" aria-atomic="true"></p>`;

if (typeof HTMLElement !== "undefined") {
  class AttentionHeads extends HTMLElement {
    connectedCallback() {
      if (this.shadowRoot) return;
      const root = this.attachShadow({ mode: "open" });
      root.innerHTML = `<style>${STYLE}</style>${PANEL}`;
      this.find = (selector) => root.querySelector(selector);
      this.find(".text").value = START;
      this.asks = 2;
      root.addEventListener("input", () => this.render());
      root.addEventListener("click", (event) => {
        const button = event.target.closest(".words button");
        if (!button) return;
        this.asks = [...root.querySelectorAll(".words button")].indexOf(button);
        this.render();
        root.querySelectorAll(".words button")[this.asks].focus();
      });
      this.render();
    }

    render() {
      const words = split(this.find(".text").value), head = this.find("select").value;
      const causal = this.find(".causal").checked, sharp = Number(this.find(".sharp").value);
      this.find("output").textContent = String(sharp);
      this.asks = Math.max(0, Math.min(this.asks, words.length - 1));
      const table = weights(words, head, causal, sharp), row = table[this.asks] || [];
      const list = this.find(".words");
      list.replaceChildren(...words.flatMap((word, j) => {
        const button = document.createElement("button"), bar = document.createElement("div"), share = document.createElement("span");
        button.type = "button";
        button.textContent = word;
        button.setAttribute("aria-pressed", String(j === this.asks));
        button.setAttribute("aria-label", `${word}, word ${j + 1}, gets ${row[j].toFixed(3)}`);
        bar.className = "bar";
        bar.style.width = `${100 * row[j]}%`;
        share.textContent = row[j].toFixed(3);
        if (row[j] === 0) button.className = "shut";
        return [button, bar, share];
      }));
      const map = this.find(".map");
      map.style.gridTemplateColumns = `repeat(${Math.max(1, words.length)}, 1fr)`;
      map.innerHTML = table.map((line, i) => line.map((w) => `<div class="${i === this.asks ? "row" : ""}" style="--w:${w.toFixed(3)}"></div>`).join("")).join("");
      this.say(words, row, head, causal);
      map.setAttribute("aria-label", `All weights, ${words.length} rows for the words that ask, ${words.length} columns; the row of the chosen word is framed`);
    }

    say(words, row, head, causal) {
      if (!words.length) {
        this.find(".say").textContent = "Type a sentence.";
        return;
      }
      const allowed = causal ? this.asks + 1 : words.length;
      const best = row.map((w, j) => [w, j]).sort((a, b) => b[0] - a[0] || a[1] - b[1]);
      const even = best[0][0] - best[allowed - 1][0] < 1e-9;
      const where = even ? `looks at all ${allowed} words alike` : `looks most at ${words[best[0][1]]} (word ${best[0][1] + 1}, ${best[0][0].toFixed(3)})`;
      this.find(".say").textContent = `${words[this.asks]} (word ${this.asks + 1}) ${where}. The head ${HEADS[head][1]}.`;
    }
  }

  if (!customElements.get("dlf-attention-heads")) customElements.define("dlf-attention-heads", AttentionHeads);
}
