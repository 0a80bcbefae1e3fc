import { describe, expect, test } from 'vitest';
import { useBackend } from '../../../testing/backends.ts';
import { causal, cloze, defended, recurrent } from '../../../testing/gro-run.ts';
import { expectClose } from '../../../testing/matchers.ts';
import { plantedSequences, trainedOn } from '../../../testing/sequence-run.ts';

/** So small that the swap loss changes no 32-bit gradient, and not 0, where the swap loss is not even made. */
const vanishing = 1e-30;

describe('the joint step of GRO', () => {
  useBackend('wasm');

  test.each([
    ['bert4rec', cloze, {}],
    ['narm', recurrent, {}],
    ['sasrec', causal, {}],
    ['sasrec, picking among all items', causal, { objective: 'softmax' }],
  ] as const)('with a vanishing weight is a step of plain training (%s)', async (_, make, changes) => {
    const { train } = await plantedSequences(60);
    const model = () => (make as typeof causal)({ ...changes, epochs: 2 });
    const plain = await trainedOn(model(), train);
    const joint = await defended(model(), train, { swapWeight: vanishing });
    const losses = (run: typeof joint) => run.values.map((each) => each['loss.train'] as number);
    expect(joint.values.every((each) => (each['loss.swap'] as number) > 0)).toBe(true);
    expectClose(losses(joint), plain.losses, { absolute: 0, relative: 1e-5 });
    for (const [name, tensor] of Object.entries(plain.parameters))
      expectClose(await joint.parameters[name]?.data(), await tensor.data(), { absolute: 1e-6 });
    for (const each of [plain, joint]) each.dispose();
  });
});
