import type { Rng } from '../math/rng.ts';

export interface ClozeRule {
  /** Probability that a position is asked about. */
  readonly rate: number;
  /** At most so many positions of a row are. */
  readonly most: number;
}

/** Token rows with gaps, and what was in them. */
export interface Cloze {
  readonly tokens: Int32Array; // [B, n]
  readonly places: Int32Array; // flat places of the gaps, ascending [N]
  readonly labels: Int32Array; // the items that were there [N]
}

/**
 * The cloze task of BERT4Rec as the authors of the extraction attack set it: every position is asked with probability p, the last one with
 * p + 0.1 (1 - p), at most `most` a row and no item twice; what is asked shows MASK (80%), a random item (10%) or itself (10%).
 * tokens row-major, left-padded [B, n].
 */
export function cloze(
  tokens: Int32Array,
  length: number,
  itemCount: number,
  { rate, most }: ClozeRule,
  rng: Rng,
): Cloze {
  const shown = tokens.slice();
  const places: number[] = [];
  for (let start = 0; start < tokens.length; start += length) {
    const asked = new Set<number>();
    const order = rng.shuffle(Int32Array.from({ length }, (_, at) => start + at));
    for (const at of order) {
      const token = tokens[at] as number;
      const chance = at === start + length - 1 ? rate + 0.1 * (1 - rate) : rate;
      if (token === 0 || asked.size >= most || asked.has(token) || rng.uniform() >= chance) continue;
      asked.add(token);
      places.push(at);
    }
  }
  if (places.length === 0 && tokens.length > 0) places.push(tokens.findLastIndex((token) => token !== 0));
  const asked = Int32Array.from(places).sort();
  for (const at of asked) {
    const draw = rng.uniform();
    if (draw < 0.8) shown[at] = itemCount + 1;
    else if (draw < 0.9) shown[at] = 1 + rng.integer(itemCount);
  }
  return { tokens: shown, places: asked, labels: asked.map((at) => (tokens[at] as number) - 1) };
}
