const words: Readonly<Record<string, string>> = {
  hr: 'hit rate',
  ndcg: 'NDCG',
  recall: 'recall',
  'recall-capped': 'recall, capped',
  mrr: 'MRR',
  auc: 'AUC',
  'target.hr': 'target reach',
  'target.rank': 'target rank',
  'target.predictionShift': 'target prediction shift',
  'surrogate.hr': 'stolen model’s hit rate',
  'surrogate.ndcg': 'stolen model’s NDCG',
  agreement: 'agreement with the victim',
  'agreement.constant': 'agreement of one answer for everybody',
  'agreement.personal': 'agreement beyond one answer for everybody',
  personalization: 'difference between users’ lists',
  exact: 'same item at the same place',
  kl: 'KL divergence from the victim',
  'detector.auc': 'detector’s AUC',
  'detector.tpr@fpr=0.01': 'fakes found at 1% false alarms',
  'detector.genuineLost': 'genuine users removed',
  'detector.fakesFound': 'fake users removed',
  'stealth.totalVariation': 'popularity of clicks, total variation',
  'stealth.jensenShannon': 'popularity of clicks, Jensen-Shannon',
  'data.users': 'users',
  'data.items': 'items',
  'data.interactions': 'clicks',
  'data.density': 'density',
  'data.sparsity': 'sparsity',
  'data.profileLength.mean': 'clicks per user, mean',
  'data.profileLength.median': 'clicks per user, median',
  'data.profileLength.min': 'clicks per user, least',
  'data.profileLength.max': 'clicks per user, most',
  'data.clicksPerItem.mean': 'clicks per item, mean',
  'data.clicksPerItem.median': 'clicks per item, median',
  'data.sequenceLength.mean': 'sequence length, mean',
  'data.sequenceLength.median': 'sequence length, median',
  'data.popularityGini': 'Gini of popularity',
  'data.headShare': 'share of the top tenth of items',
  'explained.score': 'score of the item in question',
  'explained.rank': 'rank of the item in question',
  'loss.train': 'training loss',
  'loss.swap': 'swap loss',
  'loss.student': 'student’s loss',
  'loss.adversarial': 'adversarial loss',
};

/** A metric as a reader says it, plain words first: `target.hr@10` is "Target reach, top 10". */
export function metricLabel(metric: string): string {
  const [name = metric, cutoff] = metric in words ? [metric] : metric.split('@');
  const word = words[name] ?? name;
  const start = word.charAt(0).toUpperCase() + word.slice(1);
  return cutoff === undefined ? start : `${start}, top ${cutoff}`;
}
