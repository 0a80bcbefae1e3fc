import type { DatasetSpec } from '../../contracts.ts';
import type { ParametersOf } from '../../params/fields.ts';

export const spec = {
  id: 'hetrec2011-lastfm-2k',
  name: 'Last.fm 2K (HetRec 2011)',
  summary: 'The most played artists of 1,892 people, with play counts.',
  family: 'dataset',
  origin: 'raw',
  provides: ['ratings', 'titles'],
  licence: 'Available for non-commercial use; redistribution not mentioned.',
  parameters: {},
  references: ['cantador-2011'],
  fidelity: 'faithful',
  differences: ['The rating is the play count, 1 to 352,698, not a score.'],
} as const satisfies DatasetSpec;

export type Hetrec2011Lastfm2kParameters = ParametersOf<typeof spec.parameters>;
