import { tf, type NamedTensors, type Tensor } from '../tensors.ts';

/** Applies `combine` name by name. All arguments hold the names of the first. */
export function mapNamed<Others extends readonly NamedTensors[]>(
  first: NamedTensors,
  combine: (tensor: Tensor, ...others: Tensor[]) => Tensor,
  ...others: Others
): NamedTensors {
  const result: Record<string, Tensor> = {};
  for (const [name, tensor] of Object.entries(first)) {
    result[name] = combine(tensor, ...others.map((other) => named(other, name)));
  }
  return result;
}

/** The tensor of that name; a missing one is a programming error and says so. */
export function named(tensors: NamedTensors, name: string): Tensor {
  const tensor = tensors[name];
  if (!tensor) throw new Error(`no tensor named ${name}; there are ${Object.keys(tensors).join(', ')}`);
  return tensor;
}

export function zerosLike(tensors: NamedTensors): NamedTensors {
  return mapNamed(tensors, (tensor) => tf.zerosLike(tensor));
}

export function addNamed(first: NamedTensors, second: NamedTensors): NamedTensors {
  return mapNamed(first, (a, b) => tf.add(a, b), second);
}

/** Bytes of float32 or int32 tensors. */
export function bytesOf(tensors: NamedTensors): number {
  return Object.values(tensors).reduce((sum, tensor) => sum + tensor.size * 4, 0);
}
