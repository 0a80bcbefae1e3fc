import type { ExperimentResult, Series } from '../core/run/result.ts';

/** The curves that the gallery and the first look at a preset draw; a run in the page makes all of them. */
const drawn =
  /^((defended\.)?(surrogate\.hr|agreement|exact)@\d+|(defended\.)?loss\.surrogate|loss\.(train|adversarial)|loss\.(train|swap|student)\.(cleanD|d)efended|(target\.)?hr@\d+|cost\.(seconds|peakBytes)|attacked\..*hr@\d+|afterRemoval\.(recall|target\.hr)@\d+|detector\..*|clicks\..*)$/;

/** Losses by training step, which are long. */
const byTrainingStep = /^(defended\.)?loss\.(train|swap|student|surrogate)/;
/** Places of a curve that a chart draws at most. */
const mostPlaces = 100;

/** A result with the curves that are drawn before anything is computed, as dense as a chart draws them. */
export function slimResult(result: ExperimentResult): ExperimentResult {
  const cells = result.cells.map((cell) => {
    const series = Object.entries(cell.series)
      .filter(([name]) => drawn.test(name))
      .map(([name, each]) => [name, byTrainingStep.test(name) ? thinned(each) : each] as const);
    return { ...cell, series: Object.fromEntries(series) };
  });
  const { means: _, ...rest } = result; // they follow from the cells
  return { ...rest, cells };
}

/** A result without any curve: what a grid too large for its curves still says. */
export function numbersAlone(result: ExperimentResult): ExperimentResult {
  const slim = slimResult(result);
  return { ...slim, cells: slim.cells.map((cell) => ({ ...cell, series: {} })) };
}

/** Evenly spaced places of a long curve, first and last kept. */
function thinned({ x, label, values }: Series): Series {
  if (x.length <= mostPlaces) return { x, label, values };
  const kept = Array.from({ length: mostPlaces }, (_, at) =>
    Math.round((at * (x.length - 1)) / (mostPlaces - 1)),
  );
  return {
    x: kept.map((at) => x[at] as number),
    label,
    values: values.map((repeat) => kept.map((at) => repeat[at] ?? null)),
  };
}
