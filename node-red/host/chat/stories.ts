import { type AlertEvent, type AlertState, applyEvent } from '../../../core/index';

/** Alerts a sender remembers; beyond that the ones not heard of for the longest time go. */
const MOST = 500;

/** What happened so far to each alert, so that a later message can tell the whole story. */
export class Stories {
  private readonly byAlert = new Map<string, AlertState>();

  tell(event: AlertEvent): AlertState {
    const key = JSON.stringify([event.platform, event.account, event.alert.id]);
    const { state } = applyEvent(this.byAlert.get(key), event);
    this.byAlert.delete(key);
    this.byAlert.set(key, state);
    const [oldest] = this.byAlert.keys();
    if (this.byAlert.size > MOST && oldest !== undefined) this.byAlert.delete(oldest);
    return state;
  }
}
