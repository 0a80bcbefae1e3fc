/** How a table of phases and metrics is laid out: which of the two are its rows, or one under the other. */
export type TableShape = 'phases as rows' | 'metrics as rows' | 'stacked';

/** The layout that needs no sideways scrolling; `em` is the size of the text in pixels. Intervals make numbers wider. */
export function tableShape(
  width: number,
  em: number,
  phases: number,
  metrics: number,
  withIntervals = false,
): TableShape {
  const fits = (name: number, column: number, count: number) => (name + column * count) * em <= width;
  if (fits(13, withIntervals ? 8 : 6, metrics)) return 'phases as rows';
  if (fits(12, 8.5, phases)) return 'metrics as rows';
  return 'stacked';
}
