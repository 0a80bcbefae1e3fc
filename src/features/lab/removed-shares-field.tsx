import { NumberList } from '../../components/form/list-field.tsx';
import { useExperiment } from '../../stores/session.ts';
import { hasDetector, percentOf } from './detector-data.ts';
import { problemAt } from './form-scope.ts';

const path = 'evaluation.removedShares';

/** The shares of users whose removal is tried, in percent; only where a detector could remove some. */
export function RemovedSharesField() {
  const spec = useExperiment((state) => state.spec);
  const problems = useExperiment((state) => state.problems);
  const setParam = useExperiment((state) => state.setParam);
  if (!hasDetector(spec)) return null;
  const shares = spec.evaluation.removedShares ?? [];
  const place = shares.findIndex((_, at) => problemAt(problems, `${path}[${at}]`));
  return (
    <NumberList
      label="Train without the most suspicious (%)"
      description="Shares of all users, by the first detector. Each costs one more victim; empty: none."
      value={shares.map(percentOf)}
      onChange={(percents) =>
        setParam(
          path,
          percents.length === 0
            ? undefined
            : percents.map((percent) => Number((percent / 100).toPrecision(6))),
        )
      }
      error={problemAt(problems, path) ?? problemAt(problems, `${path}[${place}]`)}
    />
  );
}
