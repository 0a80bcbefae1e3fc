import { gzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { memorySource } from '../../../testing/memory-source.ts';
import { createRng } from '../../math/rng.ts';
import { gowalla15core } from './gowalla-15core.ts';

const table = gzipSync(new TextEncoder().encode('user,venue\n10,8964\n0,8964\n0,8938\n'));

describe('gowalla-15core', () => {
  it('reads pairs of user and place', async () => {
    const source = memorySource({ 'gowalla-15core/gowalla_15core.csv.gz': table });
    const { userIds, itemIds, interactions } = await gowalla15core.load(
      { testSet: 'none' },
      source,
      createRng(1),
    );
    expect([userIds, itemIds]).toEqual([
      ['0', '10'],
      ['8938', '8964'],
    ]);
    expect([...interactions.items]).toEqual([0, 1, 1]);
    expect([interactions.values, interactions.times]).toEqual([undefined, undefined]);
  });
});
