// The playground's controls, as HTML.

import { SETS } from "./data.mjs";
import { ACTIVATION_NAMES, BATCHES, LAMBDAS, PENALTY_NAMES, RATES, SPEEDS } from "./state.mjs";

const choice = (key, label, options) => `<label>${label}<select data-key="${key}">
  ${options.map(([value, name]) => `<option value="${value}">${name}</option>`).join("")}</select></label>`;
const slider = (key, label, low, high, step) => `<label><span>${label} <output data-of="${key}"></output></span>
  <input type="range" data-key="${key}" min="${low}" max="${high}" step="${step}"></label>`;
const numeric = (key, label, low, high, step) => `<label>${label}
  <input type="number" inputmode="numeric" data-key="${key}" min="${low}" max="${high}" step="${step}"></label>`;
const same = (values, name = String) => values.map((value) => [value, name(value)]);
const line = (kind) => `<svg class="line" viewBox="0 0 27 10" aria-hidden="true"><polyline class="${kind}" points="0,5 27,5"/></svg>`;

export const PANEL = `
<div class="bar" role="group" aria-label="Training">
  <button type="button" class="play" data-do="play">Play</button>
  <button type="button" data-do="step">One epoch</button>
  <button type="button" data-do="reset">Start again</button>
  <button type="button" data-do="seed">Next seed</button>
  <button type="button" data-do="copy">Copy link</button>
  <span class="epoch">epoch <b>0</b></span>
</div>
<fieldset class="knobs"><legend>Points</legend>
  ${choice("data", "set", Object.entries(SETS).map(([key, { name }]) => [key, name]))}
  ${numeric("points", "number", 10, 500, 10)}
  ${slider("noise", "noise", 0, 1, 0.05)}
  ${slider("train", "training", 0.1, 0.9, 0.1)}
  ${numeric("seed", "seed", 0, 9999, 1)}
  <label class="tick"><input type="checkbox" data-key="show"> show test</label>
</fieldset>
<fieldset class="knobs"><legend>Training</legend>
  ${choice("activation", "activation", Object.entries(ACTIVATION_NAMES))}
  ${choice("rate", "rate", same(RATES))}
  ${choice("batch", "batch", same(BATCHES, (size) => (size ? String(size) : "all")))}
  ${choice("penalty", "penalty", Object.entries(PENALTY_NAMES))}
  ${choice("lambda", "its rate λ", same(LAMBDAS))}
  ${choice("speed", "epochs a frame", same(SPEEDS))}
</fieldset>
<div class="stage">
  <div class="left">
    <div class="layers" role="group" aria-label="Hidden layers">
      <button type="button" class="small" data-layers="-1" aria-label="One hidden layer less">−</button>
      <span class="layer-count"></span>
      <button type="button" class="small" data-layers="1" aria-label="One hidden layer more">+</button>
    </div>
    <div class="net"></div>
  </div>
  <div class="right">
    <div class="shown"><span></span><button type="button" data-do="output">Show the output</button></div>
    <canvas class="big" role="img"></canvas>
    <div class="scale"><span class="low">0</span><i></i><span class="high">1</span></div>
    <table class="losses"><thead><tr><th scope="col"></th><th scope="col">loss</th><th scope="col">right</th></tr></thead><tbody>
      <tr><th scope="row">${line("train")}training</th><td data-loss="train"></td><td data-right="train"></td></tr>
      <tr><th scope="row">${line("test")}test</th><td data-loss="test"></td><td data-right="test"></td></tr></tbody></table>
    <div class="chart"></div>
  </div>
  <fieldset class="weights"></fieldset>
</div>
<p class="say" role="status" aria-live="polite" aria-atomic="true"></p>
<p class="note" role="status" hidden></p>
<p class="key">Discs: target 1. Crosses: target 0. Open discs and thin crosses: test. Of the set plane: discs in the colour of the target’s sign, larger for a larger target. Thin line: where the shown unit changes its sign, or the output its answer.
  Lines between units: width for the size of a weight, dashed for a negative one. Arrow keys go from unit to unit.</p>
<details class="own"><summary>Your own points</summary>
  <p id="own-help">One point a line, <code>x,y,label</code>, with the label 0 or 1; from 4 to 500 points. They stay in this browser, and in the link that you copy.</p>
  <textarea spellcheck="false" autocapitalize="off" aria-label="Your own points, one a line: x,y,label" aria-describedby="own-help own-error"></textarea>
  <p class="error" id="own-error" role="alert"></p>
  <button type="button" data-do="own">Use these points</button> <button type="button" data-do="present">Put in the present points</button>
</details>
<details class="numbers"><summary>Every number</summary><div class="tables"></div></details>`;

/** The fields for the weights of one unit: a bias, and a weight from each unit before it. */
export function weightFields(title, sources) {
  const field = (name, place) => `<label>${name}<input type="text" inputmode="decimal" data-weight="${place}"
    autocomplete="off" aria-label="${title}, ${name}"></label>`;
  return `<legend>Weights of ${title}</legend>${field("bias", "bias")}
    ${sources.map((name, k) => field(`from ${name}`, k)).join("")}`;
}
