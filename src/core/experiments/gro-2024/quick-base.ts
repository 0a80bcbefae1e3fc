/** What the quick experiments of GRO share: planted sequences, a small transformer, and the four answers to a thief. */
const transformer = {
  embeddingSize: 32,
  blocks: 1,
  feedForwardSize: 64,
  maxLength: 12,
  learningRate: 0.005,
} as const;

export const quickTransformer = {
  id: 'bert4rec',
  params: { ...transformer, epochs: 50, batchSize: 64, patience: 0 },
} as const;

export const quickCopy = { id: 'bert4rec', params: { ...transformer, epochs: 15 } } as const;

/** Items in a list of the quick experiments. */
export const quickListLength = 20;

export const quickExtraction = {
  id: 'model-extraction',
  params: {
    surrogate: quickCopy,
    sequenceCount: 250,
    sequenceLength: 12,
    listLength: quickListLength,
  },
} as const;

export const quickBase = {
  version: 1,
  seed: 1,
  repeats: 3,
  dataset: {
    id: 'markov-sequences',
    params: { users: 800, items: 120, length: 12, order: 'one', branching: 4, noise: 0.15 },
  },
  split: { id: 'leave-one-out', params: { pick: 'latest', minimum: 2 } },
  victim: quickTransformer,
  attack: quickExtraction,
  evaluation: { cutoffs: [10], protocol: { history: 'kept' }, control: false },
} as const;

/** The student’s loss with which the quick experiments were measured: the authors’ means. The paper’s sums are the default of GRO. */
const measured = { reduction: 'mean' } as const;

/** The four answers to a thief, as an axis. */
export const defenseAxis = (gro: Readonly<Record<string, unknown>>) => ({
  name: 'defense',
  points: [
    { label: 'none', set: { defenses: [] } },
    { label: 'GRO', set: { defenses: [{ id: 'gro', params: { ...measured, ...gro } }] } },
    { label: 'random', set: { defenses: [{ id: 'random-shuffle', params: {} }] } },
    { label: 'reverse', set: { defenses: [{ id: 'reverse', params: {} }] } },
  ],
});

/** The defended training of the quick experiments: a few epochs on top of a trained victim, as in the paper. */
export const quickDefended = {
  ...measured,
  listLength: quickListLength,
  warmStart: true,
  epochs: 10,
} as const;

/** With the weight of the swap loss that was chosen for Fig. 2 (see its notes). */
export const quickGro = { ...quickDefended, swapWeight: 0.7 } as const;

export const quickReduced = [
  '800 made-up users and 120 items in place of MovieLens-1M, MovieLens-20M and Steam.',
  'Histories of at most 12 items and one transformer block of 32 dimensions, in place of 200 or 50 items and two blocks of 64.',
  'Lists of 20 items in place of 100: with 120 items, longer ones would name most of the catalogue.',
  '50 epochs of the victim and 15 of its copy in place of 1,000 and 200.',
] as const;

/** How the numbers are made, beside each table of them. */
export const protocolNote =
  'HR and NDCG rank all items, a user’s own history among them (nothing is masked), as the authors do; the held-out item is each user’s last.';
