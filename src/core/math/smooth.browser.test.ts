/** The same facts in Chromium. */
import './smooth.test.ts';
