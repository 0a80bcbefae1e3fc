import type { Poison } from '../contracts.ts';
import { interactionCount, type Interactions } from '../data/interactions.ts';
import { applyPoison } from '../data/poison.ts';
import type { Rng } from '../math/rng.ts';
import type { Component } from '../params/fields.ts';
import { attackPhase } from './attack-phase.ts';
import type { ExperimentSpec } from './experiment-spec.ts';
import type { RunHost } from './host.ts';
import { prepareData, preparedSummary } from './prepare-data.ts';
import type { CellRecorder } from './recorder.ts';
import { repeatContext, type RepeatContext } from './repeat-context.ts';
import type { RepeatEvent } from './repeat-event.ts';
import type { Phase } from './result.ts';
import { runAttack } from './run-attack.ts';
import { repeatStreams } from './seeds.ts';
import { victimPhase } from './victim-phase.ts';

/**
 * One repeat of one cell, phase by phase. Victims of `clean`, `attacked` and `baseline` share a seed that the attacker did not use, so
 * that they differ by their data alone (a zero budget gives the clean run bit for bit); `control` has another one, and
 * `attackedSameSeed` the attacker's.
 */
export async function* runRepeat(
  spec: ExperimentSpec,
  repeat: number,
  host: RunHost,
  recorder: CellRecorder,
): AsyncGenerator<RepeatEvent, void> {
  const streams = repeatStreams(spec, repeat);
  recorder.seed(`${streams.data.key} ${streams.split.key} ${streams.init.key} ${streams.attack.key}`);
  yield { kind: 'progress', progress: { level: 'stage', stage: 'data', done: 0, total: 1, unit: 'stages' } };
  const prepared = await prepareData(spec, streams, host);
  yield { kind: 'prepared', summary: preparedSummary(prepared) };
  const context = repeatContext(spec, host, streams, prepared, recorder);
  const { train } = prepared;
  const { dataKey } = context;
  try {
    yield* phase('clean', train, dataKey, streams.init.stream('victim'), context);
    yield* phase('control', train, dataKey, streams.init.stream('control'), context);
    if (!spec.attack) return;
    yield* warnings(spec, train);
    const { poison, key } = yield* attackPhase(context);
    yield {
      kind: 'view',
      content: {
        view: 'profiles',
        name: 'fake profiles',
        fakeUsers: poison.fakeUsers,
        targets: prepared.targets,
        popularity: prepared.popularity,
      },
    };
    const poisoned = applyPoison(train, poison);
    yield* phase('attacked', poisoned, key, streams.init.stream('victim'), context);
    yield* phase('attackedSameSeed', poisoned, key, streams.attack.stream('surrogate'), context);
    if (spec.evaluation.baseline && spec.attack.id !== 'random-filler') yield* baseline(poison, context);
  } finally {
    context.map.dispose();
  }
}

const stageNames: Readonly<Partial<Record<Phase, string>>> = {
  clean: 'clean victim',
  control: 'control victim',
  attacked: 'attacked victim',
  attackedSameSeed: 'attacked victim, attacker’s seed',
  baseline: 'victim under random filler',
};

async function* phase(
  name: Phase,
  data: Interactions,
  key: string,
  rng: Rng,
  context: RepeatContext,
): AsyncGenerator<RepeatEvent> {
  const stage = stageNames[name] ?? name;
  const loss = name === 'clean' ? 'loss.train' : `loss.train.${name}`;
  const series = { loss, prefix: name };
  const run = { stage, interactions: data, dataKey: key, rng, series };
  const { metrics, lists } = yield* victimPhase(run, context);
  context.recorder.phase(name, metrics);
  yield { kind: 'phase', phase: name, metrics };
  yield { kind: 'view', content: { ...lists, phase: name } };
  yield { kind: 'progress', progress: { level: 'stage', stage, done: 1, total: 1, unit: 'stages' } };
}

/** Random filler of the same budget: as many fake users, who click the targets and on average as many items. */
async function* baseline({ fakeUsers }: Poison, context: RepeatContext): AsyncGenerator<RepeatEvent> {
  const { prepared, streams, host, spec } = context;
  const users = fakeUsers.userCount;
  const meanClicks = users === 0 ? 0 : interactionCount(fakeUsers) / users;
  const fillers = Math.max(0, Math.round(meanClicks) - prepared.targets.length);
  const others = prepared.train.itemCount - prepared.targets.length;
  const params = {
    fakeUserCount: users,
    fillerCount: Math.min(fillers, others),
    targetItems: spec.attack?.params.targetItems,
  };
  const attack: Component = { id: 'random-filler', params };
  const { train, targets } = prepared;
  const rng = streams.attack.stream('baseline');
  const running = runAttack(attack, { train, targets }, rng, `baseline-${rng.key}`, [], host);
  let next = await running.next();
  while (!next.done) next = await running.next();
  const data = applyPoison(train, next.value);
  yield* phase(
    'baseline',
    data,
    `${context.dataKey} ${rng.key} ${JSON.stringify(attack)}`,
    streams.init.stream('victim'),
    context,
  );
  yield {
    kind: 'note',
    text: `Random filler of equal budget: ${users} fake users, each clicks the targets and ${params.fillerCount} random items.`,
  };
}

async function* warnings(
  { attack }: ExperimentSpec,
  { userCount }: Interactions,
): AsyncGenerator<RepeatEvent> {
  const fakes = Number(attack?.params.fakeUserCount ?? 0);
  if (fakes > userCount) {
    yield {
      kind: 'note',
      text: `Warning: ${fakes} fake users are more than the ${userCount} genuine users.`,
    };
  }
}
