import type { TradeOffPoint } from './trade-off.ts';

/** Where an axis begins at 0: the least value is under this part of the greatest. */
const nearZero = 0.35;

/**
 * The ends of one axis of a plane: all points with their bars and a margin. It begins at 0 where values reach down near to it; where all lie
 * far above, from 0 on they would be one heap.
 */
export function tradeOffRange(points: readonly TradeOffPoint[], side: 'x' | 'y'): readonly [number, number] {
  const low = Math.min(...points.map((point) => point[side].low ?? 0));
  const high = Math.max(...points.map((point) => point[side].high ?? 0));
  if (!(high > low)) return high > 0 ? [0, high * 1.12] : [low * 1.12, low < 0 ? 0 : 1];
  if (low >= 0 && low < nearZero * high) return [0, high * 1.12];
  const margin = (high - low) * 0.2;
  return [low - margin, high + margin];
}
