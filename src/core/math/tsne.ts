import { tf, type Tensor2D } from '../tensors.ts';
import { badInput } from '../errors.ts';
import type { Rng } from './rng.ts';
import { conditionalAffinities, jointAffinities } from './tsne-affinities.ts';
import { offDiagonal, tsneGradient } from './tsne-objective.ts';

export interface TsneOptions {
  /** Factor on the attraction in the early steps, and how many these are. */
  readonly earlyExaggeration: number;
  readonly earlySteps: number;
}

/** A map in the making. Owns its tensors: free a state that is left behind with `disposeTsneStep`, the last with `disposeTsne`. */
export interface TsneState {
  readonly joint: Tensor2D; // [n, n]
  readonly others: Tensor2D; // [n, n]
  readonly embedding: Tensor2D; // [n, 2]
  readonly velocity: Tensor2D; // [n, 2]
  readonly gains: Tensor2D; // [n, 2]
  readonly step: number;
  readonly options: TsneOptions;
}

/** Deviation of the starting map: small, so that all points begin within each other's reach. */
const START_DEVIATION = 1e-4;

/** Starts an exact t-SNE map (van der Maaten and Hinton 2008) of points [n, d] from small random places. */
export function tsneInit(
  points: Tensor2D,
  perplexity: number,
  rng: Rng,
  options: Partial<TsneOptions> = {},
): TsneState {
  const n = points.shape[0];
  const joint = affinities(points, perplexity);
  return {
    joint,
    others: offDiagonal(n),
    embedding: tf.tensor2d(rng.stream('tsne').normals(2 * n, START_DEVIATION), [n, 2]),
    velocity: tf.zeros([n, 2]),
    gains: tf.ones([n, 2]),
    step: 0,
    options: { earlyExaggeration: 12, earlySteps: 250, ...options },
  };
}

/** The same map for points that have moved on (a model in training): new affinities, places kept. */
export function tsneRetarget(state: TsneState, points: Tensor2D, perplexity: number): TsneState {
  const n = state.embedding.shape[0];
  if (points.shape[0] !== n) throw badInput('points', `must be the ${n} points of the map`, points.shape[0]);
  return {
    ...state,
    joint: affinities(points, perplexity),
    others: state.others.clone(),
    embedding: state.embedding.clone(),
    velocity: state.velocity.clone(),
    gains: state.gains.clone(),
  };
}

/**
 * One step of gradient descent with momentum (0.5 in the early steps, 0.8 after them) and a gain per coordinate, which grows by
 * 0.2 while the gradient points against the velocity's sign and shrinks by 0.8 otherwise (not below 0.01). The learning
 * rate is max(n / exaggeration / 4, 50), after Belkina et al. 2019, Nature Communications 10. The map stays centred.
 * `joint` and `others` are handed on, not copied.
 */
export function tsneStep(state: TsneState): TsneState {
  const { joint, others, embedding, velocity, gains, step, options } = state;
  const early = step < options.earlySteps;
  const learningRate = Math.max(embedding.shape[0] / options.earlyExaggeration / 4, 50);
  const moved = tf.tidy(() => {
    const gradient = tsneGradient(joint, embedding, others, early ? options.earlyExaggeration : 1);
    const opposed = tf.less(tf.mul(gradient, velocity), 0);
    const newGains = tf.maximum<Tensor2D>(tf.where(opposed, tf.add(gains, 0.2), tf.mul(gains, 0.8)), 0.01);
    const push = tf.mul(tf.mul(gradient, newGains), learningRate);
    const newVelocity = tf.sub<Tensor2D>(tf.mul(velocity, early ? 0.5 : 0.8), push);
    const places = tf.add<Tensor2D>(embedding, newVelocity);
    return {
      embedding: tf.sub<Tensor2D>(places, tf.mean(places, 0, true)),
      velocity: newVelocity,
      gains: newGains,
    };
  });
  return { ...state, ...moved, step: step + 1 };
}

/** Frees what a step does not share with the state that came out of it. */
export function disposeTsneStep(state: TsneState): void {
  tf.dispose([state.embedding, state.velocity, state.gains]);
}

export function disposeTsne(state: TsneState): void {
  disposeTsneStep(state);
  tf.dispose([state.joint, state.others]);
}

function affinities(points: Tensor2D, perplexity: number): Tensor2D {
  const conditional = conditionalAffinities(points, perplexity);
  const joint = jointAffinities(conditional);
  conditional.dispose();
  return joint;
}
