import { describe, expect, it } from 'vitest';
import { memorySource } from '../../../testing/memory-source.ts';
import { createRng } from '../../math/rng.ts';
import { steam200k } from './steam-200k.ts';

const source = memorySource({
  'steam-200k/game_purchase.dat': 'User_ID\tGame_ID\tPurchase\n1\t1\t1.0\n1\t2\t1.0\n2\t2\t1.0\n',
  'steam-200k/game_play.dat': 'User_ID\tGame_ID\tHours\n1\t2\t87.5\n',
  'steam-200k/item_info.dat': 'Game_ID\tGame Name\n1\tSkyrim\n2\tFallout 4\n',
});
const items = async (actions: 'both' | 'purchase' | 'play') => {
  const { interactions, titles } = await steam200k.load({ actions }, source, createRng(1));
  return [[...interactions.items], [...(interactions.values ?? [])], titles];
};

describe('steam-200k', () => {
  it('counts purchases and plays separately, or one kind alone', async () => {
    expect(await items('both')).toEqual([
      [0, 1, 1, 1],
      [1, 1, 87.5, 1],
      ['Skyrim', 'Fallout 4'],
    ]);
    expect(await items('purchase')).toEqual([
      [0, 1, 1],
      [1, 1, 1],
      ['Skyrim', 'Fallout 4'],
    ]);
    expect(await items('play')).toEqual([[0], [87.5], ['Fallout 4']]);
  });
});
