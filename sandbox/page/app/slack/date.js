// https://docs.slack.dev/messaging/formatting-message-text#date-formatting
const DATE_LONG = { weekday: 'long', year: 'numeric', month: 'long', day: 'numeric' };
const TIME = { hour: 'numeric', minute: '2-digit' };

const TOKENS = {
  date_num: (date) => date.toLocaleDateString('sv'),
  date: (date) => day(date, { year: 'numeric', month: 'long', day: 'numeric' }),
  date_short: (date) => day(date, { year: 'numeric', month: 'short', day: 'numeric' }),
  date_long: (date) => day(date, DATE_LONG),
  time: (date) => date.toLocaleTimeString('en', TIME),
  time_secs: (date) => date.toLocaleTimeString('en', { ...TIME, second: '2-digit' }),
  ago: (date) => ago((Date.now() - date) / 60_000),
};

export function formatDate({ seconds, format, fallback }) {
  const date = new Date(seconds * 1000);
  if (Number.isNaN(date.getTime())) return fallback;
  return format.replace(/\{(\w+)\}/g, (whole, token) => {
    const pretty = token.endsWith('_pretty') && isToday(date);
    return pretty ? 'today' : (TOKENS[token.replace(/_pretty$/, '')]?.(date) ?? whole);
  });
}

function day(date, options) {
  return date.toLocaleDateString('en', options);
}

function isToday(date) {
  return date.toDateString() === new Date().toDateString();
}

function ago(minutes) {
  if (minutes < 1) return 'just now';
  return minutes < 60 ? `${Math.floor(minutes)} min ago` : `${Math.floor(minutes / 60)} h ago`;
}
