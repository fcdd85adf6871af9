import type { OnCallPlatform } from '../platform';
import { eventRules, eventTypes } from './events';
import { Night } from './night';
import { Pane } from './pane';
import { ilertRouter } from './routes';

export const ilert: OnCallPlatform = {
  id: 'ilert',
  title: 'ilert',
  events: eventTypes.map((type) => ({ type, label: eventRules[type].label })),
  open: (desk) => {
    const pane = new Pane(desk);
    const night = new Night(desk, pane);
    const reset = () => {
      night.reset();
      pane.clear();
    };
    return { router: ilertRouter(desk, pane, night), reset };
  },
};
