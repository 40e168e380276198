// A tokeniser: the merges that the chapter on language learns, made one after the other in a text that the reader types.
//
// The whole state is the text and the number of merges that are made. A token is a string with one character for each byte.

const MERGES = [["i","n"],["a","n"],["e","r"],["o","n"],["a","t"],["e","s"],["a","s"],["a","r"],[" ","t"],["i","s"],[" ","o"],["o","r"],[" ","c"],[" ","("],["e","n"],["a","l"],[" o","f"],["e","t"],[" ","-"],["i","c"],["i","on"],["an","d"],["r","e"],[" ","0"],[" ","d"],[" ","1"],["i","t"],["h","e"],[" ","p"],[" ","s"],[" ","S"],["s","t"],[" ","C"],[" ","M"],["a","c"],[" ","f"],["e","d"],["r","o"],[" ","and"],[" ","in"],[" ",":"],[" ","T"],["u","t"],[" ","A"],["l","e"],[" t","he"],["as","s"],["in","g"],[" ","I"],["l","ass"],["u","m"],["in","e"],["r","i"],["o","l"],[" ","N"],[" ","R"],[")",":"],[" ","P"],[" ","a"],["at","ion"],[" ","D"],[" ","b"],["ri","b"],[" c","lass"],["i","m"],[" ","2"],[" ","W"],[" ","w"],["rib","ut"],["t","ribut"],[" ","3"],["b","er"],["i","g"],["t","h"],["v","e"],[" ","m"],[" d","at"],["ic","s"],["u","s"],[" c","on"],[" I","n"],[" t","o"],["a","b"],["a","g"],["ac","t"],["as","et"],["e","p"],[" ","l"],["ac","h"],["is","t"],[" ","L"],[" ","e"],["e","l"],["es","s"],["it","y"],[" ","F"],[" ","is"],["9","9"],["an","c"],["c","h"],["e","an"],["en","t"],["o","g"],["o","m"],["r","a"],[" ","4"],[" ","O"],["er","s"],["i","f"],["t","tribut"],[" ","E"],[" ","J"],[".","."],["ar","d"],["u","re"],[" S","t"],[" t","h"],["ar","e"],["en","c"],["en","s"],["i","d"],["ist","ics"],["o","o"],["um","ber"],[" ","h"],[" ","n"],[" T","he"],["0","0"],["and","ard"],["ar","i"],["d","i"],["er","r"],["or","st"],["u","l"],[" ","U"],[" ","are"],[" ","re"],[" ","v"],[" dat","aset"],["N","umber"],["as","t"],["i","r"],["m","ean"],["o","s"],["or","m"],["u","r"],[" ",".."],[" ","5"],[" ","B"],[" ","err"],[" ","on"],[" A","ttribut"],[" con","c"],[" e","ach"],[" err","or"],["c","t"],["d","at"],["i","ve"],["om","p"],["p","s"],["ro","g"],["st","andard"],["w","orst"],[" ","H"],[" ","V"],[" ","us"],[" R","e"],[" conc","a"],["c","i"],["es","t"],["f","er"],["h","er"],["ic","al"],[" ","\""],[" ","G"],[" f","or"],[" s","ep"],["an","g"],["e","ch"],["e","x"],["f","orm"],["ig","it"],["ine","ar"],["it","ion"],["n","ess"],["og","n"],["re","e"],["ro","m"],["t","s"],["u","es"],[" 1","99"],[" C","lass"],[" In","st"],[" S","et"],[" T","h"],[" f","rom"],["7","1"],["9","8"],["a","in"],["a","m"],["ag","e"],["al","ues"],["anc","es"],["at","a"],["c","ogn"],["cogn","ition"],["dat","aset"],["di","us"],["e","ar"],["ed","u"],["enc","e"],["ens","ion"],["form","ation"],["h","ar"],["i","v"],["ig","h"],["im","ension"],["it","t"],["l","y"],["m","m"],["t","al"],["t","er"],["w","n"],[" ","as"],[" A","l"],[" A","n"],[" Class","if"],[" D","ata"],[" In","formation"],[" N","on"],[" St","at"],[" Stat","istics"],[" T","ech"],[" Th","is"],[" c","omp"],[" dat","a"],[" p","rog"],[" v","ari"],["0","5"],["a","y"],["ab","le"],["act","er"],["acter","istics"],["ag","n"],["at","e"],["e","as"],["e","at"],["har","acteristics"],["ic","ation"],["q","u"],["r","ess"],["re","ast"],["t","ain"],["t","e"],["y","s"],[" ","7"],[" ","r"],[" Attribut","es"],[" C","haracteristics"],[" F","is"],[" Fis","her"],[" I","r"],[" Inst","ances"],[" P","ro"],[" S","ci"],[" Sci","ence"],[" b","l"],[" class","es"],[" conca","ve"],[" d","i"],[" d","igit"],[" d","imension"],[" e","x"],[" f","eat"],[" p","er"],[" p","o"],[" p","re"],[" po","in"],[" poin","ts"],[" th","ree"],[")",","],[")","."],["/","/"],["0","1"],["1","99"],["3","6"],["9","7"],[":","//"],["D","A"],["ach","ine"],["an","t"],["anc","er"],["ent","s"],["et","er"],["et","r"],["fer","enc"],["im","eter"],["ion","s"],["itt","en"],["l","a"]];
const START = "the number of patients in 1936 and 1994", LONGEST = 200;
const PIECES = / ?[\p{L}\p{Nl}\p{No}]+| ?\p{Nd}+| ?[^\p{L}\p{N}_\s]+|\s|_/gu;

/** One token for each byte of the UTF-8 of a word. */
const bytesOf = (word) => Array.from(new TextEncoder().encode(word), (byte) => String.fromCharCode(byte));

/** Join a pair of neighbouring tokens, from the left. */
function merged(word, [left, right]) {
  const out = [];
  for (let i = 0; i < word.length; i += 1) {
    const hit = word[i] === left && word[i + 1] === right;
    out.push(hit ? left + right : word[i]);
    if (hit) i += 1;
  }
  return out;
}

/** The tokens of a text after the first so many merges; words are never joined. */
export function encode(text, number) {
  const words = (text.match(PIECES) ?? []).map(bytesOf);
  return words.flatMap((word) => MERGES.slice(0, number).reduce(merged, word));
}

/** A token as a reader sees it: characters, or the numbers of bytes that are none; blanks as ␣. */
export function shown(token) {
  const bytes = Uint8Array.from(token, (character) => character.charCodeAt(0));
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes).replaceAll(" ", "␣").replaceAll("\n", "⏎");
  } catch {
    return Array.from(bytes, (byte) => `⟨${byte}⟩`).join("");
  }
}

/** The number of merges at which the tokens change next, or all of them. */
export function nextChange(text, number) {
  const now = encode(text, number).length;
  for (let n = number + 1; n <= MERGES.length; n += 1) if (encode(text, n).length < now) return n;
  return MERGES.length;
}

const STYLE = `
:host { display: block; text-align: left; color: var(--pst-color-text-base, #222); font-size: 1rem; }
label { display: grid; gap: .15rem; font-size: .9rem; margin-bottom: .5rem; }
input, button { font: inherit; color: inherit; box-sizing: border-box; max-width: 100%; min-width: 0; }
input[type=text] { background: var(--pst-color-surface, #eee); border: 1px solid var(--pst-color-border, #777); border-radius: .25rem; padding: .35rem .5rem; width: 100%; }
input[type=range] { width: 100%; accent-color: var(--pst-color-primary, #0a7d91); }
.buttons { display: flex; flex-wrap: wrap; gap: .4rem; }
button { font-size: .9rem; background: var(--pst-color-surface, #eee); border: 1px solid var(--pst-color-border, #777); border-radius: .25rem; padding: .3rem .6rem; cursor: pointer; }
button.main { border: 2px solid var(--pst-color-primary, #0a7d91); }
button:focus-visible, input:focus-visible { outline: 3px solid var(--pst-color-primary, #0a7d91); outline-offset: 2px; }
.tokens { display: flex; flex-wrap: wrap; gap: .25rem; margin: .7rem 0; min-height: 2.2rem; font-family: ui-monospace, monospace; }
.tokens span { border: 1.5px solid var(--pst-color-border, #777); border-radius: .25rem; padding: .1rem .3rem; white-space: pre; overflow-wrap: anywhere; max-width: 100%; }
.tokens .long { border-color: var(--pst-color-primary, #0a7d91); border-width: 2.5px; }
.say { margin: 0; padding: .45rem .6rem; background: var(--pst-color-surface, #eee); border-radius: .25rem; min-height: 3.2em; overflow-wrap: anywhere; }
`;

const PANEL = `
<label>Your text <input type="text" maxlength="${LONGEST}" autocomplete="off" spellcheck="false"></label>
<label><span>Merges: <output></output> of ${MERGES.length}</span><input type="range" min="0" max="${MERGES.length}" step="1"></label>
<div class="buttons"><button class="main" type="button" data-go="next">Next merge that changes something</button>
<button type="button" data-go="all">All</button><button type="button" data-go="none">None</button></div>
<div class="tokens" role="img"></div>
<p class="say" role="status" aria-live="polite" aria-atomic="true"></p>`;

if (typeof HTMLElement !== "undefined") {
  class BpeTokeniser extends HTMLElement {
    connectedCallback() {
      if (this.shadowRoot) return;
      const root = this.attachShadow({ mode: "open" });
      root.innerHTML = `<style>${STYLE}</style>${PANEL}`;
      this.find = (selector) => root.querySelector(selector);
      this.find("input[type=text]").value = START;
      this.find("input[type=range]").value = "0";
      root.addEventListener("input", () => this.render());
      root.addEventListener("click", (event) => {
        const go = event.target.closest?.("button")?.dataset.go;
        if (!go) return;
        const range = this.find("input[type=range]"), text = this.find("input[type=text]").value;
        range.value = String({ all: MERGES.length, none: 0 }[go] ?? nextChange(text, Number(range.value)));
        this.render();
      });
      this.render();
    }

    render() {
      const text = this.find("input[type=text]").value, number = Number(this.find("input[type=range]").value);
      const tokens = encode(text, number), names = tokens.map(shown);
      this.find("output").textContent = String(number);
      this.find(".tokens").replaceChildren(...names.map((name, i) => {
        const box = document.createElement("span");
        box.textContent = name;
        if (tokens[i].length > 1) box.className = "long";
        return box;
      }));
      this.find(".tokens").setAttribute("aria-label", `Tokens: ${names.join(" | ")}`);
      const last = number ? ` Merge ${number} joins ${MERGES[number - 1].map(shown).join(" and ")}.` : "";
      const bytes = new TextEncoder().encode(text).length;
      this.find(".say").textContent = `${tokens.length} tokens for ${[...text].length} characters, ${bytes} bytes, after ${number} merges.${last}`;
    }
  }

  if (!customElements.get("dlf-bpe-tokeniser")) customElements.define("dlf-bpe-tokeniser", BpeTokeniser);
}
