import { artifactOf } from './artifact-of.ts';
import { dataPhase } from './data-phase.ts';
import type { ExperimentSpec } from './experiment-spec.ts';
import { extractionPhases } from './extraction-phases.ts';
import type { RunHost } from './host.ts';
import { poisonPhases } from './poison-phases.ts';
import { prepareData, preparedSummary } from './prepare-data.ts';
import type { CellRecorder } from './recorder.ts';
import { refuseFaultsIn } from './refuse-faults.ts';
import { repeatContext } from './repeat-context.ts';
import type { RepeatEvent } from './repeat-event.ts';
import { reportPhase, type PhaseData } from './report-phase.ts';
import { repeatStreams } from './seeds.ts';

/**
 * One repeat of one cell, phase by phase; after `clean` and `control` what they are depends on what the attack produces. Victims of `clean`, `attacked`, `baseline` and the defended phases share a seed that the
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
  if (spec.evaluation.dataOnly) return yield* dataPhase(spec, streams, host, recorder);
  const prepared = await prepareData(spec, streams, host);
  refuseFaultsIn(spec, prepared.train.itemCount);
  yield { kind: 'prepared', summary: preparedSummary(prepared) };
  const context = repeatContext(spec, host, streams, prepared, recorder);
  const clean: PhaseData = { interactions: prepared.train, key: context.dataKey };
  try {
    yield* reportPhase('clean', clean, streams.init.stream('victim'), context);
    if (spec.evaluation.control)
      yield* reportPhase('control', clean, streams.init.stream('control'), context);
    yield* spec.attack && artifactOf(spec.attack) === 'surrogate'
      ? extractionPhases(clean, context)
      : poisonPhases(clean, context);
  } finally {
    context.map.dispose();
  }
}
