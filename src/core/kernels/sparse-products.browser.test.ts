/** The same facts in Chromium, on WebGPU and on threads. */
import './sparse-products.test.ts';
