/**
 * From a click in one chat to the changed cards of all four: the flow of the start commands, with
 * one On-Call Action between. `npm run bench -- click`.
 */

import { fetchedN8n } from '../tools/n8n-application.mjs';
import { measureN8n } from './click/n8n.mjs';
import { measureNodeRed } from './click/node-red.mjs';
import { NOT_FETCHED } from './n8n.mjs';

/** At the median, in ms. */
const TARGETS_MS = { 'Node-RED': 300, n8n: 1500 };

const line = (text = '') => process.stdout.write(`${text}\n`);
const print = (name, ...rest) =>
  line(`${name.padEnd(40)}${rest.map((text) => String(text).padStart(10)).join('')}`);

print('ms from a click to four changed cards', 'median', 'p99', 'target', '');
const met = [show('Node-RED', await measureNodeRed())];
const application = fetchedN8n();
if (application) met.push(show('n8n', await measureN8n(application)));
else line(`\n${NOT_FETCHED}`);
process.exit(met.every((isMet) => isMet) ? 0 : 1);

function show(engine, { p50, p99 }) {
  const target = TARGETS_MS[engine];
  const isMet = p50 < target;
  print(engine, p50.toFixed(0), p99.toFixed(0), `< ${target}`, isMet ? 'met' : 'missed');
  return isMet;
}
