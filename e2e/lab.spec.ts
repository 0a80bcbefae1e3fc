import { expect, test } from './fixtures.ts';
import { toy } from './toy.ts';

for (const backend of ['WASM', 'WebGPU'] as const) {
  test(`on ${backend} a run trains, attacks, steps, pauses, goes on and shows the target climb`, async ({
    lab,
    page,
  }) => {
    await lab.openSpec(toy({ outerSteps: 6 }));
    await lab.chooseBackend(backend);

    // Points of the map move with the training.
    const map = lab.chart('Map of users');
    await map.scrollIntoViewIfNeeded();
    await lab.stepTo('One inner step', /clean victim, [1-4] of 6 epochs/);
    await expect(page.getByRole('button', { name: `Backend: ${backend}` })).toBeVisible();
    await expect(map.locator('.js-plotly-plot')).toBeVisible();
    const before = await lab.numbers('Map of users');
    expect(before.length).toBeGreaterThan(90);
    await lab.page.waitForTimeout(400); // a map is drawn anew every 700 ms at most
    await lab.stepUntilPaused('One inner step');
    await expect.poll(() => lab.numbers('Map of users')).not.toEqual(before);
    const trained = await lab.numbers('Training loss');

    // Curves grow, heat maps appear.
    await lab.stepTo('One outer step', /attack, 1 of 6 outer steps/);
    expect((await lab.numbers('Training loss')).length).toBeGreaterThan(trained.length);
    await expect.poll(() => lab.numbers("Attacker's objective")).toHaveLength(1);
    await lab.chart("Attacker's objective").scrollIntoViewIfNeeded();
    await expect(lab.chart("Attacker's objective").locator('svg.recharts-surface')).toBeVisible();
    await lab.chart('Fake profiles').scrollIntoViewIfNeeded();
    await lab.stepTo('One outer step', /attack, 2 of 6 outer steps/);
    await expect.poll(() => lab.numbers("Attacker's objective")).toHaveLength(2);
    for (const title of ['Fake profiles', 'Hypergradient']) {
      await lab.chart(title).scrollIntoViewIfNeeded();
      await expect(lab.chart(title).locator('.js-plotly-plot')).toHaveAccessibleName(/: 12 by \d+, from/);
    }
    await lab.goOn.click();
    await expect(lab.status).toHaveText(/Running|Done/);
    await expect(lab.status).toHaveText('Done', { timeout: 60_000 });

    await expect.poll(() => lab.numbers("Attacker's objective")).toHaveLength(6);
    const losses = await lab.numbers("Attacker's objective");
    expect(Number(losses.at(-1)?.[1])).toBeLessThan(Number(losses[0]?.[1]));
    for (const phase of ['Clean', 'Control', 'Random filler', 'Attacked', 'Attacked, same seed'])
      await expect(lab.phase(phase)).toBeVisible();
    const clean = await lab.measured('Clean', 'Target reach, top 10');
    const own = await lab.measured('Attacked, same seed', 'Target reach, top 10');
    const random = await lab.measured('Random filler', 'Target reach, top 10');
    expect(own).toBeGreaterThan(clean + 0.1);
    expect(own).toBeGreaterThan(random + 0.1);
  });

  test(`on ${backend} a run is paused in mid-training and cancelled at once`, async ({ lab }) => {
    await lab.openSpec(toy({ outerSteps: 2000 }));
    await lab.chooseBackend(backend);
    await lab.start();
    await expect(lab.place()).toContainText('attack', { timeout: 60_000 });
    await lab.pause.click();
    await expect(lab.status).toHaveText('Paused');
    await lab.page.waitForTimeout(500);
    const place = await lab.place().textContent();
    await lab.page.waitForTimeout(700);
    await expect(lab.place()).toHaveText(place ?? '');
    await lab.goOn.click();
    await expect(lab.place()).not.toHaveText(place ?? '');
    await expect(lab.status).toHaveText('Running');
    const asked = Date.now();
    await lab.cancel.click();
    await expect(lab.status).toHaveText(/^Cancelled/);
    expect(Date.now() - asked).toBeLessThan(3000);
    await expect(lab.run).toBeEnabled();
  });
}

test('a GPU process that dies in mid-run is told, and the run goes on to its end', async ({
  lab,
  page,
  browser,
}) => {
  await lab.openSpec(toy());
  await lab.chooseBackend('WebGPU');
  await lab.start();
  await expect(lab.place()).toContainText('attack', { timeout: 60_000 });
  const session = await browser.newBrowserCDPSession();
  await session.send('Browser.crashGpuProcess');
  await expect(page.getByText(/graphics device was lost/)).toBeVisible();
  await expect(page.getByText(/The run goes on with (webgpu|wasm)/)).toBeVisible();
  await expect(lab.status).toHaveText('Done', { timeout: 75_000 });
  await expect(lab.phase('Attacked, same seed')).toBeVisible();
});

test('a reload in mid-run offers to resume, and the run goes on from its finished stages', async ({
  lab,
  page,
}) => {
  await lab.openSpec(toy({ outerSteps: 2000 }));
  await lab.chooseBackend('WASM');
  await lab.start();
  await expect(lab.place()).toContainText('attack');
  await page.reload();
  await expect(page.getByText('A run of your last visit did not end')).toBeVisible();
  await lab.chooseBackend('WASM');
  await page.getByRole('button', { name: 'Resume it' }).click();
  await expect(lab.place()).toContainText('attack');
  await expect(lab.phase('Clean')).toBeVisible();
  await lab.cancel.click();
  await expect(lab.status).toHaveText(/^Cancelled/);
  await page.reload();
  await expect(lab.run).toBeEnabled();
  await expect(page.getByText('A run of your last visit did not end')).toBeHidden();
});
