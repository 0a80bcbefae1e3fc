import type {
  DefenseFactory,
  Model,
  PlainTraining,
  RunContext,
  SequenceModel,
  TrainingData,
} from '../../contracts.ts';
import { incompatible } from '../../errors.ts';
import { disposeState, initialState } from '../../math/optimizers/training-state.ts';
import { tf, type NamedTensors } from '../../tensors.ts';
import { plainFirst } from '../../training/plain-first.ts';
import { trainingLoop, type TrainingProgress } from '../../training/train-loop.ts';
import { trainModel } from '../../training/train-model.ts';
import { groStep, type StudentState } from './gro-step.ts';
import { spec, type GroParameters } from './spec.ts';

/**
 * Gradient-based ranking optimization (Zhang et al. 2024, Eq. 6): the victim is trained on its own loss + swapWeight · swap loss, beside a
 * student that learns from the victim's lists. The student is thrown away. The victim's batches, initial values and dropout are those of
 * plain training, so that weight 0 gives the undefended victim bit for bit (where that stops early, unless `keeps` is `last`).
 */
export const gro: DefenseFactory<GroParameters> = {
  create: (parameters, place = 'defenses[0]') => ({
    train: (victim, data, context, stage, plain) => {
      const plainly = plain ?? ((named) => trainModel(victim, data, context.rng, context, named));
      return trained(parameters, place, victim, data, context, stage, plainly);
    },
  }),
};

async function* trained(
  parameters: GroParameters,
  place: string,
  victim: Model,
  data: TrainingData,
  context: RunContext,
  stage: string,
  plainly: PlainTraining,
): AsyncGenerator<TrainingProgress, NamedTensors> {
  const model = sequential(victim, 'The defense GRO trains a model of sequences; the victim is none.', place);
  const imitator =
    parameters.studentIs === 'same'
      ? model
      : sequential(
          await context.build(parameters.student),
          `The student of GRO must be a model of sequences; ${parameters.student.id} is none.`,
          `${place}.params.student`,
        );
  const { rng } = context;
  const { fromPlain, epochs } = spec.training(parameters, model.epochs);
  let start: NamedTensors | undefined;
  let student: StudentState | undefined;
  try {
    if (fromPlain) start = yield* plainly(plainFirst(stage));
    const initial = imitator.init(rng.stream('student'), data);
    student = { model: imitator, state: initialState(initial, imitator.optimizer) };
    tf.dispose(Object.values(initial));
    const apprentice = student;
    return yield* trainingLoop({
      model,
      data,
      rng,
      pacing: context,
      stage,
      epochs,
      validates: parameters.keeps === 'validated',
      finite: {
        'loss.student': {
          what: `${place}: the loss of the student of GRO`,
          hint: 'Lower the learning rate of the student.',
        },
        'loss.swap': {
          what: `${place}: the swap loss of GRO`,
          hint: 'Lower its weight, or the learning rate of the victim.',
        },
      },
      ...(start && { start }),
      advance: (before, batch) => groStep(parameters, model, before, apprentice, batch, context),
    });
  } finally {
    if (student) disposeState(student.state);
    if (start) tf.dispose(Object.values(start));
  }
}

function sequential(model: Model, refusal: string, path: string): SequenceModel {
  if (model.kind === 'trainable' && model.sequence) return model as SequenceModel;
  throw incompatible([refusal], path);
}
