/** The same facts in Chromium. */
import './autodiff.test.ts';
