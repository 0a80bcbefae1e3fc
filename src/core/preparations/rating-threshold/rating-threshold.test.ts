import { describe, expect, it } from 'vitest';
import { datasetOf } from '../../../testing/small-dataset.ts';
import { createRng } from '../../math/rng.ts';
import { ratingThreshold } from './rating-threshold.ts';

const rng = createRng(1);

describe('rating-threshold', () => {
  it('keeps ratings at the threshold and above, and drops who has none left', () => {
    const dataset = datasetOf([
      [0, 0, 4],
      [0, 1, 3.5],
      [1, 1, 2],
      [2, 2, 5],
    ]);
    const kept = ratingThreshold.prepare(dataset, { min: 4 }, rng);
    expect(kept.userIds).toEqual(['u0', 'u2']);
    expect(kept.itemIds).toEqual(['i0', 'i2']);
    expect([...(kept.interactions.values ?? [])]).toEqual([4, 5]);
  });

  it('refuses data without ratings', () => {
    expect(() => ratingThreshold.prepare(datasetOf([[0, 0]]), { min: 4 }, rng)).toThrow(
      'rating-threshold needs ratings, and Small has none.',
    );
  });
});
