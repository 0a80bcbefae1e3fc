import type { Interactions } from '../data/interactions.ts';
import { applyPoison } from '../data/poison.ts';
import { attackPhase } from './attack-phase.ts';
import { baselinePhase } from './baseline-phase.ts';
import { defendedPhases } from './defended-phases.ts';
import type { ExperimentSpec } from './experiment-spec.ts';
import type { RunHost } from './host.ts';
import { prepareData, preparedSummary } from './prepare-data.ts';
import type { CellRecorder } from './recorder.ts';
import { repeatContext, type RepeatContext } from './repeat-context.ts';
import type { RepeatEvent } from './repeat-event.ts';
import { reportPhase, type PhaseData } from './report-phase.ts';
import { repeatStreams } from './seeds.ts';

/**
 * One repeat of one cell, phase by phase. Victims of `clean`, `attacked`, `baseline` and the defended phases share a seed that the
 * attacker did not use, so that they differ by their data alone (a zero budget gives the clean run bit for bit); `control` has
 * another one, and `attackedSameSeed` the attacker's.
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
  const clean: PhaseData = { interactions: prepared.train, key: context.dataKey };
  try {
    yield* reportPhase('clean', clean, streams.init.stream('victim'), context);
    yield* reportPhase('control', clean, streams.init.stream('control'), context);
    const attacked = spec.attack ? yield* attackedPhases(context) : undefined;
    yield* defendedPhases(clean, attacked, context);
  } finally {
    context.map.dispose();
  }
}

/** The attack, and the victims that it meets. */
async function* attackedPhases(context: RepeatContext): AsyncGenerator<RepeatEvent, PhaseData> {
  const { spec, streams, prepared } = context;
  const { train, targets, popularity } = prepared;
  yield* warnings(spec, train);
  const { poison, key } = yield* attackPhase(context);
  const { fakeUsers } = poison;
  yield {
    kind: 'view',
    content: { view: 'profiles', name: 'fake profiles', fakeUsers, targets, popularity },
  };
  const attacked = { interactions: applyPoison(train, poison), key };
  yield* reportPhase('attacked', attacked, streams.init.stream('victim'), context);
  yield* reportPhase('attackedSameSeed', attacked, streams.attack.stream('surrogate'), context);
  if (spec.evaluation.baseline && spec.attack?.id !== 'random-filler') yield* baselinePhase(poison, context);
  return attacked;
}

async function* warnings(
  { attack }: ExperimentSpec,
  { userCount }: Interactions,
): AsyncGenerator<RepeatEvent> {
  const fakes = Number(attack?.params.fakeUserCount ?? 0);
  if (fakes <= userCount) return;
  const text = `Warning: ${fakes} fake users are more than the ${userCount} genuine users.`;
  yield { kind: 'note', text };
}
