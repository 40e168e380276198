// The next word of a small language model: what temperature, top-k and top-p leave of its distribution, and words drawn from it.
//
// The scores are those of the chapter's network after a thousand sentences, rounded to two decimals, the largest at 0.

const WORDS = [".","a","baker","bakers","boat","boats","broken","bun","buns","busy","cake","cakes","call","calls","cart","carts","clock","clocks","crow","crows","drum","drums","eat","eats","fear","fears","feed","feeds","follow","follows","frog","frogs","goat","goats","grey","hear","hears","heavy","hen","hens","heron","herons","kind","lamp","lamps","melon","melons","mend","mends","miller","millers","mole","moles","new","nurse","nurses","old","onion","onions","otter","otters","paint","painter","painters","paints","pear","pears","peel","peels","plum","plums","quick","ripe","rope","ropes","round","sailor","sailors","sell","sells","shy","small","snail","snails","sour","steal","steals","sweet","tame","the","these","this","tired","two","weaver","weavers","wild","young"];
const SCORES = {"":[-12.3,-1.0,-11.84,-13.47,-13.95,-12.36,-10.13,-15.5,-16.94,-7.52,-13.28,-14.92,-13.13,-9.3,-15.2,-16.07,-11.91,-12.58,-8.27,-10.55,-13.46,-13.13,-8.55,-6.76,-7.71,-8.8,-13.81,-8.28,-8.55,-7.52,-9.53,-10.94,-7.32,-9.77,-8.14,-8.22,-7.74,-11.58,-7.41,-9.73,-7.88,-10.06,-8.45,-11.78,-12.05,-14.91,-15.47,-14.17,-10.31,-11.19,-12.58,-10.07,-10.18,-10.57,-12.43,-14.12,-8.94,-16.01,-18.63,-9.88,-10.92,-14.28,-12.4,-12.47,-12.06,-13.73,-15.67,-14.38,-11.59,-15.57,-16.56,-8.71,-14.61,-14.13,-16.36,-12.86,-10.84,-13.34,-12.96,-11.21,-8.67,-10.48,-7.75,-10.17,-13.67,-7.55,-10.0,-13.35,-7.73,0.0,-1.52,-1.46,-8.91,-1.27,-12.59,-11.9,-7.27,-8.34],"the":[-15.68,-5.94,-0.48,-0.53,-7.42,-8.56,-6.2,-8.4,-7.56,-0.96,-8.51,-7.5,-7.83,-8.26,-7.11,-7.43,-6.92,-8.22,-0.58,-0.85,-6.44,-8.4,-6.17,-7.93,-6.78,-8.31,-9.49,-8.25,-7.91,-11.2,-2.88,-3.62,-1.26,-1.58,-1.56,-6.64,-7.0,-7.57,-2.37,-2.66,-2.14,-2.78,-0.37,-7.29,-7.54,-7.93,-7.85,-7.9,-8.54,-1.22,-2.59,-2.17,-3.15,-5.91,-1.18,-2.46,0.0,-7.79,-7.91,-0.86,-1.17,-7.4,-2.57,-2.36,-7.27,-8.87,-9.77,-8.32,-8.24,-7.32,-6.8,-0.9,-8.2,-5.15,-6.7,-8.56,-1.8,-2.93,-8.08,-7.75,-0.65,-0.41,-2.39,-3.3,-6.91,-7.93,-6.96,-8.65,-1.08,-5.77,-5.84,-5.73,-1.54,-6.12,-1.58,-2.87,-0.72,-0.62],"the crow":[-5.29,-8.29,-14.65,-16.66,-15.47,-13.84,-15.36,-13.13,-14.62,-14.8,-13.97,-17.17,-9.58,-6.34,-14.75,-16.1,-15.39,-15.1,-12.14,-14.79,-15.51,-14.36,-7.1,-1.84,-6.52,-3.16,-7.6,-5.25,-8.16,0.0,-12.85,-14.0,-12.24,-13.52,-13.81,-8.75,-2.5,-14.88,-12.04,-14.9,-10.55,-13.9,-14.75,-16.4,-16.96,-12.57,-16.49,-10.56,-7.8,-14.51,-15.05,-12.8,-13.63,-16.45,-14.35,-15.48,-17.84,-11.94,-14.53,-13.51,-15.82,-10.0,-14.14,-14.98,-8.11,-12.4,-14.3,-9.54,-6.98,-14.41,-15.77,-15.42,-13.91,-17.93,-17.68,-13.83,-14.62,-16.68,-10.28,-9.65,-15.09,-18.02,-11.88,-14.31,-14.05,-8.54,-3.43,-13.93,-14.38,-7.89,-8.39,-8.0,-13.54,-8.77,-13.17,-15.24,-15.19,-15.72],"two tame":[-13.4,-5.62,-7.79,-3.23,-9.11,-6.92,-6.19,-11.55,-6.28,-4.8,-10.24,-5.73,-7.66,-8.28,-9.96,-6.7,-6.71,-7.36,-4.6,0.0,-6.69,-7.38,-3.1,-9.55,-5.84,-10.91,-8.96,-9.86,-2.6,-12.93,-6.69,-1.47,-4.52,-0.58,-5.96,-3.74,-11.47,-8.45,-3.59,-0.39,-4.99,-2.36,-5.22,-9.84,-4.69,-11.04,-7.33,-5.61,-9.15,-7.22,-5.12,-5.06,-1.53,-6.3,-6.8,-4.21,-4.72,-10.24,-7.62,-3.49,-0.41,-7.87,-8.56,-4.64,-9.19,-9.41,-6.66,-7.54,-11.13,-10.93,-5.58,-5.53,-9.34,-9.1,-7.13,-8.96,-6.75,-3.82,-6.35,-9.72,-5.53,-6.01,-4.43,-0.3,-7.72,-3.51,-10.34,-8.86,-5.61,-5.89,-6.76,-6.85,-6.15,-6.46,-7.66,-4.48,-5.6,-4.41],"a nurse":[-5.89,-10.37,-5.48,-8.99,-12.45,-12.65,-13.46,-6.04,-7.97,-9.86,-8.91,-11.59,-6.25,-3.63,-10.96,-12.8,-14.33,-14.28,-8.57,-11.68,-13.48,-14.02,-8.3,-7.57,-7.08,-6.23,-6.71,-1.83,-8.5,-5.84,-9.27,-11.85,-8.75,-12.26,-9.13,-6.95,-4.35,-11.48,-7.89,-11.02,-7.43,-11.48,-9.81,-13.9,-16.57,-7.02,-9.69,-6.55,-1.93,-4.33,-7.14,-9.53,-11.72,-14.0,-4.81,-8.3,-12.86,-7.24,-9.22,-7.27,-10.66,-5.49,-6.09,-8.58,-0.36,-8.55,-12.14,-5.74,0.0,-8.06,-9.75,-10.21,-9.79,-12.04,-13.12,-10.13,-5.24,-8.35,-6.03,-1.06,-9.32,-10.84,-7.3,-13.19,-9.42,-9.49,-4.59,-10.71,-9.64,-11.26,-10.44,-10.71,-9.68,-11.27,-3.88,-9.34,-9.53,-10.94],"this baker mends the":[-16.49,-8.6,-6.88,-4.58,-2.56,-4.94,-0.91,-9.28,-7.6,-4.54,-8.66,-6.5,-8.35,-10.33,-2.59,-2.05,-2.52,-3.14,-7.83,-6.05,-3.39,-3.6,-11.18,-11.44,-10.31,-11.23,-8.15,-11.45,-11.66,-12.13,-7.42,-6.83,-7.86,-6.15,-6.46,-10.09,-10.85,-1.96,-8.81,-6.81,-8.65,-5.77,-5.49,-2.35,-1.72,-6.95,-4.42,-9.45,-11.35,-7.11,-5.58,-7.52,-6.37,0.0,-8.29,-5.08,-2.25,-8.81,-5.21,-8.73,-6.2,-9.1,-6.98,-4.44,-10.62,-8.5,-6.18,-7.92,-10.5,-7.71,-5.36,-5.39,-6.64,-1.67,-1.53,-5.76,-7.57,-4.93,-7.88,-10.71,-5.56,-2.28,-8.53,-6.42,-6.25,-8.32,-11.61,-6.58,-6.39,-7.61,-8.62,-7.67,-6.14,-7.81,-7.08,-5.03,-5.71,-5.44],"the goats eat two":[-6.52,-9.29,-9.32,-5.57,-6.71,-5.81,-5.4,-3.61,-1.04,-8.46,-3.91,-1.0,-7.69,-9.9,-6.45,-5.59,-5.75,-5.36,-7.26,-3.95,-6.47,-5.63,-7.61,-10.96,-9.99,-10.04,-7.89,-10.05,-6.5,-10.7,-8.86,-4.65,-7.38,-4.74,-5.75,-9.04,-11.24,-5.77,-6.93,-5.22,-8.35,-4.62,-8.55,-6.44,-4.66,-5.35,-1.72,-6.53,-8.01,-8.2,-5.86,-7.14,-5.14,-5.53,-9.18,-8.04,-5.42,-3.92,-1.44,-6.93,-5.44,-7.46,-9.02,-6.57,-9.83,-4.56,-2.8,-6.05,-8.63,-1.24,-0.06,-5.61,-0.09,-7.09,-5.19,-1.45,-8.51,-5.97,-4.98,-8.17,-5.38,-1.17,-7.28,-4.71,-0.59,-6.92,-10.96,0.0,-5.54,-8.74,-9.42,-9.12,-8.49,-8.34,-9.51,-6.64,-5.7,-7.16]};
const TEMPERATURES = [0.1, 0.3, 0.5, 0.7, 1, 1.3, 1.6, 2, 3, 5], SHOWN = 12;

/** Ids from the most to the least probable, their probabilities, and what both cuts leave, with the sum 1. */
export function distribution(context, T, k, p) {
  const e = SCORES[context].map((score) => Math.exp(score / T));
  const total = e.reduce((sum, v) => sum + v, 0);
  const order = e.map((_, i) => i).sort((a, b) => e[b] - e[a] || a - b);
  const shares = order.map((i) => e[i] / total);
  const mass = shares.slice(0, k).reduce((sum, v) => sum + v, 0);
  const kept = [];
  let before = 0;
  for (const share of shares.slice(0, k)) {
    if (before >= p) break;
    kept.push(share / mass);
    before += share / mass;
  }
  const left = kept.reduce((sum, v) => sum + v, 0);
  return { order, shares, kept: kept.map((v) => v / left) };
}

/** The place, in order, on whose stretch u lies. */
export function drawn(kept, u) {
  let run = 0;
  for (let i = 0; i < kept.length; i += 1) {
    run += kept[i];
    if (run > u) return i;
  }
  return kept.length - 1;
}

const name = (context) => (context ? `${context} …` : "(beginning of a sentence)");
const percent = (share) => (share > 0 && share < 0.0005 ? "under 0.1 %" : `${(100 * share).toFixed(1)} %`);

const STYLE = `
:host { display: block; text-align: left; color: var(--pst-color-text-base, #222); font-size: 1rem; }
.knobs { display: grid; grid-template-columns: repeat(auto-fit, minmax(11rem, 1fr)); gap: .4rem .9rem; }
label { display: grid; gap: .1rem; font-size: .9rem; }
select, button, input { font: inherit; color: inherit; max-width: 100%; min-width: 0; box-sizing: border-box; }
select, button { background: var(--pst-color-surface, #eee); border: 1px solid var(--pst-color-border, #777); border-radius: .25rem; padding: .3rem .5rem; }
input { width: 100%; accent-color: var(--pst-color-primary, #0a7d91); }
button { border: 2px solid var(--pst-color-primary, #0a7d91); cursor: pointer; margin: .5rem 0; }
select:focus-visible, button:focus-visible, input:focus-visible { outline: 3px solid var(--pst-color-primary, #0a7d91); outline-offset: 2px; }
.bars { display: grid; grid-template-columns: max-content 1fr max-content; gap: .15rem .5rem; align-items: center; font-size: .9rem; font-variant-numeric: tabular-nums; }
.bar { height: .95rem; border: 1.5px solid currentColor; box-sizing: border-box; min-width: 2px; }
.bar.kept { background: var(--pst-color-primary, #0a7d91); border-color: var(--pst-color-primary, #0a7d91); }
.cutoff { opacity: .75; }
.say { margin: .5rem 0 0; padding: .45rem .6rem; background: var(--pst-color-surface, #eee); border-radius: .25rem; min-height: 4.6em; overflow-wrap: anywhere; }
`;

const PANEL = `
<div class="knobs">
  <label>After <select>${Object.keys(SCORES).map((c) => `<option value="${c}">${name(c)}</option>`).join("")}</select></label>
  <label><span>Temperature <output class="t"></output></span><input class="T" type="range" min="0" max="${TEMPERATURES.length - 1}" step="1" value="4"></label>
  <label><span>Top-k: k = <output class="k"></output></span><input class="K" type="range" min="1" max="${WORDS.length}" step="1" value="${WORDS.length}"></label>
  <label><span>Top-p: p = <output class="p"></output></span><input class="P" type="range" min="5" max="100" step="5" value="100"></label>
</div>
<button type="button">Draw a word</button>
<div class="bars" role="img"></div>
<p class="say" role="status" aria-live="polite" aria-atomic="true"></p>`;

if (typeof HTMLElement !== "undefined") {
  class NextToken extends HTMLElement {
    connectedCallback() {
      if (this.shadowRoot) return;
      const root = this.attachShadow({ mode: "open" });
      root.innerHTML = `<style>${STYLE}</style>${PANEL}`;
      this.find = (selector) => root.querySelector(selector);
      this.said = [];
      root.addEventListener("input", () => { this.said = []; this.render(); });
      this.find("button").addEventListener("click", () => {
        const { order, kept } = this.now();
        this.said = [...this.said.slice(-11), WORDS[order[drawn(kept, Math.random())]]];
        this.render();
      });
      this.render();
    }

    now() {
      return distribution(this.find("select").value, TEMPERATURES[Number(this.find(".T").value)], Number(this.find(".K").value), Number(this.find(".P").value) / 100);
    }

    render() {
      const { order, shares, kept } = this.now();
      const T = TEMPERATURES[Number(this.find(".T").value)];
      this.find(".t").textContent = String(T);
      this.find(".T").setAttribute("aria-valuetext", `temperature ${T}`);
      this.find(".k").textContent = this.find(".K").value;
      this.find(".p").textContent = (Number(this.find(".P").value) / 100).toFixed(2);
      const widest = Math.max(...shares, ...kept);
      this.find(".bars").innerHTML = order.slice(0, SHOWN).map((id, i) => {
        const share = i < kept.length ? kept[i] : shares[i], state = i < kept.length ? "kept" : "cutoff";
        return `<span class="${state === "kept" ? "" : "cutoff"}">${WORDS[id]}</span><div class="bar ${state}" style="width:${(100 * share) / widest}%"></div><span class="${state === "kept" ? "" : "cutoff"}">${percent(share)}</span>`;
      }).join("");
      const entropy = -kept.reduce((sum, v) => sum + (v > 0 ? v * Math.log(v) : 0), 0);
      const first = order.slice(0, Math.min(3, kept.length)).map((id, i) => `${WORDS[id]} ${percent(kept[i])}`).join(", ");
      const words = this.said.length ? ` Drawn: ${this.said.join(", ")}.` : "";
      const text = `${kept.length} of ${WORDS.length} words are kept; first ${first}. What is kept is as uncertain as ${Math.exp(entropy).toFixed(1)} even choices.${words}`;
      this.find(".say").textContent = text;
      this.find(".bars").setAttribute("aria-label", `The ${SHOWN} most probable next words, ${Math.min(SHOWN, kept.length)} of them kept`);
    }
  }

  if (!customElements.get("dlf-next-token")) customElements.define("dlf-next-token", NextToken);
}
