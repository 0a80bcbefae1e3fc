import type { Defense, DefenseFactory, Progress, RunContext } from '../../contracts.ts';
import { userIndex, type Interactions } from '../../data/interactions.ts';
import { trainingData } from '../../data/training-data.ts';
import { incompatible } from '../../errors.ts';
import { kmeans } from '../../math/kmeans.ts';
import { median } from '../../math/robust-scores.ts';
import { mostSuspicious } from '../../math/most-suspicious.ts';
import { tf, type Tensor2D } from '../../tensors.ts';
import { trainModel } from '../../training/train-model.ts';
import type { LatentClusterDetectorParameters } from './spec.ts';

/** Vectors compared before others are let in. */
const vectorsAtOnce = 32;
const iterations = 20;

/**
 * Clusters of user vectors that lie unusually close or unusually far apart (after Tang et al. 2020, section 4.3): a model is trained on the
 * data as it is, and its user vectors are put into clusters by k-means from random users. A user's spread is the mean distance to its nearest
 * vectors; suspicion is how far the logarithm of the spread, the mean of the user's own and of its cluster's, is from the median user's.
 */
export const latentClusterDetector: DefenseFactory<LatentClusterDetectorParameters> = {
  create: (parameters): Defense => ({
    async *sanitize(train, context) {
      const vectors = yield* userVectors(train, parameters, context);
      const spreads = new Float64Array(vectors.length);
      for (let user = 0; user < vectors.length; user++) {
        if (user % vectorsAtOnce === 0) {
          await context.yieldNow();
          yield {
            level: 'inner',
            stage: 'latent detector',
            done: user + 1,
            total: vectors.length,
            unit: 'users',
          };
        }
        spreads[user] = spread(vectors, user, parameters.neighbourCount);
      }
      const count = Math.min(parameters.clusterCount, vectors.length);
      const first = Array.from(context.rng.stream('centres').sample(vectors.length, count));
      const start = first.map((user) => vectors[user] as Float32Array);
      const { assignments } = kmeans(vectors, start, iterations);
      const logs = spreads.map((value) => Math.log(Math.max(value, 1e-9)));
      const sums = new Float64Array(count);
      const sizes = new Float64Array(count);
      assignments.forEach((cluster, user) => {
        sums[cluster] = (sums[cluster] as number) + (logs[user] as number);
        sizes[cluster] = (sizes[cluster] as number) + 1;
      });
      const middle = median(logs);
      const suspicion = Float32Array.from(assignments, (cluster, user) => {
        const together = (sums[cluster] as number) / (sizes[cluster] as number);
        return Math.abs((together + (logs[user] as number)) / 2 - middle);
      });
      return { suspicion, removed: mostSuspicious(suspicion, parameters.flaggedShare) };
    },
  }),
};

/** User vectors of a model trained on the data. // [U][D] */
async function* userVectors(
  train: Interactions,
  { model: component }: LatentClusterDetectorParameters,
  context: RunContext,
): AsyncGenerator<Progress, Float32Array[]> {
  const model = await context.build(component);
  const { embeddings } = model;
  if (!embeddings && !model.userVectors) {
    throw incompatible(
      [`${component.id} has no user vectors that could be looked at.`],
      'defenses.params.model',
    );
  }
  const data = trainingData(train);
  try {
    const parameters = yield* trainModel(
      model,
      data,
      context.rng.stream('model'),
      context,
      'latent detector',
    );
    try {
      const everybody = Array.from({ length: train.userCount }, (_, user) => userIndex(user));
      const table = tf.tidy(() =>
        embeddings
          ? tf.clone(parameters[embeddings.users] as Tensor2D)
          : (model.userVectors?.(parameters, data, everybody) as Tensor2D),
      );
      const values = await table.data<'float32'>().finally(() => table.dispose());
      const [users, size] = table.shape;
      return Array.from({ length: users }, (_, user) => values.slice(user * size, (user + 1) * size));
    } finally {
      tf.dispose(Object.values(parameters));
    }
  } finally {
    data.dispose();
  }
}

/** Mean distance to the nearest other vectors. O(U D). */
function spread(vectors: readonly Float32Array[], user: number, neighbours: number): number {
  const own = vectors[user] as Float32Array;
  const distances = new Float64Array(vectors.length);
  vectors.forEach((vector, at) => {
    let sum = 0;
    for (let d = 0; d < own.length; d++) sum += ((own[d] as number) - (vector[d] as number)) ** 2;
    distances[at] = sum;
  });
  const nearest = distances.sort().subarray(1, 1 + neighbours); // the first is the user itself
  return nearest.reduce((sum, value) => sum + Math.sqrt(value), 0) / Math.max(1, nearest.length);
}
