import type { Locator, Page } from '@playwright/test';

/** The Gallery: the hero "Push a movie", and the presets below it. */
export class GalleryScreen {
  readonly film: Locator;
  readonly slider: Locator;
  readonly percent: Locator;
  readonly attack: Locator;
  readonly cancel: Locator;
  readonly origin: Locator;
  readonly moment: Locator;
  readonly list: Locator;
  readonly search: Locator;
  readonly experiments: Locator;
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
    const hero = page.getByRole('region', { name: 'Push a movie' });
    this.film = hero.getByRole('combobox', { name: 'Film to push' });
    this.slider = hero.getByRole('slider', { name: 'Fake users' });
    this.percent = hero.getByRole('textbox', { name: 'Fake users in percent' });
    this.attack = hero.getByRole('button', { name: 'Attack', exact: true });
    this.cancel = hero.getByRole('button', { name: 'Cancel' });
    this.origin = hero.locator('.hero-origin');
    this.moment = hero.getByRole('radiogroup', { name: 'Moment' });
    this.list = hero.getByRole('list', { name: /^Top \d+ (before|after) the attack$/ });
    this.search = page.getByRole('searchbox', { name: 'Search experiments' });
    this.experiments = page.getByRole('article');
  }

  open(): Promise<unknown> {
    return this.page.goto('./');
  }

  async pickFilm(title: string): Promise<void> {
    await this.film.fill(title);
    await this.page.getByRole('option', { name: title }).click();
  }

  async show(moment: 'Before' | 'After'): Promise<void> {
    await this.moment.getByText(moment, { exact: true }).click();
  }

  /** Percent of real people who see the film: no attack, random clicks, learned clicks. */
  async reaches(): Promise<[number, number, number]> {
    const rows = ['No attack', 'Fakes who click at random', 'Fakes who learned what to click'];
    const texts = await Promise.all(rows.map((row) => this.reachText(row).textContent()));
    return texts.map((text) => Number.parseFloat(text ?? '')) as [number, number, number];
  }

  reachText(row: string): Locator {
    return this.page.locator('.reach-row', { hasText: row }).locator('.reach-number');
  }

  /** Entry of the film that is pushed, in the list that is shown. */
  pushed(): Locator {
    return this.list.locator('[data-target]');
  }
}
