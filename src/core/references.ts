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
  'sedhain-2015': {
    id: 'sedhain-2015',
    authors: 'S. Sedhain, A. K. Menon, S. Sanner, L. Xie',
    year: 2015,
    title: 'AutoRec: Autoencoders Meet Collaborative Filtering',
    venue: 'WWW 2015 Companion',
    doi: '10.1145/2740908.2742726',
  },
  'liang-2018': {
    id: 'liang-2018',
    authors: 'D. Liang, R. G. Krishnan, M. D. Hoffman, T. Jebara',
    year: 2018,
    title: 'Variational Autoencoders for Collaborative Filtering',
    venue: 'WWW 2018',
    doi: '10.1145/3178876.3186150',
  },
  'hsieh-2017': {
    id: 'hsieh-2017',
    authors: 'C.-K. Hsieh, L. Yang, Y. Cui, T.-Y. Lin, S. Belongie, D. Estrin',
    year: 2017,
    title: 'Collaborative Metric Learning',
    venue: 'WWW 2017',
    doi: '10.1145/3038912.3052639',
  },
  'he-2017': {
    id: 'he-2017',
    authors: 'X. He, L. Liao, H. Zhang, L. Nie, X. Hu, T.-S. Chua',
    year: 2017,
    title: 'Neural Collaborative Filtering',
    venue: 'WWW 2017',
    doi: '10.1145/3038912.3052569',
  },
  'sarwar-2001': {
    id: 'sarwar-2001',
    authors: 'B. Sarwar, G. Karypis, J. Konstan, J. Riedl',
    year: 2001,
    title: 'Item-Based Collaborative Filtering Recommendation Algorithms',
    venue: 'WWW 2001',
    doi: '10.1145/371920.372071',
  },
  'resnick-1994': {
    id: 'resnick-1994',
    authors: 'P. Resnick, N. Iacovou, M. Suchak, P. Bergstrom, J. Riedl',
    year: 1994,
    title: 'GroupLens: An Open Architecture for Collaborative Filtering of Netnews',
    venue: 'CSCW 1994',
    doi: '10.1145/192844.192905',
  },
  'mobasher-2007': {
    id: 'mobasher-2007',
    authors: 'B. Mobasher, R. Burke, R. Bhaumik, C. Williams',
    year: 2007,
    title: 'Toward Trustworthy Recommender Systems: An Analysis of Attack Models and Algorithm Robustness',
    venue: 'ACM TOIT 7(4)',
    doi: '10.1145/1278366.1278372',
  },
  'mehta-2009': {
    id: 'mehta-2009',
    authors: 'B. Mehta, W. Nejdl',
    year: 2009,
    title: 'Unsupervised Strategies for Shilling Detection and Robust Collaborative Filtering',
    venue: 'UMUAI 19',
    doi: '10.1007/s11257-008-9050-4',
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
  'sun-2019': {
    id: 'sun-2019',
    authors: 'F. Sun, J. Liu, J. Wu, C. Pei, X. Lin, W. Ou, P. Jiang',
    year: 2019,
    title: 'BERT4Rec: Sequential Recommendation with Bidirectional Encoder Representations from Transformer',
    venue: 'CIKM 2019',
    doi: '10.1145/3357384.3357895',
  },
  'li-2017': {
    id: 'li-2017',
    authors: 'J. Li, P. Ren, Z. Chen, Z. Ren, T. Lian, J. Ma',
    year: 2017,
    title: 'Neural Attentive Session-based Recommendation',
    venue: 'CIKM 2017',
    doi: '10.1145/3132847.3132926',
  },
  'kang-2018': {
    id: 'kang-2018',
    authors: 'W.-C. Kang, J. McAuley',
    year: 2018,
    title: 'Self-Attentive Sequential Recommendation',
    venue: 'ICDM 2018',
    doi: '10.1109/ICDM.2018.00035',
  },
  'yue-2021': {
    id: 'yue-2021',
    authors: 'Z. Yue, Z. He, H. Zeng, J. McAuley',
    year: 2021,
    title: 'Black-Box Attacks on Sequential Recommenders via Data-Free Model Extraction',
    venue: 'RecSys 2021',
    doi: '10.1145/3460231.3474275',
  },
  'zhang-2024': {
    id: 'zhang-2024',
    authors: 'S. Zhang, H. Yin, H. Chen, C. Long',
    year: 2024,
    title: 'Defense Against Model Extraction Attacks on Recommender Systems',
    venue: 'WSDM 2024',
  },
} as const satisfies Record<string, Reference>;

export type ReferenceId = keyof typeof references;
