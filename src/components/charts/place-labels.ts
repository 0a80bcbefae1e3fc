/** A mark with a label of known size, in pixels. */
export interface Labelled {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** How far bars reach to each side of the mark. */
  readonly bars?: {
    readonly left: number;
    readonly right: number;
    readonly above: number;
    readonly below: number;
  };
}

/** Where a label's box stands: its left and upper edge. */
export interface LabelPlace {
  readonly left: number;
  readonly top: number;
}

interface Box extends LabelPlace {
  readonly width: number;
  readonly height: number;
}

/** Pixels between a mark and its label. */
const gap = 9;
const markSize = 12;
const noBars = { left: 0, right: 0, above: 0, below: 0 };

/** Puts each label beside its mark: at the first of eight places that lies inside the frame and on no mark, bar or earlier label, else where it covers least. */
export function placeLabels(
  marks: readonly Labelled[],
  frame: { readonly width: number; readonly height: number },
): readonly LabelPlace[] {
  const taken: Box[] = marks.flatMap(({ x, y, bars = noBars }) => [
    { left: x - markSize / 2, top: y - markSize / 2, width: markSize, height: markSize },
    { left: x - bars.left, top: y - 2, width: bars.left + bars.right, height: 4 },
    { left: x - 2, top: y - bars.above, width: 4, height: bars.above + bars.below },
  ]);
  return marks.map((mark) => {
    const choices = placesAround(mark).map((place) => {
      const box = { ...place, width: mark.width, height: mark.height };
      const outside = area(box) - overlap(box, { left: 0, top: 0, ...frame });
      return { place, box, cost: outside + taken.reduce((sum, other) => sum + overlap(box, other), 0) };
    });
    const best = choices.reduce((least, choice) => (choice.cost < least.cost ? choice : least));
    taken.push(best.box);
    return best.place;
  });
}

function placesAround({ x, y, width, height }: Labelled): readonly LabelPlace[] {
  const [right, left, middle] = [x + gap, x - gap - width, x - width / 2];
  const [above, below, level] = [y - gap - height, y + gap, y - height / 2];
  return [
    { left: right, top: level },
    { left, top: level },
    { left: middle, top: above },
    { left: middle, top: below },
    { left: right, top: above },
    { left: right, top: below },
    { left, top: above },
    { left, top: below },
  ];
}

function overlap(a: Box, b: Box): number {
  const wide = Math.min(a.left + a.width, b.left + b.width) - Math.max(a.left, b.left);
  const high = Math.min(a.top + a.height, b.top + b.height) - Math.max(a.top, b.top);
  return Math.max(0, wide) * Math.max(0, high);
}

function area({ width, height }: Box): number {
  return width * height;
}
