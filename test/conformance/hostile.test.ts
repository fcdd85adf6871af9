import { describe, expect, it } from '@jest/globals';
import type { Receipt } from '../../core/delivery/receipt';
import type { Message } from '../../sandbox/index';
import { HOSTILE } from '../core/chat/hostile-text';
import { everywhere, FIELDS } from './support/hostile-alerts';
import { flawOf, namedHosts } from './support/link-rules';
import { linksIn, textsIn } from './support/links';
import { useSandbox } from './support/sandbox';
import { senderTo } from './support/sender';
import { useNodeRedHttp } from './support/transports';
import { WEBHOOK_CHATS } from './support/webhook-chats';

const TEXTS: readonly [name: string, text: string][] = [
  ...Object.entries(HOSTILE),
  ['a hundred thousand characters', 'Disk full. '.repeat(9091)],
];

/** Where a click would do something else than show a page of the alert's own host. */
const ADDRESSES = [
  'dtmd://dingtalkclient/sendMessage?content=resolve',
  'dingtalk://dingtalkclient/page/link?url=https%3A%2F%2Fevil.example',
  'dtmd:dingtalkclient/sendMessage?content=resolve',
  'mmaction://run?id=1',
  'slack://open?team=T012AB3CD',
  'msteams://teams.microsoft.com/l/chat/0/0',
  'javascript:alert(1)',
  'javascript://good.example/%0aalert(1)',
  'data:text/html,<script>alert(1)</script>',
  'file:///etc/passwd',
  'ftp://evil.example/',
  'mailto:ops@evil.example',
  'tel:110',
  '//evil.example/',
  'http:evil.example',
  'https:\\\\evil.example',
  'https://good.example@evil.example/',
  'https://good.example:443@evil.example/',
  'https://good.example\\@evil.example/',
  'https://',
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
  const { read, marksUp, commands } = chat.facts;
  const sender = () => senderTo(chat, sandbox.open(chat.id), http);

  const takes = (receipt: Receipt) => {
    expect(receipt).toMatchObject({ receipt: 'posted', attempts: 1, pings: [] });
    expect(receipt.size?.used).toBeLessThanOrEqual(receipt.size?.limit ?? 0);
  };

  /** What is wrong with a message the chat got, whatever the receipt says. */
  const flawsOf = ({ payload, pings }: Message, named: ReadonlySet<string>) => [
    ...pings.map((ping) => ({ ping })),
    ...textsIn(payload).flatMap((text) => (commands.test(text) ? [{ command: text }] : [])),
    ...linksIn(payload, read, marksUp).flatMap((link) => {
      const flaw = flawOf(link, named);
      return flaw === undefined ? [] : [{ flaw, ...link }];
    }),
  ];

  const isNotFooledBy = async (text: string) => {
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
  };

  it.each(ADDRESSES)('sends nobody to %s', async (address) => {
    await isNotFooledBy(address);
  });

  it.each(TEXTS)('is not fooled by %s in any field', async (_, text) => {
    await isNotFooledBy(text);
  });

  it.each(TEXTS)('is not fooled by %s in a plain message', async (_, text) => {
    const { receipt } = await sender().text(text);
    takes(receipt);
    const [message] = await sandbox.messages();
    expect(flawsOf(message, new Set())).toEqual([]);
  });
});
