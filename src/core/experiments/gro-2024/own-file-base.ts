import { paperBase, paperCopy, paperExtraction, paperGro, paperTransformer } from './ml-1m-base.ts';

/** The settings of the authors’ code for a dataset (README and templates). */
interface AuthorsSettings {
  readonly path: string;
  readonly format: 'ratings-csv' | 'auto';
  readonly maxLength: number;
  readonly batchSize: number;
  readonly maskRate: number;
  readonly mostMasked: number;
  readonly dropout: number;
  /** Epochs of GRO on top of a trained victim. */
  readonly defendedEpochs: number;
}

/** An experiment on a file that the user has, and the GRO that goes with it. */
function ownFile({ path, format, defendedEpochs, ...model }: AuthorsSettings) {
  const { dropout, maxLength, batchSize } = model;
  const victim = {
    ...paperTransformer,
    params: { ...paperTransformer.params, ...model, attentionDropout: dropout },
  };
  const surrogate = {
    ...paperCopy,
    params: { ...paperCopy.params, maxLength, dropout, attentionDropout: dropout },
  };
  const attack = {
    ...paperExtraction,
    params: { ...paperExtraction.params, surrogate, sequenceLength: maxLength, batchSize },
  };
  return {
    base: { ...paperBase, dataset: { id: 'file', params: { path, format } }, victim, attack },
    gro: { ...paperGro, swapWeight: 0.01, warmStart: true, epochs: defendedEpochs },
  };
}

export const ml20m = ownFile({
  path: 'ratings.csv',
  format: 'ratings-csv',
  maxLength: 200,
  batchSize: 24,
  maskRate: 0.2,
  mostMasked: 20,
  dropout: 0.1,
  defendedEpochs: 10,
});

export const steam = ownFile({
  path: 'steam.csv',
  format: 'auto',
  maxLength: 50,
  batchSize: 64,
  maskRate: 0.4,
  mostMasked: 20,
  dropout: 0.2,
  defendedEpochs: 15,
});

/** λ of the paper’s Fig. 4, as an axis. */
export const weightAxis = (gro: Readonly<Record<string, unknown>>) => ({
  name: 'weight',
  points: [0.001, 0.01, 0.1, 1].map((swapWeight) => ({
    label: String(swapWeight),
    set: { defenses: [{ id: 'gro', params: { ...gro, swapWeight } }] },
  })),
});

export const ownFileReduced = [
  'The victim stops after 50 epochs without better validation; the authors run 1,000 and take the best.',
  'The plain training takes the batches of GRO; the authors’ plain training has batches of 128.',
  'Item vectors start normal with deviation 1, as the authors’, but cut at two deviations, and place vectors as they do.',
] as const;

const cost =
  'The cost is a guess, scaled from two epochs on MovieLens 1M by places and items; nobody has run this here.';

export const ml20mNotes = [
  'Needs MovieLens-20M’s ratings.csv: name it by --file, or open it in the page.',
  cost,
] as const;

export const steamNotes = [
  'Needs Steam’s reviews as a table with the header user,item,time: username, product_id and date of every line of steam_reviews.json.gz, which holds Python literals and no table. Name it by --file, or open it in the page.',
  'A game that somebody reviewed several times leaves training with all its reviews where it is the last one, so that the hidden game is never among those learned from; the histories of such people are shorter than with one review taken out.',
  'The Steam 200K table has hours and no times, so it cannot serve.',
  cost,
] as const;
