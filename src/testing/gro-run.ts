import type { Model, PlainTraining } from '../core/contracts.ts';
import type { Interactions } from '../core/data/interactions.ts';
import { trainingData } from '../core/data/training-data.ts';
import { gro } from '../core/defenses/gro/gro.ts';
import { spec, type GroParameters } from '../core/defenses/gro/spec.ts';
import { bert4rec } from '../core/models/bert4rec/bert4rec.ts';
import { spec as bertSpec, type Bert4recParameters } from '../core/models/bert4rec/spec.ts';
import { narm } from '../core/models/narm/narm.ts';
import { spec as narmSpec, type NarmParameters } from '../core/models/narm/spec.ts';
import { sasrec } from '../core/models/sasrec/sasrec.ts';
import { spec as sasrecSpec, type SasrecParameters } from '../core/models/sasrec/spec.ts';
import { tf, type NamedTensors } from '../core/tensors.ts';
import { runContext } from './run-context.ts';
import { defaultsOf } from './sequence-run.ts';

const small = { embeddingSize: 16, maxLength: 9, patience: 0, batchSize: 40 };

/** A small NARM. */
export const recurrent = (changes: Partial<NarmParameters> = {}): Model =>
  narm.create({
    ...defaultsOf<NarmParameters>(narmSpec.parameters),
    ...small,
    hiddenSize: 16,
    attentionSize: 8,
    epochs: 2,
    learningRate: 0.02,
    ...changes,
  });

/** A small BERT4Rec. */
export const cloze = (changes: Partial<Bert4recParameters> = {}): Model =>
  bert4rec.create({
    ...defaultsOf<Bert4recParameters>(bertSpec.parameters),
    ...small,
    feedForwardSize: 16,
    blocks: 1,
    epochs: 2,
    ...changes,
  });

/** A small SASRec. */
export const causal = (changes: Partial<SasrecParameters> = {}): Model =>
  sasrec.create({
    ...defaultsOf<SasrecParameters>(sasrecSpec.parameters),
    ...small,
    feedForwardSize: 16,
    blocks: 1,
    epochs: 2,
    ...changes,
  });

const defaults: GroParameters = { ...defaultsOf<GroParameters>(spec.parameters), listLength: 8 };

/** Trains under GRO to the end, or leaves after `steps`; dispose of it afterwards. */
export async function defended(
  victim: Model,
  train: Interactions,
  changes: Partial<GroParameters>,
  given: { build?: () => Promise<Model>; steps?: number; place?: string; plain?: PlainTraining } = {},
) {
  const data = trainingData(train);
  const context = runContext(1, given);
  const defense = gro.create({ ...defaults, ...changes }, given.place);
  const training = defense.train?.(victim, data, context, 'test', given.plain);
  if (!training) throw new Error('GRO wraps training');
  const values: Readonly<Record<string, number>>[] = [];
  let next = await training.next();
  while (!next.done) {
    values.push(next.value.values ?? {});
    if (values.length === given.steps) break;
    next = await training.next();
  }
  const parameters: NamedTensors = next.done ? next.value : {};
  await training.return(undefined as never);
  const dispose = () => {
    tf.dispose(Object.values(parameters));
    data.dispose();
  };
  return { model: victim, data, parameters, values, dispose };
}

/** The values of all parameters. */
export const numbers = async (parameters: NamedTensors) =>
  Promise.all(Object.values(parameters).map(async (tensor) => Array.from(await tensor.data())));
