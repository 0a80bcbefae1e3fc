import type { Preset } from '../preset.ts';

const transformer = {
  id: 'bert4rec',
  params: {
    embeddingSize: 32,
    blocks: 1,
    feedForwardSize: 64,
    maxLength: 12,
    epochs: 50,
    batchSize: 64,
    learningRate: 0.005,
    patience: 0,
  },
};

export const groFig2: Preset = {
  id: 'gro-2024/fig-2',
  title: 'Stealing a recommender, and four answers to it',
  story:
    'A thief asks a recommender what comes after made-up histories, and trains a copy that ranks as the answers do. Compare the copy’s hits and its agreement with its victim when nothing is done, when the victim is trained with GRO, and when its lists are shuffled or reversed; then see what each defense costs the victim’s own users.',
  paper: 'zhang-2024',
  spec: {
    version: 1,
    seed: 1,
    repeats: 3,
    dataset: {
      id: 'markov-sequences',
      params: { users: 800, items: 120, length: 12, order: 'one', branching: 4, noise: 0.15 },
    },
    split: { id: 'leave-one-out', params: { pick: 'latest', minimum: 2 } },
    victim: transformer,
    attack: {
      id: 'model-extraction',
      params: {
        surrogate: { ...transformer, params: { ...transformer.params, epochs: 15 } },
        sequenceCount: 250,
        sequenceLength: 12,
        listLength: 20,
      },
    },
    evaluation: {
      cutoffs: [10],
      at: { of: 'queries', values: [1000] },
      protocol: { history: 'kept' },
    },
    axes: [
      {
        name: 'defense',
        points: [
          { label: 'none', set: { defenses: [] } },
          { label: 'GRO', set: { defenses: [{ id: 'gro', params: { listLength: 20, swapWeight: 0.3 } }] } },
          { label: 'random', set: { defenses: [{ id: 'random-shuffle', params: {} }] } },
          { label: 'reverse', set: { defenses: [{ id: 'reverse', params: {} }] } },
        ],
      },
    ],
  },
  reduced: [
    '800 made-up users and 120 items in place of MovieLens-1M, MovieLens-20M and Steam.',
    'Histories of at most 12 items and one transformer block of 32 dimensions, in place of 200 or 50 items and two blocks of 64.',
    '3,000 queries (250 made-up histories) in place of 3,000 histories of 200 or 50 items.',
    'Lists of 20 items in place of 100: with 120 items, longer ones would name most of the catalogue.',
    '50 epochs of the victim and 15 of its copy in place of 1,000 and 200.',
  ],
  estimate: { seconds: 550, bytes: 30e6 },
  published: [],
  notes: [
    'Fig. 2 is given only as a picture, and the numbers in the authors’ README are for other data, so that none of them is a mark here. On MovieLens-1M it has HR@10 of victim and copy .202 and .151 undefended, .181 and .115 with GRO, .058 and .116 with random lists, .020 and .086 with reversed ones.',
    'Over three repeats GRO lowered the stolen model no further than its own victim: HR@10 of the victim .622 to .568 and of its copy .527 to .502 (deviation .02), and the copy agreed with the defended victim more than with the undefended one (.652 against .603). Random and reversed lists cost users far more (.352 and .077) and left the copy .497 and .427.',
    'Both the weight λ of 0.3 and the list length of 20 were chosen by hand after looking at results on this same seed: with lists of 50 the copy lost nothing at λ = 0.1 (.529 to .543) and the victim broke down at 1; with lists of 20 it broke down at 1 too (.081).',
    'The copy is better than the reversed lists that it was stolen from. Why is not shown; that an item in every list is learned as a good one would explain it.',
  ],
};
