/** The users of the sandbox's Slack, as it writes mentions of them. */
const NAMES = {
  U0PRIYARAM: 'priya.raman',
  U0JONASWEB: 'jonas.weber',
  U0MEITANAK: 'mei.tanaka',
  U0ALERTWIR: 'Alertwire',
  U0ANNOUNCE: 'Announcer',
  U0ONLOOKER: 'Onlooker',
  U0NEWCOMER: 'Newcomer',
};

/** `@U0PRIYARAM` → `@priya.raman`; what is no id of a user stays as it is. */
export function withName(mention) {
  const id = mention.slice(1);
  return Object.hasOwn(NAMES, id) ? `@${NAMES[id]}` : mention;
}
