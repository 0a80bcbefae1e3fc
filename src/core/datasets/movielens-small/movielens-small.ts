import type { DatasetLoader } from '../../contracts.ts';
import { unpackDataset } from '../../data/formats/compact.ts';
import { spec, type MovielensSmallParameters } from './spec.ts';

/** Place of the packed file, below the folder of bundled data. */
const path = 'movielens-small/interactions.bin';

/** MovieLens "latest small" of October 2016, from the compact file that `npm run datasets` makes. */
export const movielensSmall: DatasetLoader<MovielensSmallParameters> = {
  async load(_parameters, source) {
    return unpackDataset(
      await source.bundled(path),
      {
        id: spec.id,
        name: spec.name,
        credit:
          'MovieLens latest small (2016), GroupLens, University of Minnesota: F. M. Harper and J. A. Konstan, 2015.',
        notes: [],
      },
      path,
    );
  },
};
