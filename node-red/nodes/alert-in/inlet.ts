import type { Node, NodeAPI } from 'node-red';
import {
  type AlertEvent,
  type InboundRequest,
  receiveAlertWebhook,
  type SharedSecret,
  testEvent,
} from '../../../core/index';
import { type Receiver, type Reply, refusal } from '../../host/endpoint/index';
import type { Journals, WhenUnavailable } from '../../host/journal/index';
import { Refusals } from '../../host/refusals';
import { show, timeOfDay } from '../../host/status';

export interface InletSettings {
  readonly platform: string;
  readonly shared: SharedSecret | undefined;
  readonly alertUrlPattern: string;
  readonly includeRaw: boolean;
  readonly whenStoreUnavailable: WhenUnavailable;
}

type Received = Extract<ReturnType<typeof receiveAlertWebhook>, { ok: true }>;

/** Takes webhooks in for one alert in node: verify, write down, answer, and only then send on. */
export class Inlet implements Receiver {
  readonly id: string;
  private readonly refusals: Refusals;

  constructor(
    private readonly RED: NodeAPI,
    private readonly node: Node,
    private readonly journals: Journals,
    private readonly settings: InletSettings,
  ) {
    this.id = node.id;
    this.refusals = new Refusals((sentence) => node.warn(sentence));
  }

  async receive(request: InboundRequest): Promise<Reply> {
    const { platform, shared, alertUrlPattern, includeRaw } = this.settings;
    const received = receiveAlertWebhook(platform, request, shared ? { shared } : {}, Date.now(), {
      includeRaw,
      ...(alertUrlPattern && { alertUrlPattern }),
    });
    if (!received.ok) return this.refuse(received.status, received.code, received.reason);
    for (const warning of received.warnings) this.node.warn(warning);
    return this.accept(received);
  }

  /** Hands an event to the flow. */
  send(event: AlertEvent, redelivered: boolean): void {
    this.node.send({
      topic: event.alert.id,
      payload: event,
      ...(redelivered && { redelivered: true }),
    });
  }

  sendTest(): void {
    this.send(testEvent(Date.now()), false);
    this.say('blue', 'dot', 'status.test');
  }

  private async accept({ events, warnings, status }: Received): Promise<Reply> {
    const fresh = await this.writeDown(events);
    if (!fresh) return STORE_CLOSED;
    for (const event of fresh) this.journals.send(this.id, event);
    const type = fresh.at(-1)?.type;
    if (warnings.length > 0) this.say('yellow', 'dot', 'status.unrecognised');
    else if (type) this.say('green', 'dot', 'status.received', { type });
    else if (events.length > 0) this.say('grey', 'dot', 'status.repeat');
    return { status, body: { accepted: fresh.length, ids: events.map(({ id }) => id) } };
  }

  /** Undefined when the events cannot be kept safe. */
  private async writeDown(events: readonly AlertEvent[]) {
    try {
      return await this.journals.accept(this.id, events, this.settings.whenStoreUnavailable);
    } catch {
      this.say('red', 'ring', 'status.noStore');
      this.refusals.note(this.text('warning.noStore'), Date.now());
      return undefined;
    }
  }

  private refuse(status: number, code: string, reason: string): Reply {
    this.say('yellow', 'ring', 'status.refused', { code });
    this.refusals.note(
      this.text('warning.refused', { status: String(status), reason }),
      Date.now(),
    );
    return refusal(status, code, reason);
  }

  private say(
    fill: 'green' | 'yellow' | 'grey' | 'blue' | 'red',
    shape: 'dot' | 'ring',
    key: string,
    values: Readonly<Record<string, string>> = {},
  ): void {
    show(this.node, fill, shape, this.text(key, { ...values, time: timeOfDay(Date.now()) }));
  }

  private text(key: string, values: Readonly<Record<string, string>> = {}): string {
    return this.RED._(key, values);
  }
}

const STORE_CLOSED = refusal(
  503,
  'not_stored',
  'The alert cannot be stored safely right now; send it again.',
  { 'retry-after': '30' },
);
