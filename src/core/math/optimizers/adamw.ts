import { adam, type AdamOptions } from './adam.ts';
import type { Optimizer } from './optimizer.ts';

/** AdamW (Loshchilov & Hutter 2019): Adam whose weight decay shrinks the parameters by lr·weightDecay, past the moments. */
export function adamw(options: Omit<AdamOptions, 'decay'>): Optimizer {
  return adam({ ...options, decay: 'decoupled' });
}
