import { useCallback, useState } from 'react';
import { LabError } from '../../core/errors.ts';
import type { ExperimentSpec } from '../../core/run/experiment-spec.ts';
import type { RunOptions } from '../../lab/job.ts';
import { useRun } from '../../stores/session.ts';
import type { Cost } from './cost-question.tsx';

/** What the edited experiment would take: measured on this machine when asked for, the preset's own figure before that. */
export interface CostState {
  readonly cost: Cost | undefined;
  /** True when `cost` was measured here and for this very experiment. */
  readonly measured: boolean;
  readonly measuring: boolean;
  readonly problem: string | undefined;
  measure(): Promise<Cost | undefined>;
}

export function useCost(
  spec: ExperimentSpec | null,
  stored: Cost | undefined,
  options: Pick<RunOptions, 'backend' | 'files'>,
): CostState {
  const estimate = useRun((state) => state.estimate);
  const [known, setKnown] = useState<{ readonly spec: ExperimentSpec; readonly cost: Cost }>();
  const [measuring, setMeasuring] = useState(false);
  const [problem, setProblem] = useState<string>();
  const { backend, files } = options;
  const measure = useCallback(async () => {
    if (!spec) return undefined;
    setMeasuring(true);
    setProblem(undefined);
    try {
      const cost = await estimate(spec, { ...(backend && { backend }), ...(files && { files }) });
      setKnown({ spec, cost });
      return cost;
    } catch (error) {
      setProblem(error instanceof LabError ? error.message : String(error));
      return undefined;
    } finally {
      setMeasuring(false);
    }
  }, [spec, estimate, backend, files]);
  const measured = known !== undefined && known.spec === spec;
  return { cost: measured ? known.cost : stored, measured, measuring, problem, measure };
}
