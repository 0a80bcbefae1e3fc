import { describe, expect, test } from 'vitest';
import { forEachBackend } from '../../../testing/backends.ts';
import { checkerboard } from '../../../testing/conformance/planted-data.ts';
import { expectClose, expectFinite } from '../../../testing/matchers.ts';
import { defaultsOf } from '../../../testing/sequence-run.ts';
import type { Trainable } from '../../contracts.ts';
import { interactionsFromEntries } from '../../data/interactions.ts';
import { trainingData } from '../../data/training-data.ts';
import { hessianVectorProduct } from '../../math/autodiff.ts';
import { createRng } from '../../math/rng.ts';
import { tf, type NamedTensors, type Scalar, type Tensor2D } from '../../tensors.ts';
import { cml } from './cml.ts';
import { spec, type CmlParameters } from './spec.ts';

const defaults = defaultsOf<CmlParameters>(spec.parameters);
const size = 3;
const { train } = checkerboard(6, 8);
const { userCount, itemCount } = train;
const fakeCount = 2;

/** The default form of the loss (margin 1, nearest of 10, unit ball, rank weights), with vectors long enough for all its kinks. */
const model = cml.create({ ...defaults, embeddingSize: size, batchSize: 24 }) as Trainable;
const vectors = (seed: string, count: number) =>
  Float32Array.from({ length: count * size }, (_, at) => 0.75 * createRng(seed).stream(at).normal());
const point = { users: vectors('users', userCount + fakeCount), items: vectors('items', itemCount) };
const profiles = Float32Array.from({ length: fakeCount * itemCount }, (_, at) =>
  at % 3 === 0 ? 0 : 0.5 + 0.3 * Math.sin(at),
);

interface Batch {
  readonly users: Int32Array;
  readonly items: Int32Array;
  readonly negatives: Int32Array;
  readonly fakes?: { readonly users: Int32Array; readonly negatives: Int32Array };
}
type Point = { readonly users: Float64Array; readonly items: Float64Array; readonly fake: Float64Array };

/** The loss in double precision with plain loops, straight from Hsieh et al. 2017; rank weights are those at `fixed`. */
function referenceLoss({ users, items, fake }: Point, batch: Batch, fixed: Point): number {
  const row = (all: Float64Array, at: number) => {
    const raw = [...all.subarray(at * size, (at + 1) * size)];
    const length = Math.hypot(...raw);
    return length > 1 ? raw.map((x) => x / length) : raw;
  };
  const distance = (from: Point, user: number, item: number) =>
    row(from.users, user).reduce((sum, x, d) => sum + (x - (row(from.items, item)[d] as number)) ** 2, 0);
  const pair = (user: number, item: number, negatives: readonly number[]) => {
    const at = (from: Point) => defaults.margin + distance(from, user, item);
    const rank = negatives.filter((other) => at(fixed) > distance(fixed, user, other)).length;
    const weight = Math.log(1 + Math.floor((itemCount * rank) / defaults.negativeCount));
    const nearest = Math.min(...negatives.map((other) => distance({ users, items, fake }, user, other)));
    return weight * Math.max(0, at({ users, items, fake }) - nearest);
  };
  const drawn = (all: Int32Array, at: number) => [
    ...all.subarray(at * defaults.negativeCount, (at + 1) * defaults.negativeCount),
  ];
  let sum = 0;
  batch.users.forEach((user, at) => {
    sum += pair(user, batch.items[at] as number, drawn(batch.negatives, at));
  });
  batch.fakes?.users.forEach((user, at) => {
    const row = (user - userCount) * itemCount;
    const clicks = fake.subarray(row, row + itemCount);
    const isClicked = (item: number) => (fixed.fake[row + item] as number) > 0;
    const others = drawn(batch.fakes?.negatives as Int32Array, at).filter((item) => !isClicked(item));
    clicks.forEach((click, item) => (sum += click * pair(user, item, others)));
  });
  return sum / batch.users.length;
}

const along = (length: number, phase: number) =>
  Float64Array.from({ length }, (_, at) => Math.sin(1.7 * at + phase));
const direction = { users: along(point.users.length, 0.3), items: along(point.items.length, 1.1) };

function tensors(values: { users: ArrayLike<number>; items: ArrayLike<number> }): NamedTensors {
  const matrix = (all: ArrayLike<number>) => tf.tensor2d(Float32Array.from(all), [all.length / size, size]);
  return { users: matrix(values.users), items: matrix(values.items) };
}

const lossOf = (batch: (fake: Tensor2D) => unknown) => (parameters: NamedTensors, changed: NamedTensors) =>
  model.loss(parameters, batch(changed.fake as Tensor2D)) as Scalar;

forEachBackend(() => {
  describe('CML in its default form', () => {
    test('away from kinks has the mixed differences of a double-precision loss as its second derivatives', async () => {
      const fake = tf.tensor2d(profiles, [fakeCount, itemCount]);
      const batchWith = (changed: Tensor2D) =>
        model.batch(trainingData(train, { fake: changed }), 0, 0, createRng(4));
      const batch = batchWith(fake) as Batch;
      expect(batch.fakes?.users.length).toBeGreaterThan(0);
      const at: Point = {
        users: Float64Array.from(point.users),
        items: Float64Array.from(point.items),
        fake: Float64Array.from(profiles),
      };
      const own = lossOf(batchWith)(tensors(point), { fake });
      expectClose(await own.data(), [referenceLoss(at, batch, at)], { absolute: 1e-5, relative: 1e-5 });
      const product = hessianVectorProduct(lossOf(batchWith), tensors(point), { fake }, tensors(direction));
      for (const name of ['users', 'items', 'fake'] as const) {
        const second = along(at[name].length, 2.2);
        const step = 1e-4;
        const value = (first: number, then: number) => {
          const moved: Point = {
            users: at.users.map((x, place) => x + first * (direction.users[place] as number)),
            items: at.items.map((x, place) => x + first * (direction.items[place] as number)),
            fake: at.fake,
          };
          const twice = moved[name].map((x, place) => x + then * (second[place] as number));
          return referenceLoss({ ...moved, [name]: twice }, batch, at);
        };
        const expected =
          (value(step, step) - value(step, -step) - value(-step, step) + value(-step, -step)) /
          (4 * step * step);
        const computed = name === 'fake' ? product.variables.fake : product.parameters[name];
        const values = await (computed as Tensor2D).data<'float32'>();
        const actual = values.reduce((sum, x, place) => sum + x * (second[place] as number), 0);
        expect(Math.abs(expected), name).toBeGreaterThan(1e-3);
        expect(Math.abs(actual / expected - 1), `${name}: ${actual}, ${expected}`).toBeLessThan(1e-3);
      }
    });

    test('on a kink follows the side on which the hinge rests, with nothing for the jump of its slope', async () => {
      // One user at 0, clicked item at (1/2, 0, 0): 3/4 + 1/4 - ‖q‖² is 0 for the other item at (1, 0, 0), on the unit ball's rim too.
      const pair = interactionsFromEntries(1, 2, [{ user: 0, item: 0 }]);
      const edge = cml.create({
        ...defaults,
        embeddingSize: size,
        margin: 0.75,
        rankWeight: false,
      }) as Trainable;
      const productAt = async (other: number) => {
        const parameters = {
          users: tf.zeros([1, size]),
          items: tf.tensor2d([0.5, 0, 0, other, 0, 0], [2, size]),
        };
        const batch = () => edge.batch(trainingData(pair), 0, 0, createRng(1));
        const loss = (current: NamedTensors) => edge.loss(current, batch());
        const product = hessianVectorProduct(
          loss,
          parameters,
          {},
          {
            users: tf.ones([1, size]),
            items: tf.tensor2d([1, 0, 0, 0, 1, 0], [2, size]), // not a shift of everything, which changes nothing
          },
        );
        const { users, items } = product.parameters;
        return [...(await (users as Tensor2D).data()), ...(await (items as Tensor2D).data())];
      };
      const [resting, kink, active] = [await productAt(1.25), await productAt(1), await productAt(0.875)];
      expectFinite(active);
      expect(kink).toEqual(resting);
      expect(kink.every((value) => value === 0)).toBe(true);
      expect(active.some((value) => value !== 0)).toBe(true);
    });
  });
});
