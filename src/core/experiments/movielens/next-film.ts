import type { Preset } from '../preset.ts';

/** A transformer of one block, for histories of a few dozen films. */
const transformer = {
  embeddingSize: 64,
  blocks: 1,
  feedForwardSize: 128,
  batchSize: 128,
  learningRate: 0.003,
  patience: 0,
};

const recommenders = (bert4rec: Readonly<Record<string, unknown>>) => ({
  name: 'model',
  points: [
    { label: 'Popularity', set: { victim: { id: 'popularity', params: {} } } },
    { label: 'ItemCF', set: { victim: { id: 'item-cf', params: { neighbourCount: 10000 } } } },
    { label: 'BERT4Rec', set: { victim: { id: 'bert4rec', params: { ...transformer, ...bert4rec } } } },
  ],
});

/** History kept is the habit of the extraction papers; masked is what a shop would serve. */
const histories = {
  name: 'history',
  points: ['kept', 'masked'].map((label) => ({ label, set: { 'evaluation.protocol.history': label } })),
};

const common = {
  version: 1,
  seed: 1,
  repeats: 1,
  split: { id: 'leave-one-out', params: { pick: 'latest', minimum: 2 } },
  victim: { id: 'popularity', params: {} },
  attack: null,
} as const;

const evaluation = (epochs: readonly number[]) => ({
  cutoffs: [10],
  control: false,
  at: { of: 'epochs', values: epochs, retrain: false },
});

export const nextFilm: Preset = {
  id: 'movielens/next-film',
  title: 'Is the order of films worth anything?',
  story:
    'The last film of every person is hidden and guessed from those before it: by popularity, by films that share viewers, and by a transformer that reads the order. Only a recommender that is worth something is worth stealing.',
  paper: 'zhang-2024',
  spec: {
    ...common,
    dataset: { id: 'movielens-small', params: {} },
    prepare: [{ id: 'k-core', params: { users: 20, items: 20, iterated: true } }],
    evaluation: evaluation([10, 20, 30, 40, 50, 60]),
    axes: [recommenders({ maxLength: 30, epochs: 60 }), histories],
  },
  reduced: [],
  estimate: { seconds: 600, bytes: 60e6 },
  published: [],
  notes: [
    'NDCG@10 with the history kept: popularity .015, ItemCF .021, BERT4Rec .040 after 60 epochs (.024 after 30); masked: .025, .042, .063. HR@10 kept: .030, .043, .078; masked: .053, .085, .120. An independent implementation has HR@10 .030, .043 and .086 with the history kept.',
    'BERT4Rec is still improving after 60 epochs: its figures are no end point.',
  ],
};

export const nextFilm100k: Preset = {
  id: 'movielens/next-film-100k',
  title: 'Is the order of films worth anything? (MovieLens 100K)',
  story:
    'As the smaller experiment of this name, on the 943 people of MovieLens 100K with histories of 50 films: how the hit rate of a transformer grows over its epochs, beside popularity and films that share viewers.',
  paper: 'zhang-2024',
  spec: {
    ...common,
    dataset: { id: 'ml-100k', params: {} },
    evaluation: { ...evaluation([1, 5, 10, 20, 30, 40, 50, 60, 80, 100]), protocol: { history: 'kept' } },
    axes: [recommenders({ maxLength: 50, epochs: 100 })],
  },
  reduced: [],
  estimate: { seconds: 920, bytes: 100e6 },
  published: [],
  notes: [
    'Needs the MovieLens 100K files through --data.',
    'HR@10 with the history kept: popularity .029, ItemCF .029, BERT4Rec .013, .021, .030, .053, .065, .050, .058, .060, .086, .104 after 1, 5, 10, 20, 30, 40, 50, 60, 80, 100 epochs, and still improving. It took 15 minutes of processor time.',
  ],
};
