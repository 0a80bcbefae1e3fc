import type { Evaluation } from './experiment-spec.ts';

/** The part of an evaluation on which measured values depend: what is compared or asked besides does not change them. */
export function measuredBy({
  cutoffs,
  at,
  protocol,
}: Evaluation): Pick<Evaluation, 'cutoffs' | 'at' | 'protocol'> {
  return { cutoffs, at, protocol };
}
