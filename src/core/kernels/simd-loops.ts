import {
  add,
  add4,
  addFloat,
  and,
  assemble,
  block,
  f32,
  get,
  i32,
  int,
  lane4,
  load4,
  loadFloat,
  loadInt,
  multiply,
  multiply4,
  multiplyFloat,
  set,
  shiftLeft,
  splat4,
  store4,
  storeFloat,
  v128,
  whileBelow,
  zero4,
  zeroFloat,
  type Code,
  type WasmFunction,
} from './wasm-assembler.ts';
import type { SparseLoops } from './loops.ts';

/** The part of WebAssembly that is used here: the core is compiled without the DOM library. */
declare const WebAssembly: {
  Module: new (bytes: Uint8Array) => object;
  Instance: new (
    module: object,
    imports: object,
  ) => { readonly exports: Readonly<Record<string, (...numbers: number[]) => void>> };
  validate(bytes: Uint8Array): boolean;
};

/**
 * The two loops of loops.ts as WebAssembly SIMD on the heap of the wasm backend, four float32 sums at a time in a fixed order.
 * Undefined where the processor has no SIMD or the heap is not at hand.
 */
export function simdLoops(memory: object | undefined): SparseLoops | undefined {
  const bytes = assemble([sampledFunction, sparseFunction]);
  if (!memory || !WebAssembly.validate(bytes)) return undefined;
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes), { host: { memory } });
  const call = (name: string, numbers: readonly number[], views: readonly ArrayBufferView[]) =>
    exports[name]?.(...numbers, ...views.map((view) => view.byteOffset));
  return {
    sampledDenseDense: (out, left, right, entryRow, entryColumn, depth) =>
      call('sampled', [out.length, depth], [out, left, right, entryRow, entryColumn]),
    sparseDense: (out, values, dense, offsets, columnOf, entryAt, depth) =>
      call('sparse', [offsets.length - 1, depth], [out, values, dense, offsets, columnOf, entryAt]),
  };
}

const at4 = (base: Code, index: Code) => add(base, shiftLeft(index, 2));
const step = (local: number, bytes: number) => set(local, add(get(local), int(bytes)));

/** Locals: count, depth, out, left, right, entryRow, entryColumn; then a, b, stop, end, sum, four. */
const sampledFunction = ((): WasmFunction => {
  const [count, depth, out, left, right, entryRow, entryColumn] = [0, 1, 2, 3, 4, 5, 6] as const;
  const [last, a, b, stop, end, sum, four] = [7, 8, 9, 10, 11, 12, 13] as const;
  const rowOf = (base: number, index: number) =>
    add(get(base), shiftLeft(multiply(loadInt(get(index)), get(depth)), 2));
  const body = block(
    set(last, at4(get(out), get(count))),
    whileBelow(
      get(out),
      get(last),
      set(a, rowOf(left, entryRow)),
      set(b, rowOf(right, entryColumn)),
      set(end, at4(get(a), get(depth))),
      set(stop, at4(get(a), and(get(depth), int(-4)))),
      set(four, zero4),
      whileBelow(
        get(a),
        get(stop),
        set(four, add4(get(four), multiply4(load4(get(a)), load4(get(b))))),
        step(a, 16),
        step(b, 16),
      ),
      set(
        sum,
        addFloat(
          addFloat(lane4(get(four), 0), lane4(get(four), 1)),
          addFloat(lane4(get(four), 2), lane4(get(four), 3)),
        ),
      ),
      whileBelow(
        get(a),
        get(end),
        set(sum, addFloat(get(sum), multiplyFloat(loadFloat(get(a)), loadFloat(get(b))))),
        step(a, 4),
        step(b, 4),
      ),
      storeFloat(get(out), get(sum)),
      ...[out, entryRow, entryColumn].map((pointer) => step(pointer, 4)),
    ),
  );
  return { name: 'sampled', parameters: 7, locals: [i32, i32, i32, i32, i32, f32, v128], body };
})();

/** Locals: rows, depth, out, values, dense, offsets, columnOf, entryAt; then the pointers of the walk. */
const sparseFunction = ((): WasmFunction => {
  const [rows, depth, out, values, dense, offsets, columnOf, entryAt] = [0, 1, 2, 3, 4, 5, 6, 7] as const;
  const [place, to, stop, end, a, b, lastRow, value, four] = [8, 9, 10, 11, 12, 13, 14, 15, 16] as const;
  const body = block(
    set(lastRow, at4(get(offsets), get(rows))),
    whileBelow(
      get(offsets),
      get(lastRow),
      set(end, at4(get(out), get(depth))),
      set(stop, at4(get(out), and(get(depth), int(-4)))),
      set(a, get(out)),
      whileBelow(get(a), get(stop), store4(get(a), zero4), step(a, 16)),
      whileBelow(get(a), get(end), storeFloat(get(a), zeroFloat), step(a, 4)),
      set(place, loadInt(get(offsets))),
      set(to, loadInt(get(offsets), 4)),
      whileBelow(
        get(place),
        get(to),
        set(value, loadFloat(at4(get(values), loadInt(at4(get(entryAt), get(place)))))),
        set(four, splat4(get(value))),
        set(a, get(out)),
        set(b, at4(get(dense), multiply(loadInt(at4(get(columnOf), get(place))), get(depth)))),
        whileBelow(
          get(a),
          get(stop),
          store4(get(a), add4(load4(get(a)), multiply4(get(four), load4(get(b))))),
          step(a, 16),
          step(b, 16),
        ),
        whileBelow(
          get(a),
          get(end),
          storeFloat(get(a), addFloat(loadFloat(get(a)), multiplyFloat(get(value), loadFloat(get(b))))),
          step(a, 4),
          step(b, 4),
        ),
        step(place, 1),
      ),
      set(out, get(end)),
      step(offsets, 4),
    ),
  );
  return { name: 'sparse', parameters: 8, locals: [i32, i32, i32, i32, i32, i32, i32, f32, v128], body };
})();
