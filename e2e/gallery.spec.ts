import { expect, test } from './fixtures.ts';

/** A film of middling fame in the bundled data. */
const film = 'Wizard of Oz, The (1939)';

test('the first paint shows the precomputed attack, without any compute and without the numeric or plotting code', async ({
  gallery,
  page,
}) => {
  const scripts: Promise<string>[] = [];
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') scripts.push(response.text());
  });
  await gallery.open();
  await expect(gallery.origin).toContainText('Precomputed');
  await expect(gallery.list).toBeVisible();
  const [clean, random, learned] = await gallery.reaches();
  expect(learned).toBeGreaterThan(clean + 10);
  expect(learned).toBeGreaterThan(random + 5);
  expect(page.workers()).toEqual([]);
  const code = (await Promise.all(scripts)).join('\n');
  expect(code).toContain('Push a movie');
  expect(code).not.toContain('UnsortedSegmentSum'); // a kernel of TensorFlow.js
  expect(code).not.toContain('plotly-graph-div');
});

test('a chosen film is pushed by a real run: it climbs in real lists, and the run is cancelled at once', async ({
  gallery,
  page,
}) => {
  await gallery.open();
  await gallery.pickFilm(film);
  await gallery.slider.focus();
  for (let press = 0; press < 5; press++) await page.keyboard.press('ArrowRight');
  await expect(page.getByText('101 fake among 670 real users')).toBeVisible();
  await gallery.attack.click();
  await expect(gallery.origin).toContainText('Being computed in this tab', { timeout: 60_000 });
  await gallery.show('Before');
  await expect(gallery.list.getByRole('listitem')).toHaveCount(10);
  await expect(gallery.pushed()).toHaveCount(0);
  await expect(gallery.reachText('Fakes who learned what to click')).toHaveText(/%/, { timeout: 75_000 });
  await gallery.show('After');
  await expect(gallery.pushed()).toContainText(film);
  await expect(gallery.pushed()).toContainText(/new|▲/);
  const [clean, , learned] = await gallery.reaches();
  expect(learned).toBeGreaterThan(clean + 10);
  await gallery.cancel.click();
  await expect(page.getByText('Cancelled. What was finished is still shown.')).toBeVisible();
  await expect(gallery.attack).toBeEnabled();
  await expect(gallery.pushed()).toContainText(film);
});

test('without fake users nothing changes', async ({ gallery }) => {
  await gallery.open();
  await gallery.percent.fill('0');
  await gallery.attack.click();
  await expect(gallery.origin).toContainText('Computed in this tab', { timeout: 75_000 });
  const [clean, random, learned] = await gallery.reaches();
  expect(Math.abs(learned - clean)).toBeLessThan(3);
  expect(Math.abs(random - clean)).toBeLessThan(3);
});

test('more fake users than real ones is a warning, not an error', async ({ gallery, page }) => {
  await gallery.open();
  await gallery.percent.fill('150');
  await expect(page.getByRole('alert')).toContainText('More fake users (1005) than real ones (670)');
  await expect(gallery.attack).toBeEnabled();
});

test('the search finds experiments by method, data and author, and says when there are none', async ({
  gallery,
  page,
}) => {
  await gallery.open();
  const all = await gallery.experiments.count();
  await gallery.search.fill('tang low-rank');
  await expect(gallery.experiments).not.toHaveCount(all);
  expect(await gallery.experiments.count()).toBeGreaterThan(0);
  await gallery.search.fill('no such thing');
  await expect(gallery.experiments).toHaveCount(0);
  await expect(page.getByText('No experiment matches')).toBeVisible();
  await gallery.search.fill('push');
  await gallery.experiments.getByRole('link').first().click();
  await expect(page).toHaveURL(/#\/lab/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Push a movie');
});
