/**
 * Makes the lab's kernels known to every backend, whether it is loaded or not. Imported by each op that needs them and by
 * whoever opens a backend.
 */
import './cpu-kernels.ts';
import './wasm-kernels.ts';
import './webgpu-kernels.ts';
