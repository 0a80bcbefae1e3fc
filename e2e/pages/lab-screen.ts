import { readFile } from 'node:fs/promises';
import { expect, type Locator, type Page } from '@playwright/test';
import { encodeSpec } from '../../src/core/params/codec.ts';

export type BackendName = 'Fastest' | 'WebGPU' | 'WASM' | 'CPU';

/** The Lab: pipeline, run controls, views. */
export class LabScreen {
  readonly run: Locator;
  readonly pause: Locator;
  readonly goOn: Locator;
  readonly cancel: Locator;
  readonly reset: Locator;
  readonly undo: Locator;
  readonly redo: Locator;
  readonly seed: Locator;
  readonly backend: Locator;
  readonly status: Locator;
  readonly problems: Locator;
  readonly phases: Locator;
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
    const controls = page.getByRole('region', { name: 'Run', exact: true });
    this.run = controls.getByRole('button', { name: 'Run', exact: true });
    this.pause = controls.getByRole('button', { name: 'Pause' });
    this.goOn = controls.getByRole('button', { name: 'Go on' });
    this.cancel = controls.getByRole('button', { name: 'Cancel' });
    this.reset = controls.getByRole('button', { name: 'Reset' });
    this.seed = controls.getByRole('textbox', { name: 'Seed' });
    this.backend = controls.getByRole('combobox', { name: 'Backend' });
    this.status = page.locator('.run-status strong');
    this.undo = page.getByRole('button', { name: 'Undo' });
    this.redo = page.getByRole('button', { name: 'Redo' });
    this.problems = page.getByRole('alert');
    this.phases = page.getByRole('region', { name: 'Results by phase: scrollable table' });
  }

  open(query = ''): Promise<unknown> {
    return this.page.goto(`./#/lab${query && `?${query}`}`);
  }

  openSpec(spec: object): Promise<unknown> {
    return this.open(`spec=${encodeSpec(spec)}`);
  }

  async chooseBackend(name: BackendName): Promise<void> {
    await this.backend.click();
    await this.page.getByRole('option', { name, exact: true }).click();
  }

  /** Presses Run, and says yes where the page asks because the run is long. */
  async start(): Promise<void> {
    await this.run.click();
    const yes = this.page.getByRole('dialog').getByRole('button', { name: 'Run it' });
    const begun = this.status.filter({ hasNotText: 'Ready' });
    await expect(yes.or(begun)).toBeVisible({ timeout: 30_000 });
    if (await yes.isVisible()) await yes.click();
  }

  async step(label: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Step', exact: true }).click();
    await this.page.getByRole('menuitem', { name: label }).click();
  }

  /** Makes one step and waits for its end. */
  async stepUntilPaused(label: string): Promise<void> {
    const before = await this.place().textContent();
    await this.step(label);
    await expect(this.place()).not.toHaveText(before ?? '');
    await expect(this.status).toHaveText('Paused', { timeout: 60_000 });
    await this.page.waitForTimeout(600); // the last batch is drawn
  }

  /** Makes steps of one kind until the run is at a place. */
  async stepTo(label: string, place: RegExp): Promise<void> {
    await expect(async () => {
      await this.stepUntilPaused(label);
      await expect(this.place()).toHaveText(place, { timeout: 1000 });
    }).toPass({ timeout: 60_000, intervals: [0] });
  }

  /** What the run is at: `attack: outer steps, 3 of 12`. */
  place(): Locator {
    return this.status.locator('..');
  }

  chart(title: string): Locator {
    return this.page.getByRole('region', { name: title, exact: true });
  }

  /** The numbers behind a chart, row by row, as its table twin shows them. */
  async numbers(title: string): Promise<string[][]> {
    const chart = this.chart(title);
    const twin = chart.getByRole('switch', { name: `Show ${title} as a table` });
    await twin.press('Space');
    const rows = await chart.locator('tbody tr').all();
    const cells = await Promise.all(rows.map((row) => row.locator('th, td').allTextContents()));
    await twin.press('Space');
    return cells;
  }

  /** The numbers behind a chart at full precision, as its CSV has them: the names of the columns, then the rows. */
  async csv(title: string): Promise<string[][]> {
    const chart = this.chart(title);
    await chart.getByRole('button', { name: `Export ${title}` }).click();
    // The menu of the chart before may still be closing.
    const menu = this.page.getByRole('menu', { name: `Export ${title}` });
    const text = await this.download(() => menu.getByRole('menuitem', { name: 'Numbers (CSV)' }).click());
    return text
      .trimEnd()
      .split('\r\n')
      .map((line) => line.split(','));
  }

  /** Text of the file that the page saves when this is done. */
  async download(act: () => Promise<void>): Promise<string> {
    const [saved] = await Promise.all([this.page.waitForEvent('download'), act()]);
    return readFile(await saved.path(), 'utf8');
  }

  async openStage(name: string): Promise<void> {
    const control = this.page.getByRole('button', { name: new RegExp(`^${name}`) });
    if ((await control.getAttribute('aria-expanded')) !== 'true') await control.click();
  }

  field(label: string): Locator {
    return this.page.getByRole('textbox', { name: label });
  }

  /** Heading of a phase in the table of results, whichever way round the table stands. */
  phase(name: string): Locator {
    const starts = new RegExp(`^${name}(?!,)`);
    const [row, column] = (['rowheader', 'columnheader'] as const).map((role) =>
      this.phases.getByRole(role, { name: starts }),
    ) as [Locator, Locator];
    return row.or(column).first();
  }

  /** Mean of a metric in a phase, as the table says it. */
  async measured(phase: string, metric: string): Promise<number> {
    const cell = this.phases.locator(`td[data-phase="${phase}"][data-metric="${metric}"]`);
    return Number.parseFloat((await cell.textContent()) ?? '');
  }
}
