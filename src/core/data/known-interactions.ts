import type { TrainingData } from '../contracts.ts';
import { stackInteractions, type Interactions } from './interactions.ts';

/**
 * All users of training data as rows, fake users last: their profiles are read from the backend, and every entry above 0 is an
 * interaction with that value. `values` are there only when fake users are given as variables (1 for genuine users). // [U + F, I]
 */
export async function knownInteractions({ interactions, variables }: TrainingData): Promise<Interactions> {
  const { fake } = variables;
  const { userCount, itemCount, offsets, items } = interactions;
  const known = { userCount, itemCount, offsets, items };
  if (!fake) return known;
  const profiles = await fake.data<'float32'>();
  const fakeCount = fake.shape[0];
  const fakeOffsets = new Int32Array(fakeCount + 1);
  const clicked: number[] = [];
  for (let row = 0; row < fakeCount; row++) {
    for (let item = 0; item < itemCount; item++) {
      if ((profiles[row * itemCount + item] as number) > 0) clicked.push(row * itemCount + item);
    }
    fakeOffsets[row + 1] = clicked.length;
  }
  return stackInteractions(
    { ...known, values: new Float32Array(items.length).fill(1) },
    {
      userCount: fakeCount,
      itemCount,
      offsets: fakeOffsets,
      items: Int32Array.from(clicked, (cell) => cell % itemCount),
      values: Float32Array.from(clicked, (cell) => profiles[cell] as number),
    },
  );
}
