import { describe, expect, test } from 'vitest';
import { useBackend } from '../../testing/backends.ts';
import { smallAttack, smallExperiment } from '../../testing/small-experiment.ts';
import { createTestHost, drained } from '../../testing/test-host.ts';
import { interactionsFromDense } from '../data/interactions.ts';
import { atEqualBudget, clicksAllowed } from './equal-budget.ts';
import type { StageValue } from './host.ts';
import { planExperiment } from './plan-experiment.ts';
import { runExperiment } from './run-experiment.ts';

const ranks = (...given: number[]) => ({ by: 'popularity-rank', ranks: given });
const handMade = (params: object = {}) => ({
  id: 'hand-made',
  params: { targetItems: ranks(9), fakeUserCount: 5, profile: ranks(1, 2, 3), clickCap: 6, ...params },
});
const learned = (() => {
  const { targetItems: _targets, fakeUserCount: _fakes, ...params } = smallAttack().params;
  return { id: 'unrolled-injection', params };
})();
const spec = (opponent: unknown, attack: unknown = handMade()) =>
  smallExperiment({ attack, evaluation: { cutoffs: [3], baseline: true, opponent } });

describe('an opponent', () => {
  useBackend('cpu');

  test('is measured beside the attack and random filler, with the same fakes and no more clicks than the cap', async () => {
    const { yielded, returned } = await drained(runExperiment(spec(learned), createTestHost()));
    const cell = returned.cells[0];
    const names = ['clean', 'control', 'attacked', 'attackedSameSeed', 'baseline', 'opponent'];
    expect(Object.keys(cell?.phases ?? {})).toEqual(names);
    expect(cell?.phases.opponent).not.toEqual(cell?.phases.attacked);
    const made = yielded.flatMap((event) =>
      event.kind === 'view' && event.content.view === 'profiles' ? [event.content] : [],
    );
    expect(made.map(({ name }) => name)).toEqual(['fake profiles', 'opponent profiles']);
    const rows = made.map(({ fakeUsers: { offsets } }) =>
      Array.from(offsets.subarray(1), (end, at) => end - (offsets[at] ?? 0)),
    );
    expect(rows[0]).toEqual([4, 4, 4, 4, 4]);
    expect(rows[1]).toHaveLength(5);
    expect(Math.max(...(rows[1] ?? []))).toBeLessThanOrEqual(6);
    expect(cell?.notes.join()).toMatch(
      /Opponent: Learned injection \(unrolled\), 5 fake users with at most 6 clicks each; .*those of the attack 4\.0\./,
    );
    const stages = new Set(
      yielded.flatMap((event) => (event.kind === 'progress' ? [event.progress.stage] : [])),
    );
    expect(stages).toContain('opponent');
    expect(stages).toContain('victim under the opponent');
    const fractions = yielded.flatMap((event) => (event.kind === 'progress' ? [event.overall.fraction] : []));
    expect(fractions.at(-1)).toBe(1);
  });

  test('of the same profile measures the same, bit for bit: both victims have one seed', async () => {
    const { id, params } = handMade();
    const { returned } = await drained(runExperiment(spec({ id, params }), createTestHost()));
    expect(returned.cells[0]?.phases.opponent).toEqual(returned.cells[0]?.phases.attacked);
  });

  test('is learned once while the cap stays, whatever the profile; and asking for it leaves the attack in the cache', async () => {
    const stages = new Map<string, StageValue>();
    const opponents = () => [...stages.keys()].filter((key) => /^opponent-[0-9a-f]+$/.test(key));
    const attacks = () => [...stages.keys()].filter((key) => /^attack-[0-9a-f]+$/.test(key));
    await drained(runExperiment(spec(learned), createTestHost({ stages })));
    const other = handMade({ profile: ranks(4, 5) });
    await drained(runExperiment(spec(learned, other), createTestHost({ stages })));
    expect(opponents()).toHaveLength(1);
    expect(attacks()).toHaveLength(2);
    await drained(runExperiment(spec(undefined, other), createTestHost({ stages })));
    expect(attacks()).toHaveLength(2);
  });

  test('takes targets and fake users from the attack, and may not name others', () => {
    const planned = planExperiment(spec(learned)).cells[0]?.spec.evaluation.opponent?.params;
    expect(planned).toMatchObject({ targetItems: ranks(9), fakeUserCount: 5, unrollSteps: 8 });
    const greedy = { id: 'random-filler', params: { fakeUserCount: 6 } };
    expect(() => planExperiment(spec(greedy))).toThrow(
      'evaluation.opponent.params.fakeUserCount: must be left out or that of the attack, 5, got 6',
    );
  });

  test('is an attack by fake users whose needs are met', () => {
    expect(() => planExperiment(spec({ id: 'model-extraction' }))).toThrow(
      'evaluation.opponent.id: must be an attack by fake users, got "model-extraction"',
    );
    const unfit = { id: 'unrolled-injection', params: { surrogate: { id: 'popularity' } } };
    expect(() => planExperiment(spec(unfit))).toThrow(/Popularity.* has none/i);
  });

  test('that is left out leaves a spec as it was before there were opponents', () => {
    const { evaluation } = planExperiment(spec(undefined)).spec;
    expect(JSON.stringify(evaluation)).not.toContain('opponent');
  });
});

describe('equal budget', () => {
  const fakeUsers = interactionsFromDense([1, 1, 0, 0, 0, 1, 1, 1, 1, 0], 2, 5);

  test('is the declared cap, else the mean of the clicks made, never below the targets', () => {
    expect(clicksAllowed(handMade(), fakeUsers, 1)).toBe(6);
    expect(clicksAllowed(handMade({ clickCap: 0 }), fakeUsers, 1)).toBe(3);
    expect(clicksAllowed({ id: 'random-filler', params: {} }, fakeUsers, 4)).toBe(4);
  });

  test('lowers caps, and item counts with the fillers first', () => {
    const paramsOf = (id: string, params: object, clicks: number) =>
      atEqualBudget({ id, params: { ...params } }, clicks, 1).params;
    expect(paramsOf('unrolled-injection', { clickCap: 0 }, 7)).toEqual({ clickCap: 7 });
    expect(paramsOf('unrolled-injection', { clickCap: 4 }, 7)).toEqual({ clickCap: 4 });
    expect(paramsOf('random-filler', { fillerCount: 30 }, 7)).toEqual({ fillerCount: 6 });
    expect(paramsOf('bandwagon', { popularCount: 10, fillerCount: 20 }, 15)).toEqual({
      popularCount: 10,
      fillerCount: 4,
    });
    expect(paramsOf('segment', { segmentCount: 10, fillerCount: 20 }, 7)).toEqual({
      segmentCount: 6,
      fillerCount: 0,
    });
  });
});
