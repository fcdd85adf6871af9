import { describe, expect, it } from '@jest/globals';
import { startSandbox } from '../../sandbox/index';
import { stateOf } from '../core/card/alerts';
import { useSandbox } from './support/sandbox';
import { senderTo } from './support/sender';
import { fetchHttp, useNodeRedHttp } from './support/transports';
import { WEBHOOK_CHATS } from './support/webhook-chats';

const sandbox = useSandbox();
const transports = [
  { through: "Node-RED's transport", http: useNodeRedHttp() },
  { through: 'fetch', http: fetchHttp },
];

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
});
