import { describe, expect, it } from '@jest/globals';
import { dingtalkApp, refusal, SEND, SEND_TO_PEOPLE, toGroup, toPeople } from './dingtalk-app';
import { CREATE_AND_DELIVER, cardFor } from './dingtalk-cards';
import { runSandbox } from './running';

async function ticking() {
  const clock = { now: 1_772_331_120_000 };
  const sandbox = await runSandbox({ rateWindowScale: 1, now: () => clock.now });
  return { clock, sandbox, app: await dingtalkApp('Alertwire', sandbox) };
}

describe('the rate of calls', () => {
  it('is twenty a second for one app at one address', async () => {
    const { clock, sandbox, app } = await ticking();
    const call = () => app.call('PUT', '/v1.0/card/instances', {});
    for (let made = 0; made < 20; made += 1) expect((await call()).status).toBe(400);
    expect(refusal(await call())).toEqual([403, 'Forbidden.AccessDenied.QpsLimitForAppkeyAndApi']);
    expect((await sandbox.requests()).at(-1)).toMatchObject({ code: 'rate_limited' });
    expect((await app.call('POST', CREATE_AND_DELIVER, cardFor(app))).status).toBe(200);
    clock.now += 1000;
    expect((await call()).status).toBe(400);
  });

  it('has a number at the old addresses', async () => {
    const { app } = await ticking();
    const call = () => app.askOld('/topapi/v2/user/get', { userid: 'manager4101' });
    for (let made = 0; made < 20; made += 1) expect(await call()).toMatchObject({ errcode: 0 });
    expect(await call()).toMatchObject({ errcode: 88, sub_code: '90018' });
  });

  it('is twenty messages a minute for one group', async () => {
    const { clock, sandbox, app } = await ticking();
    const sendTo = (group?: string) => app.call('POST', SEND, toGroup(app, group));
    for (let sent = 0; sent < 20; sent += 1) {
      clock.now += 100;
      expect((await sendTo()).status).toBe(200);
    }
    clock.now += 1000;
    expect(refusal(await sendTo())).toEqual([400, 'send.too.fast']);
    expect((await sandbox.requests()).at(-1)).toMatchObject({ code: 'rate_limited' });
    expect((await sendTo('Platform')).status).toBe(200);
    await sandbox.post('/inspect/reset');
    expect((await sendTo()).status).toBe(200);
  });

  it('says in a good answer who gets too many', async () => {
    const { clock, app } = await ticking();
    const [mei, jonas] = ['@Mei Tanaka', '@Jonas Weber'].map(app.channel);
    const sendTo = (...userIds: unknown[]) => {
      clock.now += 100;
      return app.ask(SEND_TO_PEOPLE, toPeople(app, userIds));
    };
    for (let sent = 0; sent < 20; sent += 1) {
      expect(await sendTo(mei)).toMatchObject({ flowControlledStaffIdList: [] });
    }
    expect(await sendTo(mei, jonas)).toMatchObject({ flowControlledStaffIdList: [mei] });
    const messages = await app.sandbox.messages();
    expect(messages.slice(-2).map(({ channel }) => channel)).toEqual([
      '@Mei Tanaka',
      '@Jonas Weber',
    ]);
    expect(messages).toHaveLength(21);
  });
});

describe('faults at the API of DingTalk', () => {
  it('limit the rate as the addresses do', async () => {
    const app = await dingtalkApp();
    await app.token();
    await app.sandbox.post('/inspect/faults', { kind: 'rate-limit', times: 2 });
    const reply = await app.call('POST', SEND, toGroup(app));
    expect(refusal(reply)).toEqual([403, 'Forbidden.AccessDenied.QpsLimitForAppkeyAndApi']);
    expect(await app.askOld('/topapi/v2/user/get')).toMatchObject({ sub_code: '90018' });
  });

  it('keep to the group or the person a body names', async () => {
    const app = await dingtalkApp();
    const fault = { kind: 'status', status: 504, channel: 'Platform' };
    await app.sandbox.post('/inspect/faults', fault);
    expect((await app.call('POST', SEND, toGroup(app))).status).toBe(200);
    expect((await app.call('POST', CREATE_AND_DELIVER, cardFor(app, 'Platform'))).status).toBe(504);
    await app.sandbox.post('/inspect/faults', { ...fault, channel: '@Mei Tanaka' });
    const userIds = [app.channel('@Mei Tanaka')];
    const sent = await app.call('POST', SEND_TO_PEOPLE, toPeople(app, userIds));
    expect(sent.status).toBe(504);
  });

  it('lose the answer to a card that is there, and can be changed', async () => {
    const app = await dingtalkApp();
    await app.token();
    await app.sandbox.post('/inspect/faults', { kind: 'lost-answer' });
    await expect(app.call('POST', CREATE_AND_DELIVER, cardFor(app))).rejects.toThrow(
      'fetch failed',
    );
    expect(await app.sandbox.messages()).toHaveLength(1);
    const again = await app.call('POST', CREATE_AND_DELIVER, cardFor(app));
    expect(refusal(again)).toEqual([400, 'param.cardAlreadyExist']);
    const change = { outTrackId: 'alert-1', cardData: { cardParamMap: { title: 'b' } } };
    expect((await app.call('PUT', '/v1.0/card/instances', change)).status).toBe(200);
  });

  it('reset the connection before the message is taken', async () => {
    const app = await dingtalkApp();
    await app.token();
    await app.sandbox.post('/inspect/faults', { kind: 'reset' });
    await expect(app.call('POST', SEND, toGroup(app))).rejects.toThrow('fetch failed');
    expect(await app.sandbox.messages()).toEqual([]);
  });

  it('delay an answer', async () => {
    const app = await dingtalkApp();
    await app.token();
    await app.sandbox.post('/inspect/faults', { kind: 'delay', delayMs: 1 });
    expect((await app.call('POST', SEND, toGroup(app))).status).toBe(200);
    expect((await app.sandbox.requests()).at(-1)).toMatchObject({ fault: 'delay' });
  });
});
