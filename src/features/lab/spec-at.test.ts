import { expect, test } from 'vitest';
import { groFig2 } from '../../core/experiments/gro-2024/fig-2.ts';
import { planExperiment } from '../../core/run/plan-experiment.ts';
import { specAt } from './spec-at.ts';

test('the experiment of a cell is the one that the runner makes of its place', () => {
  const plan = planExperiment(groFig2.spec);
  for (const { at, spec } of plan.cells) {
    const { victim, defenses } = specAt(plan.spec, at);
    expect(victim.id).toBe(spec.victim.id);
    expect(
      defenses.map(({ id }) => id),
      JSON.stringify(at),
    ).toEqual(spec.defenses.map(({ id }) => id));
  }
});
