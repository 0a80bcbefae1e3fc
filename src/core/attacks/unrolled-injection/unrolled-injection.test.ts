import { describe, expect, test } from 'vitest';
import { forEachBackend, useBackend } from '../../../testing/backends.ts';
import { attackRun } from '../../../testing/conformance/attack-run.ts';
import { smallComponent, smallParameters } from '../../../testing/conformance/small-parameters.ts';
import { expectClose } from '../../../testing/matchers.ts';
import { drained } from '../../../testing/test-host.ts';
import { interactionsFromDense, itemsOf, type Interactions } from '../../data/interactions.ts';
import { createRng } from '../../math/rng.ts';
import { spec as itemAutoencoder } from '../../models/item-autoencoder/spec.ts';
import { spec as wrmfAls } from '../../models/wrmf-als/spec.ts';
import { tf } from '../../tensors.ts';
import { adversarialLoss } from './adversarial-loss.ts';
import { knownPart } from './known-part.ts';
import { spec } from './spec.ts';

const small = smallParameters(spec);

async function attacked(changes: Readonly<Record<string, unknown>>) {
  const { running, input } = await attackRun(spec.id, { ...small, ...changes });
  const { yielded, returned } = await drained(running);
  const losses = yielded.flatMap((event) => {
    const loss = event.kind === 'progress' ? event.progress.values?.['loss.adversarial'] : undefined;
    return loss === undefined ? [] : [loss];
  });
  const rows = Array.from({ length: returned.fakeUsers.userCount }, (_, user) => [
    ...itemsOf(returned.fakeUsers, user),
  ]);
  return { losses, rows, targets: input.targets, fakeUsers: returned.fakeUsers };
}

forEachBackend(() => {
  test('each goal has the loss that its definition gives, user by user', async () => {
    const rows = [
      [0.5, -1, 2, 0.25],
      [3, 0, -0.5, 1],
      [0, 0, 1, -2],
    ];
    const train = interactionsFromDense([1, 0, 0, 0, 1, 0, 0, 1, 0, 1, 1, 0], 3, 4);
    const softmax = rows.map((row) => {
      const sum = row.reduce((total, value) => total + Math.exp(value), 0);
      return row.map((value) => Math.exp(value) / sum);
    });
    const targets = [1, 2];
    const over = (term: (p: number[], user: number) => number) =>
      softmax.slice(1).reduce((sum, p, at) => sum + term(p, at + 1), 0);
    const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
    const expected = {
      promote: over((p) => mean(targets.map((k) => -Math.log(p[k] as number)))),
      demote: over((p) => mean(targets.map((k) => -Math.log(1 - (p[k] as number))))),
      untargeted: over((p, user) => mean([...itemsOf(train, user)].map((i) => Math.log(p[i] as number)))),
    };
    const scores = tf.tensor2d(rows.slice(1));
    for (const goal of ['promote', 'demote', 'untargeted'] as const) {
      const loss = await adversarialLoss(goal, scores, targets, train, 1).data();
      expectClose(loss, [expected[goal]], { absolute: 1e-5 });
    }
  });
});

describe('the search for profiles', () => {
  useBackend('wasm');

  test('lowers the attacker’s loss through each kind of surrogate', async () => {
    const depths: Readonly<Record<string, number>> = { [wrmfAls.id]: 0, [itemAutoencoder.id]: 10 };
    for (const surrogate of [smallComponent(wrmfAls), smallComponent(itemAutoencoder)]) {
      const unrollSteps = depths[surrogate.id];
      const { losses } = await attacked({ surrogate, unrollSteps, outerSteps: 6, normalizeGradient: true });
      expect(losses).toHaveLength(6);
      expect(losses[5], surrogate.id).toBeLessThan(losses[0] as number);
    }
  });

  test('keeps every profile within the cap, with the forced targets in it', async () => {
    const { rows, targets } = await attacked({ clickCap: 4, forceTargets: true });
    for (const row of rows) {
      expect(row.length).toBeLessThanOrEqual(4);
      expect(row).toEqual(expect.arrayContaining([...targets]));
    }
    await expect(attacked({ clickCap: 1, forceTargets: true, targetItems: { by: 'popularity-rank', ranks: [1, 2] } })).rejects.toThrow('attack.params.clickCap: must be at least 2, the forced targets, got 1'); // prettier-ignore
  });

  test('with the best kept, ends with the profiles of the lowest loss seen', async () => {
    const best = await attacked({ keep: 'best', outerSteps: 5 });
    const updates = best.losses.indexOf(Math.min(...best.losses));
    const last = await attacked({ keep: 'last', outerSteps: updates });
    expect(best.fakeUsers).toEqual(last.fakeUsers);
  });
});

describe('partial knowledge', () => {
  const cells = Float32Array.from({ length: 20 * 10 }, (_, at) =>
    (at * at) % 7 < 2 || at % 11 === 0 ? 1 : 0,
  );
  const train = interactionsFromDense(cells, 20, 10);
  const rows = (data: Interactions) =>
    Array.from({ length: data.userCount }, (_, user) => String(itemsOf(data, user)));
  const known = (knownFraction: number, knownOf: 'users' | 'interactions', seed = 2) =>
    knownPart(train, { knownFraction, knownOf }, createRng(seed));

  test('of users is the share of them that is set, in their order, with all their clicks', () => {
    const part = known(0.35, 'users');
    expect(part.userCount).toBe(7);
    const all = rows(train);
    let from = -1;
    for (const row of rows(part)) {
      from = all.indexOf(row, from + 1);
      expect(from).toBeGreaterThanOrEqual(0);
    }
  });

  test('of clicks is the share of them that is set, of users in their order, none without a click', () => {
    for (const share of [0.02, 0.25, 0.9]) {
      const part = known(share, 'interactions');
      expect(part.items).toHaveLength(Math.round(share * train.items.length));
      expect(part.offsets.at(-1)).toBe(part.items.length);
      const all = Array.from({ length: 20 }, (_, user) => [...itemsOf(train, user)]);
      let from = -1;
      for (let user = 0; user < part.userCount; user++) {
        const clicks = [...itemsOf(part, user)];
        expect(clicks.length).toBeGreaterThan(0);
        from = all.findIndex((own, at) => at > from && clicks.every((item) => own.includes(item)));
        expect(from).toBeGreaterThanOrEqual(0);
      }
    }
  });

  test('is drawn by the seed, at least one, and with nothing hidden it is the data itself', () => {
    for (const of of ['users', 'interactions'] as const) {
      expect(known(0.5, of)).toEqual(known(0.5, of));
      expect(known(0.5, of, 3)).not.toEqual(known(0.5, of));
      expect(known(0.0001, of).userCount).toBe(1);
      expect(known(1, of)).toBe(train);
    }
    expect(known(0.0001, 'interactions').items).toHaveLength(1);
  });
});
