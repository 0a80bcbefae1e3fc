/**
 * The real-data protocol of Tang et al. 2020, section 4, at a size for a browser tab: MovieLens small (10-core) in place of Gowalla, 10%
 * fake users, five targets, every victim trained from scratch on genuine and fake users with seeds that the attacker did not use.
 */
export const movielensBase = {
  version: 1,
  seed: 1,
  dataset: { id: 'movielens-small', params: {} },
  prepare: [{ id: 'k-core', params: { users: 10, items: 10, iterated: true } }],
  split: { id: 'ratio', params: { testFraction: 0.2, over: 'user' } },
  evaluation: { cutoffs: [50], protocol: { owners: 'miss' } },
} as const;

/** Victims and surrogates as small as the data asks for. */
export const smallModels = {
  wrmf: { id: 'wrmf', params: { embeddingSize: 16, epochs: 50, learningRate: 0.1, initialDeviation: 0.1 } },
  als: { id: 'wrmf-als', params: { embeddingSize: 16 } },
  itemAutoencoder: {
    id: 'item-autoencoder',
    params: { layerSizes: [64, 32], epochs: 50, learningRate: 0.01 },
  },
  neumf: { id: 'neumf', params: { epochs: 10 } },
  multVae: { id: 'mult-vae', params: {} },
  cml: { id: 'cml', params: {} },
  itemCf: { id: 'item-cf', params: {} },
} as const;

const common = {
  fakeUserCount: 67,
  outerSteps: 25,
  targetItems: { by: 'stratum', stratum: 'head', count: 5 },
} as const;

/**
 * Surrogates of the learned attack, each with the depth at which it is used. WRMF+SGD has the outer descent of the toy, which was found
 * to work on this data; the others that of the authors' code on real data (momentum, threshold, gradient of length 1).
 */
export const smallAttacks = {
  sgd: { id: 'unrolled-injection', params: { ...common, surrogate: smallModels.wrmf, unrollSteps: 50 } },
  als: {
    id: 'unrolled-injection',
    params: {
      ...common,
      surrogate: smallModels.als,
      unrollSteps: 0,
      outerMomentum: 0.95,
      threshold: 0.1,
      normalizeGradient: true,
      forceTargets: true,
    },
  },
  itemAutoencoder: {
    id: 'unrolled-injection',
    params: {
      ...common,
      surrogate: smallModels.itemAutoencoder,
      unrollSteps: 10,
      outerMomentum: 0.95,
      threshold: 0.1,
      normalizeGradient: true,
    },
  },
} as const;
