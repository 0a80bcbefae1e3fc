import { describe, expect, test } from 'vitest';
import { useBackend } from '../../../testing/backends.ts';
import { cloze, defended, numbers, recurrent } from '../../../testing/gro-run.ts';
import { expectNoLeak } from '../../../testing/leak-check.ts';
import { plantedSequences, hitRate, trainedOn } from '../../../testing/sequence-run.ts';
import type { Model, PlainTraining } from '../../contracts.ts';
import { mapNamed } from '../../math/named-tensors.ts';
import { popularity } from '../../models/popularity/popularity.ts';
import { tf } from '../../tensors.ts';
import type { GroParameters } from './spec.ts';

describe('gro', () => {
  useBackend('wasm');

  test.each([
    ['narm', recurrent],
    ['bert4rec', cloze],
  ] as const)('with weight 0 is plain training bit for bit (%s)', async (_, make) => {
    const { train } = await plantedSequences(60);
    const plain = await trainedOn(make(), train);
    const run = await defended(make(), train, { swapWeight: 0 });
    expect(await numbers(run.parameters)).toEqual(await numbers(plain.parameters));
    const other = await defended(make(), train, { swapWeight: 1 });
    expect(await numbers(other.parameters)).not.toEqual(await numbers(plain.parameters));
    for (const each of [plain, run, other]) each.dispose();
  });

  test('with weight 0 ends where a victim that stops early ends, unless it is told to keep the last', async () => {
    const { train } = await plantedSequences(40);
    const early = () => recurrent({ epochs: 30, patience: 1 });
    const plain = await trainedOn(early(), train);
    expect(plain.epochs).toBeLessThan(30);
    const run = await defended(early(), train, { swapWeight: 0 });
    expect(await numbers(run.parameters)).toEqual(await numbers(plain.parameters));
    const last = await defended(early(), train, { swapWeight: 0, keeps: 'last' });
    expect(last.values.length).toBeGreaterThan(run.values.length);
    expect(await numbers(last.parameters)).not.toEqual(await numbers(plain.parameters));
    for (const each of [plain, run, last]) each.dispose();
  });

  test('teaches a student and keeps most of the victim’s hits', async () => {
    const { train, test: heldOut } = await plantedSequences();
    const plain = await trainedOn(recurrent({ epochs: 15 }), train);
    const run = await defended(recurrent({ epochs: 15 }), train, { swapWeight: 0.1 });
    expect(await hitRate(run, heldOut)).toBeGreaterThan(0.85 * (await hitRate(plain, heldOut)));
    const lessons = run.values.map((each) => each['loss.student'] as number);
    expect(lessons.at(-1)).toBeLessThan(0.9 * (lessons[0] as number));
    expect(run.values.every((each) => Number.isFinite(each['loss.swap']))).toBe(true);
    plain.dispose();
    run.dispose();
  });

  test('takes a student that reads sequences in another way, and a plainly trained victim to start from', async () => {
    const { train } = await plantedSequences(60);
    const build = () => Promise.resolve(recurrent());
    const run = await defended(cloze(), train, { studentIs: 'other', warmStart: true, epochs: 1 }, { build });
    expect(run.values.filter((each) => 'loss.student' in each)).toHaveLength(2);
    expect(run.values).toHaveLength(6);
    run.dispose();
  });

  test('goes on from the plainly trained victim that it is given, as from one that it trains itself', async () => {
    const { train } = await plantedSequences(60);
    const plain = await trainedOn(recurrent(), train);
    const asked: string[] = [];
    const known: PlainTraining = async function* (stage) {
      asked.push(stage);
      yield* [];
      return mapNamed(plain.parameters, (tensor) => tf.clone(tensor));
    };
    const own = await defended(recurrent(), train, { warmStart: true, epochs: 1 });
    const given = await defended(recurrent(), train, { warmStart: true, epochs: 1 }, { plain: known });
    expect(asked).toEqual(['test, plainly first']);
    expect(given.values).toEqual(own.values.slice(-given.values.length));
    expect(own.values.length).toBe(3 * given.values.length);
    expect(await numbers(given.parameters)).toEqual(await numbers(own.parameters));
    for (const each of [plain, own, given]) each.dispose();
    const cold = await defended(recurrent(), train, { epochs: 1 }, { plain: known });
    expect(asked).toHaveLength(1);
    cold.dispose();
  });

  test('ends the run when its student leaves the finite numbers, by its place in the spec', async () => {
    const { train } = await plantedSequences(60);
    const build = () => Promise.resolve(recurrent({ learningRate: 1e30, gradientNorm: 0 }));
    const given = { build, place: 'defenses[1]' };
    await expect(defended(recurrent(), train, { studentIs: 'other' }, given)).rejects.toThrow(
      /^defenses\[1\]: the loss of the student of GRO of epoch 1 is not finite\. Lower the learning rate of the student/,
    );
  });

  test('leaves no tensor behind, finished or cancelled', async () => {
    const { train } = await plantedSequences(60);
    await expectNoLeak(async () => {
      (await defended(recurrent(), train, { warmStart: true, epochs: 1 })).dispose();
      (await defended(recurrent(), train, {}, { steps: 1 })).dispose();
      (await defended(recurrent({ patience: 1, epochs: 3 }), train, {})).dispose();
    });
  });

  test('refuses what does not fit by its place in the spec: victim and student', async () => {
    const { train } = await plantedSequences(40);
    const refused = (victim: Model, changes: Partial<GroParameters>) => {
      const build = () => Promise.resolve<Model>(popularity.create({}));
      return expect(defended(victim, train, changes, { place: 'defenses[2]', build })).rejects;
    };
    await refused(popularity.create({}), {}).toMatchObject({
      path: 'defenses[2]',
      message: expect.stringContaining('the victim is none') as string,
    });
    await refused(recurrent(), { studentIs: 'other' }).toMatchObject({ path: 'defenses[2].params.student' });
  });
});
