import { describe, expect, it } from '@jest/globals';
import { applyEvent } from '../../core/alert/apply-event';
import type { AlertEvent, EventType } from '../../core/alert/event';
import { deliverAlert } from '../../core/delivery/deliver';
import { DEFAULT_EVENTS } from '../../core/filter/events';
import { compileDecision } from '../../core/filter/own-decision';
import { listOnCallPlatforms, sampleEvents } from '../../core/oncall/index';
import { quickClock } from './support/quick-clock';
import { useSandbox } from './support/sandbox';
import { senderTo } from './support/sender';
import { useNodeRedHttp } from './support/transports';
import { WEBHOOK_CHATS } from './support/webhook-chats';

const CHOSEN: readonly EventType[] = ['created', 'escalated', 'assigned', 'accepted', 'resolved'];

const sandbox = useSandbox();
const http = useNodeRedHttp();
const now = Date.UTC(2026, 2, 1, 2, 12);

/** The events of one kind among those a platform shows, each with the story up to it. */
const told = (platform: string, type: EventType) => {
  const events = sampleEvents(platform);
  return events.flatMap((event, index) => {
    if (event.type !== type) return [];
    const state = events
      .slice(0, index + 1)
      .reduce<ReturnType<typeof applyEvent>['state'] | undefined>(
        (known, each) => applyEvent(known, each).state,
        undefined,
      );
    return state ? [{ event, state }] : [];
  });
};

const CASES = WEBHOOK_CHATS.flatMap((chat) =>
  listOnCallPlatforms().flatMap(({ id: platform, name: oncall }) =>
    CHOSEN.map((type) => ({ chat, name: chat.name, platform, oncall, type })),
  ),
);

describe.each(CASES)('$type of $oncall in $name', ({ chat, platform, type }) => {
  const [sample] = told(platform, type);
  const others = CHOSEN.filter((other) => other !== type);

  const publish = (event: AlertEvent, events?: readonly EventType[]) => {
    const { http: authenticated } = senderTo(chat, sandbox.open(chat.id), http);
    const decision = compileDecision(events ? { events } : {})(event, undefined, now);
    const place = { chat: chat.id, transport: 'webhook', http: authenticated };
    const { clock } = quickClock();
    return deliverAlert({ ...place, clock, decision, state: sample.state });
  };

  it('is published unless somebody chooses otherwise', async () => {
    expect(DEFAULT_EVENTS).toContain(type);
    expect(await publish(sample.event)).toMatchObject({ receipt: 'posted' });
    expect(await sandbox.messages()).toHaveLength(1);
  });

  it('is published where it alone is chosen', async () => {
    expect(await publish(sample.event, [type])).toMatchObject({ receipt: 'posted' });
    expect(await sandbox.messages()).toHaveLength(1);
  });

  it('is not published where only others are chosen', async () => {
    expect(await publish(sample.event, others)).toMatchObject({ receipt: 'skipped', attempts: 0 });
    expect(await sandbox.messages()).toEqual([]);
  });
});

describe.each(listOnCallPlatforms())('$name', ({ id }) => {
  it('tells an assignment by hand from one that nobody made', () => {
    const byHand = told(id, 'assigned').filter(({ event }) => !event.automatic);
    expect(byHand.length).toBeGreaterThan(0);
    expect(byHand[0].event.assignees.length).toBeGreaterThan(0);
  });
});
