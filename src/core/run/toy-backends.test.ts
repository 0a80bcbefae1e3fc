import { expect, test } from 'vitest';
import { openBackend } from '../../cli/backend.ts';
import { agreement, toyHypergradient, toyLosses } from '../../testing/toy-attack.ts';

test('cpu and wasm agree on the toy’s first exact hypergradient and on the loss after five outer steps', async () => {
  await openBackend('wasm');
  const [first, again] = [await toyHypergradient(), await toyHypergradient()];
  expect(again).toEqual(first);
  const losses = await toyLosses(5);
  await openBackend('cpu');
  const { relative, cosine } = agreement(await toyHypergradient(), first);
  expect(relative).toBeLessThan(1e-2);
  expect(cosine).toBeGreaterThan(0.9999);
  const plain = await toyLosses(5);
  expect(Math.abs((plain[4] as number) / (losses[4] as number) - 1)).toBeLessThan(1e-3);
}, 300_000);
