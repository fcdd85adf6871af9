import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import express from 'express';
import { FaultQueue } from '../faults/queue';
import { Journal } from '../journal/journal';
import type { ChatPlatform, ChatReceiver, Verdict } from '../platform';
import { wireRouter } from '../wire/receive';
import { closeAfterTest, postJson } from './running';

const ANSWER = { status: 202, body: '' };
const accepted: Verdict = {
  verdict: 'accepted',
  message: {
    channel: 'Flow',
    text: 'a',
    payload: { text: 'a' },
    pings: [],
    size: { used: 1, limit: 2, unit: 'bytes' },
  },
  answer: ANSWER,
};
const refused = (status: number): Verdict => ({
  verdict: 'refused',
  code: 'bad_card',
  reason: 'The card is none.',
  source: 'https://docs.example/cards',
  payload: { card: 1 },
  answer: { ...ANSWER, status },
});

/** A chat that takes everything with 202 and gives this verdict. */
async function runChat(verdict: Verdict) {
  const receiver: ChatReceiver = { judge: () => verdict, reset: () => {} };
  const flows: ChatPlatform = {
    id: 'flows',
    title: 'Flows',
    answersFirst: () => true,
    hooks: () => [],
    channelOf: ({ query }) => query.get('flow') ?? undefined,
    redact: ({ path }) => path,
    rateLimited: () => ({ ...ANSWER, status: 429 }),
    open: () => receiver,
  };
  const journal = new Journal(Date.now);
  const faults = new FaultQueue();
  const closing = new AbortController().signal;
  const server = createServer(
    express().use(wireRouter(flows, receiver, { journal, faults, closing })),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closeAfterTest({
    close: async () => {
      server.close();
    },
  });
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/run?flow=Flow`, journal, faults };
}

describe('a chat that answers first', () => {
  it('may refuse when the sender was told that all is well', async () => {
    const { url, journal } = await runChat(refused(202));
    expect((await postJson(url, {})).status).toBe(202);
    expect(journal.messages).toEqual([]);
    expect(journal.requests).toMatchObject([
      {
        verdict: 'refused',
        late: true,
        status: 202,
        answer: '',
        code: 'bad_card',
        reason: 'The card is none.',
        source: 'https://docs.example/cards',
        channel: 'Flow',
        payload: { card: 1 },
      },
    ]);
  });

  it('may refuse at once as well', async () => {
    const { url, journal } = await runChat(refused(401));
    expect((await postJson(url, {})).status).toBe(401);
    expect(journal.requests).toMatchObject([{ verdict: 'refused', late: false, status: 401 }]);
  });

  it('can be told to fail afterwards, which is no fault of the others', async () => {
    const { url, journal, faults } = await runChat(accepted);
    faults.add({ kind: 'fail-later', times: 1 });
    const elsewhere = { platform: 'slack', channel: 'Flow', kinds: ['status'] } as const;
    expect(faults.take(elsewhere)).toBeUndefined();
    expect((await postJson(url, { text: 'a' })).status).toBe(202);
    expect((await postJson(url, { text: 'a' })).status).toBe(202);
    expect(journal.messages).toHaveLength(1);
    expect(journal.requests).toMatchObject([
      { verdict: 'faulted', code: 'fail-later', late: true, status: 202, messageId: null },
      { verdict: 'accepted', late: false, status: 202, messageId: journal.messages[0]?.id },
    ]);
  });
});
