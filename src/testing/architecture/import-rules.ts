import { algorithmFolder, importTable, specFile, tfjsPackage } from './import-table.ts';
import { importsOf, isTest, violation, type Import, type SourceFile } from './source-file.ts';

/** Files that may name tfjs itself; everybody else takes its ops from core/tensors.ts. */
const tfjsDoors = /^(core\/tensors\.ts|core\/kernels\/|worker\/backend\/|cli\/|testing\/)/;
/** The page: nothing of it may load tfjs, however many files lie between. */
const page =
  /^(main\.tsx|app\/|features\/|components\/|stores\/|lab\/|protocol\/|core\/catalog\.ts|core\/params\/)/;

/** Violations of the import table and of the rules on tests and tfjs. */
export function importViolations(files: readonly SourceFile[]): string[] {
  return [...files.flatMap(violationsOfFile), ...pageReachesTensors(files)];
}

function violationsOfFile(file: SourceFile): string[] {
  const found: string[] = [];
  for (const use of importsOf(file)) {
    const say = (rule: string, why: string) => found.push(violation(file.path, rule, why));
    if (use.isPackage && tfjsPackage.test(use.target) && !tfjsDoors.test(file.path)) {
      say(
        `imports ${use.target}`,
        'core/tensors.ts is the one door to tfjs, so that gradients are registered first',
      );
    }
    if (isTest(file) || file.path.startsWith('testing/')) continue;
    if (/\.test\.tsx?$/.test(use.target)) say(`imports the test ${use.target}`, 'tests are not shipped');
    else if (use.target.startsWith('testing/')) say(`imports ${use.target}`, 'src/testing is for tests only');
    else for (const problem of outsideTheTable(file.path, use)) say(problem.rule, problem.why);
  }
  return found;
}

function outsideTheTable(path: string, use: Import): { rule: string; why: string }[] {
  const row = importTable.find(({ from }) => from.test(path));
  if (!row)
    return [{ rule: 'stands in no folder of the import table', why: 'a reader finds things by folder' }];
  if (/\.(css|svg|wasm|json)$/.test(use.target)) return [];
  const kind = use.isType ? 'type' : 'value';
  const rule = `${row.name} may not import the ${kind} ${use.target}`;
  if (use.isPackage) {
    const allowed = row.packages.test(use.target) || (tfjsPackage.test(use.target) && !tfjsDoors.test(path));
    return allowed ? [] : [{ rule, why: row.why }];
  }
  const allowed = [...row.values, ...(use.isType ? row.types : [])].some((place) => place.test(use.target));
  if (!allowed || crossesFolders(path, use)) return [{ rule, why: row.why }];
  if (path === 'core/implementations.ts' && !use.isType && !use.isDynamic) {
    return [{ rule: `${rule} at once`, why: 'implementations are loaded when first used' }];
  }
  return [];
}

/** An algorithm that imports another one, or its spec that imports it; a feature that imports another feature. */
function crossesFolders(path: string, use: Import): boolean {
  const folder = (pattern: RegExp, of: string) => pattern.exec(of)?.[0];
  const feature = /^features\/[^/]+\//;
  if (feature.test(path) && feature.test(use.target))
    return folder(feature, path) !== folder(feature, use.target);
  const own = folder(algorithmFolder, path);
  return own !== undefined && algorithmFolder.test(use.target)
    ? own !== folder(algorithmFolder, use.target) || specFile.test(path)
    : false;
}

/** Value imports are followed from each file of the page; the shortest way to tfjs is shown. */
function pageReachesTensors(files: readonly SourceFile[]): string[] {
  const next = new Map(
    files.map((file) => [file.path, importsOf(file).filter((use) => !use.isType && !use.isDynamic)]),
  );
  return files.flatMap((file) => {
    if (!page.test(file.path) || isTest(file)) return [];
    const ways = [[file.path]];
    const seen = new Set(ways[0]);
    for (const way of ways) {
      for (const use of next.get(way.at(-1) ?? '') ?? []) {
        if (use.isPackage && tfjsPackage.test(use.target)) {
          const rule = `loads tfjs by way of ${[...way.slice(1), use.target].join(' > ')}`;
          return [violation(file.path, rule, 'the page must be small and its thread free')];
        }
        if (use.isPackage || seen.has(use.target)) continue;
        seen.add(use.target);
        ways.push([...way, use.target]);
      }
    }
    return [];
  });
}
