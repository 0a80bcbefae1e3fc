import type { EvidenceParts } from '../../core/contracts.ts';
import { phases, roles } from './roles.ts';
import type { SignedBar } from './signed-bar-plot.tsx';

/** What names the parts of a score. */
export interface EvidenceNames {
  readonly titles: readonly string[]; // [I]
  readonly genuineCount: number;
}

/** Parts shown by themselves; the others are added up. */
const shownParts = 10;

/** Largest parts first, those that add nothing never by themselves, then the sums of the smaller ones, fake and genuine apart, and what is left over. */
export function evidenceRows(parts: EvidenceParts, names: EvidenceNames): readonly SignedBar[] {
  const bars = barsOf(parts, names).sort((a, b) => Math.abs(b.value) - Math.abs(a.value));
  const shown = bars.slice(0, shownParts).filter(({ value }) => value !== 0);
  const rest = bars.slice(shown.length);
  const sums = [
    rest.filter(({ style }) => style === roles.fake),
    rest.filter(({ style }) => style !== roles.fake),
  ];
  const further = sums.flatMap((group, at): SignedBar[] => {
    const [first] = group;
    if (!first) return [];
    const value = sumOf(group);
    return [
      {
        key: `rest ${at}`,
        label: `${group.length} other ${nouns(parts.of, at === 0, group.length)}`,
        value,
        style: first.style,
      },
    ];
  });
  const residual: SignedBar = {
    key: 'residual',
    label: 'Not taken apart',
    value: parts.residual,
    style: { ...phases.clean, label: 'Residual' },
  };
  return [...shown, ...further, ...(parts.exact ? [] : [residual])];
}

/** Every part under its name, in the order of the view. */
export function barsOf(
  { of, indices, values, labels }: EvidenceParts,
  { titles, genuineCount }: EvidenceNames,
): SignedBar[] {
  return Array.from(indices, (index, at) => {
    const fake = of === 'users' && index >= genuineCount;
    const named = labels?.[at];
    const label = {
      items: titles[index] ?? `Item ${index}`,
      users: fake ? `Fake user ${index - genuineCount + 1}` : `User ${index + 1}`,
      dimensions: `Dimension ${index + 1}`,
    }[of];
    const style = of === 'users' ? roles[fake ? 'fake' : 'genuine'] : { ...roles.genuine, label: kindOf[of] };
    return { key: String(index), label: named ? named : label, value: values[at] ?? 0, style };
  });
}

/** The part of the sum that fake users have; undefined where parts are no users or add up to nothing. */
export function fakeShare({ of, indices, values }: EvidenceParts, genuineCount: number): number | undefined {
  if (of !== 'users') return undefined;
  const whole = values.reduce((sum, value) => sum + value, 0);
  const fake = values.reduce((sum, value, at) => sum + ((indices[at] ?? 0) >= genuineCount ? value : 0), 0);
  return whole === 0 ? undefined : fake / whole;
}

const kindOf = { items: 'Item that the user clicked', dimensions: 'Dimension of the vectors' } as const;

function nouns(of: EvidenceParts['of'], fake: boolean, count: number): string {
  const many = of === 'users' ? (fake ? 'fake users' : 'genuine users') : of;
  return count === 1 ? many.slice(0, -1) : many;
}

function sumOf(bars: readonly SignedBar[]): number {
  return bars.reduce((sum, { value }) => sum + value, 0);
}
