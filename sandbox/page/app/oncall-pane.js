import { get, post } from './api.js';
import { deliveryList } from './delivery-list.js';
import { h } from './dom.js';
import { nightPlayer } from './night-player.js';
import { targetForm } from './target-form.js';

/** The pane of one on-call platform: its night, its events, its target and the answers. */
export function onCallPane({ id, title, events }) {
  const labels = new Map(events.map(({ type, label }) => [type, label]));
  const target = targetForm(id);
  const night = nightPlayer(id, labels, target.ready);
  const deliveries = deliveryList(id, labels);
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
    target.element,
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
    },
    showNight: ifMine(night.show),
    showTarget: ifMine(target.show),
    addDelivery: ifMine(deliveries.add),
    clear: deliveries.clear,
  };
}
