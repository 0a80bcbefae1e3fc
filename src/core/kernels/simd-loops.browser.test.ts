/** The same facts in Chromium. */
import './simd-loops.test.ts';
