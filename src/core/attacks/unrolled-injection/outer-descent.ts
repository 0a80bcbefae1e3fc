import { sgdMomentum } from '../../math/optimizers/sgd-momentum.ts';
import { disposeState } from '../../math/optimizers/training-state.ts';
import type { TrainingState } from '../../math/optimizers/optimizer.ts';
import { tf, tidy, type Tensor2D } from '../../tensors.ts';
import type { UnrolledInjectionParameters } from './spec.ts';

type DescentParameters = Pick<
  UnrolledInjectionParameters,
  'outerLearningRate' | 'outerMomentum' | 'threshold' | 'strictThreshold' | 'normalizeGradient'
>;

/**
 * Projected gradient descent on the fake profiles (Tang et al. 2020, Algorithm 1, line 9): a momentum step on the relaxed profiles,
 * then every entry becomes 1 at or above the threshold and 0 below. The momentum buffer is not reset by the projection: what it has
 * gathered is what lets an entry flip at all. Owns its tensors.
 */
export class OuterDescent {
  readonly #parameters: DescentParameters;
  readonly #optimizer;
  #state: TrainingState;

  constructor(parameters: DescentParameters, profiles: Tensor2D, buffer?: Tensor2D) {
    this.#parameters = parameters;
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

  step(gradient: Tensor2D): void {
    const before = this.#state;
    const { threshold, strictThreshold, normalizeGradient } = this.#parameters;
    this.#state = tidy(() => {
      const direction = normalizeGradient ? unitRows(gradient) : gradient;
      const { parameters, optimizer } = this.#optimizer.update(before, { fake: direction });
      const relaxed = parameters.fake as Tensor2D;
      const clicked = strictThreshold ? tf.greater(relaxed, threshold) : tf.greaterEqual(relaxed, threshold);
      return { parameters: { fake: tf.cast(clicked, 'float32') }, optimizer };
    });
    disposeState(before);
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
