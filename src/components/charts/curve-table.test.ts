import { describe, expect, it } from 'vitest';
import { thinned, type Curve } from './curve.ts';
import { curveTable } from './curve-table.ts';
import { toCsv } from './export-chart.ts';
import { formatMeasured, formatPercent, roundTicks } from './format.ts';
import { phases } from './roles.ts';

const curve = (key: string, x: number[], values: (number | null)[][]): Curve => ({
  key,
  label: key,
  style: phases.clean,
  x,
  values,
});

describe('curveTable', () => {
  it('has the intervals over users beside the means, where there are any', () => {
    const swept: Curve = { ...curve('a', [1, 10], [[0.5, 0.4]]), intervals: [[0.4, 0.6], null] };
    const table = curveTable({ xName: 'Weight', curves: [swept], levels: [], marks: [] });
    expect(table.columns).toEqual(['Weight', 'a', 'a, 95% over users, from', 'a, 95% over users, to']);
    expect(table.rows).toEqual([
      [1, 0.5, 0.4, 0.6],
      [10, 0.4, null, null],
    ]);
  });

  it('has one row a place over all curves, and the range where there are repeats', () => {
    const table = curveTable({
      xName: 'Step',
      curves: [
        curve(
          'a',
          [0, 2],
          [
            [1, 3],
            [3, null],
          ],
        ),
        curve('b', [1], [[7]]),
      ],
      levels: [{ key: 'clean', label: 'Clean', style: phases.clean, value: 0.5 }],
      marks: [{ x: 2, value: 0.568, label: 'Published', source: 'Section 3.2' }],
    });
    expect(table.columns).toEqual(['Step', 'a, mean', 'a, least', 'a, greatest', 'b']);
    expect(table.rows).toEqual([
      [0, 2, 1, 3, null],
      [1, null, null, null, 7],
      [2, 3, 3, 3, null],
      ['Clean', 0.5, null, null, null],
      ['Published at 2: Section 3.2', 0.568, null, null, null],
    ]);
  });
});

describe('toCsv', () => {
  it('quotes commas, quotes and line breaks, and leaves unknown values empty', () => {
    const csv = toCsv({
      columns: ['Title', 'Value'],
      rows: [
        ['Usual Suspects, The "1995"', null],
        ['a\nb', 0.5],
      ],
    });
    expect(csv).toBe('Title,Value\r\n"Usual Suspects, The ""1995""",\r\n"a\nb",0.5\r\n');
  });
});

describe('thinned', () => {
  it('keeps the ends and no more places than asked for', () => {
    const x = Array.from({ length: 1000 }, (_, at) => at);
    const thin = thinned(curve('a', x, [x]), 50);
    expect(thin.x).toHaveLength(50);
    expect([thin.x[0], thin.x[49]]).toEqual([0, 999]);
    expect(thin.values[0]).toEqual(thin.x);
  });
});

describe('numbers', () => {
  it('puts ticks at round places inside the ends', () => {
    expect(roundTicks(1, 50)).toEqual([10, 20, 30, 40, 50]);
    expect(roundTicks(0, 25)).toEqual([0, 5, 10, 15, 20, 25]);
    expect(roundTicks(3, 3)).toEqual([3]);
  });

  it('shows a deviation only where there was more than one repeat', () => {
    expect(formatMeasured(0.1, null, 1)).toBe('0.100');
    expect(formatMeasured(0.25, 0.0123, 3)).toBe('0.250 ± 0.012');
    expect(formatMeasured(null, null, 3)).toBe('n/a');
  });

  it('shows small shares with a decimal', () => {
    expect([formatPercent(0.0171), formatPercent(0.312), formatPercent(null)]).toEqual([
      '1.7%',
      '31%',
      'n/a',
    ]);
  });
});
