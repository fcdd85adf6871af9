import { describe, expect, it } from '@jest/globals';
import type { Credential } from '../../core/http/types';
import { stateOf } from '../core/card/alerts';
import { useByteServer, written } from './support/byte-server';
import { useSandbox } from './support/sandbox';
import { expectNoSecret, spellingsOf } from './support/secrets';
import { senderWith } from './support/sender';
import { useNodeRedHttp } from './support/transports';
import { WEBHOOK_CHATS } from './support/webhook-chats';

const sandbox = useSandbox();
const server = useByteServer();
const http = useNodeRedHttp();

const STATUSES = [200, 202, 302, 400, 401, 403, 404, 429, 500, 502];

/** How a proxy or an error page may tell a sender what it sent. */
const tales = (secret: string): string[] => [
  secret,
  `Cannot POST ${secret}`,
  `no route for ${secret}!`,
  `<html><body><h1>Not found</h1><pre>POST ${secret} HTTP/1.1</pre></body></html>`,
  `<a href="${secret}">here</a>`,
  JSON.stringify({ error: { code: 'BadRequest', message: `unknown ${secret}` } }),
  JSON.stringify({ id: 'api.error', message: secret, status_code: 400 }),
  JSON.stringify({ errcode: 310001, errmsg: `unknown ${secret}` }),
  JSON.stringify({ ok: false, error: secret }),
  `{"errcode":300001,"errmsg":"${secret}`,
];

describe.each(WEBHOOK_CHATS)('$name by webhook', (chat) => {
  const { facts, webhook, platform } = chat;
  const here = (): Credential => {
    const open = sandbox.open(chat.id);
    return facts.credential({ ...open, url: open.url.replace(sandbox.url, server.origin) });
  };
  /** Also what signs a request, if anything does. */
  const secretsOf = (credential: Credential): string[] => {
    const { url } = platform.authenticate(webhook.post({}), credential, Date.now());
    return spellingsOf({ ...credential, url }, facts.open);
  };

  it('tells none of them, whoever repeats them', async () => {
    const credential = here();
    const secrets = secretsOf(credential);
    expect(secrets.length).toBeGreaterThan(2);
    const sender = senderWith(chat, credential, http);
    for (const secret of secrets) {
      for (const body of tales(secret)) {
        for (const status of STATUSES) {
          const headers = { 'retry-after': secret, location: secret };
          expectNoSecret(webhook.outcome({ status, headers, body }, 0), secrets);
        }
      }
      server.answer((socket) => socket.end(written(404, `Cannot POST ${secret}`)));
      await sender.alert(stateOf());
    }
  });

  it('tells none of them where the transport does', () => {
    const secrets = spellingsOf(here(), facts.open);
    for (const secret of secrets) {
      for (const failed of ['not-sent', 'answer-lost'] as const) {
        const code = `connect to ${secret} failed`;
        expectNoSecret(webhook.outcome({ failed, code }, 0), secrets);
      }
    }
  });

  it('tells none of them where the credential is wrong', () => {
    const credential = here();
    const secrets = spellingsOf(credential, facts.open);
    const spoiled = Object.entries(credential).flatMap(([name, value]) =>
      [`x${value}`, `${value} `, value.slice(1), value.replace('http', 'ftp'), `${value}/x?y`].map(
        (wrong) => ({ ...credential, [name]: wrong }),
      ),
    );
    for (const wrong of spoiled) {
      expectNoSecret(webhook.checkCredential(wrong) ?? '', secrets);
    }
  });

  it('tells none of them to anybody but the chat', async () => {
    const credential = here();
    const secrets = spellingsOf(credential, facts.open);
    const request = webhook.post({ text: 'Hello' });
    expectNoSecret(request, secrets);
    const { url, ...rest } = platform.authenticate(request, credential, Date.now());
    expect(new URL(url).origin).toBe(server.origin);
    expectNoSecret(rest.body ?? '', secrets);
  });

  it('throws nothing at an address that is none', () => {
    const request = webhook.post({ text: 'Hello' });
    for (const url of ['', ' ', 'nowhere', 'http://', 'https://[', 'http://a b/']) {
      const credential = facts.credential({ ...sandbox.open(chat.id), url });
      expect(platform.authenticate(request, credential, 0).url).toBe(url.trim());
    }
  });
});
