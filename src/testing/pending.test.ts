import { expect, inject, test } from 'vitest';
import { goldenKinds } from './goldens.ts';
import { pendingGoldenKinds } from './pending.ts';

const pending = Object.keys(pendingGoldenKinds);

test('every golden kind is either tested or pending, never both', () => {
  const tested = inject('testedGoldenKinds');
  const kinds = goldenKinds();
  console.log(`golden kinds: ${tested.length} tested, ${pending.length} pending: ${pending.join(', ')}`);

  expect(
    kinds.filter((kind) => !tested.includes(kind) && !pending.includes(kind)),
    'neither',
  ).toEqual([]);
  expect(
    kinds.filter((kind) => tested.includes(kind) && pending.includes(kind)),
    'both',
  ).toEqual([]);
});

test('every pending kind and every golden test has fixtures', () => {
  const kinds = goldenKinds();
  expect([...pending, ...inject('testedGoldenKinds')].filter((kind) => !kinds.includes(kind))).toEqual([]);
});
