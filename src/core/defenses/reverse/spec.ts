import type { DefenseSpec } from '../../contracts.ts';
import type { ParametersOf } from '../../params/fields.ts';

const parameters = {};
export type ReverseParameters = ParametersOf<typeof parameters>;

export const spec = {
  id: 'reverse',
  name: 'Reverse lists',
  summary: 'Serves every list upside down: the best item last.',
  family: 'defense',
  parameters,
  references: ['zhang-2024'],
  fidelity: 'faithful',
  differences: [],
  wraps: 'serve',
  requires: { task: ['next-item'] },
} as const satisfies DefenseSpec<typeof parameters>;
