import { PollContext } from 'n8n-core';
import {
  type INode,
  type INodeExecutionData,
  type INodeParameters,
  Workflow,
  type WorkflowExecuteMode,
} from 'n8n-workflow';
import { additionalData } from './additional-data';
import type { CredentialData } from './credentials-helper';
import { type Host, PACKAGE } from './host';

/** Polls a trigger as n8n does; undefined stands for a node without credentials. */
export const pollNode = async (
  host: Host,
  type: string,
  {
    parameters = {},
    credentials = {},
    mode = 'trigger',
  }: {
    readonly parameters?: INodeParameters;
    readonly credentials?: CredentialData;
    readonly mode?: WorkflowExecuteMode;
  },
): Promise<{ readonly outputs: INodeExecutionData[][] | null; readonly warnings: string[] }> => {
  const node: INode = {
    id: 'polling',
    name: 'Polling',
    type: `${PACKAGE}.${type}`,
    typeVersion: 1,
    position: [0, 0],
    parameters,
    credentials: Object.fromEntries(
      Object.keys(credentials).map((name) => [name, { id: name, name }]),
    ),
  };
  const { nodeTypes } = host;
  const workflow = new Workflow({
    id: 'w1',
    nodes: [node],
    connections: {},
    active: true,
    nodeTypes,
  });
  const additional = additionalData(host, credentials, mode);
  const placed = workflow.nodes.Polling ?? node;
  const context = new PollContext(workflow, placed, additional, mode, 'activate');
  const warnings: string[] = [];
  const warn = (message: string) => warnings.push(message);
  Object.defineProperty(context, 'logger', { value: { warn } });
  const outputs = (await host.node(type).poll?.call(context)) ?? null;
  return { outputs, warnings };
};
