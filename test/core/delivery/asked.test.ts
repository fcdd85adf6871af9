import { describe, expect, it } from '@jest/globals';
import { applyEvent } from '../../../core/alert/apply-event';
import type { ActionResult, ChatCommand } from '../../../core/alert/command';
import type { AlertState } from '../../../core/alert/state';
import { seal } from '../../../core/answers/seal';
import { answerAsked, askedIn, whyLeftAlone } from '../../../core/delivery/asked';
import { anEvent, at } from '../alert/events';
import { answer, answering, OK, simulatedClock } from './world';

const keys = { key: 'a key that nobody could ever guess, 1' };
const command = (changes: Partial<ChatCommand> = {}): ChatCommand => ({
  schemaVersion: 1,
  id: 'click-1',
  kind: 'alert-action',
  action: 'accept',
  arguments: {},
  chat: 'slack',
  user: { id: 'U0ADA' },
  answer: { person: 'U0ADA', channel: 'C1' },
  receivedAt: '2026-03-01T00:00:00.000Z',
  ...changes,
});
const done = { ok: true, code: 'done', message: 'Accepted.' };
const SAID = answer(200, '{"ok":true,"message_ts":"1"}');

/** A sender, and what it sent with its credential and without. */
const sender = (changes: Partial<Parameters<typeof answerAsked>[1]> = {}) => {
  const bot = answering(SAID);
  const plain = answering(OK);
  const { clock } = simulatedClock();
  return {
    ...{ bot: bot.requests, plain: plain.requests },
    desk: { chat: 'slack', keys, http: bot.http, plain: plain.http, clock, ...changes },
  };
};

const sealed = (url: string) => ({ person: 'U0ADA', channel: 'C1', sealed: seal(url, keys) });

describe('what was asked for', () => {
  it('is found in what comes from On-Call Action, and in nothing else', () => {
    expect(askedIn({ command: command(), result: done })).toEqual({
      command: command(),
      result: done,
    });
    for (const other of [
      {},
      { command: command() },
      { result: done },
      { command: 'accept', result: done },
      { command: command(), result: { ok: 'yes', message: 'x' } },
      { command: command(), result: { ok: true } },
      { command: { ...command(), id: 7n }, result: done },
      { command: { ...command(), chat: undefined }, result: done },
    ])
      expect(askedIn(other)).toBeUndefined();
  });

  it('leaves the card alone where it was not done, or where there is no alert', () => {
    const asked = { command: command(), result: done };
    expect(whyLeftAlone(asked, true)).toBeUndefined();
    expect(whyLeftAlone(asked, false)).toContain('no alert');
    const failed = { ...asked, result: { ...done, ok: false } };
    expect(whyLeftAlone(failed, true, 'de')).toContain('nicht ausgeführt');
  });

  it('is answered to the one who asked, with what to do about it', async () => {
    const { desk, bot, plain } = sender();
    const result = { ok: false, code: 'not_found', message: 'Not found.', hint: 'Look again.' };
    const receipt = await answerAsked({ command: command(), result }, desk);
    expect(receipt).toMatchObject({ receipt: 'posted', transport: 'bot' });
    expect(bot.map(({ url }) => url)).toEqual(['/chat.postEphemeral']);
    expect(JSON.parse(bot[0]?.body ?? '')).toMatchObject({ channel: 'C1', user: 'U0ADA' });
    expect(bot[0]?.body).toContain('Not found. Look again.');
    expect(plain).toEqual([]);
  });

  describe('was done before', () => {
    const story = (changes: Partial<AlertState>): AlertState => ({
      ...applyEvent(undefined, anEvent({ type: 'created', occurredAt: at(0) })).state,
      ...changes,
    });
    const told = async (
      given: Partial<ActionResult>,
      known: Partial<AlertState>,
      action: string,
    ) => {
      const { desk, bot } = sender({ story: async () => story(known) });
      const result = {
        ...done,
        code: 'already_done',
        message: 'Already done by Key Owner.',
        ...given,
      };
      await answerAsked({ command: command({ action }), result }, desk);
      return JSON.parse(bot[0]?.body ?? '').text;
    };
    const by = 'Key Owner';

    it.each([
      ['accept', { by }, { acceptedBy: 'Mei' }, 'Already done by Mei.'],
      ['resolve', { by }, { acceptedBy: 'Ada', resolvedBy: 'Mei' }, 'Already done by Mei.'],
      [
        ...(['accept', { by, ok: false, code: 'action.already_resolved' }] as const),
        ...([{ acceptedBy: 'Ada', resolvedBy: '$$ Mei' }, 'Already done by $$ Mei.'] as const),
      ],
      ['accept', { by }, { resolvedBy: 'Mei' }, 'Already done by Key Owner.'],
      ['accept', {}, { acceptedBy: 'Mei' }, 'Already done by Key Owner.'],
    ] as const)('%s %j, %j: %s', async (action, given, known, says) => {
      expect(await told(given, known, action)).toBe(says);
    });

    it('is told as the platform says it where the store fails', async () => {
      const { desk, bot } = sender({ story: () => Promise.reject(new Error('503')) });
      const result = { ...done, code: 'already_done', message: 'Already accepted by X.', by: 'X' };
      await answerAsked({ command: command(), result }, desk);
      expect(bot[0]?.body).toContain('Already accepted by X.');
    });
  });

  it('is nothing to the senders of another chat', async () => {
    const { desk, bot, plain } = sender();
    for (const other of [command({ chat: 'teams' }), command({ answer: undefined as never })])
      expect(await answerAsked({ command: other, result: done }, desk)).toBeUndefined();
    expect([bot, plain]).toEqual([[], []]);
  });

  it('is answered at the address of the chat without the credential', async () => {
    const { desk, bot, plain } = sender();
    const url = 'https://hooks.slack.com/actions/T0/1/x';
    await answerAsked({ command: command({ answer: sealed(url) }), result: done }, desk);
    expect(plain.map((request) => request.url)).toEqual([url]);
    expect(bot).toEqual([]);
  });
});

describe('a sender with a webhook', () => {
  const credential = { webhookUrl: 'https://chat.example.com/hooks/abc' };
  const webhook = { chat: 'mattermost', transport: 'webhook', credential };
  const asked = (url: string) => ({
    command: command({ chat: 'mattermost', answer: sealed(url) }),
    result: done,
  });

  it('answers at an address of its own server', async () => {
    const { desk, bot, plain } = sender(webhook);
    const url = 'https://chat.example.com/hooks/commands/1';
    expect(await answerAsked(asked(url), desk)).toMatchObject({ receipt: 'posted' });
    expect(plain.map((request) => request.url)).toEqual([url]);
    expect(bot).toEqual([]);
  });

  it('never says to a channel what one person may see', async () => {
    const { desk, bot, plain } = sender(webhook);
    const receipt = await answerAsked(asked('https://elsewhere.example.com/hooks/1'), desk);
    expect(receipt).toMatchObject({ receipt: 'failed', problem: { code: 'answer.no_way' } });
    const { keys: _, ...keyless } = desk;
    expect(await answerAsked(asked('https://chat.example.com/1'), keyless)).toMatchObject({
      receipt: 'failed',
    });
    expect([bot, plain]).toEqual([[], []]);
  });
});
