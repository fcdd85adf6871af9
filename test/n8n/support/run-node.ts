import { WorkflowExecute } from 'n8n-core';
import {
  createRunExecutionData,
  type IDataObject,
  type INode,
  type INodeExecutionData,
  type INodeParameters,
  type ITaskData,
  Workflow,
  type WorkflowExecuteMode,
} from 'n8n-workflow';
import { additionalData } from './additional-data';
import type { CredentialData } from './credentials-helper';
import { type Host, PACKAGE } from './host';

export interface NodeRun {
  readonly type: string;
  readonly parameters?: INodeParameters;
  readonly items: readonly object[];
  readonly credentials?: CredentialData;
  readonly onError?: INode['onError'];
  readonly mode?: WorkflowExecuteMode;
  readonly node?: Partial<INode>;
}

export interface NodeResult {
  readonly status: string;
  readonly outputs: INodeExecutionData[][];
  readonly error: ITaskData['error'];
  readonly hints: string[];
  /** All that n8n would store and show. */
  readonly everything: string;
}

/** Runs one node as n8n does: in a workflow, behind another node, by WorkflowExecute. */
export async function runNode(host: Host, run: NodeRun): Promise<NodeResult> {
  const { mode = 'webhook', credentials = {} } = run;
  const start: INode = node('Start', 'test.start', {});
  const tested: INode = {
    ...node('Tested', `${PACKAGE}.${run.type}`, run.parameters ?? {}),
    credentials: Object.fromEntries(
      Object.keys(credentials).map((type) => [type, { id: type, name: type }]),
    ),
    ...(run.onError && { onError: run.onError }),
    ...run.node,
  };
  const workflow = new Workflow({
    id: 'w1',
    name: 'Test',
    active: true,
    nodes: [start, tested],
    connections: { Start: { main: [[{ node: 'Tested', type: 'main', index: 0 }]] } },
    nodeTypes: host.nodeTypes,
    settings: { timezone: 'UTC' },
  });
  const items = run.items.map((json) => ({ json: json as IDataObject }));
  const data = createRunExecutionData({
    executionData: { nodeExecutionStack: [{ node: start, data: { main: [items] }, source: null }] },
  });
  const execution = new WorkflowExecute(additionalData(host, credentials, mode), mode, data);
  const { data: result, status } = await execution.processRunExecutionData(workflow);
  const task = result.resultData.runData.Tested?.[0];
  return {
    status,
    outputs: (task?.data?.main ?? []).map((output) => output ?? []),
    error: task?.error,
    hints: task?.hints?.map(({ message }) => message) ?? [],
    everything: JSON.stringify(result, visible()),
  };
}

const node = (name: string, type: string, parameters: INodeParameters): INode => ({
  id: name.toLowerCase(),
  name,
  type,
  typeVersion: 1,
  position: [0, 0],
  parameters,
});

/** Also what a cycle or an Error would hide. */
const visible = () => {
  const seen = new Set<unknown>();
  return (_key: string, value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return value;
    if (seen.has(value)) return undefined;
    seen.add(value);
    if (!(value instanceof Error)) return value;
    const { message, stack, cause } = value;
    return { ...value, message, stack, cause };
  };
};
