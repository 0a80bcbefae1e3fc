import type { Preset } from '../preset.ts';
import { toy } from './toy.ts';

const model = {
  id: 'item-autoencoder',
  params: { layerSizes: [64, 32], activation: 'selu', epochs: 50, learningRate: 0.01 },
};

export const fig4b: Preset = {
  id: 'tang-2020/fig-4b',
  title: 'Gradient depth with an autoencoder',
  story:
    'An autoencoder reads the data when it scores, so even without unrolling a part of the gradient reaches the fake users. Following it through the training too makes the attack stronger.',
  paper: 'tang-2020',
  spec: {
    ...toy,
    repeats: 3,
    victim: model,
    attack: { ...toy.attack, params: { ...toy.attack.params, surrogate: model } },
    axes: [{ name: 'depth', path: 'attack.params.unrollSteps', values: [0, 5, 25, 50] }],
  },
  reduced: [
    '3 repeats instead of 5.',
    '50 training steps of the autoencoder: the paper does not say how many it takes in the toy.',
  ],
  estimate: { seconds: 1600, bytes: 60e6 },
  published: [],
  notes: [
    'Figure only: Fig. 4b is a bar chart whose numbers stand nowhere in the text.',
    'Three repeats, target.hr@10 on the attacker’s own seed: .073 at depth 0 (.060 to .091 by repeat), .057 at 5 (.019 to .087), .241 at 25 (.231 to .254), .304 at 50 (.267 to .364); clean .037. On victims of another seed little of that is left: .068, .038, .084, .076, with random filler .036 to .057.',
    'A gradient through few steps does not help at any outer rate: with another seed, one repeat, rates 0.1, 0.3, 1, 3, 10 gave .056, .052, .047, .043, .026 at depth 5 and .080, .076, .051, .086, .080 at depth 0. The authors tune the rate for each depth; here all depths share 1.',
  ],
};
