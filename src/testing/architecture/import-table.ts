/** Who may import whom. The first row whose `from` fits a file is its row. */
export interface ImportRow {
  readonly name: string;
  readonly from: RegExp;
  /** Values may come from here; a file's own folder is not implied. */
  readonly values: readonly RegExp[];
  /** Types may come from here too: they leave no trace in the bundle. */
  readonly types: readonly RegExp[];
  readonly packages: RegExp;
  readonly why: string;
}

const kinds = '(datasets|preparations|splits|models|attacks|defenses|metrics)';
const inCore = (...names: string[]) => names.map((name) => new RegExp(`^core/${name}`));
const [errors, tensors, contracts, references, math, kernels, params, data, nn, training] = inCore(
  'errors\\.ts$',
  'tensors\\.ts$',
  'contracts\\.ts$',
  'references\\.ts$',
  'math/',
  'kernels/',
  'params/',
  'data/',
  'nn/',
  'training/',
) as [RegExp, RegExp, RegExp, RegExp, RegExp, RegExp, RegExp, RegExp, RegExp, RegExp];
const spec = new RegExp(`^core/${kinds}/[^/]+/spec\\.ts$`);
const algorithm = new RegExp(`^core/${kinds}/([^/]+)/`);
const sparseMatrix = /^core\/kernels\/sparse-matrix\.ts$/;
const catalog = /^core\/(catalog|find-spec|compatibility)\.ts$/;
const run = /^core\/run\//;
const experiments = /^core\/experiments\//;
/** Types of the core that say what things are, not how they are done. */
const coreTypes = [
  contracts,
  references,
  /^core\/params\/fields\.ts$/,
  /^core\/data\/interactions\.ts$/,
  sparseMatrix,
];
const none = /^$/;
const react = /^(react|react-dom)(\/|$)|^@mantine\/|^@tabler\//;
const charts = /^(recharts|plotly\.js|katex)(\/|$)/;
const tfjs = /^@tensorflow\//;
const either = (...all: RegExp[]) => new RegExp(all.map((one) => one.source).join('|'));

export const tfjsPackage = tfjs;
export const algorithmFolder = algorithm;
export const specFile = spec;

export const importTable: readonly ImportRow[] = [
  row('core/errors, core/references', /^core\/(errors|references)\.ts$/, [], [], none, 'everything stands on them, so they stand on nothing'), // prettier-ignore
  row('core/tensors', tensors, [], [], either(tfjs, /^#tfjs-gradients$/), 'it is the one door to tfjs'),
  row(
    'core/contracts, core/specs, core/views, core/sequential, core/explain, core/defending',
    /^core\/(contracts|specs|views|sequential|explain|defending)\.ts$/,
    [],
    [/^core\//],
    none,
    'a contract is types only',
  ),
  row('core/math', math, [math, errors, tensors], coreTypes, none, 'numerics must be usable without the lab'),
  row('core/kernels', kernels, [kernels, errors, tensors], coreTypes, tfjs, 'numerics must be usable without the lab'), // prettier-ignore
  row('core/params', params, [params, errors], [contracts, references], /^(zod|fflate)$/, 'the form and the URL read it without tensors'), // prettier-ignore
  row('core/data', data, [data, math, errors, tensors, sparseMatrix], coreTypes, /^fflate$/, 'data knows no algorithm'), // prettier-ignore
  row('an algorithm’s spec', spec, [params, references], coreTypes, none, 'the page reads specs without loading tensors'), // prettier-ignore
  row('core/nn', nn, [nn, math, kernels, tensors, errors, contracts], [...coreTypes, data], none, 'what all models share must know none of them'), // prettier-ignore
  row('core/training', training, [nn, training, data, math, kernels, tensors, errors, contracts], coreTypes, none, 'what all models share must know none of them'), // prettier-ignore
  row('an algorithm', algorithm, [algorithm, math, kernels, nn, training, data, errors, contracts, tensors], coreTypes, none, 'a surrogate or victim arrives through the context, so that any can be combined'), // prettier-ignore
  row(
    'core/catalog',
    /^core\/catalog\.ts$/,
    [spec],
    [contracts],
    none,
    'the page reads it without loading tensors',
  ),
  row('core/implementations', /^core\/implementations\.ts$/, [algorithm], [/^core\/catalog\.ts$/, contracts], none, 'it is the one place that knows where implementations are'), // prettier-ignore
  row('core/find-spec, core/compatibility', catalog, [catalog, params, errors, references], [/^core\//], none, 'the page reads them without loading tensors'), // prettier-ignore
  row('core/run', run, [run, experiments, catalog, /^core\/implementations\.ts$/, params, data, math, kernels, training, errors, tensors], [/^core\//], /^zod$/, 'the runner reaches algorithms through the implementations only'), // prettier-ignore
  row('core/experiments', experiments, [experiments, catalog, params, errors, /^core\/run\/(experiment-spec|result)\.ts$/], [/^core\//], none, 'presets are plain JSON-able specs'), // prettier-ignore
  row('protocol', /^protocol\//, [/^protocol\//, errors], [/^core\//], none, 'messages cross threads as plain data; errors are made again on the other side'), // prettier-ignore
  row('worker', /^worker\//, [/^worker\//, /^core\//, /^protocol\//], [], either(tfjs, /^(idb-keyval|fflate)$/), 'the engine must run without the page'), // prettier-ignore
  row('cli', /^cli\//, [/^cli\//, /^core\//, /^protocol\//], [], either(tfjs, /^(node:|fflate)/), 'the command line must run without the page'), // prettier-ignore
  row(
    'lab',
    /^lab\//,
    [/^lab\//, /^protocol\//, errors],
    [/^core\//],
    none,
    'the main thread must stay free of computing',
  ),
  row('stores', /^stores\//, [/^stores\//, /^lab\//, /^protocol\//, catalog, experiments, params, errors, /^core\/run\/(experiment-spec|plan-experiment|validate-experiment|result)\.ts$/], [/^core\//], /^(zustand(\/|$)|react$|idb-keyval$)/, 'a store is state, not a view'), // prettier-ignore
  row('components', /^components\//, [/^components\//], [/^core\//, /^protocol\//], either(react, charts), 'props in, events out: a component can be shown anywhere'), // prettier-ignore
  row('a feature', /^features\//, [/^features\//, /^components\//, /^stores\//, catalog, experiments, params, errors, references], [/^core\//, /^lab\//, /^protocol\//], either(react, /^wouter/), 'a screen can be read, and removed, by itself'), // prettier-ignore
  row('app', /^app\//, [/^app\//, /^features\//, /^components\//, /^stores\//, /^lab\//, errors, params], [/^core\//, /^protocol\//], either(react, /^(wouter|zustand|virtual:)/), 'the shell composes screens'), // prettier-ignore
  row('main.tsx', /^main\.tsx$/, [/^app\//], [], react, 'it mounts the app and nothing else'),
];

function row(
  name: string,
  from: RegExp,
  values: readonly RegExp[],
  types: readonly RegExp[],
  packages: RegExp,
  why: string,
): ImportRow {
  return { name, from, values, types, packages, why };
}
