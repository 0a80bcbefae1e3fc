import { engineRun } from './engine.ts';
import { expect, test } from './fixtures.ts';
import { toy } from './toy.ts';

const wrmf = { id: 'wrmf', params: { embeddingSize: 4, epochs: 6, learningRate: 0.3 } };
const als = { id: 'wrmf-als', params: { embeddingSize: 4 } };

/** Two surrogates against two victims. */
const grid = {
  ...toy({ outerSteps: 15 }),
  repeats: 2,
  axes: [
    {
      name: 'surrogate',
      points: [
        { label: 'Adam', set: { 'attack.params.surrogate': wrmf } },
        { label: 'ALS', set: { 'attack.params.surrogate': als, 'attack.params.unrollSteps': 0 } },
      ],
    },
    {
      name: 'victim',
      points: [
        { label: 'WRMF', set: { victim: wrmf } },
        { label: 'ItemCF', set: { victim: { id: 'item-cf', params: {} } } },
      ],
    },
  ],
};
test.setTimeout(240_000);

const title = 'Surrogate × victim';

test('a transfer map shows the engine’s number for every surrogate and victim, and opens their run', async ({
  lab,
  page,
}) => {
  await lab.openSpec(grid);
  await lab.chooseBackend('CPU');
  await lab.start();
  const map = page.getByRole('grid', { name: title });
  // It fills in while it runs: there is a moment when the first cell is measured and the last is not.
  await page.waitForFunction(
    () => {
      const names = [...document.querySelectorAll('.grid-map-cell')].map((cell) => cell.ariaLabel ?? '');
      return names.length === 4 && /: 0\.\d/.test(names[0] ?? '') && /not measured yet/.test(names[3] ?? '');
    },
    undefined,
    { timeout: 90_000 },
  );
  await expect(lab.status).toHaveText('Done', { timeout: 90_000 });

  const { result } = await engineRun(grid);
  const reach = result.cells.map(({ at, phases }) => ({ at, ...phases.attacked?.['target.hr@10'] }));
  expect(new Set(reach.map(({ mean }) => mean)).size).toBeGreaterThan(1);
  const shown = await lab.csv(title);
  expect(shown).toHaveLength(5);
  for (const { at, mean, std } of reach) {
    const row = shown.find(([surrogate, victim]) => surrogate === at.surrogate && victim === at.victim);
    expect(Number(row?.[2]), JSON.stringify(at)).toBeCloseTo(mean ?? Number.NaN, 10);
    expect(Number(row?.[3]), JSON.stringify(at)).toBeCloseTo(std ?? Number.NaN, 10);
    expect(row?.[4]).toBe('2');
    const cell = map.getByRole('gridcell', {
      name: new RegExp(`^surrogate ${at.surrogate}, victim ${at.victim}:`),
    });
    await expect(cell).toHaveText((mean ?? Number.NaN).toFixed(3));
  }

  // A cell opens its run: by mouse, and by keyboard.
  const chosen = page.getByRole('combobox', { name: 'Cell of the sweep' });
  const meanOf = (surrogate: string, victim: string) =>
    reach.find(({ at }) => at.surrogate === surrogate && at.victim === victim)?.mean ?? Number.NaN;
  await map.getByRole('gridcell', { name: /^surrogate Adam, victim ItemCF/ }).click();
  await expect(chosen).toHaveValue('surrogate Adam, victim ItemCF');
  await expect
    .poll(() => lab.measured('Attacked', 'Target reach, top 10'))
    .toBeCloseTo(meanOf('Adam', 'ItemCF'), 3);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowLeft');
  await expect(page.locator('.grid-map-words')).toContainText('surrogate ALS, victim WRMF');
  await page.keyboard.press('Enter');
  await expect(chosen).toHaveValue('surrogate ALS, victim WRMF');
  await expect
    .poll(() => lab.measured('Attacked', 'Target reach, top 10'))
    .toBeCloseTo(meanOf('ALS', 'WRMF'), 3);

  // A difference to the clean victim is taken repeat by repeat.
  await lab.chart(title).getByRole('combobox', { name: 'Compared' }).click();
  await page.getByRole('option', { name: 'minus clean' }).click();
  const clean = result.cells[0]?.phases.clean?.['target.hr@10']?.mean ?? Number.NaN;
  const differences = await lab.csv(title);
  const first = differences.find((row) => row[0] === 'Adam' && row[1] === 'WRMF');
  expect(Number(first?.[2])).toBeCloseTo(meanOf('Adam', 'WRMF') - clean, 10);
});

/** Two numbers of fake users against two victims on two amounts of filler. */
const cube = {
  ...toy(),
  attack: {
    id: 'random-filler',
    params: { targetItems: { by: 'popularity-rank', ranks: [40] }, fakeUserCount: 12, fillerCount: 4 },
  },
  evaluation: { cutoffs: [10], control: false },
  axes: [
    { name: 'fakes', path: 'attack.params.fakeUserCount', values: [2, 30] },
    {
      name: 'victim',
      points: [
        { label: 'ItemCF', set: { victim: { id: 'item-cf', params: {} } } },
        { label: 'Popularity', set: { victim: { id: 'popularity', params: {} } } },
      ],
    },
    { name: 'filler', path: 'attack.params.fillerCount', values: [1, 8] },
  ],
};

test('of a grid of three axes any two stand on its sides, the third is a picker, and the address keeps the choice', async ({
  lab,
  page,
}) => {
  await lab.openSpec(cube);
  await lab.chooseBackend('CPU');
  await lab.start();
  await expect(lab.status).toHaveText('Done', { timeout: 90_000 });
  const { result } = await engineRun(cube);
  const meanAt = (wanted: Readonly<Record<string, string>>) => {
    const cells = result.cells.filter(({ at }) => Object.entries(wanted).every(([axis, label]) => at[axis] === label)); // prettier-ignore
    const means = cells.map(({ phases }) => phases.attacked?.['target.hr@10']?.mean ?? Number.NaN);
    return means.reduce((sum, mean) => sum + mean, 0) / means.length;
  };
  const pick = async (map: string, name: string, option: string) => {
    await lab.chart(map).getByRole('combobox', { name, exact: true }).click();
    await page.getByRole('option', { name: option, exact: true }).click();
  };
  await expect(lab.chart('Fakes × filler')).toBeVisible();
  await pick('Fakes × filler', 'Rows', 'Victim');
  await pick('Victim × filler', 'Columns', 'Fakes');
  const [head, ...averaged] = await lab.csv('Victim × fakes');
  expect(head?.slice(0, 2)).toEqual(['Victim', 'Fakes']);
  expect(averaged).toHaveLength(4);
  for (const [victim = '', fakes = '', mean] of averaged)
    expect(Number(mean), `${victim} ${fakes}`).toBeCloseTo(meanAt({ victim, fakes }), 10);
  expect(new Set(averaged.map(([, , mean]) => mean)).size).toBeGreaterThan(1);

  // The axis that is left over is held at a point, until it stands on a side itself.
  await pick('Victim × fakes', 'Filler', '8');
  for (const [victim = '', fakes = '', mean] of (await lab.csv('Victim × fakes')).slice(1))
    expect(Number(mean)).toBeCloseTo(meanAt({ victim, fakes, filler: '8' }), 10);

  // One axis cannot stand on both sides: they change places.
  await pick('Victim × fakes', 'Rows', 'Fakes');
  await expect(lab.chart('Fakes × victim')).toBeVisible();

  // An edit writes the address anew and keeps the choice; a reload shows it.
  await lab.seed.fill('5');
  await page.waitForTimeout(600);
  expect(new URLSearchParams(page.url().split('?')[1]).get('rows')).toBe('fakes');
  expect(new URLSearchParams(page.url().split('?')[1]).get('columns')).toBe('victim');
  await page.reload();
  await lab.chooseBackend('CPU');
  await lab.start();
  await expect(lab.chart('Fakes × victim')).toBeVisible({ timeout: 60_000 });
});

test('a shared link carries the axes of a grid and which of them stand on its sides', async ({
  lab,
  page,
  context,
  baseURL,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], baseURL ? { origin: baseURL } : {});
  await lab.openSpec(cube);
  await lab.chooseBackend('CPU');
  await lab.start();
  await expect(lab.status).toHaveText('Done', { timeout: 90_000 });
  await lab.chart('Fakes × filler').getByRole('combobox', { name: 'Rows', exact: true }).click();
  await page.getByRole('option', { name: 'Victim', exact: true }).click();
  const before = await lab.csv('Victim × filler');
  await page.getByRole('button', { name: 'Share' }).click();
  await expect(page.getByRole('button', { name: 'Link copied' })).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());

  await page.goto('about:blank');
  await page.goto(link);
  await lab.chooseBackend('CPU');
  await lab.start();
  await expect(lab.status).toHaveText('Done', { timeout: 90_000 });
  expect(await lab.csv('Victim × filler')).toEqual(before);
  const { result } = await engineRun(cube);
  await page.getByRole('combobox', { name: 'Cell of the sweep' }).click();
  await expect(page.getByRole('option')).toHaveCount(result.cells.length);
});

test('quality over the epochs is drawn where an axis says which epochs are measured', async ({ lab }) => {
  const at = (values: readonly number[]) => ({ of: 'epochs', values, retrain: false });
  await lab.openSpec({
    ...toy(),
    attack: null,
    evaluation: { cutoffs: [10], control: false },
    axes: [
      {
        name: 'model',
        points: [
          { label: 'WRMF', set: { victim: wrmf, 'evaluation.at': at([1, 3, 6]) } },
          { label: 'Slow WRMF', set: { victim: { ...wrmf, params: { ...wrmf.params, learningRate: 0.01 } }, 'evaluation.at': at([2, 6]) } }, // prettier-ignore
        ],
      },
    ],
  });
  await lab.chooseBackend('CPU');
  await lab.start();
  await expect(lab.status).toHaveText('Done', { timeout: 90_000 });
  const rows = await lab.numbers('Quality over the epochs');
  expect(rows.map(([epoch]) => Number(epoch))).toEqual([1, 2, 3, 6]);
});
