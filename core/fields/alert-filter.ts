import type { EventType, Severity } from '../alert/event';
import { DEFAULT_EVENTS } from '../filter/events';
import type { FilterRules, LabelGroup, QuietHours } from '../filter/rules';
import type { Field } from './field';
import { EVENT_OPTIONS, MINIMUM_SEVERITY_OPTIONS } from './options';

const WEEKDAYS = [
  { value: '1', label: 'Monday' },
  { value: '2', label: 'Tuesday' },
  { value: '3', label: 'Wednesday' },
  { value: '4', label: 'Thursday' },
  { value: '5', label: 'Friday' },
  { value: '6', label: 'Saturday' },
  { value: '7', label: 'Sunday' },
];

export const eventsField: Field = {
  name: 'events',
  label: 'Events',
  kind: 'multi-options',
  default: [...DEFAULT_EVENTS],
  description: 'Which events are announced; a change of state may still refresh a card',
  options: EVENT_OPTIONS,
};

export const quietHoursFields: readonly Field[] = [
  {
    name: 'quietHours',
    label: 'Quiet Hours',
    kind: 'boolean',
    default: false,
    description: 'Whether alerts come without sound and mentions during a part of the day',
  },
  {
    name: 'quietFrom',
    label: 'Quiet From',
    kind: 'string',
    default: '22:00',
    description: 'Start of the quiet hours, HH:MM',
  },
  {
    name: 'quietTo',
    label: 'Quiet To',
    kind: 'string',
    default: '07:00',
    description: 'End of the quiet hours, HH:MM; may be on the next day',
  },
  {
    name: 'quietDays',
    label: 'Quiet Days',
    kind: 'multi-options',
    default: WEEKDAYS.map(({ value }) => value),
    description: 'Days on which the quiet hours start',
    options: WEEKDAYS,
  },
  {
    name: 'quietTimeZone',
    label: 'Time Zone',
    kind: 'string',
    default: 'UTC',
    description: 'IANA name of the time zone of the quiet hours',
    placeholder: 'e.g. Europe/Berlin',
  },
  {
    name: 'quietEffect',
    label: 'During Quiet Hours',
    kind: 'options',
    default: 'mute',
    description: 'What becomes of an alert',
    options: [
      { value: 'mute', label: 'Send Without Sound and Mentions' },
      { value: 'drop', label: 'Drop' },
    ],
  },
  {
    name: 'quietCriticalPasses',
    label: 'Critical Passes',
    kind: 'boolean',
    default: true,
    description: 'Whether critical alerts ignore the quiet hours',
  },
];

export const alertFilterFields: readonly Field[] = [
  eventsField,
  {
    name: 'minimumSeverity',
    label: 'Minimum Severity',
    kind: 'options',
    default: 'any',
    description: 'The least severity that is announced',
    options: MINIMUM_SEVERITY_OPTIONS,
  },
  {
    name: 'passUnknownSeverity',
    label: 'Pass Unknown Severity',
    kind: 'boolean',
    default: true,
    description: 'Whether an alert passes when its platform gives no severity',
  },
  {
    name: 'sources',
    label: 'Alert Sources',
    kind: 'list',
    default: [],
    description: 'Names or IDs of the alert sources that pass, with * and ?; empty for all',
    placeholder: 'e.g. Prometheus*',
  },
  {
    name: 'excludedSources',
    label: 'Excluded Alert Sources',
    kind: 'list',
    default: [],
    description: 'Names or IDs of alert sources that never pass, with * and ?',
    placeholder: 'e.g. Staging*',
  },
  {
    name: 'labelGroups',
    label: 'Labels',
    kind: 'label-groups',
    default: [],
    description: 'Groups are alternatives; all conditions of one group must hold',
  },
  {
    name: 'repeatsMinutes',
    label: 'Drop Repeats Within (Minutes)',
    kind: 'number',
    default: 0,
    description: 'The same event of the same alert passes once in this time; 0 for never',
  },
  ...quietHoursFields,
];

export type AlertFilterValues = Readonly<Record<string, unknown>>;

/** The values of the filter's fields, as both hosts store them, as rules. */
export const filterRulesFrom = (values: AlertFilterValues): FilterRules => ({
  ...(Array.isArray(values.events) && { events: values.events as EventType[] }),
  ...(values.minimumSeverity !== 'any' &&
    typeof values.minimumSeverity === 'string' && {
      severity: {
        atLeast: values.minimumSeverity as Severity,
        passUnknown: values.passUnknownSeverity !== false,
      },
    }),
  source: { include: strings(values.sources), exclude: strings(values.excludedSources) },
  labels: (values.labelGroups as LabelGroup[] | undefined) ?? [],
  ...(Number(values.repeatsMinutes) > 0 && {
    repeats: { withinMinutes: Number(values.repeatsMinutes) },
  }),
  ...(values.quietHours === true && { quietHours: quietHoursFrom(values) }),
});

const quietHoursFrom = (values: AlertFilterValues): QuietHours => ({
  timeZone: String(values.quietTimeZone ?? 'UTC'),
  from: String(values.quietFrom ?? ''),
  to: String(values.quietTo ?? ''),
  days: strings(values.quietDays).map(Number),
  effect: values.quietEffect === 'drop' ? 'drop' : 'mute',
  criticalPasses: values.quietCriticalPasses !== false,
});

const strings = (value: unknown): string[] =>
  Array.isArray(value) ? value.map(String).filter((entry) => entry.trim() !== '') : [];
