import type { TrainingData } from '../contracts.ts';
import { tf, type Tensor2D } from '../tensors.ts';
import type { UserIndex } from './interactions.ts';

/** Profiles of some users as dense rows: 0/1 for users of the data, the variable for fake users below them. // [B, I] */
export function denseProfiles(
  { interactions, variables }: TrainingData,
  users: readonly UserIndex[],
): Tensor2D {
  const { userCount, itemCount, offsets, items } = interactions;
  const values = new Float32Array(users.length * itemCount);
  users.forEach((user, row) => {
    if (user >= userCount) return;
    for (let at = offsets[user] as number; at < (offsets[user + 1] as number); at++) {
      values[row * itemCount + (items[at] as number)] = 1;
    }
  });
  const known = tf.tensor2d(values, [users.length, itemCount]);
  const { fake } = variables;
  if (!fake || users.every((user) => user < userCount)) return known;
  const chosen = new Float32Array(users.length * fake.shape[0]);
  users.forEach((user, row) => {
    if (user >= userCount) chosen[row * fake.shape[0] + user - userCount] = 1;
  });
  return tf.add(known, tf.matMul(tf.tensor2d(chosen, [users.length, fake.shape[0]]), fake));
}
