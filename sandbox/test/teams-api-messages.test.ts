import { describe, expect, it } from '@jest/globals';
import { at, idIn, refusal, TENANT, TEXT, teamsBot } from './teams-api-bot';
import { cardOf, messageOf } from './teams-messages';

const NOT_FOUND = [404, 'ActivityNotFoundInConversation'];

describe('a message of a bot', () => {
  it('begins a thread in a channel, and is kept', async () => {
    const { sandbox, call, id } = await teamsBot();
    const channel = { id: id('Ops alerts') };
    const activity = { ...messageOf(cardOf()), summary: 'Checkout is down' };
    const created = await call('POST', '/conversations', {
      isGroup: true,
      channelData: { channel },
      tenantId: TENANT,
      activity,
    });
    expect(created.status).toBe(201);
    const told = JSON.parse(created.text);
    expect(told).toEqual({
      id: `${channel.id};messageid=${told.activityId}`,
      activityId: expect.stringMatching(/^\d{13}$/),
    });
    expect(await sandbox.messages()).toMatchObject([
      {
        platform: 'teams',
        channel: 'Ops alerts',
        ref: told.activityId,
        text: 'Hi',
        replyTo: null,
        onlyFor: null,
        payload: { summary: 'Checkout is down', from: { name: 'Alertwire' } },
        size: { used: 2 * JSON.stringify(activity).length, limit: 102_400, unit: 'bytes' },
      },
    ]);
  });

  it('is answered in its thread, by the id of the thread or of the message', async () => {
    const { sandbox, call, post, id } = await teamsBot();
    const root = idIn(await post('Platform'));
    const thread = `${id('Platform')};messageid=${root}`;
    const answer = await call('POST', at(thread), TEXT);
    expect(answer.status).toBe(201);
    await call('POST', at(id('Platform'), idIn(answer)), TEXT);
    expect(await sandbox.messages()).toMatchObject([
      { ref: root, replyTo: null },
      { ref: idIn(answer), replyTo: root },
      { replyTo: root },
    ]);
    const nowhere = `${id('Platform')};messageid=1700000000000`;
    expect(refusal(await call('POST', at(nowhere), TEXT))).toEqual([404, 'ConversationNotFound']);
    expect(refusal(await call('POST', at(id('Platform'), '1'), TEXT))).toEqual(NOT_FOUND);
    const other = `${id('Ops alerts')};messageid=${root}`;
    expect(refusal(await call('POST', at(other), TEXT))).toEqual([404, 'ConversationNotFound']);
  });

  it('is changed and deleted, and remembers what it was', async () => {
    const { sandbox, call, post, id } = await teamsBot();
    const ref = idIn(await post('Ops alerts'));
    const place = at(id('Ops alerts'), ref);
    const update = await call('PUT', place, messageOf(cardOf()));
    expect([update.status, JSON.parse(update.text)]).toEqual([200, { id: ref }]);
    const thread = at(`${id('Ops alerts')};messageid=${ref}`, ref);
    expect((await call('PUT', thread, { type: 'message', text: 'Over' })).status).toBe(200);
    const deleted = await call('DELETE', place);
    expect([deleted.status, deleted.text]).toEqual([200, '']);
    expect(await sandbox.messages()).toMatchObject([
      {
        ref,
        text: 'Over',
        deleted: true,
        history: [
          { event: 'posted' },
          { event: 'updated', before: { text: 'Checkout is down' } },
          { event: 'updated', before: { text: 'Hi' } },
          { event: 'deleted' },
        ],
      },
    ]);
    expect(refusal(await call('PUT', place, TEXT))).toEqual(NOT_FOUND);
    expect(refusal(await call('DELETE', place))).toEqual(NOT_FOUND);
  });

  it('is changed only by the bot that wrote it, where it stands', async () => {
    const { sandbox, call, post, id } = await teamsBot();
    const ref = idIn(await post('Ops alerts'));
    const other = idIn(await post('Ops alerts'));
    const veteran = await teamsBot('Veteran', sandbox);
    const place = at(id('Ops alerts'), ref);
    expect(refusal(await veteran.call('PUT', place, TEXT))).toEqual(NOT_FOUND);
    expect(refusal(await call('PUT', at(id('Platform'), ref), TEXT))).toEqual(NOT_FOUND);
    const thread = at(`${id('Ops alerts')};messageid=${other}`, ref);
    expect(refusal(await call('DELETE', thread))).toEqual(NOT_FOUND);
    expect(refusal(await call('PUT', place, { text: 'x' }))).toEqual([400, 'BadArgument']);
  });

  it('pings those whom its text and its card mention', async () => {
    const { sandbox, post, id } = await teamsBot();
    const mention = (name: string, told: string) => ({
      type: 'mention',
      text: `<at>${name}</at>`,
      mentioned: { id: told, name },
    });
    const card = cardOf({ msteams: { entities: [mention('Jo', '29:1jo')] } }, [
      { type: 'TextBlock', text: '<at>Jo</at>' },
    ]);
    const entities = [mention('Priya', id('Priya Raman'))];
    await post('Ops alerts', { ...messageOf(card), text: '<at>Priya</at>: go', entities });
    expect(await sandbox.messages()).toMatchObject([{ pings: [id('Priya Raman'), '29:1jo'] }]);
    const elsewhere = { ...TEXT, entities };
    expect(refusal(await post('Ops alerts', elsewhere))).toEqual([400, 'BadArgument']);
    const nobody = [{ ...mention('Priya', ''), text: '<at>Priya</at>' }];
    const named = { type: 'message', text: '<at>Priya</at>', entities: nobody };
    expect(refusal(await post('Ops alerts', named))).toEqual([400, 'BadArgument']);
  });

  it('may have buttons a flow could not answer', async () => {
    const { post } = await teamsBot();
    const actions = [{ type: 'Action.Execute', title: 'Accept', verb: 'accept' }];
    const submit = [{ type: 'Action.Submit', title: 'Accept', data: {} }];
    expect((await post('Ops alerts', messageOf(cardOf({ actions })))).status).toBe(201);
    const old = messageOf(cardOf({ actions, version: '1.3' }));
    expect(refusal(await post('Ops alerts', old))).toEqual([400, 'BadArgument']);
    expect((await post('Ops alerts', messageOf(cardOf({ actions: submit })))).status).toBe(201);
  });

  it.each([
    ['no type', {}, 400, 'BadArgument'],
    ['another type', { type: 'event' }, 400, 'BadArgument'],
    ['nothing to read', { type: 'message', text: ' ' }, 400, 'BadSyntax'],
    ['a text of another kind', { type: 'message', text: 7 }, 400, 'BadArgument'],
    [
      'an unknown attachment',
      { type: 'message', attachments: [{ contentType: 'text/html' }] },
      400,
      'BadArgument',
    ],
    ['a newer card', messageOf(cardOf({ version: '1.6' })), 400, 'BadArgument'],
    ['an empty card', messageOf(cardOf({}, [])), 400, 'BadArgument'],
    [
      'an unknown button',
      messageOf(cardOf({ actions: [{ type: 'Action.Dance', title: 'x' }] })),
      400,
      'BadArgument',
    ],
    ['more than 100 KB', { type: 'message', text: 'x'.repeat(51_200) }, 413, 'MessageSizeTooBig'],
  ])('is refused with %s', async (_, activity, status, code) => {
    const { post, sandbox } = await teamsBot();
    expect(refusal(await post('Ops alerts', activity))).toEqual([status, code]);
    expect(await sandbox.messages()).toEqual([]);
    expect((await sandbox.requests()).at(-1)).toMatchObject({
      verdict: 'refused',
      code,
      channel: 'Ops alerts',
      late: false,
      source: expect.stringMatching(/^https:/),
    });
  });

  it('has 100 KB, counted in UTF-16', async () => {
    const { post } = await teamsBot();
    const room = 51_200 - JSON.stringify({ type: 'message', text: '' }).length;
    const full = { type: 'message', text: 'é'.repeat(room) };
    expect((await post('Ops alerts', full)).status).toBe(201);
    expect((await post('Ops alerts', { ...full, text: `${full.text}é` })).status).toBe(413);
  });

  it('has to be JSON, and says so', async () => {
    const { call, id, sandbox, token } = await teamsBot();
    expect(refusal(await call('POST', at(id('Ops alerts')), '{'))).toEqual([400, 'BadSyntax']);
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'text/plain' };
    const plain = await sandbox.post(`/teams/v3${at(id('Ops alerts'))}`, TEXT, headers);
    expect(plain.status).toBe(415);
  });

  it('shows nothing where it only says that the bot types', async () => {
    const { post, sandbox } = await teamsBot();
    expect((await post('Ops alerts', { type: 'typing' })).status).toBe(202);
    expect(await sandbox.messages()).toEqual([]);
  });
});

describe('a message for one person', () => {
  it('is seen, changed and deleted privately', async () => {
    const { sandbox, call, id } = await teamsBot();
    const recipient = { id: id('Priya Raman'), isTargeted: true };
    const place = at(id('Ops alerts'));
    const reply = await call('POST', `${place}?isTargetedActivity=true`, { ...TEXT, recipient });
    expect(reply.status).toBe(201);
    const own = at(id('Ops alerts'), idIn(reply));
    expect(refusal(await call('PUT', own, TEXT))).toEqual(NOT_FOUND);
    expect((await call('PUT', `${own}?isTargetedActivity=true`, TEXT)).status).toBe(200);
    expect((await call('DELETE', `${own}?isTargetedActivity=true`)).status).toBe(200);
    expect(await sandbox.messages()).toMatchObject([
      { channel: 'Ops alerts', onlyFor: 'Priya Raman', deleted: true },
    ]);
    expect((await sandbox.requests()).at(-1)?.path).toContain('?isTargetedActivity=true');
  });

  it('needs a recipient who is there, and others who are not to see it', async () => {
    const { call, chat, id } = await teamsBot();
    const place = `${at(id('Ops alerts'))}?isTargetedActivity=true`;
    expect(refusal(await call('POST', place, TEXT))).toEqual([400, 'BadArgument']);
    const stranger = { ...TEXT, recipient: { id: '29:1nobody' } };
    expect(refusal(await call('POST', place, stranger))).toEqual([400, 'BadArgument']);
    const alone = `${at(await chat('Priya Raman'))}?isTargetedActivity=true`;
    const told = { ...TEXT, recipient: { id: id('Priya Raman') } };
    expect(refusal(await call('POST', alone, told))).toEqual([400, 'BadArgument']);
  });
});
