/** The shortcodes alert messages commonly use; others stay as they are typed. */
const EMOJI = {
  '+1': '👍', '-1': '👎', alarm_clock: '⏰', arrow_double_up: '⏫', arrow_down: '⬇️',
  arrow_forward: '▶️', arrow_heading_up: '⤴️', arrow_right: '➡️', arrow_up: '⬆️',
  arrow_up_small: '🔼', arrow_upper_right: '↗️', arrows_counterclockwise: '🔄', ballot_box_with_check: '☑️',
  bar_chart: '📊', bell: '🔔', black_circle: '⚫', boom: '💥', bulb: '💡',
  bust_in_silhouette: '👤', busts_in_silhouette: '👥', calendar: '📆', chart_with_downwards_trend: '📉',
  chart_with_upwards_trend: '📈', checkered_flag: '🏁', clipboard: '📋', construction: '🚧',
  exclamation: '❗', eyes: '👀', fire: '🔥', fire_engine: '🚒', gear: '⚙️',
  green_heart: '💚', hammer_and_wrench: '🛠️', heavy_check_mark: '✔️', hourglass: '⌛',
  hourglass_flowing_sand: '⏳', information_source: 'ℹ️', key: '🔑', large_blue_circle: '🔵',
  large_green_circle: '🟢', large_orange_circle: '🟠', large_purple_circle: '🟣', large_yellow_circle: '🟡',
  link: '🔗', lock: '🔒', mag: '🔍', mega: '📣', memo: '📝', moon: '🌔', mute: '🔇', no_bell: '🔕',
  no_entry: '⛔', ok: '🆗', ok_hand: '👌', pager: '📟', paperclip: '📎', person_raising_hand: '🙋',
  point_right: '👉', pushpin: '📌', question: '❓', red_circle: '🔴', repeat: '🔁', rocket: '🚀',
  rotating_light: '🚨', route: '🛣️', satellite: '🛰️', siren: '🚨', small_red_triangle: '🔺',
  sleeping: '😴', sos: '🆘', speech_balloon: '💬', stopwatch: '⏱️', tada: '🎉',
  telephone_receiver: '📞', thumbsup: '👍', thumbsdown: '👎', ticket: '🎫', timer_clock: '⏲️',
  warning: '⚠️', wave: '👋', white_check_mark: '✅', white_circle: '⚪', wrench: '🔧', x: '❌',
  zap: '⚡', zzz: '💤',
};

export function emojiFor(name) {
  return Object.hasOwn(EMOJI, name) ? EMOJI[name] : undefined;
}
