import { isTest, violation, withoutComments, type SourceFile } from './source-file.ts';

interface TextRule {
  readonly where: RegExp;
  readonly pattern: RegExp;
  readonly rule: string;
  readonly why: string;
  readonly alsoInTests?: true;
  /** Looks at the text with its comments. */
  readonly comments?: true;
}

const core = /^core\//;
const all = /./;

const rules: readonly TextRule[] = [
  { where: all, pattern: /[:<,(|&]\s*any\b(?!\w)|\bas any\b|\bany\[\]/, rule: 'uses the type any', why: 'the compiler checks nothing behind it', alsoInTests: true }, // prettier-ignore
  { where: core, pattern: /\bexport default\b/, rule: 'has a default export', why: 'a name that every reader can search for' }, // prettier-ignore
  { where: all, pattern: /\.(dataSync|arraySync)\(/, rule: 'reads a tensor synchronously', why: 'it blocks on a GPU; use data() or array()' }, // prettier-ignore
  { where: core, pattern: /\bMath\.random\b/, rule: 'uses Math.random', why: 'all randomness comes from streams of math/rng.ts, so that a seed repeats a run' }, // prettier-ignore
  { where: core, pattern: /\bDate\.now\b|\bnew Date\b|\bperformance\.now\b/, rule: 'reads a clock', why: 'time comes from the context, so that a run does not depend on it' }, // prettier-ignore
  { where: core, pattern: /\b(setTimeout|setInterval|setImmediate|requestAnimationFrame|queueMicrotask)\b/, rule: 'uses a timer', why: 'the context paces the work: the worker and the command line breathe in different ways' }, // prettier-ignore
  { where: core, pattern: /\btf\.(randomNormal|randomUniform|truncatedNormal|multinomial|randomGamma)\b/, rule: 'draws with tfjs', why: 'backends draw different numbers, and seed 0 means none' }, // prettier-ignore
  { where: all, pattern: /\b(test|it|describe)\.(skip|todo|only)\b/, rule: 'skips, postpones or singles out a test', why: 'a test runs or is deleted', alsoInTests: true }, // prettier-ignore
  { where: all, pattern: /(^|[\s'"`(=])(\/(home|work|Users|root)\/|[A-Z]:\\Users)/m, rule: 'holds a path of one machine', why: 'the project must work everywhere', alsoInTests: true, comments: true }, // prettier-ignore
  { where: all, pattern: /\b(TODO|FIXME|XXX)\b/, rule: 'holds a TODO', why: 'open ends belong in the issue tracker', alsoInTests: true, comments: true }, // prettier-ignore
];

/** Violations of rules on what a file may say. The rules' own files, which name what they forbid, are left out. */
export function textViolations(files: readonly SourceFile[]): string[] {
  return files.flatMap((file) => {
    if (file.path.startsWith('testing/architecture/') || file.path === 'architecture.test.ts') return [];
    const code = withoutComments(file.text);
    return rules
      .filter((rule) => rule.where.test(file.path) && (rule.alsoInTests || !isForTests(file)))
      .filter((rule) => rule.pattern.test(rule.comments ? file.text : code))
      .map(({ rule, why }) => violation(file.path, rule, why));
  });
}

function isForTests(file: SourceFile): boolean {
  return isTest(file) || file.path.startsWith('testing/');
}
