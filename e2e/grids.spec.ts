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
