import { engineRun } from './engine.ts';
import { expect, test } from './fixtures.ts';

const transformer = {
  id: 'bert4rec',
  params: {
    embeddingSize: 8,
    blocks: 1,
    feedForwardSize: 16,
    maxLength: 8,
    epochs: 6,
    batchSize: 16,
    learningRate: 0.01,
    patience: 0,
  },
};

/** A theft of a small recommender of made-up sequences, without defense and with GRO. */
const theftOf = (epochs: number, sequenceCount: number) => ({
  version: 1,
  seed: 3,
  dataset: {
    id: 'markov-sequences',
    params: { users: 60, items: 40, length: 8, order: 'one', branching: 3, noise: 0.1 },
  },
  split: { id: 'leave-one-out', params: { pick: 'latest', minimum: 2 } },
  victim: { ...transformer, params: { ...transformer.params, epochs } },
  attack: {
    id: 'model-extraction',
    params: {
      surrogate: { ...transformer, params: { ...transformer.params, epochs: 2 } },
      sequenceCount,
      sequenceLength: 5,
      listLength: 8,
    },
  },
  evaluation: { cutoffs: [5], protocol: { history: 'kept' }, control: false },
  axes: [
    {
      name: 'defense',
      points: [
        { label: 'none', set: { defenses: [] } },
        { label: 'GRO', set: { defenses: [{ id: 'gro', params: { listLength: 8, swapWeight: 0.3 } }] } },
      ],
    },
  ],
});

test.setTimeout(240_000);

/** The three maps of a step, by the title of their charts and the name that the engine gives them. */
const maps = [
  ['Served list, A', 'swap matrix A'],
  ['Gradient of the student’s loss by A', 'gradient of the student’s loss by A'],
  ['Misleading list, A′', 'swap matrix A′'],
] as const;

interface Matrix {
  readonly columns: readonly string[];
  readonly values: readonly number[];
}

test('the swap maps on screen are A, its gradient and A′ of one query at one step of the engine, move on with it, and are of whom the reader chooses', async ({
  lab,
  page,
}) => {
  const theft = theftOf(15, 10); // so long that it can be paused on the way
  const shown = await stepsOf(theft);
  expect(shown.steps.length).toBeGreaterThan(10);

  await lab.openSpec(theft);
  await lab.chooseBackend('CPU');
  await lab.start();
  const map = lab.chart(maps[0][0]);
  const query = lab.chart('One query through GRO');
  await expect(async () => {
    await map.scrollIntoViewIfNeeded(); // panels above it grow
    await expect(map.getByRole('button', { name: /^Export/ })).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 120_000, intervals: [0] });
  await lab.pause.click();
  await expect(lab.status).toHaveText('Paused');
  await page.waitForTimeout(600); // the last batch is drawn
  const first = await stepOnScreen(shown);

  await expect(async () => {
    await map.scrollIntoViewIfNeeded(); // what is out of sight is not drawn
    await page.waitForTimeout(3200); // maps are drawn anew every 3 s at most
    await lab.stepUntilPaused('One inner step');
    expect(await stepOnScreen(shown)).toBeGreaterThan(first);
  }).toPass({ timeout: 60_000 });

  await query.getByRole('combobox', { name: 'Whose history' }).click();
  const others = page.getByRole('option').filter({ hasNotText: new RegExp(`^User ${shown.user + 1}$`) });
  const other = (await others.nth(1).textContent()) ?? '';
  await others.nth(1).click();
  await expect(query).toContainText(`User ${shown.user + 1} until the next step of GRO.`);
  await map.scrollIntoViewIfNeeded();
  await lab.stepUntilPaused('One inner step'); // whoever is newly chosen does not wait
  const chosen = await stepsOf(theft, Number(other.replace('User ', '')) - 1);
  expect(chosen.history).not.toEqual(shown.history);
  expect(await stepOnScreen(chosen)).toBeGreaterThan(first);

  /** The only step of the engine whose three matrices are those on screen; the history and both lists stand there with titles. */
  async function stepOnScreen({ user, history, steps }: Shown): Promise<number> {
    const drawn: Matrix[] = [];
    for (const [title] of maps) drawn.push(matrixFrom(await lab.csv(title)));
    const same = steps.flatMap((told, step) =>
      told.every((matrix, at) => isSame(matrix, drawn[at])) ? [step] : [],
    );
    expect(same, 'steps of the engine that the screen shows').toHaveLength(1);
    await expect(query.getByText(`History of user ${user + 1}, oldest first`)).toBeVisible();
    expect(await query.getByRole('list', { name: 'Followed history' }).locator('li').allTextContents()).toEqual(history); // prettier-ignore
    const [, ...places] = await lab.csv('One query through GRO');
    const [served, , misleading] = steps[same[0] as number] as Step;
    expect(places.map(([, title]) => title)).toEqual(itemsOf(served));
    expect(places.map(([, , title]) => title)).toEqual(itemsOf(misleading));
    return same[0] as number;
  }
});

type Step = readonly [Matrix, Matrix, Matrix];

/** What the engine shows of one user's query at every step of GRO, with titles. */
interface Shown {
  readonly user: number;
  readonly history: readonly string[];
  readonly steps: readonly Step[];
}

/** The three matrices at every step of the engine, of this user or of the first who is shown. */
async function stepsOf(spec: object, followedUser?: number): Promise<Shown> {
  const { events } = await engineRun(spec, ['matrix'], followedUser);
  const titles =
    events.flatMap((event) => (event.kind === 'prepared' ? [event.summary.titles] : []))[0] ?? [];
  const views = events.flatMap((event) =>
    event.kind === 'view' && event.content.view === 'matrix' ? [event.content] : [],
  );
  const [a, b, c] = maps.map(([, name]) =>
    views
      .filter((view) => view.name === name)
      .map(({ columnLabels, values }) => ({
        columns: columnLabels.map((label) => titles[Number(label)] ?? label),
        values: [...values],
      })),
  ) as unknown as [Matrix[], Matrix[], Matrix[]];
  expect([b.length, c.length]).toEqual([a.length, a.length]);
  const { user, items } = views[0]?.query ?? { user: Number.NaN, items: [] };
  return {
    user,
    history: Array.from(items, (item) => titles[item] ?? String(item)),
    steps: a.map((matrix, step) => [matrix, b[step] as Matrix, c[step] as Matrix]),
  };
}

/** The item at each place of a matrix of zeros and ones. */
function itemsOf({ columns, values }: Matrix): readonly (string | undefined)[] {
  const rows = values.length / columns.length;
  return Array.from(
    { length: rows },
    (_, row) => columns[values.slice(row * columns.length, (row + 1) * columns.length).indexOf(1)],
  );
}

test('the plane sets each defense where the engine measured it, and the log is what was asked', async ({
  lab,
}) => {
  const whole = theftOf(6, 60);
  const theft = { ...whole, evaluation: { ...whole.evaluation, at: { of: 'queries', values: [100] } } };
  await lab.openSpec(theft);
  await lab.chooseBackend('CPU');
  await lab.start();
  await expect(lab.status).toHaveText('Done', { timeout: 120_000 });
  const { events, result } = await engineRun(theft);
  const [none, gro] = result.cells;
  const [, ...rows] = await lab.csv('Use against theft');
  for (const [label, measured] of [
    ['no defense', none?.phases.attacked],
    ['GRO', gro?.phases.defended],
  ] as const) {
    const row = rows.find(([name]) => name === label);
    expect(Number(row?.[1]), label).toBeCloseTo(measured?.['hr@5']?.mean ?? Number.NaN, 10);
    expect(Number(row?.[4]), label).toBeCloseTo(measured?.['agreement@5']?.mean ?? Number.NaN, 10);
  }
  await expect(
    lab.page.getByRole('img', { name: /^Use against theft: no defense at .*; GRO at / }),
  ).toBeVisible();

  // One repeat compares phases over users, and only those.
  const overUsers = result.comparisons.filter(
    ({ at, metric }) => at.defense === 'GRO' && !metric.startsWith('kl'),
  );
  expect(new Set(overUsers.map(({ a, b }) => `${a} ${b}`))).toEqual(
    new Set(['defended attacked', 'cleanDefended clean']),
  );
  const differences = lab.chart('Differences between phases');
  await differences.getByRole('combobox', { name: 'Metrics' }).click();
  await lab.page.getByRole('option', { name: 'All shares' }).click();
  const [, ...compared] = await lab.csv('Differences between phases');
  expect(compared.map((row) => row.at(-1))).toEqual(overUsers.map(() => 'users'));
  const agreed = overUsers.find(({ metric }) => metric === 'agreement@5');
  const drawn = compared.find(([metric]) => metric === 'agreement@5');
  expect(Number(drawn?.[2])).toBeCloseTo(agreed?.difference ?? Number.NaN, 10);
  expect(Number(drawn?.[3])).toBeCloseTo(agreed?.interval[0] ?? Number.NaN, 10);

  // The copy by the number of queries, a curve an answer to the thief.
  const [budget, ...copies] = await lab.csv('What the stolen model is worth');
  expect(budget?.slice(1)).toEqual(['Copy without a defense', 'Copy under GRO']);
  expect(copies.map(([queries]) => queries)).toEqual(['100', '300']);
  const curves = [none?.series['surrogate.hr@5'], gro?.series['defended.surrogate.hr@5']];
  copies.forEach(([, ...shares], at) =>
    expect(shares.map(Number)).toEqual(curves.map((curve) => curve?.values[0]?.[at])),
  );

  // A number stands with its interval over users, in the cell that is looked at.
  const stolen = gro?.phases.defended?.['surrogate.hr@5'];
  const cellOf = lab.phases.locator(
    'td[data-phase="Defended"][data-metric="Stolen model’s hit rate, top 5"]',
  );
  await expect(cellOf).toHaveText(
    [stolen?.mean, ...(stolen?.interval ?? [])].map((value) => value?.toFixed(3)).join(' to ').replace(' to ', ''), // prettier-ignore
  );

  // The three losses of the defended training, which is looked at.
  const [, ...steps] = await lab.csv('What GRO trains');
  const losses = ['train', 'swap', 'student'].map((loss) => gro?.series[`loss.${loss}.cleanDefended`]);
  expect(steps).toHaveLength(losses[0]?.x.length ?? Number.NaN);
  steps.forEach(([x, ...values], at) => {
    expect(Number(x)).toBe(at + 1);
    losses.forEach((loss, which) =>
      expect(Number(values[which])).toBeCloseTo(loss?.values[0]?.[at] ?? Number.NaN, 5),
    );
  });

  const saved = await lab.download(() =>
    lab.page.getByRole('button', { name: 'Save the log (JSON)' }).click(),
  );
  const log = JSON.parse(saved) as { queries: { history: number[]; list: number[] }[] };
  expect(log.queries).toHaveLength(300);
  const asked = events.flatMap((event) =>
    event.kind === 'view' && event.content.view === 'queries' && event.content.name === 'defended victim'
      ? [event.content.log]
      : [],
  )[0];
  expect(log.queries[7]?.history).toEqual([...(asked?.sequences.slice(5, 8) ?? [])]);
  expect(log.queries.flatMap(({ list }) => list)).toEqual([...(asked?.lists ?? [])]);
});

test('what the thief does with the copy is set in the form, runs, and goes with the theft', async ({
  lab,
  page,
}) => {
  const theft = { ...theftOf(6, 10), axes: [] };
  await lab.openSpec(theft);
  await lab.openStage('6. Evaluation');
  const use = page.getByRole('switch', { name: 'Use the copy for an attack' });
  await expect(use).not.toBeChecked();
  await use.press('Space');
  await page.getByRole('button', { name: 'Settings of this attack' }).click();
  await page.getByRole('combobox', { name: 'Target items' }).click();
  await page.getByRole('option', { name: 'Random items of one popularity class' }).click();
  await lab.field('Length of a fake sequence').fill('1');
  await expect(lab.problems).toContainText('evaluation.downstream.sequenceLength');
  await expect(lab.field('Length of a fake sequence')).toHaveAttribute('aria-invalid', 'true');
  await lab.field('Length of a fake sequence').fill('6');
  await lab.field('Fake sequences').fill('0.05');
  await expect(lab.run).toBeEnabled();

  await lab.chooseBackend('CPU');
  await lab.start();
  await expect(lab.status).toHaveText('Done', { timeout: 120_000 });
  const downstream = {
    targetItems: { by: 'stratum', stratum: 'lower-torso', count: 1 },
    sequenceLength: 6,
    fakeShare: 0.05,
  };
  const { result } = await engineRun({ ...theft, evaluation: { ...theft.evaluation, downstream } });
  const reach = result.cells[0]?.phases.downstream?.['target.hr@5']?.mean ?? Number.NaN;
  await expect
    .poll(() => lab.measured('Fake sequences by the copy', 'Target reach, top 5'))
    .toBeCloseTo(reach, 3);
  await expect(lab.phase('Random sequences')).toBeVisible();

  // Without a thief there is no copy to use, and the rest still runs.
  await lab.openStage('4. Attack');
  await page.getByRole('switch', { name: 'Attack the victim' }).press('Space');
  await expect(use).toHaveCount(0);
  await expect(lab.problems).toBeHidden();
  await expect(lab.run).toBeEnabled();
  await lab.undo.click();
  await expect(use).toBeChecked();
});

/** A matrix from its exported numbers: the header names the columns, the first column the row. */
function matrixFrom([head = [], ...rows]: readonly (readonly string[])[]): Matrix {
  return {
    columns: head.slice(1).map((label) => label.replace(/^\d+\. /, '')),
    values: rows.flatMap((row) => row.slice(1).map(Number)),
  };
}

function isSame(engine: Matrix | undefined, screen: Matrix | undefined): boolean {
  if (!engine || !screen || engine.columns.join() !== screen.columns.join()) return false;
  return (
    engine.values.length === screen.values.length &&
    engine.values.every(
      (value, at) => Math.abs(value - (screen.values[at] as number)) <= 1e-6 * Math.abs(value),
    )
  );
}
