// Runs the playground's own modules without a page: a request as JSON on stdin, the answer on stdout.

import { readFileSync } from "node:fs";
import { inputsOf, readPoints } from "../../book/_widgets/playground/data.mjs";
import { descend, flatten, forward, gradient, meanLoss, withParameters } from "../../book/_widgets/playground/network.mjs";
import { decode, encode, readSetting } from "../../book/_widgets/playground/state.mjs";
import { advance, begin, measure } from "../../book/_widgets/playground/training.mjs";

const plain = (values) => [...values];

function trained(fragment, epochs) {
  let run = begin(decode(fragment).settings);
  for (let k = 0; k < epochs; k += 1) run = advance(run);
  return run;
}

const COMMANDS = {
  /** Losses and accuracies after each of the epochs, for each seed: [seed][epoch]. */
  learn: ({ fragment, seeds, epochs }) => seeds.map((seed) => {
    let run = begin(decode(`${fragment}&seed=${seed}`).settings);
    return epochs.map((epoch) => {
      while (run.epoch < epoch) run = advance(run);
      return measure(run);
    });
  }),
  /** The points, the network and what it computes for them. */
  inspect: ({ fragment, epochs = 0, parameters }) => {
    const { settings, train, test, network } = trained(fragment, epochs);
    const own = parameters ? withParameters(network, parameters) : network;
    const { values, scores } = forward(own, train.inputs, train.targets.length);
    return {
      points: train.points, test: test.points, inputs: plain(train.inputs), targets: plain(train.targets),
      parameters: flatten(own), values: values.map(plain), scores: plain(scores),
      loss: meanLoss(own.task, scores, train.targets),
      gradient: flatten({ layers: gradient(own, train.inputs, train.targets) }),
      settings,
    };
  },
  /** The parameters after one step with every training point. */
  step: ({ fragment, rate, penalty, lambda }) => {
    const { network, train } = begin(decode(fragment).settings);
    const slopes = gradient(network, train.inputs, train.targets);
    return flatten(descend(network, slopes, rate, penalty, lambda));
  },
  /** The scores of a trained network at given points. */
  scores: ({ fragment, epochs, points }) => {
    const { network, settings } = trained(fragment, epochs);
    return plain(forward(network, inputsOf(points, settings.features), points.length).scores);
  },
  read: ({ text }) => readPoints(text),
  decode: ({ fragment }) => decode(fragment),
  roundtrip: ({ fragment }) => encode(decode(fragment).settings),
  setting: ({ key, text }) => readSetting(key, text).value ?? null,
  /** What comes of stopping after some epochs, writing the address, reading it again and going on. */
  resume: ({ fragment, first, more }) => {
    const { settings, network, epoch } = trained(fragment, first);
    const address = encode({ ...settings, epoch, weights: flatten(network) });
    return { address, resumed: flatten(trained(address, more).network), straight: flatten(trained(fragment, first + more).network) };
  },
};

const requests = JSON.parse(readFileSync(0, "utf-8"));
const answers = requests.map(({ command, ...request }) => COMMANDS[command](request));
// JSON has no number that is not finite: such a one is written as a word.
process.stdout.write(JSON.stringify(answers, (_, value) => (typeof value === "number" && !Number.isFinite(value) ? String(value) : value)));
