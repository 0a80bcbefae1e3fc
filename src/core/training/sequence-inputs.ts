import type { SequenceBatch, SequenceInput } from '../contracts.ts';
import { cloze, type ClozeRule } from '../data/cloze.ts';
import { leftPadded } from '../data/padding.ts';
import type { Rng } from '../math/rng.ts';

/** Asks what comes after each history: the last place of every row. A cloze model needs a MASK there. */
export function lastPlaceInput(
  histories: readonly Int32Array[],
  length: number,
  mask: number | undefined,
): SequenceInput {
  return {
    tokens: leftPadded(histories, length, mask),
    rows: histories.length,
    length,
    places: Int32Array.from(histories, (_, row) => (row + 1) * length - 1),
    lastOnly: true,
  };
}

/** Windows with gaps to fill in from both sides. */
export function clozeBatch(
  windows: readonly Int32Array[],
  length: number,
  itemCount: number,
  rule: ClozeRule,
  rng: Rng,
): SequenceBatch {
  const whole = leftPadded(windows, length);
  const { tokens, places, labels } = cloze(whole, length, itemCount, rule, rng.stream('cloze'));
  return {
    input: { tokens, rows: windows.length, length, places, lastOnly: false },
    labels,
    rng,
    histories: () =>
      Array.from(places, (place) => {
        const window = windows[Math.floor(place / length)] as Int32Array;
        const known = window.length - (length - (place % length));
        return window.subarray(0, known);
      }),
  };
}

/** Windows of at most `length` + 1 items: at every place the item after it is asked. */
export function causalBatch(windows: readonly Int32Array[], length: number, rng: Rng): SequenceBatch {
  const tokens = leftPadded(
    windows.map((window) => window.subarray(0, -1)),
    length,
  );
  const places: number[] = [];
  tokens.forEach((token, at) => void (token !== 0 && places.push(at)));
  const labels = windows.flatMap((window) => Array.from(window.subarray(1)));
  return {
    input: { tokens, rows: windows.length, length, places: Int32Array.from(places), lastOnly: false },
    labels: Int32Array.from(labels),
    rng,
    histories: () =>
      windows.flatMap((window) => Array.from(window.subarray(1), (_, at) => window.subarray(0, at + 1))),
  };
}
