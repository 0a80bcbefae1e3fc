import type { CheckpointState, QueryLog, Service } from '../../contracts.ts';
import type { Rng } from '../../math/rng.ts';
import type { ModelExtractionParameters } from './spec.ts';

/** Sequences that are grown together, so that the victim is asked in batches. */
export const sequencesAtOnce = 50;

export type Generation = Pick<
  ModelExtractionParameters,
  'sequenceCount' | 'sequenceLength' | 'listLength' | 'generation' | 'pick'
>;

/**
 * Grows made-up sequences and asks what comes after each of their beginnings (Yue et al. 2021, section 4.2): the first item is uniform; the
 * next one is uniform (random), taken from the list just returned (autoregressive), or the real user's next item (data). One query for each
 * item of each sequence, sequences x length in all, exactly. Draws of a sequence depend on its number alone, so that a log that was kept
 * goes on as it would have. Yields after every batch of sequences.
 */
export async function* queries(
  service: Service,
  generation: Generation,
  histories: readonly Int32Array[],
  rng: Rng,
  kept: QueryLog | undefined,
  yieldNow: () => Promise<void>,
): AsyncGenerator<QueryLog, QueryLog> {
  const { sequenceCount, sequenceLength: length, listLength: k } = generation;
  const sequences = new Int32Array(sequenceCount * length);
  const lists = new Int32Array(sequenceCount * length * k);
  let done = 0;
  if (kept) {
    sequences.set(kept.sequences);
    lists.set(kept.lists);
    done = kept.count / length;
  }
  const log = (): QueryLog => ({
    count: done * length,
    sequenceLength: length,
    k,
    sequences: sequences.slice(0, done * length),
    lists: lists.slice(0, done * length * k),
  });
  while (done < sequenceCount) {
    const rows = Array.from({ length: Math.min(sequencesAtOnce, sequenceCount - done) }, (_, row) => {
      const draws = rng.stream(done + row);
      return { sequence: done + row, draws, real: realHistory(generation, histories, draws) };
    });
    for (const { sequence, draws, real } of rows)
      sequences[sequence * length] = real?.[0] ?? draws.integer(service.itemCount);
    for (let at = 0; at < length; at++) {
      await yieldNow();
      const asked = rows.map(({ sequence }) =>
        sequences.slice(sequence * length, sequence * length + at + 1),
      );
      const answers = await service.recommend(asked, k);
      rows.forEach(({ sequence, draws, real }, row) => {
        const answer = answers[row] as Int32Array;
        lists.set(answer, (sequence * length + at) * k);
        if (at + 1 === length) return;
        sequences[sequence * length + at + 1] =
          real?.[at + 1] ?? nextItem(generation, answer, service.itemCount, draws);
      });
    }
    done += rows.length;
    if (done < sequenceCount) yield log();
  }
  return log();
}

/** With real histories: a random user's, cut to the length; shorter ones go on with any item. */
function realHistory(
  { generation, sequenceLength }: Generation,
  histories: readonly Int32Array[],
  draws: Rng,
): Int32Array | undefined {
  if (generation !== 'data') return undefined;
  return histories[draws.integer(histories.length)]?.subarray(0, sequenceLength);
}

function nextItem(
  { generation, pick }: Generation,
  answer: Int32Array,
  itemCount: number,
  draws: Rng,
): number {
  if (generation !== 'autoregressive') return draws.integer(itemCount);
  if (pick === 'uniform') return answer[draws.integer(answer.length)] as number;
  const total = answer.reduce((sum, _, at) => sum + 1 / (at + 1), 0);
  let draw = draws.uniform() * total;
  for (const [at, item] of answer.entries()) {
    draw -= 1 / (at + 1);
    if (draw < 0) return item;
  }
  return answer[answer.length - 1] as number;
}

/** The first queries of a log. */
export function firstQueries({ sequenceLength, k, sequences, lists }: QueryLog, count: number): QueryLog {
  const sequenceCount = Math.ceil(count / sequenceLength);
  return {
    count,
    sequenceLength,
    k,
    sequences: sequences.slice(0, sequenceCount * sequenceLength),
    lists: lists.slice(0, count * k),
  };
}

/** A log as a checkpoint keeps it, and back. */
export function packedLog({ count, sequenceLength, k, sequences, lists }: QueryLog): CheckpointState {
  return { count, sequenceLength, k, sequences, lists };
}

export function unpackedLog(state: CheckpointState | undefined): QueryLog | undefined {
  return state && (state as unknown as QueryLog);
}
