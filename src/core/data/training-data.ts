import type { TrainingData, Variables } from '../contracts.ts';
import { sparseMatrix } from '../kernels/sparse-matrix.ts';
import type { Interactions } from './interactions.ts';
import { sequencesOf, type Sequences } from './sequences.ts';

/** Training data that owns the tensors of its matrix. */
export interface OwnedTrainingData extends TrainingData {
  /** Frees the matrix. `variables` stay: they belong to whoever made them. */
  dispose(): void;
}

/** Puts interactions on the backend as a sparse 0/1 matrix, beside the variables that an attack differentiates. */
export function trainingData(interactions: Interactions, variables: Variables = {}): OwnedTrainingData {
  const matrix = sparseMatrix(
    interactions.userCount,
    interactions.itemCount,
    interactions.offsets,
    interactions.items,
  );
  let ordered: { readonly sequences: Sequences | undefined } | undefined;
  return {
    interactions,
    matrix,
    variables,
    get sequences() {
      return (ordered ??= { sequences: sequencesOf(interactions) }).sequences;
    },
    dispose: () => matrix.dispose(),
  };
}
