import { describe, expect, it } from 'vitest';
import { datasetOf } from '../../../testing/small-dataset.ts';
import { interactionCount, itemCounts, itemsOf } from '../../data/interactions.ts';
import { createRng } from '../../math/rng.ts';
import { kCore } from './k-core.ts';

const rng = createRng(1);
/** User 2 has one item; without that user item 2 has one user; without that item user 1 has one item. */
const chain = datasetOf([
  [0, 0],
  [0, 1],
  [0, 3],
  [1, 0],
  [1, 2],
  [2, 2],
  [3, 0],
  [3, 1],
]);

describe('k-core', () => {
  it('drops only what is below the minimum at first when not iterated', () => {
    const kept = kCore.prepare(chain, { users: 2, items: 2, iterated: false }, rng);
    expect(kept.userIds).toEqual(['u0', 'u1', 'u3']);
    expect(kept.itemIds).toEqual(['i0', 'i1', 'i2']);
  });

  it('goes on until every user and item has enough when iterated', () => {
    const kept = kCore.prepare(chain, { users: 2, items: 2, iterated: true }, rng);
    expect(kept.userIds).toEqual(['u0', 'u3']);
    expect(kept.itemIds).toEqual(['i0', 'i1']);
    expect(interactionCount(kept.interactions)).toBe(4);
  });

  it('is stable: every member of a random core has enough, and a second pass changes nothing', () => {
    const draws = createRng(5);
    const skewed = (bound: number) => Math.min(draws.integer(bound), draws.integer(bound));
    const pairs = Array.from({ length: 900 }, () => [skewed(60), skewed(50)] as const);
    const parameters = { users: 12, items: 14, iterated: true };
    const kept = kCore.prepare(datasetOf(pairs), parameters, rng);
    const { interactions } = kept;
    expect(interactions.userCount).toBeGreaterThan(0);
    expect(interactions.userCount).toBeLessThan(60);
    for (let user = 0; user < interactions.userCount; user++) {
      expect(itemsOf(interactions, user).length).toBeGreaterThanOrEqual(12);
    }
    expect(Math.min(...itemCounts(interactions))).toBeGreaterThanOrEqual(14);
    expect(kCore.prepare(kept, parameters, rng)).toEqual(kept);
  });

  it('leaves nobody when the minimum is too high, and all when it is 0', () => {
    expect(kCore.prepare(chain, { users: 9, items: 0, iterated: true }, rng).interactions.userCount).toBe(0);
    expect(kCore.prepare(chain, { users: 0, items: 0, iterated: true }, rng)).toEqual(chain);
  });
});
