import type { ListsView } from '../src/core/contracts.ts';
import type { RunEvent } from '../src/core/run/events.ts';
import { engineRun } from './engine.ts';
import { expect, test } from './fixtures.ts';
import { theftOf } from './toy-theft.ts';

test.setTimeout(240_000);

const whose = { none: 'Shown: defense none, repeat 2 of 2.', gro: 'Shown: defense GRO, repeat 2 of 2.' };

test('a chosen cell shows its own queries, lists and losses, of the repeat that it names, and nothing of another cell', async ({
  lab,
  page,
}) => {
  const theft = { ...theftOf(3, 8), repeats: 2 };
  await lab.openSpec(theft);
  await lab.chooseBackend('CPU');
  await lab.start();
  await expect(lab.status).toHaveText('Done', { timeout: 120_000 });
  const { events, result } = await engineRun(theft);
  const thief = lab.chart('What the thief sees');
  const lists = lab.chart('Top 5 of victim and copy');
  const asked = thief.getByRole('radiogroup', { name: 'Who is asked' });

  // The cell that was computed last, with its defended victim.
  await expect(thief).toContainText(whose.gro);
  await expect(asked).toBeVisible();
  expect(await logOnScreen()).toEqual(logOf(events, 1, 'defended victim'));
  await expect(lists).toContainText(whose.gro);
  const phases = ['clean', 'surrogate', 'defended', 'surrogate, defended victim'];
  expect(await listsOnScreen()).toEqual(listsOf(events, 1, phases));
  expect(await lossesOnScreen()).toEqual({
    names: ['Copy of the undefended victim', 'Copy of the defended victim'],
    steps: result.cells[1]?.series['loss.surrogate']?.x,
  });
  // Nobody looked at the maps while GRO trained.
  await expect(lab.chart('Served list, A')).toContainText('No swap maps of this cell are kept');

  await page.getByRole('combobox', { name: 'Cell of the sweep' }).click();
  await page.getByRole('option', { name: 'defense none' }).click();
  await expect(thief).toContainText(whose.none);
  await expect(asked).toHaveCount(0);
  expect(await logOnScreen()).toEqual(logOf(events, 0, 'victim'));
  await expect(lists).toContainText(whose.none);
  expect(await listsOnScreen()).toEqual(listsOf(events, 0, phases.slice(0, 2)));
  expect((await lossesOnScreen()).names).toEqual(['Copy of the undefended victim']);
  for (const title of ['Served list, A', 'One query through GRO', 'What GRO trains'])
    await expect(lab.chart(title)).toContainText('The victim of this cell is trained without GRO.');

  /** Histories and answers, in titles. */
  async function logOnScreen() {
    return (await lab.csv('What the thief sees')).slice(1).map(([, ...query]) => query);
  }
  /** The lists of the first user, one after the other. */
  async function listsOnScreen() {
    const [head = [], ...rows] = await lab.csv('Top 5 of victim and copy');
    return head.slice(1).map((_, at) => rows.map((row) => row[at + 1]));
  }
  /** The copies whose losses are drawn, and the steps. */
  async function lossesOnScreen() {
    const [head = [], ...rows] = await lab.csv('What the thief trains');
    const names = head.join().match(/Copy of the \w+ victim(?=, mean)/g) ?? [];
    return { names, steps: rows.map(([step]) => Number(step)).filter((step) => step > 0) };
  }
});

test('agreement is drawn by the number of a sweep, with the engine’s numbers', async ({ lab, page }) => {
  const weights = [0.01, 3].map((weight) => ({
    label: String(weight),
    set: { defenses: [{ id: 'gro', params: { listLength: 8, swapWeight: weight } }] },
  }));
  const theft = { ...theftOf(3, 6), axes: [{ name: 'weight', points: weights }] };
  await lab.openSpec(theft);
  await lab.chooseBackend('CPU');
  await lab.start();
  await expect(lab.status).toHaveText('Done', { timeout: 120_000 });
  const { result } = await engineRun(theft);
  const sweep = lab.chart('Use and theft by weight');
  await sweep.getByRole('radiogroup', { name: 'What is compared' }).getByText('Agreement').click();
  await expect(sweep.getByText('Common items, top 5 (share)').first()).toBeVisible();
  const [head, ...rows] = await lab.csv('Use and theft by weight');
  expect(head?.slice(0, 3)).toEqual(['Weight', 'No defense', 'Defended']);
  expect(rows.map(([weight]) => weight)).toEqual(['0.01', '3']);
  rows.forEach(([, none, defended, from], at) => {
    const phases = result.cells[at]?.phases;
    expect(Number(none)).toBeCloseTo(phases?.attacked?.['agreement@5']?.mean ?? Number.NaN, 10);
    expect(Number(defended)).toBeCloseTo(phases?.defended?.['agreement@5']?.mean ?? Number.NaN, 10);
    expect(Number(from)).toBeCloseTo(phases?.defended?.['agreement@5']?.interval?.[0] ?? Number.NaN, 10);
  });
  // One repeat: the bars of the plane are those of its users, and it says so.
  const plane = lab.chart('Use against theft');
  await expect(plane).toContainText('95% intervals over the users of one training');
  const [columns, open] = await lab.csv('Use against theft');
  expect(columns?.join()).toContain('top 5 (share), 95% from');
  const [low, high] = result.cells[0]?.phases.attacked?.['hr@5']?.interval ?? [];
  expect([Number(open?.[2]), Number(open?.[3])]).toEqual([low, high]);
  await expect(page.getByRole('img', { name: /^Use against theft:/ })).toBeVisible();
  await plane.getByRole('combobox', { name: 'What the thief gets' }).click();
  await page.getByRole('option', { name: 'Order of all items' }).click();
  await expect(plane.getByText('Spearman correlation of all scores').first()).toBeVisible();
  const [, undefended] = await lab.csv('Use against theft');
  const order = result.cells[0]?.phases.attacked?.['rank-correlation'];
  expect(Number(undefended?.[4])).toBeCloseTo(order?.mean ?? Number.NaN, 10);
});

/** What the engine says of a cell in its last repeat. */
const told = (events: readonly RunEvent[], cell: number) =>
  events.filter((event) => event.cell === cell && event.repeat === 1);

function titlesOf(events: readonly RunEvent[]): readonly string[] {
  return events.flatMap((event) => (event.kind === 'prepared' ? [event.summary.titles] : []))[0] ?? [];
}

/** Every history and answer of a victim of a cell, in titles. */
function logOf(events: readonly RunEvent[], cell: number, name: string) {
  const titles = titlesOf(told(events, cell));
  const named = (items: Int32Array) => Array.from(items, (item) => titles[item]).join('; ');
  const log = told(events, cell).flatMap((event) =>
    event.kind === 'view' && event.content.view === 'queries' && event.content.name === name
      ? [event.content.log]
      : [],
  )[0];
  return Array.from({ length: log?.count ?? 0 }, (_, at) => {
    const { sequenceLength, k, sequences, lists } = log as NonNullable<typeof log>;
    const history = sequences.subarray(at - (at % sequenceLength), at + 1);
    return [named(history), named(lists.subarray(at * k, (at + 1) * k))];
  });
}

/** The first user's lists of a cell, in titles, by the phases that they are told of. */
function listsOf(events: readonly RunEvent[], cell: number, phases: readonly string[]) {
  const titles = titlesOf(told(events, cell));
  const views = told(events, cell).flatMap((event) =>
    event.kind === 'view' && event.content.view === 'lists' ? [event.content] : [],
  );
  return phases.map((phase) => {
    const { items, k } = views.findLast((view) => view.phase === phase) as ListsView;
    return Array.from(items.subarray(0, k), (item) => titles[item]);
  });
}
