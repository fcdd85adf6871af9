import { type RateRule, type RateSettings, RateWindow } from '../../judging/rate-window';
import type { ApiObjection } from './refusal';

const rates = {
  /** https://open.dingtalk.com/document/development/how-to-process-api-throttling-on-the-dingtalk-server */
  calls: { words: 'twenty a second', places: 20, milliseconds: 1000 },
  /** How many it may be, nobody says; so many a custom robot may send. */
  messages: { words: 'twenty a minute', places: 20, milliseconds: 60_000 },
} satisfies Record<string, RateRule>;

export interface Pace {
  /** Takes a place for a call of an app to one address, or says why there is none. */
  call(app: string, address: string): ApiObjection | undefined;
  /** Takes a place for a message to a group or a person. */
  message(app: string, channel: string): ApiObjection | undefined;
  clear(): void;
}

export function openPace(settings: RateSettings): Pace {
  const calls = new RateWindow(rates.calls, settings);
  const messages = new RateWindow(rates.messages, settings);
  return {
    call: (app, address) => objection(calls.enter(`${address} of ${app}`)),
    message: (app, channel) => {
      const tooMany = objection(messages.enter(`${channel} of ${app}`));
      return tooMany && { ...tooMany, answered: 'send.too.fast' };
    },
    clear: () => {
      calls.clear();
      messages.clear();
    },
  };
}

function objection(tooMany: ReturnType<RateWindow['enter']>): ApiObjection | undefined {
  return tooMany && { code: tooMany.code, reason: tooMany.reason };
}
