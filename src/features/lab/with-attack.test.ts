import { expect, test } from 'vitest';
import { whyTheftMatters } from '../../core/experiments/gro-2024/why-theft-matters.ts';
import { parseExperimentShape } from '../../core/run/experiment-spec.ts';
import { validateExperiment } from '../../core/run/validate-experiment.ts';
import { withAttack } from './with-attack.ts';

const theft = parseExperimentShape(whyTheftMatters.spec);
const injection = { id: 'unrolled-injection', params: {} };

test('another attack takes what only a thief can be asked with it, and nothing else', () => {
  const asked = { of: 'queries', values: [10], retrain: true } as const;
  const before = { ...theft, evaluation: { ...theft.evaluation, at: asked } };
  const { evaluation } = withAttack(before, null);
  const { downstream, ...others } = theft.evaluation;
  expect(downstream).toBeDefined();
  expect(evaluation).toEqual(others);
  expect(validateExperiment({ ...before, attack: null }).ok).toBe(false);
  expect(validateExperiment(withAttack(before, null)).ok).toBe(true);
});

test('the same kind of attack keeps it all', () => {
  expect(withAttack(theft, { id: 'model-extraction', params: {} }).evaluation).toEqual(theft.evaluation);
  const at = { of: 'outerSteps', values: [0, 5], retrain: true } as const;
  const poisoned = { ...theft, attack: injection, evaluation: { ...theft.evaluation, at } };
  expect(withAttack(poisoned, injection).evaluation.at).toEqual(at);
  expect(withAttack(poisoned, { id: 'random-filler', params: {} }).evaluation.at).toBeUndefined();
});
