import type { OnCallPlatform } from '../platform';
import { Night } from './night';
import { Pane } from './pane';
import { onCallRouter } from './routes';
import type { Remembered, Rules } from './rules';

/** A stand-in that remembers its alerts, sends their webhooks and plays a bad night. */
export const onCallStandIn = <Alert extends Remembered>(rules: Rules<Alert>): OnCallPlatform => ({
  id: rules.id,
  title: rules.title,
  events: rules.events,
  open: (desk) => {
    const pane = new Pane(desk, rules);
    const night = new Night(desk, pane, rules);
    const reset = () => {
      night.reset();
      pane.clear();
    };
    return { router: onCallRouter(desk, rules, pane, night), reset };
  },
});
