import { describe, expect, test } from 'vitest';
import { forEachBackend } from '../../testing/backends.ts';
import { expectClose, expectFinite } from '../../testing/matchers.ts';
import { tf, type Tensor2D } from '../tensors.ts';
import { createRng } from './rng.ts';
import { conditionalAffinities } from './tsne-affinities.ts';
import { tsneDivergence } from './tsne-objective.ts';
import { disposeTsne, disposeTsneStep, tsneInit, tsneRetarget, tsneStep, type TsneState } from './tsne.ts';

const rng = createRng(5).stream('tsne');

/** Three clusters of points that lie far from one another in five dimensions. */
const groupOf = (point: number) => point % 3;
const clusters = Array.from({ length: 60 }, (_, point) =>
  Array.from({ length: 5 }, (_, axis) => (axis === groupOf(point) ? 10 : 0) + 0.5 * rng.normal()),
);

function run(state: TsneState, steps: number): TsneState {
  let current = state;
  for (let step = 0; step < steps; step++) {
    const next = tsneStep(current);
    disposeTsneStep(current);
    current = next;
  }
  return current;
}

function nearestIn(map: Float32Array, point: number): number {
  const distance = (other: number) =>
    ((map[2 * point] ?? 0) - (map[2 * other] ?? 0)) ** 2 +
    ((map[2 * point + 1] ?? 0) - (map[2 * other + 1] ?? 0)) ** 2;
  return (
    [...clusters.keys()].filter((other) => other !== point).sort((a, b) => distance(a) - distance(b))[0] ?? -1
  );
}

forEachBackend((backend) => {
  test('rows have the entropy of the perplexity', () => {
    const points = tf.tensor2d(clusters);
    const rows = conditionalAffinities(points, 7);
    const all = rows.arraySync();
    for (const row of all) {
      const entropy = row.reduce((sum, p) => sum - (p > 0 ? p * Math.log(p) : 0), 0);
      expectClose(Math.exp(entropy), 7, { relative: 1e-3, absolute: 0 });
    }
    tf.dispose([points, rows]);
  });

  test('affinities do not change when the points are moved and scaled', () => {
    const [plain, changed] = tf.tidy(() => {
      const points = tf.tensor2d(clusters);
      const other = tf.add<Tensor2D>(tf.mul(points, 0.01), 3);
      return [conditionalAffinities(points, 7).dataSync(), conditionalAffinities(other, 7).dataSync()];
    });
    expectClose(changed, plain, { absolute: 1e-3 });
  });

  test('three far clusters become three groups, with a small divergence, and no tensor stays', async () => {
    const before = tf.memory().numTensors;
    const points = tf.tensor2d(clusters);
    const start = tsneInit(points, 10, createRng(1), { earlySteps: 50 });
    const first = tsneDivergence(start.joint, start.embedding);
    const end = run(start, backend === 'webgpu' ? 150 : 300);
    const last = tsneDivergence(end.joint, end.embedding);
    const map = (await end.embedding.data()) as Float32Array;
    expectFinite(map);
    expect((await last.data())[0]).toBeLessThan(0.5 * ((await first.data())[0] ?? 0));
    for (const point of clusters.keys()) expect(groupOf(nearestIn(map, point))).toBe(groupOf(point));
    disposeTsne(end);
    tf.dispose([points, first, last]);
    expect(tf.memory().numTensors).toBe(before);
  });

  test('the same seed gives the same map, another seed another one', () => {
    const maps = [1, 1, 2].map((seed) => {
      const points = tf.tensor2d(clusters);
      const end = run(tsneInit(points, 10, createRng(seed)), 5);
      const map = end.embedding.dataSync();
      disposeTsne(end);
      points.dispose();
      return [...map];
    });
    expect(maps[1]).toEqual(maps[0]);
    expect(maps[2]).not.toEqual(maps[0]);
  });

  test('a step leaves the state it starts from as it was', () => {
    const points = tf.tensor2d(clusters);
    const start = tsneInit(points, 10, createRng(1));
    const before = start.embedding.dataSync().slice();
    const next = tsneStep(start);
    expectClose(start.embedding.dataSync(), before, { absolute: 0 });
    expect(next.step).toBe(1);
    disposeTsneStep(next);
    disposeTsne(start);
    points.dispose();
  });

  test('points that moved on keep their places in the map', () => {
    const points = tf.tensor2d(clusters);
    const moved = tf.tensor2d(clusters.map((row) => row.map((value) => value ** 2)));
    const start = tsneInit(points, 10, createRng(1));
    const next = tsneRetarget(start, moved, 10);
    expectClose(next.embedding.dataSync(), start.embedding.dataSync(), { absolute: 0 });
    expect([...next.joint.dataSync()]).not.toEqual([...start.joint.dataSync()]);
    disposeTsne(start);
    disposeTsne(next);
    tf.dispose([points, moved]);
  });

  describe('duplicates', () => {
    test('more duplicates than the perplexity share the whole row', () => {
      const row = tf.tidy(() => {
        const points = tf.tensor2d([[0.3, 7.1], [0.3, 7.1], [0.3, 7.1], [0.3, 7.1], [2, 8], [5, 5]]); // prettier-ignore
        return conditionalAffinities(points, 2).dataSync().slice(0, 6);
      });
      expectClose(row, [0, 1 / 3, 1 / 3, 1 / 3, 0, 0], { absolute: 1e-5 });
    });

    test('points that are all the same are equally near', () => {
      const rows = tf.tidy(() => conditionalAffinities(tf.fill([4, 2], 0.1), 2).dataSync());
      expectClose(rows.slice(0, 4), [0, 1 / 3, 1 / 3, 1 / 3], { absolute: 1e-5 });
    });
  });

  test.each([0.5, 4, Number.NaN])('a perplexity of %d for four points is bad input', (perplexity) => {
    const points = tf.zeros([4, 2]) as Tensor2D;
    expect(() => conditionalAffinities(points, perplexity)).toThrow('perplexity: must lie between 1 and');
    points.dispose();
  });
});
