import { describe, expect, it } from '@jest/globals';
import { postJson, postRaw, type Running, runSandbox, send } from './running';
import { cardOf, messageOf } from './teams-messages';

const run = async () => {
  const sandbox = await runSandbox();
  return { sandbox, url: sandbox.hook('Ops alerts', 'teams') };
};

const lastOf = async (sandbox: Running) => (await sandbox.requests()).at(-1);
const codeOf = (text: string) => JSON.parse(text).error.code;

describe('the trigger of a flow', () => {
  it('answers 202 and nothing, and the flow posts the card', async () => {
    const { sandbox, url } = await run();
    const reply = await postJson(url, messageOf(cardOf()));
    expect([reply.status, reply.text]).toEqual([202, '']);
    expect(await sandbox.messages()).toMatchObject([
      { platform: 'teams', channel: 'Ops alerts', text: 'Hi', pings: [] },
    ]);
  });

  it('has an address of either shape', async () => {
    const { sandbox } = await run();
    const urls = sandbox.hooks.filter(({ platform }) => platform === 'teams');
    expect(urls[0]?.url).toContain('/powerautomate/automations/direct/workflows/');
    expect(urls[1]?.url).toContain('/teams/workflows/');
    const reply = await postJson(urls[1]?.url ?? '', messageOf(cardOf()));
    expect(reply.status).toBe(202);
  });

  it.each([
    ['Payments', 400, 'WorkflowTriggerIsNotEnabled'],
    ['Launch 2019', 404, 'WorkflowNotFound'],
    ['Tenant only', 401, 'DirectApiAuthorizationRequired'],
    ['Timesheets', 400, 'TriggerInputSchemaMismatch'],
  ])('of %s answers %d %s', async (channel, status, code) => {
    const { sandbox } = await run();
    const reply = await postJson(sandbox.hook(channel, 'teams'), messageOf(cardOf()));
    expect([reply.status, codeOf(reply.text)]).toEqual([status, code]);
    expect(await lastOf(sandbox)).toMatchObject({ verdict: 'refused', code, channel, late: false });
  });

  it.each([
    ['another signature', (url: string) => url.replace(/.$/, 'x'), 401, 'AuthorizationFailed'],
    [
      'no signature',
      (url: string) => url.replace(/&sig=.*/, ''),
      401,
      'DirectApiAuthorizationRequired',
    ],
    [
      'an escaped ampersand before it',
      (url: string) => url.replace('&sig', '&amp;sig'),
      401,
      'DirectApiAuthorizationRequired',
    ],
    ['another flow', (url: string) => url.replace('0001/', '0009/'), 404, 'WorkflowNotFound'],
  ])('refuses %s', async (_, change, status, code) => {
    const { sandbox, url } = await run();
    const reply = await postJson(change(url), messageOf(cardOf()));
    expect([reply.status, codeOf(reply.text)]).toEqual([status, code]);
    expect(JSON.stringify(await sandbox.requests())).not.toMatch(/Signature|sandboxOps/);
  });

  it.each([
    ['{', 'application/json', 400, 'InvalidRequestContent'],
    ['[]', 'application/json', 400, 'InvalidRequestContent'],
    ['{}', 'text/plain', 400, 'TriggerInputSchemaMismatch'],
    [new Uint8Array([123, 255, 125]), 'application/json', 400, 'InvalidRequestContent'],
  ])('refuses a body nobody can read', async (body, type, status, code) => {
    const { url } = await run();
    const reply = await postRaw(url, body, type);
    expect([reply.status, codeOf(reply.text)]).toEqual([status, code]);
  });

  it('takes POST only', async () => {
    const { url } = await run();
    const reply = await send(url);
    expect([reply.status, reply.headers.get('allow')]).toEqual([405, 'POST']);
  });

  it('takes so many in a minute, and says when the next may come', async () => {
    const sandbox = await runSandbox({ rateWindowScale: 100 });
    const url = sandbox.hook('Ops alerts', 'teams');
    for (let sent = 0; sent < 100; sent += 1) await postJson(url, messageOf(cardOf()));
    const reply = await postJson(url, messageOf(cardOf()));
    expect([reply.status, codeOf(reply.text)]).toEqual([429, 'TooManyRequests']);
    expect(Number(reply.headers.get('retry-after'))).toBeGreaterThan(5000);
    expect(await lastOf(sandbox)).toMatchObject({ code: 'rate_limited' });
  });
});
