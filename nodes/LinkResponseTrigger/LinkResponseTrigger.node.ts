import {
  type IHookFunctions,
  type INodeType,
  type INodeTypeDescription,
  NodeConnectionTypes,
} from 'n8n-workflow';
import { hasKey, linkResponseFields } from '../../core/index';
import { operationError } from '../host/errors';
import { noSigningKey } from '../host/response/lifecycle';
import { settingsOf } from '../host/response/properties';
import { webhooks } from '../host/response/webhooks';
import { signingKeys } from '../host/signing-key';
import { unreadBody } from '../host/unread-body';
import { receive } from './receive';

export class LinkResponseTrigger implements INodeType {
  description: INodeTypeDescription = {
    displayName: 'Link Response Trigger',
    name: 'linkResponseTrigger',
    icon: {
      light: 'file:../../icons/link-response.svg',
      dark: 'file:../../icons/link-response.dark.svg',
    },
    group: ['trigger'],
    // Exactly 1: see nodes/host/unread-body.ts
    version: 1,
    subtitle: 'signed links',
    description: 'Starts when somebody opens a signed link on a card and confirms it on its page',
    eventTriggerDescription: 'Waiting for somebody to confirm a link',
    activationMessage:
      "Links that lead to the production URL now start this workflow. Copy that URL into 'Response Address' of the node that sends the cards.",
    defaults: { name: 'Link Response Trigger' },
    inputs: [],
    outputs: [NodeConnectionTypes.Main, NodeConnectionTypes.Main, NodeConnectionTypes.Main],
    outputNames: ['Alert Actions', 'Own Buttons', 'Refused'],
    credentials: [{ name: 'alertwireSigningKeyApi', required: true, testedBy: 'testSigningKey' }],
    webhooks,
    triggerPanel: {
      header: 'Take what people confirm behind signed links',
      executionsHelp: {
        inactive:
          "While you build: click “Execute step”, send a card whose 'Response Address' is the test URL, and open its link. Once it works: publish the workflow and use the production URL.",
        active:
          'While you build: click “Execute step” and open a link that leads to the test URL. The production URL runs the published workflow; its runs are listed under “Executions”.',
      },
      activationHint: 'Once the workflow is published, what people confirm starts it by itself.',
    },
    properties: [
      {
        displayName:
          'In the node that sends the cards, set <b>Buttons</b> to <b>Signed Links</b> and copy the <b>production URL</b> from above into <b>Response Address</b>. Use the same signing key there. A link works once, and nobody is asked who they are.',
        name: 'steps',
        type: 'notice',
        default: '',
      },
      settingsOf(linkResponseFields),
      unreadBody,
    ],
  };

  /** The address is copied into the sender by hand: there is nothing to register. */
  webhookMethods = {
    default: {
      checkExists: async () => false,
      async create(this: IHookFunctions): Promise<boolean> {
        if (hasKey(await signingKeys(this))) return true;
        throw operationError(this.getNode(), noSigningKey);
      },
      delete: async () => true,
    },
  };

  webhook = receive;
}
