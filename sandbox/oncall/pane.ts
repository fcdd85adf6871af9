import type { Delivery } from '../journal/entries';
import type { Desk } from '../server/desk';
import { Problem } from '../server/problem';
import { post } from './deliver';
import type { Remembered, Rules } from './rules';
import { storyOf } from './stories';

interface Caption {
  eventType: string | null;
  alertId: string | null;
}

/** The on-call platform's memory, and the one who sends its webhooks. */
export class Pane<Alert extends Remembered = Remembered> {
  readonly alerts: Alert[] = [];
  readonly #desk: Desk;
  readonly #rules: Rules<Alert>;
  #stories = 0;

  constructor(desk: Desk, rules: Rules<Alert>) {
    this.#desk = desk;
    this.#rules = rules;
  }

  /** Lets one event happen and sends its body. */
  async send(eventType: string, alertId?: string, at = this.#desk.now()): Promise<Delivery> {
    this.requireTarget();
    const alert = this.#alertFor(eventType, alertId, at);
    const body = this.#rules.happen(alert, eventType, at);
    return this.#deliver(body, { eventType, alertId: alert.id });
  }

  /** Sends any body, as it is. */
  async sendBody(body: unknown): Promise<Delivery> {
    const { eventType, alertId } = this.#rules.caption((body ?? {}) as Record<string, unknown>);
    return this.#deliver(body, {
      eventType: typeof eventType === 'string' ? eventType : null,
      alertId: typeof alertId === 'string' ? alertId : null,
    });
  }

  /** Sends an earlier body again, unchanged, as a retry does. */
  async resend(deliveryId: string): Promise<Delivery> {
    const delivery = this.#desk.journal.deliveries.find(({ id }) => id === deliveryId);
    if (!delivery) throw new Problem(404, 'unknown_delivery', `There is no ${deliveryId}.`);
    return this.#deliver(delivery.body, delivery);
  }

  /** Throws where nobody has said where to send. */
  requireTarget(): void {
    this.#desk.targets.of(this.#rules.id).address();
  }

  clear(): void {
    this.alerts.length = 0;
    this.#stories = 0;
  }

  async #deliver(body: unknown, { eventType, alertId }: Caption): Promise<Delivery> {
    const { id: platform, manners } = this.#rules;
    const parcel = { platform, eventType, body: JSON.stringify(body) };
    const answer = await post(this.#desk, manners, parcel);
    return this.#desk.journal.addDelivery({ platform, eventType, alertId, body, ...answer });
  }

  #alertFor(eventType: string, alertId: string | undefined, at: number): Alert {
    const known = alertId === undefined ? this.#meant(eventType) : this.#find(alertId);
    const alert = known ?? this.#rules.create(storyOf(this.#stories), at);
    const objection = this.#rules.objection(alert, eventType);
    if (objection) throw new Problem(409, 'wrong_state', objection);
    if (!known) this.#remember(alert);
    return alert;
  }

  #meant(eventType: string): Alert | undefined {
    if (this.#creates(eventType)) return undefined;
    return this.alerts.findLast((alert) => this.#rules.isFor(alert, eventType));
  }

  #creates(eventType: string): boolean {
    return eventType === this.#rules.events[0]?.type;
  }

  #find(alertId: string): Alert {
    const alert = this.alerts.find(({ id }) => id === alertId);
    if (!alert) throw new Problem(404, 'unknown_alert', `There is no alert ${alertId}.`);
    return alert;
  }

  #remember(alert: Alert): void {
    this.#stories += 1;
    this.alerts.push(alert);
  }
}
