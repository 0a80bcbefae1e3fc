import type {
  Capabilities,
  SequenceBatch,
  SequenceModel,
  SequenceScoring,
  TrainingData,
} from '../contracts.ts';
import { sequenceWindows } from '../data/sequence-windows.ts';
import { sequenceOf, withoutLast, type Sequences } from '../data/sequences.ts';
import { badInput } from '../errors.ts';
import { adam } from '../math/optimizers/adam.ts';
import type { Rng } from '../math/rng.ts';
import { clipped } from '../nn/clipped.ts';
import { decaying } from '../nn/decaying.ts';
import { tf, tidy, type NamedTensors, type Scalar, type Tensor2D } from '../tensors.ts';
import { historiesAtOnce, validationNdcg } from './validation-ndcg.ts';

/** The hyperparameters that all models of sequences have. */
export interface SequenceSettings {
  readonly maxLength: number;
  readonly epochs: number;
  readonly batchSize: number;
  readonly learningRate: number;
  readonly weightDecay: number;
  /** Each gradient tensor is shortened to this norm; 0 leaves it. */
  readonly gradientNorm: number;
  /** Validations without improvement before training ends; 0 trains all epochs on all items. */
  readonly patience: number;
}

/** What tells one model of sequences from another. */
export interface SequenceParts {
  readonly capabilities: Capabilities;
  readonly settings: SequenceSettings;
  readonly scoring: SequenceScoring;
  init(rng: Rng, itemCount: number): NamedTensors;
  /** Training examples of some windows; `rng` belongs to this step. */
  examples(windows: readonly Int32Array[], itemCount: number, rng: Rng): SequenceBatch;
  loss(parameters: NamedTensors, batch: SequenceBatch): Scalar;
}

interface Prepared {
  readonly windows: readonly Int32Array[];
  readonly known: Sequences;
  readonly last: Int32Array;
}

/**
 * A model of sequences from its parts: AdamW (no decay on biases and norms, epsilon 1e-9), gradients clipped tensor by tensor, batches of
 * shuffled windows, early stopping on NDCG@10 of every user's last item, and next-item scores after a user's whole sequence.
 */
export function sequenceModel(parts: SequenceParts): SequenceModel {
  const { capabilities, settings, scoring } = parts;
  const { maxLength, epochs, batchSize, patience } = settings;
  // A causal model needs one item more than it reads: the last one is only a label.
  const windowLength = scoring.reads === 'causal' ? maxLength + 1 : maxLength;
  const shortest = scoring.reads === 'causal' ? 2 : 1;
  const ready = new WeakMap<Sequences, Prepared>();

  const prepared = (data: TrainingData): Prepared => {
    const sequences = sequencesIn(data);
    const known = ready.get(sequences);
    if (known) return known;
    const held =
      patience > 0
        ? withoutLast(sequences)
        : { known: sequences, last: new Int32Array(sequences.userCount).fill(-1) };
    const windows = Array.from(held.last, (_, user) =>
      sequenceWindows(sequenceOf(held.known, user), windowLength),
    )
      .flat()
      .filter((window) => window.length >= shortest);
    if (windows.length === 0) throw badInput('dataset', 'holds no sequence long enough to learn from');
    const made = { ...held, windows };
    ready.set(sequences, made);
    return made;
  };

  return {
    kind: 'trainable',
    capabilities,
    epochs,
    optimizer: sequenceOptimizer(settings),
    sequence: scoring,
    init: (rng, data) => parts.init(rng, data.interactions.itemCount),
    batchesPerEpoch: (data) => Math.ceil(prepared(data).windows.length / batchSize),
    batch(data, epoch, index, rng) {
      const { windows } = prepared(data);
      const order = rng.stream(epoch).shuffle(Int32Array.from(windows.keys()));
      const chosen = order.subarray(index * batchSize, (index + 1) * batchSize);
      const rows = Array.from(chosen, (at) => windows[at] as Int32Array);
      return parts.examples(rows, data.interactions.itemCount, rng.stream(epoch).stream(index));
    },
    loss: (parameters, batch) => parts.loss(parameters, batch),
    scores(parameters, data, users) {
      const sequences = sequencesIn(data);
      const pieces: Tensor2D[] = [];
      for (let from = 0; from < users.length; from += historiesAtOnce) {
        const some = users.slice(from, from + historiesAtOnce).map((user) => sequenceOf(sequences, user));
        pieces.push(tidy(() => scoring.scoresAt(parameters, scoring.query(some, sequences.itemCount))));
      }
      return pieces.length === 1 ? (pieces[0] as Tensor2D) : tf.concat(pieces);
    },
    ...(patience > 0 && {
      validation: {
        everyEpochs: 1,
        patience,
        score(parameters, data, yieldNow) {
          const { known, last } = prepared(data);
          return validationNdcg(scoring, parameters, known, last, yieldNow);
        },
      },
    }),
  };
}

function sequenceOptimizer({ learningRate, weightDecay, gradientNorm }: SequenceSettings) {
  const plain = adam({ learningRate, epsilon: 1e-9 });
  const isDecayed = (name: string) => !/(Biases[12]?|Bias|Gain)$/.test(name);
  const decayed = weightDecay > 0 ? decaying(plain, learningRate * weightDecay, isDecayed) : plain;
  return gradientNorm > 0 ? clipped(decayed, gradientNorm) : decayed;
}

function sequencesIn(data: TrainingData): Sequences {
  if (!data.sequences)
    throw badInput('dataset', 'must have the time of every interaction for a model of sequences');
  return data.sequences;
}
