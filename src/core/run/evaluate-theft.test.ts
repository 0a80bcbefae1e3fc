import { describe, expect, test } from 'vitest';
import { useBackend } from '../../testing/backends.ts';
import { expectNoLeak } from '../../testing/leak-check.ts';
import { expectClose } from '../../testing/matchers.ts';
import { datasetOf } from '../../testing/small-dataset.ts';
import { createTestHost } from '../../testing/test-host.ts';
import type { Direct, TrainedModel } from '../contracts.ts';
import type { Interactions } from '../data/interactions.ts';
import { trainingData } from '../data/training-data.ts';
import { createRng } from '../math/rng.ts';
import { tf, type Tensor2D } from '../tensors.ts';
import { evaluateTheft } from './evaluate-theft.ts';
import { parseExperimentShape } from './experiment-spec.ts';
import type { RepeatContext } from './repeat-context.ts';

const [users, items] = [150, 12]; // more users than are scored at a time
const draws = createRng('evaluate theft');
const tableOf = (name: string): readonly (readonly number[])[] =>
  Array.from({ length: users }, (_, user) =>
    Array.from(draws.stream(name).stream(user).normals(items, 2), (score) => Math.fround(score)),
  );

/** A model whose scores are written down. */
function written(table: readonly (readonly number[])[], train: Interactions): TrainedModel {
  const model = {
    kind: 'direct',
    capabilities: { gradients: 'none', embeddings: false, readsData: false, sequences: false },
    scores: (_parameters, _data, asked) =>
      tf.tensor2d(asked.map((user) => [...(table[user] as readonly number[])])) as Tensor2D,
    fit: () => {
      throw new Error('is not trained');
    },
  } satisfies Direct;
  return { model, parameters: {}, data: trainingData(train) };
}

/** What the metrics say, user by user, in the plainest words. */
function byHand(ours: readonly number[], theirs: readonly number[], open: readonly number[], k: number) {
  const best = (scores: readonly number[]) =>
    [...open].sort((a, b) => (scores[b] as number) - (scores[a] as number)).slice(0, k);
  const [list, copy] = [best(ours), best(theirs)];
  const softmax = (scores: readonly number[]) => {
    const all = list.map((item) => Math.exp(scores[item] as number));
    return all.map((value) => value / all.reduce((sum, each) => sum + each, 0));
  };
  const [p, q] = [softmax(ours), softmax(theirs)];
  return {
    agreement: list.filter((item) => copy.includes(item)).length / k,
    exact: list.filter((item, at) => copy[at] === item).length / k,
    kl: p.reduce((sum, each, at) => sum + each * Math.log(each / (q[at] as number)), 0),
    list,
  };
}

describe('evaluateTheft', () => {
  useBackend('cpu');
  const rows = Array.from({ length: users }, (_, user) => [user, user % items] as const);
  const { interactions: train } = datasetOf([...rows, [0, items - 1]]);
  const { interactions: test_ } = datasetOf(
    rows.map(([user, item]) => [user, (item + 1) % (items - 1)] as const),
  );
  const contextOf = (history: 'masked' | 'kept') => {
    const dataset = { id: 'low-rank', params: {} };
    const evaluation = { cutoffs: [3, 5], protocol: { history } };
    const spec = parseExperimentShape({ version: 1, dataset, victim: { id: 'narm' }, evaluation });
    const prepared = {
      train,
      test: { ...test_, itemCount: items },
      targets: [],
      popularity: new Int32Array(),
    };
    return { spec, prepared, shownUsers: [0, 1], host: createTestHost() } as unknown as RepeatContext;
  };

  test.each(['kept', 'masked'] as const)(
    'agrees with agreement, exact match and KL by hand, user by user (history %s)',
    async (history) => {
      const [ours, theirs] = [tableOf('victim'), tableOf('copy')];
      const expected = [3, 5].map((k) =>
        ours.map((scores, user) => {
          const own = Array.from(train.items.subarray(train.offsets[user], train.offsets[user + 1]));
          const all = Array.from({ length: items }, (_, item) => item);
          const open = history === 'masked' ? all.filter((item) => !own.includes(item)) : all;
          return byHand(scores, theirs[user] as readonly number[], open, k);
        }),
      );
      const lists = (expected[1] ?? []).map(({ list }) => Int32Array.from(list));
      const [victim, copy] = [written(ours, train), written(theirs, train)];
      const outcome = await evaluateTheft(copy, { victim, lists }, contextOf(history));
      for (const [at, k] of [3, 5].entries()) {
        for (const name of ['agreement', 'exact', 'kl'] as const) {
          const hand = (expected[at] ?? []).map((user) => user[name]);
          expectClose(outcome.users[`${name}@${k}`] as number[], hand, { absolute: 1e-5 });
          const mean = hand.reduce((sum, value) => sum + value, 0) / users;
          expectClose([outcome.metrics[`${name}@${k}`] as number], [mean], { absolute: 1e-5 });
        }
        expect(outcome.users[`surrogate.hr@${k}`]).toHaveLength(users);
      }
    },
  );

  test('a copy of the same scores agrees in everything, and has no value where the list is too short', async () => {
    const table = tableOf('victim');
    const model = written(table, train);
    const lists = table.map(() => Int32Array.of(1, 2, 3));
    await expectNoLeak(async () => {
      const { metrics } = await evaluateTheft(model, { victim: model, lists }, contextOf('kept'));
      expect(metrics['kl@3']).toBeCloseTo(0, 12);
      expect(metrics['agreement@5']).toBeNull();
      expect(metrics['kl@5']).toBeCloseTo(0, 12);
    });
  });
});
