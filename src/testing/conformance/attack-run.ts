import type { AttackInput, AttackSpec, Poison } from '../../core/contracts.ts';
import { catalog } from '../../core/catalog.ts';
import { itemIndex } from '../../core/data/interactions.ts';
import { planExperiment } from '../../core/run/plan-experiment.ts';
import { prepareData } from '../../core/run/prepare-data.ts';
import { runAttack, type AttackEvent } from '../../core/run/run-attack.ts';
import { repeatStreams } from '../../core/run/seeds.ts';
import { createTestHost, type TestHost } from '../test-host.ts';
import { findSpec } from '../../core/find-spec.ts';
import { smallComponent } from './small-parameters.ts';

type Values = Readonly<Record<string, unknown>>;

/** Every registered attack that adds fake users. */
export const poisonings: readonly AttackSpec[] = Object.values(
  catalog.attacks as Readonly<Record<string, AttackSpec>>,
).filter(({ produces }) => produces === 'poison');

/** Synthetic low-rank data with users held back, 30 items, and a small WRMF victim. */
export function attackedSpec(
  attack: { readonly id: string; readonly params: Values } | null,
  changes: Values = {},
) {
  return {
    version: 1,
    dataset: {
      id: 'low-rank',
      params: { users: 40, heldBackUsers: 12, items: 30, rank: 4, threshold: 2 },
    },
    split: { id: 'leave-one-out', params: { minimum: 1 } },
    victim: smallComponent(findSpec('models', 'wrmf', 'victim')),
    attack,
    evaluation: { cutoffs: [5] },
    ...changes,
  };
}

/** Planted sequences of 20 items and a small victim that is trained on them. */
export function sequencesSpec(changes: Values = {}) {
  return {
    version: 1,
    dataset: {
      id: 'markov-sequences',
      params: { users: 40, items: 20, length: 8, branching: 2, noise: 0.1 },
    },
    split: { id: 'leave-one-out', params: { pick: 'latest', minimum: 2 } },
    victim: smallComponent(findSpec('models', 'narm', 'victim')),
    evaluation: { cutoffs: [5], protocol: { history: 'kept' } },
    ...changes,
  };
}

export interface AttackRun {
  readonly input: AttackInput;
  readonly running: AsyncGenerator<AttackEvent, Poison>;
  readonly host: TestHost;
}

/** An attack on the data of its spec, prepared by the runner, not yet started. */
export async function attackRun(id: string, params: Values, seed = 1): Promise<AttackRun> {
  const host = createTestHost();
  const { cells } = planExperiment(attackedSpec({ id, params }));
  const spec = (cells[0] as (typeof cells)[number]).spec;
  const prepared = await prepareData(spec, repeatStreams(spec, 0), host);
  const input: AttackInput = {
    train: prepared.train,
    targets: prepared.targets.map(itemIndex),
    itemIds: prepared.dataset.itemIds,
    ...(prepared.dataset.heldBackUsers && { heldBackUsers: prepared.dataset.heldBackUsers }),
  };
  const rng = repeatStreams({ ...spec, seed }, 0).attack;
  const running = runAttack(
    spec.attack as NonNullable<typeof spec.attack>,
    'poison',
    input,
    rng,
    id,
    [],
    host,
  );
  return { input, running, host };
}
