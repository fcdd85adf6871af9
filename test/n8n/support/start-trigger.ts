import { EventEmitter, once } from 'node:events';
import { TriggerContext } from 'n8n-core';
import type {
  IDataObject,
  INode,
  INodeExecutionData,
  INodeParameters,
  ITriggerResponse,
} from 'n8n-workflow';
import { additionalData } from './additional-data';
import type { CredentialData } from './credentials-helper';
import type { Host } from './host';
import { workflowOf } from './response-server';

export interface TriggerCall {
  readonly type: string;
  readonly credentials: CredentialData;
  readonly parameters?: INodeParameters;
  /** `manual` while somebody listens for a test event. */
  readonly mode?: 'trigger' | 'manual';
}

export interface StartedTrigger {
  readonly response: ITriggerResponse;
  /** What came out, output by output, of all executions. */
  items(): IDataObject[][];
  /** Once so many executions were started, in all. */
  executions(count: number): Promise<void>;
  /** The next line of the log that this matches. */
  logged(pattern: RegExp): Promise<string>;
  close(): Promise<void>;
}

/** Starts a trigger as n8n does when a workflow is published, or tried out. */
export async function startTrigger(
  host: Host,
  { type, credentials, parameters = {}, mode = 'trigger' }: TriggerCall,
): Promise<StartedTrigger> {
  const started: INodeExecutionData[][][] = [];
  const events = new EventEmitter();
  const emit = (outputs: INodeExecutionData[][]) => {
    started.push(outputs);
    events.emit('execution');
  };
  const log = (sentence: string) => events.emit('log', sentence);
  const workflow = workflowOf(host, type, parameters, credentials);
  const context = new TriggerContext(
    workflow,
    workflow.nodes.Node as INode,
    additionalData(host, credentials, mode),
    mode,
    mode === 'manual' ? 'manual' : 'activate',
    mode === 'manual' ? undefined : emit,
  );
  Object.defineProperty(context, 'logger', { value: { warn: log, debug: log, error: log } });
  const response = await host.node(type).trigger?.call(context);
  if (!response) throw new Error(`${type} is no trigger.`);
  // https://github.com/n8n-io/n8n/blob/master/packages/core/src/execution-engine/triggers-and-pollers.ts
  if (mode === 'manual') Object.assign(context, { emit });
  return {
    response,
    items: () =>
      [0, 1, 2, 3].map((output) =>
        started.flatMap((outputs) => outputs[output].map(({ json }) => json)),
      ),
    executions: async (count) => {
      while (started.length < count) await once(events, 'execution');
    },
    logged: async (pattern) => {
      for (;;) {
        const [sentence] = (await once(events, 'log')) as [string];
        if (pattern.test(sentence)) return sentence;
      }
    },
    close: async () => response.closeFunction?.(),
  };
}
