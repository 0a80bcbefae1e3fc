import type { Interactions } from '../data/interactions.ts';
import { applyPoison } from '../data/poison.ts';
import { promotingSequences, type Scoring } from '../data/promoting-sequences.ts';
import { incompatible } from '../errors.ts';
import type { Component } from '../params/fields.ts';
import type { DownstreamParameters } from '../params/downstream-fields.ts';
import { tf, tidy } from '../tensors.ts';
import { buildModel } from './build-model.ts';
import { defendedData } from './defended-data.ts';
import { unpackedTensors, type PackedTensors } from './packed-tensors.ts';
import type { RepeatContext } from './repeat-context.ts';
import type { RepeatEvent } from './repeat-event.ts';
import { reportPhase, type PhaseData } from './report-phase.ts';
import { stageKey } from './stage-runner.ts';

/** Histories that the stolen model scores at a time. */
const historiesAtOnce = 128;

/**
 * Why theft matters: fake sequences are made with the stolen model and added to the victim's data, and the victim is trained anew.
 * downstream: with these; downstreamBaseline: with as many sequences of the same length and targets, the rest of them random. Both
 * victims have the seed of the clean one, so that they differ by their data alone. defendedDownstream: the same with the copy of the defended
 * victim, whose defenses are on again when it is trained anew; the random sequences are those of the undefended victim.
 */
export async function* downstreamPhases(
  phase: 'downstream' | 'defendedDownstream',
  stolen: { readonly parameters: PackedTensors; readonly key: string },
  context: RepeatContext,
): AsyncGenerator<RepeatEvent> {
  const { spec, host, streams, prepared } = context;
  const settings = spec.evaluation.downstream as DownstreamParameters | undefined;
  if (!settings) return;
  const { train, targets, popularity } = prepared;
  const { sequenceLength: length, candidates, listLength, fakeShare } = settings;
  const count = Math.ceil(fakeShare * train.userCount);
  const rng = streams.attack.stream('downstream');
  const make = (scoring: Scoring | undefined): Promise<Interactions> =>
    promotingSequences({ count, length, candidates, listLength }, targets, train.itemCount, scoring, rng);
  const copy = await stolenScoring(spec.attack as Component, stolen.parameters, context);
  let learned: Interactions;
  try {
    learned = await make(copy.scoring);
  } finally {
    copy.dispose();
  }
  const random = await make(undefined);
  for (const [name, fakeUsers] of [
    [phase, learned],
    [`${phase}Baseline`, random],
  ] as const) {
    yield {
      kind: 'view',
      content: { view: 'profiles', name: `${name} sequences`, fakeUsers, targets, popularity },
    };
    const interactions = applyPoison(train, { produces: 'poison', fakeUsers });
    const key = stageKey(host, name, context.dataKey, stolen.key, settings, rng.key);
    const poisoned: PhaseData = { interactions, key };
    const { data, metrics } =
      phase === 'downstream' ? { data: poisoned, metrics: {} } : yield* defendedData(poisoned, context);
    yield* reportPhase(name, data, streams.init.stream('victim'), context, metrics);
  }
  if (phase === 'defendedDownstream') return; // what there is to note is the same
  yield {
    kind: 'note',
    text: `Downstream: ${count} fake sequences of ${length} items (${train.userCount} genuine users), every second one of ${targets.length} targets.`,
  };
}

/** The stolen model as something that scores histories; the caller disposes of it. */
async function stolenScoring(
  { params }: Component,
  stolen: PackedTensors,
  { host, prepared }: RepeatContext,
): Promise<{ readonly scoring: Scoring; dispose(): void }> {
  const model = await buildModel(params.surrogate as Component);
  if (model.kind !== 'trainable' || !model.sequence)
    throw incompatible(
      ['Fake sequences are made with a stolen model of sequences.'],
      'evaluation.downstream',
    );
  const { sequence } = model;
  const { itemCount } = prepared.train;
  const parameters = unpackedTensors(stolen);
  const scoring: Scoring = async (histories) => {
    const scores = new Float32Array(histories.length * itemCount);
    for (let from = 0; from < histories.length; from += historiesAtOnce) {
      await host.yieldNow();
      const some = histories.slice(from, from + historiesAtOnce);
      const tensor = tidy(() => sequence.scoresAt(parameters, sequence.query(some, itemCount)));
      scores.set(await tensor.data<'float32'>().finally(() => tensor.dispose()), from * itemCount);
    }
    return scores;
  };
  return { scoring, dispose: () => void tf.dispose(Object.values(parameters)) };
}
