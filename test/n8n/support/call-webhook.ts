import { WebhookContext } from 'n8n-core';
import {
  type IDataObject,
  type INode,
  type INodeExecutionData,
  type INodeParameters,
  type IWebhookData,
  type IWebhookDescription,
  Workflow,
} from 'n8n-workflow';
import { additionalData } from './additional-data';
import type { CredentialData } from './credentials-helper';
import { type Host, PACKAGE } from './host';

export interface WebhookCall {
  readonly body: string | Buffer;
  readonly headers?: Record<string, string>;
  readonly query?: IDataObject;
  readonly parameters?: INodeParameters;
  readonly credentials?: CredentialData;
  /** What reading the body throws. */
  readonly readError?: Error;
}

export interface WebhookResult {
  readonly status: number;
  readonly answer: unknown;
  /** Undefined where no execution starts. */
  readonly items: INodeExecutionData[] | undefined;
  /** What the operator of n8n reads in the log. */
  readonly warnings: string[];
}

/** Calls the trigger's webhook as n8n does for a request whose body it has not read. */
export async function callWebhook(host: Host, call: WebhookCall): Promise<WebhookResult> {
  const type = host.node('alertTrigger');
  const node: INode = {
    id: 'trigger',
    name: 'Alert Trigger',
    type: `${PACKAGE}.alertTrigger`,
    typeVersion: 1,
    position: [0, 0],
    parameters: call.parameters ?? {},
    credentials: Object.fromEntries(
      Object.keys(call.credentials ?? {}).map((name) => [name, { id: name, name }]),
    ),
  };
  const { nodeTypes } = host;
  const workflow = new Workflow({
    id: 'w1',
    active: true,
    nodes: [node],
    connections: {},
    nodeTypes,
  });
  const response = recordingResponse();
  const additional = additionalData(host, call.credentials ?? {}, 'webhook');
  additional.httpRequest = requestOf(call) as unknown as NonNullable<typeof additional.httpRequest>;
  additional.httpResponse = response.object as unknown as NonNullable<
    typeof additional.httpResponse
  >;
  const [webhookDescription] = type.description.webhooks as [IWebhookDescription];
  const webhookData = { webhookDescription, node: node.name } as unknown as IWebhookData;
  const stored = workflow.nodes['Alert Trigger'] as INode;
  const context = new WebhookContext(
    workflow,
    stored,
    additional,
    'webhook',
    webhookData,
    [],
    null,
  );
  const warnings: string[] = [];
  const warn = (message: string) => warnings.push(message);
  Object.defineProperty(context, 'logger', { value: { warn } });
  const result = await type.webhook?.call(context);
  const items = result?.workflowData?.[0];
  if (result?.noWebhookResponse) return { ...response.sent, items, warnings };
  return { status: 200, answer: result?.webhookResponse, items, warnings };
}

const requestOf = ({ body, headers = {}, query = {}, readError }: WebhookCall) => {
  const request = {
    headers: { 'content-type': 'application/json', ...headers },
    query,
    params: {},
    rawBody: undefined as Buffer | undefined,
    async readRawBody() {
      if (readError) throw readError;
      request.rawBody = Buffer.from(body);
    },
  };
  return request;
};

function recordingResponse() {
  const sent = { status: 200, answer: undefined as unknown };
  const object = {
    status(status: number) {
      sent.status = status;
      return object;
    },
    json(answer: unknown) {
      sent.answer = answer;
      return object;
    },
  };
  return { sent, object };
}
