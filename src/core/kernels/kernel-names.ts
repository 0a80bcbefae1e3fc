/** The lab's own kernels, as tfjs knows them. */
export const kernelNames = {
  sampledDenseDense: 'SampledDenseDense',
  sparseDense: 'SparseDense',
} as const;
