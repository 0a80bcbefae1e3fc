import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from './fixtures.ts';
import { toy } from './toy.ts';

const sizes = [
  { width: 1440, height: 900 },
  { width: 360, height: 740 },
] as const;

for (const colorScheme of ['light', 'dark'] as const) {
  for (const viewport of sizes) {
    test.describe(`in the ${colorScheme} theme at ${viewport.width} px`, () => {
      test.use({ colorScheme, viewport, contextOptions: { reducedMotion: 'reduce' } });

      test('axe finds no violation in the gallery, and nothing is cut off', async ({ gallery, page }) => {
        await gallery.open();
        await expect(gallery.origin).toBeVisible();
        await expect(gallery.pushed()).toBeVisible();
        expect(await violations(page)).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(viewport.width);
      });

      test('axe finds no violation in the lab after a run, and nothing is cut off', async ({ lab, page }) => {
        await lab.openSpec(toy({ outerSteps: 3 }));
        await lab.chooseBackend('WASM');
        await lab.run.click();
        await expect(lab.status).toHaveText('Done');
        expect(await violations(page)).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(viewport.width);
      });
    });
  }
}

test('at 360 px no choice sticks out of the match against the machine', async ({ lab, page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await lab.open('preset=tang-2020/beat-the-machine');
  const choices = page.locator('.mantine-SegmentedControl-root');
  await expect(page.getByRole('radiogroup', { name: 'Profile' })).toBeVisible();
  const out = await choices.evaluateAll((roots) =>
    roots.flatMap((root) => {
      const edge = root.closest('.panel')?.getBoundingClientRect().right ?? innerWidth;
      const far = [root, ...root.querySelectorAll('label')].map((part) => part.getBoundingClientRect().right);
      return Math.max(...far) > edge - 8 ? [root.textContent] : [];
    }),
  );
  expect(out).toEqual([]);
});

async function violations(page: ConstructorParameters<typeof AxeBuilder>[0]['page']) {
  const found = await new AxeBuilder({ page }).analyze();
  return found.violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
  );
}

test('the keyboard alone starts a run, opens a chart as a table, and reaches its rows', async ({
  lab,
  page,
}) => {
  await lab.openSpec(toy({ outerSteps: 3 }));
  await expect(lab.run).toBeEnabled();
  const order: string[] = [];
  for (let press = 0; press < 14 && order.at(-1) !== 'Run'; press++) {
    await page.keyboard.press('Tab');
    order.push(await page.evaluate(() => document.activeElement?.textContent?.trim() ?? ''));
  }
  expect(order.slice(0, 2)).toEqual(['Skip to the content', 'RecSec Lab']);
  expect(order.at(-1)).toBe('Run');
  await page.keyboard.press('Enter');
  await expect(lab.status).toHaveText('Done', { timeout: 60_000 });

  const chart = lab.chart('Reach of the target');
  const twin = chart.getByRole('switch', { name: 'Show Reach of the target as a table' });
  for (let press = 0; press < 60; press++) {
    if (await twin.evaluate((element) => element === document.activeElement)) break;
    await page.keyboard.press('Tab');
  }
  await expect(twin).toBeFocused();
  await page.keyboard.press('Space');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(chart.getByRole('region', { name: 'Reach of the target: data table' })).toBeFocused();
  expect(await chart.getByRole('row').count()).toBeGreaterThan(3);
});
