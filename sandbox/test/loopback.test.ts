import { describe, expect, it } from '@jest/globals';
import { startSandbox } from '../index';
import { closeAfterTest, runSandbox, send, statusForHost } from './running';

describe('the sandbox keeps to this machine', () => {
  it.each(['0.0.0.0', '::', '192.168.0.10', 'example.com', ''])('does not listen on %p', (host) =>
    expect(startSandbox({ host })).rejects.toThrow(/loopback/),
  );

  it.each(['localhost', '127.0.0.1'])('listens on %s', async (host) => {
    const sandbox = closeAfterTest(await startSandbox({ host }));
    expect((await send(`${sandbox.url}/inspect/messages`)).status).toBe(200);
  });

  it('says so when the port is taken', async () => {
    const { port } = await runSandbox();
    await expect(startSandbox({ port })).rejects.toThrow(
      `Port ${port} on 127.0.0.1 is taken by another program`,
    );
  });

  it.each(['evil.example', 'evil.example:4400', '127.0.0.1.evil.example', '10.0.0.1'])(
    'does not answer to the host name %p',
    async (host) => {
      const sandbox = await runSandbox();
      expect(await statusForHost(`${sandbox.url}/inspect/messages`, host)).toBe(421);
    },
  );

  it.each(['localhost', 'LOCALHOST:80', '[::1]:4400', '127.0.0.1'])(
    'answers to the host name %p',
    async (host) => {
      const sandbox = await runSandbox();
      expect(await statusForHost(`${sandbox.url}/inspect/messages`, host)).toBe(200);
    },
  );

  it.each(['/inspect/reset', '/inspect/faults', '/ilert/target', '/ilert/send', '/ilert/play'])(
    'lets no other site POST to %s',
    async (path) => {
      const sandbox = await runSandbox();
      const reply = await sandbox.post(path, {}, { origin: 'https://evil.example' });
      expect([reply.status, JSON.parse(reply.text).code]).toEqual([403, 'cross_origin']);
    },
  );

  it('lets no sandboxed frame steer it, but its own page', async () => {
    const sandbox = await runSandbox();
    expect((await sandbox.post('/inspect/reset', {}, { origin: 'null' })).status).toBe(403);
    expect((await sandbox.post('/inspect/reset', {}, { origin: sandbox.url })).status).toBe(200);
  });

  it('frees its port and ends its streams when it is closed', async () => {
    const sandbox = await startSandbox();
    await fetch(`${sandbox.url}/inspect/stream`);
    await sandbox.close();
    closeAfterTest(await startSandbox({ port: sandbox.port }));
    await expect(fetch(`${sandbox.url}/inspect/messages`)).resolves.toMatchObject({ status: 200 });
  });
});
