import type { INodeProperties } from 'n8n-workflow';
import { alertTriggerFields } from '../../core/index';
import { byName, propertyOf } from '../host/fields';

const field = byName(alertTriggerFields);

export const settingsFields = [field('alertUrlPattern'), field('includeRaw')];

const steps: INodeProperties = {
  displayName:
    'In ilert, open <b>Alert actions</b> and add a <b>Webhook</b>. In Flashduty, open <b>Integration Center</b>, <b>Webhook</b> and add an ' +
    '<b>Incident Webhook</b>. Paste the <b>production URL</b> from <b>Webhook URLs</b> above, add the header <code>X-Alertwire-Secret</code> ' +
    'with the secret from your credential, and choose what to send.',
  name: 'steps',
  type: 'notice',
  default: '',
};

/**
 * A webhook node of version 1 with this parameter gets the body unread, so that broken and
 * oversized bodies are ours to answer: n8n would say 422 and 500.
 * https://github.com/n8n-io/n8n/blob/master/packages/cli/src/webhooks/webhook-helpers.ts
 */
const unreadBody: INodeProperties = {
  displayName: 'Options',
  name: 'options',
  type: 'hidden',
  default: { binaryData: true },
};

const settings: INodeProperties = {
  displayName: 'Settings',
  name: 'settings',
  type: 'collection',
  placeholder: 'Add Setting',
  default: {},
  options: settingsFields.map((setting) => propertyOf(setting)),
};

export const properties: INodeProperties[] = [
  steps,
  propertyOf(field('platform'), { noDataExpression: true }),
  settings,
  unreadBody,
];
