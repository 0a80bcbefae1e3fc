import type { Spec } from '../../core/contracts.ts';
import { findSpec, schemaOf } from '../../core/find-spec.ts';
import type { Component, ComponentFamily, Field } from '../../core/params/fields.ts';
import { parseParameters } from '../../core/params/parse.ts';

type Values = Readonly<Record<string, unknown>>;

/** Of every model of sequences: rows longer than the window, one head, so that any width does, and gradients that are cut. */
const sequential: Values = {
  embeddingSize: 12,
  maxLength: 6,
  epochs: 40,
  batchSize: 24,
  learningRate: 0.03,
  gradientNorm: 0.5,
  patience: 0,
};

/** Settings for a test's small data, by id, where the shrunk defaults do not do. A model's must recover the planted pattern. */
const table: Readonly<Record<string, Values>> = {
  wrmf: { embeddingSize: 4, epochs: 30, learningRate: 0.1, initialDeviation: 0.1 },
  'item-cf': { neighbourCount: 5 },
  'user-cf': { neighbourCount: 3 },
  'mult-vae': {
    hiddenSize: 12,
    embeddingSize: 4,
    epochs: 40,
    batchSize: 12,
    learningRate: 0.02,
    annealingCap: 0.01,
  },
  // One negative, no rank weight and a wide margin keep second differences away from kinks.
  cml: { epochs: 30, batchSize: 20, learningRate: 0.05, negativeCount: 1, margin: 2, rankWeight: false },
  neumf: {
    hiddenEmbeddingSize: 4,
    epochs: 30,
    batchSize: 20,
    learningRate: 0.03,
    negativeCount: 2,
    activation: 'tanh',
  },
  'item-autoencoder': { layerSizes: [8, 4], epochs: 40, batchSize: 6, learningRate: 0.02 },
  bert4rec: { ...sequential, epochs: 100, heads: 1, maskRate: 0.3, mostMasked: 2, dropout: 0.02 },
  narm: { ...sequential, hiddenSize: 12, gradientNorm: 0.02 },
  sasrec: { ...sequential, heads: 1 },
  'unrolled-injection': { unrollSteps: 20, outerSteps: 3 },
  'random-filler': { fillerCount: 4 },
  bandwagon: { popularCount: 4 },
  segment: { segmentCount: 4 },
  'hand-made': {
    profile: { by: 'popularity-rank', ranks: [1, 2, 4, 6, 8] },
    secondProfile: { by: 'popularity-rank', ranks: [5, 7] },
    thirdProfile: { by: 'popularity-rank', ranks: [9] },
  },
};

/** The most that an integer of this name is in a test. */
const most: Readonly<Record<string, number>> = {
  embeddingSize: 4,
  hiddenSize: 8,
  epochs: 20,
  batchSize: 32,
  fakeUserCount: 5,
  fillerCount: 4,
  outerSteps: 3,
  unrollSteps: 5,
  maxLength: 10,
  feedForwardSize: 16,
  blocks: 1,
  attentionSize: 8,
  listLength: 5,
  sequenceCount: 4,
  sequenceLength: 5,
  clusterCount: 4,
};

/** All parameters of an algorithm, small enough for a test: those of the table, else the defaults shrunk by name. */
export function smallParameters(spec: Spec): Values {
  const shrunk = Object.fromEntries(
    Object.entries(spec.parameters).map(([name, field]) => [name, small(name, field)]),
  );
  return parseParameters(spec.parameters, { ...shrunk, ...table[spec.id] }, spec.id, schemaOf);
}

export function smallComponent(spec: Spec): Component {
  return { id: spec.id, params: smallParameters(spec) };
}

const kinds: Readonly<Record<ComponentFamily, 'datasets' | 'models' | 'attacks' | 'defenses'>> = {
  dataset: 'datasets',
  model: 'models',
  attack: 'attacks',
  defense: 'defenses',
};

function small(name: string, field: Field): unknown {
  switch (field.kind) {
    case 'integer':
      return Math.max(field.min, Math.min(field.default, most[name] ?? field.default));
    case 'list':
      return field.default.map((value) => (name === 'layerSizes' ? Math.min(value, 8) : value));
    case 'items':
      return { by: 'popularity-rank', ranks: [12] };
    case 'component':
      return smallComponent(findSpec(kinds[field.of], field.default.id, name));
    default:
      return field.default;
  }
}
