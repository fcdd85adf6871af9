import type { CredentialField } from './credential';
import type { Field } from './field';

/** What a watch tells of, on both hosts. */
export const alertWatchFields: readonly Field[] = [
  {
    name: 'notAcceptedAfterMinutes',
    label: 'Not Accepted After (Minutes)',
    kind: 'number',
    default: 15,
    description: 'How long an alert may be open without anybody accepting it; 0 for ever',
  },
  {
    name: 'remindEveryMinutes',
    label: 'Remind Every (Minutes)',
    kind: 'number',
    default: 15,
    description: 'How long after that it is told again while nobody accepts; 0 for never',
  },
  {
    name: 'mostReminders',
    label: 'Most Reminders',
    kind: 'number',
    default: 3,
    description: 'How often it is told again at most',
  },
  {
    name: 'heartbeatName',
    label: 'Heartbeat Label',
    kind: 'string',
    default: '',
    description:
      'The label that tells one source of heartbeats from another; empty for the name of the alert source',
    placeholder: 'e.g. heartbeat',
  },
  {
    name: 'heartbeatEveryMinutes',
    label: 'Heartbeat Every (Minutes)',
    kind: 'number',
    default: 10,
    description: 'How long a source may be silent before its heartbeat counts as lost',
  },
];

/** For hosts in which the node keeps its own time. */
export const sweepField: Field = {
  name: 'sweepEverySeconds',
  label: 'Sweep Every (Seconds)',
  kind: 'number',
  default: 60,
  description:
    'How often all cards and heartbeats are looked over, no more often than every second',
};

/** An address that holds a secret in its path, as those of dead man’s switches do. */
export const watchCredential: readonly CredentialField[] = [
  {
    name: 'pingUrl',
    label: 'Ping URL',
    description:
      'An address outside that expects to be called: asked with GET after each sweep that went well, so that somebody notices when this installation stands still.',
    placeholder: 'https://hc-ping.com/…',
    required: false,
  },
];

const MINUTE_MS = 60_000;

/** The values of a watch's fields, as both hosts store them, as the rules of `watchCards`. */
export const watchRulesFrom = (values: Readonly<Record<string, unknown>>) => {
  const after = Number(values.notAcceptedAfterMinutes);
  const every = Number(values.remindEveryMinutes);
  return {
    ...(after > 0 && { notAcceptedAfterMs: after * MINUTE_MS }),
    ...(every > 0 && { remindEveryMs: every * MINUTE_MS }),
    mostReminders: Math.max(0, Number(values.mostReminders) || 0),
  };
};
