import { decodeText, type TextEncoding } from './text.ts';

/** Gives the ids of a dataset dense numbers in the order of arrival, then sorted ones. */
export interface Vocabulary {
  /** Number of the id in `bytes[start .. end)`, new or known. */
  add(bytes: Uint8Array, start: number, end: number, encoding: TextEncoding): number;
  /** Number of an id given as text. */
  addText(id: string): number;
  /**
   * The ids in their final order, and where each number of arrival went: whole numbers first, ascending, then the rest by
   * code units. The order does not depend on the order of the lines.
   */
  sorted(): { readonly ids: readonly string[]; readonly indexOf: Int32Array };
}

export function createVocabulary(): Vocabulary {
  const numbers = new Map<number, number>();
  const texts = new Map<string, number>();
  const ids: string[] = [];

  const addText = (id: string) => {
    const known = texts.get(id);
    if (known !== undefined) return known;
    texts.set(id, ids.length);
    ids.push(id);
    return ids.length - 1;
  };
  const addNumber = (id: number) => {
    const known = numbers.get(id);
    if (known !== undefined) return known;
    numbers.set(id, ids.length);
    ids.push(String(id));
    return ids.length - 1;
  };
  return {
    addText: (id) => (isShortWhole(id) ? addNumber(Number(id)) : addText(id)),
    add(bytes, start, end, encoding) {
      const length = end - start;
      if (length < 1 || length > 9 || (bytes[start] === 0x30 && length > 1)) {
        return this.addText(decodeText(bytes.subarray(start, end), encoding));
      }
      let value = 0;
      for (let at = start; at < end; at++) {
        const digit = (bytes[at] as number) - 0x30;
        if (digit < 0 || digit > 9) return this.addText(decodeText(bytes.subarray(start, end), encoding));
        value = value * 10 + digit;
      }
      return addNumber(value);
    },
    sorted() {
      const order = ids.map((_, at) => at).sort((a, b) => compareIds(ids[a] as string, ids[b] as string));
      const indexOf = new Int32Array(ids.length);
      order.forEach((from, to) => (indexOf[from] = to));
      return { ids: order.map((from) => ids[from] as string), indexOf };
    },
  };
}

/** Whole numbers first, ascending; the rest by code units. */
export function compareIds(a: string, b: string): number {
  const first = isShortWhole(a);
  const second = isShortWhole(b);
  if (first && second) return Number(a) - Number(b);
  if (first !== second) return first ? -1 : 1;
  return a < b ? -1 : a > b ? 1 : 0;
}

function isShortWhole(id: string): boolean {
  return /^(0|[1-9]\d{0,8})$/.test(id);
}
