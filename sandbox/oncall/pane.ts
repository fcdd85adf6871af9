import type { Delivery } from '../journal/entries';
import type { Desk } from '../server/desk';
import { Problem } from '../server/problem';
import type { Actor } from './actor';
import { Letters } from './letters';
import { Outbox } from './outbox';
import type { AlertView, Happening, Note, Remembered, Rules } from './rules';
import { type Story, storyOf } from './stories';
import type { Subscription } from './subscription';

/** An alert as the page shows it. */
export interface ShownAlert extends AlertView {
  platform: string;
  id: string;
  title: string;
  comments: Note[];
  history: Happening[];
}

/** What became of a webhook; less where nobody was to be told. */
type Sent = Delivery | Pick<Delivery, 'eventType' | 'alertId' | 'ok' | 'status' | 'reason'>;

/** The on-call platform's memory, and the one who sends its webhooks. */
export class Pane<Alert extends Remembered = Remembered> {
  readonly alerts: Alert[] = [];
  /** Webhooks registered over the API. */
  readonly subscriptions: Subscription<Alert>[] = [];
  readonly #desk: Desk;
  readonly #rules: Rules<Alert>;
  readonly #outbox: Outbox;
  readonly #letters: Letters<Alert>;
  #stories = 0;

  constructor(desk: Desk, rules: Rules<Alert>) {
    this.#desk = desk;
    this.#rules = rules;
    this.#outbox = new Outbox(desk, rules.id, rules.manners);
    this.#letters = new Letters(desk.targets.of(rules.id), this.subscriptions);
  }

  /** Lets one event happen as somebody on the platform's pages would, and sends its webhooks. */
  async send(eventType: string, alertId?: string, at = this.#desk.now()): Promise<Sent> {
    this.requireTarget();
    this.settle();
    const alert = this.#alertFor(eventType, alertId, at);
    const by = this.#rules.happen(alert, eventType, at);
    this.tell(alert, eventType, by, { at });
    const delivery = await this.flush();
    const reason = 'Nobody asked to be told of it.';
    return delivery ?? { eventType, alertId: alert.id, ok: true, status: null, reason };
  }

  /** Keeps what happened to an alert, shows it, and puts its webhooks into the outbox. */
  tell(
    alert: Alert,
    eventType: string,
    by: Actor,
    { at = this.#desk.now(), detail, silent = false }: Told = {},
  ): void {
    alert.history.push({ at, eventType, by, ...(detail && { detail }) });
    if (!silent) {
      const body = structuredClone(this.#rules.bodyOf(alert, eventType, at, by));
      this.#outbox.put(this.#letters.about(alert, eventType, body));
    }
    this.announce(alert);
  }

  /** Sends what is in the outbox; fulfilled once all of it was sent. */
  flush(): Promise<Delivery | undefined> {
    return this.#outbox.send();
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
    if (this.subscriptions.length === 0) this.#desk.targets.of(this.#rules.id).address();
  }

  find(alertId: string): Alert | undefined {
    return this.alerts.find(({ id }) => id === alertId);
  }

  remember(alert: Alert): void {
    this.alerts.push(alert);
  }

  /** Lets pass what time alone does. */
  settle(): void {
    for (const alert of this.alerts) {
      if (this.#rules.settle?.(alert, this.#desk.now())) this.announce(alert);
    }
  }

  overview(): ShownAlert[] {
    this.settle();
    return this.alerts.map((alert) => this.#shown(alert));
  }

  announce(alert: Alert): void {
    this.#desk.journal.announce('alert', this.#shown(alert));
  }

  /** What the next made-up alert is about. */
  nextStory(): Story {
    const story = storyOf(this.#stories);
    this.#stories += 1;
    return story;
  }

  clear(): void {
    this.alerts.length = 0;
    this.subscriptions.length = 0;
    this.#outbox.clear();
    this.#stories = 0;
  }

  #deliver(body: unknown, caption: Pick<Delivery, 'eventType' | 'alertId'>): Promise<Delivery> {
    return this.#outbox.deliver(this.#letters.toTarget(body as object, caption));
  }

  #shown(alert: Alert): ShownAlert {
    const { id, story, comments, history } = alert;
    const own = this.#rules.view(alert);
    return { platform: this.#rules.id, id, title: story.title, ...own, comments, history };
  }

  #alertFor(eventType: string, alertId: string | undefined, at: number): Alert {
    const known = alertId === undefined ? this.#meant(eventType) : this.#named(alertId);
    const alert = known ?? this.#rules.create(storyOf(this.#stories), at);
    const objection = this.#rules.objection(alert, eventType);
    if (objection) throw new Problem(409, 'wrong_state', objection);
    if (!known) {
      this.nextStory();
      this.remember(alert);
    }
    return alert;
  }

  #meant(eventType: string): Alert | undefined {
    if (eventType === this.#rules.events[0]?.type) return undefined;
    return this.alerts.findLast((alert) => this.#rules.isFor(alert, eventType));
  }

  #named(alertId: string): Alert {
    const alert = this.find(alertId);
    if (!alert) throw new Problem(404, 'unknown_alert', `There is no alert ${alertId}.`);
    return alert;
  }
}

interface Told {
  /** In ms; now unless told. */
  at?: number;
  detail?: Record<string, unknown>;
  /** Nobody is told by webhook. */
  silent?: boolean;
}
