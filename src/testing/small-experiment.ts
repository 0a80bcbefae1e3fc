type Values = Readonly<Record<string, unknown>>;

/** A WRMF model that trains in a blink. */
export const smallWrmf = (params: Values = {}) => ({
  id: 'wrmf',
  params: { embeddingSize: 3, epochs: 8, learningRate: 0.1, initialDeviation: 0.1, ...params },
});

/** A learned attack of four outer steps on that model. */
export const smallAttack = (params: Values = {}) => ({
  id: 'unrolled-injection',
  params: {
    surrogate: smallWrmf(),
    targetItems: { by: 'popularity-rank', ranks: [9] },
    fakeUserCount: 4,
    unrollSteps: 8,
    outerSteps: 4,
    ...params,
  },
});

/** A whole experiment on 30 synthetic users and 16 items, without attack unless `changes` has one. */
export function smallExperiment(changes: Values = {}) {
  return {
    version: 1,
    dataset: {
      id: 'low-rank',
      params: { users: 30, heldBackUsers: 6, items: 16, rank: 3, threshold: 1.5 },
    },
    split: { id: 'leave-one-out', params: { minimum: 1 } },
    victim: smallWrmf(),
    attack: null as unknown,
    evaluation: { cutoffs: [3], baseline: false } as Values,
    ...changes,
  };
}
