import { ALERT_ACTIONS, type AlertAction } from '../alert/command';
import type { ArgumentName } from '../oncall/action';
import { ON_CALL_PLATFORMS } from '../oncall/registry';
import type { FieldOption } from './field';
import type { OnCallField } from './on-call-field';
import { SEVERITY_OPTIONS } from './options';

const WORDS: Readonly<Record<AlertAction, readonly [label: string, does: string, action: string]>> =
  {
    accept: ['Accept', 'Take an alert on; it stops escalating', 'Accept an alert'],
    unaccept: ['Unaccept', 'Give an accepted alert back', 'Unaccept an alert'],
    resolve: ['Resolve', 'Close an alert', 'Resolve an alert'],
    reopen: ['Reopen', 'Open a resolved alert again', 'Reopen an alert'],
    snooze: ['Snooze', 'Keep an alert quiet for a while', 'Snooze an alert'],
    assign: ['Assign', 'Hand an alert to somebody else', 'Assign an alert'],
    'add-responder': ['Add Responder', 'Call somebody in as well', 'Add a responder to an alert'],
    escalate: ['Escalate', 'Go to the next level now', 'Escalate an alert'],
    comment: ['Comment', 'Write something beside an alert', 'Comment an alert'],
    create: ['Create', 'Raise a new alert', 'Create an alert'],
    get: ['Get', 'Look up how an alert stands', 'Get an alert'],
    'on-call': ['Who Is On Call', 'Tell who is on call now', 'Get who is on call'],
  };

/** Which platforms can do it, where not all can. */
const onlyAt = (action: AlertAction): string => {
  const able = ON_CALL_PLATFORMS.filter(({ actions }) => Object.hasOwn(actions, action));
  if (able.length === ON_CALL_PLATFORMS.length) return '';
  return ` (${able.map(({ name }) => name).join(', ')} only)`;
};

const ACTION_OPTIONS: readonly FieldOption[] = ALERT_ACTIONS.map((value) => {
  const [label, does, action] = WORDS[value];
  return { value, label, description: does + onlyAt(value), action };
});

/** Where an argument matters follows from the rules of the platforms. */
const useOf = (name: ArgumentName) => {
  const takes = (platform: (typeof ON_CALL_PLATFORMS)[number], action: AlertAction) => {
    const rule = platform.actions[action];
    return rule !== undefined && [...rule.needs.flat(), ...rule.takes].includes(name);
  };
  const able = ON_CALL_PLATFORMS.filter((one) =>
    ALERT_ACTIONS.some((action) => takes(one, action)),
  );
  return {
    actions: ALERT_ACTIONS.filter((action) => able.some((one) => takes(one, action))),
    ...(able.length < ON_CALL_PLATFORMS.length && { platforms: able.map(({ id }) => id) }),
  };
};

const argument = (
  name: ArgumentName,
  field: Omit<OnCallField, 'name' | 'default' | 'actions' | 'platforms'>,
): OnCallField => ({ name, default: '', ...field, ...useOf(name) });

const NEEDS_ALERT = ALERT_ACTIONS.filter((action) => action !== 'create' && action !== 'on-call');

/** Every field of On-Call Action. Those named like arguments reach `performAction` as such. */
export const onCallActionFields: readonly OnCallField[] = [
  {
    name: 'platform',
    label: 'On-Call Platform',
    kind: 'options',
    default: 'input',
    description: 'Where it is done',
    options: [
      { value: 'input', label: 'From Input', description: 'Where the alert comes from' },
      ...ON_CALL_PLATFORMS.map(({ id, name }) => ({ value: id, label: name })),
    ],
  },
  {
    name: 'action',
    label: 'Action',
    kind: 'options',
    default: 'input',
    description: 'What is done',
    options: [
      {
        value: 'input',
        label: 'From Input',
        description: 'What somebody asked for in a chat',
        action: 'Do what was asked for in chat',
      },
      ...ACTION_OPTIONS,
    ],
  },
  {
    name: 'alertId',
    label: 'Alert ID',
    kind: 'string',
    default: '',
    description:
      'Which alert, by its ID or by the number people read; empty for the one in the input',
    placeholder: 'e.g. 1234567',
    actions: NEEDS_ALERT,
  },
  argument('person', {
    label: 'Person',
    kind: 'on-call-list',
    list: 'people',
    description: 'Who, by their ID or e-mail address at the on-call platform',
    placeholder: 'e.g. ada@example.com',
  }),
  argument('policy', {
    label: 'Escalation Policy',
    kind: 'on-call-list',
    list: 'escalation-policies',
    description: 'Which escalation policy, by its ID; at Flashduty, which escalation rule',
  }),
  argument('schedule', {
    label: 'Schedule',
    kind: 'on-call-list',
    list: 'schedules',
    description: 'Which on-call schedule, by its ID',
  }),
  argument('level', {
    label: 'Level',
    kind: 'string',
    description: 'Which level of the escalation rule, counted from 1; empty for the next one',
    placeholder: 'e.g. 2',
  }),
  argument('minutes', {
    label: 'Minutes',
    kind: 'string',
    description: 'For how long, at most a day: minutes, or a span such as 2h',
    placeholder: 'e.g. 30',
  }),
  argument('until', {
    label: 'Until',
    kind: 'string',
    description: 'Until when, in place of Minutes: a time in ISO 8601',
    placeholder: 'e.g. 2026-01-31T08:00:00Z',
  }),
  argument('note', {
    label: 'Note',
    kind: 'text',
    description: 'The comment; on resolve and reopen, why',
  }),
  argument('title', { label: 'Title', kind: 'string', description: 'What the alert is about' }),
  argument('description', {
    label: 'Description',
    kind: 'text',
    description: 'What else is known about it',
  }),
  argument('severity', {
    label: 'Severity',
    kind: 'options',
    description:
      'How bad it is; ilert makes high priority of Critical and High, low priority of the others',
    options: [
      { value: '', label: 'Default' },
      ...SEVERITY_OPTIONS.filter(({ value }) => value !== 'unknown'),
    ],
  }),
  argument('priority', {
    label: 'Priority',
    kind: 'options',
    description: 'Whether people are woken up; empty for what the severity says',
    options: [
      { value: '', label: 'Default' },
      { value: 'HIGH', label: 'High' },
      { value: 'LOW', label: 'Low' },
    ],
  }),
  argument('source', {
    label: 'Alert Source',
    kind: 'on-call-list',
    list: 'alert-sources',
    description:
      'Under which alert source, by its ID; empty for the one whose integration key is in the credential',
  }),
  argument('channel', {
    label: 'Flashduty Channel',
    kind: 'on-call-list',
    list: 'flashduty-channels',
    description: 'In which channel of Flashduty, by its ID; empty for none',
  }),
  {
    name: 'attribute',
    label: 'Write Who It Was',
    kind: 'boolean',
    default: false,
    description:
      'Whether to leave a comment that names who asked in chat, since the platform only sees whose key it was',
    actions: NEEDS_ALERT.filter((action) => action !== 'comment' && action !== 'get'),
  },
];
