/**
 * What one alert costs on one core: an ilert body → event → filter → card → JSON, for each chat.
 * `npm run bench` builds and runs it; a path as argument measures another build.
 */
import { createRequire } from 'node:module';
import { resolve } from 'node:path';

const require = createRequire(import.meta.url);
const core = require(resolve(process.argv[2] ?? 'dist/core/index.js'));

const ROUNDS = 4000;
const WARM_UP = 4000;
/** From an alert to a chat's JSON, in µs, at the median. */
const TARGET = 100;

const rules = {
  events: ['created', 'escalated', 'assigned', 'accepted', 'resolved'],
  severity: { atLeast: 'warning' },
  labels: [[{ key: 'region', operator: 'in', values: ['eu-*', 'us-*'] }]],
};
const options = { mentions: ['here'], timeZone: 'Europe/Berlin' };
const receivedAt = new Date().toISOString();
const filter = core.compileFilter(rules);

const body = Buffer.from(
  JSON.stringify({
    id: '40718822',
    summary: 'Checkout: 12 % of payments fail on node_7',
    details:
      'The gateway answers "503" since 02:13.\nSee https://runbooks.example.com/checkout?step=1.',
    reportTime: '2026-03-14T02:14:05.312Z',
    timestamp: '2026-03-14T02:14:06.120Z',
    status: 'PENDING',
    eventType: 'alert-created',
    eventId: '9e0c4b7d-52aa-4c1e-8f36-000000000001',
    priority: 'HIGH',
    alertSource: { id: 3307154, name: 'Shop monitoring' },
    escalationPolicy: { id: 3301960, name: 'Shop night shift' },
    labels: { service: 'checkout', region: 'eu-north', severity: 'critical' },
    links: [{ text: 'Dashboard', href: 'https://grafana.example.com/d/checkout' }],
  }),
);

const headers = { 'content-type': 'application/json' };
const parse = (rawBody) => {
  const request = { headers, query: {}, rawBody };
  return core.parseAlertWebhook('detect', request, { receivedAt }).events[0];
};
const decide = (event) => filter(event, { now: 0 }).decision;
const story = (event) => core.applyEvent(undefined, event).state;
const draw = (chat, state) =>
  JSON.stringify(core.renderCard(chat, 'webhook', state, options).payload);
const whole = (chat, rawBody) => {
  const event = parse(rawBody);
  decide(event);
  return draw(chat, story(event));
};

const print = (line) => process.stdout.write(`${line}\n`);

const measure = (work, rounds = ROUNDS) => {
  for (let round = 0; round < Math.min(WARM_UP, rounds); round += 1) work();
  const times = Array.from({ length: rounds }, () => {
    const start = process.hrtime.bigint();
    work();
    return Number(process.hrtime.bigint() - start) / 1000;
  }).sort((a, b) => a - b);
  return { median: times[rounds >> 1], p99: times[Math.floor(rounds * 0.99)] };
};

const show = (name, { median, p99 }) =>
  print(`${name.padEnd(44)}${median.toFixed(1).padStart(9)}${p99.toFixed(1).padStart(9)}`);

const event = parse(body);
const state = story(event);
print(`${'µs for one alert'.padEnd(44)}${'median'.padStart(9)}${'p99'.padStart(9)}`);
show(
  'ilert body → event',
  measure(() => parse(body)),
);
show(
  'event → decision',
  measure(() => decide(event)),
);
show(
  'event → state',
  measure(() => story(event)),
);
const chats = core.listChatPlatforms();
const cards = chats.map(({ id, name }) => {
  const card = measure(() => draw(id, story(event)));
  show(`event → state → card → JSON: ${name}`, card);
  return card.median;
});
show(
  'the whole way to Slack',
  measure(() => whole('slack', body)),
);

/** How much longer something 10 times larger takes: 10 is linear, 1 is bounded. */
const growth = (chat, name, build, sizes) => {
  const runs = sizes.map((size) => {
    const changed = { ...state, latest: { ...event, alert: { ...event.alert, ...build(size) } } };
    return { size, ...measure(() => draw(chat, changed), 300) };
  });
  for (const [index, run] of runs.entries()) {
    const ratio = index === 0 ? '' : `× ${(run.median / runs[index - 1].median).toFixed(1)}`;
    print(
      `${`${name} ${run.size.toLocaleString('en')}`.padEnd(44)}${run.median.toFixed(1).padStart(9)}   ${ratio}`,
    );
  }
};

print('\ngrowth (median µs, ratio to the line above)');
const labels = (size) =>
  Object.fromEntries(
    Array.from({ length: size }, (_, i) => [`label-${(i * 7919) % size}`, `v${i}`]),
  );
const description = (size) => ({ description: 'a & <b> '.repeat(size / 8) });
const title = (size) => ({ title: '*x* '.repeat(size / 4) });
for (const { id, name } of chats) {
  growth(id, `${name}, labels`, (size) => ({ labels: labels(size) }), [10, 100, 1000, 10_000]);
  growth(id, `${name}, description`, description, [1000, 10_000, 100_000, 1_000_000]);
  growth(id, `${name}, title`, title, [1000, 10_000, 100_000]);
}

const slowest = Math.max(...cards);
print(`\ntarget ${TARGET} µs for each chat: ${slowest <= TARGET ? 'met' : 'missed'}`);
process.exitCode = slowest <= TARGET ? 0 : 1;
