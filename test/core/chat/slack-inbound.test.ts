import { describe, expect, it } from '@jest/globals';
import { unseal } from '../../../core/answers/seal';
import { menuName } from '../../../core/chat/slack/control';
import { Replays } from '../../../core/http/verify/replays';
import { answer } from '../delivery/world';
import {
  ADDRESS,
  BOT,
  button,
  CHANNEL,
  command,
  event,
  form,
  interaction,
  KEYS,
  NOW,
  PERSON,
  pressing,
  receive,
  saying,
  setupWith,
  signed,
  taken,
  using,
} from './slack-inbound-world';
import { taken as done, json, shown } from './steps';

const REF = { chat: 'slack', channel: CHANNEL, message: '1772331000.000100' };
const OK = answer(200, 'ok');

describe('a click', () => {
  it('is a command: who, where, what', async () => {
    const { commands, reply, refused, afterwards } = await taken(interaction(pressing(button())));
    expect(reply).toEqual({ status: 200, headers: {}, body: '' });
    expect([refused, afterwards]).toEqual([[], []]);
    expect(commands).toEqual([
      {
        schemaVersion: 1,
        id: expect.stringMatching(/^slack:[0-9a-f]{32}$/),
        kind: 'alert-action',
        action: 'accept',
        alert: { platform: 'ilert', id: '4711' },
        arguments: {},
        chat: 'slack',
        user: { id: PERSON, name: 'priya.raman' },
        channel: { id: CHANNEL, name: 'ops-alerts' },
        messageRef: REF,
        answer: {
          person: PERSON,
          channel: CHANNEL,
          thread: REF,
          sealed: expect.any(String),
          until: new Date(NOW + 30 * 60_000).toISOString(),
        },
        receivedAt: new Date(NOW).toISOString(),
      },
    ]);
    expect(JSON.stringify(commands)).not.toContain('hooks.slack.com');
    expect(unseal(String(commands[0].answer?.sealed), KEYS)).toBe(ADDRESS);
  });

  it('has the same id when it is told again, and another when it is another', async () => {
    const idOf = async (more: object) =>
      (await taken(interaction(pressing(button(), more)))).commands[0].id;
    const later = { actions: [{ type: 'button', value: button(), action_ts: '1772331121.1' }] };
    expect(await idOf({})).toBe(await idOf({ message: {} }));
    expect(await idOf({})).not.toBe(await idOf(later));
  });

  it('on a menu brings what was picked', async () => {
    const choices = [{ value: '30', label: '30 minutes' }];
    const name = menuName(button('snooze'), { argument: 'minutes', choices });
    const menu = { type: 'static_select', action_id: name, selected_option: { value: '30' } };
    const { commands } = await taken(interaction(using(menu)));
    expect(commands).toMatchObject([{ action: 'snooze', arguments: { minutes: '30' } }]);
  });

  it('on a button for one choice does the same', async () => {
    const { commands } = await taken(interaction(pressing(`${button('snooze')}?minutes=120`)));
    expect(commands).toMatchObject([{ action: 'snooze', arguments: { minutes: '120' } }]);
  });

  it('that opens a page means nothing', async () => {
    const link = using({ type: 'button', action_id: 'link', url: 'https://example.com' });
    const read = await taken(interaction(link));
    expect(read).toMatchObject({ commands: [], refused: [], afterwards: [], warnings: [] });
  });

  it.each([
    ['on no button of ours', 'no.token', 'answer.not_a_button'],
    [
      'of another installation',
      button('accept', {}, 'a key of another installation, 22222'),
      'answer.other_installation',
    ],
    ['too late', button('accept', { expiresAt: NOW }), 'answer.expired'],
    ['in another channel', button('accept', { channel: 'C0OTHER' }), 'answer.other_channel'],
  ])('%s is refused, and the person is told at once', async (_, token, code) => {
    const { commands, refused, afterwards, reply } = await taken(interaction(pressing(token)));
    expect([commands, reply.body]).toEqual([[], '']);
    expect(refused).toMatchObject([{ problem: { code }, user: { id: PERSON }, chat: 'slack' }]);
    const { requests, result } = await done(afterwards[0](), OK);
    expect(requests.map(shown)).toEqual([
      {
        does: `POST ${ADDRESS}`,
        body: {
          response_type: 'ephemeral',
          replace_original: false,
          text: expect.stringMatching(/^This button .+ Use the/),
        },
      },
    ]);
    expect(result).toEqual({ kind: 'delivered' });
  });

  it('is answered by the bot where its address is none of Slack’s', async () => {
    for (const response_url of ['https://evil.example/x', 'http://hooks.slack.com/x', 7]) {
      const sent = interaction(pressing('no.token', { response_url }));
      const { refused, afterwards } = await taken(sent);
      expect(refused).toHaveLength(1);
      const { requests } = await done(afterwards[0](), json(200, { ok: true }));
      expect(requests.map(shown)).toMatchObject([
        { does: 'POST /chat.postEphemeral', body: { channel: CHANNEL, user: PERSON } },
      ]);
    }
  });

  it('seals no address that is none of Slack’s', async () => {
    const sent = interaction(pressing(button(), { response_url: 'https://evil.example/x' }));
    const [{ answer: ref }] = (await taken(sent)).commands;
    expect(ref).toEqual({ person: PERSON, channel: CHANNEL, thread: REF });
  });

  it('below a private message names no message that could be changed', async () => {
    const container = { message_ts: '1.2', channel_id: CHANNEL, is_ephemeral: true };
    const [read] = (await taken(interaction(pressing(button(), { container })))).commands;
    expect(read.messageRef).toBeUndefined();
  });

  it('has no name for a channel that has none', async () => {
    const channel = { id: CHANNEL, name: 'privategroup' };
    const [read] = (await taken(interaction(pressing(button(), { channel })))).commands;
    expect(read.channel).toEqual({ id: CHANNEL });
  });
});

describe('what is not known', () => {
  it.each([
    ['shortcut', { type: 'shortcut', callback_id: 'x', user: { id: PERSON } }],
    ['message_action', { type: 'message_action', callback_id: 'x' }],
    ['no type', {}],
    ['a control of another kind', using({ type: 'datepicker', selected_date: '2026-01-01' })],
    ['a menu of somebody else', using({ type: 'static_select', action_id: 'x' })],
    ['a click of nobody', pressing(button(), { user: null })],
    ['a dialog of somebody else', { type: 'view_submission', view: { callback_id: 'x' } }],
    ['null', null as never],
  ])('is taken, with a warning: %s', async (_, payload) => {
    const read = await taken(interaction(payload));
    expect(read.reply).toEqual({ status: 200, headers: {}, body: '' });
    expect(read.commands).toEqual([]);
    expect(read.warnings).toHaveLength(1);
  });

  it('is no JSON, no form, or nothing: refused as unreadable', async () => {
    for (const body of ['', ' ', 'payload=%7B', '{', '[1', Buffer.from([0xff, 0xfe])]) {
      expect(await receive(signed(body))).toMatchObject({ status: 400 });
    }
  });

  it('is a list, or a form of somebody else', async () => {
    for (const body of ['[]', '[{"type":"block_actions"}]', 'a=b', 'x'])
      expect((await taken(signed(body))).warnings).toHaveLength(1);
  });
});

describe('the note of a resolved alert', () => {
  const setup = (changes = {}) => setupWith({ askNote: true, ...changes });
  const resolve = () => interaction(pressing(button('resolve')));

  const opened = async () => {
    const { commands, reply, afterwards } = await taken(resolve(), setup());
    expect([commands, reply.body, afterwards.length]).toEqual([[], '', 1]);
    const { requests, result } = await done(afterwards[0](), json(200, { ok: true }));
    expect(result).toEqual({ kind: 'delivered' });
    return JSON.parse(requests[0].body ?? '') as {
      trigger_id: string;
      view: { private_metadata: string; title: { text: string }; callback_id: string };
    };
  };

  const sending = (view: object, value: unknown) =>
    interaction({
      type: 'view_submission',
      user: { id: PERSON, name: 'priya.raman' },
      view: { id: 'V1', ...view, state: { values: { note: { note: { value } } } } },
    });

  it('is asked for in a dialog, before anything is done', async () => {
    const { trigger_id, view } = await opened();
    expect(trigger_id).toBe('1.2.abc');
    expect(view).toMatchObject({
      type: 'modal',
      title: { type: 'plain_text', text: 'Resolve' },
      blocks: [{ type: 'input', optional: true, element: { type: 'plain_text_input' } }],
    });
    expect(view.private_metadata.length).toBeLessThanOrEqual(3000);
    expect(view.private_metadata).not.toMatch(/hooks|4711/);
  });

  it('comes with the command, which knows the message and the address still', async () => {
    const { view } = await opened();
    const { commands, reply } = await taken(sending(view, ' a full disk '), setup());
    expect(reply.body).toBe('');
    expect(commands).toMatchObject([
      {
        action: 'resolve',
        alert: { id: '4711' },
        arguments: { note: 'a full disk' },
        channel: { id: CHANNEL, name: 'ops-alerts' },
        messageRef: REF,
        user: { id: PERSON },
      },
    ]);
    expect(unseal(String(commands[0].answer?.sealed), KEYS)).toBe(ADDRESS);
  });

  it('may be empty', async () => {
    const { view } = await opened();
    for (const value of [null, '', ' ', 7, {}]) {
      const { commands } = await taken(sending(view, value), setup());
      expect(commands[0].arguments).toEqual(value === 7 ? { note: '7' } : {});
    }
  });

  it('too late is refused in the dialog itself', async () => {
    const { view } = await opened();
    const clock = { now: () => NOW + 61_000 };
    const { commands, refused, reply } = await taken(sending(view, 'x'), setup({ clock }));
    expect(commands).toEqual([]);
    expect(refused).toMatchObject([{ problem: { code: 'answer.expired' } }]);
    expect(JSON.parse(reply.body)).toEqual({
      response_action: 'errors',
      errors: { note: expect.stringContaining('expired') },
    });
  });

  it('of a dialog that somebody made up is refused', async () => {
    for (const private_metadata of ['', 'x', '{"token":"x"}', 7]) {
      const view = { callback_id: 'alertwire_note', private_metadata };
      const { commands, refused } = await taken(sending(view, 'x'), setup());
      expect([commands.length, refused.length]).toEqual([0, 1]);
    }
  });

  it('closed, nothing is done', async () => {
    const read = await taken(interaction({ type: 'view_closed', view: {}, user: {} }));
    expect(read).toMatchObject({ commands: [], warnings: [], reply: { body: '' } });
  });

  it('is not asked for where there is no bot, no trigger, or nothing to resolve', async () => {
    const { signingSecret = '' } = setupWith().credential;
    const noBot = await taken(resolve(), setup({ credential: { signingSecret } }));
    const late = interaction(pressing(button('resolve'), { trigger_id: undefined }));
    const noTrigger = await taken(late, setup());
    const other = await taken(interaction(pressing(button('accept'))), setup());
    const own = button('resolve', { kind: 'own-button' });
    const ownButton = await taken(interaction(pressing(own)), setup());
    for (const { commands } of [noBot, noTrigger, other, ownButton])
      expect(commands).toHaveLength(1);
  });

  it('is asked for again where the dialog did not open', async () => {
    const { afterwards } = await taken(resolve(), setup());
    const no = json(200, { ok: false, error: 'expired_trigger_id' });
    const { requests, result } = await done(afterwards[0](), no, OK);
    expect(requests.map(shown)).toMatchObject([
      { does: 'POST /views.open' },
      { does: `POST ${ADDRESS}`, body: { text: expect.stringContaining('again') } },
    ]);
    expect(result).toMatchObject({ kind: 'rejected' });
  });

  it('travels with the longest proof and the longest address', async () => {
    const token = button('resolve', { alert: { id: 'x'.repeat(900) } });
    const response_url = `https://hooks.slack.com/${'y'.repeat(470)}`;
    const sent = interaction(pressing(token, { response_url }));
    const { afterwards } = await taken(sent, setup());
    const { requests } = await done(afterwards[0](), json(200, { ok: true }));
    const { view } = JSON.parse(requests[0].body ?? '');
    expect(view.private_metadata.length).toBeLessThanOrEqual(3000);
    expect((await taken(sending(view, 'x'), setup())).commands).toHaveLength(1);
  });
});

describe('a slash command', () => {
  const typing = (text: string, more = {}) => signed(form(command(text, more)));

  it('is a command', async () => {
    const { commands, reply } = await taken(typing('snooze 4711 2h'));
    expect(reply).toEqual({ status: 200, headers: {}, body: '' });
    expect(commands).toMatchObject([
      {
        kind: 'alert-action',
        action: 'snooze',
        alert: { id: '4711' },
        arguments: { minutes: '120' },
        user: { id: PERSON, name: 'priya.raman' },
        channel: { id: CHANNEL, name: 'ops-alerts' },
        answer: { person: PERSON, sealed: expect.any(String) },
      },
    ]);
  });

  it('not understood is answered with help, for that person only', async () => {
    const { commands, reply } = await taken(typing(''));
    expect(commands).toEqual([]);
    expect(reply.headers['content-type']).toContain('application/json');
    const { response_type, text } = JSON.parse(reply.body);
    expect([response_type, text]).toEqual(['ephemeral', expect.stringContaining('/alert accept')]);
  });

  it.each([
    ['assign 4711 <mailto:ada@example.com|ada@example.com>', 'ada@example.com'],
    ['assign 4711 <@U0ADAMINT|ada>', '<@U0ADAMINT>'],
    ['assign 4711 <https://example.com/a?b=1&amp;c=2>', 'https://example.com/a?b=1&c=2'],
    ['assign 4711 A &amp;lt; B', 'A &lt; B'],
  ])('says what was typed: %s', async (text, person) => {
    expect((await taken(typing(text))).commands).toMatchObject([{ arguments: { person } }]);
  });

  it('of nobody is nothing', async () => {
    expect((await taken(typing('accept 1', { user_id: '' }))).warnings).toHaveLength(1);
  });

  it('keeps its words in help apart from markup', async () => {
    const { reply } = await taken(typing('', { command: '<!channel> *x*' }));
    expect(JSON.parse(reply.body).text).not.toContain('<!channel>');
  });
});

describe('events', () => {
  it('an address is confirmed by its challenge', async () => {
    const read = await taken(event({ type: 'url_verification', challenge: 'abc', token: 'x' }));
    expect(JSON.parse(read.reply.body)).toEqual({ challenge: 'abc' });
  });

  it('a mention of the bot is a line', async () => {
    const { commands } = await taken(event(saying('accept 4711')));
    const thread = { chat: 'slack', channel: CHANNEL, message: '1772331120.000300' };
    expect(commands).toMatchObject([
      {
        id: 'slack:Ev1',
        action: 'accept',
        user: { id: PERSON },
        answer: { person: PERSON, channel: CHANNEL, thread },
      },
    ]);
  });

  it('so is a direct message, and a mention amid the line', async () => {
    const direct = saying('x', { type: 'message', channel_type: 'im', text: 'oncall' });
    const amid = saying('x', { text: `accept <@${BOT}> 4711` });
    expect((await taken(event(direct))).commands).toMatchObject([{ action: 'on-call' }]);
    expect((await taken(event(amid))).commands).toMatchObject([{ alert: { id: '4711' } }]);
  });

  it('the mention of somebody else stays', async () => {
    const read = await taken(event(saying('assign 4711 <@U0ADAMINT>')));
    expect(read.commands).toMatchObject([{ arguments: { person: '<@U0ADAMINT>' } }]);
  });

  it('told again, with a new signature, is taken and does nothing', async () => {
    const setup = setupWith({ replays: new Replays(), clock: { now: () => NOW + 60_000 } });
    expect((await taken(event(saying('accept 1')), setup)).commands).toHaveLength(1);
    const again = await taken(event(saying('accept 1'), NOW + 60_000), setup);
    expect(again).toMatchObject({ reply: { status: 200 }, commands: [], warnings: [] });
    const next = await taken(event(saying('accept 1', {}, 'Ev2')), setup);
    expect(next.commands).toHaveLength(1);
  });

  it.each([
    ['of a bot', { bot_id: 'B1' }],
    ['of its own', { user: BOT }],
    ['edited', { subtype: 'message_changed' }],
    ['without words', { text: undefined }],
  ])('what is said %s is not listened to', async (_, more) => {
    const read = await taken(event(saying('accept 1', more)));
    expect(read).toMatchObject({ commands: [], afterwards: [], warnings: [] });
  });

  it('help is told in the channel, to that person only', async () => {
    const { afterwards } = await taken(event(saying('what?')), setupWith({ command: '@alert' }));
    const { requests } = await done(afterwards[0](), json(200, { ok: true }));
    expect(requests.map(shown)).toMatchObject([
      { does: 'POST /chat.postEphemeral', body: { channel: CHANNEL, user: PERSON } },
    ]);
    expect(requests[0].body).toContain('accept 4711');
  });

  it.each([{ type: 'app_home_opened' }, { type: 'message', channel_type: 'channel' }, {}])(
    'others are taken, with a warning',
    async (other) => {
      const read = await taken(event({ ...saying('x'), event: other }));
      expect(read).toMatchObject({ commands: [], warnings: [expect.any(String)] });
    },
  );
});
