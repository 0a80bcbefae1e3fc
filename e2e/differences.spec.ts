import { engineRun } from './engine.ts';
import { expect, test } from './fixtures.ts';
import { toy } from './toy.ts';

const title = 'Differences between phases';

test('differences between phases are the engine’s, sorted by metric, and are saved as a picture', async ({
  lab,
  page,
}) => {
  const spec = toy({ outerSteps: 3, repeats: 3 });
  await lab.openSpec(spec);
  await lab.chooseBackend('CPU');
  await lab.start();
  await expect(lab.status).toHaveText('Done', { timeout: 60_000 });
  const { result } = await engineRun(spec);
  const chart = lab.chart(title);
  const [, ...rows] = await lab.csv(title);
  // A comma in a name is quoted in a CSV and splits the line here: numbers are counted from the end.
  const metrics = rows.map(([metric]) => metric);
  const main = ['target.hr@10', 'hr@10', 'ndcg@10'];
  expect([...new Set(metrics)]).toEqual(main);
  const told = main.flatMap((metric) => result.comparisons.filter((one) => one.metric === metric));
  expect(told.length).toBeGreaterThan(9);
  expect(rows.map((row) => row.at(-1))).toEqual(told.map(() => 'repeats'));
  for (const [at, { metric, difference, interval, p }] of told.entries()) {
    const numbers = rows[at]?.slice(-5, -1).map(Number) ?? [];
    for (const [place, wanted] of [difference, ...interval, p].entries())
      expect(numbers[place], `${metric} ${at}`).toBeCloseTo(wanted, 10);
  }
  await expect(chart).toContainText('p cannot come below 0.25');

  // The picture has a mark a difference, and says in words what each is.
  await chart.scrollIntoViewIfNeeded();
  await expect(chart.locator('svg.recharts-surface .recharts-scatter path')).toHaveCount(told.length);
  await chart.getByRole('button', { name: `Export ${title}` }).click();
  const picture = await lab.download(() => page.getByRole('menuitem', { name: 'Picture (SVG)' }).click());
  expect(picture).toContain('Attacked, same seed minus attacked');
  expect(picture).toContain('Target reach, top 10');

  // Ranks are counted in places: they have an axis of their own.
  await chart.getByRole('combobox', { name: 'Metrics' }).click();
  await page.getByRole('option', { name: 'Ranks' }).click();
  await expect(chart.locator('svg.recharts-surface')).toContainText('Difference (places)');
});

test('one repeat of an attack by fake users compares nothing, and no chart says so', async ({ lab }) => {
  await lab.openSpec(toy({ outerSteps: 1 }));
  await lab.chooseBackend('CPU');
  await lab.start();
  await expect(lab.status).toHaveText('Done', { timeout: 60_000 });
  await expect(lab.phase('Attacked')).toBeVisible();
  await expect(lab.chart(title)).toHaveCount(0);
});
