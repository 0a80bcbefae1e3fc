import type { DefenseSpec } from '../../contracts.ts';
import type { ParametersOf } from '../../params/fields.ts';

const parameters = {};
export type RandomShuffleParameters = ParametersOf<typeof parameters>;

export const spec = {
  id: 'random-shuffle',
  name: 'Shuffle lists',
  summary: 'Serves the right items in random order.',
  family: 'defense',
  parameters,
  references: ['zhang-2024'],
  fidelity: 'faithful',
  differences: [
    'Every list is shuffled by itself; the authors’ code shuffles all lists of a batch in the same way.',
  ],
  wraps: 'serve',
  requires: { task: ['next-item'] },
} as const satisfies DefenseSpec<typeof parameters>;
