import { expect, test } from 'vitest';
import { parseExperimentShape } from '../../core/run/experiment-spec.ts';
import { hasDetector, retrainedReading, thresholdReading } from './detector-data.ts';

const spec = (changes: Readonly<Record<string, unknown>>) =>
  parseExperimentShape({
    version: 1,
    dataset: { id: 'low-rank' },
    victim: { id: 'wrmf' },
    attack: { id: 'average' },
    ...changes,
  });
const detector = { id: 'pca-detector', params: {} };

test('a detector shows with an attack that makes users, also when only a point of an axis has one', () => {
  expect(hasDetector(spec({ defenses: [detector] }))).toBe(true);
  const axes = [{ name: 'defense', points: [{ label: 'PCA', set: { defenses: [detector] } }] }];
  expect(hasDetector(spec({ axes }))).toBe(true);
  expect(hasDetector(spec({}))).toBe(false);
  expect(hasDetector(spec({ defenses: [{ id: 'reverse', params: {} }] }))).toBe(false);
  expect(hasDetector(spec({ defenses: [detector], attack: null }))).toBe(false);
  expect(hasDetector(spec({ defenses: [detector], attack: { id: 'model-extraction' } }))).toBe(false);
});

const data = {
  phases: {},
  series: {
    'detector.fakesFound': { x: [0, 0.05, 0.1], values: [[0, 0.5, 1], [0, 0.7, 1]] }, // prettier-ignore
    'detector.genuineLost': { x: [0, 0.05, 0.1], values: [[0, 0.01, 0.05]] },
    'afterRemoval.recall@10': { x: [0, 0.1], values: [[0.4, 0.3], [0.2, null]] }, // prettier-ignore
    'afterRemoval.target.hr@10': { x: [0, 0.1], values: [[0.9, 0.1]] },
  },
};

test('readings are those of the nearest share that was measured, averaged over the repeats, never between two', () => {
  expect(thresholdReading(data, 0.06)).toEqual({ share: 0.05, fakesFound: 0.6, genuineLost: 0.01 });
  expect(thresholdReading(data, 0.9)?.share).toBe(0.1);
  const first = retrainedReading(data, 0.04, 10);
  expect([first?.share, first?.reach]).toEqual([0, 0.9]);
  expect(first?.quality).toBeCloseTo(0.3, 12);
  expect(retrainedReading(data, 0.06, 10)).toEqual({ share: 0.1, quality: 0.3, reach: 0.1 });
});

test('there is no reading of what was not measured', () => {
  const empty = { phases: {}, series: {} };
  expect(thresholdReading(empty, 0.1)).toBeUndefined();
  expect(retrainedReading(data, 0.1, 50)).toBeUndefined();
});
