import { tf, type NamedTensors } from '../tensors.ts';

/** Named tensors as the cache and artifacts keep them. */
export type PackedTensors = Readonly<
  Record<string, { readonly shape: readonly number[]; readonly values: Float32Array }>
>;

/** Copies tensors into plain arrays; the tensors stay the caller's. */
export async function packedTensors(tensors: NamedTensors): Promise<PackedTensors> {
  const packed: Record<string, { shape: readonly number[]; values: Float32Array }> = {};
  for (const [name, tensor] of Object.entries(tensors)) {
    packed[name] = { shape: tensor.shape, values: Float32Array.from(await tensor.data()) };
  }
  return packed;
}

/** Tensors from plain arrays; the caller disposes of them. */
export function unpackedTensors(packed: PackedTensors): NamedTensors {
  return Object.fromEntries(
    Object.entries(packed).map(([name, { shape, values }]) => [
      name,
      tf.tensor(values, [...shape], 'float32'),
    ]),
  );
}
