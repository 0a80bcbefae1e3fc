import type {
  Attack,
  AttackFactory,
  AttackInput,
  AttackProgress,
  Model,
  QueryLog,
  RunContext,
  SequenceModel,
  StolenModel,
} from '../../contracts.ts';
import { queriesView } from '../../data/query-log.ts';
import { sequenceOf, sequencesOf } from '../../data/sequences.ts';
import { trainingData } from '../../data/training-data.ts';
import { badInput, incompatible } from '../../errors.ts';
import { tf, type NamedTensors } from '../../tensors.ts';
import { trainModel } from '../../training/train-model.ts';
import { imitation } from './imitation.ts';
import { firstQueries, queries } from './query-generation.ts';
import type { ModelExtractionParameters } from './spec.ts';

type Stealing = AsyncGenerator<AttackProgress<StolenModel>, StolenModel>;

/**
 * Data-free model extraction (Yue et al. 2021): ask the black box, then train a surrogate to rank as it does. Shows the surrogate at every
 * checkpoint of queries that the input names (each trained from scratch on the queries so far) and at the end; the log of queries survives
 * an interruption.
 */
export const modelExtraction: AttackFactory<ModelExtractionParameters, StolenModel> = {
  create: (parameters): Attack<StolenModel> => ({
    async *run(input, context): Stealing {
      const surrogate = sequential(await context.build(parameters.surrogate), parameters);
      const log = yield* asked(parameters, input, context, surrogate);
      const stolen = yield* trained(parameters, input, context, surrogate, log);
      try {
        return {
          produces: 'surrogate',
          architecture: parameters.surrogate,
          parameters: await packed(stolen),
          log,
        };
      } finally {
        tf.dispose(Object.values(stolen));
      }
    },
  }),
};

/** Asks all queries; at a checkpoint, trains and shows what the log so far is worth. */
async function* asked(
  parameters: ModelExtractionParameters,
  input: AttackInput,
  context: RunContext,
  surrogate: SequenceModel,
): AsyncGenerator<AttackProgress<StolenModel>, QueryLog> {
  const { service } = input;
  if (!service) throw incompatible(['Model extraction needs a victim that answers queries.'], 'attack');
  const { sequenceCount, sequenceLength } = parameters;
  const total = sequenceCount * sequenceLength;
  const { restored: kept } = context;
  const asking = queries(
    service,
    parameters,
    real(parameters, input),
    context.rng.stream('queries'),
    kept,
    () => context.yieldNow(),
  );
  let shown = Number(kept?.shown ?? 0); // copies up to this number of queries have been shown
  const due = (input.checkpoints ?? []).filter((count) => count > shown && count < total);
  for (;;) {
    const next = await asking.next();
    const { log, answered, state } = next.value;
    await context.checkpoint({ ...state, shown });
    if (log.count > 0 && context.watches('queries')) context.emit(queriesView(log, total));
    yield { level: 'inner', stage: 'queries', done: answered, total, unit: 'queries' };
    for (; (due[0] ?? Infinity) <= log.count; await context.checkpoint({ ...state, shown })) {
      shown = due.shift() as number;
      const some = firstQueries(log, shown);
      tf.dispose(Object.values(yield* trained(parameters, input, context, surrogate, some)));
    }
    if (next.done) return log;
  }
}

/** Trains a surrogate from scratch on the answers, shows it, and hands its parameters over. Of the last one the loss is told, step by step. */
async function* trained(
  parameters: ModelExtractionParameters,
  input: AttackInput,
  context: RunContext,
  surrogate: SequenceModel,
  log: QueryLog,
): AsyncGenerator<AttackProgress<StolenModel>, NamedTensors> {
  const { marginRank, marginNegative, sequenceCount, sequenceLength } = parameters;
  const total = sequenceCount * sequenceLength;
  const data = trainingData(input.train); // read for its number of items, and by whoever evaluates the surrogate
  const margins = { rank: marginRank, negative: marginNegative };
  const model = imitation(surrogate, log, input.train.itemCount, { ...parameters, margins });
  const training = trainModel(model, data, context.rng.stream('surrogate'), context, 'surrogate');
  let stolen: NamedTensors | undefined;
  let handedOver = false;
  try {
    for (;;) {
      const next = await training.next();
      if (next.done) {
        stolen = next.value;
        break;
      }
      const { parameters: _, values, ...progress } = next.value;
      const loss = log.count === total ? values?.['loss.train'] : undefined;
      yield { ...progress, values: loss === undefined ? {} : { 'loss.surrogate': loss } };
    }
    yield {
      level: 'outer',
      stage: 'extraction',
      done: log.count,
      total,
      unit: 'queries',
      surrogate: { model: surrogate, data, parameters: stolen },
    };
    handedOver = true;
    return stolen;
  } finally {
    await training.return(undefined as never);
    if (stolen && !handedOver) tf.dispose(Object.values(stolen));
    data.dispose();
  }
}

/** The real histories of an attacker who has some. */
function real({ generation }: ModelExtractionParameters, { train }: AttackInput): readonly Int32Array[] {
  if (generation !== 'data') return [];
  const sequences = sequencesOf(train);
  if (!sequences)
    throw badInput('attack.params.generation', 'real histories need data with times', generation);
  return Array.from({ length: sequences.userCount }, (_, user) => sequenceOf(sequences, user)).filter(
    (sequence) => sequence.length > 0,
  );
}

function sequential(model: Model, { surrogate }: ModelExtractionParameters): SequenceModel {
  if (model.kind === 'trainable' && model.sequence) return model as SequenceModel;
  throw incompatible(
    [`Model extraction trains a model of sequences; ${surrogate.id} is none.`],
    'attack.params.surrogate',
  );
}

async function packed(parameters: NamedTensors): Promise<StolenModel['parameters']> {
  const plain: Record<string, { shape: readonly number[]; values: Float32Array }> = {};
  for (const [name, tensor] of Object.entries(parameters)) {
    plain[name] = { shape: tensor.shape, values: Float32Array.from(await tensor.data()) };
  }
  return plain;
}
