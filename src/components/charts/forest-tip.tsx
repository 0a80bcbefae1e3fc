import type { ForestGroup } from './forest-views.ts';
import { formatValue } from './format.ts';

interface ForestTipProps {
  readonly groups: readonly ForestGroup[];
  /** Given by the chart. */
  readonly active?: boolean;
  readonly label?: string | number;
}

/** The difference that the pointer is on, in words. */
export function ForestTip({ groups, active, label }: ForestTipProps) {
  const group = groups.find(({ pairs }) => pairs.some(({ key }) => key === label));
  const pair = group?.pairs.find(({ key }) => key === label);
  if (!active || !group || !pair) return null;
  return (
    <div className="chart-tip">
      <strong>{group.label}</strong>
      <div>{pair.label}</div>
      <div>
        {formatValue(pair.difference)}, 95% interval {formatValue(pair.low)} to {formatValue(pair.high)} over{' '}
        {pair.over}; p = {formatValue(pair.p)}
      </div>
    </div>
  );
}
