import { beyondConstant } from './beyond-constant.ts';
import { defendedData } from './defended-data.ts';
import { downstreamPhases } from './downstream-phases.ts';
import type { MetricValues } from './evaluate-model.ts';
import { extractModel, type KeyedTheft } from './extract-model.ts';
import type { RepeatContext } from './repeat-context.ts';
import type { RepeatEvent } from './repeat-event.ts';
import { phaseRun, reportPhase, type PhaseData } from './report-phase.ts';
import { servedLength, servedLists } from './served-lists.ts';
import { evaluateVictim, trainedVictim } from './victim-phase.ts';

/**
 * What a thief gets. attacked: the undefended victim is asked and copied. cleanDefended: the victim behind the defenses, as its users are
 * served. defended: the same victim is asked and copied anew, so that the attack knows its answers. What a copy is used for follows its theft,
 * so that a defense is also told by what its victim's copy is worth there. The victim itself is never changed by
 * being asked, so that its own metrics stand beside those of its copy.
 */
export async function* extractionPhases(
  clean: PhaseData,
  context: RepeatContext,
): AsyncGenerator<RepeatEvent> {
  const theft = yield* theftPhase('attacked', clean, context);
  yield* downstreamPhases('downstream', theft, context);
  if (context.spec.defenses.length === 0) return;
  const { data, metrics } = yield* defendedData(clean, context);
  yield* reportPhase('cleanDefended', data, context.streams.init.stream('victim'), context, metrics);
  const defended = yield* theftPhase('defended', data, context, metrics);
  yield* downstreamPhases('defendedDownstream', defended, context);
}

/** The victim's metrics together with those of the copy that is made of it, and what the copy cost. */
async function* theftPhase(
  phase: 'attacked' | 'defended',
  data: PhaseData,
  context: RepeatContext,
  extra: MetricValues = {},
): AsyncGenerator<RepeatEvent, KeyedTheft> {
  // The victim of the phase before, from the cache: its curves keep their names.
  const run = phaseRun(
    phase === 'attacked' ? 'clean' : 'cleanDefended',
    data,
    context.streams.init.stream('victim'),
  );
  const victim = yield* trainedVictim(run, context);
  try {
    const own = await evaluateVictim(victim, run, context);
    const lists = await servedLists(victim, run.servers ?? [], servedLength(context), context);
    const names =
      phase === 'attacked'
        ? { prefix: '', suffix: '' }
        : { prefix: 'defended.', suffix: ', defended victim' };
    const theft = yield* extractModel({ run, victim, lists, ...names }, context);
    const { points, log, users } = theft;
    if (context.host.keepsLogs) yield { kind: 'log', phase, log };
    const final = points.filter(({ x }) => x === log.count).map(({ series, value }) => [series, value]);
    const beyond = beyondConstant(lists, context.spec.evaluation.cutoffs, users);
    const metrics: MetricValues = {
      ...own.metrics,
      ...extra,
      ...Object.fromEntries(final),
      ...beyond.metrics,
      queries: log.count,
    };
    context.recorder.phase(phase, metrics);
    context.recorder.users(phase, { ...own.users, ...users, ...beyond.users });
    yield { kind: 'phase', phase, metrics };
    yield { kind: 'view', content: { ...own.lists, phase } };
    return theft;
  } finally {
    victim.dispose();
  }
}
