import { catalog } from '../../core/catalog.ts';
import { unmetNeeds } from '../../core/compatibility.ts';
import type {
  AttackInput,
  AttackSpec,
  DefenseFactory,
  DefenseSpec,
  Model,
  ModelSpec,
  RunContext,
  Spec,
  Trainable,
} from '../../core/contracts.ts';
import { itemIndex, userIndex, type Interactions } from '../../core/data/interactions.ts';
import { trainingData } from '../../core/data/training-data.ts';
import { findSpec } from '../../core/find-spec.ts';
import { implementations } from '../../core/implementations.ts';
import { createRng } from '../../core/math/rng.ts';
import type { Component } from '../../core/params/fields.ts';
import { choose } from '../../core/run/prepare-data.ts';
import { runAttack } from '../../core/run/run-attack.ts';
import { createService } from '../../core/run/service.ts';
import { tf, tidy, type NamedTensors } from '../../core/tensors.ts';
import { trainModel } from '../../core/training/train-model.ts';
import { runContext } from '../run-context.ts';
import { createTestHost } from '../test-host.ts';
import { checkerboard, march } from './planted-data.ts';
import { smallComponent } from './small-parameters.ts';
import { createModel } from './trained.ts';

/** What an algorithm shows in its first two steps. */
export interface Observed {
  /** Losses, scores or suspicions, which backends give within a part of each other. */
  readonly numbers: readonly number[];
  /** Items that it chose, which all backends choose alike. */
  readonly choices: readonly number[];
}

export interface TwoSteps {
  readonly name: string;
  /** On the current backend; leaves no tensor. */
  run(): Promise<Observed>;
}

type Values = Readonly<Record<string, unknown>>;

/** The loss before each of so many steps is read: the first before any, the last after two. */
const reports = 3;
/** Settings under which an algorithm takes two steps; those it does not have are left out. */
const short: Values = {
  epochs: 2,
  batchSize: 4096,
  layerSizes: [4],
  unrollSteps: 2,
  outerSteps: 2,
  fakeUserCount: 2,
};

const models = Object.values(catalog.models as Readonly<Record<string, ModelSpec>>);
const attacks = Object.values(catalog.attacks as Readonly<Record<string, AttackSpec>>);
const defenses = Object.values(catalog.defenses as Readonly<Record<string, DefenseSpec>>);
const sequential = models.filter(({ capabilities }) => capabilities.sequences);

/**
 * Every model, every attack with every model that it can be learned on, and every defense with every victim that it can train, as the
 * catalog has them: what is registered is tested.
 */
export function everyTwoSteps(): readonly TwoSteps[] {
  return [
    ...models.map((spec) => ({ name: `model ${spec.id}`, run: () => trained(spec) })),
    ...attacks.flatMap((spec) =>
      onEveryModel(spec).map(({ name, component }) => ({
        name: `attack ${name}`,
        run: () => attacked(spec, component),
      })),
    ),
    ...defenses.flatMap(defended),
  ];
}

/** The shortest form of an algorithm. */
function shortest(spec: Spec): Component {
  const { id, params } = smallComponent(spec);
  const changed = Object.entries(short).filter(([name]) => Object.hasOwn(params, name));
  return { id, params: { ...params, ...Object.fromEntries(changed) } };
}

/** An algorithm with each model that the parameter which it makes demands on may hold; alone where it makes none. */
function onEveryModel(spec: AttackSpec | DefenseSpec): { name: string; component: Component }[] {
  const component = shortest(spec);
  const { model } = spec.requires;
  if (!model || model.of === 'victim') return [{ name: spec.id, component }];
  return models.flatMap((inner) => {
    const params = { ...component.params, [model.of]: shortest(inner) };
    const chosen = { id: spec.id, params };
    const victim = { id: 'wrmf', params: {} };
    const choices =
      spec.family === 'attack' ? { attack: chosen, defenses: [] } : { attack: null, defenses: [chosen] };
    const unmet = unmetNeeds({ dataset: { id: 'file', params: {} }, victim, ...choices });
    const fits = !unmet.some(({ path }) => path.endsWith(`params.${model.of}`));
    return fits ? [{ name: `${spec.id} on ${inner.id}`, component: chosen }] : [];
  });
}

/** Data on which a task can be learned. */
function dataFor(isSequential: boolean): Interactions {
  return isSequential ? march().train : checkerboard().train;
}

/** Reads losses off a generator, then leaves it, or takes what it returns. */
async function firstLosses<R>(
  running: AsyncGenerator<{ readonly values?: Values }, R>,
): Promise<{ readonly numbers: number[]; readonly returned?: R }> {
  const numbers: number[] = [];
  for (let seen = 0; seen < reports;) {
    const next = await running.next();
    if (next.done) return { numbers, returned: next.value };
    const losses = Object.entries(next.value.values ?? {}).filter(([name]) => name.startsWith('loss.'));
    if (losses.length > 0) seen++;
    numbers.push(...losses.map(([, value]) => value as number));
  }
  await running.return(undefined as never);
  return { numbers };
}

/** The losses of a trainable model; the scores of one that is fitted directly. */
async function trained(spec: ModelSpec): Promise<Observed> {
  const model = await createModel(spec.id, { ...smallComponent(spec).params, ...('patience' in spec.parameters && { patience: 0 }) }); // prettier-ignore
  const data = trainingData(dataFor(spec.capabilities.sequences));
  const training = trainModel(model, data, createRng(1), runContext(1), 'test');
  const { numbers, returned } = await firstLosses(training);
  if (returned) {
    const scores = tidy(() => model.scores(returned, data, [0, 7].map(userIndex)));
    numbers.push(...(await scores.data<'float32'>()));
    scores.dispose();
    tf.dispose(Object.values(returned));
  }
  data.dispose();
  return { numbers, choices: [] };
}

/** The losses that an attack reports, and what it chose: clicks of fake users, or what it asked and was told. */
async function attacked(spec: AttackSpec, component: Component): Promise<Observed> {
  const isSequential = !(spec.requires.task?.includes('ranking') ?? true);
  const train = dataFor(isSequential);
  const victim = isSequential ? await untrainedVictim(train) : undefined;
  const service =
    victim && createService({ victim, defenses: [], context: runContext('s'), history: 'kept' });
  const input: AttackInput = { train, targets: [itemIndex(5)], ...(service && { service }) };
  const host = createTestHost();
  const running = runAttack(component, spec.produces, input, createRng(1), spec.id, [], host);
  const numbers: number[] = [];
  try {
    for (;;) {
      const next = await running.next();
      if (next.done) {
        const made = next.value;
        const choices = made.produces === 'poison' ? made.fakeUsers.items : made.log.lists;
        return { numbers, choices: [...choices] };
      }
      const values = next.value.kind === 'progress' ? (next.value.progress.values ?? {}) : {};
      for (const [name, value] of Object.entries(values)) if (name.startsWith('loss.')) numbers.push(value);
    }
  } finally {
    victim?.dispose();
  }
}

function defended(spec: DefenseSpec): TwoSteps[] {
  const create = async ({ id, params }: Component) =>
    (await choose<DefenseFactory>(implementations.defenses, id)).create(params as never);
  return onEveryModel(spec).flatMap(({ name, component }): TwoSteps[] => {
    if (spec.wraps === 'sanitize')
      return [{ name: `defense ${name}`, run: async () => sanitized(await create(component)) }];
    if (spec.wraps === 'serve')
      return [{ name: `defense ${name}`, run: async () => served(await create(component)) }];
    return victimsOf(spec).map((victim) => ({
      name: `defense ${name} of ${victim.id}`,
      run: async () => defendedTraining(await create(component), victim),
    }));
  });
}

function victimsOf({ requires: { task } }: DefenseSpec): readonly ModelSpec[] {
  return task ? models.filter((model) => task.includes(model.task)) : models;
}

type MadeDefense = ReturnType<DefenseFactory['create']>;

async function defendedTraining(defense: MadeDefense, victim: ModelSpec): Promise<Observed> {
  if (!defense.train) throw new Error('this defense trains no victim');
  const data = trainingData(dataFor(victim.capabilities.sequences));
  const model = await createModel(victim.id, smallComponent(victim).params);
  const { numbers, returned } = await firstLosses(defense.train(model, data, context(), 'test'));
  if (returned) tf.dispose(Object.values(returned));
  data.dispose();
  return { numbers, choices: [] };
}

async function sanitized(defense: MadeDefense): Promise<Observed> {
  if (!defense.sanitize) throw new Error('this defense cleans no data');
  const working = defense.sanitize(checkerboard(24, 40).train, context());
  for (;;) {
    const next = await working.next();
    if (next.done) return { numbers: [...next.value.suspicion], choices: [...next.value.removed] };
  }
}

async function served(defense: MadeDefense): Promise<Observed> {
  const { train } = march();
  const victim = await untrainedVictim(train);
  const service = createService({ victim, defenses: [defense], context: context(), history: 'kept' });
  const lists = await service.recommend([Int32Array.of(1, 2), Int32Array.of(4)], 6);
  victim.dispose();
  return { numbers: [], choices: lists.flatMap((list) => [...list]) };
}

/** A model of sequences as it is before training: its lists are as good as any for asking. */
async function untrainedVictim(train: Interactions) {
  const spec = sequential[0] as ModelSpec;
  const model = (await createModel(spec.id, smallComponent(spec).params)) as Trainable;
  const data = trainingData(train);
  const parameters: NamedTensors = model.init(createRng(3), data);
  const dispose = () => {
    tf.dispose(Object.values(parameters));
    data.dispose();
  };
  return { model, data, parameters, dispose };
}

function context(): RunContext {
  const build = ({ id, params }: Component): Promise<Model> =>
    createModel(id, { ...shortest(findSpec('models', id, 'test')).params, ...params });
  return runContext(1, { build });
}
