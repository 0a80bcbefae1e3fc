import { expect, test } from 'vitest';
import { forEachBackend } from '../../testing/backends.ts';
import { expectNoLeak } from '../../testing/leak-check.ts';
import { tf } from '../tensors.ts';
import { kernelNames } from './kernel-names.ts';
import { failureSentence, selfTest } from './self-test.ts';

forEachBackend((name) => {
  test('a sound backend passes, and nothing is left behind', async () => {
    await expectNoLeak(async () => {
      const start = performance.now();
      expect((await selfTest()).map(failureSentence)).toEqual([]);
      console.log(`self-test on ${name}: ${(performance.now() - start).toFixed(0)} ms`);
    });
  });

  test('a kernel that returns zeros is found, with its derivatives', async () => {
    const sound = tf.getKernel(kernelNames.sparseDense, name);
    tf.unregisterKernel(kernelNames.sparseDense, name);
    tf.registerKernel({
      ...sound,
      kernelFunc: ({ inputs }) => tf.zeros([(inputs['offsets']?.shape[0] ?? 1) - 1, 20]),
    });
    const failures = await selfTest();
    tf.unregisterKernel(kernelNames.sparseDense, name);
    tf.registerKernel(sound);

    expect(failures.map((failure) => failure.op)).toEqual([
      'sparseDense',
      'sparseDense, transposed',
      'first derivative of sampledDenseDense',
      'second derivative of sampledDenseDense',
    ]);
    expect(failureSentence(failures[0] as never)).toMatch(/^sparseDense gives 0 where -?[\d.]+ is right\.$/);
    expect(await selfTest()).toEqual([]);
  });
});
