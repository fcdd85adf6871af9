import { describe, expect, it } from '@jest/globals';
import { unseal } from '../../../core/answers/seal';
import { address } from '../../../core/chat/mattermost/inbound/address';
import { Replays } from '../../../core/http/verify/replays';
import { answer } from '../delivery/world';
import { HOSTILE_TEXTS } from './hostile-text';
import {
  ADDRESS,
  BASE,
  button,
  CHANNEL,
  command,
  form,
  json,
  KEYS,
  NOW,
  OTHER,
  PERSON,
  POST,
  pressing,
  receive,
  setupWith,
  TOKEN,
  taken,
  URL,
} from './mattermost-inbound-world';
import { mentionsIn } from './mattermost-rules';
import { json as answering, taken as done, LOST, shown } from './steps';

const REF = { chat: 'mattermost', channel: CHANNEL, message: POST };
const bodyOf = ({ reply }: { reply: { body: string } }) => JSON.parse(reply.body);

describe('a click', () => {
  it('is a command: who, where, what', async () => {
    const read = await taken(json(pressing(button())));
    expect(read.reply).toEqual({
      status: 200,
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: '{}',
    });
    expect([read.refused, read.afterwards, read.warnings]).toEqual([[], [], []]);
    expect(read.commands).toEqual([
      {
        schemaVersion: 1,
        id: expect.stringMatching(/^mattermost:[0-9a-f]{32}$/),
        kind: 'alert-action',
        action: 'accept',
        alert: { platform: 'ilert', id: '4711' },
        arguments: {},
        chat: 'mattermost',
        user: { id: PERSON, name: 'ada' },
        channel: { id: CHANNEL, name: 'ops-alerts' },
        messageRef: REF,
        answer: { person: PERSON, channel: CHANNEL, thread: REF },
        receivedAt: new Date(NOW).toISOString(),
      },
    ]);
  });

  it('on a menu brings what was picked', async () => {
    const picked = { argument: 'minutes', selected_option: '120' };
    const { commands } = await taken(json(pressing(button('snooze'), picked)));
    expect(commands).toMatchObject([{ action: 'snooze', arguments: { minutes: '120' } }]);
  });

  it.each([
    ['__proto__', '1'],
    ['a b', '1'],
    [7, '1'],
    ['minutes', 7],
  ])('brings nothing else: %s', async (argument, selected_option) => {
    const context = { argument, selected_option };
    const { commands } = await taken(json(pressing(button('snooze'), context)));
    expect(commands[0].arguments).toEqual({});
  });

  it.each([
    ['too late', button('accept', { expiresAt: NOW }), 'answer.expired'],
    ['in another channel', button('accept', { channel: OTHER }), 'answer.other_channel'],
  ])('%s is refused, and the person is told at once', async (_, token, code) => {
    const read = await taken(json(pressing(token)));
    expect(read.commands).toEqual([]);
    expect(read.refused).toMatchObject([{ problem: { code }, user: { id: PERSON } }]);
    expect(bodyOf(read)).toEqual({
      ephemeral_text: expect.stringContaining('Use the'),
      skip_slack_parsing: true,
    });
  });

  it.each([
    ['nobody', { user_id: '' }],
    ['somebody unknown', { user_id: '../../x' }],
  ])('of %s is taken, and does nothing', async (_, more) => {
    const read = await taken(json(pressing(button(), {}, more)));
    expect(read).toMatchObject({ commands: [], reply: { status: 200, body: '{}' } });
    expect(read.warnings).toHaveLength(1);
  });

  it('names no place that is none', async () => {
    const more = { channel_id: 'x', post_id: 7 };
    const { commands } = await taken(json(pressing(button('accept', { channel: '' }), {}, more)));
    expect(commands[0]).toMatchObject({ answer: { person: PERSON } });
    expect([commands[0].channel, commands[0].messageRef]).toEqual([undefined, undefined]);
  });

  it('that cannot be read is refused', async () => {
    for (const rawBody of ['', '{', '[]', '[1', Buffer.from([0x7b, 0xff])])
      expect(await receive({ headers: {}, query: {}, rawBody })).toMatchObject({ status: 400 });
  });
});

describe('what is asked before', () => {
  const setup = (changes = {}) => setupWith({ askNote: true, ...changes });
  const own = () => button('Page Ada', { kind: 'own-button' });

  const opened = async (token: string, context: object = {}, changes = {}) => {
    const { commands, reply, afterwards } = await taken(
      json(pressing(token, context)),
      setup(changes),
    );
    expect([commands, reply.body, afterwards.length]).toEqual([[], '{}', 1]);
    const { requests, result } = await done(afterwards[0](), answering(200, { status: 'OK' }));
    expect(result).toEqual({ kind: 'delivered' });
    expect(requests.map(shown)).toMatchObject([
      {
        does: 'POST /api/v4/actions/dialogs/open',
        body: { trigger_id: 'dHJpZ2dlcg==', url: URL },
      },
    ]);
    return JSON.parse(requests[0].body ?? '').dialog as {
      title: string;
      state: string;
      elements: unknown[];
      introduction_text?: string;
      callback_id: string;
    };
  };

  const sending = (dialog: { state: string }, more: object = {}) =>
    json({
      type: 'dialog_submission',
      callback_id: 'alertwire',
      state: dialog.state,
      user_id: PERSON,
      channel_id: CHANNEL,
      team_id: '',
      submission: {},
      cancelled: false,
      ...more,
    });

  it('a note, where an alert is resolved', async () => {
    const dialog = await opened(button('resolve'));
    expect(dialog.title).toBe('Resolve');
    expect(dialog.elements).toMatchObject([{ name: 'note', type: 'textarea', optional: true }]);
    expect(dialog.state).not.toContain('4711');
    const read = await taken(sending(dialog, { submission: { note: ' a full disk ' } }), setup());
    expect(bodyOf(read)).toEqual({});
    expect(read.commands).toMatchObject([
      {
        action: 'resolve',
        arguments: { note: 'a full disk' },
        user: { id: PERSON, name: 'ada' },
        channel: { id: CHANNEL, name: 'ops-alerts' },
        messageRef: REF,
      },
    ]);
  });

  it('whether it is meant, where a button says so', async () => {
    const dialog = await opened(own(), { confirm: 'Really *wake* @ada?' });
    expect(dialog).toMatchObject({ title: 'Page Ada', elements: [] });
    expect(mentionsIn({ text: dialog.introduction_text })).toEqual([]);
    const { commands } = await taken(sending(dialog), setup());
    expect(commands).toMatchObject([
      { kind: 'own-button', action: 'Page Ada', arguments: {}, messageRef: REF },
    ]);
  });

  it('keeps what was picked', async () => {
    const picked = { argument: 'minutes', selected_option: '30', confirm: 'Sure?' };
    const dialog = await opened(button('snooze'), picked);
    const { commands } = await taken(sending(dialog), setup());
    expect(commands).toMatchObject([{ arguments: { minutes: '30' } }]);
  });

  it.each(['数据库'.repeat(10), 'x'.repeat(40), '👩🏽‍🚒'.repeat(5), '\u200b'])(
    'has a title of 24 bytes at most: %s',
    async (action) => {
      const token = button(action, { kind: 'own-button' });
      const { title } = await opened(token, { confirm: 'Sure?' });
      expect(Buffer.byteLength(title)).toBeLessThanOrEqual(24);
      expect(title.length).toBeGreaterThan(0);
    },
  );

  it.each(['en', 'de', 'zh-CN'])('has labels that fit, in %s', async (language) => {
    const dialog = await opened(button('resolve'), {}, { language });
    const [field] = dialog.elements as { display_name: string; help_text: string }[];
    expect(Buffer.byteLength(field.display_name)).toBeLessThanOrEqual(24);
    expect(Buffer.byteLength(field.help_text)).toBeLessThanOrEqual(150);
    expect(field.help_text).not.toBe('');
  });

  it('closed, nothing is done', async () => {
    const dialog = await opened(button('resolve'));
    const read = await taken(sending(dialog, { cancelled: true }), setup());
    expect([read.commands, read.refused, read.reply.body]).toEqual([[], [], '{}']);
  });

  it('is proved by what the dialog was opened with', async () => {
    const dialog = await opened(button('resolve'));
    const { state } = dialog;
    const other = `${state.slice(0, -2)}${state.endsWith('AA') ? 'BB' : 'AA'}`;
    for (const more of [
      { state: '' },
      { state: 'x' },
      { state: other },
      { state: 7 },
      { user_id: OTHER },
      { user_id: undefined },
    ]) {
      const read = await receive(sending(dialog, more), setup());
      expect(read).toMatchObject({ status: 401, code: 'answer.not_authentic' });
    }
  });

  it('is done once', async () => {
    const dialog = await opened(button('resolve'));
    const once = setup({ replays: new Replays() });
    expect((await receive(sending(dialog), once)).ok).toBe(true);
    const again = await receive(sending(dialog), once);
    expect(again).toMatchObject({ status: 401, code: 'answer.replayed' });
  });

  it('too late is refused in the dialog itself', async () => {
    const dialog = await opened(button('resolve'));
    const late = setup({ clock: { now: () => NOW + 61_000 } });
    const read = await taken(sending(dialog), late);
    expect(read.refused).toMatchObject([{ problem: { code: 'answer.expired' } }]);
    expect(bodyOf(read)).toEqual({ error: expect.stringContaining('expired') });
  });

  it.each([
    ['no bot', { credential: { baseUrl: BASE } }, {}],
    ['no address to send it to', { url: undefined }, {}],
    ['no trigger', {}, { trigger_id: '' }],
  ])('not where there is %s: then it is done at once', async (_, changes, more) => {
    const { commands, afterwards } = await taken(
      json(pressing(button('resolve'), { confirm: 'Sure?' }, more)),
      setup(changes),
    );
    expect([commands.length, afterwards.length]).toEqual([1, 0]);
  });

  it('again, where the dialog did not open', async () => {
    const { afterwards } = await taken(json(pressing(button('resolve'))), setup());
    const no = answering(400, { id: 'interactive_message.decode_trigger_id.expired' });
    const { requests, result } = await done(afterwards[0](), no, answering(201, {}));
    expect(result).toMatchObject({ kind: 'rejected' });
    expect(requests.map(shown)).toMatchObject([
      { does: 'POST /api/v4/actions/dialogs/open' },
      {
        does: 'POST /api/v4/posts/ephemeral',
        body: { user_id: PERSON, post: { message: expect.stringContaining('again') } },
      },
    ]);
  });
});

describe('a slash command', () => {
  it('is a command, which can be answered later', async () => {
    const sent = form(command('resolve 4711 a full disk', { root_id: POST }));
    const read = await taken(sent);
    expect(bodyOf(read)).toEqual({});
    expect(read.commands).toMatchObject([
      {
        action: 'resolve',
        alert: { id: '4711' },
        arguments: { note: 'a full disk' },
        user: { id: PERSON, name: 'ada' },
        channel: { id: CHANNEL, name: 'ops-alerts' },
        answer: {
          person: PERSON,
          thread: REF,
          until: new Date(NOW + 30 * 60_000).toISOString(),
        },
      },
    ]);
    expect(unseal(String(read.commands[0].answer?.sealed), KEYS)).toBe(ADDRESS);
    expect(JSON.stringify(read.commands)).not.toContain(ADDRESS);
  });

  it('as documented', async () => {
    const { commands } = await taken(form(command('oncall')));
    expect(commands).toMatchObject([{ action: 'on-call' }]);
  });

  it('not understood is answered with help, for that person only', async () => {
    const read = await taken(form(command('what?')));
    expect(read.commands).toEqual([]);
    expect(bodyOf(read)).toMatchObject({ response_type: 'ephemeral', skip_slack_parsing: true });
    expect(bodyOf(read).text).toContain('/alertwire accept 4711');
  });

  it('of nobody is taken, and does nothing', async () => {
    const read = await taken(form(command('accept 1', { user_id: 'x' })));
    expect([read.commands, read.warnings.length]).toEqual([[], 1]);
  });
});

describe('an address for an answer', () => {
  const credential = { baseUrl: BASE };

  it.each([
    [ADDRESS, true],
    ['http://mattermost.example.com/chat/hooks/commands/x', false],
    ['https://mattermost.example.com:8443/chat/hooks/commands/x', false],
    ['https://mattermost.example.com.evil.example/hooks/commands/x', false],
    ['https://mattermost.example.com@evil.example/hooks/commands/x', false],
    ['https://a:b@mattermost.example.com/chat/hooks/commands/x', false],
    ['//mattermost.example.com/x', false],
    ['', false],
  ])('%s: %s', (url, good) => expect(address.accepts(url, credential)).toBe(good));

  it('is none where the credential names no server', () => {
    for (const none of [{}, { baseUrl: '' }, { baseUrl: 'x' }])
      expect(address.accepts(ADDRESS, none as never)).toBe(false);
  });

  it('is sealed only where it is the server’s', async () => {
    const sent = form(command('accept 1', { response_url: 'https://evil.example/x' }));
    expect((await taken(sent)).commands[0].answer).toEqual({ person: PERSON, channel: CHANNEL });
  });

  it.each(HOSTILE_TEXTS.map((text) => [text]))('is told words only: %j', (text) => {
    const { url, body = '' } = address.request(ADDRESS, text);
    expect([url, JSON.parse(body).response_type]).toEqual([ADDRESS, 'ephemeral']);
    expect(mentionsIn({ text: JSON.parse(body).text })).toEqual([]);
    expect(body).not.toContain(TOKEN);
  });

  it.each([
    ['taken', answer(200, 'ok'), 'delivered', undefined],
    ['used up', answering(400, { id: 'x' }), 'rejected', 'mattermost.answer_too_late'],
    ['gone', answering(404, { id: 'x' }), 'rejected', 'mattermost.answer_too_late'],
    ['a page', answer(403, '<html>'), 'rejected', 'mattermost.unexpected_answer'],
    ['trouble', answer(500, ''), 'retry', 'http.server_error'],
    ['lost', LOST, 'unknown', 'http.answer_lost'],
  ] as const)('answers: %s', (_, given, kind, code) => {
    const outcome = address.outcome(given, 0);
    expect(outcome.kind).toBe(kind);
    expect('problem' in outcome ? outcome.problem.code : undefined).toBe(code);
  });
});
