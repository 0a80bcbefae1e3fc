import { describe, test } from 'vitest';
import { interactionsFromDense } from '../../core/data/interactions.ts';
import { loadingScores } from '../../core/defenses/pca-detector/loading-scores.ts';
import { mostSuspicious } from '../../core/math/most-suspicious.ts';
import { expectGolden, goldenCases, inputNumber, inputRows } from '../goldens.ts';

describe('golden detector-pca', () => {
  test.each(goldenCases('detector-pca'))('$case', (golden) => {
    const rows = inputRows(golden, 'interactions');
    const interactions = interactionsFromDense(rows.flat(), rows.length, rows[0]?.length ?? 0);
    const rounds = loadingScores(interactions, inputNumber(golden, 'components'));
    let next = rounds.next();
    while (!next.done) next = rounds.next();
    const { eigenvalues, scores } = next.value;
    const suspicion = Float32Array.from(scores, (score) => -score);
    const flagged = mostSuspicious(suspicion, inputNumber(golden, 'flagCount') / rows.length);
    expectGolden({ eigenvalues, loadingScore: scores, flagged }, golden);
  });
});
