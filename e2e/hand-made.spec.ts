import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import type { LabScreen } from './pages/lab-screen.ts';
import { expect, test } from './fixtures.ts';

const model = {
  id: 'wrmf',
  params: { embeddingSize: 16, epochs: 50, learningRate: 0.1, initialDeviation: 0.1 },
};

// Two whole runs each on real films, and axe on all that they show.
test.slow();
/** A first run on films is tried before it starts, and trains a machine to play against. */
const patience = 120_000;

/** A person's profile against a learned one on real films, small enough for a test. */
const match = {
  version: 1,
  dataset: { id: 'movielens-small', params: {} },
  prepare: [{ id: 'k-core', params: { users: 10, items: 10, iterated: true } }],
  split: { id: 'leave-one-out', params: { pick: 'random' } },
  victim: model,
  attack: {
    id: 'hand-made',
    params: {
      targetItems: { by: 'id', ids: ['1136'] },
      fakeUserCount: 67,
      clickCap: 4,
      profile: { by: 'popularity-rank', ranks: [1] },
    },
  },
  evaluation: {
    cutoffs: [10],
    opponent: {
      id: 'unrolled-injection',
      params: { surrogate: model, unrollSteps: 20, outerSteps: 2, forceTargets: true },
    },
  },
};

test('a profile is put together by title, tried, scored beside the learned one, undone and taken up again', async ({
  lab,
  page,
}) => {
  await lab.openSpec(match);
  await lab.chooseBackend('WASM');
  const profile = page.getByRole('list', { name: 'Items of the profile' }).getByRole('listitem');
  const score = () => lab.numbers('Score');
  const tries = lab.chart('Your tries');

  // The first try tells the titles and the score of everybody.
  await begin(lab);
  await expect(lab.status).toHaveText('Done', { timeout: patience });
  await expect(profile).toHaveText([/^Forrest Gump \(1994\)/]);
  const first = await score();
  expect(first.map(([who]) => who)).toEqual(['You', 'The machine', 'Chance', 'Nobody']);
  await expect(tries.getByRole('row')).toHaveCount(2);

  // Films are added by title until the clicks are used up.
  const search = page.getByRole('combobox', { name: 'Add an item' });
  for (const title of ['Matrix, The', 'Star Wars: Episode IV']) {
    await search.fill(title);
    await page.getByRole('option', { name: title }).first().click();
  }
  await expect(profile).toHaveCount(3);
  await expect(search).toBeDisabled();
  await page.getByRole('button', { name: 'Remove Forrest Gump (1994)' }).click();
  await expect(profile).toHaveText([/^Matrix, The/, /^Star Wars: Episode IV/]);
  await page.getByRole('button', { name: 'Clear' }).click();
  await expect(page.getByText('Empty: the fake users click the target alone.')).toBeVisible();
  await page.getByRole('button', { name: 'Undo the last change of the profile' }).click();
  await expect(profile).toHaveCount(2);

  // The second try: mine changes, the machine's does not.
  await page.getByRole('button', { name: 'Try it' }).click();
  await expect(tries.getByRole('row')).toHaveCount(3, { timeout: patience });
  await expect(lab.status).toHaveText('Done');
  const second = await score();
  expect(second[0]).not.toEqual(first[0]);
  expect(second[1]).toEqual(first[1]);
  expect(Number(second[0]?.[2])).toBeGreaterThan(Number(second[3]?.[2]));
  await expect(lab.phase('Opponent')).toBeVisible();
  await expect(tries.getByRole('row').nth(2)).toContainText('Matrix, The (1999), Star Wars');

  await tries.getByRole('button', { name: 'Use again the profile of try 1' }).click();
  await expect(profile).toHaveText([/^Forrest Gump \(1994\)/]);
  await expectAccessible(page);
});

test('a target in a real user’s list says why it is there, what each fake user adds, and a link asks the same again', async ({
  lab,
  page,
}) => {
  await lab.openSpec({ ...match, evaluation: { cutoffs: [10], baseline: false } });
  await lab.chooseBackend('WASM');
  await begin(lab);
  await expect(lab.status).toHaveText('Done', { timeout: patience });
  const why = page.getByRole('button', { name: 'Why is Monty Python and the Holy Grail (1975) here?' });
  await why.first().click();

  // What the finished run showed stays while the question is answered.
  await expect(lab.phase('Attacked')).toBeVisible();
  await expect(lab.status).toHaveText('Done', { timeout: patience });
  const parts = await lab.numbers('Why is it here?');
  expect(parts.filter(([, kind]) => kind === 'Fake user')).toHaveLength(67);
  expect(parts.at(-1)?.[0]).toBe('Residual');
  const influence = await lab.numbers('What each fake user adds');
  expect(influence.length).toBeGreaterThan(0);
  const said = page.getByRole('list', { name: 'What the evidence comes to' });
  await expect(said).toContainText(/has “Monty Python and the Holy Grail \(1975\)” at place \d+\./);
  await expect(said).toContainText(/Without the fake users it stands at place \d+/);
  await expect(said).toContainText(/Fake users make up \d+% of its score/);
  await page
    .getByRole('radiogroup', { name: 'Parts of the score' })
    .getByText('What the user clicked')
    .click();
  await expect(lab.chart('Why is it here?').locator('svg.signed-bars')).toBeVisible();

  await expectAccessible(page);

  // The question is a part of the address.
  await expect.poll(() => page.url()).toContain('spec=');
  await page.waitForTimeout(600);
  await page.reload();
  await lab.chooseBackend('WASM');
  await begin(lab);
  await expect(lab.status).toHaveText('Done', { timeout: patience });
  expect(await lab.numbers('Why is it here?')).toEqual(parts);
});

/** Presses Run, and says yes where the page asks because the run is long. */
async function begin({ page, run, status }: LabScreen): Promise<void> {
  await run.click();
  const yes = page.getByRole('dialog').getByRole('button', { name: 'Run it' });
  await expect(yes.or(status.filter({ hasNotText: 'Ready' }))).toBeVisible({ timeout: patience });
  if (await yes.isVisible()) await yes.click();
}

/** Axe finds nothing, and on a phone nothing is cut off. */
async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`),
  ).toEqual([]);
  const { width, height } = page.viewportSize() ?? { width: 1440, height: 900 };
  await page.setViewportSize({ width: 360, height: 740 });
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  await page.setViewportSize({ width, height });
}
