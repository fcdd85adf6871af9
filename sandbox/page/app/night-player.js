import { post } from './api.js';
import { h } from './dom.js';

const STATES = {
  idle: '',
  playing: 'The night is being played.',
  done: 'The night is over; everybody may sleep.',
  stopped: 'Stopped.',
};

/** *Play a bad night*: the button, the speed and how far the night is. */
export function nightPlayer(id, labels, ready) {
  const sliderId = `${id}-speed`;
  const speedText = h('output', { for: sliderId });
  const slider = h('input', { id: sliderId, type: 'range', min: '0', max: '3', step: '0.05' });
  const button = h('button', { type: 'button', className: 'primary', onclick: toggle });
  const steps = h('ol', { className: 'steps' });
  const notice = h('p', { className: 'notice', role: 'status' });
  let playing = false;
  let minutes = 30;

  slider.value = '2';
  slider.addEventListener('input', showSpeed);

  function speed() {
    return Math.round(10 ** Number(slider.value));
  }

  function showSpeed() {
    const seconds = (minutes * 60) / speed();
    const length = seconds < 90 ? `${Math.round(seconds)} s` : `${Math.round(seconds / 60)} min`;
    speedText.textContent = `${speed()}× · ${length}`;
    slider.setAttribute('aria-valuetext', `${speed()} times faster than life, ${length}`);
  }

  async function toggle() {
    notice.textContent = '';
    if (!ready()) return;
    const call = playing ? post(`/${id}/stop`) : post(`/${id}/play`, { speed: speed() });
    await call.then(show).catch(({ message }) => {
      notice.textContent = message;
    });
  }

  function show(night) {
    playing = night.state === 'playing';
    minutes = night.steps.at(-1).minute;
    showSpeed();
    button.textContent = playing ? 'Stop the night' : 'Play a bad night';
    button.classList.toggle('danger', playing);
    notice.textContent = night.reason ?? STATES[night.state];
    steps.replaceChildren(...night.steps.map(stepItem));
  }

  function stepItem({ minute, eventType, state }) {
    return h(
      'li',
      { className: `step ${state}` },
      h('span', { className: 'minute' }, `+${minute} min`),
      h('span', {}, labels.get(eventType)),
      h('span', { className: 'sr-only' }, `, ${state}`),
    );
  }

  showSpeed();
  const element = h(
    'div',
    { className: 'night' },
    button,
    h('div', { className: 'speed' }, h('label', { for: sliderId }, 'Speed'), slider, speedText),
    steps,
    notice,
  );
  return { element, show };
}
