import type { AlertCard } from '../alert/card';
import type { Severity } from '../alert/event';

/** How a card stands out at a glance: told apart by shape as well as by colour. */
export interface Look {
  readonly emoji: string;
  /** #rrggbb */
  readonly color: string;
}

const OPEN: Readonly<Record<Severity, Look>> = {
  critical: { emoji: '🔴', color: '#d92d20' },
  high: { emoji: '🟠', color: '#f26b1d' },
  warning: { emoji: '🟡', color: '#eab308' },
  info: { emoji: '🔵', color: '#5b8def' },
  unknown: { emoji: '⚪', color: '#98a2b3' },
};

const TEST: Look = { emoji: '🧪', color: '#7c5cdb' };
const RESOLVED: Look = { emoji: '✅', color: '#2da44e' };
const ACKNOWLEDGED: Look = { emoji: '👀', color: '#1d76db' };

/** The same on every chat: what is resolved is green, whatever its severity was. */
export const lookOf = ({ eventType, status, severity }: AlertCard): Look => {
  if (eventType === 'test') return TEST;
  if (status === 'resolved') return RESOLVED;
  if (status === 'acknowledged') return ACKNOWLEDGED;
  return OPEN[severity];
};
