import type { N8nSession } from '../../hosts/support/n8n-session';

/** The runs of a workflow that have not ended. */
export const running = async (
  session: N8nSession,
  workflowId: string,
): Promise<readonly string[]> => {
  const filter = encodeURIComponent(JSON.stringify({ workflowId, status: ['new', 'running'] }));
  const { results } = await session.call<{ results: { id: string }[] }>(
    'GET',
    `/executions?filter=${filter}&limit=100`,
  );
  return results.map(({ id }) => id);
};

/** Resolves once only these have not ended: what a dead worker had in hand never does. */
export const underWay = async (
  session: N8nSession,
  workflowId: string,
  dead: readonly string[],
): Promise<void> => {
  while ((await running(session, workflowId)).some((id) => !dead.includes(id))) {
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
};
