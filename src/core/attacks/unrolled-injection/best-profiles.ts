import type { CheckpointState } from '../../contracts.ts';
import type { Tensor2D } from '../../tensors.ts';

/** The profiles on which the surrogate had the lowest adversarial loss so far: what the attacker can judge without test data. */
export class BestProfiles {
  #loss: number;
  #profiles: Float32Array | undefined;

  constructor(restored?: CheckpointState) {
    this.#loss = Number(restored?.bestLoss ?? Number.POSITIVE_INFINITY);
    this.#profiles = restored?.bestProfiles as Float32Array | undefined;
  }

  /** Row-major; absent before the first offer. // [F, I] */
  get profiles(): Float32Array | undefined {
    return this.#profiles;
  }

  async offer(loss: number, profiles: Tensor2D): Promise<void> {
    if (loss >= this.#loss) return;
    this.#loss = loss;
    this.#profiles = Float32Array.from(await profiles.data<'float32'>());
  }

  /** What a checkpoint needs to go on from here. */
  kept(): CheckpointState {
    return this.#profiles ? { bestLoss: this.#loss, bestProfiles: this.#profiles } : {};
  }
}
