import { describe, expect, it } from '@jest/globals';
import type { Receipt } from '../../core/delivery/receipt';
import { startSandbox } from '../../sandbox/index';
import { stateOf } from '../core/card/alerts';
import { type Behaviour, useByteServer, written } from './support/byte-server';
import { createN8nHttp } from './support/n8n-http';
import { useSandbox } from './support/sandbox';
import { senderTo } from './support/sender';
import { useNodeRedHttp } from './support/transports';
import { WEBHOOK_CHATS } from './support/webhook-chats';

const sandbox = useSandbox();
const server = useByteServer();
const transports = [
  { through: "Node-RED's transport", http: useNodeRedHttp() },
  { through: "n8n's requests", http: createN8nHttp() },
];

const ENDLESS_MS = 5;
/** Enough for the message to leave, also on a machine under load. */
const PATIENCE_MS = 1500;

/** How an answer can get lost after the message was sent. */
const LOST: readonly [how: string, behaviour: Behaviour][] = [
  ['the connection ends', (socket) => socket.end()],
  ['the connection is reset', (socket) => socket.resetAndDestroy()],
  ['it breaks off in the status', (socket) => socket.end('HTTP/1.1 20')],
  ['it breaks off in the headers', (socket) => socket.end('HTTP/1.1 200 OK\r\nX-Id: 1')],
  ['it is shorter than it says', (socket) => socket.end(head('Content-Length: 100', 'ok'))],
  [
    'its last chunk is missing',
    (socket) => socket.end(head('Transfer-Encoding: chunked', '2\r\nok')),
  ],
  ['it is no HTTP', (socket) => socket.end('220 mail.example ESMTP\r\n')],
  [
    'its header never fits',
    (socket) => socket.end(`HTTP/1.1 200 OK\r\nX-Id: ${'x'.repeat(200_000)}`),
  ],
];

/** How an answer can keep a sender waiting. */
const LATE: readonly [how: string, behaviour: Behaviour][] = [
  ['it never starts', () => {}],
  ['it stops after the headers', (socket) => socket.write(head('Content-Length: 2', ''))],
  [
    'it drips',
    (socket) => {
      socket.write(head('Content-Length: 1000000', 'o'));
      const drip = setInterval(() => socket.write('k'), ENDLESS_MS);
      socket.on('close', () => clearInterval(drip));
    },
  ],
];

const head = (header: string, body: string) => `HTTP/1.1 200 OK\r\n${header}\r\n\r\n${body}`;

describe.each(WEBHOOK_CHATS)('$name by webhook', (chat) => {
  describe.each(transports)('through $through', ({ http }) => {
    const sender = () => senderTo(chat, sandbox.open(chat.id), http);

    it('never posts twice where the answer was lost', async () => {
      await sandbox.fault({ kind: 'lost-answer' });
      const { receipt } = await sender().alert(stateOf());
      expect(receipt).toMatchObject({ receipt: 'unknown', attempts: 1 });
      expect(await sandbox.messages()).toHaveLength(1);
    });

    it('never posts twice where the connection broke before the message was taken', async () => {
      await sandbox.fault({ kind: 'reset' });
      const { receipt } = await sender().alert(stateOf());
      expect(receipt).toMatchObject({ receipt: 'unknown', attempts: 1 });
      expect(receipt.problem?.code).toBe('http.answer_lost');
      expect(await sandbox.messages()).toEqual([]);
    });

    const atServer = () => {
      const open = sandbox.open(chat.id);
      const url = open.url.replace(sandbox.url, server.origin);
      return senderTo(chat, { ...open, url }, http);
    };
    const expectNotDelivered = ({ receipt, reasons }: Receipt) => {
      const onlyAccepted = chat.facts.success.kind === 'accepted' && reasons.length === 1;
      expect(onlyAccepted ? 'unknown' : receipt).toMatch(/^(failed|unknown)$/);
    };

    it.each(LOST)('does not know what became of the message where %s', async (_, behaviour) => {
      server.answer(behaviour);
      const { receipt } = await atServer().alert(stateOf());
      expect(receipt).toMatchObject({ receipt: 'unknown', attempts: 1 });
      expect(receipt.problem?.code).toBe('http.answer_lost');
      expect(server.requests).toBe(1);
    });

    it.each(LATE)('waits no longer than it should where %s', async (_, behaviour) => {
      server.answer(behaviour);
      const { receipt } = await atServer().alert(stateOf(), { timeoutMs: PATIENCE_MS });
      expect(receipt).toMatchObject({ receipt: 'unknown', attempts: 1 });
      expect(receipt.problem?.code).toBe('http.timeout');
      expect(server.requests).toBe(1);
    });

    it('reads no gzip that is none', async () => {
      server.answer((socket) => socket.end(written(200, 'no gzip', ['Content-Encoding: gzip'])));
      const { receipt } = await atServer().alert(stateOf());
      expectNotDelivered(receipt);
      expect(server.requests).toBe(1);
    });

    it('is not impressed by ten megabytes', async () => {
      server.answer((socket) => socket.end(written(200, '<p>'.padEnd(10_000_000, 'x '))));
      const { receipt } = await atServer().alert(stateOf());
      expect(receipt).toMatchObject({ receipt: 'failed', attempts: 1 });
      expect(JSON.stringify(receipt).length).toBeLessThan(2000);
    });

    it('tries again where nobody listens, and says so', async () => {
      const gone = await startSandbox();
      await gone.close();
      const open = sandbox.open(chat.id);
      const url = open.url.replace(`:${sandbox.port}`, `:${gone.port}`);
      const { receipt } = await senderTo(chat, { ...open, url }, http).alert(stateOf());
      expect(receipt).toMatchObject({ receipt: 'failed', problem: { code: 'http.not_sent' } });
      expect(receipt.attempts).toBeGreaterThan(1);
    });
  });

  it('reads only the beginning of an endless answer on Node-RED', async () => {
    server.answer((socket) => {
      socket.write('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n');
      const chunk = `2710\r\n${'x'.repeat(0x2710)}\r\n`;
      const more = () => socket.writable && socket.write(chunk, () => setImmediate(more));
      more();
    });
    const url = `${server.origin}/hook`;
    const request = { method: 'POST', url, headers: {}, body: '{}' } as const;
    const answer = await transports[0].http(request, { timeoutMs: 20_000 });
    expect(answer).toMatchObject({ status: 200 });
    expect('body' in answer && answer.body.length).toBe(65_536);
  });
});
