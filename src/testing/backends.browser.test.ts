/** The same facts in Chromium. */
import './backends.test.ts';
