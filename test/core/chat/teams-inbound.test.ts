import { describe, expect, it } from '@jest/globals';
import type { InboundRequest } from '../../../core/http/types';
import { taken as done, json, shown } from './steps';
import vectors from './teams-inbound.vectors.json';
import {
  APP,
  activity,
  button,
  CHANNEL,
  NOW,
  PERSON,
  pressing,
  receive,
  SERVICE,
  saying,
  setupWith,
  signed,
  TENANT,
  taken,
} from './teams-inbound-world';

const thread = `${CHANNEL};messageid=17`;
const said = async (text: string, more: object = {}) => taken(signed(saying(text, more)));
const bodyOf = ({ reply }: { reply: { body: string } }) => JSON.parse(reply.body);

describe('a press of a button', () => {
  it('is a command: who, where, what', async () => {
    const token = button('snooze');
    const read = await taken(signed(pressing({ token, minutes_snooze: ' 30 ', note_x: '' })));
    expect(read.commands).toEqual([
      {
        schemaVersion: 1,
        id: expect.stringMatching(/^[0-9a-f]{32}$/),
        kind: 'alert-action',
        action: 'snooze',
        alert: { platform: 'ilert', id: '4711' },
        arguments: { minutes: '30' },
        chat: 'teams',
        user: { id: PERSON, name: 'Priya Raman' },
        channel: { id: CHANNEL, name: 'Ops alerts' },
        messageRef: { chat: 'teams', channel: thread, message: '17', service: SERVICE },
        answer: {
          person: '29:1priya',
          channel: thread,
          thread: { chat: 'teams', channel: thread, message: '17', service: SERVICE },
        },
        receivedAt: '2026-03-01T02:12:00.000Z',
      },
    ]);
    expect(bodyOf(read)).toEqual({
      statusCode: 200,
      type: 'application/vnd.microsoft.activity.message',
      value: 'Working on it …',
    });
    expect(read.afterwards).toEqual([]);
  });

  it('comes as a message from clients that know no Action.Execute', async () => {
    const { commands, reply } = await taken(
      signed(activity({ value: { token: button(), note_resolve: 'a\nb' }, replyToId: '17' })),
    );
    expect(commands).toMatchObject([{ action: 'accept', arguments: { note: 'a\nb' } }]);
    expect(reply).toEqual({ status: 200, headers: {}, body: '' });
  });

  it.each([
    ['forged', { token: `${button().slice(0, -2)}xx` }, 'answer.other_installation'],
    ['out of date', { token: button('accept', { expiresAt: NOW }) }, 'answer.expired'],
    [
      'of another channel',
      { token: button('accept', { channel: '19:x' }) },
      'answer.other_channel',
    ],
    ['of somebody else', { alert: 42 }, 'answer.not_a_button'],
  ])('of a button %s is refused, and the person is told', async (_, data, code) => {
    const read = await taken(signed(pressing(data)));
    expect(read.commands).toEqual([]);
    expect(read.refused).toMatchObject([
      { problem: { code }, user: { id: PERSON }, chat: 'teams' },
    ]);
    const { message } = read.refused[0].problem;
    expect(bodyOf(read)).toMatchObject({
      statusCode: 200,
      value: expect.stringContaining(message),
    });
  });

  it('that came as a message is answered by the bot, for one person', async () => {
    const read = await taken(signed(activity({ value: { token: 'x' }, replyToId: '17' })));
    const { requests } = await done(read.afterwards[0](), json(201, { id: '9' }));
    expect(requests.map(shown)).toMatchObject([
      {
        does: `POST ${SERVICE}v3/conversations/${encodeURIComponent(thread)}/activities?isTargetedActivity=true`,
        body: { type: 'message', recipient: { id: '29:1priya', isTargeted: true } },
      },
    ]);
  });

  it('is done once, however often Teams tells it', async () => {
    const setup = setupWith();
    const sent = () => signed(pressing({ token: button() }));
    const [first, second] = [await taken(sent(), setup), await taken(sent(), setup)];
    expect(first.commands).toHaveLength(1);
    expect(second).toEqual({ ...first, commands: [] });
    const other = signed(pressing({ token: button() }, { id: 'f:2' }));
    expect((await taken(other, setup)).commands).toHaveLength(1);
  });

  it('never carries what a person typed under a strange name', async () => {
    const data = JSON.parse(`{"token":"${button()}","__proto__":"x","a b":"x","msteams":{},"n":1}`);
    const { commands } = await taken(signed(pressing(data)));
    expect(commands[0].arguments).toEqual({});
  });
});

describe('a line to the bot', () => {
  it('is read without the name of the bot, and as it was meant', async () => {
    const { commands, reply } = await said('comment 4711 it&#39;s &lt;b&gt; &amp; done');
    expect(commands).toMatchObject([
      {
        action: 'comment',
        alert: { id: '4711' },
        arguments: { note: "it's <b> & done" },
        channel: { id: CHANNEL },
        answer: { person: '29:1priya', channel: thread },
      },
    ]);
    expect(commands[0]).not.toHaveProperty('messageRef');
    expect(reply.body).toBe('');
  });

  it('keeps the names of other people', async () => {
    const { commands } = await said('assign 4711 <at>Jonas Weber</at>');
    expect(commands[0].arguments).toEqual({ person: 'Jonas Weber' });
  });

  it('gets help for the eyes of one person', async () => {
    const { commands, afterwards } = await said('what?');
    expect(commands).toEqual([]);
    const { requests } = await done(afterwards[0](), json(201, { id: '9' }));
    expect(requests[0].url).toContain('isTargetedActivity=true');
    expect(requests[0].body).toContain('accept 4711');
  });

  it('alone with the bot needs no name, and is answered in the chat', async () => {
    const conversation = { id: 'a:1priya', tenantId: TENANT, conversationType: 'personal' };
    const alone = { conversation, channelData: {}, entities: [], text: 'accept 4711' };
    const { commands } = await said('', alone);
    expect(commands[0]).toMatchObject({ action: 'accept', channel: { id: 'a:1priya' } });
    expect(commands[0].answer).not.toHaveProperty('channel');
    const { afterwards } = await said('', { ...alone, text: '?' });
    const { requests } = await done(afterwards[0](), json(201, { id: '9' }));
    expect(requests.map(({ url }) => url)).toEqual([
      `${SERVICE}v3/conversations/a%3A1priya/activities`,
    ]);
  });

  it('that was not for the bot is nobody’s business', async () => {
    const read = await said('', { entities: [], text: 'accept 4711' });
    expect(read).toMatchObject({ commands: [], afterwards: [], warnings: [] });
  });
});

describe('where answers go', () => {
  it('is only where the token of the bot may go', async () => {
    const serviceUrl = 'https://evil.example/';
    const body = pressing({ token: button() }, { serviceUrl });
    const [{ messageRef, answer }] = (await taken(signed(body, { serviceurl: serviceUrl })))
      .commands;
    expect(JSON.stringify([messageRef, answer])).not.toContain('evil');
  });
});

describe('an app', () => {
  const here = {
    serviceUrl: SERVICE,
    ...{ conversation: thread, kind: 'channel', tenant: TENANT, bot: `28:${APP}` },
  };

  it.each([
    ['conversationUpdate', { membersAdded: [{ id: `28:${APP}` }] }, true],
    ['conversationUpdate', { membersRemoved: [{ id: `28:${APP}` }] }, false],
    ['installationUpdate', { action: 'add' }, true],
    ['installationUpdate', { action: 'remove-upgrade' }, false],
  ])('that comes or goes is told by %s', async (type, more, added) => {
    const { installations } = await taken(signed(activity({ type, ...more })));
    const { serviceUrl: service, ...ref } = here;
    expect(installations).toEqual([
      { added, channel: { id: CHANNEL, name: 'Ops alerts' }, ref: { ...ref, service } },
    ]);
  });

  it('tells which channel was chosen for it', async () => {
    const settings = { selectedChannel: { id: '19:chosen@thread.tacv2' } };
    const channelData = { settings, team: { name: 'Ops' }, tenant: { id: TENANT } };
    const sent = signed(activity({ type: 'installationUpdate', action: 'add', channelData }));
    expect((await taken(sent)).installations[0].channel).toEqual({
      id: '19:chosen@thread.tacv2',
      name: 'Ops',
    });
  });

  it.each([
    ['conversationUpdate', { membersAdded: [{ id: '29:1jonas' }] }],
    ['installationUpdate', { action: 'constructor' }],
    ['messageReaction', {}],
  ])('hears of other things by %s, and does nothing', async (type, more) => {
    const read = await taken(signed(activity({ type, ...more })));
    expect(read).toMatchObject({ commands: [], installations: [], afterwards: [] });
  });

  it('is asked what it does not know, and says so', async () => {
    const read = await taken(signed(activity({ type: 'invoke', name: 'task/fetch' })));
    expect(read.warnings[0]).toContain('task/fetch');
  });
});

describe('an outgoing webhook', () => {
  const { token: outgoingToken, requests } = vectors.outgoing;
  const setup = (now = Date.parse('2023-11-14T22:13:20.000Z')) =>
    setupWith({
      way: 'outgoing',
      credential: { outgoingToken, clientId: APP },
      clock: { now: () => now },
    });
  const sentBy = ({ authorization, body }: (typeof requests)[number]): InboundRequest => ({
    headers: { authorization },
    query: {},
    rawBody: Buffer.from(body),
  });
  const codeOf = async (...given: Parameters<typeof receive>) => {
    const read = await receive(...given);
    return read.ok ? 'taken' : `${read.status} ${read.code}`;
  };

  it.each(requests)('of $what', async (one) => {
    const timeless = !one.body.includes('timestamp');
    const good = timeless ? '401 answer.not_timely' : 'taken';
    expect(await codeOf(sentBy(one), setup())).toBe(one.good ? good : '401 answer.not_authentic');
  });

  it('says a command, and is answered where everybody reads', async () => {
    const read = await taken(sentBy(requests[0]), setup());
    expect(read.commands).toMatchObject([
      { action: 'accept', alert: { id: '42' }, channel: { id: '19:abc@thread.tacv2' } },
    ]);
    expect(bodyOf(read)).toMatchObject({ type: 'message', attachments: [expect.anything()] });
    expect(read.reply.body).toContain('Working on it');
  });

  it('is taken once, and only while it is fresh', async () => {
    const one = setup();
    expect(await codeOf(sentBy(requests[0]), one)).toBe('taken');
    expect(await codeOf(sentBy(requests[5]), one)).toBe('401 answer.replayed');
    const at = Date.parse('2023-11-14T22:13:20.000Z');
    for (const [late, code] of [
      [300_000, 'taken'],
      [300_001, '401 answer.not_timely'],
      [-300_000, 'taken'],
      [-300_001, '401 answer.not_timely'],
    ] as const) {
      expect(await codeOf(sentBy(requests[0]), setup(at + late))).toBe(code);
    }
  });

  it.each(['', 'short', 'not base64 at all!!'])('needs a security token, not "%s"', async (bad) => {
    const credential = { outgoingToken: bad };
    expect(await codeOf(sentBy(requests[0]), setupWith({ way: 'outgoing', credential }))).toBe(
      '401 answer.no_secret',
    );
  });

  it('is no bot: neither proves the other', async () => {
    expect(await codeOf(sentBy(requests[0]), setupWith())).toBe('401 answer.not_authentic');
    expect(await codeOf(signed(saying('accept 1')), setup())).toBe('401 answer.not_authentic');
  });
});
