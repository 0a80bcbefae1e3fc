import type { QueryLog, SequenceModel, Trainable } from '../../contracts.ts';
import type { Rng } from '../../math/rng.ts';
import { rankingLoss, type RankingMargins, type RankingReduction } from '../../nn/ranking-loss.ts';
import { rankingNegatives, type NegativeRule } from '../../nn/ranking-negatives.ts';

export interface ImitationSettings {
  readonly batchSize: number;
  readonly margins: RankingMargins;
  readonly reduction: RankingReduction;
  readonly negatives: NegativeRule;
}

/** Some queries and what the victim answered. */
interface Answers {
  readonly histories: readonly Int32Array[];
  readonly lists: Int32Array; // [B, K]
  readonly rng: Rng;
}

/**
 * The surrogate as a model that is trained on the victim's answers instead of data: same parameters, optimizer and epochs, but the loss is
 * the ranking loss (Zhang et al. 2024, Eq. 4) of what it would recommend after each asked history. Every query is an example.
 */
export function imitation(
  surrogate: SequenceModel,
  log: QueryLog,
  itemCount: number,
  { batchSize, margins, reduction, negatives }: ImitationSettings,
): Trainable<Answers> {
  const { sequenceLength: length, k, sequences, lists } = log;
  const { capabilities, epochs, optimizer, init, scores, sequence: scoring } = surrogate;
  return {
    kind: 'trainable',
    capabilities,
    epochs,
    optimizer,
    init,
    scores,
    batchesPerEpoch: () => Math.ceil(log.count / batchSize),
    batch(_data, epoch, index, rng) {
      const order = rng.stream(epoch).shuffle(Int32Array.from({ length: log.count }, (_, at) => at));
      const chosen = order.subarray(index * batchSize, (index + 1) * batchSize);
      const answers = new Int32Array(chosen.length * k);
      chosen.forEach((query, row) => answers.set(lists.subarray(query * k, (query + 1) * k), row * k));
      const histories = Array.from(chosen, (query) => {
        const start = Math.floor(query / length) * length;
        return sequences.subarray(start, start + (query % length) + 1);
      });
      return { histories, lists: answers, rng: rng.stream(epoch).stream(index) };
    },
    loss(parameters, { histories, lists: top, rng }) {
      const input = scoring.query(histories, itemCount);
      const own = scoring.scoresAt(parameters, input, rng.stream('dropout')); // [B, I]
      const others = rankingNegatives(top, k, itemCount, negatives, rng.stream('negatives'));
      return rankingLoss(own, top, others, margins, reduction);
    },
  };
}
