import { expect, test } from 'vitest';
import type { ModelFactory, ModelSpec, Trainable } from '../core/contracts.ts';
import type { sequenceFields } from '../core/params/sequence-fields.ts';
import type { ParametersOf, Schema } from '../core/params/fields.ts';
import { useBackend } from './backends.ts';
import { defaultsOf, hitRate, plantedSequences, trainedOn } from './sequence-run.ts';
import { datasetOf } from './small-dataset.ts';

type SequenceParameters = ParametersOf<typeof sequenceFields>;

/** What every model of sequences must do on planted sequences; `small` are settings under which it learns them. */
export function testSequenceModel<P extends SequenceParameters, S extends Schema>(
  factory: ModelFactory<P>,
  spec: ModelSpec<S>,
  small: Partial<P>,
): void {
  useBackend('wasm');
  const create = (changes: Partial<SequenceParameters> = {}) =>
    factory.create({ ...defaultsOf<P>(spec.parameters), maxLength: 9, patience: 0, ...small, ...changes });

  test('finds the next item far better than chance, and repeats with its seed', async () => {
    const { train, test: heldOut } = await plantedSequences();
    const run = await trainedOn(create(), train);
    expect(await hitRate(run, heldOut)).toBeGreaterThan(0.6);
    run.dispose();
    const once = await trainedOn(create({ epochs: 2 }), train);
    const again = await trainedOn(create({ epochs: 2 }), train);
    expect(once.losses).toEqual(again.losses);
    expect(once.losses).toEqual(run.losses.slice(0, once.losses.length));
    once.dispose();
    again.dispose();
  });

  test('stops after its patience, with the parameters of the best validation', async () => {
    const { train } = await plantedSequences(40);
    const run = await trainedOn(create({ epochs: 50, patience: 2 }), train);
    const { validated, epochs, parameters, data } = run;
    const { validation } = run.model as Trainable;
    const best = Math.max(...validated);
    expect(epochs).toBeLessThan(50);
    expect(validated.length - validated.indexOf(best)).toBe(3); // the best and two that were no better
    expect(await validation?.score(parameters, data, async () => undefined)).toBe(best);
    run.dispose();
  });

  test('refuses data without times', async () => {
    const { interactions } = datasetOf([
      [0, 0],
      [0, 1],
    ]);
    await expect(trainedOn(create(), interactions)).rejects.toThrow(
      'must have the time of every interaction',
    );
  });
}
