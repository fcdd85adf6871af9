import type { ServerResponse } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { eventOf } from '../core/card/alerts';
import { ilertBody } from './support/bodies';
import { ChatServer } from './support/chat-server';
import { exampleFlow, ids } from './support/flows';
import { post } from './support/post';
import { Runtime } from './support/runtime';

let runtime: Runtime;
beforeAll(async () => {
  runtime = await Runtime.start({ more: { nodeMessageBufferMaxLength: 3 } });
});
afterAll(() => runtime.stop());

/** Deploys with a fresh chat and tells only what happened since. */
const withChat = async (
  given: { respond?: Parameters<typeof ChatServer.start>[0]; slack?: object },
  work: (chat: ChatServer, next: (sink: string) => ReturnType<Runtime['message']>) => Promise<void>,
) => {
  const chat = await ChatServer.start(given.respond);
  const nodes = { [ids.slack]: given.slack ?? {} };
  await runtime.deploy(exampleFlow({ webhookUrl: chat.url, nodes }));
  const seen: Record<string, number> = {};
  for (const sink of ['sent', 'caught']) seen[sink] = runtime.messages(sink).length;
  const next = (sink: string) => {
    seen[sink] += 1;
    return runtime.message(sink, seen[sink]);
  };
  try {
    await work(chat, next);
  } finally {
    await chat.close();
  }
};

test('one socket serves message after message', () =>
  withChat({}, async (chat, next) => {
    for (let count = 0; count < 5; count += 1) {
      await post(runtime, ilertBody());
      await next('sent');
    }
    expect(chat.got).toHaveLength(5);
    expect(chat.socketCount).toBe(1);
  }));

test('what comes at once of one alert is one message, and it shows how the alert stands', () =>
  withChat({}, async (chat, next) => {
    const { id } = ilertBody();
    const types = ['alert-created', 'alert-acknowledged', 'alert-resolved'];
    await Promise.all(types.map((type) => post(runtime, ilertBody(type, { id }))));
    const sent = [await next('sent'), await next('sent'), await next('sent')];
    const order = sent.map(({ payload }) => (payload as { type: string }).type);
    expect([...order].sort()).toEqual(['accepted', 'created', 'resolved']);
    expect(chat.got.at(-1)?.body).toContain('Resolved');
    // Which of them came first is not ours to say: a late one only adds a line.
    const fates = expect.stringMatching(/^(posted|merged|superseded)$/);
    for (const { delivery } of sent) expect(delivery).toMatchObject({ receipt: fates });
    expect(chat.got.length).toBeLessThan(3);
  }));

test('the same event twice at the same moment is one message', async () => {
  const held: (() => void)[] = [];
  const respond = (_got: unknown, response: ServerResponse) =>
    void held.push(() => response.end('ok'));
  await withChat({ respond }, async (chat, next) => {
    const payload = eventOf({ id: 'same', alert: { id: 'same' } });
    await runtime.receive(ids.slack, { payload });
    await chat.nth(1);
    await runtime.receive(ids.slack, { payload });
    for (const release of held.splice(0)) release();
    const sent = [await next('sent'), await next('sent')];
    const receipts = sent.map(({ delivery }) => (delivery as { receipt: string }).receipt);
    expect([...receipts].sort()).toEqual(['merged', 'posted']);
    expect(chat.got).toHaveLength(1);
  });
});

test('what the platform sends again after it was written down is no second message', () =>
  withChat({}, async (chat, next) => {
    const body = ilertBody();
    await post(runtime, body);
    await next('sent');
    expect(await post(runtime, body)).toMatchObject({ status: 202, body: { accepted: 0 } });
    expect(chat.got).toHaveLength(1);
  }));

test('a preview shows the message and sends nothing', () =>
  withChat({ slack: { operation: 'preview', connection: '' } }, async (chat, next) => {
    await post(runtime, ilertBody());
    expect(await next('sent')).toMatchObject({
      delivery: { receipt: 'skipped', attempts: 0 },
      rendered: {
        payload: expect.any(Object),
        size: { used: expect.any(Number) },
        dropped: [],
        pings: [],
      },
    });
    expect(chat.got).toEqual([]);
    await runtime.status(ids.slack, /^previewed/);
  }));

test('a message of one’s own words is evaluated and sent', () => {
  const slack = {
    resource: 'message',
    operation: 'send',
    text: '"On call: " & payload.who',
    textType: 'jsonata',
  };
  return withChat({ slack }, async (chat, next) => {
    await runtime.receive(ids.slack, { payload: { who: 'Ada' } });
    expect(await next('sent')).toMatchObject({
      payload: { who: 'Ada' },
      delivery: { receipt: 'posted' },
    });
    expect(chat.got[0].body).toContain('On call: Ada');
  });
});

test('an alert described in the node is evaluated and sent', () => {
  const slack = {
    alertSource: 'define',
    title: 'payload.title',
    titleType: 'msg',
    severity: 'payload.severity',
    severityType: 'msg',
    labels: [
      { name: 'region', value: 'ALERTWIRE_TEST_REGION', type: 'env' },
      { name: 'team', value: 'platform', type: 'str' },
    ],
  };
  return withChat({ slack }, async (chat, next) => {
    await runtime.receive(ids.slack, { payload: { title: 'Disk is full', severity: 'Critical' } });
    expect(await next('sent')).toMatchObject({ payload: { title: 'Disk is full' } });
    expect(chat.got[0].body).toMatch(/Disk is full/);
    expect(chat.got[0].body).toMatch(/platform/);
  });
});

test('a value that cannot be evaluated is an error for Catch, and nothing is sent', () =>
  withChat(
    { slack: { resource: 'message', text: '$nosuch(', textType: 'jsonata' } },
    async (chat, next) => {
      await runtime.receive(ids.slack, { payload: 1 });
      expect(await next('caught')).toMatchObject({
        error: { source: { id: ids.slack }, code: 'field.not_evaluated' },
        delivery: { receipt: 'failed', attempts: 0 },
        payload: 1,
      });
      expect(chat.got).toEqual([]);
    },
  ));

test('without a filter the node’s own events decide', () =>
  withChat({}, async (chat, next) => {
    await post(runtime, ilertBody());
    const { payload } = await next('sent');
    const comment = { ...(payload as object), id: 'another', type: 'comment-added' };
    await runtime.receive(ids.slack, { payload: comment });
    expect(await next('sent')).toMatchObject({
      payload: { type: 'comment-added' },
      delivery: { receipt: 'skipped', attempts: 0 },
    });
    expect(chat.got).toHaveLength(1);
  }));

test('what a busy chat asks for is waited for, and then the message arrives', () => {
  let busy = true;
  const respond = (_got: unknown, response: ServerResponse) => {
    response.statusCode = busy ? 429 : 200;
    if (busy) response.setHeader('retry-after', '1');
    response.end(busy ? '' : 'ok');
    busy = false;
  };
  return withChat({ respond }, async (chat, next) => {
    const from = runtime.told.length;
    await post(runtime, ilertBody());
    await runtime.status(ids.slack, /^sending…$/, from);
    await runtime.status(ids.slack, /^retrying in 1 s$/, from);
    expect(await next('sent')).toMatchObject({ delivery: { receipt: 'posted' } });
    expect(chat.got).toHaveLength(2);
  });
});

test('a lost answer is not sent twice, and Catch is told', () =>
  withChat({ respond: (_got, response) => response.destroy() }, async (chat, next) => {
    await post(runtime, ilertBody());
    expect(await next('caught')).toMatchObject({ delivery: { receipt: 'unknown', attempts: 1 } });
    expect(chat.got).toHaveLength(1);
  }));

test('a chat that is not there is a failure with a code', () =>
  withChat({ slack: { maxWaitSeconds: 3 } }, async (chat, next) => {
    await chat.close();
    await post(runtime, ilertBody());
    const caught = await next('caught');
    expect(caught).toMatchObject({
      error: { code: expect.stringMatching(/^[a-z]+\.[a-z_]+$/) },
      delivery: { receipt: 'deferred' },
    });
    expect(JSON.stringify(caught)).not.toContain('secretTokenOfTheHook');
  }).catch((error: Error & { code?: string }) => {
    if (error.code !== 'ERR_SERVER_NOT_RUNNING') throw error;
  }));

test('a redirect is not followed', () =>
  withChat(
    {
      respond: (got, response) => {
        response.writeHead(302, { location: `${got.path}/elsewhere` });
        response.end();
      },
    },
    async (chat, next) => {
      await post(runtime, ilertBody());
      expect(await next('caught')).toMatchObject({ delivery: { receipt: 'failed' } });
      expect(chat.got).toHaveLength(1);
    },
  ));

test('without a connection nothing is sent, and the error says so', () =>
  withChat({ slack: { connection: '' } }, async (_chat, next) => {
    const from = runtime.told.length;
    await post(runtime, ilertBody());
    expect(await next('caught')).toMatchObject({
      error: { code: 'credential.missing', message: expect.stringContaining('deploy') },
      delivery: { receipt: 'failed', attempts: 0 },
    });
    await runtime.status(ids.slack, /^credential\.missing · \d\d:\d\d$/, from);
  }));

test('a full queue refuses, and what was in it still arrives', async () => {
  const held: (() => void)[] = [];
  await withChat(
    { respond: (_got, response) => held.push(() => response.end('ok')) },
    async (chat, next) => {
      for (let count = 0; count < 4; count += 1) await post(runtime, ilertBody());
      expect(await next('caught')).toMatchObject({ error: { code: 'delivery.queue_full' } });
      for (let count = 0; count < 3; count += 1) {
        await chat.nth(count + 1);
        for (const release of held.splice(0)) release();
        await next('sent');
      }
    },
  );
});

describe('the buttons of the connection’s dialog', () => {
  const attempt = async (given: object) => {
    const answer = await fetch(runtime.admin('alertwire/connection/alertwire-slack-webhook/try'), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(given),
    });
    return answer.json();
  };
  const saved = { webhookUrl: '__PWRD__' };

  test('say which field is empty', async () => {
    expect(await attempt({ id: '', credentials: { webhookUrl: '' }, post: false })).toMatchObject({
      ok: false,
      code: 'credential.missing',
      message: 'The Slack connection has no Webhook URL, so nothing was sent.',
    });
  });

  const noText = (_got: unknown, response: ServerResponse) => {
    response.statusCode = 400;
    response.end('no_text');
  };

  test('the test asks what Slack refuses without posting', () =>
    withChat({ respond: noText }, async (chat) => {
      expect(await attempt({ id: ids.connection, credentials: saved, post: false })).toEqual({
        ok: true,
        proof: 'known',
      });
      expect(chat.got[0].body).toBe('{}');
    }));

  test('an address that is none is named before anything is sent', async () => {
    const answer = await attempt({
      id: '',
      credentials: { webhookUrl: 'not an address' },
      post: false,
    });
    expect(answer).toMatchObject({ ok: false, code: 'slack.bad_webhook_url' });
  });

  test('the test message is posted, with the address from the dialog or the environment', () =>
    withChat({}, async (chat) => {
      const { url: webhookUrl } = chat;
      expect(await attempt({ id: '', credentials: { webhookUrl }, post: true })).toEqual({
        ok: true,
        proof: 'posted',
      });
      expect(chat.got[0].body).toMatch(/Test alert from Alertwire/);
    }));
});
