import { describe, expect, it } from 'vitest';
import { memorySource } from '../../../testing/memory-source.ts';
import { interactionCount, itemsOf } from '../../data/interactions.ts';
import { createRng } from '../../math/rng.ts';
import { lowRank } from './low-rank.ts';

const source = memorySource({});
const paper = { users: 900, heldBackUsers: 100, items: 300, rank: 20, threshold: 5 };
const load = (parameters: Partial<typeof paper>, seed: number) =>
  lowRank.load({ ...paper, ...parameters }, source, createRng(seed));

describe('low-rank', () => {
  it('has the sizes of the toy and the density its authors get, over five seeds', async () => {
    let clicks = 0;
    let heldBackClicks = 0;
    for (const seed of [1, 2, 3, 4, 5]) {
      const { interactions, heldBackUsers, userIds, itemIds } = await load({}, seed);
      expect([interactions.userCount, interactions.itemCount]).toEqual([900, 300]);
      expect([heldBackUsers?.userCount, heldBackUsers?.itemCount]).toEqual([100, 300]);
      expect([userIds.at(-1), itemIds[0], itemIds.at(-1)]).toEqual(['899', '0', '299']);
      for (let user = 0; user < 900; user++) expect(itemsOf(interactions, user).length).toBeGreaterThan(0);
      clicks += interactionCount(interactions) / 900 / 5;
      heldBackClicks += interactionCount(heldBackUsers ?? interactions) / 100 / 5;
    }
    // 37.5 clicks a held-back user were measured on the authors' notebook; P(R > 5) = 0.126 of 300 items.
    expect(Math.abs(clicks - 37.5)).toBeLessThan(2);
    expect(Math.abs(heldBackClicks - 37.5)).toBeLessThan(3);
  });

  it('has the rank it was asked for: rank 1 gives two kinds of users at most', async () => {
    const { interactions } = await load({ users: 60, items: 40, rank: 1, threshold: 0 }, 1);
    const kinds = new Set(Array.from({ length: 60 }, (_, user) => itemsOf(interactions, user).join()));
    expect(kinds.size).toBe(2);
  });

  it('keeps the held-back users out of the data: none has the items of a user', async () => {
    const { interactions, heldBackUsers = interactions } = await load({}, 1);
    const rows = new Set(Array.from({ length: 900 }, (_, user) => itemsOf(interactions, user).join()));
    for (let user = 0; user < 100; user++) expect(rows.has(itemsOf(heldBackUsers, user).join())).toBe(false);
  });

  it('depends on the seed alone; held-back users do not shift the others', async () => {
    const small = { users: 50, items: 30, heldBackUsers: 5, threshold: 2 };
    expect(await load(small, 1)).toEqual(await load(small, 1));
    const other = (await load(small, 2)).interactions.items;
    expect(other).not.toEqual((await load(small, 1)).interactions.items);
    const without = await load({ ...small, heldBackUsers: 0 }, 1);
    expect(without.heldBackUsers).toBeUndefined();
    expect(without.interactions).toEqual((await load(small, 1)).interactions);
  });

  it('draws a user without interactions again and says so', async () => {
    const { interactions, notes } = await load({ users: 200, items: 10, rank: 5, threshold: 4 }, 1);
    expect(notes).toEqual([expect.stringMatching(/^\d+ users without interactions were drawn again\.$/)]);
    expect(Math.min(...Array.from({ length: 200 }, (_, user) => itemsOf(interactions, user).length))).toBe(1);
  });

  it('is sparser with a higher threshold', async () => {
    const clicks = async (threshold: number) => interactionCount((await load({ threshold }, 1)).interactions);
    expect(await clicks(6)).toBeLessThan(await clicks(5));
  });

  it('refuses a threshold that no user can reach', async () => {
    await expect(load({ users: 2, items: 5, rank: 2, threshold: 900 }, 1)).rejects.toThrow(
      'dataset.params.threshold: must leave every user an interaction; one had none in 1000 draws, got 900',
    );
  });
});
