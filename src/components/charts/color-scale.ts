import { diverging } from './roles.ts';

/** The range that colours span. Diverging scales are centred on 0. */
export interface ColorScale {
  readonly kind: 'sequential' | 'diverging';
  readonly least: number;
  readonly greatest: number;
}

/** Viridis at eighths, dark to bright. */
const viridis = [
  '#440154',
  '#472D7B',
  '#3B528B',
  '#2C728E',
  '#21918C',
  '#28AE80',
  '#5EC962',
  '#ADDC30',
  '#FDE725',
] as const;

/**
 * The scale for some numbers. Differences get a diverging one, as far to either side as the farthest. Shares begin at 0, so that small
 * differences between large ones do not look large; ranks and the like span what there is.
 */
export function scaleFor(values: readonly (number | null)[], difference: boolean): ColorScale {
  const present = values.filter((value): value is number => value !== null && Number.isFinite(value));
  const least = Math.min(...present);
  const greatest = Math.max(...present);
  if (present.length === 0) return { kind: difference ? 'diverging' : 'sequential', least: 0, greatest: 1 };
  if (difference) {
    const reach = Math.max(Math.abs(least), Math.abs(greatest), 1e-9);
    return { kind: 'diverging', least: -reach, greatest: reach };
  }
  const share = least >= 0 && greatest <= 1;
  const from = share ? 0 : least;
  return { kind: 'sequential', least: from, greatest: greatest > from ? greatest : from + 1e-9 };
}

/** The colour of a number. */
export function colorOf(value: number, scale: ColorScale): string {
  const share = Math.min(1, Math.max(0, (value - scale.least) / (scale.greatest - scale.least)));
  return colorAt(share, scale.kind);
}

/** The colour at a share of the scale. */
export function colorAt(share: number, kind: ColorScale['kind']): string {
  const stops = kind === 'diverging' ? diverging.map(([, color]) => color) : viridis;
  const place = share * (stops.length - 1);
  const low = Math.min(stops.length - 2, Math.floor(place));
  const [from, to] = [channels(stops[low] as string), channels(stops[low + 1] as string)];
  const mixed = from.map((value, at) => Math.round(value + (place - low) * ((to[at] as number) - value)));
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

/** Black or white, whichever is easier to read on a colour (relative luminance as WCAG 2.2 defines it). */
export function inkOn(color: string): '#000000' | '#FFFFFF' {
  const [red, green, blue] = channels(color).map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  const luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  return (luminance + 0.05) ** 2 > 0.05 * 1.05 ? '#000000' : '#FFFFFF';
}

function channels(color: string): readonly number[] {
  return [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
}
