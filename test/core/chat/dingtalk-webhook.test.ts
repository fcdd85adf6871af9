import { describe, expect, it } from '@jest/globals';
import { webhook } from '../../../core/chat/dingtalk/webhook';
import type { HttpAnswer } from '../../../core/http/types';
import { answer } from '../delivery/world';

const NOW = Date.UTC(2026, 2, 1);
const outcome = (given: HttpAnswer) => webhook.outcome(given, NOW);
const problemOf = (given: HttpAnswer) => {
  const seen = outcome(given);
  return 'problem' in seen ? seen.problem : undefined;
};
const said = (errcode: unknown, errmsg: unknown = 'x', status = 200) =>
  answer(status, JSON.stringify({ errcode, errmsg }));

/** https://open.dingtalk.com/document/robots/customize-robot-security-settings and answers seen in public. */
const FINAL: readonly [errcode: number, errmsg: string, code: string, hint: RegExp][] = [
  [
    310000,
    'keywords not in content, more: [https://ding-doc.dingtalk.com/doc]',
    'keyword_missing',
    /the field Keyword of the node/,
  ],
  [
    310000,
    '错误描述:关键词不匹配;解决方案:请联系群管理员查看此机器人的关键词;',
    'keyword_missing',
    /the field Keyword of the node/,
  ],
  [310000, 'sign not match', 'sign_mismatch', /SEC/],
  [
    310000,
    '错误描述:机器人发送签名不匹配;解决方案:请确认签名和生成签名的时间戳必须都放在调用的网址中;',
    'sign_mismatch',
    /SEC/,
  ],
  [310000, 'invalid timestamp', 'timestamp_invalid', /clock/],
  [
    310000,
    '错误描述:机器人发送签名过期;解决方案:请保持在 timestampms 以内;',
    'timestamp_invalid',
    /clock/,
  ],
  [310000, 'ip 203.0.113.9 not in whitelist', 'ip_not_allowed', /public address/],
  [310000, 'something new', 'security_check', /Keyword/],
  [300001, 'token is not exist', 'token_unknown', /webhook URL/],
  [300005, '错误描述:token 不存在;解决方案:请确认token是否正确;', 'token_unknown', /webhook URL/],
  [400101, 'x', 'token_unknown', /webhook URL/],
  [400013, 'x', 'group_dissolved', /webhook URL/],
  [400102, 'x', 'robot_stopped', /Switch it on/],
  [400105, 'x', 'unsupported_message_type', /report/],
  [400106, 'x', 'robot_not_found', /webhook URL/],
  [40035, '缺少参数 json', 'missing_parameter', /report/],
  [
    400402,
    '错误描述:参数 markdown --》 title 缺失，或者参数格式不正确;',
    'missing_parameter',
    /report/,
  ],
  [43002, 'x', 'bad_request', /proxy/],
  [43004, 'x', 'bad_request', /proxy/],
  [430101, 'x', 'unsafe_link', /Preview/],
  [430102, 'x', 'inappropriate_text', /Preview/],
  [430103, 'x', 'inappropriate_image', /Preview/],
  [430104, 'x', 'inappropriate_content', /Preview/],
  [460101, 'message too long, exceed 20000 bytes', 'message_too_long', /report/],
  [0x7fff, 'sign not match', 'sign_mismatch', /SEC/],
];

describe('the answer', () => {
  it('errcode 0 is success, and nothing else is', () => {
    expect(outcome(said(0, 'ok'))).toEqual({ kind: 'delivered' });
    expect(outcome(said('0', 'ok'))).toEqual({ kind: 'delivered' });
    for (const body of [
      '',
      'ok',
      'null',
      '[]',
      '{}',
      '{"errcode":""}',
      '{"errcode":null}',
      '{"errcode":false}',
      '{"errcode":[]}',
      '<html>ok</html>',
    ]) {
      expect(outcome(answer(200, body))).toMatchObject({
        kind: 'rejected',
        problem: { code: 'dingtalk.unexpected_answer', hint: expect.stringContaining('proxy') },
      });
    }
    expect(outcome(said(0, 'ok', 403)).kind).toBe('rejected');
  });

  it.each(FINAL)('%d %s', (errcode, errmsg, code, hint) => {
    expect(outcome(said(errcode, errmsg))).toMatchObject({
      kind: 'rejected',
      problem: { code: `dingtalk.${code}` },
    });
    expect(problemOf(said(errcode, errmsg))?.hint).toMatch(hint);
  });

  it.each([
    [130101, 'send too fast, exceed 20 times per minute', 60_000, 'delivery.rate_limited'],
    [130101, '错误描述:发送速度太快而限流;', 60_000, 'delivery.rate_limited'],
    [410100, 'x', 60_000, 'delivery.rate_limited'],
    [-1, '系统繁忙', 3000, 'dingtalk.busy'],
  ])('%d %s is tried again after %d ms', (errcode, errmsg, afterMs, code) => {
    expect(outcome(said(errcode, errmsg))).toMatchObject({
      kind: 'retry',
      afterMs,
      problem: { code },
    });
  });

  it('says that a robot which sent too much is blocked for ten minutes', () =>
    expect(problemOf(said(130101))?.hint).toContain('10 minutes'));

  it.each([
    [{ status: 1111, wait: 5, source: 'x5', punish: 'deny', uuid: 'u' }, 5000],
    [{ status: 1111, punish: 'deny' }, 5000],
    [{ punish: 'deny', wait: 0.2 }, 200],
    [{ status: 1111, wait: 1e9 }, 3_600_000],
    [{ status: 1111, wait: 'soon' }, 5000],
  ])('the guard in front of DingTalk: %j waits %d ms', (body, afterMs) =>
    expect(outcome(answer(200, JSON.stringify(body)))).toMatchObject({
      kind: 'retry',
      afterMs,
      problem: { code: 'dingtalk.held_at_the_edge' },
    }),
  );

  it('a number nobody knows keeps its number and its words, but no address or telephone', () => {
    const errmsg =
      'no such thing for 13800138000, see https://oapi.dingtalk.com/robot/send?access_token=abc';
    const problem = problemOf(said(987654, errmsg));
    expect(problem?.code).toBe('dingtalk.error_987654');
    expect(problem?.message).toContain('no such thing');
    expect(problem?.message).not.toMatch(/13800138000|oapi|abc/);
  });

  it('is quoted shortly, also where it is endless', () => {
    for (const body of ['<'.repeat(1_000_000), `{"errcode":1,"x":"${'y'.repeat(100_000)}"}`]) {
      expect(problemOf(answer(200, body))?.message.length).toBeLessThan(200);
    }
  });
});

describe('the probe', () => {
  const { probe } = webhook;

  it('is a message DingTalk refuses', () => expect(probe?.request().body).toBe('{}'));

  it('says what it cannot prove', () => expect(probe?.unproven).toContain('secret'));

  it.each([
    [40035, '缺少参数 json'],
    [400105, 'x'],
    [310000, 'keywords not in content'],
  ])('%d %s shows that DingTalk knows the robot', (errcode, errmsg) =>
    expect(probe?.judge(said(errcode, errmsg))).toBeUndefined(),
  );

  it.each([
    [300005, 'token 不存在', 'dingtalk.token_unknown'],
    [310000, 'sign not match', 'dingtalk.sign_mismatch'],
    [310000, 'ip 203.0.113.9 not in whitelist', 'dingtalk.ip_not_allowed'],
    [400102, 'x', 'dingtalk.robot_stopped'],
    [-1, 'system busy', 'dingtalk.busy'],
  ])('%d %s does not', (errcode, errmsg, code) =>
    expect(probe?.judge(said(errcode, errmsg))?.code).toBe(code),
  );
});

describe('the credential', () => {
  const token = '0123456789abcdef'.repeat(4);
  const check = (webhookUrl: string, secret?: string) =>
    webhook.checkCredential({ webhookUrl, ...(secret !== undefined && { secret }) });

  it.each([
    `https://oapi.dingtalk.com/robot/send?access_token=${token}`,
    ` https://oapi.dingtalk.io/robot/send?access_token=${token} `,
    `https://api.dingtalk.io/robot/send?access_token=${token}`,
    `http://127.0.0.1:4400/dingtalk/robot/send?access_token=${token}`,
    'https://chat-proxy.example.com/ding',
  ])('may be %s', (url) => expect(check(url)).toBeUndefined());

  it.each([
    ['', /web address/],
    ['oapi.dingtalk.com/robot/send', /web address/],
    ['https://oapi.dingtalk.com/robot/send', /not complete/],
    ['https://oapi.dingtalk.com/robot/send?access_token=abc', /not complete/],
    [`http://oapi.dingtalk.com/robot/send?access_token=${token}`, /not complete/],
    [`https://oapi.dingtalk.com/gettoken?access_token=${token}`, /page of DingTalk/],
    ['https://open.dingtalk.com/document/robots', /page of DingTalk/],
  ])('is not %j', (url, message) => {
    expect(check(url)?.message).toMatch(message);
    expect(check(url)?.hint).toContain('https://oapi.dingtalk.com/robot/send');
  });

  it('has a secret that starts with SEC, or none', () => {
    const url = `https://oapi.dingtalk.com/robot/send?access_token=${token}`;
    expect(check(url, '')).toBeUndefined();
    expect(check(url, ` SEC${token}`)).toBeUndefined();
    expect(check(url, token)).toMatchObject({
      code: 'dingtalk.bad_secret',
      message: expect.stringContaining('SEC'),
    });
    expect(JSON.stringify(check(url, token))).not.toContain(token);
  });
});
