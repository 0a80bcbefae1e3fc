import type { SequenceBatch } from '../contracts.ts';

/** Draws before the items that are left are counted out: a row that holds half of them gets there once in 10^30. */
const quickDraws = 101;

/**
 * One item for every asked place, uniform over those that are neither in its row nor asked for there; over all items where the row holds every
 * one. // [N]
 */
export function sampledNegatives(
  { input, labels, rng }: Pick<SequenceBatch, 'input' | 'labels' | 'rng'>,
  itemCount: number,
): Int32Array {
  const { tokens, length, places } = input;
  const draws = rng.stream('negatives');
  const owned: Set<number>[] = Array.from({ length: input.rows }, (_, row) => {
    return new Set(tokens.subarray(row * length, (row + 1) * length));
  });
  const ownedAt = (place: number) => owned[Math.floor(place / length)] as Set<number>;
  places.forEach((place, at) => ownedAt(place).add((labels[at] as number) + 1));
  return Int32Array.from(places, (place) => {
    const own = ownedAt(place);
    let item = draws.integer(itemCount);
    for (let drawn = 1; own.has(item + 1) && drawn < quickDraws; drawn++) item = draws.integer(itemCount);
    if (!own.has(item + 1)) return item;
    const others = Array.from({ length: itemCount }, (_, other) => other).filter(
      (other) => !own.has(other + 1),
    );
    return others[draws.integer(Math.max(1, others.length))] ?? item;
  });
}
