import { integer, items } from './fields.ts';

/** Parameters that every attack by fake users has, so that they read the same everywhere. */
export const targetItemsField = items({
  default: { by: 'popularity-rank', ranks: [60] },
  label: 'Target items',
  help: 'What the attacker wants in everybody’s list.',
});

export const fakeUserCountField = integer({
  default: 67,
  min: 0,
  max: 100000,
  label: 'Fake users',
  symbol: 'F',
  help: 'Accounts that the attacker adds to the training data.',
});
