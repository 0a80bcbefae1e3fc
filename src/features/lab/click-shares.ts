import type { ShareBin } from '../../components/charts/bar-plot.tsx';
import { binLabel } from '../../components/charts/click-popularity.tsx';
import { meanOf, type CellData } from '../../components/charts/experiment-lines.ts';

/** Shares of clicks by popularity of the clicked item, means over the repeats; undefined before the attack is over. */
export function clickShares({ series }: CellData): readonly ShareBin[] | undefined {
  const fake = series['clicks.fake'];
  const genuine = series['clicks.genuine'];
  if (!fake || !genuine) return undefined;
  const shareAt = ({ values }: typeof fake, at: number) =>
    meanOf(values.map((repeat) => repeat[at] ?? null)) ?? 0;
  return genuine.x.map((least, at) => ({
    label: binLabel(least),
    genuine: shareAt(genuine, at),
    fake: shareAt(fake, fake.x.indexOf(least)),
  }));
}
