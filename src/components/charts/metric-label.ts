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
  exact: 'same item at the same place',
  'loss.train': 'training loss',
  'loss.adversarial': 'adversarial loss',
};

/** A metric as a reader says it, plain words first: `target.hr@10` is "Target reach, top 10". */
export function metricLabel(metric: string): string {
  const [name = metric, cutoff] = metric.split('@');
  const word = words[name] ?? name;
  const start = word.charAt(0).toUpperCase() + word.slice(1);
  return cutoff === undefined ? start : `${start}, top ${cutoff}`;
}
