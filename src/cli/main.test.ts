import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { smallAttack, smallExperiment, smallWrmf } from '../testing/small-experiment.ts';
import type { ExperimentResult } from '../core/run/result.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
let folder = '';
const at = (name: string) => join(folder, name);
const written = async (name: string, content: unknown) => {
  await writeFile(at(name), typeof content === 'string' ? content : JSON.stringify(content));
  return at(name);
};

interface Ended {
  readonly code: number | null;
  readonly out: string;
  /** Lines on stderr. */
  readonly err: readonly string[];
}

/** Runs the command line as a user does; `onError` sees stderr as it comes. */
function recsec(args: readonly string[], onError?: (text: string, kill: () => void) => void): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', 'tsx', 'src/cli/main.ts', ...args], { cwd: root });
    let [out, err] = ['', ''];
    child.stdout.on('data', (data) => (out += String(data)));
    child.stderr.on('data', (data) => {
      err += String(data);
      if (!child.killed) onError?.(err, () => child.kill('SIGINT'));
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, out, err: err.split('\n').filter(Boolean) }));
  });
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'recsec-cli-'));
  await written('small.json', smallExperiment());
});
afterAll(() => rm(folder, { recursive: true }));

describe('list', () => {
  test('prints every preset and algorithm with its parameters as JSON', async () => {
    const { code, out } = await recsec(['list', '--json']);
    const listed = JSON.parse(out) as Record<string, Record<string, unknown>>;
    expect(code).toBe(0);
    expect(Object.keys(listed)).toEqual(
      expect.arrayContaining(['presets', 'datasets', 'models', 'attacks', 'metrics']),
    );
    expect(listed.models?.wrmf).toMatchObject({ parameters: { epochs: { kind: 'integer', default: 100 } } });
  });
});

describe('run', () => {
  test('writes the result to stdout and progress to stderr, with the changes of the command line', async () => {
    const flags = ['--seed', '7', '--repeats', '2', '--set', 'victim.params.epochs=3'];
    const { code, out, err } = await recsec(['run', at('small.json'), ...flags, '--backend', 'cpu']);
    expect(err.join('\n')).toContain('clean');
    const result = JSON.parse(out) as ExperimentResult;
    expect(code).toBe(0);
    expect(result.spec).toMatchObject({ seed: 7, repeats: 2, victim: { params: { epochs: 3 } } });
    expect(result.environment.backend).toBe('cpu');
    expect(result.cells[0]?.phases.clean?.['hr@3']?.values).toHaveLength(2);
    expect(result.cells[0]?.series['loss.train']?.x).toEqual([1, 2, 3]);
  });

  test('--artifacts writes every query of a thief, a JSON line each', async () => {
    const narm = { id: 'narm', params: { embeddingSize: 4, hiddenSize: 4, epochs: 1, patience: 0 } };
    const spec = {
      version: 1,
      dataset: { id: 'markov-sequences', params: { users: 20, items: 12, length: 6 } },
      split: { id: 'leave-one-out', params: { pick: 'latest' } },
      victim: narm,
      attack: {
        id: 'model-extraction',
        params: { surrogate: narm, sequenceCount: 4, sequenceLength: 3, listLength: 5 },
      },
      evaluation: { cutoffs: [5], control: false },
    };
    const path = await written('theft.json', spec);
    const flags = ['--backend', 'cpu', '--artifacts', at('artifacts'), '--out', at('theft.out')];
    const { code } = await recsec(['run', path, ...flags]);
    expect(code).toBe(0);
    const log = await readFile(at('artifacts/cell-1-repeat-1-queries-attacked.jsonl'), 'utf8');
    const lines = log.trimEnd().split('\n').map((line) => JSON.parse(line) as Record<string, unknown>); // prettier-ignore
    expect(lines).toHaveLength(12);
    expect(lines[11]).toMatchObject({ query: 11, sequence: 3 });
    const items = await readFile(at('artifacts/cell-1-repeat-1-items.jsonl'), 'utf8');
    const named = items
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { id: string });
    expect(named[5]).toEqual({ index: 5, id: '5' });
    const logged = lines.flatMap(({ list, history }) => [...(list as string[]), ...(history as string[])]);
    expect(named.map(({ id }) => id)).toEqual(expect.arrayContaining([...new Set(logged)]));
    expect(lines.map(({ list }) => (list as unknown[]).length)).toEqual(Array(12).fill(5));
    expect(await readFile(at('theft.out'), 'utf8')).not.toContain('"list"');
  });

  test('shards of a grid merge to the result of the whole grid', async () => {
    const axes = ['--grid', 'victim.params.epochs=2,3', '--grid', 'victim.params.embeddingSize=2,3'];
    const grid = ['run', at('small.json'), ...axes, '--backend', 'cpu'];
    const part = (shard: string) => recsec([...grid, '--shard', shard, '--out', at(`${shard[0]}.json`)]);
    const [whole, first, second] = [await recsec(grid), await part('1/2'), await part('2/2')];
    expect([whole.code, first.code, second.code]).toEqual([0, 0, 0]);
    const merged = await recsec(['merge', at('1.json'), at('2.json')]);
    const read = (text: string) => JSON.parse(text) as ExperimentResult;
    expect(read(merged.out).fingerprint).toBe(read(whole.out).fingerprint);
    expect(read(merged.out).means).toHaveLength(4);
    expect(read(merged.out).means).toEqual(read(whole.out).means);
    expect(read(merged.out).cells.map((cell) => cell.at)).toEqual(
      read(whole.out).cells.map((cell) => cell.at),
    );
    expect(read(await readFile(at('1.json'), 'utf8')).cells).toHaveLength(2);
    const lacking = await recsec(['merge', at('1.json')]);
    expect(lacking).toMatchObject({ code: 2, out: '' });
    expect(lacking.err).toEqual([
      'merge: every cell must be in one of the files, this one is in 0, got {"victim.params.epochs":"2","victim.params.embeddingSize"...',
    ]);
  });

  test('--dry-run prints every cell with time and memory, and runs nothing', async () => {
    const dry = [
      'run',
      at('small.json'),
      '--grid',
      'victim.params.epochs=2,3',
      '--dry-run',
      '--out',
      at('dry.json'),
    ];
    const { code, out } = await recsec(dry);
    const lines = out.trim().split('\n');
    expect(code).toBe(0);
    expect(lines).toHaveLength(3);
    expect(lines[0]).toMatch(
      /^cell 1 {2}victim\.params\.epochs=2 {2}1 repeats {2}about .+, \d+ MB of tensors$/,
    );
    expect(lines[2]).toMatch(/^2 cells, about .+ in all on wasm$/);
    expect(existsSync(at('dry.json'))).toBe(false);
  });

  test('an interrupt ends it with a message', async () => {
    const endless = smallExperiment({ repeats: 1000, victim: smallWrmf({ epochs: 5000 }) });
    const path = await written('endless.json', endless);
    const { code, out, err } = await recsec(['run', path], (text, kill) => text.includes('data') && kill());
    expect(code).toBe(1);
    expect(out).toBe('');
    expect(err.at(-1)).toBe('Cancelled.');
  });

  test('a loss that is not finite ends it with code 1 and one sentence', async () => {
    const victim = {
      id: 'item-autoencoder',
      params: {
        epochs: 20,
        learningRate: 10,
        activation: 'selu',
        layerSizes: [512, 512, 512, 512],
      },
    };
    const path = await written('diverging.json', smallExperiment({ victim }));
    const { code, out, err } = await recsec(['run', path, '--out', at('diverged.json')]);
    expect(code).toBe(1);
    expect(out).toBe('');
    expect(err.at(-1)).toMatch(
      /^clean victim: the training loss of epoch \d+ is not finite\. Lower the learning rate of the model\.$/,
    );
    expect(existsSync(at('diverged.json'))).toBe(false);
  });
});

describe('bad input ends with code 2 and one line of place, rule and value, and writes nothing', () => {
  const fileSpec = { ...smallExperiment(), attack: null };
  test.concurrent.each<[string, () => Promise<readonly string[]>, RegExp]>([
    [
      'an unknown preset',
      async () => ['tang-2020/fig-9'],
      /^run: no such preset or file; presets are .*tang-2020\/fig-3.*, got "tang-2020\/fig-9"$/,
    ],
    [
      'malformed JSON',
      async () => [await written('malformed.json', '{"version": 1,')],
      /malformed\.json: must be JSON \(.+\)$/,
    ],
    [
      'JSON that is no object',
      async () => [await written('text.json', '"spec"'), '--seed', '3'],
      /^(version|.*text\.json): must be /,
    ],
    [
      'an unknown parameter',
      async () => [at('small.json'), '--set', 'victim.params.epoch=3'],
      /^victim\.params\.epoch: unknown parameter; there are .+, got 3$/,
    ],
    [
      'a parameter out of bounds',
      async () => [await written('a.json', smallExperiment({ attack: smallAttack({ threshold: 2 }) }))],
      /^attack\.params\.threshold: must be at most 1, got 2$/,
    ],
    [
      'a file with another separator',
      async () => [
        await written('spec.json', fileSpec),
        '--file',
        await written('commas.csv', 'user,item,rating\n1,2,3\n2,3,4\n'),
        '--set',
        'dataset.params.format=ratings-dat',
      ],
      /commas\.csv.*::/,
    ],
    [
      'an empty file',
      async () => [await written('spec2.json', fileSpec), '--file', await written('empty.csv', '')],
      /empty\.csv.*(empty|no )/,
    ],
    [
      'a missing file',
      async () => [await written('spec3.json', fileSpec), '--file', at('missing.csv')],
      /^dataset\.params\.path: no such file, got ".+/,
    ],
    ['an unknown flag', async () => [at('small.json'), '--sed', '3'], /--sed/],
    [
      'a backend that Node lacks',
      async () => [at('small.json'), '--backend', 'webgpu'],
      /^--backend: must be auto, wasm or cpu: .+, got "webgpu"$/,
    ],
    [
      'a shard beyond their number',
      async () => [at('small.json'), '--shard', '3/2'],
      /^--shard: must be i\/n with i from 1 to n, as in 2\/4, got "3\/2"$/,
    ],
  ])('%s', async (name, args, message) => {
    const out = at(`${name.replaceAll(' ', '-')}.out`);
    const ended = await recsec(['run', ...(await args()), '--out', out]);
    // Loading the data may come after a line of progress; the fault is one line, the last.
    const fault = ended.err.filter((line) => !/^ +\d+% /.test(line));
    expect(fault).toHaveLength(1);
    expect(fault[0]).toMatch(message);
    expect(ended.code).toBe(2);
    expect(ended.out).toBe('');
    expect(existsSync(out)).toBe(false);
  });
});
