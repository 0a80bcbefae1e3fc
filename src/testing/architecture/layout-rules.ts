import { isTest, violation, withoutComments, type SourceFile } from './source-file.ts';

const longest = 300;
const longestMedian = 120;
const folders = /^(core\/(?:datasets|preparations|splits|models|attacks|defenses|metrics)\/([^/]+))\//;

/** Violations of the rules on names, sizes and the files of an algorithm. */
export function layoutViolations(files: readonly SourceFile[]): string[] {
  return [...files.flatMap(nameAndSize), ...medianSize(files), ...algorithms(files)];
}

/** Violations of the rules on the name and size of a single file. */
export function nameAndSize(file: SourceFile): string[] {
  const found: string[] = [];
  const say = (rule: string, why: string) => found.push(violation(file.path, rule, why));
  const kebab = /^([a-z0-9]+(-[a-z0-9]+)*\/)*[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*\.tsx?$/;
  if (!kebab.test(file.path)) say('is not named in kebab-case', 'one way to write a name');
  if (/(^|\/)index\.tsx?$/.test(file.path)) say('is a barrel', 'an import names the file it means');
  const lines = file.text.split('\n').length - 1;
  if (lines > longest) say(`has ${lines} lines, more than ${longest}`, 'one idea in a file');
  const only = exportedValues(file);
  if (/^core\/(math|nn|training)\//.test(file.path) && !isTest(file) && only.length === 1) {
    const name = only[0] as string;
    if (!shareAWord(name, file.path)) {
      say(`exports only ${name}, which shares no word with its name`, 'a file is found by what it gives');
    }
  }
  return found;
}

function medianSize(files: readonly SourceFile[]): string[] {
  const sizes = files.map(({ text }) => text.split('\n').length - 1).sort((a, b) => a - b);
  const median = sizes[Math.floor(sizes.length / 2)] ?? 0;
  if (median <= longestMedian) return [];
  return [
    violation('', `files have a median of ${median} lines, more than ${longestMedian}`, 'one idea in a file'),
  ];
}

/** Each algorithm is a folder with spec.ts, <id>.ts and <id>.test.ts, named in the catalog and in the implementations. */
function algorithms(files: readonly SourceFile[]): string[] {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const ids = new Map(files.flatMap(({ path }) => {
    const [, folder, id] = folders.exec(path) ?? [];
    return folder !== undefined && id !== undefined ? [[folder, id] as const] : [];
  })); // prettier-ignore
  return [...ids].flatMap(([folder, id]) => {
    const found: string[] = [];
    for (const name of ['spec.ts', `${id}.ts`, `${id}.test.ts`]) {
      if (!byPath.has(`${folder}/${name}`)) {
        found.push(
          violation(folder, `has no ${name}`, 'every algorithm is looked for in the same three files'),
        );
      }
    }
    const spec = byPath.get(`${folder}/spec.ts`);
    const declared = spec && /^ {2}id: '([^']+)'/m.exec(spec.text)?.[1];
    if (spec && declared?.replaceAll('.', '-') !== id) {
      found.push(violation(spec.path, `declares the id ${declared}`, 'the folder is named after the id'));
    }
    const main = byPath.get(`${folder}/${id}.ts`);
    if (main && !exportedValues(main).includes(camelCase(id))) {
      found.push(
        violation(main.path, `does not export ${camelCase(id)}`, 'one main export, named after its file'),
      );
    }
    for (const [list, file] of [
      ['catalog.ts', 'spec.ts'],
      ['implementations.ts', `${id}.ts`],
    ] as const) {
      // prettier-ignore
      const text = byPath.get(`core/${list}`)?.text;
      if (text !== undefined && !text.includes(`./${folder.slice('core/'.length)}/${file}`)) {
        found.push(violation(folder, `is not in core/${list}`, 'what is not registered cannot be chosen'));
      }
    }
    return found;
  });
}

/** Names of exported functions, constants and classes. */
function exportedValues(file: SourceFile): string[] {
  const pattern = /^export (?:async )?(?:function\*?|const|class) (\w+)/gm;
  return [...withoutComments(file.text).matchAll(pattern)].map(([, name = '']) => name);
}

function camelCase(id: string): string {
  return id.replaceAll(/-(\w)/g, (_match, letter: string) => letter.toUpperCase());
}

/** Some word of the name and some word of the path begin alike: `signFlipTest` in sign-flip-test.ts, `adam` in optimizers/adam.ts. */
function shareAWord(name: string, path: string): boolean {
  const words = name.replaceAll(/([A-Z])/g, ' $1').toLowerCase().split(/[ _]+/).filter(Boolean); // prettier-ignore
  const places = path.replace(/\.tsx?$/, '').split(/[/.-]/);
  return words.some((word) => places.some((place) => place.slice(0, 4) === word.slice(0, 4)));
}
