import { describe, expect, test } from 'vitest';
import { useBackend } from '../../../testing/backends.ts';
import { memorySource } from '../../../testing/memory-source.ts';
import { createTestHost } from '../../../testing/test-host.ts';
import { itemsOf } from '../../data/interactions.ts';
import { sequenceOf, sequencesOf } from '../../data/sequences.ts';
import { planExperiment } from '../../run/plan-experiment.ts';
import { prepareData } from '../../run/prepare-data.ts';
import { repeatStreams } from '../../run/seeds.ts';
import { groFig2Ml20m, groFig2Steam } from './fig-2-own-file.ts';
import { groFig4Ml20m, groFig4Steam } from './fig-4-own-file.ts';

/** Seven people, six of whom saw films 10 to 15, one after another; the seventh saw one of them and film 99, which nobody else did. */
const seen = [
  ...Array.from({ length: 36 }, (_, at) => ({ user: 1 + Math.floor(at / 6), item: 10 + (at % 6), day: (at % 6) + 1 })), // prettier-ignore
  { user: 7, item: 10, day: 1 },
  { user: 7, item: 99, day: 2 },
];
const files = {
  'ratings.csv': [
    'userId,movieId,rating,timestamp',
    ...seen.map(({ user, item, day }) => `${user},${item},3.5,${1112486000 + day * 86400}`),
  ].join('\n'),
  'steam.csv': [
    'user,item,time',
    ...seen.map(({ user, item, day }) => `player ${user},${item}0,2017-12-0${day}`),
  ].join('\n'),
};

describe('experiments on a file that the user has', () => {
  useBackend('cpu');

  test.each(
    [groFig2Ml20m, groFig2Steam, groFig4Ml20m, groFig4Steam].map((preset) => [preset.id, preset] as const),
  )(
    '%s reads the published layout, filters once and holds the last item of every history back',
    async (_, { spec: given }) => {
      const { cells } = planExperiment(given);
      expect(cells).toHaveLength(4);
      const spec = cells[1]?.spec as (typeof cells)[number]['spec'];
      const host = createTestHost({ source: memorySource(files) });
      const { train, test: heldOut, dataset } = await prepareData(spec, repeatStreams(spec, 0), host);
      expect([dataset.interactions.userCount, dataset.interactions.itemCount]).toEqual([6, 6]);
      const last = dataset.itemIds.indexOf(dataset.itemIds.find((id) => id.startsWith('15')) as string);
      expect([...itemsOf(heldOut, 0)]).toEqual([last]);
      const sequences = sequencesOf(train);
      expect(sequences && [...sequenceOf(sequences, 3)]).toEqual([0, 1, 2, 3, 4]);
    },
  );

  test.each([
    [groFig2Ml20m, groFig4Ml20m, { maxLength: 200, batchSize: 24, maskRate: 0.2, mostMasked: 20, dropout: 0.1, attentionDropout: 0.1 }, 10], // prettier-ignore
    [groFig2Steam, groFig4Steam, { maxLength: 50, batchSize: 64, maskRate: 0.4, mostMasked: 20, dropout: 0.2, attentionDropout: 0.2 }, 15], // prettier-ignore
  ])(
    '$id goes on from a trained victim as the authors do, and so does the thief ask',
    (fig2, fig4, model, epochs) => {
      const [none, gro] = planExperiment(fig2.spec).cells.map(({ spec }) => spec);
      expect(none?.victim.params).toMatchObject({ ...model, epochs: 1000, embeddingDeviation: 1 });
      expect(none?.attack?.params).toMatchObject({
        sequenceLength: model.maxLength,
        batchSize: model.batchSize,
      });
      const { maxLength, dropout, attentionDropout } = model;
      expect(none?.attack?.params.surrogate).toMatchObject({
        params: { maxLength, dropout, attentionDropout, epochs: 200 },
      });
      expect(gro?.defenses[0]?.params.keeps).toBe('last');
      expect(gro?.defenses[0]?.params).toMatchObject({
        swapWeight: 0.01,
        warmStart: true,
        epochs,
        listLength: 100,
      });
      const weights = planExperiment(fig4.spec).cells.map(({ spec }) => spec.defenses[0]?.params);
      expect(weights.map((params) => params?.swapWeight)).toEqual([0.001, 0.01, 0.1, 1]);
      expect(weights[1]).toEqual(gro?.defenses[0]?.params);
    },
  );
});
