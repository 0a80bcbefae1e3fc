import type { Interactions } from '../data/interactions.ts';
import type { Rng } from '../math/rng.ts';
import { evaluateModel, type EvaluationOutcome } from './evaluate-model.ts';
import type { RepeatContext } from './repeat-context.ts';
import type { RepeatEvent } from './repeat-event.ts';
import { stageKey } from './stage-runner.ts';
import { trainVictim } from './train-victim.ts';

/**
 * Trains a victim from scratch on the given data with the given seed and evaluates it. `stage` is what the user reads; `dataKey` says
 * what the training data depends on. The training loss becomes the series `lossSeries`, when one is named.
 */
export async function* victimPhase(
  stage: string,
  interactions: Interactions,
  dataKey: string,
  rng: Rng,
  lossSeries: string | undefined,
  context: RepeatContext,
): AsyncGenerator<RepeatEvent, EvaluationOutcome> {
  const { spec, host, prepared, map } = context;
  const key = stageKey(host, 'victim', dataKey, spec.victim, rng.key);
  const training = trainVictim(stage, spec.victim, interactions, rng, key, host);
  try {
    let next = await training.next();
    while (!next.done) {
      const { parameters, model, data: _data, ...progress } = next.value;
      yield { kind: 'progress', progress };
      const loss = progress.values?.['loss.train'];
      if (lossSeries && loss !== undefined) {
        yield { kind: 'point', series: lossSeries, label: progress.unit, x: progress.done, value: loss };
      }
      if (parameters && model && host.watches('points')) {
        const content = await map.view(stage, progress.done, model, parameters, host.mapMethod?.() ?? 'pca');
        if (content) yield { kind: 'view', content };
      }
      next = await training.next();
    }
    const victim = next.value;
    try {
      context.recorder.seconds(stage, victim.seconds);
      const outcome = await evaluateModel(victim, prepared, spec.evaluation, context.shownUsers, host);
      return outcome;
    } finally {
      victim.dispose();
    }
  } finally {
    await training.return(undefined as never);
  }
}
