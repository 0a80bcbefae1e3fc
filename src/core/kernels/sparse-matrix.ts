import { tf, type Tensor1D } from '../tensors.ts';

/**
 * The places of the non-zero entries of a matrix, as tensors that the sparse kernels read. Entries are numbered 0..nnz-1
 * in row order; a tensor of entry values [nnz] follows that numbering in both orientations.
 */
export interface SparsePattern {
  readonly rows: number;
  readonly columns: number;
  readonly count: number; // nnz
  /** Entries of row r are places offsets[r] .. offsets[r + 1). // int32 [rows + 1] */
  readonly offsets: Tensor1D;
  /** Column of the entry at a place. // int32 [nnz] */
  readonly columnOf: Tensor1D;
  /** Row of entry e, by entry number. // int32 [nnz] */
  readonly entryRow: Tensor1D;
  /** Column of entry e, by entry number. // int32 [nnz] */
  readonly entryColumn: Tensor1D;
  /** Number of the entry at a place: the identity for the matrix itself, a permutation for its transpose. // int32 [nnz] */
  readonly entryAt: Tensor1D;
  /** The same entries, same numbers, with rows and columns exchanged; its own `transposed` is this pattern again. */
  readonly transposed: SparsePattern;
}

/** A sparse 0/1 matrix and its transpose, sharing one numbering of entries. Owns its tensors. */
export interface SparseMatrix extends SparsePattern {
  dispose(): void;
}

/**
 * Builds the pattern of a matrix [rows, columns] from compressed sparse rows, and its transpose [columns, rows].
 * Repeated entries stay separate entries. The tensors outlive a surrounding `tidy`, until `dispose`.
 */
export function sparseMatrix(
  rows: number,
  columns: number,
  offsets: Int32Array, // [rows + 1]
  columnOf: Int32Array, // [nnz]
): SparseMatrix {
  return built(rows, columns, offsets, columnOf, (values) => tf.keep(tf.tensor1d(values, 'int32')));
}

/** The same for the rows of one batch: the tensors belong to the surrounding `tidy`. */
export function passingPattern(
  rows: number,
  columns: number,
  offsets: Int32Array, // [rows + 1]
  columnOf: Int32Array, // [nnz]
): SparsePattern {
  return built(rows, columns, offsets, columnOf, (values) => tf.tensor1d(values, 'int32'));
}

function built(
  rows: number,
  columns: number,
  offsets: Int32Array,
  columnOf: Int32Array,
  int: (values: Int32Array) => Tensor1D,
): SparseMatrix {
  const count = columnOf.length;
  const entryRow = new Int32Array(count);
  for (let row = 0; row < rows; row++) entryRow.fill(row, offsets[row], offsets[row + 1]);

  const columnOffsets = new Int32Array(columns + 1);
  for (const column of columnOf) columnOffsets[column + 1] = (columnOffsets[column + 1] ?? 0) + 1;
  for (let c = 0; c < columns; c++)
    columnOffsets[c + 1] = (columnOffsets[c + 1] ?? 0) + (columnOffsets[c] ?? 0);
  const cursor = columnOffsets.slice();
  const entryAt = new Int32Array(count);
  const rowAt = new Int32Array(count);
  for (let entry = 0; entry < count; entry++) {
    const column = columnOf[entry] as number;
    const place = cursor[column] as number;
    cursor[column] = place + 1;
    entryAt[place] = entry;
    rowAt[place] = entryRow[entry] as number;
  }

  const owned = {
    offsets: int(offsets),
    entryRow: int(entryRow),
    entryColumn: int(columnOf),
    identity: int(Int32Array.from({ length: count }, (_, at) => at)),
    columnOffsets: int(columnOffsets),
    rowAt: int(rowAt),
    entryAt: int(entryAt),
  };
  const transposed: SparsePattern = {
    rows: columns,
    columns: rows,
    count,
    offsets: owned.columnOffsets,
    columnOf: owned.rowAt,
    entryRow: owned.entryColumn,
    entryColumn: owned.entryRow,
    entryAt: owned.entryAt,
    get transposed() {
      return matrix;
    },
  };
  const matrix: SparseMatrix = {
    rows,
    columns,
    count,
    offsets: owned.offsets,
    columnOf: owned.entryColumn,
    entryRow: owned.entryRow,
    entryColumn: owned.entryColumn,
    entryAt: owned.identity,
    transposed,
    dispose: () => tf.dispose(Object.values(owned)),
  };
  return matrix;
}

/** The index tensors of a pattern, for `save` of a gradient: a pattern made inside it would be disposed before an outer gradient runs. */
export function indicesOf(pattern: SparsePattern): Tensor1D[] {
  const { offsets, columnOf, entryRow, entryColumn, entryAt, transposed } = pattern;
  return [
    offsets,
    columnOf,
    entryRow,
    entryColumn,
    entryAt,
    transposed.offsets,
    transposed.columnOf,
    transposed.entryAt,
  ];
}

/** The pattern of the same size again, from saved index tensors. */
export function patternOf(
  indices: readonly Tensor1D[],
  { rows, columns, count }: SparsePattern,
): SparsePattern {
  const [offsets, columnOf, entryRow, entryColumn, entryAt, turnedOffsets, rowAt, turnedAt] = indices as [
    Tensor1D,
    Tensor1D,
    Tensor1D,
    Tensor1D,
    Tensor1D,
    Tensor1D,
    Tensor1D,
    Tensor1D,
  ];
  const transposed: SparsePattern = {
    rows: columns,
    columns: rows,
    count,
    offsets: turnedOffsets,
    columnOf: rowAt,
    entryRow: entryColumn,
    entryColumn: entryRow,
    entryAt: turnedAt,
    get transposed() {
      return pattern;
    },
  };
  const pattern: SparsePattern = { rows, columns, count, offsets, columnOf, entryRow, entryColumn, entryAt, transposed }; // prettier-ignore
  return pattern;
}
