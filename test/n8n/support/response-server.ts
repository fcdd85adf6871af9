import { EventEmitter, once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { WebhookContext } from 'n8n-core';
import {
  type INode,
  type INodeExecutionData,
  type INodeParameters,
  type IWebhookData,
  Workflow,
} from 'n8n-workflow';
import { additionalData } from './additional-data';
import type { CredentialData } from './credentials-helper';
import { type Host, PACKAGE } from './host';

export interface ResponseNode {
  readonly type: string;
  readonly parameters?: INodeParameters;
  readonly credentials: CredentialData;
}

type Outputs = INodeExecutionData[][];

export interface ResponseServer {
  readonly url: string;
  /** What each execution was started with, in the order of their starts. */
  readonly started: Outputs[];
  /** What the operator of n8n reads in the log. */
  readonly warnings: string[];
  /** The next line of the log. */
  warning(): Promise<string>;
  /** What happens in the place of a workflow that does nothing. */
  flow: (outputs: Outputs) => Promise<void>;
  /** Everything that was started is done. */
  settled(): Promise<void>;
  change(node: Partial<ResponseNode>): void;
  /** The last request with a body, to be sent once more. */
  last(): RequestInit;
  close(): void;
}

/** A trigger behind an address on this machine, called as n8n calls it: the flow comes after it. */
export async function serve(host: Host, node: ResponseNode): Promise<ResponseServer> {
  let current = node;
  let running: Promise<unknown>[] = [];
  let last: RequestInit = {};
  const log = new EventEmitter();
  const server: Server = createServer((req, res) => {
    running.push(take(req, res));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}/webhook/w1/node/alertwire`;

  const take = async (req: IncomingMessage, res: ServerResponse): Promise<void> => {
    const result = await callNode(host, current, url, req, res, (sentence) => {
      served.warnings.push(sentence);
      log.emit('warning', sentence);
    });
    const { rawBody } = req as IncomingMessage & { rawBody?: Buffer };
    const { host: _, 'content-length': _length, connection: _connection, ...headers } = req.headers;
    last = {
      method: 'POST',
      headers: headers as Record<string, string>,
      body: rawBody ? new Uint8Array(rawBody) : null,
    };
    if (result.noWebhookResponse !== true) res.end('n8n answers');
    if (!result.workflowData) return;
    served.started.push(result.workflowData);
    await served.flow(result.workflowData);
  };

  const served: ResponseServer = {
    url,
    started: [],
    warnings: [],
    flow: async () => {},
    warning: async () => String((await once(log, 'warning'))[0]),
    settled: async () => {
      while (running.length > 0) await Promise.all(running.splice(0));
    },
    change: (changes) => {
      current = { ...current, ...changes };
    },
    last: () => last,
    close: () => {
      running = [];
      server.closeAllConnections();
      server.close();
    },
  };
  return served;
}

async function callNode(
  host: Host,
  { type, parameters = {}, credentials }: ResponseNode,
  url: string,
  req: IncomingMessage,
  res: ServerResponse,
  warn: (sentence: string) => void,
) {
  const nodeType = host.node(type);
  const workflow = workflowOf(host, type, parameters, credentials);
  const additional = additionalData(host, credentials, 'webhook');
  additional.webhookBaseUrl = new URL(url).origin.concat('/webhook');
  additional.httpRequest = requestOf(req, url) as never;
  additional.httpResponse = responseOf(res) as never;
  const webhookDescription = nodeType.description.webhooks?.find(
    ({ httpMethod }) => httpMethod === req.method,
  );
  const webhookData = { webhookDescription, node: 'Node' } as unknown as IWebhookData;
  const context = new WebhookContext(
    workflow,
    workflow.nodes.Node as INode,
    additional,
    'webhook',
    webhookData,
    [],
    null,
  );
  Object.defineProperty(context, 'logger', { value: { warn, debug: () => {} } });
  const result = await nodeType.webhook?.call(context);
  if (!result) throw new Error(`${type} has no webhook.`);
  return result;
}

/** A workflow with this one node. */
export const workflowOf = (
  host: Host,
  type: string,
  parameters: INodeParameters,
  credentials: CredentialData,
): Workflow =>
  new Workflow({
    id: 'w1',
    active: true,
    nodes: [
      {
        id: type,
        name: 'Node',
        type: `${PACKAGE}.${type}`,
        typeVersion: 1,
        position: [0, 0],
        webhookId: 'node',
        parameters,
        credentials: Object.fromEntries(
          Object.keys(credentials).map((name) => [name, { id: name, name }]),
        ),
      },
    ],
    connections: {},
    nodeTypes: host.nodeTypes,
  });

/** As n8n's middleware hands it over: https://github.com/n8n-io/n8n/blob/master/packages/cli/src/middlewares/body-parser.ts */
const requestOf = (req: IncomingMessage, url: string) =>
  Object.assign(req, {
    query: Object.fromEntries(new URL(req.url ?? '/', url).searchParams),
    params: {},
    async readRawBody(this: IncomingMessage & { rawBody?: Buffer }) {
      this.rawBody = await buffer(req);
    },
  });

/** What express adds. */
const responseOf = (res: ServerResponse) =>
  Object.assign(res, {
    status(code: number) {
      res.statusCode = code;
      return res;
    },
    json(body: unknown) {
      res.setHeader('content-type', 'application/json; charset=utf-8');
      res.end(JSON.stringify(body));
    },
  });
