import { denseRows } from '../../core/data/interactions.ts';
import { initialState } from '../../core/math/optimizers/training-state.ts';
import { tf, tidy, type NamedTensors } from '../../core/tensors.ts';
import { denseWrmf } from './dense-wrmf.ts';
import { measured } from './measure.ts';
import { toyProblem } from './toy-problem.ts';

/** One Adam step of WRMF on the toy's genuine users: in Gram form, and over every cell. */
export async function trainingStep() {
  const { model, data: poisoned, interactions, rng } = await toyProblem();
  const data = { ...poisoned, variables: {} };
  const { optimizer } = model;
  const state = initialState(model.init(rng, data), optimizer);
  const dense = denseWrmf(
    tf.tensor2d(denseRows(interactions), [interactions.userCount, interactions.itemCount]),
    20,
  );
  const step = (gradient: (parameters: NamedTensors) => NamedTensors) => async () => {
    const after = tidy(() => optimizer.update(state, gradient(state.parameters)));
    await after.parameters.users?.data();
    tf.dispose(Object.values(after.parameters));
    for (const slot of Object.values(after.optimizer.slots)) tf.dispose(Object.values(slot));
  };
  return {
    gram: await measured(
      30,
      step((parameters) => model.gradient?.(parameters, data) as NamedTensors),
    ),
    dense: await measured(
      10,
      step((parameters) => dense.gradient(parameters, {})),
    ),
  };
}
