import { expect, test } from 'vitest';
import type { Trainable } from '../../core/contracts.ts';
import { trainingData } from '../../core/data/training-data.ts';
import { createRng } from '../../core/math/rng.ts';
import { tf } from '../../core/tensors.ts';
import { trainModel } from '../../core/training/train-model.ts';
import type { BackendName } from '../../core/run/environment.ts';
import { openBackend } from '../../worker/backend/open-backend.ts';
import { expectClose, expectFinite } from '../matchers.ts';
import { checkerboard } from './planted-data.ts';
import { smallParameters } from './small-parameters.ts';
import { createModel, recommenders, steady } from './trained.ts';

const steps = 3;

/** The training loss before each of the first steps: the first before any, the last after two. */
async function losses(model: Trainable): Promise<number[]> {
  const data = trainingData(checkerboard().train);
  const running = trainModel(model, data, createRng(1), steady, 'test');
  const seen: number[] = [];
  for (let step = 0; step < steps; step++) {
    const next = await running.next();
    if (next.done) {
      tf.dispose(Object.values(next.value));
      break;
    }
    seen.push(next.value.values?.['loss.train'] ?? Number.NaN);
  }
  await running.return(undefined as never);
  data.dispose();
  return seen;
}

async function on<T>(name: BackendName, work: () => Promise<T>): Promise<T> {
  const backend = await openBackend(name);
  try {
    const result = await work();
    await backend.check();
    return result;
  } finally {
    backend.dispose();
  }
}

test('every trainable model takes two training steps on WebGPU with the losses of WebAssembly within 1%', async () => {
  const trainable: { readonly id: string; readonly model: Trainable }[] = [];
  for (const spec of recommenders) {
    const model = await createModel(spec.id, smallParameters(spec));
    if (model.kind === 'trainable') trainable.push({ id: spec.id, model });
  }
  expect(trainable.length).toBeGreaterThan(0);
  const all = async () => {
    const byId: Record<string, number[]> = {};
    for (const { id, model } of trainable) byId[id] = await losses(model);
    return byId;
  };
  const expected = await on('wasm', all);
  const actual = await on('webgpu', all);
  for (const { id } of trainable) {
    expectFinite(actual[id], id);
    expectClose(actual[id], expected[id], { absolute: 0, relative: 0.01 });
  }
});
