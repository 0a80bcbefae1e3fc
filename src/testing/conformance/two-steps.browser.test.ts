/** The same facts in Chromium. */
import './two-steps.test.ts';
