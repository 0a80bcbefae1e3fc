import type { Preset } from '../preset.ts';
import { defenseAxis, protocolNote } from './quick-base.ts';

const transformer = {
  id: 'bert4rec',
  params: {
    embeddingSize: 64,
    blocks: 1,
    feedForwardSize: 128,
    maxLength: 30,
    epochs: 30,
    batchSize: 128,
    learningRate: 0.003,
    patience: 0,
  },
};

export const groFig2Movielens: Preset = {
  id: 'gro-2024/fig-2-movielens',
  title: 'Stealing a film recommender, and four answers to it',
  story:
    'The same table as on made-up sequences, with films that people rated: what a thief’s copy hits and how far it agrees with its victim under no defense, GRO, shuffled and reversed lists. Look at the intervals: 600 people tell less than they seem to.',
  paper: 'zhang-2024',
  spec: {
    version: 1,
    seed: 1,
    repeats: 1,
    dataset: { id: 'movielens-small', params: {} },
    prepare: [{ id: 'k-core', params: { users: 20, items: 20, iterated: true } }],
    split: { id: 'leave-one-out', params: { pick: 'latest', minimum: 2 } },
    victim: transformer,
    attack: {
      id: 'model-extraction',
      params: {
        surrogate: { ...transformer, params: { ...transformer.params, epochs: 12 } },
        sequenceCount: 300,
        sequenceLength: 30,
        listLength: 100,
      },
    },
    evaluation: { cutoffs: [10, 100], protocol: { history: 'kept' }, control: false },
    axes: [defenseAxis({ listLength: 100, swapWeight: 0.1 })],
  },
  reduced: [
    '625 people and 1,283 films of MovieLens small (each with at least 20 ratings) in place of MovieLens-1M, MovieLens-20M and Steam.',
    'Histories of at most 30 items and one transformer block, in place of 200 or 50 items and two blocks.',
    '9,000 queries (300 made-up histories) in place of 3,000 histories of 200 or 50 items.',
    '30 epochs of the victim and 12 of its copy in place of 1,000 and 200.',
  ],
  estimate: { seconds: 1500, bytes: 100e6 },
  published: [],
  notes: [
    'Fig. 2 is given only as a picture, and of other data.',
    'HR@10 of victim and copy, and their agreement@10: none .053, .050, .521; GRO .054, .043, .510; random .030, .043, .098; reverse .026, .045, .010. Against the undefended pair GRO changes the victim by +.002 (95% interval over users -.011 to .014), the copy by -.006 (-.024 to .010) and agreement by -.011 (-.026 to .005): users lose nothing, and what the thief loses is within the noise. All copies are within the noise of each other.',
    'λ is 0.1, the paper’s best for MovieLens-1M. At 1, the README’s, a trained victim of another seed fell from .050 HR@10 to .026, .042 and .038 in three epochs of GRO.',
    protocolNote,
    'The cost is processor time on a shared machine, summed from the parts; GRO takes most of it.',
  ],
};
