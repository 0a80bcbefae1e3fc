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
  estimate: { seconds: 1200, bytes: 60e6 },
  published: [],
  notes: [
    'Figure only: Fig. 4b is a bar chart whose numbers stand nowhere in the text.',
    'The authors tune the outer learning rate for each depth; here all depths share one, and 5 steps did worse than none in a shortened run of 2 repeats and 30 outer steps.',
    'The cost is extrapolated from parts: this experiment has not been run whole yet.',
  ],
};
