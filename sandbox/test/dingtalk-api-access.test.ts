import { describe, expect, it } from '@jest/globals';
import { dingtalkApp, refusal, SEND, toGroup } from './dingtalk-app';
import { postJson, postRaw, runSandbox, send } from './running';

const TOKEN = '/v1.0/oauth2/accessToken';

describe('a token', () => {
  it('is given for two hours, the same one again, and shown to nobody', async () => {
    const { sandbox, credential, token } = await dingtalkApp();
    const { clientId: appKey, clientSecret: appSecret } = credential;
    const { status, text } = await postJson(`${sandbox.url}/dingtalk${TOKEN}`, {
      appKey,
      appSecret,
    });
    expect(status).toBe(200);
    expect(JSON.parse(text)).toEqual({ accessToken: await token(), expireIn: 7200 });
    const requests = JSON.stringify(await sandbox.requests());
    expect(requests).toContain(TOKEN);
    for (const secret of [await token(), appSecret]) expect(requests).not.toContain(secret);
  });

  it('is given at the old address too, and opens both', async () => {
    const { sandbox, credential, token } = await dingtalkApp();
    const { clientId, clientSecret } = credential;
    const query = `appkey=${clientId}&appsecret=${clientSecret}`;
    const reply = await send(`${sandbox.url}/dingtalk/gettoken?${query}`);
    expect(JSON.parse(reply.text)).toEqual({
      errcode: 0,
      errmsg: 'ok',
      access_token: await token(),
      expires_in: 7200,
    });
    const [{ path }] = await sandbox.requests();
    expect(path).toBe(`/dingtalk/gettoken?appkey=${clientId}&appsecret=…`);
  });

  it.each([
    [{}, 'invalidParameter.appKey.blank'],
    [{ appKey: 'dingnobody' }, 'invalidClientIdOrSecret'],
    [{ appKey: 'dingsandboxalertwire', appSecret: 'x' }, 'invalidClientIdOrSecret'],
  ])('is not given for %j', async (body, code) => {
    const { url } = await runSandbox();
    const reply = await postJson(`${url}/dingtalk${TOKEN}`, body);
    expect(refusal(reply)).toEqual([400, code]);
    expect(JSON.parse(reply.text)).toEqual({
      code,
      message: expect.any(String),
      requestid: expect.stringMatching(/^[0-9A-F-]{36}$/),
    });
  });

  it('is asked for with JSON', async () => {
    const { url } = await runSandbox();
    const form = 'application/x-www-form-urlencoded';
    const reply = await postRaw(`${url}/dingtalk${TOKEN}`, 'appKey=a', form);
    expect(refusal(reply)).toEqual([400, 'Missingbody']);
  });

  it.each([
    ['', 40035],
    ['?appkey=a', 40096],
    ['?appkey=dingsandboxalertwire&appsecret=b', 40096],
  ])('is not given at the old address for %j', async (query, errcode) => {
    const { url } = await runSandbox();
    const reply = await send(`${url}/dingtalk/gettoken${query}`);
    expect([reply.status, JSON.parse(reply.text).errcode]).toEqual([200, errcode]);
  });

  it('is not given for a secret that was reset', async () => {
    const { sandbox, credential } = await dingtalkApp('Rotated');
    const { clientId: appKey, clientSecret: appSecret } = credential;
    const reply = await postJson(`${sandbox.url}/dingtalk${TOKEN}`, { appKey, appSecret });
    expect(refusal(reply)).toEqual([400, 'invalidClientIdOrSecret']);
    const [{ reason }] = await sandbox.requests();
    expect(reason).toContain('was reset');
  });

  it('expires two hours after it was asked for last', async () => {
    let now = 1_772_331_120_000;
    const sandbox = await runSandbox({ now: () => now });
    const first = await dingtalkApp('Alertwire', sandbox);
    const ask = () => first.call('POST', SEND, {});
    const { token } = first;
    await token();
    now += 7_199_000;
    expect(refusal(await ask())[1]).toBe('invalidParameter.robotCode.empty');
    const again = await dingtalkApp('Alertwire', sandbox);
    expect(await again.token()).toBe(await token());
    now += 7_199_000;
    expect(refusal(await ask())[1]).toBe('invalidParameter.robotCode.empty');
    now += 1000;
    expect(refusal(await ask())).toEqual([400, 'InvalidAuthentication']);
    expect((await first.askOld('/topapi/v2/user/get')).sub_code).toBe('40014');
    const fresh = await dingtalkApp('Alertwire', sandbox);
    expect(await fresh.token()).not.toBe(await token());
  });

  it('outlives a reset of the sandbox', async () => {
    const { sandbox, call } = await dingtalkApp();
    await call('POST', SEND, {});
    await sandbox.post('/inspect/reset');
    expect(refusal(await call('POST', SEND, {}))[1]).toBe('invalidParameter.robotCode.empty');
  });
});

describe('a call', () => {
  it.each([
    [{ 'x-acs-dingtalk-access-token': '' }, 'AuthenticationFailed.MissingParameter'],
    [{ 'x-acs-dingtalk-access-token': 'x' }, 'InvalidAuthentication'],
    [{ 'content-type': 'text/plain' }, 'Missingbody'],
  ])('with %j is refused with %s', async (headers, code) => {
    const { call } = await dingtalkApp();
    expect(refusal(await call('POST', SEND, {}, headers))).toEqual([400, code]);
  });

  it('is refused where the body is no JSON', async () => {
    const { call } = await dingtalkApp();
    expect(refusal(await call('POST', SEND, '{'))).toEqual([400, 'Missingbody']);
  });

  it.each([
    ['PUT', SEND],
    ['POST', '/v1.0/robot/groups'],
  ])('of %s %s finds nothing', async (verb, path) => {
    const { call, sandbox } = await dingtalkApp();
    expect(refusal(await call(verb, path, {}))).toEqual([404, 'InvalidAction.NotFound']);
    const { path: shown } = (await sandbox.requests()).at(-1) ?? {};
    expect(shown).toBe(path === SEND ? `/dingtalk${SEND}` : '/dingtalk/…');
  });

  it('says which permission is missing', async () => {
    const app = await dingtalkApp('Onlooker');
    const reply = await app.call('POST', SEND, toGroup(app));
    expect(reply.status).toBe(403);
    expect(JSON.parse(reply.text)).toMatchObject({
      code: 'Forbidden.AccessDenied.AccessTokenPermissionDenied',
      accessdenieddetail: { requiredScopes: ['qyapi_robot_sendmsg'] },
    });
  });

  it('is refused where the calls of the month are used up', async () => {
    const { call } = await dingtalkApp('Used up');
    expect(refusal(await call('POST', SEND, {}))).toEqual([
      403,
      'Forbidden.AccessDenied.ApiCountLimitForOrg',
    ]);
  });
});

describe('looking people up', () => {
  const BY_MOBILE = '/topapi/v2/user/getbymobile';
  const DETAILS = '/topapi/v2/user/get';

  it('finds the userId of a mobile, and who that is', async () => {
    const { askOld, channel } = await dingtalkApp();
    const found = await askOld(BY_MOBILE, { mobile: '13800000001' });
    expect(found).toMatchObject({ errcode: 0, errmsg: 'ok', request_id: expect.any(String) });
    const { userid } = found.result as { userid: string };
    expect(userid).toBe(channel('@Priya Raman'));
    expect(await askOld(DETAILS, { userid })).toMatchObject({
      errcode: 0,
      result: { userid, name: 'Priya Raman', unionid: expect.any(String) },
    });
  });

  it('takes a form, with the token in it', async () => {
    const { sandbox, token } = await dingtalkApp();
    const form = new URLSearchParams({ access_token: await token(), mobile: '13800000002' });
    const reply = await postRaw(
      `${sandbox.url}/dingtalk${BY_MOBILE}`,
      form.toString(),
      'application/x-www-form-urlencoded;charset=utf-8',
    );
    expect(JSON.parse(reply.text)).toMatchObject({ errcode: 0, result: { userid: '0134561200' } });
    expect(JSON.stringify(await sandbox.requests())).not.toContain(await token());
  });

  it.each([
    [BY_MOBILE, {}, 400002],
    [BY_MOBILE, { mobile: 13_800_000_001 }, 400002],
    [BY_MOBILE, { mobile: 'Priya' }, 40104],
    [BY_MOBILE, { mobile: '13900000000' }, 60121],
    [BY_MOBILE, { mobile: '13800000005' }, 60121],
    [DETAILS, {}, 400002],
    [DETAILS, { userid: 'nobody' }, 33012],
    ['/topapi/v2/user/list', {}, 22],
  ])('at %s with %j is refused with %i', async (path, body, errcode) => {
    const { askOld } = await dingtalkApp();
    expect(await askOld(path, body)).toMatchObject({ errcode });
  });

  it('is refused with 88 by the gateway', async () => {
    const { sandbox, askOld } = await dingtalkApp('Announcer');
    expect(await askOld(BY_MOBILE, { mobile: '13800000001' })).toMatchObject({
      errcode: 88,
      sub_code: '60011',
      errmsg: expect.stringContaining('subcode=60011'),
    });
    const { text } = await postJson(`${sandbox.url}/dingtalk${DETAILS}`, { userid: 'a' });
    expect(JSON.parse(text)).toMatchObject({ errcode: 88, sub_code: '40000' });
    const read = await send(`${sandbox.url}/dingtalk${DETAILS}?access_token=a`);
    expect(JSON.parse(read.text)).toMatchObject({ errcode: 43002 });
  });

  it('finds nobody of another organization', async () => {
    const { askOld } = await dingtalkApp('Stranger');
    expect(await askOld(BY_MOBILE, { mobile: '13800000001' })).toMatchObject({ errcode: 60121 });
  });
});

describe('a group', () => {
  const ASK = '/v1.0/im/sceneGroups/query';

  it('is known to the app that made it from a template', async () => {
    const { ask, channel } = await dingtalkApp();
    const openConversationId = channel('Night shift');
    expect(await ask(ASK, { openConversationId })).toMatchObject({
      success: true,
      openConversationId,
      title: 'Night shift',
      status: 1,
    });
  });

  it.each([
    ['', 'paramBlank'],
    ['cidNobody', 'cidEncryptError'],
    ['cidOnCall+Sandbox/Group01Q==', 'groupPermissionDenied'],
  ])('cannot be asked for as %j', async (openConversationId, code) => {
    const { call } = await dingtalkApp();
    expect(refusal(await call('POST', ASK, { openConversationId }))).toEqual([400, code]);
  });

  it('cannot be asked for by another app', async () => {
    const { call, channel, sandbox } = await dingtalkApp('Stopped');
    const body = { openConversationId: channel('Night shift') };
    expect(refusal(await call('POST', ASK, body))).toEqual([400, 'groupTemplatePermissionDenied']);
    const stranger = await dingtalkApp('Stranger', sandbox);
    const foreign = await stranger.call('POST', ASK, body);
    expect(refusal(foreign)).toEqual([400, 'groupPermissionDenied']);
  });
});
