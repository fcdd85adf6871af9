import type { N8nSession } from './n8n-session';

export interface Execution {
  readonly id: string;
  readonly status: string;
  readonly mode: string;
}

const RUNNING = ['new', 'running', 'waiting'];

/** The finished executions of a workflow that webhooks started, newest first, once there are so many. */
export async function finishedExecutions(
  session: N8nSession,
  workflowId: string,
  atLeast: number,
): Promise<Execution[]> {
  for (;;) {
    const results = await startedByWebhooks(session, workflowId);
    const finished = results.filter(({ status }) => !RUNNING.includes(status));
    if (finished.length >= atLeast) return finished;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** The same, finished or not, as many as there are; what a schedule started is nobody's event. */
export const startedByWebhooks = async (
  session: N8nSession,
  workflowId: string,
): Promise<Execution[]> =>
  (await executionsOf(session, workflowId)).filter(({ mode }) => mode === 'webhook');

const executionsOf = async (session: N8nSession, workflowId: string): Promise<Execution[]> => {
  const filter = encodeURIComponent(JSON.stringify({ workflowId }));
  const path = `/executions?filter=${filter}&limit=100`;
  return (await session.call<{ results: Execution[] }>('GET', path)).results;
};
