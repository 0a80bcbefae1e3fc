import { describe, expect, test } from 'vitest';
import { itemsOf } from '../../core/data/interactions.ts';
import { catalog } from '../../core/catalog.ts';
import type { ModelSpec, Progress } from '../../core/contracts.ts';
import type { Component } from '../../core/params/fields.ts';
import { planExperiment } from '../../core/run/plan-experiment.ts';
import { runExperiment } from '../../core/run/run-experiment.ts';
import { useBackend } from '../backends.ts';
import { expectNoLeak } from '../leak-check.ts';
import { createTestHost, drained } from '../test-host.ts';
import { attackedSpec, attackRun, poisonings } from './attack-run.ts';
import { otherValues } from './other-values.ts';
import { testRoundTrip } from './round-trip.ts';
import { smallComponent, smallParameters } from './small-parameters.ts';

/** Parameters that may leave the outcome on small data as it is, by `attack.parameter`, with the reason. */
const inert: Readonly<Record<string, string>> = {};
/** Other parameters that have to be set for a parameter to matter, by `attack.parameter`. */
const together: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  // With no gradient at all every entry stays at 0 or 1, and a 1 lies on the threshold.
  'unrolled-injection.strictThreshold': { unrollSteps: 0, threshold: 1 },
  'unrolled-injection.initialClickLimit': { initialClickLimit: 5 },
  'unrolled-injection.knownOf': { knownFraction: 0.5 },
  'hand-made.secondProfile': { secondShare: 0.5 },
  'hand-made.thirdProfile': { thirdShare: 0.5 },
  'unrolled-injection.surrogateSeedCount': { surrogateSeeds: 'mean', surrogateSeedCount: 3 },
};
/** Attacks whose outcome does not depend on the seed, with the reason. */
const withoutRandomness: Readonly<Record<string, string>> = {
  'hand-made': 'a person chooses its clicks one by one',
};

describe.each(poisonings)('attack $id', (spec) => {
  useBackend('cpu');
  const parameters = smallParameters(spec);
  const fakeUsers = async (changes: Readonly<Record<string, unknown>> = {}, seed = 1) => {
    const { running } = await attackRun(spec.id, { ...parameters, ...changes }, seed);
    return (await drained(running)).returned.fakeUsers;
  };

  test('makes the same fake users from the same seed and others from another', async () => {
    const first = await fakeUsers();
    expect(await fakeUsers()).toEqual(first);
    const other = await fakeUsers({}, 2);
    if (withoutRandomness[spec.id]) expect(other, withoutRandomness[spec.id]).toEqual(first);
    else expect(other).not.toEqual(first);
  });

  test('keeps its budget exactly, over the items there are, each at most once a user', async () => {
    for (const fakeUserCount of [1, 4]) {
      const made = await fakeUsers({ fakeUserCount });
      expect(made.userCount).toBe(fakeUserCount);
      expect(made.offsets.length).toBe(fakeUserCount + 1);
      expect(made.itemCount).toBe(30);
      for (let user = 0; user < fakeUserCount; user++) {
        const row = [...itemsOf(made, user)];
        expect(new Set(row).size).toBe(row.length);
        expect(row.every((item) => item >= 0 && item < 30)).toBe(true);
      }
    }
  });

  test('leaves what it was given as it was', async () => {
    const { input, running } = await attackRun(spec.id, parameters);
    const before = structuredClone(input);
    await drained(running);
    expect(input).toEqual(before);
  });

  test('without fake users makes none, and the attacked victim is the clean one bit for bit', async () => {
    expect((await fakeUsers({ fakeUserCount: 0 })).userCount).toBe(0);
    const attack = { id: spec.id, params: { ...parameters, fakeUserCount: 0 } };
    const { returned } = await drained(runExperiment(attackedSpec(attack), createTestHost()));
    const { clean, attacked } = returned.cells[0]?.phases ?? {};
    expect(attacked).toEqual(clean);
    expect(Object.keys(clean ?? {})).toContain('target.hr@5');
  });

  test('refuses more targets than items', async () => {
    const targetItems = { by: 'popularity-rank', ranks: Array.from({ length: 31 }, (_, at) => at + 1) };
    const attack = { id: spec.id, params: { ...parameters, targetItems } };
    await expect(drained(runExperiment(attackedSpec(attack), createTestHost()))).rejects.toThrow(
      'attack.params.targetItems: must name at most as many items as there are (30), got 31',
    );
  });

  test('reports progress that only rises, within what it announced', async () => {
    const { running } = await attackRun(spec.id, parameters);
    const { yielded } = await drained(running);
    const reports = yielded.flatMap((event) => (event.kind === 'progress' ? [event.progress] : []));
    expect(reports.length).toBeGreaterThan(0);
    const outer = reports.filter(({ level }) => level === 'outer');
    outer.forEach(({ done }, at) => expect(done).toBeGreaterThan(outer[at - 1]?.done ?? 0));
    reports.forEach((report, at) => expectRise(reports[at - 1], report));
  });

  test('ends within 100 ms of a cancel, wherever it is, and leaves no tensor', async () => {
    for (const after of [1, 4, 30]) {
      await expectNoLeak(async () => {
        const { running, host } = await attackRun(spec.id, parameters);
        let next = await running.next();
        for (let seen = 1; seen < after && !next.done; seen++) next = await running.next();
        host.abort();
        const began = performance.now();
        const ended = await drained(running).catch((error: unknown) => error);
        expect(performance.now() - began).toBeLessThan(100);
        if ((ended as Error).name !== undefined) expect(ended).toMatchObject({ code: 'cancelled' });
      });
      await expectNoLeak(async () => {
        const { running } = await attackRun(spec.id, parameters);
        for (let seen = 0; seen < after; seen++) await running.next();
        await running.return(undefined as never);
      });
    }
  });

  testRoundTrip(spec, parameters);

  test.each(Object.values(catalog.models as Readonly<Record<string, ModelSpec>>))(
    'takes the model $id, or refuses it with a sentence',
    (model) => {
      const { model: needs, task } = spec.requires;
      const asVictim = needs === undefined || needs.of === 'victim';
      const component = smallComponent(model);
      const params = asVictim ? parameters : { ...parameters, [needs.of]: component };
      const changes = asVictim ? { victim: component } : {};
      const plan = () => planExperiment(attackedSpec({ id: spec.id, params }, changes));
      const { gradients, embeddings } = model.capabilities;
      const fits =
        (!asVictim || (task?.includes(model.task) ?? true)) &&
        (needs?.gradients?.includes(gradients) ?? true) &&
        (needs?.embeddings !== true || embeddings);
      if (fits) expect(plan().cells).toHaveLength(1);
      else expect(plan).toThrow(new RegExp(`^.*${spec.name.slice(0, 7)}.*${model.name}.*\\.$`));
    },
  );

  for (const [name, field] of Object.entries(spec.parameters)) {
    const key = `${spec.id}.${name}`;
    test(`${name} ${inert[key] ? `may leave the outcome: ${inert[key]}` : 'changes the outcome'}`, async () => {
      const base = { ...together[key] };
      const before = await fakeUsers(base);
      for (const value of otherValues(field, { ...parameters, ...base }[name])) {
        const after = await fakeUsers({ ...base, [name]: value });
        if (!inert[key]) expect(after, `${name} = ${JSON.stringify(value)}`).not.toEqual(before);
      }
    });
  }
});

function expectRise(before: Progress | undefined, { stage, level, done, total }: Progress): void {
  expect(done).toBeGreaterThanOrEqual(0);
  expect(done).toBeLessThanOrEqual(total);
  const continues = before?.stage === stage && before.level === level && done !== 1;
  if (continues) expect(done).toBeGreaterThanOrEqual(before.done);
}

/** The part of users who see a target in their top 5 that an attack must add, on data where it can be learned. */
const statedGain: Readonly<Record<string, number>> = {
  'random-filler': 0.05,
  'unrolled-injection': 0.1,
  segment: 0.02,
};

describe('on planted data', () => {
  useBackend('wasm');
  const gains = new Map<string, number>();
  const promoting = poisonings.filter(({ goal }) => goal === 'promote');

  test.each(promoting)('$id raises its goal by the stated amount', async (spec) => {
    const gain = await measuredGain(spec.id);
    gains.set(spec.id, gain);
    expect(gain).toBeGreaterThan(statedGain[spec.id] ?? 0.05);
  });

  test('unrolled-injection beats random-filler', () => {
    const [learned, random] = [gains.get('unrolled-injection'), gains.get('random-filler')];
    expect(learned).toBeGreaterThan((random as number) + 0.05);
  });

  async function measuredGain(id: string): Promise<number> {
    const model: Component = {
      id: 'wrmf',
      params: { embeddingSize: 6, epochs: 40, learningRate: 0.1, initialDeviation: 0.1 },
    };
    const spec = poisonings.find((each) => each.id === id) as (typeof poisonings)[number];
    const small = smallParameters(spec);
    const long = { fakeUserCount: 16, outerSteps: 12, unrollSteps: 40, surrogate: model, targetItems };
    const known = Object.fromEntries(Object.entries(long).filter(([name]) => name in spec.parameters));
    const attack = { id, params: { ...small, ...known } };
    const changes = {
      victim: model,
      repeats: 3,
      vary: ['init'],
      dataset: {
        id: 'low-rank',
        params: { users: 120, heldBackUsers: 16, items: 60, rank: 5, threshold: 3 },
      },
    };
    const { returned } = await drained(runExperiment(attackedSpec(attack, changes), createTestHost()));
    const { clean, attacked } = returned.cells[0]?.phases ?? {};
    const read = (phase: typeof clean) => phase?.['target.hr@5']?.mean as number;
    return read(attacked) - read(clean);
  }
  const targetItems = { by: 'popularity-rank', ranks: [30] };
});
