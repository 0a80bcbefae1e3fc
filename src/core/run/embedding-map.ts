import type { PointsView, Role, TrainedModel } from '../contracts.ts';
import { userIndex, type UserIndex } from '../data/interactions.ts';
import { pca } from '../math/pca.ts';
import type { Rng } from '../math/rng.ts';
import {
  disposeTsne,
  disposeTsneStep,
  tsneInit,
  tsneRetarget,
  tsneStep,
  type TsneState,
} from '../math/tsne.ts';
import { tf, type Tensor2D } from '../tensors.ts';
import type { PreparedData } from './prepare-data.ts';

const shownGenuine = 400;
const shownFakes = 150;
const perplexity = 30;
const stepsAtOnce = 12;

/**
 * A map of user vectors that follows a model in training: a fixed random sample of genuine users, the fake users, and, where they live in the
 * same space (in a factor model), the target items. PCA is recomputed each time and kept from flipping over; t-SNE goes on from
 * where the points were. Owns the tensors of the t-SNE state: dispose it.
 */
export class EmbeddingMap {
  readonly #prepared: PreparedData;
  readonly #genuine: Int32Array;
  readonly #rng: Rng;
  #previous: Float32Array | undefined;
  #tsne: TsneState | undefined;

  constructor(prepared: PreparedData, rng: Rng) {
    const { userCount } = prepared.train;
    this.#prepared = prepared;
    this.#rng = rng;
    this.#genuine = rng.stream('shown').sample(userCount, Math.min(userCount, shownGenuine)).sort();
  }

  /** The view of a model as it stands, or undefined when it has no user vectors. */
  async view(
    name: string,
    step: number,
    trained: TrainedModel,
    method: PointsView['method'],
  ): Promise<PointsView | undefined> {
    const { train } = this.#prepared;
    const { interactions, variables } = trained.data;
    const userCount = interactions.userCount + (variables.fake?.shape[0] ?? 0);
    const fakes = Math.min(shownFakes, userCount - train.userCount);
    const rows = [...this.#genuine, ...Array.from({ length: fakes }, (_, at) => train.userCount + at)];
    const people = userVectors(trained, rows.map(userIndex));
    if (!people) return undefined;
    const beside = itemVectors(trained, this.#prepared.targets);
    const targets = beside ? this.#prepared.targets : [];
    const points = beside ? tf.tidy(() => tf.concat([people, beside])) : people;
    if (beside) tf.dispose([people, beside]);
    try {
      const xy = method === 'pca' ? await this.#projected(points) : await this.#settled(points);
      const titles = this.#prepared.dataset.titles ?? this.#prepared.dataset.itemIds;
      return {
        view: 'points',
        name,
        method,
        step,
        xy,
        roles: [
          ...roles('genuine', this.#genuine.length),
          ...roles('fake', fakes),
          ...roles('target', targets.length),
        ],
        labels: [
          ...Array.from(this.#genuine, (user) => `user ${this.#prepared.dataset.userIds[user]}`),
          ...Array.from({ length: fakes }, (_, at) => `fake user ${at + 1}`),
          ...targets.map((item) => titles[item] as string),
        ],
      };
    } finally {
      points.dispose();
    }
  }

  dispose(): void {
    if (this.#tsne) disposeTsne(this.#tsne);
    this.#tsne = undefined;
  }

  async #projected(points: Tensor2D): Promise<Float32Array> {
    const { projection } = await pca(points, 2);
    const before = this.#previous;
    for (const axis of [0, 1]) {
      if (!before || before.length !== projection.length) break;
      let agreement = 0;
      for (let at = axis; at < projection.length; at += 2)
        agreement += (before[at] as number) * (projection[at] as number);
      if (agreement < 0)
        for (let at = axis; at < projection.length; at += 2) projection[at] = -(projection[at] as number);
    }
    this.#previous = projection;
    return projection.slice();
  }

  async #settled(points: Tensor2D): Promise<Float32Array> {
    const near = Math.min(perplexity, Math.max(2, (points.shape[0] - 1) / 3));
    const old = this.#tsne;
    const fits = old?.embedding.shape[0] === points.shape[0];
    let state =
      old && fits ? tsneRetarget(old, points, near) : tsneInit(points, near, this.#rng, { earlySteps: 60 });
    if (old) disposeTsne(old);
    for (let step = 0; step < stepsAtOnce; step++) {
      const next = tsneStep(state);
      disposeTsneStep(state);
      state = next;
    }
    this.#tsne = state;
    return Float32Array.from(await state.embedding.data());
  }
}

/** Rows of the user table, or where a model without one sees these users. // [n, D] */
function userVectors(
  { model, data, parameters }: TrainedModel,
  users: readonly UserIndex[],
): Tensor2D | undefined {
  if (model.userVectors) return tf.tidy(() => model.userVectors?.(parameters, data, users) as Tensor2D);
  const table = model.embeddings && (parameters[model.embeddings.users] as Tensor2D | undefined);
  return table && tf.tidy(() => tf.gather(table, tf.tensor1d([...users], 'int32')));
}

/** Vectors of items in the same space as the users', where there are such. // [n, D] */
function itemVectors({ model, parameters }: TrainedModel, items: readonly number[]): Tensor2D | undefined {
  const table = model.embeddings && (parameters[model.embeddings.items] as Tensor2D | undefined);
  return table && items.length > 0
    ? tf.tidy(() => tf.gather(table, tf.tensor1d([...items], 'int32')))
    : undefined;
}

function roles(role: Role, count: number): Role[] {
  return new Array<Role>(count).fill(role);
}
