import { targetItemsField } from './attack-fields.ts';
import { integer, real, type ParametersOf } from './fields.ts';

/** What a thief does with a stolen model: fake sequences that promote target items (`evaluation.downstream` of an experiment). */
export const downstreamFields = {
  targetItems: targetItemsField,
  fakeShare: real({
    default: 0.01,
    min: 0,
    max: 1,
    label: 'Fake sequences',
    help: 'As a part of all genuine users; rounded up to whole users.',
  }),
  sequenceLength: integer({
    default: 20,
    min: 2,
    max: 400,
    label: 'Length of a fake sequence',
    help: 'Items in it: every second one is a target.',
  }),
  candidates: integer({
    default: 100,
    min: 1,
    max: 10000,
    label: 'Candidates',
    help: 'Items that are tried before each target: the one is taken after which the stolen model almost recommends the target.',
  }),
  listLength: integer({
    default: 10,
    min: 1,
    max: 1000,
    label: 'List to enter',
    help: 'Almost means: at the first place behind so many items.',
  }),
} as const;

export type DownstreamParameters = ParametersOf<typeof downstreamFields>;
