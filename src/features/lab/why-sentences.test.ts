import { expect, test } from 'vitest';
import type { EvidenceView } from '../../core/contracts.ts';
import { whySentences } from './why-sentences.ts';

const none = new Float32Array(0);
const evidence: EvidenceView = {
  view: 'evidence',
  name: 'attacked',
  user: 24,
  item: 3,
  score: 0.5,
  rank: 4,
  genuineCount: 10,
  fakeCount: 5,
  parts: [
    {
      of: 'users',
      indices: Int32Array.of(2, 12),
      values: Float64Array.of(0.1, 0.3),
      exact: true,
      method: '',
      residual: 0.1,
    },
  ],
  influence: { asked: 0, fakes: new Int32Array(0), scores: none, places: none, reach: none },
};
const data = {
  series: {},
  phases: {
    clean: { 'explained.score': [0.2, 0.1], 'explained.rank': [90, 80] },
    attacked: { 'explained.score': [0.5], 'explained.rank': [4] },
    attackedSameSeed: { 'explained.score': [0.4], 'explained.rank': [7] },
  },
};

test('says where the item stands now, before, under another seed, and the part of the fakes', () => {
  expect(whySentences(evidence, 'Alien', data)).toEqual([
    'User 25 has “Alien” at place 4.',
    'Without the fake users it stands at place 90; the same data under another seed puts it at place 7.',
    'Fake users make up 75% of its score.',
  ]);
});

test('says what the fake users add one by one, and which adds most', () => {
  const influence = {
    asked: 2,
    fakes: Int32Array.of(4, 1),
    scores: Float32Array.of(0.25, 0.75),
    places: Float32Array.of(2, 6),
    reach: Float32Array.of(0, 0),
  };
  const said = whySentences({ ...evidence, parts: [], influence }, 'Alien', undefined);
  expect(said).toEqual([
    'User 25 has “Alien” at place 4.',
    'Each of 2 fake users adds 0.5 to the score on average; fake user 2 adds most, 0.75 and 6 places up.',
  ]);
});

test('says so when no fake user alone moves the score more than another seed does', () => {
  const influence = {
    asked: 1,
    fakes: Int32Array.of(0),
    scores: Float32Array.of(0.0625),
    places: Float32Array.of(0),
    reach: Float32Array.of(0),
  };
  expect(whySentences({ ...evidence, parts: [], influence }, 'Alien', data).slice(-2)).toEqual([
    'Each of 1 fake users adds 0.063 to the score on average; fake user 1 adds most, 0.063.',
    'None of them alone matters more than the seed does: fake users work as a crowd.',
  ]);
});

test('says that an item of the user’s own is outside the ranking', () => {
  expect(whySentences({ ...evidence, rank: null, parts: [] }, 'Alien', undefined)).toEqual([
    'User 25 has “Alien” outside the ranking.',
  ]);
});

test('of a defended victim says what the defense removed and where the item stands without it', () => {
  const defended = {
    ...data,
    phases: {
      ...data.phases,
      defended: {
        'explained.score': [0.3],
        'explained.rank': [40],
        'detector.fakesFound': [0.8],
      },
    },
  };
  expect(whySentences({ ...evidence, name: 'defended', score: 0.3, rank: 40 }, 'Alien', defended)).toEqual([
    'Behind the defense, user 25 has “Alien” at place 40.',
    'Without the defense it stands at place 4.',
    'The defense removed 80% of the fake users.',
    'Without the fake users it stands at place 90.',
    'Fake users make up 75% of its score.',
  ]);
});

test.each([
  [0, 'The defense removed no fake user.'],
  [1, 'The defense removed every fake user.'],
])('says it in words when the defense removed %d of them', (share, sentence) => {
  const removed = {
    ...data,
    phases: { ...data.phases, defended: { 'explained.score': [0.3], 'detector.fakesFound': [share] } },
  };
  expect(whySentences({ ...evidence, name: 'defended' }, 'Alien', removed)).toContain(sentence);
});
