/** The parts of plotly that the partial bundle takes; each is a CommonJS module. */
declare module 'plotly.js/lib/core' {
  const part: unknown;
  export default part;
}
declare module 'plotly.js/lib/heatmap' {
  const part: unknown;
  export default part;
}
declare module 'plotly.js/lib/scattergl' {
  const part: unknown;
  export default part;
}
