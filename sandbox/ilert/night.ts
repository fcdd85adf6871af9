import { setTimeout as wait } from 'node:timers/promises';
import type { Desk } from '../server/desk';
import { Problem } from '../server/problem';
import type { EventType } from './events';
import type { Pane } from './pane';

const MINUTE_MS = 60_000;

const script: { minute: number; eventType: EventType }[] = [
  { minute: 0, eventType: 'alert-created' },
  { minute: 5, eventType: 'alert-auto-escalated' },
  { minute: 10, eventType: 'alert-auto-escalated' },
  { minute: 12, eventType: 'alert-acknowledged' },
  { minute: 16, eventType: 'alert-comment-added' },
  { minute: 30, eventType: 'alert-resolved' },
];

const LENGTH_MS = 30 * MINUTE_MS;

export interface NightStep {
  minute: number;
  eventType: EventType;
  state: 'waiting' | 'sending' | 'answered' | 'failed';
}

export interface NightView {
  state: 'idle' | 'playing' | 'done' | 'stopped';
  speed: number;
  alertId: string | null;
  /** Why the night was stopped, unless somebody asked for it. */
  reason: string | null;
  steps: NightStep[];
}

/** *Play a bad night*: one alert from created to resolved, faster than life. */
export class Night {
  readonly #desk: Desk;
  readonly #pane: Pane;
  #view: NightView = { ...freshNight(1), state: 'idle' };
  #stop = new AbortController();

  constructor(desk: Desk, pane: Pane) {
    this.#desk = desk;
    this.#pane = pane;
  }

  view(): NightView {
    return this.#view;
  }

  /** Starts to play; the promise is fulfilled when the night is over or was stopped. */
  play(speed: number): { finished: Promise<NightView> } {
    this.#desk.target.address();
    if (this.#view.state === 'playing') {
      throw new Problem(409, 'already_playing', 'A night is being played; stop it first.');
    }
    this.#stop = new AbortController();
    this.#update(freshNight(speed));
    const finished = this.#run(this.#stop.signal).catch((error: Error) => this.stop(error.message));
    return { finished };
  }

  stop(reason: string | null = null): NightView {
    this.#stop.abort();
    if (this.#view.state === 'playing') this.#update({ state: 'stopped', reason });
    return this.#view;
  }

  reset(): void {
    this.#stop.abort();
    this.#update({ ...freshNight(this.#view.speed), state: 'idle' });
  }

  async #run(stop: AbortSignal): Promise<NightView> {
    const signal = AbortSignal.any([stop, this.#desk.closing]);
    // The story ends now, at whatever speed it is told: no event lies in the future.
    const start = this.#desk.now() + LENGTH_MS / this.#view.speed - LENGTH_MS;
    let minute = 0;
    for (const step of this.#view.steps) {
      await this.#pause(step.minute - minute, signal);
      if (!signal.aborted) await this.#play(step, start + step.minute * MINUTE_MS, signal);
      if (signal.aborted) return this.#view;
      minute = step.minute;
    }
    return this.#update({ state: 'done' });
  }

  async #play(step: NightStep, at: number, signal: AbortSignal): Promise<void> {
    this.#mark(step, 'sending');
    const delivery = await this.#pane.send(step.eventType, this.#view.alertId ?? undefined, at);
    if (signal.aborted) return;
    this.#view.alertId = delivery.alertId;
    this.#mark(step, delivery.ok ? 'answered' : 'failed');
  }

  async #pause(minutes: number, signal: AbortSignal): Promise<void> {
    const ms = (minutes * MINUTE_MS) / this.#view.speed;
    await wait(ms, undefined, { signal }).catch(() => {});
  }

  #mark(step: NightStep, state: NightStep['state']): void {
    step.state = state;
    this.#update({});
  }

  #update(change: Partial<NightView>): NightView {
    this.#view = { ...this.#view, ...change };
    this.#desk.journal.announce('night', this.#view);
    return this.#view;
  }
}

function freshNight(speed: number): NightView {
  const steps = script.map((step) => ({ ...step, state: 'waiting' as const }));
  return { state: 'playing', speed, alertId: null, reason: null, steps };
}
