/** Golden kinds whose algorithm is not built yet, with what is missing. A kind leaves this list when its golden test is added. */
export const pendingGoldenKinds: Readonly<Record<string, string>> = {
  'adversarial-bpr': 'adversarial training of BPR',
  'bpr-mf': 'model bpr-mf',
  'gcn-meta-gradient': 'graph meta-gradient attack',
  'membership-features': 'membership inference',
  'meta-gradient-labels-cf': 'label-flip meta-gradients',
  'meta-gradient-labels-gmf': 'label-flip meta-gradients',
  'meta-gradient-labels-neumf': 'label-flip meta-gradients',
  'slim-loss': 'model slim',
};
