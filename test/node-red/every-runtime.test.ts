import { readFileSync } from 'node:fs';
import { request as rawRequest } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Sandbox, startSandbox } from '../../sandbox/start';
import { ilertBody } from './support/bodies';
import { exampleFlow, ids, PATH, SECRET } from './support/flows';
import { post } from './support/post';
import { Runtime } from './support/runtime';

/** Sends headers that announce a body, and no body: the refusal must not wait for it. */
const announce = (url: string, length: number): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    const headers = { 'content-length': length, 'x-alertwire-secret': SECRET };
    const sending = rawRequest(url, { method: 'POST', headers }, (answer) => {
      resolve(answer.statusCode);
      sending.destroy();
    });
    sending.on('error', reject);
    sending.flushHeaders();
  });

describe.each([
  { version: '4.1', adminRoot: '/' },
  { version: '4.1', adminRoot: '/admin' },
  { version: '5.0', adminRoot: '/' },
  { version: '5.0', adminRoot: '/admin' },
] as const)('Node-RED $version with the editor at $adminRoot', ({ version, adminRoot }) => {
  let sandbox: Sandbox;
  let runtime: Runtime;
  const webhookUrl = () => sandbox.hooks[0].url;

  beforeAll(async () => {
    sandbox = await startSandbox({ rateWindowScale: 0 });
    runtime = await Runtime.start({ version, adminRoot });
    await runtime.deploy(exampleFlow({ webhookUrl: webhookUrl() }));
  });
  afterAll(async () => {
    await runtime.stop();
    await sandbox.close();
  });

  const inspect = async (path: string) => (await fetch(`${sandbox.url}/inspect/${path}`)).json();
  const sentSoFar = () => runtime.messages('sent').length;
  /** Waits until the alert is in Slack, so that no later deploy brings it back. */
  const postAndSend = async () => {
    const before = sentSoFar();
    expect((await post(runtime, ilertBody())).status).toBe(202);
    await runtime.message('sent', before + 1);
  };

  test('an alert from ilert appears in Slack', async () => {
    const before = sentSoFar();
    const body = ilertBody();
    const { status, body: answer } = await post(runtime, body);
    expect({ status, accepted: answer.accepted }).toEqual({ status: 202, accepted: 1 });
    const message = await runtime.message('sent', before + 1);
    expect(message).toMatchObject({
      topic: body.id,
      payload: { id: (answer.ids as string[])[0], type: 'created', alert: { id: body.id } },
      decision: { effect: 'announce' },
      delivery: { receipt: 'posted', chat: 'slack', transport: 'webhook' },
    });
    const messages = await inspect('messages');
    expect(JSON.stringify(messages.at(-1))).toContain('Checkout latency above 2 s');
    await runtime.status(ids.slack, /^posted · \d\d:\d\d$/);
    await runtime.status(ids.in, /^created · \d\d:\d\d$/);
  });

  test('the bytes are verified and read as they came, whatever the content type', async () => {
    let nth = sentSoFar();
    for (const type of ['application/json', 'text/plain', 'application/x-www-form-urlencoded']) {
      const body = JSON.stringify(ilertBody('alert-created', { summary: 'Zürich — 数据库' }));
      const headers = { 'content-type': type, 'x-alertwire-secret': SECRET };
      expect((await post(runtime, body, headers)).status).toBe(202);
      nth += 1;
      const message = await runtime.message('sent', nth);
      expect(message.payload).toMatchObject({ alert: { title: 'Zürich — 数据库' } });
    }
  });

  test('the raw body goes along only where the node says so', async () => {
    for (const includeRaw of [false, true]) {
      await runtime.deploy(
        exampleFlow({ webhookUrl: webhookUrl(), nodes: { [ids.in]: { includeRaw } } }),
      );
      const before = sentSoFar();
      await post(runtime, ilertBody());
      const { payload } = await runtime.message('sent', before + 1);
      expect('raw' in (payload as object)).toBe(includeRaw);
    }
  });

  test('what cannot be read is answered 400 by us, in JSON', async () => {
    const { status, body } = await post(runtime, '{"id": 1,');
    expect(status).toBe(400);
    expect(body).toEqual({ error: expect.any(String), message: expect.any(String) });
  });

  test('a wrong secret reaches no flow, and is told once without saying the secret', async () => {
    const from = runtime.told.length;
    for (const attempt of ['guess-1', 'guess-2', 'guess-3']) {
      const { status } = await post(runtime, ilertBody(), { 'x-alertwire-secret': attempt });
      expect(status).toBe(401);
    }
    expect((await post(runtime, ilertBody(), {})).status).toBe(401);
    const told = runtime.told.slice(from);
    const warnings = told.filter(
      ({ event, level, id }) => event === 'log' && level === 30 && id === ids.in,
    );
    // The 400 before has used up this minute's warning, or this is the first.
    expect(warnings.length).toBeLessThanOrEqual(1);
    expect(runtime.logs(ids.in).filter((line) => /refused/.test(line))).toHaveLength(1);
    expect(told.filter(({ event }) => event === 'message')).toEqual([]);
    expect(runtime.logs().join('\n')).not.toMatch(/guess-/);
    await runtime.status(ids.in, /^refused: webhook\.wrong_secret/, from);
  });

  test('other methods are answered 405 with the one that works', async () => {
    for (const method of ['GET', 'PUT', 'DELETE']) {
      const answer = await fetch(runtime.url(PATH), { method });
      expect(answer.status).toBe(405);
      expect(answer.headers.get('allow')).toBe('POST');
    }
  });

  test('other paths are left to the rest of Node-RED', async () => {
    const answer = await fetch(runtime.url('/alertwire/other'), { method: 'POST' });
    expect(answer.status).toBe(404);
    expect(await answer.text()).toContain('Cannot POST');
  });

  test('a body that is too large is answered 413, announced or not', async () => {
    expect((await post(runtime, 'x'.repeat(1_048_577))).status).toBe(413);
    expect(await announce(runtime.url(PATH), 500_000_000)).toBe(413);
    await postAndSend();
  });

  test('a comment is dropped, and the reason is to be seen', async () => {
    const from = runtime.told.length;
    const before = runtime.messages('dropped').length;
    await post(runtime, ilertBody('alert-comment-added', { commentText: 'Looking' }));
    const message = await runtime.message('dropped', before + 1);
    expect(message).toMatchObject({
      payload: { type: 'comment-added' },
      decision: { effect: 'drop', reasons: [{ rule: 'events', message: expect.any(String) }] },
    });
    await runtime.status(ids.filter, /^dropped: .*comment-added/, from);
    const entry = await runtime.until((told) => told.event === 'debug' && told.data, from);
    expect(JSON.stringify(entry)).toMatch(/dropped: .*comment-added/);
    expect(entry).not.toHaveProperty('level');
  });

  test('a body nobody knows passes as `other`, with a warning', async () => {
    const from = runtime.told.length;
    const { status } = await post(runtime, { hello: 'world' });
    expect(status).toBe(202);
    await runtime.status(ids.in, /^unrecognised body/, from);
    await runtime.until(
      ({ event, level, id }) => event === 'log' && level === 30 && id === ids.in,
      from,
    );
  });

  test('a refusal of Slack reaches Catch with its code and the alert', async () => {
    const archived = sandbox.hooks.find(({ channel }) => channel === '#launch-2019');
    await runtime.deploy(exampleFlow({ webhookUrl: archived?.url }));
    await post(runtime, ilertBody());
    const caught = await runtime.message('caught');
    expect(caught).toMatchObject({
      error: { code: 'slack.channel_is_archived', source: { id: ids.slack } },
      payload: { type: 'created' },
      delivery: { receipt: 'failed', problem: { code: 'slack.channel_is_archived' } },
    });
    await runtime.deploy(exampleFlow({ webhookUrl: webhookUrl() }));
  });

  test('after deploys exactly one node answers, and it is the new one', async () => {
    for (const title of ['first', 'second']) {
      const name = { [ids.in]: { name: title, includeRaw: title === 'first' } };
      await runtime.deploy(exampleFlow({ webhookUrl: webhookUrl(), nodes: name }));
    }
    const before = sentSoFar();
    await post(runtime, ilertBody());
    await post(runtime, ilertBody());
    await runtime.message('sent', before + 2);
    const arrived = runtime.messages('sent').slice(before);
    expect(arrived).toHaveLength(2);
    for (const { payload } of arrived) expect(payload).not.toHaveProperty('raw');
  });

  test('a removed node answers no more', async () => {
    const without = { [ids.in]: null };
    await runtime.deploy(exampleFlow({ webhookUrl: webhookUrl(), nodes: without }));
    expect((await fetch(runtime.url(PATH), { method: 'POST' })).status).toBe(404);
    await runtime.deploy(exampleFlow({ webhookUrl: webhookUrl() }));
    await postAndSend();
  });

  test('without a secret nothing is accepted', async () => {
    await runtime.deploy(exampleFlow({ nodes: { [ids.secret]: null } }));
    const from = runtime.told.length;
    expect((await post(runtime, ilertBody())).status).toBe(401);
    await runtime.status(ids.in, /^no secret$/);
    await runtime.deploy(exampleFlow({ webhookUrl: webhookUrl() }));
    expect(runtime.told.slice(from).filter(({ event }) => event === 'message')).toEqual([]);
  });

  test('the button sends a test alert through the flow', async () => {
    const before = sentSoFar();
    const answer = await fetch(runtime.admin(`alertwire/alert-in/${ids.in}/test`), {
      method: 'POST',
    });
    expect(await answer.json()).toEqual({ ok: true });
    const message = await runtime.message('sent', before + 1);
    expect(message).toMatchObject({ payload: { type: 'test' }, delivery: { receipt: 'posted' } });
    const nothing = await fetch(runtime.admin('alertwire/alert-in/nobody/test'), {
      method: 'POST',
    });
    expect(nothing.status).toBe(404);
  });

  test('an error in a handler is reported, and the process lives', async () => {
    const before = runtime.messages('caught').length;
    await runtime.receive(ids.slack, { payload: { not: 'an alert' } });
    const caught = await runtime.message('caught', before + 1);
    expect(caught).toMatchObject({ error: { code: 'alert.not_an_alert_event' } });
    await runtime.receive(ids.filter, { payload: null });
    await runtime.receive(ids.filter, {});
    await postAndSend();
  });

  test('no secret is in the flows, the logs, the messages or the flow file', async () => {
    const flows = await (await fetch(runtime.admin('flows'))).text();
    const file = readFileSync(join(runtime.userDir, 'flows.json'), 'utf8');
    const told = JSON.stringify(runtime.told);
    for (const text of [flows, file, told]) {
      expect(text).not.toContain(SECRET);
      expect(text).not.toContain(new URL(webhookUrl()).pathname.split('/').at(-1));
    }
  });
});
