const model = { id: 'wrmf', params: { embeddingSize: 4, epochs: 6, learningRate: 0.3 } };

/** A whole experiment that even a software GPU finishes in seconds: 100 users, 50 items, and an attack that works on its own model. */
export function toy({ outerSteps = 5, ...changes }: Readonly<Record<string, unknown>> = {}) {
  return {
    version: 1,
    seed: 1,
    dataset: {
      id: 'low-rank',
      params: { users: 100, heldBackUsers: 10, items: 50, rank: 5, threshold: 2.5 },
    },
    split: { id: 'leave-one-out', params: { pick: 'random', minimum: 1 } },
    victim: model,
    attack: {
      id: 'unrolled-injection',
      params: {
        surrogate: model,
        targetItems: { by: 'popularity-rank', ranks: [40] },
        fakeUserCount: 12,
        unrollSteps: 6,
        outerSteps,
      },
    },
    evaluation: { cutoffs: [10] },
    ...changes,
  };
}
