import { describe, expect, it } from '@jest/globals';
import { postJson, type Running, runSandbox } from './running';
import { cardOf, messageOf } from './teams-messages';

const run = async () => {
  const sandbox = await runSandbox();
  return { sandbox, url: sandbox.hook('Ops alerts', 'teams') };
};

const lastOf = async (sandbox: Running) => (await sandbox.requests()).at(-1);
const MENTION = {
  type: 'mention',
  text: '<at>Ada</at>',
  mentioned: { id: 'ada@example.com', name: 'Ada' },
};
const mentioning = (entity: object, text = 'Hi <at>Ada</at>') =>
  cardOf({ msteams: { entities: [entity] } }, [{ type: 'TextBlock', text }]);
const button = (type: string, more: object = {}) =>
  cardOf({ actions: [{ type, title: 'x', ...more }] });

describe('the run of a flow, after 202', () => {
  it.each<[string, object, string]>([
    ['no attachments', { type: 'message', text: 'Hi' }, 'ExpressionEvaluationFailed'],
    ['an empty list of them', messageOf(), 'InvalidCard'],
    ['a bare card', cardOf(), 'ExpressionEvaluationFailed'],
    ['a MessageCard', messageOf({ '@type': 'MessageCard', text: 'Hi' }), 'InvalidCard'],
    ['a version nobody shows', messageOf(cardOf({ version: '1.6' })), 'InvalidCard'],
    ['no body', messageOf(cardOf({}, [])), 'InvalidCard'],
    ['an unknown element', messageOf(cardOf({}, [{ type: 'Chart' }])), 'InvalidCard'],
    [
      'an unknown colour',
      messageOf(cardOf({}, [{ type: 'TextBlock', text: 'x', color: 'red' }])),
      'InvalidCard',
    ],
    [
      'an empty table of facts',
      messageOf(cardOf({}, [{ type: 'FactSet', facts: [] }])),
      'InvalidCard',
    ],
    ['an empty text', messageOf(cardOf({}, [{ type: 'TextBlock', text: '' }])), 'InvalidCard'],
    [
      'an element of a later version',
      messageOf(cardOf({ version: '1.1' }, [{ type: 'RichTextBlock', inlines: ['x'] }])),
      'InvalidCard',
    ],
    [
      'an unknown setting of Teams',
      messageOf(cardOf({ msteams: { widht: 'Full' } })),
      'InvalidCard',
    ],
    [
      'seven buttons',
      messageOf(
        cardOf({
          actions: Array.from({ length: 7 }, () => ({
            type: 'Action.OpenUrl',
            title: 'x',
            url: 'https://a.example',
          })),
        }),
      ),
      'InvalidCard',
    ],
    ['a button that needs a bot', messageOf(button('Action.Submit')), 'UnsupportedAction'],
    ['another one', messageOf(button('Action.Execute')), 'UnsupportedAction'],
    [
      'a command link',
      messageOf(button('Action.OpenUrl', { url: 'javascript:alert(1)' })),
      'UnsupportedAction',
    ],
    [
      'a mention that is not in the card',
      messageOf(mentioning(MENTION, 'Hi Ada')),
      'MentionMismatch',
    ],
    [
      'a mention by other bytes',
      messageOf(mentioning(MENTION, '<at>A\u200bda</at>')),
      'MentionMismatch',
    ],
    [
      'a mention of nobody',
      messageOf(mentioning({ ...MENTION, mentioned: { id: '', name: 'Ada' } })),
      'MentionMismatch',
    ],
    [
      'a mention of a channel',
      messageOf(mentioning({ ...MENTION, mentioned: { id: '19:x', name: 'Ada' } })),
      'MentionMismatch',
    ],
    [
      'a card that is too large',
      messageOf(cardOf({}, [{ type: 'TextBlock', text: '"'.repeat(8000) }])),
      'MessageSizeExceeded',
    ],
  ])('fails for %s', async (_, message, code) => {
    const { sandbox, url } = await run();
    expect((await postJson(url, message)).status).toBe(202);
    expect(await sandbox.messages()).toEqual([]);
    expect(await lastOf(sandbox)).toMatchObject({
      verdict: 'refused',
      late: true,
      code,
      source: expect.stringMatching(/^https:/),
    });
  });

  it('fails where it may not post, whatever it posts', async () => {
    const { sandbox } = await run();
    const reply = await postJson(sandbox.hook('Bot removed', 'teams'), messageOf(cardOf()));
    expect(reply.status).toBe(202);
    expect(await lastOf(sandbox)).toMatchObject({ code: 'BotNotInConversationRoster', late: true });
  });

  it('notifies whom the entities name, each once', async () => {
    const { sandbox, url } = await run();
    await postJson(url, messageOf(mentioning(MENTION), mentioning(MENTION)));
    const [message] = await sandbox.messages();
    expect(message?.pings).toEqual(['ada@example.com']);
  });

  it('counts a card as the text in the message that it becomes', async () => {
    const { sandbox, url } = await run();
    const card = cardOf({}, [{ type: 'TextBlock', text: '"é' }]);
    await postJson(url, messageOf(card));
    const [message] = await sandbox.messages();
    const used = Buffer.byteLength(JSON.stringify(JSON.stringify(card)));
    expect(message?.size).toEqual({ used, limit: 28_672, unit: 'bytes' });
  });

  it('takes what the schema has, card after card', async () => {
    const { url, sandbox } = await run();
    const rich = cardOf(
      {
        lang: 'de',
        actions: [{ type: 'Action.ToggleVisibility', title: 'x', targetElements: ['a'] }],
      },
      [
        { type: 'FactSet', facts: [{ title: 'a', value: 'b' }] },
        {
          type: 'Container',
          id: 'a',
          style: 'attention',
          bleed: true,
          items: [{ type: 'RichTextBlock', inlines: ['plain', { type: 'TextRun', text: 'run' }] }],
        },
      ],
    );
    for (let sent = 0; sent < 4; sent += 1) await postJson(url, messageOf(rich));
    expect((await sandbox.messages()).map(({ text }) => text)).toEqual(
      Array(4).fill('a b\nplain\nrun\nx'),
    );
  });
});
