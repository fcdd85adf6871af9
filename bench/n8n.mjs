export const NOT_FETCHED = 'n8n is not here yet; npm run start:n8n fetches it, then measure again';

/** Puts a credential in place; what a node says to use it. */
export async function credentialOf(session, type, data, name = type) {
  const { id } = await session.call('POST', '/credentials', { name, type, data });
  return { [type]: { id, name } };
}

/** Publishes a workflow of nodes that follow each other; its id. */
export async function publishLine(session, name, nodes) {
  const named = nodes.map((node, nth) => {
    const place = { id: `${nth}`, name: `Node ${nth}`, position: [nth * 240, 0] };
    return { ...place, typeVersion: 1, parameters: {}, ...node };
  });
  const wires = named
    .slice(1)
    .map((node, nth) => [
      named[nth].name,
      { main: [[{ node: node.name, type: 'main', index: 0 }]] },
    ]);
  const { id, versionId } = await session.call('POST', '/workflows', {
    name,
    nodes: named,
    connections: Object.fromEntries(wires),
    settings: { executionOrder: 'v1' },
  });
  await session.call('POST', `/workflows/${id}/activate`, { versionId });
  return id;
}
