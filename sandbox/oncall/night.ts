import { setTimeout as wait } from 'node:timers/promises';
import type { Desk } from '../server/desk';
import { Problem } from '../server/problem';
import type { Pane } from './pane';
import type { Remembered, Rules, Scene } from './rules';

const MINUTE_MS = 60_000;

export interface NightStep extends Scene {
  /** `skipped` when somebody else had done it already, or made it needless. */
  state: 'waiting' | 'sending' | 'answered' | 'failed' | 'skipped';
}

export interface NightView {
  platform: string;
  state: 'idle' | 'playing' | 'done' | 'stopped';
  speed: number;
  alertId: string | null;
  /** Why the night was stopped, unless somebody asked for it. */
  reason: string | null;
  steps: NightStep[];
}

/** *Play a bad night*: one alert from created to resolved, faster than life. */
export class Night<Alert extends Remembered = Remembered> {
  readonly #desk: Desk;
  readonly #pane: Pane<Alert>;
  readonly #rules: Rules<Alert>;
  #view: NightView;
  #stop = new AbortController();

  constructor(desk: Desk, pane: Pane<Alert>, rules: Rules<Alert>) {
    this.#desk = desk;
    this.#pane = pane;
    this.#rules = rules;
    this.#view = { ...freshNight(rules, 1), state: 'idle' };
  }

  view(): NightView {
    return this.#view;
  }

  /** Starts to play; the promise is fulfilled when the night is over or was stopped. */
  play(speed: number): { finished: Promise<NightView> } {
    this.#pane.requireTarget();
    if (this.#view.state === 'playing') {
      throw new Problem(409, 'already_playing', 'A night is being played; stop it first.');
    }
    this.#stop = new AbortController();
    this.#update(freshNight(this.#rules, speed));
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
    this.#update({ ...freshNight(this.#rules, this.#view.speed), state: 'idle' });
  }

  async #run(stop: AbortSignal): Promise<NightView> {
    const signal = AbortSignal.any([stop, this.#desk.closing]);
    // The story ends now, at whatever speed it is told: no event lies in the future.
    const lengthMs = (this.#view.steps.at(-1)?.minute ?? 0) * MINUTE_MS;
    const start = this.#desk.now() + lengthMs / this.#view.speed - lengthMs;
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
    if (!this.#isDue(step)) {
      this.#mark(step, 'skipped');
      return;
    }
    this.#mark(step, 'sending');
    const delivery = await this.#pane.send(step.eventType, this.#view.alertId ?? undefined, at);
    if (signal.aborted) return;
    this.#view.alertId = delivery.alertId;
    this.#mark(step, delivery.ok ? 'answered' : 'failed');
  }

  #isDue({ eventType }: NightStep): boolean {
    this.#pane.settle();
    const alert = this.#view.alertId === null ? undefined : this.#pane.find(this.#view.alertId);
    return !alert || this.#rules.isDue(alert, eventType);
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

function freshNight(
  { id, night }: Pick<Rules<Remembered>, 'id' | 'night'>,
  speed: number,
): NightView {
  const steps = night.map((scene) => ({ ...scene, state: 'waiting' as const }));
  return { platform: id, state: 'playing', speed, alertId: null, reason: null, steps };
}
