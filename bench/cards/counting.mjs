import { Agent, createServer, request } from 'node:http';

const TABLES = '/api/v1/data-tables';

/** Hands everything on to n8n, and counts what is asked of its data tables. */
export async function countCalls(url) {
  const agent = new Agent({ keepAlive: true });
  let count = 0;
  const server = createServer((asked, response) => {
    if (asked.url.startsWith(TABLES)) count += 1;
    const { method, headers } = asked;
    const passed = request(`${url}${asked.url}`, { method, headers, agent }, (answer) => {
      response.writeHead(answer.statusCode, answer.headers);
      answer.pipe(response);
    });
    passed.on('error', () => response.destroy());
    asked.pipe(passed);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    count: () => count,
    stop: () => {
      server.closeAllConnections();
      server.close();
      agent.destroy();
    },
  };
}
