const transformer = {
  id: 'bert4rec',
  params: {
    embeddingSize: 8,
    blocks: 1,
    feedForwardSize: 16,
    maxLength: 8,
    epochs: 6,
    batchSize: 16,
    learningRate: 0.01,
    patience: 0,
  },
};

/** A theft of a small recommender of made-up sequences, without defense and with GRO. */
export const theftOf = (epochs: number, sequenceCount: number) => ({
  version: 1,
  seed: 3,
  dataset: {
    id: 'markov-sequences',
    params: { users: 60, items: 40, length: 8, order: 'one', branching: 3, noise: 0.1 },
  },
  split: { id: 'leave-one-out', params: { pick: 'latest', minimum: 2 } },
  victim: { ...transformer, params: { ...transformer.params, epochs } },
  attack: {
    id: 'model-extraction',
    params: {
      surrogate: { ...transformer, params: { ...transformer.params, epochs: 2 } },
      sequenceCount,
      sequenceLength: 5,
      listLength: 8,
    },
  },
  evaluation: { cutoffs: [5], protocol: { history: 'kept' }, control: false },
  axes: [
    {
      name: 'defense',
      points: [
        { label: 'none', set: { defenses: [] } },
        { label: 'GRO', set: { defenses: [{ id: 'gro', params: { listLength: 8, swapWeight: 0.3 } }] } },
      ],
    },
  ],
});
