import type { N8nSession } from './n8n-session';

export interface Execution {
  readonly id: string;
  readonly status: string;
}

const RUNNING = ['new', 'running', 'waiting'];

/** The finished executions of a workflow, newest first, once there are so many. */
export async function finishedExecutions(
  session: N8nSession,
  workflowId: string,
  atLeast: number,
): Promise<Execution[]> {
  const filter = encodeURIComponent(JSON.stringify({ workflowId }));
  for (;;) {
    const { results } = await session.call<{ results: Execution[] }>(
      'GET',
      `/executions?filter=${filter}&limit=100`,
    );
    const finished = results.filter(({ status }) => !RUNNING.includes(status));
    if (finished.length >= atLeast) return finished;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
