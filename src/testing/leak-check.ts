import { expect } from 'vitest';
import { tf } from '../core/tensors.ts';

/**
 * Asserts that as many tensors are alive after `work` as before it. `work` disposes of what it returns; it may be async and
 * may throw on purpose inside.
 */
export async function expectNoLeak(work: () => unknown): Promise<void> {
  const before = tf.memory();
  await work();
  const after = tf.memory();
  expect(after.numTensors, 'tensors alive after the work').toBe(before.numTensors);
  expect(after.numDataBuffers, 'data buffers alive after the work').toBe(before.numDataBuffers);
}
