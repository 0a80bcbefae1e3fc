import type { Preset } from '../preset.ts';
import { fig4b } from './fig-4b.ts';
import { toy } from './toy.ts';

/** As in the authors' notebook: layers of 64 and 32, SELU, 0.01 by Adam, as many steps as WRMF there. */
const model = {
  id: 'item-autoencoder',
  params: { layerSizes: [64, 32], activation: 'selu', epochs: 100, learningRate: 0.01 },
};

export const fig4bPaper: Preset = {
  id: 'tang-2020/fig-4b@paper',
  title: 'Gradient depth with an autoencoder, at the paper’s size',
  story: fig4b.story,
  paper: 'tang-2020',
  spec: {
    ...toy,
    victim: model,
    attack: { ...toy.attack, params: { ...toy.attack.params, surrogate: model } },
    axes: [{ name: 'depth', path: 'attack.params.unrollSteps', values: [0, 1, 5, 10, 25, 50, 100] }],
  },
  reduced: [],
  estimate: { seconds: 9000, bytes: 60e6 },
  published: [],
  notes: [
    'Figure only: Fig. 4b is a bar chart whose numbers stand nowhere in the text.',
    'The paper does not say how many training steps the autoencoder takes in the toy; 100 are those of its WRMF.',
    'The authors tune the outer learning rate for each depth; here all depths share one.',
    'The cost is extrapolated from parts.',
  ],
};
