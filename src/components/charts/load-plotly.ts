import type * as PlotlyModule from 'plotly.js';

export type Plotly = Pick<typeof PlotlyModule, 'react' | 'purge' | 'toImage' | 'register' | 'Plots'>;
interface Bundled {
  readonly default: unknown;
}

let loaded: Promise<Plotly> | undefined;

/** Plotly with heat maps and WebGL points only, fetched when the first such chart is on screen. */
export function loadPlotly(): Promise<Plotly> {
  loaded ??= bundle().catch((error: unknown) => {
    loaded = undefined;
    throw error;
  });
  return loaded;
}

async function bundle(): Promise<Plotly> {
  // Parts of plotly were written for Node's name of the global object.
  (globalThis as { global?: unknown }).global ??= globalThis;
  const { default: core } = (await import('plotly.js/lib/core')) as Bundled;
  const traces = (await Promise.all([
    import('plotly.js/lib/heatmap'),
    import('plotly.js/lib/scattergl'),
  ])) as Bundled[];
  const plotly = core as Plotly;
  plotly.register(traces.map((trace) => trace.default) as Parameters<Plotly['register']>[0]);
  return plotly;
}
