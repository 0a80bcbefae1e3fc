import type { Preset } from '../preset.ts';
import { smallModels } from './movielens-base.ts';

export const beatTheMachine: Preset = {
  id: 'tang-2020/beat-the-machine',
  title: 'Beat the machine',
  story:
    'You pick what your fake accounts watch, nine films beside the one you push; can you beat the gradient? A learned attack has the same film, as many accounts and no more clicks, and both are measured on recommenders trained from the same seeds.',
  paper: 'tang-2020',
  spec: {
    version: 1,
    seed: 1,
    repeats: 3,
    vary: ['init'],
    dataset: { id: 'movielens-small', params: {} },
    prepare: [{ id: 'k-core', params: { users: 10, items: 10, iterated: true } }],
    split: { id: 'leave-one-out', params: { pick: 'random' } },
    victim: smallModels.wrmf,
    attack: {
      id: 'hand-made',
      params: {
        targetItems: { by: 'id', ids: ['1136'] },
        fakeUserCount: 67,
        clickCap: 10,
        profile: { by: 'popularity-rank', ranks: [1, 2, 3] },
      },
    },
    evaluation: {
      cutoffs: [10],
      protocol: { owners: 'excluded' },
      opponent: {
        id: 'unrolled-injection',
        params: {
          surrogate: smallModels.wrmf,
          unrollSteps: 50,
          outerSteps: 25,
          forceTargets: true,
          keep: 'best',
        },
      },
    },
  },
  reduced: [
    'MovieLens small in place of Gowalla, one target in place of five, and at most 10 clicks a fake user where the paper sets no limit.',
  ],
  estimate: { seconds: 30, bytes: 120e6 },
  published: [],
  notes: [
    'The lab’s own experiment: no paper reports this setting.',
    'Of 14 hand-made profiles that were tried with these seeds, the best had three profiles of three popular films each (ranks 1 to 9), a third of the fake users with each: 28.0% of the users on average against 29.8% of the machine. The nine films together in one profile reached 22.2%, the target alone 21.2%.',
    'The opponent always clicks the target, as hand-made profiles do, and keeps the profiles that were best on its own model.',
  ],
};
