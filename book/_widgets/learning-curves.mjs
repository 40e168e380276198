// Learning curves of 108 real runs: a reader diagnoses one whose settings are hidden, or turns the knobs.
//
// VALUES, RUNS and FINDINGS come from book/_make/learning_curves.py. RUNS holds, for each run (the last knob
// turning fastest), the training and then the validation loss at its start and after every second pass, two
// characters a loss, on a logarithmic scale from 0.001 to 1000. The state is: knobs, hidden or not, the answer.

const VALUES = [[2, 16, 128], [240, 2400], [0, 0.003, 0.1], [0.0003, 0.1, 3], [0, 0.25]];
const RUNS = "";
const FINDINGS = "";
const NAMES = ["hidden units", "letters to train on", "L2 strength", "rate", "wrong labels"];
const SPOKEN = [String, String, String, String, (share) => `${100 * share} %`];
const POINTS = 31, EVERY = 2;
const SIGNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const ANSWERS = { u: "It underfits", o: "It overfits", h: "The rate is too high", n: "It is not finished", f: "It fits" };
const WIDE = 560, HIGH = 300, LEFT = 52, RIGHT = 10, ABOVE = 14, BELOW = 36;

const show = (loss) => (loss >= 999 ? "over 999" : loss >= 100 ? loss.toFixed(0) : loss.toFixed(loss < 0.1 ? 3 : 2));

/** The number of a run in RUNS, from the places of its knobs. */
const place = (knobs) => knobs.reduce((sum, at, k) => sum * VALUES[k].length + at, 0);

/** Training and validation losses of a run. */
function curves(knobs) {
  const start = place(knobs) * POINTS * 4, losses = [];
  for (let k = 0; k < 2 * POINTS; k += 1) {
    const [a, b] = RUNS.slice(start + 2 * k, start + 2 * k + 2);
    losses.push(0.001 * 10 ** (6 * (64 * SIGNS.indexOf(a) + SIGNS.indexOf(b)) / 4095));
  }
  return { training: losses.slice(0, POINTS), validation: losses.slice(POINTS) };
}

/** What the curves show, and by which numbers. */
function reason(knobs) {
  const { training, validation } = curves(knobs), end = POINTS - 1, before = end - 5;
  const low = Math.min(...validation), when = EVERY * validation.indexOf(low), [t, v] = [training[end], validation[end]];
  return {
    u: `the training loss itself has come to rest at ${show(t)}, so the network cannot or may not say more, and the validation loss, ${show(v)}, is hardly worse.`,
    o: `the validation loss was lowest, ${show(low)}, after pass ${when} and has risen to ${show(v)}, while the training loss is down to ${show(t)}.`,
    h: `the training loss, which descent should lower, ends at ${show(t)} after having been down to ${show(Math.min(...training))}.`,
    n: `over the last ten passes the training loss fell from ${show(training[before])} to ${show(t)} and the validation loss from ${show(validation[before])} to ${show(v)}.`,
    f: `the training loss is down to ${show(t)}, and the validation loss, ${show(v)}, stays close to its lowest, ${show(low)}. The gap alone is no illness.`,
  }[FINDINGS[place(knobs)]];
}

const STYLE = `
:host { display: block; text-align: left; color: var(--pst-color-text-base, #222); font-size: 1rem; }
.knobs { display: grid; grid-template-columns: repeat(auto-fit, minmax(9.5rem, 1fr)); gap: .3rem .8rem; margin-bottom: .5rem; }
label { display: block; font-size: .88rem; }
select { width: 100%; }
.buttons { display: flex; flex-wrap: wrap; gap: .4rem; margin: .4rem 0; }
select, button { font: inherit; font-size: .9rem; color: inherit; background: var(--pst-color-surface, #eee); max-width: 100%;
  border: 1px solid var(--pst-color-border, #777); border-radius: .25rem; padding: .3rem .55rem; }
button { cursor: pointer; }
button[aria-disabled=true] { opacity: .6; cursor: default; }
button.main { border-color: var(--pst-color-primary, #0a7d91); border-width: 2px; }
button:focus-visible, select:focus-visible { outline: 3px solid var(--pst-color-primary, #0a7d91); outline-offset: 2px; }
.say { margin: .4rem 0; padding: .45rem .6rem; background: var(--pst-color-surface, #eee); border-radius: .25rem; min-height: 4.6em; overflow-wrap: anywhere; }
.key { margin: .2rem 0 0; font-size: .85rem; }
svg { display: block; width: 100%; max-width: 38rem; height: auto; }
svg text { font: 13px system-ui, sans-serif; fill: currentColor; }
.frame { fill: none; stroke: var(--pst-color-border, #999); }
.grid { stroke: var(--pst-color-border, #999); opacity: .35; }
.curve { fill: none; stroke-width: 2.2; }
.training { stroke: var(--pst-color-primary, #0a7d91); }
.validation { stroke: var(--pst-color-secondary, #8045e5); stroke-dasharray: 7 4; }
.low { fill: var(--pst-color-background, #fff); stroke: var(--pst-color-secondary, #8045e5); stroke-width: 2.2; }
`;

const PANEL = `
<div class="buttons"><button type="button" class="main" data-go="draw">Draw a run, settings hidden</button>
  <button type="button" data-go="open">Show its settings</button></div>
<div class="picture"></div>
<p class="key">Solid: training loss. Dashed: validation loss; the disc marks its lowest point. Each step on the scale of the losses is a power of ten.</p>
<div class="buttons" role="group" aria-label="What do the curves show?">${Object.entries(ANSWERS).map(([key, text]) => `<button type="button" data-answer="${key}">${text}</button>`).join("")}</div>
<p class="say" role="status" aria-live="polite" aria-atomic="true"></p>
<div class="knobs">${NAMES.map((name, k) => `<label>${name}<select data-knob="${k}"><option value="-1" hidden>?</option>${VALUES[k].map((value, at) => `<option value="${at}">${SPOKEN[k](value)}</option>`).join("")}</select></label>`).join("")}</div>`;

class LearningCurves extends HTMLElement {
  connectedCallback() {
    if (this.shadowRoot) return;
    const root = this.attachShadow({ mode: "open" });
    root.innerHTML = `<style>${STYLE}</style>${PANEL}`;
    this.find = (selector) => root.querySelector(selector);
    this.drawn = 0;
    this.state = { knobs: [2, 0, 0, 1, 0], hidden: false, answer: null };
    for (const select of root.querySelectorAll("select")) select.addEventListener("input", () => this.turned(select));
    root.addEventListener("click", (event) => this.clicked(event.target.closest("button")));
    this.set({});
  }

  set(change) {
    this.state = { ...this.state, ...change };
    this.render();
  }

  turned(select) {
    const knobs = [...this.state.knobs];
    knobs[Number(select.dataset.knob)] = Number(select.value);
    this.set({ knobs, hidden: false, answer: null });
  }

  clicked(button) {
    if (!button || button.getAttribute("aria-disabled") === "true") return;
    const { go, answer } = button.dataset;
    if (go === "draw") this.set({ knobs: this.next(), hidden: true, answer: null });
    else if (go === "open") this.set({ hidden: false });
    else this.set({ answer });
  }

  /** A run for the next question: the five findings take turns, each run of a finding comes before any is repeated. */
  next() {
    const wanted = "ohufn"[this.drawn % 5], turn = Math.floor(this.drawn / 5);
    const runs = [...FINDINGS].flatMap((finding, at) => (finding === wanted ? [at] : []));
    this.drawn += 1;
    let at = runs[(turn * 7 + 3) % runs.length];
    const knobs = [];
    for (let k = VALUES.length - 1; k >= 0; k -= 1) {
      knobs[k] = at % VALUES[k].length;
      at = Math.floor(at / VALUES[k].length);
    }
    return knobs;
  }

  render() {
    const { knobs, hidden, answer } = this.state;
    for (const select of this.shadowRoot.querySelectorAll("select")) select.value = hidden ? "-1" : String(knobs[Number(select.dataset.knob)]);
    this.find("[data-go=open]").setAttribute("aria-disabled", String(!hidden));
    for (const button of this.shadowRoot.querySelectorAll("[data-answer]")) button.setAttribute("aria-pressed", String(button.dataset.answer === answer));
    const { training, validation } = curves(knobs), low = Math.min(...validation), when = EVERY * validation.indexOf(low);
    const numbers = `Training loss from ${show(training[0])} to ${show(training.at(-1))}; validation loss lowest, ${show(low)}, after pass ${when}, at the end ${show(validation.at(-1))}.`;
    this.find(".say").textContent = this.sentence(numbers);
    this.draw(training, validation, low, when, numbers);
  }

  sentence(numbers) {
    const { knobs, hidden, answer } = this.state, right = FINDINGS[place(knobs)];
    const given = knobs.map((at, k) => `${NAMES[k]} ${SPOKEN[k](VALUES[k][at])}`).join(", ");
    const asked = hidden ? `Run ${this.drawn}, settings hidden. ` : `${given[0].toUpperCase()}${given.slice(1)}. `;
    if (answer === null) return `${asked}${numbers} What do the curves show?`;
    const settings = hidden ? "" : ` (${given})`;
    return `${answer === right ? "Yes" : "Not quite"}. ${ANSWERS[right]}${settings}: ${reason(knobs)}`;
  }

  draw(training, validation, low, when, numbers) {
    const all = [...training, ...validation].map((loss) => Math.min(loss, 999));
    const bottom = Math.floor(Math.log10(Math.min(...all))), top = Math.max(bottom + 1, Math.ceil(Math.log10(Math.max(...all))));
    const x = (k) => LEFT + (WIDE - LEFT - RIGHT) * k / (POINTS - 1);
    const y = (loss) => ABOVE + (HIGH - ABOVE - BELOW) * (top - Math.log10(Math.min(loss, 999))) / (top - bottom);
    const line = (name, losses) => `<polyline class="curve ${name}" points="${losses.map((loss, k) => `${x(k).toFixed(1)},${y(loss).toFixed(1)}`).join(" ")}"/>`;
    const rows = Array.from({ length: top - bottom + 1 }, (_, k) => bottom + k).map((e) =>
      `<line class="grid" x1="${LEFT}" x2="${WIDE - RIGHT}" y1="${y(10 ** e)}" y2="${y(10 ** e)}"/><text x="${LEFT - 6}" y="${y(10 ** e) + 4}" text-anchor="end">${e < 0 ? (10 ** e).toFixed(-e) : 10 ** e}</text>`);
    const passes = [0, 10, 20, 30, 40, 50, 60].map((p) => `<text x="${x(p / EVERY)}" y="${HIGH - BELOW + 17}" text-anchor="middle">${p}</text>`);
    this.find(".picture").innerHTML = `<svg viewBox="0 0 ${WIDE} ${HIGH}" role="img" aria-label="Learning curves. ${numbers}">${rows.join("")}`
      + `<rect class="frame" x="${LEFT}" y="${ABOVE}" width="${WIDE - LEFT - RIGHT}" height="${HIGH - ABOVE - BELOW}"/>${line("training", training)}${line("validation", validation)}`
      + `<circle class="low" cx="${x(when / EVERY)}" cy="${y(low)}" r="5"/>${passes.join("")}<text x="${WIDE - RIGHT}" y="${HIGH - 4}" text-anchor="end">passes through the training set</text><text x="4" y="${HIGH - 4}">loss</text></svg>`;
  }
}

if (!customElements.get("dlf-learning-curves")) customElements.define("dlf-learning-curves", LearningCurves);
