import { svgText, svgToPng, type ImageFormat } from './export-chart.ts';
import { ink, type Scheme } from './roles.ts';

/** The SVG element that a chart drew inside `holder`, as a file on the ground of the theme. */
export async function svgPicture(
  holder: HTMLElement | null,
  selector: string,
  format: ImageFormat,
  scheme: Scheme,
): Promise<Blob> {
  const svg = holder?.querySelector<SVGSVGElement>(selector);
  if (!svg) throw new Error('the chart is not drawn yet.');
  const ground = ink[scheme].paper;
  return format === 'png'
    ? svgToPng(svg, ground)
    : new Blob([svgText(svg, ground)], { type: 'image/svg+xml' });
}
