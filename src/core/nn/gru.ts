import { named } from '../math/named-tensors.ts';
import { tf, type NamedTensors, type Tensor2D, type Tensor3D } from '../tensors.ts';
import { dense } from './dense.ts';

/**
 * One step of a gated recurrent unit (Cho et al. 2014, PyTorch's form), from the input's projection xW + b and the state h [B, H]:
 * r = sigmoid(x Wir + bir + h Whr + bhr); z likewise; c = tanh(x Win + bin + r (h Whn + bhn)); h' = (1 - z) c + z h.
 * The projection holds reset, update and candidate side by side. First derivatives only. // [B, H]
 */
function step(projected: Tensor2D, state: Tensor2D, layer: NamedTensors) {
  const [rows, size] = state.shape;
  const recurrent = dense(state, named(layer, 'stateWeights'), named(layer, 'stateBiases')); // [B, 3H]
  const part = (tensor: Tensor2D, from: number, count: number) =>
    tf.slice(tensor, [0, from * size], [rows, count * size]);
  const gates = tf.sigmoid(tf.add(part(projected, 0, 2), part(recurrent, 0, 2))) as Tensor2D; // [B, 2H]
  const reset = part(gates, 0, 1);
  const update = part(gates, 1, 1);
  const candidate: Tensor2D = tf.tanh(tf.add(part(projected, 2, 1), tf.mul(reset, part(recurrent, 2, 1))));
  const newState: Tensor2D = tf.add(candidate, tf.mul(update, tf.sub(state, candidate)));
  return { reset, update, candidate, newState };
}

/**
 * A GRU cell with all its parts. `layer`: `inputWeights` [D, 3H], `inputBiases` [3H], `stateWeights` [H, 3H], `stateBiases` [3H], with
 * reset, update and candidate side by side. input [B, D], state [B, H].
 */
export function gruCell(input: Tensor2D, state: Tensor2D, layer: NamedTensors) {
  return step(dense(input, named(layer, 'inputWeights'), named(layer, 'inputBiases')), state, layer);
}

/**
 * The states of a GRU over left-padded sequences, from state 0; padding leaves the state as it is, so that the padding before the first
 * item leaves it 0. The inputs of all steps are projected at once. inputs [n, B, D] (time first), real [n, B, 1] is 1 on items and 0 on
 * padding. // [n, B, H]
 */
export function gru(inputs: Tensor3D, real: Tensor3D, layer: NamedTensors): Tensor3D {
  const [length, rows] = inputs.shape;
  const size = named(layer, 'stateWeights').shape[0] as number;
  const projected = tf.unstack(
    dense(inputs, named(layer, 'inputWeights'), named(layer, 'inputBiases')),
  ) as Tensor2D[];
  const masks = tf.unstack(real) as Tensor2D[];
  let state = tf.zeros([rows, size]) as Tensor2D;
  const states: Tensor2D[] = [];
  for (let at = 0; at < length; at++) {
    const { newState } = step(projected[at] as Tensor2D, state, layer);
    state = tf.add(state, tf.mul(masks[at] as Tensor2D, tf.sub(newState, state)));
    states.push(state);
  }
  return tf.stack(states) as Tensor3D;
}
