import { describe, expect, test } from 'vitest';
import { useBackend } from '../../../testing/backends.ts';
import { expectNoLeak } from '../../../testing/leak-check.ts';
import { runContext } from '../../../testing/run-context.ts';
import { defaultsOf, plantedSequences } from '../../../testing/sequence-run.ts';
import type { FollowedHistory, MatrixView, RunContext, SequenceModel, View } from '../../contracts.ts';
import type { Interactions } from '../../data/interactions.ts';
import { historyOf } from '../../data/sequences.ts';
import { trainingData } from '../../data/training-data.ts';
import { topK } from '../../math/top-k.ts';
import { bert4rec } from '../../models/bert4rec/bert4rec.ts';
import { spec as bertSpec, type Bert4recParameters } from '../../models/bert4rec/spec.ts';
import { tf, tidy, type NamedTensors } from '../../tensors.ts';
import { gro } from './gro.ts';
import { spec, type GroParameters } from './spec.ts';

const k = 8;
const defaults: GroParameters = { ...defaultsOf<GroParameters>(spec.parameters), listLength: k };
/** Dropout is on, so that a view that took part in it would show. */
const cloze = () =>
  bert4rec.create({
    ...defaultsOf<Bert4recParameters>(bertSpec.parameters),
    embeddingSize: 16,
    maxLength: 9,
    patience: 0,
    batchSize: 20,
    feedForwardSize: 16,
    blocks: 1,
    epochs: 2,
    dropout: 0.2,
  }) as SequenceModel;

interface Watched {
  readonly views?: View[];
  readonly followed?: FollowedHistory;
}

/** Every number that training gives: the losses of all steps and the last parameters. */
async function trainedNumbers(train: Interactions, watched: Watched, changes: Partial<GroParameters> = {}) {
  const data = trainingData(train);
  const training = gro
    .create({ ...defaults, ...changes })
    .train?.(cloze(), data, runContext(1, watched), 'test');
  if (!training) throw new Error('GRO wraps training');
  const losses: unknown[] = [];
  let next = await training.next();
  for (; !next.done; next = await training.next()) losses.push(next.value.values);
  const parameters: NamedTensors = next.value;
  const last = await Promise.all(
    Object.values(parameters).map(async (each) => Array.from(await each.data())),
  );
  tf.dispose(Object.values(parameters));
  data.dispose();
  return { losses, last };
}

const queryOf = (train: Interactions, user: number): FollowedHistory => ({
  user,
  items: historyOf(train, user) as Int32Array,
});

/** What a model that has not been trained yet says after a history. // [I] */
async function untrained(train: Interactions, seed: RunContext['rng'], { items }: FollowedHistory) {
  const model = cloze();
  const data = trainingData(train);
  const scores = tidy(() =>
    model.sequence.scoresAt(model.init(seed, data), model.sequence.query([items], train.itemCount)),
  );
  const values = await scores.data<'float32'>();
  scores.dispose();
  data.dispose();
  return values;
}

describe('the matrices of a followed query', () => {
  useBackend('wasm');

  test.each([
    ['sum', 1, 1],
    ['mean', 1 / (k - 1), 1 / k],
  ] as const)(
    'are those of the victim and the student before the step, for that history and no other (%s)',
    async (reduction, perPair, perNegative) => {
      const { train } = await plantedSequences(40);
      const views: View[] = [];
      const query = queryOf(train, 5);
      await trainedNumbers(train, { views, followed: query }, { ties: 'reference', reduction });
      const [swap, gradient, target] = views as [MatrixView, MatrixView, MatrixView];
      for (const view of views as MatrixView[]) expect(view.query).toBe(query);

      const { rng } = runContext(1);
      const list = topK(await untrained(train, rng.stream('init'), query), k).ids;
      const student = await untrained(train, rng.stream('student'), query);
      const row = (view: MatrixView, at: number) =>
        view.values.subarray(at * view.columns, (at + 1) * view.columns);
      const columns = swap.columnLabels.map(Number);
      expect(swap.rows).toBe(k);
      for (let at = 0; at < k; at++) {
        expect([...row(swap, at)]).toEqual(columns.map((item) => Number(item === list[at])));
        const slopes = row(gradient, at);
        const slope = (slopes[0] as number) / (student[columns[0] as number] as number);
        columns.forEach((item, column) =>
          expect(slopes[column]).toBeCloseTo(slope * (student[item] as number), 6),
        );
        // Of one list: [pair before] - [pair after] - [negative], each with its weight.
        const possible = [-1, 0, 1].flatMap((pair) =>
          [0, 1].map((beaten) => pair * perPair - beaten * perNegative),
        );
        expect(possible.some((value) => Math.abs(value - slope) < 1e-5)).toBe(true);
        expect(row(target, at).reduce((sum, value) => sum + value, 0)).toBe(1);
        expect(slopes[row(target, at).indexOf(1)]).toBe(Math.max(...slopes));
      }
      expect(new Set(Array.from({ length: k }, (_, at) => row(gradient, at)[0])).size).toBeGreaterThan(1);
    },
  );

  test('change from step to step while the history stays, and another user has others', async () => {
    const { train } = await plantedSequences(40);
    const shown = async (user: number) => {
      const views: View[] = [];
      await trainedNumbers(train, { views, followed: queryOf(train, user) });
      return views as readonly MatrixView[];
    };
    const [first, other] = [await shown(5), await shown(6)];
    expect(first).toHaveLength(3 * 4); // three matrices at each of 2 epochs of 2 batches
    const gradients = first.filter(({ scale }) => scale === 'diverging').map(({ values }) => values.join());
    expect(new Set(gradients).size).toBe(4);
    expect(other[1]?.values).not.toEqual(first[1]?.values);
  });

  test('are made without a trace: training gives the same numbers bit for bit, watched or not, whoever is followed', async () => {
    const { train } = await plantedSequences(40);
    const alone = await trainedNumbers(train, {});
    const views: View[] = [];
    expect(await trainedNumbers(train, { views, followed: queryOf(train, 5) })).toEqual(alone);
    expect(await trainedNumbers(train, { views: [], followed: queryOf(train, 6) })).toEqual(alone);
    expect(views.length).toBeGreaterThan(0);
    await expectNoLeak(() => trainedNumbers(train, { views: [], followed: queryOf(train, 5) }));
  });

  test('are not made when nobody watches, nor of nobody', async () => {
    const { train } = await plantedSequences(40);
    const views: View[] = [];
    await trainedNumbers(train, { views });
    expect(views).toEqual([]);
    let asked = 0;
    const context = { ...runContext(1), followed: () => void (asked += 1) };
    const data = trainingData(train);
    const training = gro.create(defaults).train?.(cloze(), data, context, 'test');
    await training?.next();
    await training?.return(undefined as never);
    data.dispose();
    expect(asked).toBe(0);
  });
});
