import { describe, expect, it } from '@jest/globals';
import { refusal } from './dingtalk-app';
import { chatWithApp } from './dingtalk-people';
import { REGISTER, register } from './dingtalk-people-cards';

describe('an address for presses', () => {
  it('is registered, its secret shown to nobody', async () => {
    const chat = await chatWithApp();
    const callbackUrl = 'http://127.0.0.1:9/cards';
    const reply = await register(chat, callbackUrl, { apiSecret: 'sesame-9' });
    expect([reply.status, JSON.parse(reply.text)]).toEqual([
      200,
      { success: true, result: { callbackUrl, apiSecret: 'sesame-9' } },
    ]);
    expect(JSON.stringify(await chat.sandbox.requests())).not.toContain('sesame-9');
  });

  it('stays, unless the change is forced', async () => {
    const chat = await chatWithApp();
    const one = 'http://127.0.0.1:9/one';
    await register(chat, one, { apiSecret: 'a' });
    const same = await register(chat, one, { apiSecret: 'b' });
    expect(JSON.parse(same.text).result).toEqual({ callbackUrl: one, apiSecret: 'a' });
    const other = 'http://127.0.0.1:9/other';
    expect(refusal(await register(chat, other))).toEqual([500, 'param.callbackRouteKeyExist']);
    const forced = await register(chat, other, { forceUpdate: true });
    expect(JSON.parse(forced.text).result).toEqual({ callbackUrl: other });
  });

  it.each([
    [{}, 'param.empty'],
    [{ callbackUrl: 'http://127.0.0.1:9' }, 'param.callbackRouteKeyEmpty'],
    [{ callbackRouteKey: 'cards' }, 'param.callbackUrlEmpty'],
    [{ callbackRouteKey: 'a', callbackUrl: 'https://a.example' }, 'system.updateCallbackFailed'],
  ])('as %j is refused with %s', async (body, code) => {
    const chat = await chatWithApp();
    expect(refusal(await chat.call('POST', REGISTER, body))).toEqual([400, code]);
  });
});
