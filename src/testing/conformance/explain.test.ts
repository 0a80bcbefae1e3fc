import { describe, expect, test } from 'vitest';
import { itemIndex, userIndex } from '../../core/data/interactions.ts';
import { trainingData } from '../../core/data/training-data.ts';
import type { ScoreParts } from '../../core/contracts.ts';
import { tf, tidy } from '../../core/tensors.ts';
import { useBackend } from '../backends.ts';
import { expectNoLeak } from '../leak-check.ts';
import { checkerboard } from './planted-data.ts';
import { smallParameters } from './small-parameters.ts';
import { createModel, everyModel, train } from './trained.ts';

const { train: clicks } = checkerboard();
const pairs = [
  [0, 0],
  [3, 7],
  [11, 4],
  [23, 11],
] as const;

/** Models that take a score apart, and in which ways without a residual. */
const exactWays: Readonly<Record<string, readonly ScoreParts['of'][]>> = {
  wrmf: [],
  'wrmf-als': ['users'],
  'item-cf': ['items'],
  'user-cf': ['users'],
  cml: ['dimensions'],
  neumf: ['dimensions'],
  popularity: ['users'],
};

/** Parts and scores of the pairs after training. */
async function explained(id: string, changes: Readonly<Record<string, unknown>> = {}) {
  const spec = everyModel.find((each) => each.id === id) as (typeof everyModel)[number];
  const model = await createModel(id, { ...smallParameters(spec), ...changes });
  const data = trainingData(clicks);
  const parameters = await train(model, data);
  try {
    const found = [];
    for (const [user, item] of pairs) {
      const parts = (await model.explain?.(parameters, data, userIndex(user), itemIndex(item))) ?? [];
      const scores = tidy(() => model.scores(parameters, data, [userIndex(user)]));
      found.push({ user, item, parts, score: (await scores.data())[item] as number });
      scores.dispose();
    }
    return found;
  } finally {
    tf.dispose(Object.values(parameters));
    data.dispose();
  }
}

const sum = ({ values }: ScoreParts) => values.reduce((total, value) => total + value, 0);

describe.each(Object.entries(exactWays))('the score of %s', (id, ways) => {
  useBackend('cpu');

  test(`is ${ways.length > 0 ? `the sum of its ${ways.join(' and ')} to float precision` : 'taken apart with a residual'}`, async () => {
    for (const { parts, score } of await explained(id)) {
      expect(parts.filter(({ exact }) => exact).map(({ of }) => of)).toEqual(ways);
      for (const part of parts) {
        expect(part.indices).toHaveLength(part.values.length);
        expect(part.values.every(Number.isFinite)).toBe(true);
        expect(part.method).toMatch(/\.$/);
        if (part.exact) expect(Math.abs(sum(part) - score)).toBeLessThan(2e-5 * Math.max(1, Math.abs(score)));
      }
    }
  });

  test('names the clicks of the user and the users of the item, each once, and leaves no tensor', async () => {
    await expectNoLeak(async () => {
      for (const { user, item, parts } of await explained(id)) {
        for (const { of, indices } of parts) {
          expect(new Set(indices).size).toBe(indices.length);
          const has = (who: number, what: number) =>
            clicks.items.subarray(clicks.offsets[who], clicks.offsets[who + 1]).includes(what);
          if (of === 'items') expect([...indices].every((other) => has(user, other))).toBe(true);
          if (of === 'users') expect([...indices].every((other) => has(other, item))).toBe(true);
        }
      }
    });
  });
});

describe('the residual of WRMF', () => {
  useBackend('cpu');

  test('goes to 0 as its training comes to rest: both ways follow from the minimum', async () => {
    const residuals = async (epochs: number) => {
      const found = await explained('wrmf', { epochs, learningRate: 0.02, regularization: 0.1 });
      return Math.max(
        ...found.flatMap(({ parts, score }) => parts.map((part) => Math.abs(sum(part) - score))),
      );
    };
    const [early, late] = [await residuals(20), await residuals(2000)];
    expect(late).toBeLessThan(1e-3);
    expect(late).toBeLessThan(early / 10);
  });
});
