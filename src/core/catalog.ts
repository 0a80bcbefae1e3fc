import type {
  AttackSpec,
  DatasetSpec,
  DefenseSpec,
  MetricSpec,
  ModelSpec,
  PreparationSpec,
  SplitSpec,
} from './contracts.ts';
import { spec as average } from './attacks/average/spec.ts';
import { spec as bandwagon } from './attacks/bandwagon/spec.ts';
import { spec as handMade } from './attacks/hand-made/spec.ts';
import { spec as segment } from './attacks/segment/spec.ts';
import { spec as randomFiller } from './attacks/random-filler/spec.ts';
import { spec as unrolledInjection } from './attacks/unrolled-injection/spec.ts';
import { spec as degreeDetector } from './defenses/degree-detector/spec.ts';
import { spec as latentClusterDetector } from './defenses/latent-cluster-detector/spec.ts';
import { spec as pcaDetector } from './defenses/pca-detector/spec.ts';
import { spec as modelExtraction } from './attacks/model-extraction/spec.ts';
import { spec as bookCrossing } from './datasets/book-crossing/spec.ts';
import { spec as file } from './datasets/file/spec.ts';
import { spec as gowalla } from './datasets/gowalla-15core/spec.ts';
import { spec as lastfm } from './datasets/hetrec2011-lastfm-2k/spec.ts';
import { spec as lowRank } from './datasets/low-rank/spec.ts';
import { spec as markovSequences } from './datasets/markov-sequences/spec.ts';
import { spec as ml100k } from './datasets/ml-100k/spec.ts';
import { spec as ml1m } from './datasets/ml-1m/spec.ts';
import { spec as movielensSmall } from './datasets/movielens-small/spec.ts';
import { spec as steam } from './datasets/steam-200k/spec.ts';
import { spec as gro } from './defenses/gro/spec.ts';
import { spec as randomShuffle } from './defenses/random-shuffle/spec.ts';
import { spec as reverse } from './defenses/reverse/spec.ts';
import { spec as aucSpec } from './metrics/auc/spec.ts';
import { spec as hrSpec } from './metrics/hr/spec.ts';
import { spec as mrrSpec } from './metrics/mrr/spec.ts';
import { spec as ndcgSpec } from './metrics/ndcg/spec.ts';
import { spec as recallSpec } from './metrics/recall/spec.ts';
import { spec as recallCappedSpec } from './metrics/recall-capped/spec.ts';
import { spec as targetHrSpec } from './metrics/target-hr/spec.ts';
import { spec as targetRankSpec } from './metrics/target-rank/spec.ts';
import { spec as bert4rec } from './models/bert4rec/spec.ts';
import { spec as itemAutoencoder } from './models/item-autoencoder/spec.ts';
import { spec as multVae } from './models/mult-vae/spec.ts';
import { spec as cml } from './models/cml/spec.ts';
import { spec as neumf } from './models/neumf/spec.ts';
import { spec as itemCf } from './models/item-cf/spec.ts';
import { spec as userCf } from './models/user-cf/spec.ts';
import { spec as narm } from './models/narm/spec.ts';
import { spec as popularity } from './models/popularity/spec.ts';
import { spec as sasrec } from './models/sasrec/spec.ts';
import { spec as wrmf } from './models/wrmf/spec.ts';
import { spec as wrmfAls } from './models/wrmf-als/spec.ts';
import { spec as kCore } from './preparations/k-core/spec.ts';
import { spec as mergeRepeats } from './preparations/merge-repeats/spec.ts';
import { spec as ratingThreshold } from './preparations/rating-threshold/spec.ts';
import { spec as sampleUsers } from './preparations/sample-users/spec.ts';
import { spec as leaveOneOut } from './splits/leave-one-out/spec.ts';
import { spec as published } from './splits/published/spec.ts';
import { spec as ratio } from './splits/ratio/spec.ts';

/** Everything the lab can do, by id, without tensors: the page, the command line and the validation read this. */
export const catalog = {
  datasets: {
    'movielens-small': movielensSmall,
    'low-rank': lowRank,
    'markov-sequences': markovSequences,
    file,
    'ml-100k': ml100k,
    'ml-1m': ml1m,
    'gowalla-15core': gowalla,
    'steam-200k': steam,
    'book-crossing': bookCrossing,
    'hetrec2011-lastfm-2k': lastfm,
  } satisfies Record<string, DatasetSpec>,
  preparations: {
    'k-core': kCore,
    'rating-threshold': ratingThreshold,
    'merge-repeats': mergeRepeats,
    'sample-users': sampleUsers,
  } satisfies Record<string, PreparationSpec>,
  splits: { 'leave-one-out': leaveOneOut, ratio, published } satisfies Record<string, SplitSpec>,
  models: {
    wrmf,
    popularity,
    'item-autoencoder': itemAutoencoder,
    'wrmf-als': wrmfAls,
    'item-cf': itemCf,
    neumf,
    cml,
    'mult-vae': multVae,
    'user-cf': userCf,
    bert4rec,
    narm,
    sasrec,
  } satisfies Record<string, ModelSpec>,
  attacks: {
    'unrolled-injection': unrolledInjection,
    'random-filler': randomFiller,
    'model-extraction': modelExtraction,
    average,
    bandwagon,
    segment,
    'hand-made': handMade,
  } satisfies Record<string, AttackSpec>,
  defenses: {
    'pca-detector': pcaDetector,
    'degree-detector': degreeDetector,
    'latent-cluster-detector': latentClusterDetector,
    gro,
    'random-shuffle': randomShuffle,
    reverse,
  } satisfies Record<string, DefenseSpec>,
  metrics: {
    hr: hrSpec,
    ndcg: ndcgSpec,
    recall: recallSpec,
    'recall-capped': recallCappedSpec,
    mrr: mrrSpec,
    auc: aucSpec,
    'target.hr': targetHrSpec,
    'target.rank': targetRankSpec,
  } satisfies Record<string, MetricSpec>,
};

export type Catalog = typeof catalog;
