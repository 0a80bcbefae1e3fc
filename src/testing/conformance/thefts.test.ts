import { describe, expect, test } from 'vitest';
import { catalog } from '../../core/catalog.ts';
import type { AttackInput, AttackSpec, ModelSpec, Trainable } from '../../core/contracts.ts';
import { trainingData } from '../../core/data/training-data.ts';
import { findSpec } from '../../core/find-spec.ts';
import type { Component, ComponentField } from '../../core/params/fields.ts';
import { createRng } from '../../core/math/rng.ts';
import { planExperiment } from '../../core/run/plan-experiment.ts';
import { runAttack } from '../../core/run/run-attack.ts';
import { runExperiment } from '../../core/run/run-experiment.ts';
import { createService } from '../../core/run/service.ts';
import { tf } from '../../core/tensors.ts';
import { useBackend } from '../backends.ts';
import { expectNoLeak } from '../leak-check.ts';
import { runContext } from '../run-context.ts';
import { createTestHost, drained } from '../test-host.ts';
import { sequencesSpec } from './attack-run.ts';
import { otherValues } from './other-values.ts';
import { march } from './planted-data.ts';
import { testRoundTrip } from './round-trip.ts';
import { smallComponent, smallParameters } from './small-parameters.ts';
import { createModel } from './trained.ts';

type Values = Readonly<Record<string, unknown>>;

const thefts = Object.values(catalog.attacks as Readonly<Record<string, AttackSpec>>).filter(
  ({ produces }) => produces === 'surrogate',
);
/** Other parameters that have to be set for a parameter to matter, by `attack.parameter`. */
const together: Readonly<Record<string, Values>> = {
  // A copy that has hardly learned stays inside any margin that is wide.
  'model-extraction.marginRank': { marginRank: 0 },
  'model-extraction.marginNegative': { marginNegative: 0 },
  'model-extraction.batchSize': { batchSize: 8 },
};

describe.each(thefts)('theft $id', (spec) => {
  useBackend('wasm');
  const thief = smallComponent(findSpec('models', 'narm', 'surrogate'));
  const surrogate: Component = { ...thief, params: { ...thief.params, epochs: 3 } };
  const parameters: Values = { ...smallParameters(spec), surrogate };

  /** The attack on a model as it is before training, whose lists are as good as any. */
  async function started(changes: Values = {}, seed = 1) {
    const { train } = march();
    const model = (await createModel(thief.id, thief.params)) as Trainable;
    const data = trainingData(train);
    const untrained = model.init(createRng(3), data);
    const victim = { model, data, parameters: untrained };
    const service = createService({ victim, defenses: [], context: runContext('s'), history: 'kept' });
    const input: AttackInput = { train, targets: [], service };
    const host = createTestHost();
    const params = { ...parameters, ...changes };
    const running = runAttack(
      { id: spec.id, params },
      'surrogate',
      input,
      createRng(seed),
      spec.id,
      [],
      host,
    );
    const dispose = () => {
      tf.dispose(Object.values(untrained));
      data.dispose();
    };
    return { running, host, input, service, dispose };
  }
  async function stolen(changes: Values = {}, seed = 1) {
    const { running, service, dispose } = await started(changes, seed);
    const { returned, yielded } = await drained(running);
    dispose();
    return { ...returned, answered: service.answered, yielded };
  }

  test('steals the same from the same seed and other from another', async () => {
    const { log, parameters: first } = await stolen();
    const again = await stolen();
    expect(again.log).toEqual(log);
    expect(again.parameters).toEqual(first);
    expect((await stolen({}, 2)).log).not.toEqual(log);
  });

  test('asks its budget exactly, in whole lists of items there are, and nothing with none', async () => {
    for (const sequenceCount of [0, 3, 7]) {
      const { answered, log } = await stolen({ sequenceCount });
      expect([answered, log.count]).toEqual([sequenceCount * 5, sequenceCount * 5]);
      expect(log.lists).toHaveLength(log.count * log.k);
      expect([...log.lists, ...log.sequences].every((item) => item >= 0 && item < 12)).toBe(true);
      for (let query = 0; query < log.count; query++) {
        expect(new Set(log.lists.subarray(query * log.k, (query + 1) * log.k)).size).toBe(log.k);
      }
    }
  });

  test('leaves the data and the victim as they were', async () => {
    const { running, input, dispose } = await started();
    const before = structuredClone({ train: input.train });
    await drained(running);
    dispose();
    expect({ train: input.train }).toEqual(before);
    const experiment = sequencesSpec({ attack: { id: spec.id, params: parameters } });
    const { returned } = await drained(runExperiment(experiment, createTestHost()));
    const { clean, attacked } = returned.cells[0]?.phases ?? {};
    expect(attacked?.['hr@5']).toEqual(clean?.['hr@5']);
  });

  test('reports progress that only rises, within what it announced', async () => {
    const { yielded } = await stolen();
    const reports = yielded.flatMap((event) => (event.kind === 'progress' ? [event.progress] : []));
    expect(reports.length).toBeGreaterThan(5);
    reports.forEach(({ stage, level, done, total }, at) => {
      expect(done).toBeLessThanOrEqual(total);
      const before = reports[at - 1];
      if (before?.stage === stage && before.level === level) expect(done).toBeGreaterThan(before.done);
    });
  });

  test('ends within 100 ms of a cancel, wherever it is, and leaves no tensor', async () => {
    for (const after of [1, 3, 6]) {
      await expectNoLeak(async () => {
        const { running, host, dispose } = await started();
        for (let seen = 0; seen < after; seen++) await running.next();
        host.abort();
        const began = performance.now();
        await expect(drained(running)).rejects.toMatchObject({ code: 'cancelled' });
        expect(performance.now() - began).toBeLessThan(100);
        dispose();
      });
      await expectNoLeak(async () => {
        const { running, dispose } = await started();
        for (let seen = 0; seen < after; seen++) await running.next();
        await running.return(undefined as never);
        dispose();
      });
    }
  });

  test('gives the same copy whatever its surrogate would read of data', async () => {
    const schema = findSpec('models', thief.id, 'surrogate').parameters;
    const { unread = [] } = spec.parameters.surrogate as ComponentField;
    const others = unread.flatMap((name) => {
      const field = schema[name];
      return field ? [[name, otherValues(field, surrogate.params[name])[0]] as const] : [];
    });
    expect(others.length).toBeGreaterThan(1);
    const changed = { ...surrogate, params: { ...surrogate.params, ...Object.fromEntries(others) } };
    expect(changed).not.toEqual(surrogate);
    expect((await stolen({ surrogate: changed })).parameters).toEqual((await stolen()).parameters);
  });

  testRoundTrip(spec, parameters);

  test.each(Object.values(catalog.models as Readonly<Record<string, ModelSpec>>))(
    'takes the surrogate $id, or refuses it with a sentence',
    (model) => {
      const attack = { id: spec.id, params: { ...parameters, surrogate: smallComponent(model) } };
      const plan = () => planExperiment(sequencesSpec({ attack }));
      if (model.capabilities.sequences) expect(plan().cells).toHaveLength(1);
      else expect(plan).toThrow(`needs a model of sequences as its surrogate; ${model.name} is none.`);
    },
  );

  for (const [name, field] of Object.entries(spec.parameters)) {
    test(`${name} changes what is stolen`, async () => {
      const base = { ...parameters, ...together[`${spec.id}.${name}`] };
      const read = async (changes: Values) => {
        const { log, parameters: values } = await stolen({ ...base, ...changes });
        return { log, values };
      };
      const before = await read({});
      for (const value of otherValues(field, (base as Values)[name])) {
        expect(await read({ [name]: value }), `${name} = ${JSON.stringify(value)}`).not.toEqual(before);
      }
    });
  }
});
