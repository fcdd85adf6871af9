import { copyRow } from './copy-row.js';
import { h } from './dom.js';

/** What opens the API of an on-call platform, ready to copy: the address, and whose keys there are. */
export function onCallKeys(accounts) {
  const bases = new Set(accounts.map(({ baseUrl }) => baseUrl));
  return h(
    'details',
    { className: 'target keys' },
    h('summary', {}, h('span', { className: 'caption' }, 'API')),
    [...bases].map((baseUrl) => copyRow('Base URL', baseUrl)),
    accounts.map(rowsOf),
  );
}

function rowsOf({ name, credential, note, answers }) {
  const answer = answers === 'ok' ? '' : ` It answers ${answers}.`;
  return [
    h('h3', {}, name),
    Object.entries(credential).map(([part, value]) => copyRow(part, value)),
    h('p', { className: answer ? 'closed-note' : 'hint' }, `${note}${answer}`),
  ];
}
