/** Numbers as the page shows them; minus signs and thin marks of the reader's language are left to Intl. */
const plain = new Intl.NumberFormat('en', { maximumFractionDigits: 3 });
const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });

/** A value with about three significant places; "n/a" for one that is undefined. */
export function formatValue(value: number | null | undefined): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return 'n/a';
  const size = Math.abs(value);
  if (size >= 1000) return whole.format(value);
  if (size >= 100) return value.toFixed(Number.isInteger(value) ? 0 : 1);
  if (size > 0 && size < 0.001) return value.toExponential(1);
  return plain.format(value);
}

const compact = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 2 });

/** A value as an axis has room for: 1.8M, 4.9K. */
export function formatTick(value: number): string {
  return Math.abs(value) >= 10_000 ? compact.format(value) : formatValue(value);
}

/** Round places of an axis between two ends: steps of 1, 2 or 5 times a power of ten, the ends themselves not forced in. */
export function roundTicks(least: number, greatest: number, about = 6): readonly number[] {
  const span = greatest - least;
  if (!(span > 0)) return [least];
  const rough = span / about;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5, 10].find((factor) => factor * power >= rough) ?? 10) * power;
  const first = Math.ceil(least / step);
  const last = Math.floor(greatest / step);
  return Array.from({ length: last - first + 1 }, (_, at) => Number(((first + at) * step).toPrecision(12)));
}

/** Mean and standard deviation; the deviation only where there was more than one repeat. */
export function formatMeasured(mean: number | null, std: number | null, count: number): string {
  return count > 1 && std !== null ? `${aligned(mean)} ± ${aligned(std)}` : aligned(mean);
}

/** An interval over users, told apart from ± by its words. */
export function formatInterval([from, to]: readonly [number, number]): string {
  return `${aligned(from)} to ${aligned(to)}`;
}

/** Three decimals for what is below 10, so that a column of shares lines up. */
function aligned(value: number | null): string {
  return value !== null && Number.isFinite(value) && Math.abs(value) < 10
    ? value.toFixed(3)
    : formatValue(value);
}

export function formatPercent(fraction: number | null | undefined): string {
  return fraction === null || fraction === undefined || !Number.isFinite(fraction)
    ? 'n/a'
    : `${(fraction * 100).toFixed(Math.abs(fraction) < 0.0995 ? 1 : 0)}%`;
}

/** A share as a percentage with one decimal, where small differences count. */
export function formatShare(fraction: number | null | undefined): string {
  return fraction === null || fraction === undefined || !Number.isFinite(fraction)
    ? 'n/a'
    : `${(fraction * 100).toFixed(1)}%`;
}

/** Seconds in the unit a person would use. */
export function formatSeconds(seconds: number | null | undefined): string {
  if (seconds === null || seconds === undefined || !Number.isFinite(seconds)) return 'unknown';
  if (seconds < 1) return 'under 1 s';
  if (seconds < 90) return `${Math.round(seconds)} s`;
  if (seconds < 5400) return `${Math.round(seconds / 60)} min`;
  return `${(seconds / 3600).toFixed(1)} h`;
}

export function formatBytes(bytes: number | null | undefined): string {
  if (bytes === null || bytes === undefined || !Number.isFinite(bytes)) return 'unknown';
  if (bytes < 1e6) return `${Math.max(1, Math.round(bytes / 1e3))} KB`;
  return bytes < 1e9 ? `${Math.round(bytes / 1e6)} MB` : `${(bytes / 1e9).toFixed(1)} GB`;
}
