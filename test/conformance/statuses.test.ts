import { describe, expect, it } from '@jest/globals';
import type { HttpRequest } from '../../core/http/types';
import type { Http } from '../../core/ports';
import { useByteServer, written } from './support/byte-server';
import { createN8nHttp } from './support/n8n-http';
import { useNodeRedHttp } from './support/transports';
import { WEBHOOK_CHATS, type WebhookChat } from './support/webhook-chats';

const NOW = Date.UTC(2026, 2, 1, 2, 12);
const FINAL = Array.from({ length: 400 }, (_, index) => 200 + index);
/** Node's own client takes it for an answer: https://nodejs.org/api/http.html#event-upgrade */
const SWITCHING_PROTOCOLS = 101;
const INFORMATIONAL = Array.from({ length: 100 }, (_, index) => 100 + index);

const server = useByteServer();
const elsewhere = useByteServer();
const transports = [
  { through: "Node-RED's transport", http: useNodeRedHttp() },
  { through: "n8n's requests", http: createN8nHttp() },
];

const request = (): HttpRequest => ({
  method: 'POST',
  url: `${server.origin}/hook`,
  headers: { 'content-type': 'application/json' },
  body: '{}',
});

/** What a status means where the body says nothing. */
const ruleOf = (status: number, { id, facts }: WebhookChat) => {
  const { kind, statuses, body } = facts.success;
  if (statuses.includes(status) && body === '') return { kind };
  if (status === 429) return { kind: 'retry', problem: { code: 'delivery.rate_limited' } };
  if (status === 408 || status === 425 || status >= 500) {
    return { kind: 'retry', problem: { code: 'http.server_error' } };
  }
  if (status >= 300 && status < 400) {
    return { kind: 'rejected', problem: { code: 'http.redirected' } };
  }
  return { kind: 'rejected', problem: { code: expect.stringMatching(`^${id}\\.`) } };
};

describe.each(WEBHOOK_CHATS)('$name by webhook', (chat) => {
  const { webhook, facts } = chat;

  const outcomeOf = async (http: Http, bytes: string) => {
    server.answer((socket) => socket.end(bytes));
    return webhook.outcome(await http(request(), { timeoutMs: 20_000 }), NOW);
  };

  describe.each(transports)('through $through', ({ http }) => {
    it('reads every status without a body by the same rule', async () => {
      for (const status of FINAL) {
        const outcome = await outcomeOf(http, written(status));
        expect({ status, outcome }).toMatchObject({ status, outcome: ruleOf(status, chat) });
      }
    });

    it('never takes what only announces an answer for one', async () => {
      for (const status of INFORMATIONAL) {
        const { kind } = await outcomeOf(http, `HTTP/1.1 ${status} Status\r\n\r\n`);
        const final = status === SWITCHING_PROTOCOLS;
        expect([status, kind]).toEqual([
          status,
          final ? expect.stringMatching(/^(unknown|rejected)$/) : 'unknown',
        ]);
      }
    });

    it('reads the answer behind an early hint', async () => {
      const { kind, statuses, body } = facts.success;
      const answer = written(statuses[0], body);
      const outcome = await outcomeOf(http, `HTTP/1.1 103 Early Hints\r\n\r\n${answer}`);
      expect(outcome.kind).toBe(kind);
    });

    it('follows no redirect', async () => {
      const { statuses, body } = facts.success;
      elsewhere.answer((socket) => socket.end(written(statuses[0], body)));
      for (const status of [300, 301, 302, 303, 307, 308]) {
        const location = `Location: ${elsewhere.origin}/hook`;
        const outcome = await outcomeOf(http, written(status, body, [location]));
        expect(outcome).toMatchObject({ kind: 'rejected' });
      }
      expect(elsewhere.requests).toBe(0);
      expect(server.requests).toBe(6);
    });
  });

  it("takes its success for success only where the status is the platform's", async () => {
    const { kind, statuses, body } = facts.success;
    for (const status of FINAL) {
      const outcome = await outcomeOf(transports[0].http, written(status, body));
      const taken = ['delivered', 'accepted'].includes(outcome.kind);
      expect({ status, taken }).toEqual({ status, taken: statuses.includes(status) });
      if (taken) expect(outcome.kind).toBe(kind);
    }
  });

  it('has an outcome for statuses that do not exist', () => {
    for (const status of [...INFORMATIONAL, -1, 0, 99, 600, 999, 1e9, Number.NaN]) {
      for (const body of ['', facts.success.body, '<html>', '{"ok":true}', '\u0000']) {
        const { kind } = webhook.outcome({ status, headers: {}, body }, NOW);
        expect({ status, kind }).toEqual({
          status,
          kind: expect.stringMatching(/^re(jected|try)$/),
        });
      }
    }
  });
});
