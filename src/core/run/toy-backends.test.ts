import { expect, test } from 'vitest';
import { openBackend } from '../../cli/backend.ts';
import { agreement, toyAttack } from '../../testing/toy-attack.ts';

test('cpu and wasm agree on the toy’s first exact hypergradient and on the loss after five outer steps', async () => {
  await openBackend('wasm');
  const wasm = await toyAttack(5);
  expect((await toyAttack(1)).gradient).toEqual(wasm.gradient);
  await openBackend('cpu');
  const cpu = await toyAttack(5);
  const { relative, cosine } = agreement(cpu.gradient, wasm.gradient);
  expect(relative).toBeLessThan(1e-2);
  expect(cosine).toBeGreaterThan(0.9999);
  expect(cpu.losses).toHaveLength(6);
  expect(Math.abs((cpu.losses[5] as number) / (wasm.losses[5] as number) - 1)).toBeLessThan(1e-3);
  expect(wasm.losses[5]).toBeLessThan((wasm.losses[0] as number) - 300);
}, 300_000);
