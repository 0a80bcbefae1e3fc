import { readFile } from 'node:fs/promises';
import type { ExperimentResult } from '../src/core/run/result.ts';
import { expect, test } from './fixtures.ts';
import { LabScreen } from './pages/lab-screen.ts';

const thief = {
  id: 'narm',
  params: { embeddingSize: 8, hiddenSize: 8, attentionSize: 4, maxLength: 8, epochs: 4, patience: 0 },
};

/** 1600 made-up sequences of 8 items, 12,800 queries in batches of 50, to a small model of planted sequences: enough to be seen on the way. */
const theft = {
  version: 1,
  seed: 2,
  dataset: {
    id: 'markov-sequences',
    params: { users: 80, items: 40, length: 8, branching: 2, noise: 0.1 },
  },
  split: { id: 'leave-one-out', params: { pick: 'latest', minimum: 2 } },
  victim: thief,
  attack: {
    id: 'model-extraction',
    params: { surrogate: thief, sequenceCount: 1600, sequenceLength: 8, listLength: 10 },
  },
  evaluation: {
    cutoffs: [5],
    protocol: { history: 'kept' },
    at: { of: 'queries', values: [400, 800] },
  },
};

test('a theft that was paused and reloaded goes on with the same log of queries, to the same result', async ({
  lab,
  page,
  browser,
  baseURL,
}) => {
  test.setTimeout(240_000);
  await lab.openSpec(theft);
  await lab.chooseBackend('WASM');
  await lab.stepTo('One outer step', /extraction, 400 of 12800 queries/);
  await lab.stepTo('One inner step', /queries, 550 of 12800 queries/);
  await page.reload();
  await expect(page.getByText('A run of your last visit did not end')).toBeVisible();
  await lab.chooseBackend('WASM');
  const places = await watchPlaces(lab);
  await page.getByRole('button', { name: 'Resume it' }).click();
  const resumed = await exported(lab);

  // The victim was asked on from where it was, and every copy shown once.
  const counts = (await places()).flatMap((place) => /queries, (\d+) of/.exec(place)?.[1] ?? []).map(Number);
  expect(counts.length).toBeGreaterThan(0);
  expect(Math.min(...counts)).toBeGreaterThan(550);
  const { phases, series } = cell(resumed);
  expect(phases.attacked?.queries?.values).toEqual([12800]);
  expect(series['agreement@5']?.x).toEqual([400, 800, 12800]);

  // The same theft, uninterrupted, in a browser that has kept nothing of it.
  const stranger = await browser.newContext({ ...(baseURL && { baseURL }) });
  const other = new LabScreen(await stranger.newPage());
  await other.openSpec(theft);
  await other.chooseBackend('WASM');
  await other.start();
  const whole = await exported(other);
  await stranger.close();
  expect(whole.fingerprint).toBe(resumed.fingerprint);
  expect(cell(whole).series['agreement@5']).toEqual(series['agreement@5']);
});

const cell = ({ cells }: ExperimentResult) => cells[0] as ExperimentResult['cells'][number];

/** The result of the run, once it is done, as the page exports it. */
async function exported({ page, status }: LabScreen): Promise<ExperimentResult> {
  await expect(status).toHaveText('Done', { timeout: 90_000 });
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export' }).first().click();
  return JSON.parse(await readFile(await (await download).path(), 'utf8')) as ExperimentResult;
}

/** From now on takes down every place that the run says it is at. */
async function watchPlaces({ page }: LabScreen): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const seen: string[] = [];
    Object.assign(window, { placesSeen: seen });
    const look = () => seen.push(document.querySelector('.run-status')?.textContent ?? '');
    new MutationObserver(look).observe(document.body, {
      subtree: true,
      childList: true,
      characterData: true,
    });
  });
  return () => page.evaluate(() => (window as unknown as { placesSeen: string[] }).placesSeen);
}
