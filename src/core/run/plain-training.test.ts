import { describe, expect, test } from 'vitest';
import { useBackend } from '../../testing/backends.ts';
import { expectNoLeak } from '../../testing/leak-check.ts';
import { defaultsOf, plantedSequences, trainedOn } from '../../testing/sequence-run.ts';
import { createTestHost, drained, type TestHost } from '../../testing/test-host.ts';
import type { Trainable } from '../contracts.ts';
import { trainingData } from '../data/training-data.ts';
import { createRng } from '../math/rng.ts';
import { narm } from '../models/narm/narm.ts';
import { spec as narmSpec, type NarmParameters } from '../models/narm/spec.ts';
import { tf } from '../tensors.ts';
import type { StageValue } from './host.ts';
import { packedTensors } from './packed-tensors.ts';
import { plainTraining } from './plain-training.ts';
import { runExperiment } from './run-experiment.ts';

const small = { embeddingSize: 4, hiddenSize: 4, attentionSize: 3, maxLength: 6, learningRate: 0.02 };
const narmOf = (params: object) => ({
  id: 'narm',
  params: { ...small, epochs: 3, batchSize: 32, patience: 0, ...params },
});

/** GRO on top of a plainly trained victim, who is measured after two of its epochs. */
const experiment = (victim: object = {}) => ({
  version: 1,
  dataset: {
    id: 'markov-sequences',
    params: { users: 40, items: 20, length: 8, branching: 2, noise: 0.1 },
  },
  split: { id: 'leave-one-out', params: { pick: 'latest', minimum: 2 } },
  victim: narmOf(victim),
  attack: {
    id: 'model-extraction',
    params: { surrogate: narmOf({ epochs: 1 }), sequenceCount: 10, sequenceLength: 3, listLength: 8 },
  },
  defenses: [{ id: 'gro', params: { listLength: 6, warmStart: true, epochs: 1 } }],
  evaluation: {
    cutoffs: [3],
    protocol: { history: 'kept' },
    control: false,
    at: { of: 'epochs', values: [1, 3] },
  },
});
/** A host that has lost every victim when it is asked for one. */
const forgetful = (): TestHost => {
  const host = createTestHost();
  const get = async (key: string) => (key.startsWith('victim-') ? undefined : host.cache.get(key));
  return { ...host, cache: { ...host.cache, get } };
};

describe('a defended training that goes on from the plain one', () => {
  useBackend('cpu');

  test.each([
    ['trained for all its epochs', {}],
    ['stopped early', { patience: 1, epochs: 30, learningRate: 0.5 }],
  ])('takes the victim from the cache, to the same result bit for bit (%s)', async (_, victim) => {
    const told = await drained(runExperiment(experiment(victim), createTestHost()));
    const anew = await drained(runExperiment(experiment(victim), forgetful()));
    expect(told.returned.cells[0]?.series).toEqual(anew.returned.cells[0]?.series);
    expect(told.returned.fingerprint).toBe(anew.returned.fingerprint);
    expect(told.returned.cells[0]?.series['cleanDefended.hr@3']?.x).toEqual([1, 3]);
    const steps = (events: typeof told.yielded) =>
      events.flatMap((event) =>
        event.kind === 'progress' && event.progress.stage.endsWith('plainly first')
          ? [event.progress.done]
          : [],
      );
    expect(steps(told.yielded).length).toBeGreaterThan(3);
    expect(steps(told.yielded)).toEqual(expect.arrayContaining(steps(anew.yielded)));
  });

  test('computes nothing where the victim is kept, and is left or cancelled without a tensor', async () => {
    const { train } = await plantedSequences(60);
    const model = narm.create({ ...defaultsOf<NarmParameters>(narmSpec.parameters), ...small, epochs: 2, patience: 0 }); // prettier-ignore
    const plain = await trainedOn(model, train);
    const parameters = await packedTensors(plain.parameters);
    const kept = { value: { parameters, losses: Float32Array.from(plain.losses) }, seconds: 1 };
    const stages = new Map<string, StageValue>([['victim-1', kept]]);
    const idle: Trainable = {
      ...(model as Trainable),
      batch: () => {
        throw new Error('a batch was made');
      },
    };
    const data = trainingData(train);
    const host = createTestHost({ stages });
    const run = { stage: 'plainly first', rng: createRng(1), key: 'victim-1' };
    const { yielded, returned } = await drained(plainTraining(run, idle, data, host));
    expect(yielded.map(({ values }) => values?.['loss.train'])).toEqual(plain.losses);
    expect(yielded.at(-1)).toMatchObject({ done: yielded.length, total: yielded.length, epoch: 2 });
    expect(await packedTensors(returned)).toEqual(parameters);
    tf.dispose(Object.values(returned));
    await expectNoLeak(async () => {
      const left = plainTraining(run, idle, data, host);
      await left.next();
      await left.return(undefined as never);
      const stopped = plainTraining(run, idle, data, host);
      await stopped.next();
      host.abort();
      await expect(stopped.next()).rejects.toMatchObject({ code: 'cancelled' });
    });
    const unkept = plainTraining({ ...run, key: 'victim-2' }, idle, data, createTestHost({ stages }));
    await expect(unkept.next()).rejects.toThrow('a batch was made');
    data.dispose();
    plain.dispose();
  });

  test('left or cancelled anywhere, leaves no tensor', async () => {
    for (const after of [14, 22, 27, 30, 34]) {
      await expectNoLeak(async () => {
        const host = createTestHost();
        const running = runExperiment(experiment(), host);
        for (let seen = 0; seen < after; seen++) expect((await running.next()).done).toBe(false);
        if (after % 2 === 0) host.abort();
        await (after % 2 === 0
          ? expect(drained(running)).rejects.toThrow()
          : running.return(undefined as never));
      });
    }
  });
});
