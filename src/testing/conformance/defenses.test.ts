import { describe, expect, test } from 'vitest';
import { catalog } from '../../core/catalog.ts';
import type { ModelSpec } from '../../core/contracts.ts';
import { cancelled } from '../../core/errors.ts';
import { findSpec } from '../../core/find-spec.ts';
import { planExperiment } from '../../core/run/plan-experiment.ts';
import { runExperiment } from '../../core/run/run-experiment.ts';
import { useBackend } from '../backends.ts';
import { expectNoLeak } from '../leak-check.ts';
import { expectClose } from '../matchers.ts';
import { createTestHost, drained } from '../test-host.ts';
import { attackedSpec, sequencesSpec } from './attack-run.ts';
import { createDefense, defenses, lists, outcomeOf, suspiciousData, usersReversed } from './defense-run.ts';
import { otherValues } from './other-values.ts';
import { testRoundTrip } from './round-trip.ts';
import { smallComponent, smallParameters } from './small-parameters.ts';

/** Share of the hits that the defended victim keeps on clean data where it can be learned: at least, at most. */
const keeps: Readonly<Record<string, readonly [number, number]>> = {
  'pca-detector': [0.8, 1.2],
  'degree-detector': [0.8, 1.2],
  'latent-cluster-detector': [0.8, 1.2],
  gro: [0.5, 1.2],
  // Five of twenty items whatever they are, and the last five.
  'random-shuffle': [0.1, 0.6],
  reverse: [0, 0.3],
};
/** Defenses whose outcome does not depend on the seed, with the reason. */
const withoutRandomness: Readonly<Record<string, string>> = {
  'pca-detector': 'it starts from a fixed direction',
  'degree-detector': 'it counts',
  reverse: 'it turns the list round',
};
/** Other parameters that have to be set for a parameter to matter, by `defense.parameter`. */
const together: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  'gro.student': { studentIs: 'other' },
  // A victim that stops early may stop before the epochs are over.
  'gro.epochs': { keeps: 'last' },
  // A student that has hardly learned stays inside any margin that is wide.
  'gro.marginRank': { marginRank: 0 },
  'gro.marginNegative': { marginNegative: 0 },
  'gro.ties': { marginRank: 0, marginNegative: 0 },
  'pca-detector.flaggedShare': { flaggedShare: 0.5 },
  'degree-detector.flaggedShare': { flaggedShare: 0.5 },
  'degree-detector.neighbourCount': { neighbourCount: 3 },
  'latent-cluster-detector.flaggedShare': { flaggedShare: 0.5 },
};
/** Parameters that may leave the outcome on small data as it is, by `defense.parameter`, with the reason. */
const inert: Readonly<Record<string, string>> = {};

/** A model of sequences that learns in fifteen epochs. */
const { id, params } = smallComponent(findSpec('models', 'narm', 'victim'));
const quickLearner = { id, params: { ...params, epochs: 15, learningRate: 0.05, gradientNorm: 0 } };

describe.each(defenses)('defense $id', (spec) => {
  useBackend('wasm');
  const parameters = smallParameters(spec);

  test('does the same from the same seed, and other from another where it is random', async () => {
    const first = await outcomeOf(spec, parameters);
    expect(first.numbers.length + first.choices.length).toBeGreaterThan(0);
    expect(await outcomeOf(spec, parameters)).toEqual(first);
    const other = await outcomeOf(spec, parameters, { seed: 2 });
    if (withoutRandomness[spec.id]) expect(other, withoutRandomness[spec.id]).toEqual(first);
    else expect(other).not.toEqual(first);
  });

  test('does what it says: it cleans data, trains or serves, and nothing else', async () => {
    const defense = await createDefense(spec.id, parameters);
    const does = (['sanitize', 'train', 'serve'] as const).filter((part) => defense[part] !== undefined);
    expect(does).toEqual([spec.wraps]);
  });

  if (spec.wraps === 'sanitize' && withoutRandomness[spec.id]) {
    test('finds a user as suspicious wherever the user stands in the data', async () => {
      const data = suspiciousData();
      const { numbers } = await outcomeOf(spec, parameters, { data });
      const turned = await outcomeOf(spec, parameters, { data: usersReversed(data) });
      expectClose(turned.numbers.toReversed(), numbers, { absolute: 1e-4 });
    });
  }

  test('leaves the data and the lists that it was given as they were', async () => {
    const data = suspiciousData();
    const before = structuredClone({ data, lists });
    await outcomeOf(spec, parameters, spec.wraps === 'sanitize' ? { data } : {});
    expect({ data, lists }).toEqual(before);
  });

  test('ends with a cancel wherever it is, and leaves no tensor finished, left or cancelled', async () => {
    await expectNoLeak(() => outcomeOf(spec, parameters));
    for (const breaths of [0, 3, 10]) {
      let left = breaths;
      const yieldNow = async () => {
        if (left-- <= 0) throw cancelled();
      };
      await expectNoLeak(async () => {
        const ended = await outcomeOf(spec, parameters, { context: { yieldNow } }).catch(
          (error: unknown) => error,
        );
        if (ended instanceof Error) expect(ended).toMatchObject({ code: 'cancelled' });
      });
    }
  });

  testRoundTrip(spec, parameters);

  test.each(Object.values(catalog.models as Readonly<Record<string, ModelSpec>>))(
    'takes the victim $id, or refuses it with a sentence',
    (model) => {
      const changes = {
        victim: smallComponent(model),
        defenses: [{ id: spec.id, params: parameters }],
      };
      const plan = () =>
        planExperiment(model.capabilities.sequences ? sequencesSpec(changes) : attackedSpec(null, changes));
      if (spec.requires.task?.includes(model.task) ?? true) expect(plan().cells).toHaveLength(1);
      else expect(plan).toThrow(`${spec.name} defends next-item models; ${model.name} is for ${model.task}.`);
    },
  );

  test('keeps the stated part of the hits on clean data', async () => {
    const isSequential = !(spec.requires.task?.includes('ranking') ?? true);
    const params = { ...smallParameters(spec), ...('listLength' in parameters && { listLength: 8 }) };
    const defended = { defenses: [{ id: spec.id, params }] };
    const dataset = {
      id: 'low-rank',
      params: { users: 120, heldBackUsers: 4, items: 60, rank: 5, threshold: 3 },
    };
    const experiment = isSequential
      ? sequencesSpec({ ...defended, victim: quickLearner })
      : attackedSpec(null, { ...defended, dataset });
    const { returned } = await drained(runExperiment(experiment, createTestHost()));
    const { clean, cleanDefended } = returned.cells[0]?.phases ?? {};
    const hits = (phase: typeof clean) => phase?.['hr@5']?.mean as number;
    expect(hits(clean)).toBeGreaterThan(0.2);
    const [least, most] = keeps[spec.id] as readonly [number, number];
    const kept = hits(cleanDefended) / hits(clean);
    expect(kept).toBeGreaterThanOrEqual(least);
    expect(kept).toBeLessThanOrEqual(most);
  });

  for (const [name, field] of Object.entries(spec.parameters)) {
    const key = `${spec.id}.${name}`;
    test(`${name} ${inert[key] ? `may leave the outcome: ${inert[key]}` : 'changes the outcome'}`, async () => {
      const base = { ...parameters, ...together[key] };
      const before = await outcomeOf(spec, base);
      for (const value of otherValues(field, (base as Record<string, unknown>)[name])) {
        const after = await outcomeOf(spec, { ...base, [name]: value });
        if (!inert[key]) expect(after, `${name} = ${JSON.stringify(value)}`).not.toEqual(before);
      }
    });
  }
});
