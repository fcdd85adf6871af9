import { describe, expect, it } from '@jest/globals';
import { bot } from '../../../core/chat/teams/bot';
import type { MessageRef } from '../../../core/http/outcome';
import { answer } from '../delivery/world';
import { json, LOST, shown, taken } from './steps';

const CHANNEL = '19:abc123@thread.tacv2';
const GROUP = '19:meeting_xyz@thread.v2';
const ADA = '11111111-2222-3333-4444-555555555555';
const ROOT = '1700000000000';
const THREAD = `${CHANNEL};messageid=${ROOT}`;
const ref: MessageRef = { chat: 'teams', channel: THREAD, message: ROOT };
const payload = { type: 'message', summary: 's', attachments: [] };
const KEY = 'k1';
const at = (conversation: string) => `/v3/conversations/${encodeURIComponent(conversation)}`;

describe('posting', () => {
  it('starts a thread in a channel', async () => {
    const created = json(201, { id: THREAD, activityId: ROOT });
    const { result, requests } = await taken(bot.post(payload, { channel: CHANNEL }, KEY), created);
    expect(requests.map(shown)).toEqual([
      {
        does: 'POST /v3/conversations',
        body: { isGroup: true, channelData: { channel: { id: CHANNEL } }, activity: payload },
      },
    ]);
    expect(requests[0]?.headers).toEqual({ 'content-type': 'application/json; charset=UTF-8' });
    expect(result).toEqual({ kind: 'delivered', ref });
  });

  it('keeps the address of the server that has the thread', async () => {
    const serviceUrl = 'https://smba.trafficmanager.net/emea/';
    const created = json(201, { id: THREAD, activityId: ROOT, serviceUrl });
    const { result } = await taken(bot.post(payload, { channel: CHANNEL }, KEY), created);
    expect(result).toEqual({ kind: 'delivered', ref: { ...ref, service: serviceUrl } });
  });

  it('takes the link to a channel for the channel', async () => {
    const link = `https://teams.microsoft.com/l/channel/${encodeURIComponent(CHANNEL)}/Alerts?groupId=1`;
    const { requests } = await taken(bot.post(payload, { channel: link }, KEY), LOST);
    expect(shown(requests[0] as never)).toMatchObject({
      body: { channelData: { channel: { id: CHANNEL } } },
    });
  });

  it('adds to a chat that is there', async () => {
    const { result, requests } = await taken(
      bot.post(payload, { channel: ` ${GROUP} ` }, KEY),
      json(201, { id: '5' }),
    );
    expect(requests.map(shown)).toEqual([{ does: `POST ${at(GROUP)}/activities`, body: payload }]);
    expect(result).toEqual({
      kind: 'delivered',
      ref: { chat: 'teams', channel: GROUP, message: '5' },
    });
  });

  it('writes to a person in a chat of their own', async () => {
    const { result, requests } = await taken(
      bot.post(payload, { person: ADA }, KEY),
      json(201, { id: 'a:1chat' }),
      json(201, { id: '7' }),
    );
    expect(requests.map(shown)).toEqual([
      { does: 'POST /v3/conversations', body: { isGroup: false, members: [{ id: ADA }] } },
      { does: `POST ${at('a:1chat')}/activities`, body: payload },
    ]);
    expect(result).toEqual({
      kind: 'delivered',
      ref: { chat: 'teams', channel: 'a:1chat', message: '7' },
    });
  });

  it('asks again for the chat where its answer was lost, and not for the message', async () => {
    const first = await taken(bot.post(payload, { person: ADA }, KEY), LOST);
    expect(first.result.kind).toBe('retry');
    expect(first.requests).toHaveLength(1);
    const chat = json(201, { id: 'a:1chat' });
    const second = await taken(bot.post(payload, { person: ADA }, KEY), chat, LOST);
    expect(second.result.kind).toBe('unknown');
  });

  it('says that a chat cannot be started', async () => {
    const refusal = json(400, { error: { code: 'BadSyntax' } });
    const { result } = await taken(bot.post(payload, { person: ADA }, KEY), refusal);
    expect(result).toMatchObject({
      kind: 'rejected',
      problem: { code: 'teams.cannot_start_chat', hint: expect.stringMatching(/botframework/) },
    });
  });

  it.each([
    [{ channel: 'Alerts' }, 'teams.bad_channel_id'],
    [{ channel: '' }, 'teams.bad_channel_id'],
    [{ channel: '..' }, 'teams.bad_channel_id'],
    [{ channel: '19:\ud800@thread.tacv2' }, 'teams.bad_channel_id'],
    [{ channel: 'https://teams.microsoft.com/l/channel/%E0%A4%A/x' }, 'teams.bad_channel_id'],
    [{ person: 'ada@example.com' }, 'teams.bad_person_id'],
    [{ person: '' }, 'teams.bad_person_id'],
  ])('asks nothing about %j', async (to, code) => {
    const { result, requests } = await taken(bot.post(payload, to, KEY), LOST);
    expect(requests).toEqual([]);
    expect(result).toMatchObject({ kind: 'rejected', problem: { code } });
  });
});

describe('a message that is there', () => {
  const service = 'https://smba.trafficmanager.net/emea/';

  it('is changed, and stays where it is', async () => {
    const { result, requests } = await taken(bot.update(payload, ref), json(200, { id: ROOT }));
    expect(requests.map(shown)).toEqual([
      { does: `PUT ${at(THREAD)}/activities/${ROOT}`, body: payload },
    ]);
    expect(result).toEqual({ kind: 'delivered', ref });
  });

  it('is changed at the server that has it', async () => {
    const { requests } = await taken(bot.update(payload, { ...ref, service }), json(200, {}));
    expect(requests[0]?.url).toBe(
      `https://smba.trafficmanager.net/emea${at(THREAD)}/activities/${ROOT}`,
    );
  });

  it('is removed', async () => {
    const { result, requests } = await taken(bot.remove(ref), answer(200));
    expect(requests.map(shown)).toEqual([{ does: `DELETE ${at(THREAD)}/activities/${ROOT}` }]);
    expect(result).toEqual({ kind: 'delivered', ref });
  });

  it.each([
    [THREAD, THREAD],
    [CHANNEL, THREAD],
    [GROUP, GROUP],
    ['a:1chat', 'a:1chat'],
  ])('in %s is replied to in %s', async (channel, conversation) => {
    const steps = bot.reply(payload, { ...ref, channel, service }, KEY);
    const { result, requests } = await taken(steps, json(201, { id: '9' }));
    expect(requests[0]?.url).toBe(
      `https://smba.trafficmanager.net/emea${at(conversation)}/activities`,
    );
    expect(result).toEqual({
      kind: 'delivered',
      ref: { chat: 'teams', channel: conversation, message: '9', service },
    });
  });

  it.each([
    { ...ref, chat: 'slack' },
    { chat: 'teams', message: ROOT },
    { ...ref, message: '../..' },
    { ...ref, message: '' },
    { ...ref, channel: '../x' },
    { ...ref, service: 'smba' },
  ])('is not %j', async (bad) => {
    for (const steps of [bot.update(payload, bad), bot.remove(bad), bot.reply(payload, bad, KEY)]) {
      const { result, requests } = await taken(steps, LOST);
      expect(requests).toEqual([]);
      expect(result).toMatchObject({ problem: { code: 'teams.bad_message_ref' } });
    }
  });

  it.each(['ActivityNotFoundInConversation', 'ConversationNotFound'])(
    'is gone where Teams says %s',
    async (code) => {
      const refusal = json(404, { error: { code, message: 'x' } });
      for (const steps of [
        bot.update(payload, ref),
        bot.remove(ref),
        bot.reply(payload, ref, KEY),
      ]) {
        expect((await taken(steps, refusal)).result.kind).toBe('gone');
      }
      const posted = await taken(bot.post(payload, { channel: CHANNEL }, KEY), refusal);
      expect(posted.result.kind).toBe('rejected');
    },
  );

  it.each([json(403, { error: { code: 'BotNotInConversationRoster' } }), answer(404, 'nothing')])(
    'is not gone after %j',
    async (refusal) =>
      expect((await taken(bot.update(payload, ref), refusal)).result.kind).toBe('rejected'),
  );
});

describe('whispering', () => {
  const recipient = { id: '29:1ada', isTargeted: true };
  const whispered = {
    does: `POST ${at(CHANNEL)}/activities?isTargetedActivity=true`,
    body: { ...payload, recipient },
  };

  it.each([ADA, 'ada@example.com'])('looks %s up in the channel first', async (person) => {
    const { result, requests } = await taken(
      bot.whisper?.(payload, { channel: CHANNEL, person }, KEY) as never,
      json(200, { id: '29:1ada', name: 'Ada' }),
      json(201, { id: '8' }),
    );
    expect(requests.map(shown)).toEqual([
      { does: `GET ${at(CHANNEL)}/members/${encodeURIComponent(person)}` },
      whispered,
    ]);
    expect(result).toMatchObject({ kind: 'delivered', ref: { message: '8' } });
  });

  it('needs no look-up for a person as Teams names one', async () => {
    const steps = bot.whisper?.(payload, { channel: CHANNEL, person: '29:1ada' }, KEY) as never;
    expect((await taken(steps, json(201, { id: '8' }))).requests.map(shown)).toEqual([whispered]);
  });

  it('looks up in the channel, also from a thread', async () => {
    const steps = bot.whisper?.(payload, { channel: THREAD, person: ADA }, KEY) as never;
    const { requests } = await taken(steps, json(200, { id: '29:1ada' }), json(201, { id: '8' }));
    expect(requests.map(({ url }) => url)).toEqual([
      `${at(CHANNEL)}/members/${ADA}`,
      `${at(THREAD)}/activities?isTargetedActivity=true`,
    ]);
  });

  it('looks up an address that is not well-formed without throwing', async () => {
    const to = { channel: CHANNEL, person: '\ud800@example.com' };
    const { requests } = await taken(bot.whisper?.(payload, to, KEY) as never, LOST);
    expect(requests[0]?.url).toContain('/members/%EF%BF%BD%40example.com');
  });

  it('says who is not there', async () => {
    const steps = bot.whisper?.(payload, { channel: CHANNEL, person: ADA }, KEY) as never;
    const nobody = json(404, { error: { code: 'MemberNotFoundInConversation' } });
    expect((await taken(steps, nobody)).result).toMatchObject({
      kind: 'rejected',
      problem: { code: 'teams.unknown_person' },
    });
  });
});

describe('what a bot cannot do', () => {
  it('is absent', () => {
    expect(bot.repeatable).toBe(false);
    expect(bot).not.toHaveProperty('find');
  });
});
