import type { Catalog } from './catalog.ts';
import type {
  Artifact,
  AttackFactory,
  DatasetLoader,
  DefenseFactory,
  Metric,
  ModelFactory,
  Preparation,
  Split,
} from './contracts.ts';

type Lazy<Kind extends keyof Catalog, Implementation> = {
  readonly [Id in keyof Catalog[Kind]]: () => Promise<Implementation>;
};

/** The implementation of every id in the catalog, loaded when first used. A missing one does not compile. */
export const implementations: {
  readonly datasets: Lazy<'datasets', DatasetLoader>;
  readonly preparations: Lazy<'preparations', Preparation>;
  readonly splits: Lazy<'splits', Split>;
  readonly models: Lazy<'models', ModelFactory>;
  readonly attacks: Lazy<'attacks', AttackFactory<never, Artifact>>;
  readonly defenses: Lazy<'defenses', DefenseFactory>;
  readonly metrics: Lazy<'metrics', Metric>;
} = {
  datasets: {
    'movielens-small': async () =>
      (await import('./datasets/movielens-small/movielens-small.ts')).movielensSmall,
    'low-rank': async () => (await import('./datasets/low-rank/low-rank.ts')).lowRank,
    'markov-sequences': async () =>
      (await import('./datasets/markov-sequences/markov-sequences.ts')).markovSequences,
    file: async () => (await import('./datasets/file/file.ts')).file,
    'ml-100k': async () => (await import('./datasets/ml-100k/ml-100k.ts')).ml100k,
    'ml-1m': async () => (await import('./datasets/ml-1m/ml-1m.ts')).ml1m,
    'gowalla-15core': async () => (await import('./datasets/gowalla-15core/gowalla-15core.ts')).gowalla15core,
    'steam-200k': async () => (await import('./datasets/steam-200k/steam-200k.ts')).steam200k,
    'book-crossing': async () => (await import('./datasets/book-crossing/book-crossing.ts')).bookCrossing,
    'hetrec2011-lastfm-2k': async () =>
      (await import('./datasets/hetrec2011-lastfm-2k/hetrec2011-lastfm-2k.ts')).hetrec2011Lastfm2k,
  },
  preparations: {
    'k-core': async () => (await import('./preparations/k-core/k-core.ts')).kCore,
    'rating-threshold': async () =>
      (await import('./preparations/rating-threshold/rating-threshold.ts')).ratingThreshold,
    'merge-repeats': async () => (await import('./preparations/merge-repeats/merge-repeats.ts')).mergeRepeats,
    'sample-users': async () => (await import('./preparations/sample-users/sample-users.ts')).sampleUsers,
  },
  splits: {
    'leave-one-out': async () => (await import('./splits/leave-one-out/leave-one-out.ts')).leaveOneOut,
    ratio: async () => (await import('./splits/ratio/ratio.ts')).ratio,
    published: async () => (await import('./splits/published/published.ts')).published,
  },
  models: {
    wrmf: async () => (await import('./models/wrmf/wrmf.ts')).wrmf,
    bert4rec: async () => (await import('./models/bert4rec/bert4rec.ts')).bert4rec,
    narm: async () => (await import('./models/narm/narm.ts')).narm,
    sasrec: async () => (await import('./models/sasrec/sasrec.ts')).sasrec,
    popularity: async () => (await import('./models/popularity/popularity.ts')).popularity,
    'wrmf-als': async () => (await import('./models/wrmf-als/wrmf-als.ts')).wrmfAls,
    'item-cf': async () => (await import('./models/item-cf/item-cf.ts')).itemCf,
    'user-cf': async () => (await import('./models/user-cf/user-cf.ts')).userCf,
    'mult-vae': async () => (await import('./models/mult-vae/mult-vae.ts')).multVae,
    cml: async () => (await import('./models/cml/cml.ts')).cml,
    neumf: async () => (await import('./models/neumf/neumf.ts')).neumf,
    'item-autoencoder': async () =>
      (await import('./models/item-autoencoder/item-autoencoder.ts')).itemAutoencoder,
  },
  attacks: {
    'unrolled-injection': async () =>
      (await import('./attacks/unrolled-injection/unrolled-injection.ts')).unrolledInjection,
    average: async () => (await import('./attacks/average/average.ts')).average,
    bandwagon: async () => (await import('./attacks/bandwagon/bandwagon.ts')).bandwagon,
    'hand-made': async () => (await import('./attacks/hand-made/hand-made.ts')).handMade,
    segment: async () => (await import('./attacks/segment/segment.ts')).segment,
    'model-extraction': async () =>
      (await import('./attacks/model-extraction/model-extraction.ts')).modelExtraction,
    'random-filler': async () => (await import('./attacks/random-filler/random-filler.ts')).randomFiller,
  },
  defenses: {
    gro: async () => (await import('./defenses/gro/gro.ts')).gro,
    'random-shuffle': async () => (await import('./defenses/random-shuffle/random-shuffle.ts')).randomShuffle,
    reverse: async () => (await import('./defenses/reverse/reverse.ts')).reverse,
    'pca-detector': async () => (await import('./defenses/pca-detector/pca-detector.ts')).pcaDetector,
    'degree-detector': async () =>
      (await import('./defenses/degree-detector/degree-detector.ts')).degreeDetector,
    'latent-cluster-detector': async () =>
      (await import('./defenses/latent-cluster-detector/latent-cluster-detector.ts')).latentClusterDetector,
  },
  metrics: {
    hr: async () => (await import('./metrics/hr/hr.ts')).hr,
    ndcg: async () => (await import('./metrics/ndcg/ndcg.ts')).ndcg,
    recall: async () => (await import('./metrics/recall/recall.ts')).recall,
    'recall-capped': async () => (await import('./metrics/recall-capped/recall-capped.ts')).recallCapped,
    mrr: async () => (await import('./metrics/mrr/mrr.ts')).mrr,
    auc: async () => (await import('./metrics/auc/auc.ts')).auc,
    'target.hr': async () => (await import('./metrics/target-hr/target-hr.ts')).targetHr,
    'target.rank': async () => (await import('./metrics/target-rank/target-rank.ts')).targetRank,
  },
};
