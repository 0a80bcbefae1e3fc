import type { DatasetSpec } from '../../contracts.ts';
import { choice, type ParametersOf } from '../../params/fields.ts';

export const spec = {
  id: 'steam-200k',
  name: 'Steam 200K',
  summary: 'Games bought and played by 12,393 people.',
  family: 'dataset',
  origin: 'raw',
  provides: ['ratings', 'titles'],
  licence: 'Published on Kaggle without a licence; not redistributed.',
  parameters: {
    actions: choice({
      label: 'Actions',
      help: 'Which rows count as interactions. Both: a game that was bought and played counts twice.',
      default: 'both',
      options: { both: 'purchase and play', purchase: 'purchase', play: 'play' },
    }),
  },
  references: [],
  fidelity: 'faithful',
  differences: ['The rating of a purchase is 1, that of a play its hours.'],
} as const satisfies DatasetSpec;

export type Steam200kParameters = ParametersOf<typeof spec.parameters>;
