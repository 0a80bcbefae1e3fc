import type { Preset } from '../preset.ts';

const core20 = [{ id: 'k-core', params: { users: 20, items: 20, iterated: true } }];
/** As the authors filter: items with fewer than 5 interactions go, then users, once. */
const filtered = [
  { id: 'k-core', params: { users: 0, items: 5, iterated: false } },
  { id: 'k-core', params: { users: 5, items: 0, iterated: false } },
];
const described = { version: 1, seed: 1, repeats: 1, evaluation: { dataOnly: true } } as const;

export const groTable1: Preset = {
  id: 'gro-2024/table-1',
  title: 'How long are the histories that can be stolen?',
  story:
    'Users, items, mean length and density of the data behind the extraction experiments. A thief’s made-up histories should be about as long as these.',
  paper: 'zhang-2024',
  spec: {
    ...described,
    dataset: { id: 'movielens-small', params: {} },
    axes: [
      {
        name: 'data',
        points: [
          {
            label: 'made-up sequences',
            set: {
              dataset: {
                id: 'markov-sequences',
                params: { users: 800, items: 120, length: 12, order: 'one', branching: 4, noise: 0.15 },
              },
            },
          },
          { label: 'MovieLens small', set: {} },
          { label: 'MovieLens small, 20-core', set: { prepare: core20 } },
        ],
      },
    ],
  },
  reduced: ['The data that come with this page in place of MovieLens-1M, MovieLens-20M and Steam.'],
  estimate: { seconds: 2, bytes: 20e6 },
  published: [],
  notes: [],
};

const at = { data: 'MovieLens 1M' };
const source = 'Zhang et al. 2024, Table 1';

export const groTable1Paper: Preset = {
  id: 'gro-2024/table-1@paper',
  title: 'The paper’s own data',
  story: groTable1.story,
  paper: 'zhang-2024',
  spec: {
    ...described,
    dataset: { id: 'ml-1m', params: { ratings: 'recovered', users: 'all' } },
    prepare: filtered,
    axes: [
      {
        name: 'data',
        points: [
          { label: 'MovieLens 1M', set: {} },
          {
            label: 'MovieLens 1M, known times',
            set: { dataset: { id: 'ml-1m', params: { ratings: 'recovered', users: 'timed' } } },
          },
        ],
      },
    ],
  },
  reduced: [
    'MovieLens-20M and Steam are not here: give MovieLens-20M’s ratings.csv by --file, and Steam as a table with user, item and time.',
  ],
  estimate: { seconds: 10, bytes: 200e6 },
  published: [
    { at, phase: 'clean', metric: 'data.users', value: 6040, source },
    { at, phase: 'clean', metric: 'data.items', value: 3416, source },
    { at, phase: 'clean', metric: 'data.profileLength.mean', value: 165.5, source },
    { at, phase: 'clean', metric: 'data.density', value: 0.0484, source },
  ],
  notes: [
    'Needs the raw files through --data. The recovered table lacks 601 of the 1,000,209 ratings, and times for 2,032 users, who are left out where histories are needed.',
    'MovieLens-20M has 138,493 users, 18,345 items, mean length 144.3, density 0.79%; Steam 334,542, 13,046, 12.6, 0.10% (Zhang et al. 2024, Table 1).',
    'The Steam 200K table has hours of play and no times, so that no history can be ordered; it cannot stand in for the reviews that the paper uses.',
  ],
};
