/** The authors' number of a place, and the id of that place in the data. */
export type NumberedPlace = readonly [number: number, id: string];

/**
 * The target places of Tang et al. 2020 on Gowalla, five of each stratum, by the numbers in the authors' code. Their list of ids leads to a
 * further numbering of their own: which place a number means follows from who has it in their test set, and from the order in which the
 * training rows first name places.
 * `gowalla-targets.slow.test.ts` derives them anew.
 */
export const paperTargets: Readonly<Record<string, readonly NumberedPlace[]>> = {
  head: [
    [259, '9234'],
    [2272, '689421'],
    [3010, '9763'],
    [6737, '225806'],
    [7690, '12675'],
  ],
  'upper-torso': [
    [1181, '47994'],
    [1200, '58178'],
    [2725, '16426'],
    [4228, '12479'],
    [6688, '40730'],
  ],
  'lower-torso': [
    [3227, '39690'],
    [5810, '345927'],
    [7402, '200759'],
    [9272, '22070'],
    [10551, '136529'],
  ],
  tail: [
    [5611, '16969'],
    [9213, '239140'],
    [10359, '23506'],
    [10395, '55583'],
    [12308, '296400'],
  ],
};

/** The five targets of a stratum, as an attack takes them. */
export function targetsOf(stratum: string) {
  return { by: 'id', ids: (paperTargets[stratum] ?? []).map(([, id]) => id) } as const;
}

export const paperTargetsNotes = [
  'The targets are those of the authors’ code. Who has a place in their test set, and the order of their numbers, tell for 17 of the 20 which place of the data it is.',
  'Three need more. No. 9272 (lower torso) is in no test set; one place without test users fits between its neighbours, 22070. No. 9213 (tail) may be 192627 or 239140; only 239140 is in the tail. No. 10359 (tail) may be any of 23379, 23503, 23505, 23506, 23508 and 23510, all in the tail and first visited by the same user; 23506 stands for them.',
] as const;
