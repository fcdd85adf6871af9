import { describe, expect, it } from '@jest/globals';
import { applyEvent } from '../../core/alert/apply-event';
import { EVENT_TYPES } from '../../core/alert/event';
import type { AlertState } from '../../core/alert/state';
import { listOnCallPlatforms, sampleEvents } from '../../core/oncall/index';
import { stateOf } from '../core/card/alerts';
import { useSandbox } from './support/sandbox';
import { senderTo } from './support/sender';
import { useNodeRedHttp } from './support/transports';
import { WEBHOOK_CHATS } from './support/webhook-chats';

const LANGUAGES = ['en', 'de', 'zh-CN'];
const LAYOUTS = ['full', 'compact'] as const;

const sandbox = useSandbox();
const http = useNodeRedHttp();

/** An alert after each of the events its platform shows as samples. */
const statesOf = (platform: string): AlertState[] => {
  const states: AlertState[] = [];
  for (const event of sampleEvents(platform)) {
    states.push(applyEvent(states.at(-1), event).state);
  }
  return states;
};

describe.each(WEBHOOK_CHATS)('$name by webhook', (chat) => {
  const sender = () => senderTo(chat, sandbox.open(chat.id), http);

  it.each(listOnCallPlatforms().map(({ name, id }) => ({ name, id })))(
    'takes a whole night of $name in every layout and language, and pings nobody',
    async ({ id }) => {
      const states = statesOf(id);
      expect(states.length).toBeGreaterThan(4);
      for (const language of LANGUAGES) {
        for (const layout of LAYOUTS) {
          for (const state of states) {
            const { receipt } = await sender().alert(state, { options: { language, layout } });
            expect(receipt).toMatchObject({ receipt: 'posted', attempts: 1, pings: [] });
          }
        }
      }
      const messages = await sandbox.messages();
      expect(messages).toHaveLength(states.length * LANGUAGES.length * LAYOUTS.length);
      expect(messages.flatMap(({ pings }) => pings)).toEqual([]);
    },
  );

  it('takes every kind of event in every layout and language', async () => {
    for (const type of EVENT_TYPES) {
      for (const language of LANGUAGES) {
        for (const layout of LAYOUTS) {
          const { receipt } = await sender().alert(stateOf({ type }), {
            options: { language, layout },
          });
          expect({ type, receipt }).toMatchObject({ type, receipt: { receipt: 'posted' } });
        }
      }
    }
    const expected = EVENT_TYPES.length * LANGUAGES.length * LAYOUTS.length;
    expect(await sandbox.messages()).toHaveLength(expected);
  });

  it('shows what the alert is about', async () => {
    const title = 'Checkout answers slowly';
    await sender().alert(stateOf({ alert: { title } }));
    const [message] = await sandbox.messages();
    expect(message?.text).toContain(title);
    expect(JSON.stringify(message?.payload)).toContain(title);
  });

  it('takes an alert that is too large for it, and says what is missing', async () => {
    const many = Array.from({ length: 1000 }, (_, index) => [`key-${index}`, '"&<'.repeat(100)]);
    const alert = { description: '<&>'.repeat(1e6), labels: Object.fromEntries(many) };
    const { receipt } = await sender().alert(stateOf({ alert }));
    expect(receipt.receipt).toBe('posted');
    expect(receipt.dropped.length).toBeGreaterThan(0);
    expect(receipt.size?.used).toBeLessThanOrEqual(receipt.size?.limit ?? 0);
    expect(await sandbox.messages()).toHaveLength(1);
  });

  it('pings whom the receipt names, where somebody has to act', async () => {
    const options = { mentions: [chat.facts.mention] };
    const { receipt } = await sender().alert(stateOf(), { options });
    expect(receipt.pings).toEqual([chat.facts.mention]);
    expect((await sandbox.messages()).map(({ pings }) => pings.length)).toEqual([1]);
  });

  it('pings nobody where all is done, or where it has to be silent', async () => {
    const options = { mentions: [chat.facts.mention] };
    const resolved = stateOf({ type: 'resolved', alert: { status: 'resolved' } });
    expect((await sender().alert(resolved, { options })).receipt.pings).toEqual([]);
    const silent = { options: { ...options, silent: true } };
    expect((await sender().alert(stateOf(), silent)).receipt.pings).toEqual([]);
    expect((await sandbox.messages()).map(({ pings }) => pings)).toEqual([[], []]);
  });

  it('takes a plain message', async () => {
    const { receipt } = await sender().text('Deploy <done> @here', {});
    expect(receipt).toMatchObject({ receipt: 'posted', pings: [] });
    const [message] = await sandbox.messages();
    expect(message).toMatchObject({ pings: [] });
    expect(message?.text).toContain('Deploy');
  });

  it('says what is known of a message that was taken', async () => {
    const { receipt } = await sender().alert(stateOf());
    const sure = chat.facts.success.kind === 'delivered';
    expect(receipt.reasons).toHaveLength(sure ? 0 : 1);
  });
});
