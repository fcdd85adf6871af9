import { seal } from '../../../core/answers/seal';
import { survivesHostility } from './hostile-callbacks';
import {
  button,
  CHANNEL,
  command,
  KEYS,
  PERSON,
  POST,
  pressing,
  receive,
  setupWith,
  TOKEN,
} from './mattermost-inbound-world';

const setup = () => setupWith({ askNote: true });
const plain = (rawBody: Uint8Array) => ({ headers: {}, query: {}, rawBody });

const told = {
  token: button('resolve'),
  picked: { minutes: '30' },
  user: { id: PERSON, name: 'ada' },
  channel: { id: CHANNEL },
  post: POST,
};
const dialog = (kept: unknown) => ({
  type: 'dialog_submission',
  state: seal(JSON.stringify(kept), KEYS),
  user_id: PERSON,
  channel_id: CHANNEL,
  submission: { note: 'x' },
});

survivesHostility({
  name: 'the buttons of Mattermost',
  good: [
    pressing(button()),
    pressing(button('resolve')),
    pressing(button('snooze'), { argument: 'minutes', selected_option: '30' }),
    pressing(button('x', { kind: 'own-button' }), { confirm: 'Sure?' }),
    pressing(button('accept', { expiresAt: 1 })),
    dialog(told),
    dialog({ ...told, token: 7, picked: [], channel: 'x' }),
  ],
  signed: plain,
  receive: (request) => receive(request, setup()),
});

survivesHostility({
  name: 'the commands of Mattermost',
  good: [command('accept 4711'), command('what?')],
  written: (value) =>
    new URLSearchParams(
      Object.entries(value ?? {}).map(([name, one]) => [name, text(one)]),
    ).toString(),
  signed: (rawBody) => ({ ...plain(rawBody), headers: { authorization: `Token ${TOKEN}` } }),
  receive: (request) => receive(request, setup()),
});

function text(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
}
