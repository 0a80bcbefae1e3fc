import { engineRun } from './engine.ts';
import { expect, test } from './fixtures.ts';
import { theftOf } from './toy-theft.ts';

test.setTimeout(240_000);

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

  // The three losses of the defended training, which is looked at: those in points of score have an axis of their own.
  for (const [title, names] of [
    ['What GRO trains', ['train']],
    ['Swap loss and student', ['swap', 'student']],
  ] as const) {
    const steps = (await lab.csv(title)).slice(1).filter(([x]) => Number(x) > 0);
    const losses = names.map((loss) => gro?.series[`loss.${loss}.cleanDefended`]);
    expect(steps).toHaveLength(losses[0]?.x.length ?? Number.NaN);
    steps.forEach(([x, ...values], at) => {
      expect(Number(x)).toBe(at + 1);
      losses.forEach((loss, which) =>
        expect(Number(values[which])).toBeCloseTo(loss?.values[0]?.[at] ?? Number.NaN, 5),
      );
    });
  }
  await expect(lab.chart('Training loss')).toContainText('Cross-entropy (nats, mean)');

  const saved = await lab.download(() =>
    lab.page.getByRole('button', { name: 'Save the log (JSON)' }).click(),
  );
  const log = JSON.parse(saved) as { queries: { history: string[]; list: string[] }[] };
  const ids = events.flatMap((event) => (event.kind === 'prepared' ? [event.summary.itemIds] : []))[0] ?? [];
  const named = (items: Int32Array | undefined) => Array.from(items ?? [], (item) => ids[item]);
  expect(log.queries).toHaveLength(300);
  const asked = events.flatMap((event) =>
    event.kind === 'view' && event.content.view === 'queries' && event.content.name === 'defended victim'
      ? [event.content.log]
      : [],
  )[0];
  expect(log.queries[7]?.history).toEqual(named(asked?.sequences.slice(5, 8)));
  expect(log.queries.flatMap(({ list }) => list)).toEqual(named(asked?.lists));
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
