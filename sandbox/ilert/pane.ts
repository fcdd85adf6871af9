import type { Delivery } from '../journal/entries';
import type { Desk } from '../server/desk';
import { Problem } from '../server/problem';
import { createAlert, type FakeAlert } from './alert';
import { webhookBody } from './body';
import { post } from './deliver';
import { type EventType, eventRules } from './events';
import { stories } from './stories';

/** The on-call platform's memory, and the one who sends its webhooks. */
export class Pane {
  readonly alerts: FakeAlert[] = [];
  readonly #desk: Desk;
  #stories = 0;

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  /** Lets one event happen and sends its body. */
  async send(eventType: EventType, alertId?: string, at = this.#desk.now()): Promise<Delivery> {
    this.#desk.target.address();
    const alert = this.#alertFor(eventType, alertId, at);
    eventRules[eventType].apply(alert, at);
    return this.sendBody(webhookBody(alert, eventType, at));
  }

  /** Sends any body, as it is. */
  async sendBody(body: unknown): Promise<Delivery> {
    const answer = await post(this.#desk, JSON.stringify(body));
    const { eventType, id } = (body ?? {}) as { eventType?: unknown; id?: unknown };
    return this.#desk.journal.addDelivery({
      platform: 'ilert',
      eventType: typeof eventType === 'string' ? eventType : null,
      alertId: typeof id === 'string' ? id : null,
      body,
      ...answer,
    });
  }

  /** Sends an earlier body again, unchanged, as a retry does. */
  async resend(deliveryId: string): Promise<Delivery> {
    const delivery = this.#desk.journal.deliveries.find(({ id }) => id === deliveryId);
    if (!delivery) throw new Problem(404, 'unknown_delivery', `There is no ${deliveryId}.`);
    return this.sendBody(delivery.body);
  }

  clear(): void {
    this.alerts.length = 0;
    this.#stories = 0;
  }

  #alertFor(eventType: EventType, alertId: string | undefined, at: number): FakeAlert {
    if (alertId !== undefined) return this.#find(alertId, eventType);
    const open = this.alerts.findLast(({ status }) => status !== 'RESOLVED');
    return eventType === 'alert-created' || !open ? this.#create(at) : open;
  }

  #find(alertId: string, eventType: EventType): FakeAlert {
    const alert = this.alerts.find(({ id }) => id === alertId);
    if (!alert) throw new Problem(404, 'unknown_alert', `There is no alert ${alertId}.`);
    if (alert.status === 'RESOLVED' && eventType !== 'alert-comment-added') {
      const message = `Alert ${alertId} is resolved; ilert never opens it again.`;
      throw new Problem(409, 'alert_resolved', message);
    }
    return alert;
  }

  #create(at: number): FakeAlert {
    const story = stories[this.#stories % stories.length];
    if (!story) throw new Error('There are no stories.');
    this.#stories += 1;
    const alert = createAlert(story, at);
    this.alerts.push(alert);
    return alert;
  }
}
