import type { Delivery } from '../journal/entries';
import type { TargetSetting } from '../server/target';
import type { Letter } from './outbox';
import type { Remembered } from './rules';
import { type Subscription, shownUrl } from './subscription';

/** Writes a body once for everybody who is told: the target, and who registered a webhook. */
export class Letters<Alert extends Remembered> {
  readonly #target: TargetSetting;
  readonly #subscriptions: readonly Subscription<Alert>[];

  constructor(target: TargetSetting, subscriptions: readonly Subscription<Alert>[]) {
    this.#target = target;
    this.#subscriptions = subscriptions;
  }

  about(alert: Alert, eventType: string, content: object): Letter[] {
    const caption = { eventType, alertId: alert.id };
    const target = this.#target.isSet() ? [this.toTarget(content, caption)] : [];
    const wanting = this.#subscriptions.filter(({ wants }) => wants(alert, eventType));
    const registered = wanting.map(({ url, headers }) => ({
      ...letter(content, caption),
      url,
      headers,
      shownUrl: shownUrl(url),
    }));
    return [...target, ...registered];
  }

  /** Throws where no target is set. */
  toTarget(content: object, caption: Caption): Letter {
    const address = this.#target.address();
    return { ...letter(content, caption), ...address, shownUrl: address.url };
  }
}

type Caption = Pick<Delivery, 'eventType' | 'alertId'>;

const letter = (content: object, { eventType, alertId }: Caption) => ({
  eventType,
  alertId,
  content,
  body: JSON.stringify(content),
});
