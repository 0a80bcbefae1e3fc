import { catalog } from '../../catalog.ts';
import type { DatasetSpec } from '../../contracts.ts';
import type { Preset } from '../preset.ts';

/** Choices where the defaults do not serve: of MovieLens 1M the table put together again is easier to come by. */
const parametersOf: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  'ml-1m': { ratings: 'recovered' },
};

/** Every dataset of the catalog from one of these sources, one point each. */
const pointsOf = (origins: readonly DatasetSpec['origin'][]) =>
  Object.values<DatasetSpec>(catalog.datasets)
    .filter(({ origin }) => origins.includes(origin))
    .map(({ id, name }) => ({ label: name, set: { dataset: { id, params: parametersOf[id] ?? {} } } }));

const described = (points: ReturnType<typeof pointsOf>) => ({
  version: 1,
  seed: 1,
  repeats: 1,
  dataset: points[0]?.set.dataset,
  evaluation: { dataOnly: true },
  axes: [{ name: 'dataset', points }],
});

const story =
  'Users, items, clicks, density, profile lengths and the long tail of every dataset, as the experiments get them before any preparation. Nothing is trained.';

export const statistics: Preset = {
  id: 'datasets/statistics',
  title: 'What the data look like',
  story,
  paper: '',
  spec: described(pointsOf(['bundled', 'generated'])),
  reduced: [
    'The datasets that come with this page; those that may not be passed on are read by the command line.',
  ],
  estimate: { seconds: 3, bytes: 20e6 },
  published: [],
  notes: [],
};

const source = 'Tang et al. 2020, section 4.1 (text)';
const gowalla = { at: { dataset: 'Gowalla (15-core)' }, phase: 'clean', source } as const;

export const statisticsPaper: Preset = {
  id: 'datasets/statistics@paper',
  title: 'What the papers’ data look like',
  story,
  paper: '',
  spec: described(pointsOf(['bundled', 'generated', 'raw'])),
  reduced: [],
  estimate: { seconds: 25, bytes: 200e6 },
  published: [
    { ...gowalla, metric: 'data.users', value: 13_100 },
    { ...gowalla, metric: 'data.items', value: 14_000 },
    { ...gowalla, metric: 'data.sparsity', value: 0.9971 },
  ],
  notes: [
    'Needs the raw files through --data.',
    'MovieLens 1M is read from the recovered table, which lacks 601 of its 1,000,209 ratings.',
    'The paper rounds its counts: 13.1k users and 14.0k venues.',
  ],
};
