import { catalog } from '../../core/catalog.ts';
import type { Defense, DefenseFactory, DefenseSpec, Model, RunContext } from '../../core/contracts.ts';
import {
  interactionsFromEntries,
  itemsOf,
  userIndex,
  type Interactions,
} from '../../core/data/interactions.ts';
import { trainingData } from '../../core/data/training-data.ts';
import { findSpec } from '../../core/find-spec.ts';
import { implementations } from '../../core/implementations.ts';
import { createRng } from '../../core/math/rng.ts';
import type { Component } from '../../core/params/fields.ts';
import { choose } from '../../core/run/prepare-data.ts';
import { tf, tidy } from '../../core/tensors.ts';
import { runContext } from '../run-context.ts';
import { drained } from '../test-host.ts';
import { march } from './planted-data.ts';
import { smallComponent } from './small-parameters.ts';
import { createModel } from './trained.ts';

type Values = Readonly<Record<string, unknown>>;

export const defenses: readonly DefenseSpec[] = Object.values(
  catalog.defenses as Readonly<Record<string, DefenseSpec>>,
);

/** What a defense does, as plain numbers: suspicions and who is removed, served lists, or scores of the victim that it trained. */
export interface DefenseOutcome {
  readonly numbers: readonly number[];
  readonly choices: readonly number[];
}

export const createDefense = async (id: string, params: Values): Promise<Defense> =>
  (await choose<DefenseFactory>(implementations.defenses, id)).create(params as never);

/** The model that a defense trains in tests, in a few epochs. */
const victim = (): Promise<Model> => {
  const { id, params } = smallComponent(findSpec('models', 'narm', 'victim'));
  return createModel(id, { ...params, epochs: 4, patience: 1 });
};

/** What a test gives a defense that cleans data: 24 users of two tastes who click half of what they like, and 6 who click anything. */
export function suspiciousData(): Interactions {
  const rng = createRng(5);
  const entries = Array.from({ length: 30 }, (_, user) => {
    const own = rng.stream(user);
    const likes = (item: number) => (user < 24 ? (item % 2 === user % 2 ? 0.5 : 0.05) : 0.25);
    return Array.from({ length: 40 }, (_each, item) => item)
      .filter((item) => own.uniform() < likes(item))
      .map((item) => ({ user, item }));
  }).flat();
  return interactionsFromEntries(30, 40, entries);
}

/** The same users, the last first. */
export function usersReversed(data: Interactions): Interactions {
  const { userCount, itemCount } = data;
  const entries = Array.from({ length: userCount }, (_, user) =>
    Array.from(itemsOf(data, user), (item) => ({ user: userCount - 1 - user, item })),
  ).flat();
  return interactionsFromEntries(userCount, itemCount, entries);
}

export const lists = [Int32Array.of(3, 1, 4, 5, 9), Int32Array.of(2, 6, 8, 0, 7)];

/** Runs a defense on data of its own kind, in a context of the given seed. */
export async function outcomeOf(
  spec: DefenseSpec,
  params: Values,
  given: {
    readonly seed?: number;
    readonly data?: Interactions;
    readonly context?: Partial<RunContext>;
  } = {},
): Promise<DefenseOutcome> {
  const build = ({ id, params: own }: Component) => createModel(id, own);
  const context = { ...runContext(given.seed ?? 1, { build }), ...given.context };
  const defense = await createDefense(spec.id, params);
  if (defense.sanitize) {
    const { suspicion, removed } = (await drained(defense.sanitize(given.data ?? suspiciousData(), context)))
      .returned;
    return { numbers: [...suspicion], choices: [...removed] };
  }
  if (defense.serve)
    return { numbers: [], choices: defense.serve(lists, context).flatMap((list) => [...list]) };
  if (!defense.train) throw new Error(`${spec.id} does nothing`);
  const model = await victim();
  const data = trainingData(given.data ?? march().train);
  try {
    const parameters = (await drained(defense.train(model, data, context, 'victim'))).returned;
    const scores = tidy(() => model.scores(parameters, data, [0, 1, 2].map(userIndex)));
    const numbers = [...(await scores.data<'float32'>())];
    scores.dispose();
    tf.dispose(Object.values(parameters));
    return { numbers, choices: [] };
  } finally {
    data.dispose();
  }
}
