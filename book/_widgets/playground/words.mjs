// Numbers and sentences: what is said and what stands in the tables.

import { FEATURES } from "./data.mjs";

/** Four decimals, or a power of ten where they would not do, with a real minus sign. */
export function show(value) {
  if (!Number.isFinite(value)) return "not a number";
  const size = Math.abs(value), text = size >= 1e5 || (size > 0 && size < 5e-5) ? value.toExponential(2) : value.toFixed(4);
  return text.replaceAll("-", "−").replace("e+", "e");
}

const percent = (share) => `${Number((100 * share).toFixed(1))} %`;

/** A share as a percentage; a dash where there is none. */
export const showAccuracy = (share) => (share === null ? "–" : percent(share));

/** The live line: epoch, losses, accuracies. */
export function spoken(epoch, { train, test }) {
  const losses = `Epoch ${epoch}. Loss ${show(train.loss)} in training, ${show(test.loss)} on the test.`;
  if (train.accuracy === null) return losses;
  return `${losses} Right: ${percent(train.accuracy)} and ${percent(test.accuracy)}.`;
}

/** What a unit is called: "hidden layer 1, unit 2", "the output". */
export function unitName(layer, unit, layers) {
  return layer === layers ? "the output" : `hidden layer ${layer}, unit ${unit}`;
}

/** With a capital, as at the head of a sentence. */
export const capital = (text) => text[0].toUpperCase() + text.slice(1);

/** The names of what enters a layer (1 is the first hidden one), one for each row of its weights. */
export function sourceNames(layer, { features, hidden }) {
  if (layer === 1) return features.map((key) => FEATURES[key].name);
  return Array.from({ length: hidden[layer - 2] }, (_, k) => `unit ${k + 1}`);
}

/** Every number of a run as tables in HTML: losses, and for each layer its weights and biases, exact. */
export function numberTables({ network, settings, epoch }, { train, test }) {
  const row = (name, cells) => `<tr><th scope="row">${name}</th>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`;
  const head = (names) => `<thead><tr><td></td>${names.map((name) => `<th scope="col">${name}</th>`).join("")}</tr></thead>`;
  const exact = (value) => (value === null ? "–" : String(value).replaceAll("-", "−"));
  const table = (caption, names, rows) => `<div class="wide" tabindex="0" role="region" aria-label="${caption}">
    <table><caption>${caption}</caption>${head(names)}<tbody>${rows.join("")}</tbody></table></div>`;
  const layers = network.layers.map(({ outputs, weights, biases }, k) => {
    const last = k === network.layers.length - 1;
    const sources = sourceNames(k + 1, settings);
    const rows = sources.map((name, i) => row(`from ${name}`, [...weights.slice(i * outputs, (i + 1) * outputs)].map(exact)));
    return table(last ? "Weights of the output" : `Weights of hidden layer ${k + 1}`,
      last ? ["output"] : Array.from({ length: outputs }, (_, j) => `unit ${j + 1}`),
      [row("bias", [...biases].map(exact)), ...rows]);
  });
  const losses = table(`After epoch ${epoch}`, ["loss", "share right"],
    [["training", train], ["test", test]].map(([name, { loss, accuracy }]) => row(name, [exact(loss), exact(accuracy)])));
  return losses + layers.join("");
}
