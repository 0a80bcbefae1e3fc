export const benchmarks: Readonly<Record<string, () => Promise<unknown>>> = {};
