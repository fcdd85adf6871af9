import { get, post } from './api.js';
import { deliveryList } from './delivery-list.js';
import { h } from './dom.js';
import { nightPlayer } from './night-player.js';
import { onCallAlerts } from './oncall-alerts.js';
import { onCallKeys } from './oncall-keys.js';
import { refusalStrip } from './refusal-strip.js';
import { targetForm } from './target-form.js';

/** The pane of one on-call platform: its night, its events, its alerts, its target, its API and the answers. */
export function onCallPane({ id, title, events, apiEvents }, accounts) {
  const labels = new Map([...events, ...apiEvents].map(({ type, label }) => [type, label]));
  const target = targetForm(id);
  const night = nightPlayer(id, labels, target.ready);
  const deliveries = deliveryList(id, labels);
  const alerts = onCallAlerts(labels);
  const refusals = refusalStrip();
  const notice = h('p', { className: 'notice', role: 'status' });

  async function send(eventType) {
    notice.textContent = '';
    if (!target.ready()) return;
    await post(`/${id}/send`, { eventType }).catch(({ message }) => {
      notice.textContent = message;
    });
  }

  const eventButtons = events.map(({ type, label }) =>
    h('button', { type: 'button', title: type, onclick: () => send(type) }, label),
  );

  const element = h(
    'section',
    { className: 'panel oncall', 'aria-label': `On-call: ${title}` },
    h('div', { className: 'panel-head' }, h('h2', {}, `On call: ${title}`)),
    night.element,
    h('h3', {}, 'Or one event'),
    h('div', { className: 'chips' }, eventButtons),
    notice,
    alerts.element,
    refusals.element,
    target.element,
    onCallKeys(accounts),
    deliveries.element,
  );

  const ifMine = (show) => (news) => news.platform === id && show(news);

  return {
    title,
    element,
    ready: target.ready,
    load: async () => {
      target.show(await get(`/${id}/target`));
      night.show(await get(`/${id}/night`));
      for (const alert of await get(`/${id}/overview`)) alerts.show(alert);
    },
    showNight: ifMine(night.show),
    showTarget: ifMine(target.show),
    showAlert: ifMine(alerts.show),
    addDelivery: ifMine(deliveries.add),
    addRequest: ifMine((request) => {
      if (request.verdict !== 'accepted') refusals.add(request);
    }),
    clear: () => {
      for (const part of [alerts, refusals, deliveries]) part.clear();
    },
  };
}
