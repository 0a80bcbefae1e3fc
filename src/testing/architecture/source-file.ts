/** A source file as the architecture test sees it; paths are relative to `src/`, with forward slashes. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

export interface Import {
  /** Path inside `src/` for a relative import, else the package as written. */
  readonly target: string;
  readonly isPackage: boolean;
  /** Erased by the compiler: `import type`, or braces that hold types only. */
  readonly isType: boolean;
  readonly isDynamic: boolean;
}

/** A broken rule, as the test reports it: which file, which rule, why it is there. */
export function violation(path: string, rule: string, why: string): string {
  return `src/${path}: ${rule}. Why: ${why}`;
}

export function isTest({ path }: SourceFile): boolean {
  return /\.test\.tsx?$/.test(path);
}

/** The text without comments, so that a rule does not trip over prose. Strings stay. */
export function withoutComments(text: string): string {
  const pattern = /("(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`)|\/\*[\s\S]*?\*\/|\/\/.*/g;
  return text.replaceAll(pattern, (_match, quoted: string | undefined) => quoted ?? '');
}

/** Every import and re-export of a file, from its import statements alone. */
export function importsOf(file: SourceFile): Import[] {
  const code = withoutComments(file.text);
  const found: Import[] = [];
  const add = (specifier: string, isType: boolean, isDynamic: boolean) => {
    const isPackage = !specifier.startsWith('.');
    found.push({
      target: isPackage ? specifier : resolved(file.path, specifier),
      isPackage,
      isType,
      isDynamic,
    });
  };
  for (const [, type, clause = '', specifier = ''] of code.matchAll(
    /^\s*(?:import|export)\s+(type\s+)?(?:([\w*${},\s]+?)\s+from\s+)?['"]([^'"\n]+)['"]/gm,
  )) {
    add(specifier, type !== undefined || holdsTypesOnly(clause), false);
  }
  for (const [, prefix, specifier = '', member] of code.matchAll(
    /(typeof\s+)?\bimport\(\s*['"]([^'"\n]+)['"]\s*\)(\.[A-Z])?/g,
  )) {
    add(specifier, prefix !== undefined || member !== undefined, true);
  }
  return found;
}

function holdsTypesOnly(clause: string): boolean {
  const names =
    /^\{([^}]*)\}$/
      .exec(clause.trim())?.[1]
      ?.split(',')
      .filter((name) => name.trim()) ?? [];
  return names.length > 0 && names.every((name) => name.trim().startsWith('type '));
}

function resolved(from: string, specifier: string): string {
  const steps = from.split('/').slice(0, -1);
  for (const step of specifier.replace(/\?.*$/, '').split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.') steps.push(step);
  }
  return steps.join('/');
}
