import type { EvidenceView } from '../src/core/contracts.ts';
import { engineRun } from './engine.ts';
import { expect, test } from './fixtures.ts';
import { toy } from './toy.ts';

const detected = (changes: object = {}) =>
  toy({
    attack: {
      id: 'random-filler',
      params: { targetItems: { by: 'popularity-rank', ranks: [40] }, fakeUserCount: 12, fillerCount: 8 },
    },
    defenses: [{ id: 'degree-detector', params: { flaggedShare: 0.1 } }],
    ...changes,
  });
// Two whole runs of detectors and victims: a crowded machine may take its time.
test.describe.configure({ timeout: 240_000 });

const roc = 'Can the fakes be told from real users?';

test('a run draws the detector’s curve with the area that the engine measured, and the slider reads every threshold', async ({
  lab,
  page,
}) => {
  await lab.openSpec(
    detected({ evaluation: { cutoffs: [10], baseline: false, removedShares: [0, 0.1, 0.3] } }),
  );
  await expect(lab.chart(roc)).toContainText('Nothing detected yet');
  await lab.chooseBackend('CPU');
  await lab.start();
  await expect(lab.status).toHaveText('Done', { timeout: 120_000 });

  const area = await lab.measured('Defended', 'Detector’s AUC');
  expect(area).toBeGreaterThan(0.5);
  const said = await lab
    .chart(roc)
    .getByText(/AUC [\d.]+/)
    .textContent();
  expect(Number(/AUC ([\d.]+)/.exec(said ?? '')?.[1])).toBeCloseTo(area, 2);
  const points = await lab.numbers(roc);
  expect(points.at(-1)?.map(Number)).toEqual([1, 1]);
  await expect(lab.chart(roc).locator('svg.recharts-surface')).toBeVisible();
  await lab.chart(roc).getByText('Logarithmic').click();
  await expect(lab.chart(roc).getByText('0.001', { exact: true })).toBeVisible();

  const panel = page.getByRole('region', { name: 'Detector', exact: true });
  const slider = panel.getByRole('slider', { name: 'Share of users removed' });
  const stats = panel.locator('.threshold-stats');
  await slider.focus();
  await slider.press('Home');
  await expect(stats).toContainText('0.0%Fakes caught');
  await expect(stats).toContainText('measured with 0% removed');
  const nobody = await stats.textContent();
  for (let step = 0; step < 60; step++) await slider.press('ArrowRight');
  await expect(panel).toContainText('Remove 30% of all users');
  await expect(stats).toContainText('measured with 30% removed');
  expect(await stats.textContent()).not.toBe(nobody);
  for (let step = 0; step < 30; step++) await slider.press('ArrowLeft');
  await expect(stats).toContainText('measured with 10% removed'); // 15% was never trained

  const thresholds = await lab.numbers('What the threshold buys');
  const caught = thresholds.find(([share]) => Number(share) === 15)?.[1];
  expect(Number.parseFloat((await stats.textContent()) ?? '') / 100).toBeCloseTo(Number(caught), 2);
});

test('without tried shares the panel offers them, and the next run trains those victims alone', async ({
  lab,
  page,
}) => {
  await lab.openSpec(detected({ evaluation: { cutoffs: [10], baseline: false } }));
  await lab.chooseBackend('CPU');
  await lab.start();
  await expect(lab.status).toHaveText('Done', { timeout: 120_000 });
  const panel = page.getByRole('region', { name: 'Detector', exact: true });
  await expect(panel).not.toContainText('Recall lost');
  await panel.getByRole('button', { name: /^Train without/ }).click();
  await expect(panel).toContainText('Press Run');
  await lab.start();
  await expect(panel).toContainText('Recall lost', { timeout: 120_000 });
  await expect(lab.status).toHaveText('Done', { timeout: 120_000 });
});

test('why a target is where it is, is told of the defended victim too: only by fakes that the defense left', async ({
  lab,
  page,
}) => {
  const spec = detected({
    victim: { id: 'popularity', params: {} },
    defenses: [{ id: 'degree-detector', params: { flaggedShare: 0.25 } }],
    evaluation: { cutoffs: [10], baseline: false, explain: { user: 6, leaveOneOut: 4 } },
  });
  const { events } = await engineRun(spec);
  const told = events.flatMap((event) =>
    event.kind === 'view' && event.content.view === 'evidence' ? [event.content] : [],
  );
  const [attacked, defended] = ['attacked', 'defended'].map((phase) =>
    told.filter(({ name }) => name === phase).at(-1),
  ) as [EvidenceView, EvidenceView];
  const fakesOf = ({ parts, genuineCount }: EvidenceView) =>
    [...(parts[0]?.indices ?? [])].filter((user) => user >= genuineCount).length;
  expect(fakesOf(attacked)).toBe(12);
  expect(fakesOf(defended)).toBeGreaterThan(0);
  expect(fakesOf(defended)).toBeLessThan(12);

  await lab.openSpec(spec);
  await lab.chooseBackend('CPU');
  await lab.start();
  await expect(lab.status).toHaveText('Done', { timeout: 120_000 });
  const fakesShown = async () =>
    (await lab.numbers('Why is it here?')).filter(([, kind]) => kind === 'Fake user').length;
  expect(await fakesShown()).toBe(12);
  const choice = page.getByRole('radiogroup', { name: 'Whose recommendation is explained' });
  await choice.getByText('Defended victim').click();
  expect(await fakesShown()).toBe(fakesOf(defended));
  const left = (await lab.numbers('What each fake user adds')).map(([fake]) => Number(fake) - 1);
  expect(left.sort()).toEqual([...defended.influence.fakes].sort());
  const said = page.getByRole('list', { name: 'What the evidence comes to' });
  await expect(said).toContainText(
    `Behind the defense, user 7 has “${defended.item}” at place ${defended.rank}.`,
  );
  await expect(said).toContainText(`Without the defense it stands at place ${attacked.rank}.`);
  await expect(said).toContainText(/The defense removed [\d.]+% of the fake users\./);
});
