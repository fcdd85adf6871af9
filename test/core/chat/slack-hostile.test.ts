import { menuName } from '../../../core/chat/slack/control';
import { survivesHostility } from './hostile-callbacks';
import {
  button,
  command,
  form,
  PERSON,
  pressing,
  receive,
  saying,
  setupWith,
  signed,
  using,
} from './slack-inbound-world';

const setup = () => setupWith({ askNote: true });
const choices = [{ value: '30', label: '30 minutes' }];
const menu = {
  type: 'static_select',
  action_id: menuName(button('snooze'), { argument: 'minutes', choices }),
  selected_option: { value: '30' },
};

survivesHostility({
  name: 'the interactivity of Slack',
  good: [
    pressing(button()),
    pressing(button('resolve')),
    pressing('no.token'),
    using(menu),
    {
      type: 'view_submission',
      user: { id: PERSON },
      view: { callback_id: 'alertwire_note', private_metadata: 'x', state: { values: {} } },
    },
  ],
  written: (value) => form({ payload: JSON.stringify(value) ?? '' }),
  signed,
  receive: (request) => receive(request, setup()),
});

survivesHostility({
  name: 'the commands of Slack',
  good: [command('accept 4711'), command('what?')],
  written: (value) =>
    form(
      Object.fromEntries(
        Object.entries(value ?? {}).map(([name, one]) => [name, text(one)] as const),
      ),
    ),
  signed,
  receive: (request) => receive(request, setup()),
});

survivesHostility({
  name: 'the events of Slack',
  good: [saying('accept 4711'), saying('what?'), { type: 'url_verification', challenge: 'abc' }],
  signed,
  receive: (request) => receive(request, setup()),
});

function text(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
}
