import { expect, test } from 'vitest';
import { detected, genuineCount, plantedShilling } from '../../../testing/planted-shilling.ts';
import { drained } from '../../../testing/test-host.ts';
import type { Defense } from '../../contracts.ts';
import { runContext } from '../../../testing/run-context.ts';
import { leadingEigen } from '../../math/leading-eigen.ts';
import { interactionsFromDense, denseRows } from '../../data/interactions.ts';
import { loadingScores } from './loading-scores.ts';
import { pcaDetector } from './pca-detector.ts';

const detector = pcaDetector.create({ flaggedShare: 0.1, componentCount: 3 });

test.each(['random-filler', 'bandwagon'] as const)(
  'tells planted %s profiles from genuine users',
  async (kind) => {
    const data = await plantedShilling(kind);
    const { auc, removed } = await detected(detector, data, runContext(1));
    expect(auc).toBeGreaterThanOrEqual(0.9);
    expect(removed).toHaveLength(44);
    expect(removed.filter((user) => user >= genuineCount).length).toBeGreaterThan(20);
  },
);

test('the scores without the covariance matrix are those of its eigenvectors', async () => {
  const data = await plantedShilling('random-filler');
  const { userCount, itemCount } = data;
  const z = denseRows(data);
  for (let user = 0; user < userCount; user++) {
    const row = z.subarray(user * itemCount, (user + 1) * itemCount);
    const mean = row.reduce((sum, x) => sum + x, 0) / itemCount;
    const deviation = Math.sqrt(mean * (1 - mean));
    row.forEach((x, item) => (row[item] = (x - mean) / deviation));
  }
  const covariance = new Float64Array(userCount * userCount);
  for (let a = 0; a < userCount; a++) {
    for (let b = 0; b <= a; b++) {
      let sum = 0;
      for (let item = 0; item < itemCount; item++) sum += (z[a * itemCount + item] as number) * (z[b * itemCount + item] as number); // prettier-ignore
      covariance[a * userCount + b] = covariance[b * userCount + a] = sum / itemCount;
    }
  }
  const { vectors } = leadingEigen(covariance, userCount, 3);
  const rounds = loadingScores(data, 3);
  let next = rounds.next();
  while (!next.done) next = rounds.next();
  const { scores } = next.value;
  for (let user = 0; user < userCount; user += 7) {
    const expected = [0, 1, 2].reduce((sum, k) => sum + (vectors[k * userCount + user] as number) ** 2, 0);
    expect(scores[user]).toBeCloseTo(expected, 5);
  }
});

test('a user without clicks is the most suspicious, and a share of 0 removes nobody', async () => {
  const data = interactionsFromDense([1, 0, 1, 0, 1, 0, 1, 0, 0, 0, 0, 0, 1, 0, 1, 0], 4, 4);
  const removedAt = async (flaggedShare: number) => {
    const sanitize = pcaDetector.create({ flaggedShare, componentCount: 1 }).sanitize as NonNullable<
      Defense['sanitize']
    >;
    return [...(await drained(sanitize(data, runContext(1)))).returned.removed];
  };
  expect(await removedAt(0.25)).toEqual([2]);
  expect(await removedAt(0)).toEqual([]);
});
