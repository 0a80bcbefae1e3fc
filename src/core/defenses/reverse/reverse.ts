import type { DefenseFactory } from '../../contracts.ts';
import type { ReverseParameters } from './spec.ts';

/** Every list in the opposite order (Zhang et al. 2024, section 5.2). */
export const reverse: DefenseFactory<ReverseParameters> = {
  create: () => ({ serve: (lists) => lists.map((list) => list.slice().reverse()) }),
};
