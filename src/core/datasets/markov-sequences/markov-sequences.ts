import type { DatasetLoader } from '../../contracts.ts';
import { interactionsFromColumns } from '../../data/columns.ts';
import { badInput } from '../../errors.ts';
import type { Rng } from '../../math/rng.ts';
import { spec, type MarkovSequencesParameters } from './spec.ts';

/** With memory two, the item before the last one chooses between so many sets of ways on. */
const kinds = 3;

/**
 * Sequences with a planted rule. Every item (with memory two: every item and the kind of the item before it) has `branching` random ways on,
 * way b with a weight of 2^-b. A step takes one of them that the user has not met, or, with probability `noise` or when none is left, any
 * item not met. Items of a user are all different; lengths
 * are uniform from the half of `length` up, so that every position occurs in the middle of somebody's sequence; times are places in it. A perfect model finds the next item among its first
 * ten with a probability near 1 - noise while branching <= 10.
 */
export const markovSequences: DatasetLoader<MarkovSequencesParameters> = {
  async load(parameters, _source, rng) {
    const { users, items, length } = parameters;
    if (length > items) throw badInput('dataset.params.length', `must be at most the ${items} items`, length);
    const ways = waysOn(parameters, rng.stream('ways'));
    const walks = Array.from({ length: users }, (_, user) =>
      walk(parameters, ways, rng.stream('walks').stream(user)),
    );
    const columns = {
      users: Int32Array.from(walks.flatMap((items, user) => items.map(() => user))),
      items: Int32Array.from(walks.flat()),
      times: Float64Array.from(walks.flatMap((items) => items.map((_, at) => at))),
    };
    return {
      id: spec.id,
      name: spec.name,
      interactions: interactionsFromColumns(users, items, columns),
      userIds: Array.from({ length: users }, (_, user) => String(user)),
      itemIds: Array.from({ length: items }, (_, item) => String(item)),
      credit: 'Generated sequences.',
      notes: [],
    };
  },
};

/** Ways on of item i after an item of kind c, most likely first. // [kinds][items][branching] */
function waysOn({ items, branching }: MarkovSequencesParameters, rng: Rng): Int32Array[][] {
  return Array.from({ length: kinds }, (_, kind) =>
    Array.from({ length: items }, (__, item) =>
      rng.stream(kind).stream(item).sample(items, Math.min(branching, items)),
    ),
  );
}

function walk(
  { items, length, order, noise }: MarkovSequencesParameters,
  ways: Int32Array[][],
  rng: Rng,
): number[] {
  const sequence: number[] = [];
  const met = new Set<number>();
  const shortest = Math.ceil(length / 2);
  const end = shortest + rng.stream('length').integer(length - shortest + 1);
  for (let at = 0; at < end; at++) {
    const last = sequence[at - 1];
    const kind = order === 'two' && at > 1 ? (sequence[at - 2] as number) % kinds : 0;
    const planted = last === undefined ? [] : (ways[kind]?.[last] ?? []);
    const open = Array.from(planted).filter((item) => !met.has(item));
    const isLost = rng.uniform() < noise || open.length === 0;
    const next = isLost ? unmet(items, met, rng) : halving(open, rng);
    sequence.push(next);
    met.add(next);
  }
  return sequence;
}

/** One of the ways, each half as likely as the one before. */
function halving(ways: readonly number[], rng: Rng): number {
  let draw = rng.uniform() * (2 - 2 ** (1 - ways.length));
  for (const [at, item] of ways.entries()) {
    draw -= 2 ** -at;
    if (draw < 0) return item;
  }
  return ways.at(-1) as number;
}

function unmet(items: number, met: ReadonlySet<number>, rng: Rng): number {
  let item = rng.integer(items);
  while (met.has(item)) item = rng.integer(items);
  return item;
}
