import { test } from 'vitest';
import type { Optimizer } from '../core/math/optimizers/optimizer.ts';
import { tf, type Tensor } from '../core/tensors.ts';
import { forEachBackend } from './backends.ts';
import { expectGolden, goldenCases, inputList, inputRows, type GoldenCase } from './goldens.ts';

/** Runs every case of an optimizer kind on every backend: parameters and slots after each step. */
export function testOptimizerGoldens(
  kind: string,
  slotNames: Readonly<Record<string, string>>,
  optimizerOf: (golden: GoldenCase) => Optimizer,
): void {
  forEachBackend(() => {
    test.each(goldenCases(kind))('$case: parameters and slots after each step', async (golden) => {
      const optimizer = optimizerOf(golden);
      const actual: Record<string, number[][]> = { parameters: [] };
      for (const name of Object.keys(slotNames)) actual[name] = [];
      let parameters = { p: tf.tensor1d(inputList(golden, 'parameters')) as Tensor };
      let state = { parameters, optimizer: optimizer.init(parameters) };
      for (const gradient of inputRows(golden, 'gradients')) {
        const old = state;
        state = optimizer.update(old, { p: tf.tensor1d(gradient) }) as typeof state;
        parameters = state.parameters;
        actual.parameters?.push([...(await parameters.p.data())]);
        for (const [name, slot] of Object.entries(slotNames)) {
          actual[name]?.push([...((await state.optimizer.slots[slot]?.p?.data()) ?? [])]);
        }
      }
      expectGolden(actual, golden);
    });
  });
}
