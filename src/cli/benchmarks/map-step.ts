import { createRng } from '../../core/math/rng.ts';
import { pca } from '../../core/math/pca.ts';
import { disposeTsne, disposeTsneStep, tsneInit, tsneStep } from '../../core/math/tsne.ts';
import { tf } from '../../core/tensors.ts';
import { measured } from './measure.ts';

const points = 550;
const depth = 16;

/** What the live map costs: PCA of 550 vectors, and one t-SNE step of as many. */
export async function mapStep() {
  const rng = createRng(1);
  const vectors = tf.tensor2d(rng.normals(points * depth), [points, depth]);
  const projected = await measured(10, () => pca(vectors, 2));
  let state = tsneInit(vectors, 30, rng);
  const settled = await measured(20, async () => {
    const next = tsneStep(state);
    disposeTsneStep(state);
    state = next;
    await state.embedding.data();
  });
  disposeTsne(state);
  vectors.dispose();
  return { pca: projected, tsneStep: settled };
}
