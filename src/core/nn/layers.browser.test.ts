/** The same facts in Chromium. */
import './layers.test.ts';
