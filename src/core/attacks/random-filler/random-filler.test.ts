import { expect, test } from 'vitest';
import { useBackend } from '../../../testing/backends.ts';
import { drained, createTestHost } from '../../../testing/test-host.ts';
import { interactionsFromEntries, itemIndex, itemsOf } from '../../data/interactions.ts';
import { createRng } from '../../math/rng.ts';
import { runAttack } from '../../run/run-attack.ts';

useBackend('cpu');

const train = interactionsFromEntries(2, 12, [
  { user: 0, item: 3 },
  { user: 1, item: 4 },
]);
const targets = [7, 2].map(itemIndex);
const run = async (fakeUserCount: number, fillerCount: number) => {
  const params = { fakeUserCount, fillerCount, targetItems: { by: 'id', ids: ['7', '2'] } };
  const attack = { id: 'random-filler', params };
  const running = runAttack(attack, 'poison', { train, targets }, createRng(1), 'key', [], createTestHost());
  return (await drained(running)).returned.fakeUsers;
};

test('every fake user clicks all targets and as many distinct other items as asked', async () => {
  const made = await run(40, 3);
  const clicks = new Set<number>();
  for (let user = 0; user < 40; user++) {
    const row = [...itemsOf(made, user)];
    expect(row).toHaveLength(5);
    expect(row).toEqual(expect.arrayContaining([2, 7]));
    for (const item of row) clicks.add(item);
  }
  expect(clicks.size).toBe(12);
});

test('with all other items as fillers every user clicks everything, with none only the targets', async () => {
  expect([...itemsOf(await run(1, 10), 0)]).toEqual(Array.from({ length: 12 }, (_, item) => item));
  expect([...itemsOf(await run(1, 0), 0)]).toEqual([2, 7]);
});

test('more fillers than other items are refused', async () => {
  await expect(run(1, 11)).rejects.toThrow(
    'attack.params.fillerCount: must be at most 10, the items besides the targets, got 11',
  );
});

test('fake users keep their clicks when more of them are asked for', async () => {
  const [few, many] = [await run(2, 3), await run(5, 3)];
  expect([...itemsOf(many, 1)]).toEqual([...itemsOf(few, 1)]);
});
