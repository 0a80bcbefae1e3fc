import { denseRows } from '../../core/data/interactions.ts';
import { hypergradient, type UnrolledTraining } from '../../core/math/hypergradient.ts';
import { tf } from '../../core/tensors.ts';
import { unrolledTraining } from '../../core/training/unrolled-training.ts';
import { denseWrmf } from './dense-wrmf.ts';
import { measured } from './measure.ts';
import { toyProblem } from './toy-problem.ts';

/** One exact outer step of the toy: training and the reverse sweep through all of its 100 steps, in three ways. */
export async function outerStep() {
  const { model, data, outer, interactions, fake, rng } = await toyProblem();
  const training = (closedForm: boolean) => unrolledTraining(model, data, rng, outer, { closedForm });
  const genuine = tf.tensor2d(denseRows(interactions), [interactions.userCount, interactions.itemCount]);
  const dense = denseWrmf(genuine, 20);
  const closed = training(true);
  const naive: UnrolledTraining = {
    ...closed,
    gradient: (parameters) => dense.gradient(parameters, { fake }),
    hessianVector: (parameters, _step, direction) => dense.hessianVector(parameters, { fake }, direction),
  };
  return {
    closedForm: await measured(3, () => swept(closed)),
    genericSweep: await measured(1, () => swept(training(false))),
    naiveDense: await measured(1, () => swept(naive)),
  };
}

async function swept(training: UnrolledTraining): Promise<void> {
  const sweep = hypergradient(training, { unrollSteps: training.steps });
  let next = await sweep.next();
  while (!next.done) next = await sweep.next();
  const { loss, gradient, parameters } = next.value;
  await gradient.fake?.data();
  tf.dispose([loss, ...Object.values(gradient), ...Object.values(parameters)]);
}
