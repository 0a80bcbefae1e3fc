import { expect, test } from 'vitest';
import { detected, genuineCount, plantedShilling } from '../../../testing/planted-shilling.ts';
import { runContext } from '../../../testing/run-context.ts';
import { degreeDetector } from './degree-detector.ts';

const detector = degreeDetector.create({ flaggedShare: 0.1, neighbourCount: 20 });

test.each(['random-filler', 'bandwagon'] as const)(
  'tells planted %s profiles from genuine users',
  async (kind) => {
    const { auc, removed } = await detected(detector, await plantedShilling(kind), runContext(1));
    expect(auc).toBeGreaterThanOrEqual(0.9);
    expect(removed.filter((user) => user >= genuineCount).length).toBeGreaterThan(20);
  },
);
