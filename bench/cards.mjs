/**
 * From an event's webhook to the changed card in Slack, beside each engine's own nodes in the same
 * run, and what the pack asks of n8n's data tables. `npm run bench -- cards`.
 */
import { fetchedN8n } from '../tools/n8n-application.mjs';
import { measureN8n } from './cards/n8n.mjs';
import { measureNodeRed } from './cards/node-red.mjs';
import { openSlack } from './cards/slack.mjs';
import { STORM } from './cards/store-calls.mjs';
import { NOT_FETCHED } from './n8n.mjs';

/** From an event to the changed card at the median, in ms. */
const TARGETS_MS = { 'Node-RED': 150, n8n: 1000 };
/** Calls to n8n's data tables. */
const TARGETS = { quiet: 8, written: 4, notTaken: 0 };

const line = (text = '') => process.stdout.write(`${text}\n`);
const print = (name, ...rest) =>
  line(`${name.padEnd(58)}${rest.map((text) => String(text).padStart(10)).join('')}`);
const verdicts = [];
const verdict = (isMet) => {
  verdicts.push(isMet);
  return isMet ? 'met' : 'missed';
};

const slack = await openSlack();
print('ms from an event to the changed card', 'median', 'p99', 'target', '');
showTimes('Node-RED', await measureNodeRed(slack), {
  plain: 'http in → function → http request',
  pack: 'alert in → slack alert',
});
const application = fetchedN8n();
if (application) {
  const { times, asked } = await measureN8n(application, slack);
  showTimes('n8n', times, { plain: 'Webhook → HTTP Request', pack: 'Alert Trigger → Slack Alert' });
  showCalls(asked);
} else line(`\n${NOT_FETCHED}`);
await slack.close();

line('\nchat calls for each event of a storm: npm run bench -- storm');
process.exit(verdicts.every((isMet) => isMet) ? 0 : 1);

function showTimes(engine, { plain, pack }, names) {
  const target = TARGETS_MS[engine];
  const ms = ({ p50, p99 }) => [p50.toFixed(1), p99.toFixed(1)];
  print(`${engine}, ${names.plain}`, ...ms(plain));
  print(`${engine}, ${names.pack}`, ...ms(pack), `< ${target}`, verdict(pack.p50 < target));
  print('  ratio', ...['p50', 'p99'].map((key) => `× ${(pack[key] / plain[key]).toFixed(2)}`));
}

function showCalls({ quiet, shown, written, notTaken }) {
  const limited = (name, count, limit) =>
    print(name, count, '', `≤ ${limit}`, verdict(count <= limit));
  line();
  print("calls to n8n's data tables", 'calls', '', 'target', '');
  limited('one quiet new card, the most of a few', quiet, TARGETS.quiet);
  limited(`each of ${STORM} events at once, only written down`, written, TARGETS.written);
  print(`each of ${STORM} new cards at once, with what shows them`, shown.toFixed(2));
  limited('events of both that the store did not take', notTaken, TARGETS.notTaken);
}
