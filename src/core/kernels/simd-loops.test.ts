import { expect, test } from 'vitest';
import { useBackend } from '../../testing/backends.ts';
import { expectClose } from '../../testing/matchers.ts';
import { createRng } from '../math/rng.ts';
import { tf } from '../tensors.ts';
import { plainLoops } from './loops.ts';
import { simdLoops } from './simd-loops.ts';

const rows = 7;
const columns = 5;
const rng = createRng(3);
const offsets = Int32Array.from([0, 4, 4, 5, 9, 11, 11, 16]);
const columnOf = Int32Array.from({ length: 16 }, () => rng.integer(columns));
const entryRow = Int32Array.from({ length: 16 }, (_, e) => offsets.findLastIndex((from) => from <= e));
const entryAt = rng.shuffle(Int32Array.from({ length: 16 }, (_, e) => e));

/** Copies arrays into a memory, one after the other, at addresses that are not aligned to 16 bytes. */
function heap() {
  const memory = new WebAssembly.Memory({ initial: 1 });
  let next = 4;
  const place = <A extends Float32Array | Int32Array>(from: A): A => {
    const make = from.constructor as new (buffer: ArrayBuffer, offset: number, length: number) => A;
    const view = new make(memory.buffer, next, from.length);
    view.set(from);
    next += from.byteLength;
    return view;
  };
  return { memory, place };
}

for (const depth of [1, 3, 4, 8, 19]) {
  test(`SIMD loops agree with the plain ones for ${depth} columns and touch nothing else`, () => {
    const left = rng.normals(rows * depth);
    const right = rng.normals(columns * depth);
    const values = rng.normals(16);
    const { memory, place } = heap();
    const loops = simdLoops(memory);
    if (!loops) throw new Error('no SIMD here');

    const plain = new Float32Array(16);
    plainLoops.sampledDenseDense(plain, left, right, entryRow, columnOf, depth);
    const [r, c, l, x] = [place(entryRow), place(columnOf), place(left), place(right)];
    const sampled = place(new Float32Array(17).fill(9));
    loops.sampledDenseDense(sampled.subarray(0, 16), l, x, r, c, depth);
    expectClose(sampled.subarray(0, 16), plain, { absolute: 1e-5 });
    expect(sampled[16]).toBe(9);

    const product = new Float32Array(rows * depth);
    plainLoops.sparseDense(product, values, right, offsets, columnOf, entryAt, depth);
    const [o, e, v] = [place(offsets), place(entryAt), place(values)];
    const out = place(new Float32Array(rows * depth + 1).fill(9));
    loops.sparseDense(out.subarray(0, rows * depth), v, x, o, c, e, depth);
    expectClose(out.subarray(0, rows * depth), product, { absolute: 1e-5 });
    expect(out[rows * depth]).toBe(9);
  });
}

test('without a memory there are no SIMD loops', () => {
  expect(simdLoops(undefined)).toBeUndefined();
});

useBackend('wasm');
test('the wasm backend shows its memory, so that the SIMD loops are used', () => {
  const { wasm } = tf.backend() as unknown as { wasm: { asm: { memory: unknown } } };
  expect(wasm.asm.memory).toBeInstanceOf(WebAssembly.Memory);
});
