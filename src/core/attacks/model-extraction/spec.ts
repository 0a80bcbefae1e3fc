import type { AttackSpec, Surroundings } from '../../contracts.ts';
import type { Fault } from '../../params/fault.ts';
import { choice, component, integer, real, type ParametersOf } from '../../params/fields.ts';
import { ownTraining } from '../../params/sequence-fields.ts';

const parameters = {
  surrogate: component({
    of: 'model',
    default: { id: 'bert4rec', params: {} },
    label: 'Surrogate',
    help: 'The model that the attacker trains to answer as the victim does; its epochs run over the answers. How it would learn from data of its own (batches, patience, objective, masks) plays no part.',
    unread: ownTraining,
  }),
  sequenceCount: integer({
    default: 300,
    min: 0,
    max: 100000,
    label: 'Made-up sequences',
    symbol: 'S',
    help: 'Fake histories that the attacker grows. The victim is asked once for each item of each of them.',
  }),
  sequenceLength: integer({
    default: 20,
    min: 1,
    max: 400,
    label: 'Length of a sequence',
    help: 'Items in a made-up history, and queries that it costs. A transformer learns no place beyond it: it should reach the longest real history.',
  }),
  listLength: integer({
    default: 100,
    min: 2,
    max: 1000,
    label: 'List length',
    symbol: 'k',
    help: 'Items in every answer of the victim. There must be more items than that; where the history is masked, more by a whole sequence.',
  }),
  generation: choice({
    label: 'Queries',
    help: 'How a made-up history goes on: with any item, with one of the items that the victim has just recommended, or as a real user’s did.',
    default: 'autoregressive',
    options: { random: 'any item', autoregressive: 'a recommended item', data: 'real histories' },
  }),
  pick: choice({
    label: 'Which recommended item',
    help: 'Any item of the list, or the better placed ones more often (weight 1 / rank).',
    default: 'uniform',
    options: { uniform: 'any', 'rank-weighted': 'better placed ones' },
    advanced: true,
  }),
  batchSize: integer({
    default: 128,
    min: 1,
    max: 4096,
    label: 'Batch size',
    symbol: 'B',
    help: 'Answers that the surrogate looks at before each step.',
  }),
  marginRank: real({
    default: 0.5,
    min: 0,
    max: 100,
    label: 'Margin in the list',
    symbol: 'm₁',
    advanced: true,
    help: 'By how much an item should score above the next one of the list.',
  }),
  marginNegative: real({
    default: 0.5,
    min: 0,
    max: 100,
    label: 'Margin to other items',
    symbol: 'm₂',
    advanced: true,
    help: 'By how much an item of the list should score above one outside it.',
  }),
  reduction: choice({
    label: 'Terms of the loss',
    help: 'Averaged as in the authors’ code, or summed as in the paper.',
    default: 'mean',
    options: { mean: 'mean', sum: 'sum' },
    advanced: true,
  }),
  negatives: choice({
    label: 'Other items',
    help: 'Only items outside the list, or the authors’ sampler, which lets items of the list through.',
    default: 'outside',
    options: { outside: 'outside the list', reference: 'authors’ sampler' },
    advanced: true,
  }),
} as const;

export type ModelExtractionParameters = ParametersOf<typeof parameters>;

/**
 * Lists that the victim could not fill. The last query of a sequence names up to L different items; where the history is masked, these are no
 * candidates, so that k + L <= I must hold, else k < I (a ranking loss needs an item outside the list).
 */
function listsTooLong(
  { sequenceLength, listLength }: ModelExtractionParameters,
  { itemCount, history }: Surroundings,
): Fault | undefined {
  const parameter = 'listLength';
  if (listLength >= itemCount) return { parameter, rule: `must be below the ${itemCount} items` };
  const most = itemCount - sequenceLength;
  if (history === 'kept' || listLength <= most) return undefined;
  const why = `${itemCount} items less the ${sequenceLength} of a sequence, which a masked history leaves out`;
  return { parameter, rule: `must be at most ${most} (${why})` };
}

export const spec = {
  id: 'model-extraction',
  name: 'Model extraction',
  summary: 'Asks a recommender for lists until a copy of it can be trained, without any of its data.',
  family: 'attack',
  parameters,
  references: ['yue-2021', 'zhang-2024'],
  fidelity: 'faithful',
  differences: [
    'Means of the terms of Eq. 4 of Zhang et al. 2024, as in the authors’ code; the paper’s sums are an option. Over a batch of lists a sum is so large that the authors’ cut of gradients at norm 5 sets the size of nearly every step: in one run of gro-2024/fig-2 the copy then had an HR@10 of .488 in place of .546.',
    'Negatives exclude the list; the authors’ sampler, which does not, is an option.',
    'The surrogate learns from the ranking loss alone: the objective, masks, batches and patience that its model has for data play no part, and the attack has a batch size of its own.',
    'The surrogate’s epochs are all run; the authors choose among them by the victim’s own first items.',
    'A sequence that is begun is asked to its end; the authors drop the remainder of the sequences modulo 50.',
  ],
  goal: 'extract',
  timing: 'inference',
  produces: 'surrogate',
  knowledge:
    'The catalogue of items and the lists that the victim answers with; with real histories, also those.',
  requires: { task: ['next-item'], model: { of: 'surrogate', sequences: true } },
  faultIn: listsTooLong,
} as const satisfies AttackSpec<typeof parameters>;
