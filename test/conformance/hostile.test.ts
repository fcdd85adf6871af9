import { describe, expect, it } from '@jest/globals';
import { stateOf } from '../core/card/alerts';
import { HOSTILE } from '../core/chat/hostile-text';
import { useSandbox } from './support/sandbox';
import { senderTo } from './support/sender';
import { useNodeRedHttp } from './support/transports';
import { WEBHOOK_CHATS } from './support/webhook-chats';

const sandbox = useSandbox();
const http = useNodeRedHttp();

describe.each(WEBHOOK_CHATS)('$name by webhook', (chat) => {
  const sender = () => senderTo(chat, sandbox.open(chat.id), http);

  it.each(Object.entries(HOSTILE))('takes %s and pings nobody', async (_, text) => {
    const alert = { title: text, description: text, labels: { [text]: text }, url: text };
    const { receipt } = await sender().alert(stateOf({ origin: { name: text }, alert }));
    expect(receipt).toMatchObject({ receipt: 'posted', pings: [] });
    expect((await sandbox.messages()).flatMap(({ pings }) => pings)).toEqual([]);
  });
});
