/**
 * A one-to-one assignment of as many rows as possible to columns that they accept, by augmenting paths (Kuhn 1955, Berge 1957): the column
 * of each row, -1 where none is left. Rows with fewer choices go first. O(rows × choices). // [R]
 */
export function maximumMatching(choices: readonly (readonly number[])[], columnCount: number): Int32Array {
  const rowOf = new Int32Array(columnCount).fill(-1);
  const columnOf = new Int32Array(choices.length).fill(-1);
  const order = [...choices.keys()].sort((a, b) => lengthOf(choices, a) - lengthOf(choices, b) || a - b);
  for (const start of order) {
    // Breadth first over rows whose column could be taken over.
    const reachedFrom = new Map<number, number>();
    const waiting = [start];
    let free = -1;
    for (let at = 0; at < waiting.length && free < 0; at++) {
      const row = waiting[at] as number;
      for (const column of choices[row] as readonly number[]) {
        if (reachedFrom.has(column)) continue;
        reachedFrom.set(column, row);
        if (rowOf[column] === -1) {
          free = column;
          break;
        }
        waiting.push(rowOf[column] as number);
      }
    }
    for (let column = free; column >= 0;) {
      const row = reachedFrom.get(column) as number;
      const next = columnOf[row] as number;
      rowOf[column] = row;
      columnOf[row] = column;
      column = row === start ? -1 : next;
    }
  }
  return columnOf;
}

function lengthOf(choices: readonly (readonly number[])[], row: number): number {
  return (choices[row] as readonly number[]).length;
}
