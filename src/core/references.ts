/** A published source that a spec, preset or docstring cites. */
export interface Reference {
  readonly id: string;
  readonly authors: string;
  readonly year: number;
  readonly title: string;
  readonly venue: string;
  readonly doi?: string;
}

export const references = {
  'tang-2020': {
    id: 'tang-2020',
    authors: 'J. Tang, H. Wen, K. Wang',
    year: 2020,
    title: 'Revisiting Adversarially Learned Injection Attacks Against Recommender Systems',
    venue: 'RecSys 2020',
    doi: '10.1145/3383313.3412243',
  },
  'hu-2008': {
    id: 'hu-2008',
    authors: 'Y. Hu, Y. Koren, C. Volinsky',
    year: 2008,
    title: 'Collaborative Filtering for Implicit Feedback Datasets',
    venue: 'ICDM 2008',
    doi: '10.1109/ICDM.2008.22',
  },
  'lam-2004': {
    id: 'lam-2004',
    authors: 'S. K. Lam, J. Riedl',
    year: 2004,
    title: 'Shilling Recommender Systems for Fun and Profit',
    venue: 'WWW 2004',
    doi: '10.1145/988672.988726',
  },
  'harper-2015': {
    id: 'harper-2015',
    authors: 'F. M. Harper, J. A. Konstan',
    year: 2015,
    title: 'The MovieLens Datasets: History and Context',
    venue: 'ACM TiiS 5(4)',
    doi: '10.1145/2827872',
  },
  'cho-2011': {
    id: 'cho-2011',
    authors: 'E. Cho, S. A. Myers, J. Leskovec',
    year: 2011,
    title: 'Friendship and Mobility: User Movement in Location-Based Social Networks',
    venue: 'KDD 2011',
    doi: '10.1145/2020408.2020579',
  },
  'ziegler-2005': {
    id: 'ziegler-2005',
    authors: 'C.-N. Ziegler, S. M. McNee, J. A. Konstan, G. Lausen',
    year: 2005,
    title: 'Improving Recommendation Lists Through Topic Diversification',
    venue: 'WWW 2005',
    doi: '10.1145/1060745.1060754',
  },
  'cantador-2011': {
    id: 'cantador-2011',
    authors: 'I. Cantador, P. Brusilovsky, T. Kuflik',
    year: 2011,
    title: 'Second Workshop on Information Heterogeneity and Fusion in Recommender Systems (HetRec 2011)',
    venue: 'RecSys 2011',
    doi: '10.1145/2043932.2044016',
  },
} as const satisfies Record<string, Reference>;

export type ReferenceId = keyof typeof references;
