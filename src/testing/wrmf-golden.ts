import type { Trainable, TrainingData } from '../core/contracts.ts';
import { interactionsFromDense } from '../core/data/interactions.ts';
import { trainingData } from '../core/data/training-data.ts';
import { wrmf } from '../core/models/wrmf/wrmf.ts';
import { tf, type Tensor2D } from '../core/tensors.ts';
import { inputNumber, inputRows, type GoldenCase } from './goldens.ts';

/** A WRMF model and data as a fixture describes them; the factors of the fixture are the initial values. */
export function wrmfOf(
  golden: GoldenCase,
  regularization: number,
): { model: Trainable; data: TrainingData; factors: Factors } {
  const rows = inputRows(golden, 'interactions');
  const fakes = 'fakeInteractions' in golden.inputs ? inputRows(golden, 'fakeInteractions') : undefined;
  const users = tf.tensor2d(inputRows(golden, 'userFactors'));
  const items = tf.tensor2d(inputRows(golden, 'itemFactors'));
  const created = wrmf.create({
    embeddingSize: items.shape[1],
    epochs: 'steps' in golden.inputs ? inputNumber(golden, 'steps') : 1,
    batchSize: 0,
    learningRate: 0.5,
    positiveWeight: inputNumber(golden, 'positiveWeight'),
    regularization,
    initialDeviation: 1,
  }) as Trainable;
  const interactions = interactionsFromDense(rows.flat(), rows.length, items.shape[0]);
  const data = trainingData(
    interactions,
    fakes ? { fake: tf.tensor2d(fakes, [fakes.length, items.shape[0]]) } : {},
  );
  return { model: { ...created, init: () => ({ users, items }) }, data, factors: { users, items } };
}

interface Factors {
  readonly users: Tensor2D;
  readonly items: Tensor2D;
}
