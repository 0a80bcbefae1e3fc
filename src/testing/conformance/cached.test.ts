import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fileCache } from '../../cli/file-cache.ts';
import { runExperiment } from '../../core/run/run-experiment.ts';
import { useBackend } from '../backends.ts';
import { createTestHost, drained } from '../test-host.ts';
import { attackedSpec, sequencesSpec } from './attack-run.ts';
import { smallComponent } from './small-parameters.ts';
import { everyModel } from './trained.ts';

useBackend('wasm');

const targetItems = { by: 'popularity-rank', ranks: [12] };
const filler = { id: 'random-filler', params: { fakeUserCount: 2, fillerCount: 2, targetItems } };

test.each(everyModel)(
  'of a finished run with victim $id a second run on the same folder works nothing out',
  async (model) => {
    const { id, params } = smallComponent(model);
    const victim = { id, params: { ...params, ...('epochs' in params && { epochs: 2 }) } };
    const spec = model.capabilities.sequences ? sequencesSpec({ victim }) : attackedSpec(filler, { victim });
    const folder = await mkdtemp(join(tmpdir(), 'stages-'));
    const run = async () => {
      const host = { ...createTestHost(), cache: fileCache(folder, true) };
      return (await drained(runExperiment(spec, host))).returned.fingerprint;
    };
    const written = async () => {
      const names = await readdir(folder);
      const times = names.map(async (name) => [name, (await stat(join(folder, name))).mtimeMs] as const);
      return Object.fromEntries(await Promise.all(times));
    };
    try {
      const first = await run();
      const before = await written();
      expect(Object.keys(before).filter((name) => name.startsWith('victim-')).length).toBeGreaterThan(1);
      expect(await run()).toBe(first);
      expect(await written()).toEqual(before);
    } finally {
      await rm(folder, { recursive: true });
    }
  },
);
