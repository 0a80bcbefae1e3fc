import { engineRun } from './engine.ts';
import { expect, test } from './fixtures.ts';
import { theftOf } from './toy-theft.ts';

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
