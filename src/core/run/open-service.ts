import type { Service, TrainedModel } from '../contracts.ts';
import type { LoadedDefense } from './load-defenses.ts';
import type { RepeatContext } from './repeat-context.ts';
import { runContext } from './run-context.ts';
import { createService } from './service.ts';

/** A service around a trained model, with the history rule of the evaluation; `purpose` names its stream of randomness. */
export function openService(
  purpose: 'evaluation' | 'attack',
  victim: TrainedModel,
  servers: readonly LoadedDefense[],
  { spec, host, streams }: RepeatContext,
  answered = 0,
): Service {
  const rng = streams.init.stream('service').stream(purpose);
  const context = runContext(
    { rng, emit: () => undefined, checkpoint: async () => undefined, restored: undefined },
    host,
  );
  const defenses = servers.map(({ defense }) => defense);
  return createService({ victim, defenses, context, history: spec.evaluation.protocol.history, answered });
}
