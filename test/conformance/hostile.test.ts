import { describe, expect, it } from '@jest/globals';
import type { Receipt } from '../../core/delivery/receipt';
import type { Message } from '../../sandbox/index';
import { HOSTILE } from '../core/chat/hostile-text';
import { everywhere, FIELDS } from './support/hostile-alerts';
import { flawOf, namedHosts } from './support/link-rules';
import { linksIn } from './support/links';
import { useSandbox } from './support/sandbox';
import { senderTo } from './support/sender';
import { useNodeRedHttp } from './support/transports';
import { WEBHOOK_CHATS } from './support/webhook-chats';

const TEXTS: readonly [name: string, text: string][] = [
  ...Object.entries(HOSTILE),
  ['a hundred thousand characters', 'Disk full. '.repeat(9091)],
];

const placesOf = (text: string) => [
  ...Object.entries(FIELDS).map(([field, spoil]) => ({
    field,
    state: spoil(text),
    layout: 'full' as const,
  })),
  ...(['full', 'compact'] as const).map((layout) => ({
    field: `everywhere, ${layout}`,
    state: everywhere(text),
    layout,
  })),
];

const sandbox = useSandbox();
const http = useNodeRedHttp();

describe.each(WEBHOOK_CHATS)('$name by webhook', (chat) => {
  const { read, marksUp } = chat.facts;
  const sender = () => senderTo(chat, sandbox.open(chat.id), http);

  const takes = (receipt: Receipt) => {
    expect(receipt).toMatchObject({ receipt: 'posted', attempts: 1, pings: [] });
    expect(receipt.size?.used).toBeLessThanOrEqual(receipt.size?.limit ?? 0);
  };

  /** What is wrong with a message the chat got, whatever the receipt says. */
  const flawsOf = ({ payload, pings }: Message, named: ReadonlySet<string>) => [
    ...pings.map((ping) => ({ ping })),
    ...linksIn(payload, read, marksUp).flatMap((link) => {
      const flaw = flawOf(link, named);
      return flaw === undefined ? [] : [{ flaw, ...link }];
    }),
  ];

  it.each(TEXTS)('is not fooled by %s in any field', async (_, text) => {
    const places = placesOf(text);
    for (const { state, layout } of places) {
      const { receipt } = await sender().alert(state, { options: { layout } });
      takes(receipt);
    }
    const messages = await sandbox.messages();
    expect(messages).toHaveLength(places.length);
    const flaws = places.flatMap(({ field, state }, index) =>
      flawsOf(messages[index], namedHosts(state.latest.alert)).map((flaw) => ({ field, ...flaw })),
    );
    expect(flaws).toEqual([]);
  });

  it.each(TEXTS)('is not fooled by %s in a plain message', async (_, text) => {
    const { receipt } = await sender().text(text);
    takes(receipt);
    const [message] = await sandbox.messages();
    expect(flawsOf(message, new Set())).toEqual([]);
  });
});
