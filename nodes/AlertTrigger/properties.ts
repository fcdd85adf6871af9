import type { INodeProperties } from 'n8n-workflow';
import { alertRegistrationFields, alertTriggerFields, type Field } from '../../core/index';
import { byName, propertyOf } from '../host/fields';
import { unreadBody } from '../host/unread-body';

const field = byName(alertTriggerFields);

const registration = (name: string): Field => {
  const found = alertRegistrationFields.find((one) => one.name === name);
  if (!found) throw new RangeError(`The core has no field named ${name}.`);
  return { ...found, kind: found.kind === 'on-call-list' ? 'list' : found.kind };
};

export const settingsFields = [field('alertUrlPattern'), field('includeRaw')];

const steps: INodeProperties = {
  displayName:
    'In ilert, open <b>Alert actions</b> and add a <b>Webhook</b>. In Flashduty, open <b>Integration Center</b>, <b>Webhook</b> and add an ' +
    '<b>Incident Webhook</b>. Paste the <b>production URL</b> from <b>Webhook URLs</b> above, add the header <code>X-Alertwire-Secret</code> ' +
    'with the secret from your credential, and choose what to send.',
  name: 'steps',
  type: 'notice',
  default: '',
  displayOptions: { show: { registration: ['manual'] } },
};

const settings: INodeProperties = {
  displayName: 'Settings',
  name: 'settings',
  type: 'collection',
  placeholder: 'Add Setting',
  default: {},
  options: settingsFields.map((setting) => propertyOf(setting)),
};

const ofIlert = { show: { registration: ['ilert'] } };

const authentication: INodeProperties = {
  displayName: 'Authentication',
  name: 'authentication',
  type: 'options',
  options: [
    { name: 'API Key', value: 'apiKey' },
    { name: 'OAuth2', value: 'oAuth2' },
  ],
  default: 'apiKey',
  displayOptions: { hide: { registration: ['manual'] } },
};

const sources = registration('alertSources');

const alertSources: INodeProperties = {
  displayName: 'Alert Source Names or IDs',
  name: sources.name,
  type: 'multiOptions',
  typeOptions: { loadOptionsMethod: 'getAlertSources' },
  default: [],
  description: `${sources.description}. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.`,
  displayOptions: ofIlert,
};

export const properties: INodeProperties[] = [
  propertyOf(registration('registration'), { noDataExpression: true }),
  steps,
  authentication,
  propertyOf(registration('triggerTypes'), { displayOptions: ofIlert }),
  alertSources,
  propertyOf(field('platform'), {
    noDataExpression: true,
    displayOptions: { show: { registration: ['manual'] } },
  }),
  settings,
  unreadBody,
];
