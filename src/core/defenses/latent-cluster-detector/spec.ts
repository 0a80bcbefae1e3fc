import type { DefenseSpec } from '../../contracts.ts';
import { component, integer, real, type ParametersOf } from '../../params/fields.ts';

const parameters = {
  flaggedShare: real({
    default: 0.05,
    min: 0,
    max: 1,
    label: 'Share removed',
    help: 'The most suspicious users, as a share of all, are dropped before training. The defender does not know how many are fake.',
  }),
  model: component({
    of: 'model',
    default: {
      id: 'wrmf',
      params: { epochs: 60, learningRate: 0.1, positiveWeight: 5, initialDeviation: 0.1 },
    },
    label: 'Model',
    help: 'The defender’s own model, trained on the data as it is, whose user vectors are looked at.',
  }),
  clusterCount: integer({
    default: 20,
    min: 1,
    max: 500,
    label: 'Clusters',
    help: 'How many clusters the user vectors are put into.',
  }),
  neighbourCount: integer({
    default: 10,
    min: 1,
    max: 500,
    label: 'Neighbours',
    help: 'Over how many nearest vectors the distance of a user is averaged.',
  }),
} as const;

export type LatentClusterDetectorParameters = ParametersOf<typeof parameters>;

export const spec = {
  id: 'latent-cluster-detector',
  name: 'Latent neighbour clusters',
  summary:
    'Trains a model, and drops users whose vectors lie in unusually tight or unusually scattered clusters: made-up users stand apart.',
  family: 'defense',
  parameters,
  references: ['tang-2020'],
  fidelity: 'simplified',
  differences: [
    'The paper only suggests that fake users form clusters in some latent space and that neighbours of known ones are suspect; score and threshold are the lab’s own.',
  ],
  wraps: 'sanitize',
  requires: { model: { of: 'model', userVectors: true } },
} as const satisfies DefenseSpec<typeof parameters>;
