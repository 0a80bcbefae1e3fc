import { describe, expect, test } from 'vitest';
import { importViolations } from './import-rules.ts';
import { layoutViolations } from './layout-rules.ts';
import { importsOf, withoutComments, type SourceFile } from './source-file.ts';
import { textViolations } from './text-rules.ts';

const file = (path: string, text = ''): SourceFile => ({ path, text });
const imports = (path: string, ...targets: string[]) =>
  file(path, targets.map((target) => `import { x } from '${target}';\n`).join(''));
const typeImports = (path: string, target: string) => file(path, `import type { X } from '${target}';\n`);

describe('reading imports', () => {
  test('finds every form, resolves paths and tells types from values', () => {
    const text = [
      "import { a } from './a.ts';",
      "import type { B } from '../b.ts';",
      "import { type C, type D } from '../../c.ts';",
      "import { type E, f } from './e.ts';",
      "import g, * as h from 'g';",
      "import './side-effect.css';",
      "import {\n  i,\n  j,\n} from './i.ts';",
      "export { k } from './k.ts';",
      "export type { L } from './l.ts';",
      "const m = () => import('./m.ts');",
      "type N = import('./n.ts').N;",
      "// import { o } from './o.ts';",
      "/* import { p } from './p.ts'; */",
    ].join('\n');
    expect(importsOf(file('core/math/x.ts', text)).map((use) => [use.target, use.isType])).toEqual([
      ['core/math/a.ts', false],
      ['core/b.ts', true],
      ['c.ts', true],
      ['core/math/e.ts', false],
      ['g', false],
      ['core/math/side-effect.css', false],
      ['core/math/i.ts', false],
      ['core/math/k.ts', false],
      ['core/math/l.ts', true],
      ['core/math/m.ts', false],
      ['core/math/n.ts', true],
    ]);
  });

  test('comments go, strings that look like comments stay', () => {
    expect(withoutComments("a('https://x'); // b\n/* c\n */ d(`/*e*/`);")).toBe(
      "a('https://x'); \n d(`/*e*/`);",
    );
  });
});

describe('the import table catches', () => {
  test.each([
    ['core/errors.ts', '../main.tsx'],
    ['core/math/x.ts', '../data/interactions.ts'],
    ['core/math/x.ts', '../kernels/loops.ts'],
    ['core/kernels/x.ts', '../math/rng.ts'],
    ['core/params/x.ts', '../tensors.ts'],
    ['core/params/x.ts', 'lodash'],
    ['core/data/x.ts', '../models/wrmf/wrmf.ts'],
    ['core/data/x.ts', '../kernels/loops.ts'],
    ['core/models/a/spec.ts', './a.ts'],
    ['core/models/a/spec.ts', '../../tensors.ts'],
    ['core/models/a/a.ts', '../b/b.ts'],
    ['core/attacks/a/a.ts', '../../models/wrmf/wrmf.ts'],
    ['core/attacks/a/a.ts', '../../run/run-experiment.ts'],
    ['core/training/x.ts', '../models/wrmf/wrmf.ts'],
    ['core/catalog.ts', './models/wrmf/wrmf.ts'],
    ['core/implementations.ts', './models/wrmf/wrmf.ts'],
    ['core/run/x.ts', '../models/wrmf/wrmf.ts'],
    ['core/run/x.ts', '../../worker/engine.ts'],
    ['core/experiments/tang-2020/fig-3.ts', '../../implementations.ts'],
    ['protocol/x.ts', '../core/run/result.ts'],
    ['worker/x.ts', '../stores/run-store.ts'],
    ['worker/x.ts', 'react'],
    ['cli/x.ts', '../worker/engine.ts'],
    ['lab/x.ts', '../core/implementations.ts'],
    ['lab/x.ts', 'react'],
    ['stores/x.ts', '../components/a.tsx'],
    ['components/x.tsx', '../stores/run-store.ts'],
    ['components/x.tsx', '../core/catalog.ts'],
    ['features/lab/x.tsx', '../gallery/y.tsx'],
    ['features/lab/x.tsx', '../../worker/engine.ts'],
    ['app/x.tsx', '../core/implementations.ts'],
    ['main.tsx', './features/lab/lab-page.tsx'],
    ['elsewhere/x.ts', '../core/errors.ts'],
  ])('%s importing %s', (path, target) => {
    expect(importViolations([imports(path, target)]).join()).toContain(`src/${path}: `);
  });

  test('tfjs outside its doors, also in a test', () => {
    for (const path of ['core/models/a/a.ts', 'core/models/a/a.test.ts', 'stores/x.ts']) {
      expect(importViolations([imports(path, '@tensorflow/tfjs-core')]).join()).toContain('one door to tfjs');
    }
  });

  test('the page reaching tfjs through another file, and shows the way', () => {
    const files = [
      imports('stores/x.ts', '../core/params/y.ts'),
      imports('core/params/y.ts', '../tensors.ts'),
      imports('core/tensors.ts', '@tensorflow/tfjs-core'),
    ];
    expect(importViolations(files).join('\n')).toContain(
      'src/stores/x.ts: loads tfjs by way of core/params/y.ts > core/tensors.ts > @tensorflow/tfjs-core',
    );
  });

  test('shipped code importing a test or src/testing', () => {
    expect(importViolations([imports('core/math/x.ts', './y.test.ts')]).join()).toContain(
      'tests are not shipped',
    );
    expect(importViolations([imports('core/math/x.ts', '../../testing/goldens.ts')]).join()).toContain(
      'for tests only',
    );
  });
});

test('the import table lets through what it allows', () => {
  const files = [
    imports('core/math/x.ts', './rng.ts', '../errors.ts', '../tensors.ts'),
    typeImports('core/math/y.ts', '../contracts.ts'),
    imports('core/data/x.ts', '../kernels/sparse-matrix.ts', '../math/rng.ts'),
    imports('core/preparations/a/a.ts', './spec.ts', '../../data/interactions.ts'),
    imports('core/catalog.ts', './models/wrmf/spec.ts'),
    file('core/implementations.ts', "const load = () => import('./models/wrmf/wrmf.ts');"),
    typeImports('stores/x.ts', '../core/run/result.ts'),
    imports('core/models/a/a.test.ts', '../../../testing/goldens.ts', '../b/b.ts', 'vitest'),
    imports('worker/backend/x.ts', '@tensorflow/tfjs-core'),
  ];
  expect(importViolations(files)).toEqual([]);
});

describe('the rules on text catch', () => {
  test.each([
    ['core/x.ts', 'const a: any = 1;', 'any'],
    ['components/x.tsx', 'f(a as any);', 'any'],
    ['stores/x.ts', 'type A = Record<string, any>;', 'any'],
    ['core/x.ts', 'export default 1;', 'default export'],
    ['core/x.ts', 'a.dataSync();', 'synchronously'],
    ['worker/x.ts', 'a.arraySync();', 'synchronously'],
    ['core/x.ts', 'Math.random();', 'Math.random'],
    ['core/x.ts', 'Date.now();', 'clock'],
    ['core/x.ts', 'new Date();', 'clock'],
    ['core/x.ts', 'performance.now();', 'clock'],
    ['core/x.ts', 'setTimeout(f, 1);', 'timer'],
    ['core/x.ts', 'tf.randomNormal([2]);', 'draws with tfjs'],
    ['core/x.test.ts', "test.skip('a', f);", 'skips'],
    ['core/x.test.ts', "describe.only('a', f);", 'skips'],
    ['cli/x.ts', "const at = '/home/me/data';", 'path of one machine'],
    ['cli/x.ts', '// see /root/notes', 'path of one machine'],
    ['app/x.ts', '// TODO later', 'TODO'],
  ])('%s with %s', (path, text, word) => {
    expect(textViolations([file(path, text)]).join()).toContain(word);
  });

  test('neither prose in comments, nor what is fine where it stands', () => {
    const files = [
      file(
        'core/x.ts',
        '// as any reader knows: any Date.now here would be wrong\nconst anyOf = { many: 1 };',
      ),
      file('core/x.test.ts', 'a.dataSync(); Math.random();'),
      file('worker/x.ts', 'performance.now(); setTimeout(f, 1);'),
      file('components/x.tsx', 'export default 1;'),
    ];
    expect(textViolations(files)).toEqual([]);
  });
});

describe('the layout rules catch', () => {
  const algorithm = (changes: Readonly<Record<string, string | undefined>> = {}) =>
    Object.entries({
      'core/models/two-words/spec.ts': "export const spec = {\n  id: 'two-words',\n};\n",
      'core/models/two-words/two-words.ts': 'export const twoWords = 1;\n',
      'core/models/two-words/two-words.test.ts': '',
      'core/catalog.ts': "import './models/two-words/spec.ts';\n",
      'core/implementations.ts': "import('./models/two-words/two-words.ts');\n",
      ...changes,
    }).flatMap(([path, text]) => (text === undefined ? [] : [file(path, text)]));

  test('nothing in a complete algorithm', () => {
    expect(layoutViolations(algorithm())).toEqual([]);
  });

  test.each([
    [{ 'core/models/two-words/spec.ts': undefined }, 'has no spec.ts'],
    [{ 'core/models/two-words/two-words.ts': undefined }, 'has no two-words.ts'],
    [{ 'core/models/two-words/two-words.test.ts': undefined }, 'has no two-words.test.ts'],
    [
      { 'core/models/two-words/spec.ts': "export const spec = {\n  id: 'other',\n};\n" },
      'declares the id other',
    ],
    [{ 'core/models/two-words/two-words.ts': 'export const other = 1;\n' }, 'does not export twoWords'],
    [{ 'core/catalog.ts': '' }, 'is not in core/catalog.ts'],
    [{ 'core/implementations.ts': '' }, 'is not in core/implementations.ts'],
  ])('an algorithm with %j', (changes, rule) => {
    expect(layoutViolations(algorithm(changes)).join()).toContain(rule);
  });

  test.each([
    ['core/math/camelCase.ts', '', 'kebab-case'],
    ['components/Button.tsx', '', 'kebab-case'],
    ['core/math/index.ts', '', 'barrel'],
    ['core/math/long.ts', '\n'.repeat(301), 'has 301 lines'],
    ['core/math/long.ts', '\n'.repeat(121), 'median of 121 lines'],
    ['core/math/roc.ts', 'export function quantile() {}', 'shares no word'],
  ])('%s', (path, text, rule) => {
    expect(layoutViolations([file(path, text)]).join()).toContain(rule);
  });

  test('no fault in a file of 300 lines beside shorter ones', () => {
    const files = [file('a.ts', '\n'.repeat(300)), file('b.ts', '\n'), file('c.test.ts', '\n')];
    expect(layoutViolations(files)).toEqual([]);
  });
});

test('a message names the file, the rule and the reason', () => {
  expect(importViolations([imports('core/params/x.ts', '../tensors.ts')])).toEqual([
    'src/core/params/x.ts: core/params may not import the value core/tensors.ts. Why: the form and the URL read it without tensors',
  ]);
});
