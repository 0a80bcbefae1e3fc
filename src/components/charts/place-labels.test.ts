import { expect, test } from 'vitest';
import { placeLabels } from './place-labels.ts';

const label = (x: number, y: number) => ({ x, y, width: 60, height: 16 });
const frame = { width: 400, height: 300 };

test('a label stands to the right of its mark, and to the left at the right edge', () => {
  const [inside, edge] = placeLabels([label(100, 100), label(390, 200)], frame);
  expect(inside).toEqual({ left: 109, top: 92 });
  expect(edge?.left).toBe(390 - 9 - 60);
});

test('labels of marks that lie close do not cover each other or a mark', () => {
  const marks = [label(200, 150), label(216, 152), label(206, 166), label(196, 136)];
  const places = placeLabels(marks, frame);
  const boxes = places.map((place, at) => ({ ...place, ...marks[at], ...place }));
  for (const [at, a] of boxes.entries()) {
    for (const b of boxes.slice(at + 1)) {
      const apart =
        a.left + 60 <= b.left || b.left + 60 <= a.left || a.top + 16 <= b.top || b.top + 16 <= a.top;
      expect(apart).toBe(true);
    }
  }
});

test('a label keeps off the bars of its own mark', () => {
  const bars = { left: 40, right: 40, above: 0, below: 0 };
  const [place] = placeLabels([{ ...label(200, 150), bars }], frame);
  expect(place?.top === 150 - 9 - 16 || place?.top === 159).toBe(true);
});
