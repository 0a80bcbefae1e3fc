import { describe, expect, test } from 'vitest';
import { userIndex } from '../../core/data/interactions.ts';
import { trainingData } from '../../core/data/training-data.ts';
import { denseRows } from '../../core/data/interactions.ts';
import { cancelled } from '../../core/errors.ts';
import { createRng } from '../../core/math/rng.ts';
import { tf, tidy, type Scalar } from '../../core/tensors.ts';
import { trainModel } from '../../core/training/train-model.ts';
import { useBackend } from '../backends.ts';
import { expectNoLeak } from '../leak-check.ts';
import { expectFinite } from '../matchers.ts';
import { otherValues } from './other-values.ts';
import { checkerboard, march, meanPlace, withNewUsers } from './planted-data.ts';
import { testRoundTrip } from './round-trip.ts';
import { smallParameters } from './small-parameters.ts';
import { createModel, everyModel, steady, trainedScores } from './trained.ts';

/** Mean place of a held-out item, 0 first and 0.5 chance: what a model must reach, and who cannot with the reason. */
const farAboveChance = 0.15;
const cannotFind: Readonly<Record<string, string>> = {
  popularity: 'everybody gets the same list, and every item has as many clicks',
};
/** Models whose outcome does not depend on the seed, with the reason. */
const withoutRandomness: Readonly<Record<string, string>> = {
  popularity: 'it counts',
  'item-cf': 'it counts',
  'user-cf': 'it counts',
};
/** Parameters that may leave the outcome on small data as it is, by `model.parameter`, with the reason. */
const inert: Readonly<Record<string, string>> = {};
/** Other parameters that have to be set for a parameter to matter, by `model.parameter`. */
const together: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  'neumf.regularized': { regularization: 0.01 },
  'cml.regularized': { regularization: 0.01 },
};

describe.each(everyModel)('model $id', (spec) => {
  useBackend('wasm');
  const planted = spec.capabilities.sequences ? march() : checkerboard();
  const { userCount, itemCount } = planted.train;
  const parameters = smallParameters(spec);
  const scoresWith = async (changes: Readonly<Record<string, unknown>>, seed = 1) => {
    const data = trainingData(planted.train);
    try {
      return await trainedScores(
        await createModel(spec.id, { ...parameters, ...changes }),
        data,
        userCount,
        seed,
      );
    } finally {
      data.dispose();
    }
  };

  test('ranks the held-out items of a planted pattern far above chance, unless it says why not', async () => {
    const place = meanPlace(await scoresWith({}), planted);
    if (cannotFind[spec.id]) expect(place, cannotFind[spec.id]).toBeGreaterThan(0.4);
    else expect(place).toBeLessThan(farAboveChance);
  });

  test('gives the same numbers for the same seed, and others for another seed where it is random', async () => {
    const first = await scoresWith({});
    expect(await scoresWith({})).toEqual(first);
    const other = await scoresWith({}, 2);
    if (withoutRandomness[spec.id]) expect(other, withoutRandomness[spec.id]).toEqual(first);
    else expect(other).not.toEqual(first);
  });

  test('scores known users and users added below them, for every item, in finite numbers', async () => {
    const { stacked, added } = withNewUsers(planted.train);
    const model = await createModel(spec.id, parameters);
    const data = trainingData(stacked);
    const scores = await trainedScores(model, data, stacked.userCount);
    data.dispose();
    expect(scores.length).toBe((userCount + 2) * itemCount);
    expectFinite(scores);
    if (spec.capabilities.gradients !== 'exact') return;
    const fake = tf.tensor2d(denseRows(added), [2, itemCount]);
    const differentiable = trainingData(planted.train, { fake });
    const again = await trainedScores(model, differentiable, stacked.userCount);
    differentiable.dispose();
    fake.dispose();
    expect(again.length).toBe(scores.length);
    expectFinite(again);
  });

  test('scores any users in any order, one row each', async () => {
    const model = await createModel(spec.id, parameters);
    const data = trainingData(planted.train);
    const running = trainModel(model, data, createRng(1), steady, 'test');
    let next = await running.next();
    while (!next.done) next = await running.next();
    const trained = next.value;
    const scores = tidy(() => model.scores(trained, data, [7, 0, 7].map(userIndex)));
    const all = tidy(() =>
      model.scores(
        trained,
        data,
        Array.from({ length: 8 }, (_, user) => userIndex(user)),
      ),
    );
    expect(scores.shape).toEqual([3, itemCount]);
    const rows = (await all.array()) as number[][];
    const chosen = (await scores.array()) as number[][];
    for (const [row, user] of [7, 0, 7].entries()) {
      chosen[row]?.forEach((value, item) => expect(value).toBeCloseTo(rows[user]?.[item] ?? Number.NaN, 4));
    }
    tf.dispose([scores, all, ...Object.values(trained)]);
    data.dispose();
  });

  test('leaves no tensor after a full run, a run left early and a run that fails', async () => {
    const model = await createModel(spec.id, parameters);
    const data = trainingData(planted.train);
    await expectNoLeak(() => trainedScores(model, data, 3));
    await expectNoLeak(async () => {
      const left = trainModel(model, data, createRng(1), steady, 'test');
      await left.next();
      await left.return(undefined as never);
    });
    let breaths = 0;
    const failing = {
      ...steady,
      yieldNow: async () => {
        if (++breaths > 2) throw cancelled();
      },
    };
    await expectNoLeak(async () => {
      const running = trainModel(model, data, createRng(1), failing, 'test');
      const all = (async () => {
        let next = await running.next();
        while (!next.done) next = await running.next();
        tf.dispose(Object.values(next.value));
      })();
      await all.catch((error: unknown) => expect(error).toMatchObject({ code: 'cancelled' }));
    });
    if (model.kind === 'trainable') {
      const broken = { ...model, loss: () => tf.scalar(Number.NaN) as Scalar };
      await expectNoLeak(() =>
        expect(trainModel(broken, data, createRng(1), steady, 'victim').next()).rejects.toThrow(
          'victim: the training loss of epoch 1 is not finite. Lower the learning rate of the model.',
        ),
      );
    }
    data.dispose();
  });

  testRoundTrip(spec, parameters);

  const plain = new Map<string, Promise<Float32Array>>();
  for (const [name, field] of Object.entries(spec.parameters)) {
    const key = `${spec.id}.${name}`;
    test(`${name} ${inert[key] ? `may leave the outcome: ${inert[key]}` : 'changes the outcome'}`, async () => {
      // That a number matters shows in a few epochs of a slow model.
      const base = { ...(spec.capabilities.sequences && { epochs: 4 }), ...together[key] };
      const given = JSON.stringify(base);
      const before = await (plain.get(given) ?? scoresWith(base));
      plain.set(given, Promise.resolve(before));
      const current = { ...parameters, ...base }[name];
      for (const value of otherValues(field, current)) {
        const after = await scoresWith({ ...base, [name]: value });
        if (!inert[key]) expect(after, `${name} = ${JSON.stringify(value)}`).not.toEqual(before);
      }
    });
  }
});
