import type { OnCallPlatform } from '../platform';
import type { OnCallApi } from './api';
import { Night } from './night';
import { Pane } from './pane';
import { onCallRouter } from './routes';
import type { Remembered, Rules } from './rules';

/** A stand-in that remembers its alerts, sends their webhooks, plays a bad night and has an API. */
export const onCallStandIn = <Alert extends Remembered>(
  rules: Rules<Alert>,
  api: OnCallApi<Alert>,
): OnCallPlatform => ({
  id: rules.id,
  title: rules.title,
  events: rules.events,
  apiEvents: rules.apiEvents ?? [],
  channelOf: api.channelOf,
  redact: api.redact,
  rateLimited: api.rateLimited,
  accounts: api.accounts,
  open: (settings) => {
    const { desk } = settings;
    const pane = new Pane(desk, rules);
    const night = new Night(desk, pane, rules);
    const { judge, behaviour, reset: resetApi } = api.open(pane, settings);
    const router = onCallRouter(desk, rules, pane, night).use('/behaviour', behaviour);
    const reset = () => {
      night.reset();
      pane.clear();
      resetApi();
    };
    return { router, judge, reset };
  },
});
