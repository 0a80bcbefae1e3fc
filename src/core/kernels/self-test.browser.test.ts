/** The same facts in Chromium. */
import './self-test.test.ts';
