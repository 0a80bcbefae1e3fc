/** The same facts in Chromium. */
import './swap.test.ts';
