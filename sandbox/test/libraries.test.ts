import { describe, expect, it } from '@jest/globals';
import { runSandbox, send } from './running';

describe('the libraries of the page', () => {
  it.each(['adaptivecards', 'markdown-it'])('%s comes from this machine', async (name) => {
    const { url } = await runSandbox();
    const reply = await send(`${url}/lib/${name}.js`);
    expect(reply.status).toBe(200);
    expect(reply.headers.get('content-type')).toMatch(/javascript/);
    expect(reply.text.length).toBeGreaterThan(50_000);
  });

  it.each(['express', 'constructor', '..%2fpackage', 'adaptivecards.min'])(
    'and nothing else does: %s',
    async (name) => {
      const { url } = await runSandbox();
      expect((await send(`${url}/lib/${name}.js`)).status).toBe(404);
    },
  );
});
