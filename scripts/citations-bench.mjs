#!/usr/bin/env node
import { measureFabricated } from './citations/fabricated.mjs';
// Measures how citations are identified and parsed:
//   node scripts/citations-bench.mjs [--json] [--errors]
// Public data sets are read from ../shared/bench beside the checkout; a part whose data is absent is skipped
// with a message. Figures are printed; nothing is asserted.
import { loadCitations } from './citations/load.mjs';
import { measureParser } from './citations/parser.mjs';
import { measureStyles } from './citations/styles.mjs';
import { measureSynthetic } from './citations/synthetic.mjs';

const options = { json: process.argv.includes('--json'), errors: process.argv.includes('--errors') };
const citations = await loadCitations();
const parts = [measureStyles, measureFabricated, measureSynthetic, measureParser];
const report = {};
for (const measure of parts) Object.assign(report, await measure(citations, options));
if (options.json) console.log(JSON.stringify(report, null, 2));
