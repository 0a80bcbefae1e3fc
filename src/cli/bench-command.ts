import { badInput } from '../core/errors.ts';
import { openBackend } from './backend.ts';
import { benchmarks } from './benchmarks/benchmarks.ts';

/** `bench [name ...]`: the named benchmarks, or all, on wasm in this process; JSON on stdout. */
export async function benchCommand(names: readonly string[] = []): Promise<string> {
  const known = Object.keys(benchmarks);
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined) throw badInput('bench', `must be one of ${known.join(', ')}`, unknown);
  const { name, adapter, threads } = await openBackend('wasm');
  const results: Record<string, unknown> = { backend: { name, adapter, threads } };
  for (const each of names.length > 0 ? names : known) results[each] = await benchmarks[each]?.();
  return JSON.stringify(results, null, 1);
}
