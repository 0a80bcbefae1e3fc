import { describe, expect, test } from 'vitest';
import { useBackend } from '../../testing/backends.ts';
import { expectNoLeak } from '../../testing/leak-check.ts';
import { smallAttack, smallExperiment, smallWrmf } from '../../testing/small-experiment.ts';
import { createTestHost, drained } from '../../testing/test-host.ts';
import type { EvidenceView } from '../contracts.ts';
import { interactionsFromDense } from '../data/interactions.ts';
import type { StageValue } from './host.ts';
import { orderOfLeaving } from './leave-one-out.ts';
import { runExperiment } from './run-experiment.ts';

const handMade = {
  id: 'hand-made',
  params: {
    targetItems: { by: 'popularity-rank', ranks: [9] },
    fakeUserCount: 5,
    profile: { by: 'popularity-rank', ranks: [1, 2] },
  },
};
const asked = (victim: unknown, explain: unknown, attack: unknown = handMade) =>
  smallExperiment({ victim, attack, evaluation: { cutoffs: [3], baseline: false, explain } });
async function evidence(spec: unknown, stages = new Map<string, StageValue>()) {
  const { yielded, returned } = await drained(runExperiment(spec, createTestHost({ stages })));
  const views = yielded.flatMap((event) =>
    event.kind === 'view' && event.content.view === 'evidence' ? [event.content] : [],
  );
  return { cell: returned.cells[0], views, last: views.at(-1) as EvidenceView, yielded };
}

describe('why an item stands where it does', () => {
  useBackend('cpu');
  const popularity = { id: 'popularity', params: {} };

  test('by popularity: every click counts one, and every fake user adds exactly one', async () => {
    const spec = asked(popularity, { user: 4, leaveOneOut: 3 });
    const { cell, last, views, yielded } = await evidence(spec);
    const [parts] = last.parts;
    expect(last.parts).toHaveLength(1);
    expect(parts).toMatchObject({ of: 'users', exact: true, residual: 0 });
    expect(parts?.values).toHaveLength(last.score);
    expect([...(parts?.indices ?? [])].filter((user) => user >= last.genuineCount)).toHaveLength(5);
    expect(last.influence).toMatchObject({ asked: 3, fakes: Int32Array.of(0, 1, 2) });
    expect([...last.influence.scores]).toEqual([1, 1, 1]);
    expect(views.map(({ influence }) => influence.fakes.length)).toEqual([0, 1, 2, 3]);
    expect(cell?.series['influence.score']).toEqual({
      x: [0, 1, 2],
      label: 'fake user',
      values: [[1, 1, 1]],
    });
    expect(cell?.series['evidence.users']?.x).toHaveLength(last.score);
    const { clean, attacked } = cell?.phases ?? {};
    expect(attacked?.['explained.score']?.mean).toBe(last.score);
    expect(clean?.['explained.score']?.mean).toBe(last.score - 5);
    expect(attacked?.['explained.rank']?.mean).toBe(last.rank);
    const fractions = yielded.flatMap((event) => (event.kind === 'progress' ? [event.overall.fraction] : []));
    expect(fractions.at(-1)).toBe(1);
  });

  test('by WRMF: parts and residual make the score, and all fake users together make the clean one', async () => {
    const { last, cell } = await evidence(
      asked(smallWrmf(), { user: 2, item: 7, leaveOneOut: 0 }, smallAttack()),
    );
    expect(last).toMatchObject({ user: 2, item: 7, genuineCount: 30, fakeCount: 4 });
    expect(last.parts.map(({ of }) => of)).toEqual(['users', 'items']);
    for (const { values, residual } of last.parts) {
      const sum = values.reduce((total, value) => total + value, residual);
      expect(sum).toBeCloseTo(last.score, 6);
    }
    expect(last.influence.fakes).toHaveLength(0);
    expect(cell?.phases.clean?.['explained.score']?.mean).not.toBe(last.score);
  });

  test('asked for afterwards trains no victim again; asked for more, only those without the further fakes', async () => {
    const stages = new Map<string, StageValue>();
    const victims = () => [...stages.keys()].filter((key) => /^victim-[0-9a-f]+$/.test(key));
    const left = () => [...stages.keys()].filter((key) => key.startsWith('leave-one-out-'));
    const before = await evidence(asked(smallWrmf(), undefined, smallAttack()), stages);
    expect(before.views).toEqual([]);
    const count = victims().length;
    const few = await evidence(asked(smallWrmf(), { user: 1, leaveOneOut: 1 }, smallAttack()), stages);
    expect(left()).toHaveLength(1);
    const more = await evidence(asked(smallWrmf(), { user: 1, leaveOneOut: 4 }, smallAttack()), stages);
    expect(left()).toHaveLength(4);
    expect(victims()).toHaveLength(count);
    expect(more.last.influence.scores[0]).toBe(few.last.influence.scores[0]);
  });

  test('for a network is told by its products, its branch and its bias, and by the fake users', async () => {
    const neumf = {
      id: 'neumf',
      params: { embeddingSize: 2, hiddenEmbeddingSize: 2, epochs: 2, batchSize: 32 },
    };
    const { last } = await evidence(asked(neumf, { user: 0, leaveOneOut: 1 }));
    expect(last.parts.map(({ of, labels }) => [of, labels])).toEqual([
      ['dimensions', ['', '', 'Network branch', 'Bias']],
    ]);
    const [parts] = last.parts;
    const sum = parts?.values.reduce((total, value) => total + value, parts.residual);
    expect(sum).toBeCloseTo(last.score, 6);
    expect(last.influence.scores).toHaveLength(1);
  });

  test('for a model that reads clicks takes them back one by one', async () => {
    const vae = { id: 'mult-vae', params: { hiddenSize: 6, embeddingSize: 2, epochs: 3, batchSize: 16 } };
    const { last } = await evidence(asked(vae, { user: 0, leaveOneOut: 0 }));
    expect(last.parts.map(({ of, exact }) => [of, exact])).toEqual([['items', false]]);
  });

  describe('behind a detector', () => {
    const behind = (flaggedShare: number) => ({
      ...asked(popularity, { user: 4, leaveOneOut: 9 }),
      defenses: [{ id: 'degree-detector', params: { flaggedShare, neighbourCount: 3 } }],
    });
    const phaseOf = (views: readonly EvidenceView[], name: string) =>
      views.filter((view) => view.name === name).at(-1) as EvidenceView;
    const fakesIn = ({ parts, genuineCount }: EvidenceView) =>
      [...(parts[0]?.indices ?? [])].filter((user) => user >= genuineCount);

    test('is told of the fake users that it left, who alone are left out', async () => {
      const { cell, views, yielded } = await evidence(behind(0.9));
      const defended = phaseOf(views, 'defended');
      const found = 5 * (cell?.phases.defended?.['detector.fakesFound']?.mean ?? Number.NaN);
      expect(found).toBeGreaterThan(0);
      expect(found).toBeLessThan(5);
      expect(fakesIn(defended)).toHaveLength(5 - found);
      expect(Array.from(defended.influence.fakes, (fake) => fake + defended.genuineCount).sort()).toEqual(
        fakesIn(defended),
      );
      expect([...defended.influence.scores]).toEqual(Array(5 - found).fill(1));
      expect(defended).toMatchObject({ fakeCount: 5, influence: { asked: 5 - found } });
      expect(cell?.phases.defended?.['explained.score']?.mean).toBe(defended.score);
      expect(cell?.phases.defended?.['explained.rank']?.mean).toBe(defended.rank);
      expect(cell?.series['defended.influence.score']?.values).toEqual([Array(5 - found).fill(1)]);
      expect(cell?.series['defended.evidence.users']?.x).toHaveLength(defended.score);
      // The attacked victim's own is told as without a defense.
      const alone = await evidence(asked(popularity, { user: 4, leaveOneOut: 9 }));
      expect(phaseOf(views, 'attacked')).toEqual(alone.last);
      expect(cell?.series['evidence.users']).toEqual(alone.cell?.series['evidence.users']);
      const fractions = yielded.flatMap((event) =>
        event.kind === 'progress' ? [event.overall.fraction] : [],
      );
      expect(fractions.at(-1)).toBe(1);
    });

    test('that removes everybody finds none to leave out, and comes to its end', async () => {
      const { cell, views, yielded } = await evidence(behind(1));
      expect(cell?.phases.defended?.['detector.fakesFound']?.mean).toBe(1);
      const defended = phaseOf(views, 'defended');
      expect(fakesIn(defended)).toEqual([]);
      expect(defended.influence).toMatchObject({ asked: 0, fakes: new Int32Array() });
      expect(phaseOf(views, 'attacked').influence.asked).toBe(5);
      const fractions = yielded.flatMap((event) =>
        event.kind === 'progress' ? [event.overall.fraction] : [],
      );
      expect(fractions.at(-1)).toBe(1);
    });
  });

  test('of a user or an item that the data does not have is refused', async () => {
    await expect(evidence(asked(popularity, { user: 30 }))).rejects.toThrow(
      'evaluation.explain.user: must be a user of the prepared data, 0 to 29, got 30',
    );
    await expect(evidence(asked(popularity, { user: 0, item: 16 }))).rejects.toThrow(
      'evaluation.explain.item: must be an item of the prepared data, 0 to 15, got 16',
    );
  });

  test('left or cancelled anywhere leaves no tensor', async () => {
    for (const after of [3, 30, 70, 90]) {
      await expectNoLeak(async () => {
        const spec = asked(smallWrmf(), { user: 1, leaveOneOut: 4 });
        const running = runExperiment(spec, createTestHost());
        for (let seen = 0; seen < after; seen++) if ((await running.next()).done) break;
        await running.return(undefined as never);
      });
    }
  });
});

test('fake users who share most clicks with the user are left out first', () => {
  const train = interactionsFromDense([1, 1, 0, 0, 0, 0, 1, 1], 2, 4);
  const fakes = interactionsFromDense([0, 0, 1, 1, 1, 0, 1, 0, 1, 1, 1, 1], 3, 4);
  expect(orderOfLeaving(train, fakes, 0)).toEqual([2, 1, 0]);
  expect(orderOfLeaving(train, fakes, 1)).toEqual([0, 2, 1]);
});
