import { describe, expect, test } from 'vitest';
import { smallAttack, smallExperiment, smallWrmf } from '../../testing/small-experiment.ts';
import { planExperiment } from './plan-experiment.ts';
import { validateExperiment } from './validate-experiment.ts';

const threeHeads = { id: 'bert4rec', params: { embeddingSize: 8, heads: 3 } };

describe('a plan', () => {
  test('fills in every default and checks nothing twice: a planned spec plans to itself', () => {
    const { spec, cells } = planExperiment({
      version: 1,
      dataset: { id: 'low-rank' },
      victim: { id: 'wrmf' },
    });
    expect(spec).toMatchObject({
      seed: 1,
      repeats: 1,
      vary: ['data', 'split', 'init', 'attack'],
      split: { id: 'leave-one-out' },
      attack: null,
      evaluation: { cutoffs: [10], baseline: true, protocol: { history: 'masked', owners: 'excluded' } },
    });
    const cell = cells[0] as (typeof cells)[number];
    expect(cells).toHaveLength(1);
    expect(cell.at).toEqual({});
    expect(cell.spec.victim.params).toMatchObject({ embeddingSize: 16, epochs: 100 });
    expect(planExperiment(cell.spec).cells[0]).toEqual(cell);
  });

  test('completes the parameters of a component inside a component', () => {
    const { cells } = planExperiment(smallExperiment({ attack: { id: 'unrolled-injection' } }));
    expect(cells[0]?.spec.attack?.params.surrogate).toMatchObject({
      id: 'wrmf',
      params: { positiveWeight: 20 },
    });
  });

  test('has a cell for every combination of axis points, the last axis fastest, set in axis order', () => {
    const { cells } = planExperiment(
      smallExperiment({
        axes: [
          {
            name: 'size',
            points: [
              { label: 'two', set: { victim: smallWrmf({ embeddingSize: 2 }), 'victim.params.epochs': 3 } },
              { label: 'four', set: { 'victim.params.embeddingSize': 4 } },
            ],
          },
          { name: 'epochs', path: 'victim.params.epochs', values: [5, 6] },
        ],
      }),
    );
    expect(cells.map(({ at }) => at)).toEqual([
      { size: 'two', epochs: '5' },
      { size: 'two', epochs: '6' },
      { size: 'four', epochs: '5' },
      { size: 'four', epochs: '6' },
    ]);
    expect(cells.map(({ spec }) => [spec.victim.params.embeddingSize, spec.victim.params.epochs])).toEqual([
      [2, 5],
      [2, 6],
      [4, 5],
      [4, 6],
    ]);
    expect(cells.every(({ spec }) => spec.axes.length === 0)).toBe(true);
  });

  test('labels whole components by their id', () => {
    const axes = [{ name: 'victim', path: 'victim', values: [smallWrmf(), { id: 'popularity' }] }];
    expect(planExperiment(smallExperiment({ axes })).cells.map(({ at }) => at.victim)).toEqual([
      'wrmf',
      'popularity',
    ]);
  });
});

describe('bad input is refused with path, rule and value', () => {
  test.each<[string, unknown, string]>([
    ['nothing', undefined, 'version: must be 1, the only version this lab reads, got null'],
    ['text', 'spec', 'version: must be 1, the only version this lab reads, got null'],
    [
      'another version',
      smallExperiment({ version: 2 }),
      'version: must be 1, the only version this lab reads, got 2',
    ],
    ['an unknown key', smallExperiment({ vicitm: {} }), 'spec: unknown key vicitm'],
    ['an unknown model', smallExperiment({ victim: { id: 'wmrf' } }), 'victim.id: unknown model; there are '],
    [
      'an id that every object inherits',
      smallExperiment({ victim: { id: 'constructor' } }),
      'victim.id: unknown model; there are ',
    ],
    [
      'an unknown surrogate',
      smallExperiment({ attack: smallAttack({ surrogate: { id: 'x' } }) }),
      'attack.params.surrogate.id: unknown model; there are ',
    ],
    [
      'an unknown parameter',
      smallExperiment({ victim: smallWrmf({ epoch: 3 }) }),
      'victim.params.epoch: unknown parameter; there are embeddingSize, epochs, ',
    ],
    [
      'a parameter above its bounds',
      smallExperiment({ victim: smallWrmf({ epochs: 5001 }) }),
      'victim.params.epochs: must be at most 5000, got 5001',
    ],
    [
      'a parameter below its bounds, nested',
      smallExperiment({ attack: smallAttack({ surrogate: smallWrmf({ embeddingSize: 0 }) }) }),
      'attack.params.surrogate.params.embeddingSize: must be at least 1, got 0',
    ],
    [
      'a fraction for a whole number',
      smallExperiment({ victim: smallWrmf({ epochs: 1.5 }) }),
      'victim.params.epochs: must be a whole number, got 1.5',
    ],
    [
      'text for a number',
      smallExperiment({ victim: smallWrmf({ learningRate: '1' }) }),
      'victim.params.learningRate: must be of type number, got "1"',
    ],
    [
      'a number that is not finite',
      smallExperiment({ victim: smallWrmf({ learningRate: Number.POSITIVE_INFINITY }) }),
      'victim.params.learningRate: must be ',
    ],
    [
      'an unknown option',
      smallExperiment({ attack: smallAttack({ initialProfiles: 'random' }) }),
      'attack.params.initialProfiles: must be one of genuine-copies, held-back, empty, got "random"',
    ],
    ['a negative seed', smallExperiment({ seed: -1 }), 'spec.seed: must be at least 0, got -1'],
    ['no repeats', smallExperiment({ repeats: 0 }), 'spec.repeats: must be at least 1, got 0'],
    [
      'a cutoff of 0',
      smallExperiment({ evaluation: { cutoffs: [5, 0] } }),
      'spec.evaluation.cutoffs[1]: must be at least 1, got 0',
    ],
    [
      'a fault that only one cell has',
      smallExperiment({ axes: [{ name: 'epochs', path: 'victim.params.epochs', values: [5, -5] }] }),
      'victim.params.epochs: must be at least 1, got -5',
    ],
    [
      'an unknown preparation',
      smallExperiment({ prepare: [{ id: 'merge-repeats' }, { id: 'shuffle' }] }),
      'prepare[1].id: unknown preparation; there are ',
    ],
    ...(
      [
        ['victim', { victim: threeHeads }],
        [
          'attack.params.surrogate',
          { attack: { id: 'model-extraction', params: { surrogate: threeHeads } } },
        ],
        ['defenses[0].params.student', { defenses: [{ id: 'gro', params: { student: threeHeads } }] }],
      ] as const
    ).map(([place, changes]): [string, unknown, string] => [
      `heads that do not divide the vectors of ${place}`,
      { version: 1, dataset: { id: 'markov-sequences' }, victim: { id: 'sasrec' }, ...changes },
      `${place}.params.heads: must divide the embedding size 8, got 3`,
    ]),
  ])('%s', (_, given, message) => {
    const validation = validateExperiment(given);
    expect(validation.ok ? 'accepted' : validation.error.message).toContain(message);
    expect(validation).toMatchObject({ ok: false, error: { code: 'bad-input' } });
  });

  test('choices that do not fit together are refused with a sentence', () => {
    const attack = smallAttack({ surrogate: { id: 'popularity' } });
    expect(validateExperiment(smallExperiment({ attack }))).toMatchObject({
      ok: false,
      error: {
        code: 'incompatible',
        path: 'attack.params.surrogate',
        message:
          'Learned injection (unrolled) follows the gradient through the training of its surrogate; Popularity has none.',
      },
    });
  });
});
