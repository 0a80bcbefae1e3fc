import type { NamedTensors, Tensor } from '../tensors.ts';

/** The tensors of one layer, by their names inside it: those named `prefix.name`. */
export function layerOf(parameters: NamedTensors, prefix: string): NamedTensors {
  const inside: Record<string, Tensor> = {};
  for (const [name, tensor] of Object.entries(parameters)) {
    if (name.startsWith(`${prefix}.`)) inside[name.slice(prefix.length + 1)] = tensor;
  }
  return inside;
}

/** The tensors of a layer under the names they have among a model's parameters: `prefix.name`. */
export function asLayer(layer: NamedTensors, prefix: string): NamedTensors {
  return Object.fromEntries(Object.entries(layer).map(([name, tensor]) => [`${prefix}.${name}`, tensor]));
}
