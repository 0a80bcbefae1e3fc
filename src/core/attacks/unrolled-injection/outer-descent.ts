import { topK } from '../../math/top-k.ts';
import { sgdMomentum } from '../../math/optimizers/sgd-momentum.ts';
import { disposeState } from '../../math/optimizers/training-state.ts';
import type { TrainingState } from '../../math/optimizers/optimizer.ts';
import { tf, tidy, type Tensor2D } from '../../tensors.ts';
import type { UnrolledInjectionParameters } from './spec.ts';

type DescentParameters = Pick<
  UnrolledInjectionParameters,
  | 'outerLearningRate'
  | 'outerMomentum'
  | 'threshold'
  | 'strictThreshold'
  | 'normalizeGradient'
  | 'forceTargets'
  | 'clickCap'
>;

/**
 * Projected gradient descent on the fake profiles (Tang et al. 2020, Algorithm 1, line 9): a momentum step on the relaxed profiles,
 * then every entry becomes 1 at or above the threshold and 0 below. The momentum buffer is not reset by the projection: what it has
 * gathered is what lets an entry flip at all. With a click cap only the largest relaxed entries of a row stay; forced targets are always
 * clicked, count as clicks and get no gradient. Owns its tensors.
 */
export class OuterDescent {
  readonly #parameters: DescentParameters;
  readonly #optimizer;
  readonly #targets: readonly number[];
  #state: TrainingState;

  constructor(
    parameters: DescentParameters,
    targets: readonly number[],
    profiles: Tensor2D,
    buffer?: Tensor2D,
  ) {
    this.#parameters = parameters;
    this.#targets = targets;
    this.#optimizer = sgdMomentum({
      learningRate: parameters.outerLearningRate,
      momentum: parameters.outerMomentum,
    });
    const start = { fake: profiles };
    this.#state = {
      parameters: start,
      optimizer: buffer ? { step: 0, slots: { buffer: { fake: buffer } } } : this.#optimizer.init(start),
    };
  }

  /** Profiles in {0, 1}. // [F, I] */
  get profiles(): Tensor2D {
    return this.#state.parameters.fake as Tensor2D;
  }

  get buffer(): Tensor2D {
    return this.#state.optimizer.slots.buffer?.fake as Tensor2D;
  }

  async step(gradient: Tensor2D): Promise<void> {
    const before = this.#state;
    const { threshold, strictThreshold, normalizeGradient, clickCap } = this.#parameters;
    const { relaxed, clicked, optimizer } = tidy(() => {
      const free = this.#forced > 0 ? tf.mul(gradient, tf.sub(1, this.#targetColumns())) : gradient;
      const direction = normalizeGradient ? unitRows(free as Tensor2D) : free;
      const { parameters, optimizer } = this.#optimizer.update(before, { fake: direction });
      const relaxed = parameters.fake as Tensor2D;
      const above = strictThreshold ? tf.greater(relaxed, threshold) : tf.greaterEqual(relaxed, threshold);
      const clicked = tf.cast(above, 'float32') as Tensor2D;
      const all = this.#forced > 0 ? tf.maximum(clicked, this.#targetColumns()) : clicked;
      return { relaxed, clicked: all as Tensor2D, optimizer };
    });
    this.#state = { parameters: { fake: clicked }, optimizer };
    disposeState(before);
    try {
      if (clickCap > 0)
        this.#state = { parameters: { fake: await this.#capped(relaxed, clicked) }, optimizer };
    } finally {
      relaxed.dispose();
    }
  }

  get #forced(): number {
    return this.#parameters.forceTargets ? this.#targets.length : 0;
  }

  /** 1 at the targets. // [1, I] */
  #targetColumns(): Tensor2D {
    const columns = tf.oneHot(tf.tensor1d([...this.#targets], 'int32'), this.profiles.shape[1]);
    return tf.sum(tf.cast(columns, 'float32'), 0, true);
  }

  /** The clicks with the largest relaxed values, forced targets first, lower items first among equals. Disposes `clicked`. */
  async #capped(relaxed: Tensor2D, clicked: Tensor2D): Promise<Tensor2D> {
    const [users, items] = clicked.shape;
    const values = Float32Array.from(await relaxed.data<'float32'>());
    const on = await clicked.data<'float32'>();
    const kept = new Float32Array(users * items);
    for (let user = 0; user < users; user++) {
      const row = values.subarray(user * items, (user + 1) * items);
      for (let at = 0; at < this.#forced; at++) row[this.#targets[at] as number] = 3e38;
      const off = Array.from(row.keys()).filter((item) => on[user * items + item] !== 1);
      for (const item of topK(row, this.#parameters.clickCap, off).ids) kept[user * items + item] = 1;
    }
    clicked.dispose();
    return tf.tensor2d(kept, [users, items]);
  }

  dispose(): void {
    disposeState(this.#state);
  }
}

/** Rows scaled to length 1; a row of zeros stays. // [F, I] */
function unitRows(gradient: Tensor2D): Tensor2D {
  const length = tf.sqrt(tf.sum(tf.square(gradient), 1, true)); // [F, 1]
  return tf.divNoNan(gradient, length);
}
