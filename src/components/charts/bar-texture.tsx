import type { Texture } from './bar-series.ts';

interface BarTextureProps {
  readonly id: string;
  readonly texture: Texture;
  readonly color: string;
  readonly paper: string;
}

/** The fill of a bar as an SVG pattern. */
export function BarTexture({ id, texture, color, paper }: BarTextureProps) {
  const hollow = texture === 'hollow';
  return (
    <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect width="6" height="6" fill={hollow ? paper : color} />
      {(texture === 'hatched' || texture === 'crossed') && (
        <line x1="0" y1="0" x2="0" y2="6" stroke={paper} strokeWidth="2.5" />
      )}
      {texture === 'crossed' && <line x1="0" y1="0" x2="6" y2="0" stroke={paper} strokeWidth="2.5" />}
      {texture === 'dotted' && <circle cx="3" cy="3" r="1.6" fill={paper} />}
    </pattern>
  );
}
