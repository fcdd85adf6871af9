import { describe, expect, it } from '@jest/globals';
import type { HttpRequest } from '../../../core/http/types';
import type { Http } from '../../../core/ports';
import { useSandbox } from '../support/sandbox';
import { useNodeRedHttp } from '../support/transports';
import { botAtWork, refOf } from './bot-at-work';
import { BOT_CHATS } from './bot-chats';
import { openCard } from './cards';

const sandbox = useSandbox();
const http = useNodeRedHttp();

describe.each(BOT_CHATS)('the token of $name', (chat) => {
  const { bot, facts, id, platform } = chat;

  it('is fetched once, and anew where it is no longer taken', async () => {
    const { take, channel, memory } = botAtWork(chat, sandbox, http);
    const to = { channel: channel(facts.channel) };
    refOf(await take(bot.post(openCard(id), to, 'k1')));
    if (!platform.tokens) return expect(memory).toEqual({});
    const { token } = memory;
    expect(token?.value).toMatch(/\w/);
    refOf(await take(bot.post(openCard(id), to, 'k2')));
    expect(memory.token).toBe(token);
    memory.token = { value: 'no-longer-taken', expiresAt: Number.MAX_SAFE_INTEGER };
    refOf(await take(bot.post(openCard(id), to, 'k3')));
    expect(memory.token.value).not.toBe('no-longer-taken');
    expect(await sandbox.messages()).toHaveLength(3);
  });

  it('and no other secret goes to a host that is not the chat’s', () => {
    const credential = facts.credential(sandbox.bot(id, facts.able));
    const secrets = Object.entries(credential).flatMap(([field, value]) =>
      /token|secret/i.test(field) ? [value] : [],
    );
    expect(secrets.length).toBeGreaterThan(0);
    for (const url of ['https://evil.example/api', '//evil.example/', 'http://127.0.0.1:1/x']) {
      const request: HttpRequest = { method: 'POST', url, headers: {}, body: '{}' };
      const sent = JSON.stringify(platform.authenticate(request, credential, Date.now()));
      expect(secrets.filter((secret) => sent.includes(secret))).toEqual([]);
    }
  });

  it('stands in no request before the credential does', async () => {
    const requests: HttpRequest[] = [];
    const listening: Http = async (request, limits) => {
      requests.push(request);
      return http(request, limits);
    };
    const { take, channel } = botAtWork(chat, sandbox, listening);
    await take(bot.post(openCard(id), { channel: channel(facts.channel) }, 'k1'));
    expect(requests.length).toBeGreaterThan(0);
    for (const { url } of requests) expect(url.startsWith(sandbox.url)).toBe(true);
  });
});
