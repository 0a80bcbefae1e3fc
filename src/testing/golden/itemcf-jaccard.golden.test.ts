import { describe, test } from 'vitest';
import { interactionsFromDense, userIndex } from '../../core/data/interactions.ts';
import { usersByItem } from '../../core/data/select-rows.ts';
import { trainingData } from '../../core/data/training-data.ts';
import { jaccard, setNeighbours } from '../../core/math/set-neighbours.ts';
import { itemCf } from '../../core/models/item-cf/item-cf.ts';
import { forEachBackend } from '../backends.ts';
import { train } from '../conformance/trained.ts';
import { expectGolden, goldenCases, inputNumber, inputRows } from '../goldens.ts';

forEachBackend(() => {
  describe('golden itemcf-jaccard', () => {
    test.each(goldenCases('itemcf-jaccard'))('$case', async (golden) => {
      const rows = inputRows(golden, 'interactions');
      const itemCount = rows[0]?.length ?? 0;
      const interactions = interactionsFromDense(rows.flat(), rows.length, itemCount);
      const neighbourCount = inputNumber(golden, 'neighbours');
      const matrix = (count: number) => {
        const nearest = setNeighbours(usersByItem(interactions), interactions, count, jaccard);
        return Array.from({ length: itemCount }, (_, item) => {
          const row = new Array<number>(itemCount).fill(0);
          const { ids, similarities } = nearest(item);
          ids.forEach((other, at) => (row[other] = similarities[at] as number));
          return row;
        });
      };
      const data = trainingData(interactions);
      const model = itemCf.create({ neighbourCount });
      const parameters = await train(model, data);
      const users = rows.map((_, user) => userIndex(user));
      expectGolden(
        {
          similarity: matrix(itemCount),
          neighbourSimilarity: matrix(neighbourCount),
          scores: await model.scores(parameters, data, users).array(),
        },
        golden,
      );
    });
  });
});
