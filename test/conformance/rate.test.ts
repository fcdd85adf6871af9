import { describe, expect, it } from '@jest/globals';
import { renderCard } from '../../core/chat/index';
import type { WireEntry } from '../../sandbox/index';
import type { WireRequest } from '../../sandbox/platform';
import { chats } from '../../sandbox/platforms';
import { createDesk } from '../../sandbox/start';
import { stateOf } from '../core/card/alerts';
import { useSandbox } from './support/sandbox';
import { senderTo } from './support/sender';
import { useNodeRedHttp } from './support/transports';
import { WEBHOOK_CHATS, type WebhookChat } from './support/webhook-chats';

/** Every window is a hundred times longer, so that no machine is too slow to exceed it. */
const sandbox = useSandbox({ rateWindowScale: 100 });
const http = useNodeRedHttp();
const START = Date.UTC(2026, 2, 1, 2, 12);
const ROUNDS = 5;
/** More than any chat takes at once. */
const FLOOD = 300;

/** Those a chat refused because there were too many. */
const tooMany = (requests: readonly Pick<WireEntry, 'code'>[]) =>
  requests.filter(({ code }) => code === 'rate_limited');

/** What the stand-in says to a sender that posts `burst` messages every `pauseMs`, by its own clock. */
const judgeBursts = (chat: WebhookChat, burst: number, pauseMs: number) => {
  let now = START;
  const platform = chats.find(({ id }) => id === chat.id);
  const desk = createDesk(new AbortController().signal, () => now);
  const receiver = platform?.open({ rateWindowScale: 1, now: desk.now, desk });
  const hook = platform?.hooks('http://sandbox.example').find(({ answers }) => answers === 'ok');
  if (!receiver || !hook) throw new Error(`The sandbox has no stand-in for ${chat.name}.`);
  const { payload } = renderCard(chat.id, 'webhook', stateOf());
  const verdicts = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    for (let count = 0; count < burst; count += 1) {
      verdicts.push(receiver.judge(wireRequest(chat, hook, payload, now)));
    }
    now += pauseMs;
  }
  return verdicts.map((verdict) => ({ code: 'code' in verdict ? verdict.code : null }));
};

const wireRequest = (
  { id, webhook, platform, facts }: WebhookChat,
  hook: Parameters<typeof facts.credential>[0],
  payload: Readonly<Record<string, unknown>>,
  now: number,
): WireRequest => {
  const sent = platform.authenticate(webhook.post(payload), facts.credential(hook), now);
  const { pathname, searchParams } = new URL(sent.url);
  const path = pathname.slice(id.length + 1);
  const body = Buffer.from(sent.body ?? '');
  return { method: sent.method, path, query: searchParams, headers: sent.headers, body };
};

describe.each(WEBHOOK_CHATS)('$name by webhook', (chat) => {
  const { requests, perMs } = chat.webhook.rate;

  it('refuses nothing to a sender that keeps to the rate', () => {
    const answers = judgeBursts(chat, requests, perMs);
    expect(answers).toEqual(Array(requests * ROUNDS).fill({ code: null }));
  });

  it('refuses something to a sender that does not', () => {
    expect(tooMany(judgeBursts(chat, FLOOD, perMs / 2)).length).toBeGreaterThan(0);
  });

  it('takes what the rate allows at once, and refuses what is too much, over the wire', async () => {
    const sender = senderTo(chat, sandbox.open(chat.id), http);
    const request = chat.webhook.post(renderCard(chat.id, 'webhook', stateOf()).payload);
    const post = () => sender.http(request, { timeoutMs: 20_000 });
    for (let count = 0; count < requests; count += 1) await post();
    expect(tooMany(await sandbox.requests())).toEqual([]);
    const outcomes = [];
    for (let count = 0; count < FLOOD; count += 1) {
      outcomes.push(chat.webhook.outcome(await post(), Date.now()));
    }
    const refused = tooMany(await sandbox.requests());
    expect(refused.length).toBeGreaterThan(0);
    expect((await sandbox.messages()).length + refused.length).toBe(requests + FLOOD);
    const told = outcomes.find(({ kind }) => kind === 'retry');
    expect(told).toMatchObject({ problem: { code: 'delivery.rate_limited' } });
  });
});
