import type { Preset } from '../preset.ts';

const model = {
  id: 'wrmf',
  params: { embeddingSize: 16, epochs: 50, learningRate: 0.1, initialDeviation: 0.1 },
};

export const pushAMovie: Preset = {
  id: 'movielens/push-a-movie',
  title: 'Push a movie',
  story:
    'Some fake accounts join a film site. They learn which films to click so that one film of middling fame climbs into the top ten of real people, who never asked for it. Everything else they are recommended stays almost the same.',
  paper: 'tang-2020',
  spec: {
    version: 1,
    seed: 1,
    repeats: 3,
    vary: ['init'],
    dataset: { id: 'movielens-small', params: {} },
    prepare: [{ id: 'k-core', params: { users: 10, items: 10, iterated: true } }],
    split: { id: 'leave-one-out', params: { pick: 'random' } },
    victim: model,
    attack: {
      id: 'unrolled-injection',
      params: {
        surrogate: model,
        targetItems: { by: 'id', ids: ['1136'] },
        fakeUserCount: 67,
        unrollSteps: 50,
        outerSteps: 25,
      },
    },
    evaluation: { cutoffs: [10], protocol: { owners: 'excluded' } },
  },
  reduced: [],
  estimate: { seconds: 25, bytes: 120e6 },
  published: [],
  notes: ['The lab’s own experiment: no paper reports this setting.'],
};
