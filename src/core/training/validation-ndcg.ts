import { sequenceOf, type Sequences } from '../data/sequences.ts';
import type { SequenceScoring } from '../contracts.ts';
import { tidy, type NamedTensors } from '../tensors.ts';

/** Histories that are scored at a time. */
export const historiesAtOnce = 128;

/**
 * Mean NDCG@10 of the held-back items after the known sequences, among all items, history kept, ties counted against it:
 * 1 / log2(position + 2) for a position below 10. 0 when nobody has an item held back.
 */
export async function validationNdcg(
  scoring: SequenceScoring,
  parameters: NamedTensors,
  known: Sequences,
  last: Int32Array, // [U], -1 without one
  yieldNow: () => Promise<void>,
): Promise<number> {
  const users = Array.from(last.keys()).filter((user) => (last[user] as number) >= 0);
  let sum = 0;
  for (let from = 0; from < users.length; from += historiesAtOnce) {
    await yieldNow();
    const some = users.slice(from, from + historiesAtOnce);
    const input = scoring.query(
      some.map((user) => sequenceOf(known, user)),
      known.itemCount,
    );
    const tensor = tidy(() => scoring.scoresAt(parameters, input));
    const scores = await tensor.data<'float32'>().finally(() => tensor.dispose());
    some.forEach((user, row) => {
      const own = scores.subarray(row * known.itemCount, (row + 1) * known.itemCount);
      const asked = own[last[user] as number] as number;
      const position = own.reduce((better, score) => better + Number(score >= asked), -1);
      if (position < 10) sum += 1 / Math.log2(position + 2);
    });
  }
  return users.length === 0 ? 0 : sum / users.length;
}
