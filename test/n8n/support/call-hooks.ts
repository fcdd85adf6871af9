import { HookContext } from 'n8n-core';
import {
  type INode,
  type INodeParameters,
  type IWebhookData,
  type IWebhookDescription,
  Workflow,
} from 'n8n-workflow';
import { additionalData } from './additional-data';
import type { CredentialData } from './credentials-helper';
import { type Host, PACKAGE } from './host';

export interface HookCall {
  /** The trigger's type, for example `alertTrigger`. */
  readonly type: string;
  readonly parameters?: INodeParameters;
  readonly credentials?: CredentialData;
  /** Where this n8n is reached; `manual` while somebody listens for a test event. */
  readonly base?: string;
  readonly mode?: 'trigger' | 'manual';
}

/** What n8n calls when a workflow is published and taken back. */
export function hooksOf(host: Host, call: HookCall) {
  const { type: name, parameters = {}, credentials = {}, mode = 'trigger' } = call;
  const type = host.node(name);
  const node: INode = {
    id: 'trigger',
    name: 'Alert Trigger',
    type: `${PACKAGE}.${name}`,
    typeVersion: 1,
    position: [0, 0],
    parameters,
    credentials: Object.fromEntries(
      Object.keys(credentials).map((one) => [one, { id: one, name: one }]),
    ),
  };
  const { nodeTypes } = host;
  const settings = { id: 'w1', name: 'On call', active: true, nodes: [node], connections: {} };
  const workflow = new Workflow({ ...settings, nodeTypes });
  const [webhookDescription] = type.description.webhooks as [IWebhookDescription];
  const webhookData = { webhookDescription, node: node.name, path: 'alertwire' };
  const additional = additionalData(host, credentials, mode);
  if (call.base) additional.webhookBaseUrl = `${call.base}/webhook`;
  const context = new HookContext(
    workflow,
    workflow.nodes['Alert Trigger'] as INode,
    additional,
    mode,
    mode === 'manual' ? 'manual' : 'activate',
    webhookData as unknown as IWebhookData,
  );
  const hooks = type.webhookMethods?.default;
  if (!hooks) throw new Error(`${name} has no webhook.`);
  return {
    url: context.getNodeWebhookUrl('default'),
    exists: () => hooks.checkExists?.call(context),
    create: () => hooks.create?.call(context),
    remove: () => hooks.delete?.call(context),
  };
}
