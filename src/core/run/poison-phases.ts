import type { Interactions } from '../data/interactions.ts';
import { applyPoison } from '../data/poison.ts';
import { attackPhase } from './attack-phase.ts';
import { baselinePhase } from './baseline-phase.ts';
import { defendedPhases, type AttackedData } from './defended-phases.ts';
import { evidencePhase } from './evidence-phase.ts';
import type { ExperimentSpec } from './experiment-spec.ts';
import { opponentPhase } from './opponent-phase.ts';
import type { RepeatContext } from './repeat-context.ts';
import type { RepeatEvent } from './repeat-event.ts';
import { reportPhase, type PhaseData } from './report-phase.ts';
import { reportStealth } from './stealth.ts';

/** What fake users do to victims, and what the defenses do about it; without an attack the defenses alone. */
export async function* poisonPhases(clean: PhaseData, context: RepeatContext): AsyncGenerator<RepeatEvent> {
  const attacked = context.spec.attack ? yield* attackedPhases(context) : undefined;
  yield* defendedPhases(clean, attacked, context);
}

/** The attack, and the victims that it meets. */
async function* attackedPhases(context: RepeatContext): AsyncGenerator<RepeatEvent, AttackedData> {
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
  const look = yield* reportStealth('clicks.fake', fakeUsers, popularity);
  yield* reportPhase('attacked', attacked, streams.init.stream('victim'), context, look);
  yield* reportPhase('attackedSameSeed', attacked, streams.attack.stream('surrogate'), context);
  if (spec.evaluation.baseline && spec.attack?.id !== 'random-filler') yield* baselinePhase(poison, context);
  if (context.explained) yield* evidencePhase('attacked', context.explained, attacked, fakeUsers, context);
  const { opponent } = spec.evaluation;
  if (opponent && spec.attack) yield* opponentPhase(opponent, spec.attack, poison, context);
  return { data: attacked, fakeUsers };
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
