import { bootstrapInterval } from '../math/bootstrap-interval.ts';
import { createRng } from '../math/rng.ts';
import { signFlipTest } from '../math/sign-flip-test.ts';
import { mean } from '../math/statistics.ts';
import type { UserValues } from './evaluate-model.ts';
import type { Cell, Comparison, Phase } from './result.ts';

/** 95% bootstrap intervals over users, by phase and metric. */
export type PhaseIntervals = Readonly<
  Partial<Record<Phase, Readonly<Record<string, readonly [number, number]>>>>
>;

export interface OverUsers {
  readonly intervals: PhaseIntervals;
  readonly comparisons: readonly Comparison[];
}

/** What a test over users is called in a result; what is tested over repeats has another name. */
export const testOverUsers = 'over users: paired sign-flip, two-sided; 95% bootstrap interval';

/** Enough for two digits of an interval, and quick for thousands of users. */
const draws = 2000;
const confidence = 0.95;

/** Phases that are compared over users where both were measured user by user. */
const pairs: readonly (readonly [Phase, Phase])[] = [
  ['defended', 'attacked'],
  ['cleanDefended', 'clean'],
  ['downstream', 'clean'],
  ['downstream', 'downstreamBaseline'],
  ['defendedDownstream', 'cleanDefended'],
  ['defendedDownstream', 'defendedDownstreamBaseline'],
  ['defendedDownstream', 'downstream'],
];

/**
 * Intervals and paired comparisons over the users of a cell, for metrics that were kept user by user: what one repeat can say. A user's
 * value is the mean over the repeats, whether the same people come back in each or others take their places, so that the width is right
 * for both. How much another training of the same victim would give is not in it: that takes repeats.
 */
export async function overUsers(
  at: Cell['at'],
  byUser: ReadonlyMap<Phase, readonly UserValues[]>,
  yieldNow: () => Promise<void>,
): Promise<OverUsers> {
  const means = new Map([...byUser].map(([phase, repeats]) => [phase, meansOf(repeats)]));
  const intervals: Partial<Record<Phase, Record<string, readonly [number, number]>>> = {};
  for (const [phase, metrics] of means) {
    const own: Record<string, readonly [number, number]> = {};
    for (const [metric, values] of Object.entries(metrics)) {
      await yieldNow();
      const known = values.filter((value) => value !== null);
      // The same users are drawn in every phase.
      if (known.length > 1) own[metric] = bootstrapInterval(known, rngOf(metric), confidence, draws);
    }
    intervals[phase] = own;
  }
  const comparisons: Comparison[] = [];
  for (const [a, b] of pairs) {
    const [first, second] = [means.get(a) ?? {}, means.get(b) ?? {}];
    for (const metric of Object.keys(first).filter((name) => Object.hasOwn(second, name))) {
      await yieldNow();
      const compared = comparison(first[metric] ?? [], second[metric] ?? [], metric);
      if (compared) comparisons.push({ at, a, b, metric, test: testOverUsers, ...compared });
    }
  }
  return { intervals, comparisons };
}

function comparison(first: UserValues[string], second: UserValues[string], metric: string) {
  const differences = first.flatMap((value, user) => {
    const other = second[user];
    return value === null || other === null || other === undefined ? [] : [value - other];
  });
  if (differences.length < 2) return undefined;
  const rng = rngOf(metric);
  // A difference of 0 has no sign to flip.
  const moved = differences.filter((value) => value !== 0);
  return {
    difference: mean(differences) as number,
    p: moved.length === 0 ? 1 : signFlipTest(moved, rng.stream('sign flips'), draws),
    interval: bootstrapInterval(differences, rng.stream('interval'), confidence, draws),
  };
}

const rngOf = (metric: string) => createRng(`over users ${metric}`);

/** Every user's mean over the repeats that have a value. */
function meansOf(repeats: readonly UserValues[]): UserValues {
  const names = [...new Set(repeats.flatMap((values) => Object.keys(values)))];
  const meanOf = (name: string, user: number) => {
    const known = repeats.map((values) => values[name]?.[user] ?? null).filter((value) => value !== null);
    return mean(known) ?? null;
  };
  return Object.fromEntries(
    names.map((name) => {
      const users = Math.max(...repeats.map((values) => values[name]?.length ?? 0));
      return [name, Array.from({ length: users }, (_, user) => meanOf(name, user))];
    }),
  );
}
