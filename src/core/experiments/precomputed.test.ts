import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { planExperiment } from '../run/plan-experiment.ts';
import { findPreset } from './presets.ts';

const folder = new URL('../../../public/precomputed/', import.meta.url);
const shipped = readdirSync(fileURLToPath(folder)).filter((name) => name.endsWith('.json'));

test.each(shipped)('%s was made by the experiment that its preset is now, defaults included', (name) => {
  const { preset, spec } = JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as {
    preset: string;
    spec: unknown;
  };
  expect(planExperiment(spec).cells).toEqual(planExperiment(findPreset(preset)?.spec).cells);
});
