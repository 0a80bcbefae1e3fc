import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

/** Plots of every kind that stand on a precomputed result. */
const titles = [
  'Reach of the target', // lines
  'Can the fakes be told from real users?', // ROC
  'Popularity of clicked items', // bars
  'Differences between phases', // forest
];

for (const { projector, size } of [
  { projector: false, size: '13' },
  { projector: true, size: '20' },
]) {
  test(`axes of every plot have one type size and one ink${projector ? ', larger on the projector' : ''}`, async ({
    lab,
    page,
  }) => {
    await page.goto(`./${projector ? '?projector=1' : ''}#/lab?preset=tang-2020/detectors`);
    for (const title of titles) {
      const plot = lab.chart(title).locator('svg.recharts-surface');
      await lab.chart(title).scrollIntoViewIfNeeded();
      await expect(plot.locator('text.recharts-label').first()).toBeVisible();
      expect(await looks(page, title), title).toEqual([`${size} #565C66`]);
    }
  });
}

/** Size and colour of the words on the axes of a chart, each once. */
async function looks(page: Page, title: string): Promise<string[]> {
  return page
    .getByRole('region', { name: title, exact: true })
    .locator('svg.recharts-surface')
    .locator('text.recharts-label, .recharts-xAxis-tick-labels text')
    .evaluateAll((texts) => [
      ...new Set(texts.map((text) => `${text.getAttribute('font-size')} ${text.getAttribute('fill')}`)),
    ]);
}
