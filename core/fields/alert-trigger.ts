import { ON_CALL_PLATFORMS } from '../oncall/registry';
import type { Field } from './field';

export const alertTriggerFields: readonly Field[] = [
  {
    name: 'platform',
    label: 'On-Call Platform',
    kind: 'options',
    default: 'detect',
    description: 'Which platform sends to this address',
    options: [
      { value: 'detect', label: 'Detect' },
      ...ON_CALL_PLATFORMS.map(({ id, name }) => ({ value: id, label: name })),
    ],
  },
  {
    name: 'alertUrlPattern',
    label: 'Alert URL Pattern',
    kind: 'string',
    default: '',
    description:
      'Address of an alert in your on-call platform, with {id} for its number; used where the webhook carries none',
    placeholder: 'e.g. https://example.ilert.com/alert/view.jsf?id={id}',
  },
  {
    name: 'includeRaw',
    label: 'Include Raw Body',
    kind: 'boolean',
    default: true,
    description: 'Whether to pass on the body as the platform sent it',
  },
];
