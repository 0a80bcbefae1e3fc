import { expect, test } from 'vitest';
import type { BackendName } from './environment.ts';
import { openBackend } from '../../worker/backend/open-backend.ts';
import { agreement, toyAttack, type ToyAttack } from '../../testing/toy-attack.ts';

async function on(name: BackendName): Promise<ToyAttack> {
  const backend = await openBackend(name);
  try {
    const result = await toyAttack(5);
    await backend.check();
    return result;
  } finally {
    backend.dispose();
  }
}

/** A software adapter needs about half a minute for every exact outer step of the toy, and far more on a busy machine. */
test('webgpu and wasm agree on the toy’s first exact hypergradient and on the loss after five outer steps', async () => {
  const wasm = await on('wasm');
  const webgpu = await on('webgpu');
  const { relative, cosine } = agreement(webgpu.gradient, wasm.gradient);
  const [expected, actual] = [wasm.losses[5] as number, webgpu.losses[5] as number];
  console.info(
    `webgpu against wasm: relative L2 ${relative}, cosine ${cosine}, L_adv ${actual} and ${expected}`,
  );
  expect(relative).toBeLessThan(1e-2);
  expect(cosine).toBeGreaterThan(0.9999);
  expect(Math.abs(actual / expected - 1)).toBeLessThan(1e-3);
});
