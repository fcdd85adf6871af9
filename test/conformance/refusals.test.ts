import { describe, expect, it } from '@jest/globals';
import type { Refuse } from '../../sandbox/judging/refusal';
import type { Refused } from '../../sandbox/platform';
import { stateOf } from '../core/card/alerts';
import { useSandbox } from './support/sandbox';
import { senderTo, senderWith } from './support/sender';
import { useNodeRedHttp } from './support/transports';
import { WEBHOOK_CHATS } from './support/webhook-chats';

const sandbox = useSandbox();
const http = useNodeRedHttp();

/** Sentences; what the forms call *Preview* has no other name. */
const HINT = /^(?!.*dry run)[A-Z]\w*.*\w+ \w+.*[.…:/\w]$/s;

/** Refusals nobody has described: the advice for them is the advice of last resort. */
const UNHEARD_OF = [
  'what is this',
  'no_such_word_ever',
  JSON.stringify({ errcode: 999_999, errmsg: 'what is this' }),
  JSON.stringify({ error: { code: 'NoSuchCodeEver', message: 'what is this' } }),
  JSON.stringify({ id: 'no.such.id.ever', message: 'what is this', status_code: 418 }),
];

describe.each(WEBHOOK_CHATS)('$name by webhook', (chat) => {
  const { id, facts, webhook } = chat;
  const sender = () => senderTo(chat, sandbox.open(id), http);
  const codeOf = (refusal: string): string => facts.problems[refusal] ?? `${id}.${refusal}`;
  const general = UNHEARD_OF.map((body) => {
    const outcome = webhook.outcome({ status: 418, headers: {}, body }, 0);
    return 'problem' in outcome ? outcome.problem.hint : undefined;
  });

  /** What a sender learns of a refusal, through the wire; nothing where it is told that all is well. */
  const problemOf = async ({ answer: { status, body } }: Refused) => {
    if (facts.success.statuses.includes(status) && body === facts.success.body) return undefined;
    await sandbox.fault({ kind: 'status', platform: id, status, body });
    const { receipt } = await sender().alert(stateOf());
    expect(receipt).toMatchObject({ receipt: 'failed' });
    return receipt.problem;
  };

  it('says for every closed channel what to do', async () => {
    const closed = sandbox.closed(id);
    expect(closed.length).toBeGreaterThan(0);
    for (const hook of closed) {
      const { receipt } = await senderTo(chat, hook, http).alert(stateOf());
      const [request] = (await sandbox.requests()).slice(-1);
      expect(request).toMatchObject({ verdict: 'refused', code: hook.answers });
      if (request?.late) {
        expect(receipt).toMatchObject({ receipt: 'posted', attempts: 1 });
        expect(receipt.reasons).toHaveLength(1);
        continue;
      }
      expect(receipt).toMatchObject({ receipt: 'failed', attempts: 1 });
      expect(receipt.problem?.code).toBe(codeOf(hook.answers));
      expect(receipt.problem?.hint).toMatch(HINT);
      expect(general).not.toContain(receipt.problem?.hint);
    }
  });

  it('knows everything the platform may say', async () => {
    const refuse: Refuse<string> = require(`../../sandbox/${id}/refusal`).refuse;
    const codes = refuse.codes.filter((code) => code !== 'rate_limited');
    expect(codes.length).toBeGreaterThan(5);
    const learned = [];
    for (const code of codes) {
      learned.push({ code, problem: await problemOf(refuse({ code, reason: 'No.' })) });
    }
    const wrong = learned.filter(
      ({ code, problem }) =>
        problem &&
        (problem.code !== codeOf(code) ||
          general.includes(problem.hint) ||
          !HINT.test(problem.hint)),
    );
    expect(wrong).toEqual([]);
  });

  it('knows a webhook that is gone', async () => {
    const credential = facts.credential(sandbox.open(id));
    const gone = Object.entries(credential).map(([name, value]) => [
      name,
      value.replace(/[^/=]$/, (last) => (last === 'x' ? 'y' : 'x')),
    ]);
    const { receipt } = await senderWith(chat, Object.fromEntries(gone), http).alert(stateOf());
    expect(receipt).toMatchObject({ receipt: 'failed', attempts: 1 });
    expect(general).not.toContain(receipt.problem?.hint);
    expect(await sandbox.messages()).toEqual([]);
  });

  it('proves a credential without posting, where it can', async () => {
    const { probe } = webhook;
    for (const hook of [sandbox.open(id), ...sandbox.closed(id)]) {
      if (!probe) continue;
      const answer = await senderTo(chat, hook, http).http(probe.request(), { timeoutMs: 20_000 });
      const problem = probe.judge(answer);
      const told = hook.answers === 'ok' ? undefined : codeOf(hook.answers);
      const possible = probe.unproven === undefined ? [told] : [told, undefined];
      expect(possible).toContain(problem?.code);
    }
    expect(await sandbox.messages()).toEqual([]);
  });

  it('says so where the address is none', () => {
    for (const value of ['', 'not an address', 'ftp://chat.example/hook', 'javascript:alert(1)']) {
      const credential = facts.credential({ ...sandbox.open(id), url: value });
      const problem = webhook.checkCredential(credential);
      expect({ value, code: problem?.code }).toEqual({ value, code: `${id}.bad_webhook_url` });
      expect(problem?.hint).toMatch(HINT);
    }
    expect(webhook.checkCredential(facts.credential(sandbox.open(id)))).toBeUndefined();
  });

  it('believes no page that answers in its place', async () => {
    const body = `<html><title>Sign in</title>${'x '.repeat(20_000)}</html>`;
    for (const status of [200, 201, 202, 302, 401, 403, 404]) {
      await sandbox.fault({ kind: 'status', status, body });
      const { receipt } = await sender().alert(stateOf());
      expect({ status, receipt: receipt.receipt }).toEqual({ status, receipt: 'failed' });
      expect(receipt.problem?.message.length).toBeLessThan(250);
    }
    expect(await sandbox.messages()).toEqual([]);
  });
});
