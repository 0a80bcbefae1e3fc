import { describe, expect, it } from 'vitest';
import { datasetOf } from '../../../testing/small-dataset.ts';
import { createRng } from '../../math/rng.ts';
import { sampleUsers } from './sample-users.ts';

const dataset = datasetOf(Array.from({ length: 50 }, (_, user) => [user, user % 7] as const));

describe('sample-users', () => {
  it('keeps exactly the count, in their old order, and depends on the seed alone', () => {
    const first = sampleUsers.prepare(dataset, { count: 12 }, createRng(1));
    expect(first.userIds).toHaveLength(12);
    expect(first.userIds.map((id) => Number(id.slice(1)))).toEqual(
      first.userIds.map((id) => Number(id.slice(1))).sort((a, b) => a - b),
    );
    expect(sampleUsers.prepare(dataset, { count: 12 }, createRng(1))).toEqual(first);
    expect(sampleUsers.prepare(dataset, { count: 12 }, createRng(2)).userIds).not.toEqual(first.userIds);
  });

  it('keeps everybody when there are no more users than asked for', () => {
    expect(sampleUsers.prepare(dataset, { count: 50 }, createRng(1))).toBe(dataset);
  });
});
