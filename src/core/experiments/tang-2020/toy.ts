/**
 * The synthetic experiment of Tang et al. 2020, section 3, with the settings of the authors' notebook: 900 genuine users, 100 fake ones
 * that begin as genuine users held back, 300 items, rank 20, threshold 5; WRMF with 16 dimensions, 100 Adam steps of 0.5;
 * 50 outer steps of 1.0 with momentum 0.99, projection at 0.2.
 */
export const toy = {
  version: 1,
  seed: 1,
  repeats: 5,
  dataset: { id: 'low-rank', params: { users: 900, heldBackUsers: 100, items: 300, rank: 20, threshold: 5 } },
  split: { id: 'leave-one-out', params: { pick: 'random', minimum: 1 } },
  victim: { id: 'wrmf', params: {} },
  attack: {
    id: 'unrolled-injection',
    params: {
      surrogate: { id: 'wrmf', params: {} },
      targetItems: { by: 'id', ids: ['0'] },
      fakeUserCount: 100,
      initialProfiles: 'held-back',
      unrollSteps: 100,
      outerSteps: 50,
    },
  },
  evaluation: { cutoffs: [10], protocol: { owners: 'miss' } },
} as const;
