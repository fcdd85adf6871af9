import { describe, expect, it } from '@jest/globals';
import { runSandbox, send } from './running';
import { at, botAt, botCalled, CONNECTOR, logIn, TENANT, TEXT, teamsBot } from './teams-api-bot';

const NOBODY = '00000000-0000-4000-8000-000000000000';
const DENIED = { message: 'Authorization has been denied for this request.' };

describe('the login of Microsoft Entra', () => {
  it('gives a token for an hour', async () => {
    const reply = await logIn(await runSandbox(), 'Alertwire');
    expect(reply.status).toBe(200);
    expect(reply.headers.get('cache-control')).toContain('no-store');
    expect(JSON.parse(reply.text)).toEqual({
      token_type: 'Bearer',
      expires_in: 3599,
      ext_expires_in: 3599,
      access_token: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/),
    });
  });

  it.each([
    [400, 'invalid_request', 90002, { tenant: NOBODY }],
    [400, 'invalid_request', 900023, { tenant: 'sandbox' }],
    [400, 'invalid_request', 900144, { grant_type: '' }],
    [400, 'invalid_request', 900144, { client_id: '' }],
    [400, 'invalid_request', 900144, { scope: '' }],
    [400, 'unsupported_grant_type', 70003, { grant_type: 'password' }],
    [400, 'unauthorized_client', 700016, { client_id: NOBODY }],
    [400, 'unauthorized_client', 700016, { tenant: 'botframework.com' }],
    [401, 'invalid_client', 7000216, { client_secret: '' }],
    [401, 'invalid_client', 7000215, { client_secret: 'guessed' }],
    [400, 'invalid_scope', 1002012, { scope: 'https://api.botframework.com' }],
    [400, 'invalid_resource', 500011, { scope: 'https://a.example/.default' }],
  ])('refuses with %i %s %i %j', async (status, error, code, told) => {
    const sandbox = await runSandbox();
    const reply = await logIn(sandbox, 'Alertwire', told as Record<string, string>);
    expect(reply.status).toBe(status);
    expect(JSON.parse(reply.text)).toEqual({
      error,
      error_description: expect.stringMatching(
        new RegExp(`^AADSTS${code}: .+ Trace ID: .+ Correlation ID: .+ Timestamp: .+Z$`),
      ),
      error_codes: [code],
      timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\dZ$/),
      trace_id: expect.any(String),
      correlation_id: expect.any(String),
      error_uri: `https://login.microsoftonline.com/error?code=${code}`,
    });
    expect(await sandbox.requests()).toMatchObject([
      { verdict: 'refused', code: `AADSTS${code}`, late: false },
    ]);
  });

  it.each([
    ['Rotated', 7000215],
    ['Expired', 7000222],
  ])('takes the secret of %s no more', async (name, code) => {
    const { status, text } = await logIn(await runSandbox(), name);
    expect([status, JSON.parse(text).error_codes]).toEqual([401, [code]]);
  });

  it('reads a form only, and answers POST only', async () => {
    const sandbox = await runSandbox();
    const { loginUrl, appId, clientSecret } = botCalled(sandbox, 'Alertwire');
    const url = `${loginUrl}/${TENANT}/oauth2/v2.0/token`;
    const form = { grant_type: 'client_credentials', client_id: appId, scope: CONNECTOR };
    const body = JSON.stringify({ ...form, client_secret: clientSecret });
    const headers = { 'content-type': 'application/json' };
    const json = await send(url, { method: 'POST', headers, body });
    expect(JSON.parse(json.text).error_codes).toEqual([900144]);
    expect(JSON.parse((await send(url)).text).error_codes).toEqual([900561]);
  });

  it('keeps secrets and tokens out of the journal', async () => {
    const { sandbox, token, post } = await teamsBot();
    await post('Ops alerts');
    const kept = JSON.stringify(await sandbox.requests());
    expect(kept).toContain('client_credentials');
    expect(kept).not.toContain(botCalled(sandbox, 'Alertwire').clientSecret);
    expect(kept).not.toContain(token);
  });
});

describe('a token', () => {
  it('opens nothing once it has expired', async () => {
    let now = 1_772_331_120_000;
    const { post } = await botAt({ now: () => now });
    now += 3_598_999;
    expect((await post('Ops alerts')).status).toBe(201);
    now += 1;
    const late = await post('Ops alerts');
    expect([late.status, JSON.parse(late.text)]).toEqual([401, DENIED]);
  });

  it('opens nothing when it is for something else, or made up', async () => {
    const graph = { scope: 'https://graph.microsoft.com/.default' };
    const { sandbox, post } = await teamsBot('Alertwire', undefined, graph);
    expect((await post('Ops alerts')).status).toBe(401);
    const bot = await teamsBot('Alertwire', sandbox);
    const url = `${botCalled(sandbox, 'Alertwire').baseUrl}/v3${at(bot.id('Ops alerts'))}`;
    const body = JSON.stringify(TEXT);
    const bare = await send(url, { method: 'POST', body });
    expect([bare.status, bare.headers.get('www-authenticate')]).toEqual([401, 'Bearer']);
    const headers = { authorization: 'Bearer made.up.token' };
    expect((await send(url, { method: 'POST', headers, body })).status).toBe(401);
  });

  it('still opens the channels after a reset', async () => {
    const { sandbox, post } = await teamsBot('Alertwire');
    await sandbox.post('/inspect/reset');
    expect((await post('Ops alerts')).status).toBe(201);
  });

  it('opens nothing when it is of a tenant in which the bot is not registered', async () => {
    const { sandbox, post } = await teamsBot('Elsewhere');
    expect(JSON.parse((await post('Ops alerts')).text)).toEqual(DENIED);
    const home = await teamsBot('Veteran', sandbox, { tenant: TENANT });
    expect((await home.post('Ops alerts')).status).toBe(401);
    const shared = await teamsBot('Veteran', sandbox);
    expect((await shared.post('Ops alerts')).status).toBe(201);
  });

  it.each([
    ['Unregistered', 401, 'BotNotRegistered'],
    ['Disabled', 403, 'BotDisabledByAdmin'],
    ['Uninstalled', 403, 'BotNotInConversationRoster'],
  ])('of %s is answered with %i %s', async (name, status, code) => {
    const { post, sandbox } = await teamsBot(name);
    const reply = await post('Ops alerts');
    expect([reply.status, JSON.parse(reply.text).error.code]).toEqual([status, code]);
    expect(await sandbox.messages()).toEqual([]);
  });
});
