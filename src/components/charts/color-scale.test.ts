import { expect, test } from 'vitest';
import { colorAt, colorOf, inkOn, scaleFor } from './color-scale.ts';

test('shares begin at 0, ranks span what there is, differences are centred on 0', () => {
  expect(scaleFor([0.4, 0.5, null], false)).toEqual({ kind: 'sequential', least: 0, greatest: 0.5 });
  expect(scaleFor([400, 900], false)).toEqual({ kind: 'sequential', least: 400, greatest: 900 });
  expect(scaleFor([-0.1, 0.3], true)).toEqual({ kind: 'diverging', least: -0.3, greatest: 0.3 });
});

test('a scale of one number or of none has a width', () => {
  for (const scale of [
    scaleFor([], false),
    scaleFor([0], false),
    scaleFor([0], true),
    scaleFor([7], false),
  ]) {
    expect(scale.greatest).toBeGreaterThan(scale.least);
    expect(colorOf(scale.least, scale)).toMatch(/^#[0-9a-f]{6}$/);
  }
});

test('the ends and the middle have the colours of the scale, and what lies beyond takes the end', () => {
  const scale = scaleFor([-2, 2], true);
  expect(colorOf(0, scale)).toBe('#ffffff');
  expect(colorOf(-9, scale)).toBe('#2166ac');
  expect(colorAt(1, 'sequential')).toBe('#fde725');
  expect(colorAt(0.5, 'sequential')).toBe('#21918c');
});

test('a number is readable on every colour of either scale', () => {
  const luminance = (color: string) =>
    [0.2126, 0.7152, 0.0722].reduce((sum, weight, at) => {
      const share = Number.parseInt(color.slice(1 + 2 * at, 3 + 2 * at), 16) / 255;
      return sum + weight * (share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4);
    }, 0);
  for (let step = 0; step <= 100; step++) {
    for (const kind of ['sequential', 'diverging'] as const) {
      const color = colorAt(step / 100, kind);
      const [dark, bright] = [luminance(color), luminance(inkOn(color))].sort((a, b) => a - b);
      expect(((bright as number) + 0.05) / ((dark as number) + 0.05)).toBeGreaterThanOrEqual(4.5);
    }
  }
});
