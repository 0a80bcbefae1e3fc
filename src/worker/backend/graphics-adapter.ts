/** A WebGPU adapter, or the sentence that says why there is none. */
export type AdapterAnswer =
  | { readonly adapter: GPUAdapter; readonly isSoftware: boolean }
  | { readonly adapter: undefined; readonly reason: string };

const softwareArchitectures = ['swiftshader', 'llvmpipe', 'lavapipe', 'warp'];

/** Asks the browser for its fastest graphics adapter. */
export async function graphicsAdapter(): Promise<AdapterAnswer> {
  const gpu = (navigator as { gpu?: GPU }).gpu;
  if (!gpu)
    return none(isSecureContext ? 'this browser has no WebGPU' : 'WebGPU needs a page served by https');
  try {
    const adapter = await gpu.requestAdapter({ powerPreference: 'high-performance' });
    if (!adapter) return none('the browser found no WebGPU adapter (no supported graphics card or driver)');
    return { adapter, isSoftware: isSoftware(adapter) };
  } catch (error) {
    const isForbidden = error instanceof DOMException && /NotAllowed|Security/.test(error.name);
    return none(
      isForbidden ? 'WebGPU is blocked by policy' : `asking for a WebGPU adapter failed (${String(error)})`,
    );
  }
}

function none(reason: string): AdapterAnswer {
  return { adapter: undefined, reason };
}

function isSoftware(adapter: GPUAdapter): boolean {
  const { info } = adapter;
  const name = `${info.architecture} ${info.description}`.toLowerCase();
  return info.isFallbackAdapter || softwareArchitectures.some((word) => name.includes(word));
}
