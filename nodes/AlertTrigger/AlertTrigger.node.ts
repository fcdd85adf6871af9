import { type INodeType, type INodeTypeDescription, NodeConnectionTypes } from 'n8n-workflow';
import { testOnCall } from '../host/oncall/test-credential';
import { getAlertSources } from './alert-sources';
import { properties } from './properties';
import { webhookMethods } from './registration';
import { testWebhookSecret } from './test-secret';
import { webhook } from './webhook';

export class AlertTrigger implements INodeType {
  description: INodeTypeDescription = {
    displayName: 'Alert Trigger',
    name: 'alertTrigger',
    icon: {
      light: 'file:../../icons/alert-trigger.svg',
      dark: 'file:../../icons/alert-trigger.dark.svg',
    },
    group: ['trigger'],
    // Exactly 1: only then n8n leaves the body unread for a node with options.binaryData, see properties.ts
    version: 1,
    subtitle: '={{ $parameter["platform"] }}',
    description:
      'Starts the workflow when an on-call platform says that something happened to an alert',
    eventTriggerDescription: 'Waiting for an alert',
    activationMessage:
      'Alerts sent to the production URL now start this workflow. Paste that URL, not the test URL, into your on-call platform.',
    defaults: { name: 'Alert Trigger' },
    inputs: [],
    outputs: [NodeConnectionTypes.Main],
    credentials: [
      {
        name: 'alertwireWebhookSecretApi',
        displayName: 'Webhook Secret',
        required: true,
        testedBy: 'testWebhookSecret',
        displayOptions: { show: { registration: ['manual'] } },
      },
      {
        name: 'alertwireIlertApi',
        required: true,
        testedBy: 'testIlert',
        displayOptions: {
          show: { authentication: ['apiKey'] },
          hide: { registration: ['manual'] },
        },
      },
      {
        name: 'alertwireIlertOAuth2Api',
        required: true,
        displayOptions: {
          show: { authentication: ['oAuth2'] },
          hide: { registration: ['manual'] },
        },
      },
    ],
    webhooks: [
      {
        name: 'default',
        httpMethod: 'POST',
        path: 'alertwire',
        responseMode: 'onReceived',
        // Declared, or n8n answers with the name of its own default
        responseData: '',
      },
    ],
    triggerPanel: {
      header: 'Receive an alert from your on-call platform',
      executionsHelp: {
        inactive:
          'While you build: click “Execute step”, then send an alert to the test URL. Once it works: publish the workflow and paste the production URL into your on-call platform.',
        active:
          'While you build: click “Execute step”, then send an alert to the test URL. The production URL runs the published workflow; its runs are listed under “Executions”.',
      },
      activationHint:
        'Once the workflow is published, alerts sent to the production URL start it by themselves.',
    },
    properties,
  };

  methods = {
    credentialTest: { testWebhookSecret, testIlert: testOnCall('ilert') },
    loadOptions: { getAlertSources },
  };

  webhookMethods = webhookMethods;

  webhook = webhook;
}
