import { beforeAll, describe, expect, test } from 'vitest';
import { testedBackends, useBackend } from '../backends.ts';
import { expectNoLeak } from '../leak-check.ts';
import { expectClose, expectFinite } from '../matchers.ts';
import { everyTwoSteps, type Observed } from './two-steps.ts';

const every = everyTwoSteps();
const reference = new Map<string, Observed>();

describe('the first two steps on cpu', () => {
  useBackend('cpu');

  for (const { name, run } of every)
    test(`of ${name} are finite and leave no tensor`, async () => {
      await expectNoLeak(async () => reference.set(name, await run()));
      const { numbers, choices } = reference.get(name) as Observed;
      expect(numbers.length + choices.length).toBeGreaterThan(1);
      if (numbers.length > 0) expectFinite(numbers);
    });
});

for (const backend of testedBackends.filter((name) => name !== 'cpu')) {
  describe(`the first two steps on ${backend}`, () => {
    useBackend(backend);
    beforeAll(() => {
      if (reference.size === 0)
        throw new Error('the steps on cpu, which these are compared with, were not taken');
    });

    for (const { name, run } of every)
      test(`of ${name} are those of cpu within 1%, and leave no tensor`, async () => {
        let observed: Observed | undefined;
        await expectNoLeak(async () => {
          observed = await run();
        });
        const expected = reference.get(name) as Observed;
        expect(observed?.choices).toEqual(expected.choices);
        if (expected.numbers.length > 0)
          expectClose(observed?.numbers, expected.numbers, { absolute: 1e-5, relative: 0.01 });
      });
  });
}
