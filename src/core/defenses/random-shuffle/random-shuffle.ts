import type { DefenseFactory } from '../../contracts.ts';
import type { RandomShuffleParameters } from './spec.ts';

/**
 * Every list in random order (Random of Zhang et al. 2024, section 5.2). The order of a list depends on its place in the call and on the
 * stream of the context, which whoever serves makes anew for every call.
 */
export const randomShuffle: DefenseFactory<RandomShuffleParameters> = {
  create: () => ({
    serve: (lists, { rng }) =>
      lists.map((list, at) => rng.stream('random-shuffle').stream(at).shuffle(list.slice())),
  }),
};
