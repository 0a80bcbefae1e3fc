import type { SwapPlan } from './swap-plan.ts';

/** The explicit matrices of one list, to be looked at: A, dL_student/dA and A', each row-major [k, I]. */
export interface SwapMatrices {
  readonly swap: Float32Array;
  readonly gradient: Float32Array;
  readonly target: Float32Array;
}

/** Writes out the matrices of row `row` of a plan (Zhang et al. 2024, section 4.4). studentScores are that row's. // [I] */
export function swapMatrices(
  plan: SwapPlan,
  row: number,
  k: number,
  studentScores: Float32Array,
): SwapMatrices {
  const items = studentScores.length;
  const swap = new Float32Array(k * items);
  const gradient = new Float32Array(k * items);
  const target = new Float32Array(k * items);
  for (let place = 0; place < k; place++) {
    const at = row * k + place;
    swap[place * items + (plan.topItems[at] as number)] = 1;
    target[place * items + (plan.swapTargets[at] as number)] = 1;
    const slope = plan.listGradient[at] as number;
    for (let item = 0; item < items; item++)
      gradient[place * items + item] = slope * (studentScores[item] as number);
  }
  return { swap, gradient, target };
}
