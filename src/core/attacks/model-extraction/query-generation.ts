import type { CheckpointState, QueryLog, Service } from '../../contracts.ts';
import type { Rng } from '../../math/rng.ts';
import type { ModelExtractionParameters } from './spec.ts';

/** Sequences that are grown together, so that the victim is asked in batches. */
export const sequencesAtOnce = 50;

export type Generation = Pick<
  ModelExtractionParameters,
  'sequenceCount' | 'sequenceLength' | 'listLength' | 'generation' | 'pick'
>;

/** How far the asking has come. */
export interface Asked {
  /** The queries of all finished batches of sequences, a beginning of the whole log. */
  readonly log: QueryLog;
  /** Queries answered by now, those of the unfinished batch among them. */
  readonly answered: number;
  /** What the asking can go on from. Its arrays may be written to later, beyond what it counts. */
  readonly state: CheckpointState;
}

/**
 * Grows made-up sequences and asks what comes after each of their beginnings (Yue et al. 2021, section 4.2): the first item is uniform; the
 * next one is uniform (random), taken from the list just returned (autoregressive), or the real user's next item (data). One query for each
 * item of each sequence, sequences x length in all, exactly. A batch of sequences is asked place by place, with a yield after each. Draws of
 * a sequence depend on its number alone: from a kept state the draws are repeated with the kept answers, nothing is asked twice, and the
 * log goes on as it would have.
 */
export async function* queries(
  service: Service,
  generation: Generation,
  histories: readonly Int32Array[],
  rng: Rng,
  kept: CheckpointState | undefined,
  yieldNow: () => Promise<void>,
): AsyncGenerator<Asked, Asked> {
  const { sequenceCount, sequenceLength: length, listLength: k } = generation;
  const sequences = new Int32Array(sequenceCount * length);
  const lists = new Int32Array(sequenceCount * length * k);
  const known = Number(kept?.count ?? 0);
  if (kept) {
    sequences.set(kept.sequences as Int32Array);
    lists.set(kept.lists as Int32Array);
  }
  const state = (count: number, begun: number): CheckpointState => ({
    count,
    sequenceLength: length,
    k,
    sequences: sequences.subarray(0, begun * length),
    lists: lists.subarray(0, begun * length * k),
  });
  const logOf = (finished: number): QueryLog => ({
    count: finished * length,
    sequenceLength: length,
    k,
    // Views, not copies: what is finished is never written again, and a log may be hundreds of megabytes.
    sequences: sequences.subarray(0, finished * length),
    lists: lists.subarray(0, finished * length * k),
  });
  const perBatch = sequencesAtOnce * length;
  let done = Math.min(sequenceCount, Math.floor(known / perBatch) * sequencesAtOnce);
  if (known === sequenceCount * length) done = sequenceCount;
  let log = logOf(done);
  while (done < sequenceCount) {
    const rows = Array.from({ length: Math.min(sequencesAtOnce, sequenceCount - done) }, (_, row) => {
      const draws = rng.stream(done + row);
      return { sequence: done + row, draws, real: realHistory(generation, histories, draws) };
    });
    for (const { sequence, draws, real } of rows)
      sequences[sequence * length] = real?.[0] ?? draws.integer(service.itemCount);
    for (let at = 0; at < length; at++) {
      const answered = done * length + rows.length * (at + 1);
      const isKnown = answered <= known;
      if (!isKnown) {
        await yieldNow();
        const asked = rows.map(({ sequence }) =>
          sequences.slice(sequence * length, sequence * length + at + 1),
        );
        const answers = await service.recommend(asked, k);
        rows.forEach(({ sequence }, row) => lists.set(whole(answers[row], k), (sequence * length + at) * k));
      }
      for (const { sequence, draws, real } of rows) {
        if (at + 1 === length) break;
        const place = sequence * length + at;
        const answer = lists.subarray(place * k, (place + 1) * k);
        sequences[place + 1] = real?.[at + 1] ?? nextItem(generation, answer, service.itemCount, draws);
      }
      if (!isKnown && at + 1 < length) yield { log, answered, state: state(answered, done + rows.length) };
    }
    done += rows.length;
    log = logOf(done);
    if (done < sequenceCount) yield { log, answered: log.count, state: state(log.count, done) };
  }
  return { log, answered: log.count, state: state(log.count, done) };
}

/** An answer that has all its places: a shorter one would leave item 0 in the log where nothing was said. */
function whole(answer: Int32Array | undefined, k: number): Int32Array {
  if (answer?.length !== k) throw new Error(`the victim answered ${answer?.length} items in place of ${k}`);
  return answer;
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
