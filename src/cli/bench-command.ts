import { benchmarks } from './benchmarks/benchmarks.ts';

/** `bench`: every benchmark on wasm in this process, JSON on stdout. */
export async function benchCommand(): Promise<string> {
  const results: Record<string, unknown> = {};
  for (const [name, measure] of Object.entries(benchmarks)) results[name] = await measure();
  return JSON.stringify(results, null, 1);
}
