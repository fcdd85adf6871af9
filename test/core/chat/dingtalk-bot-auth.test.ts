import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { bot } from '../../../core/chat/dingtalk/bot';
import { dingtalk } from '../../../core/chat/dingtalk/index';
import type { TokenRules } from '../../../core/chat/platform';
import type { Credential, HttpRequest } from '../../../core/http/types';
import { answer } from '../delivery/world';
import { json, NOW, taken } from './steps';

const credential = {
  clientId: ' dingkey0001 ',
  clientSecret: ' s+cret ',
  robotCode: 'dingrobot1',
  cardTemplateId: 'a1e47b1e-0a1e-4a1e-8a1e-a1e47b1e0001.schema',
};
const tokens = dingtalk.tokens as TokenRules;
const sent = (request: HttpRequest, given: Credential = credential) =>
  dingtalk.authenticate(tokens.apply(request, 'TOKEN'), given, NOW);
const to = (url: string, body: object = {}): HttpRequest => ({
  method: 'POST',
  url,
  headers: {},
  body: JSON.stringify(body),
});
const bodyOf = ({ body = '' }: HttpRequest) => JSON.parse(body);
const HEADER = 'x-acs-dingtalk-access-token';

describe('the token', () => {
  it('is asked for with key and secret, and no token', () => {
    const request = sent(tokens.request(credential));
    expect(request).toMatchObject({
      method: 'POST',
      url: 'https://api.dingtalk.com/v1.0/oauth2/accessToken',
      headers: { 'content-type': 'application/json; charset=utf-8' },
    });
    expect(request.headers).not.toHaveProperty(HEADER);
    expect(bodyOf(request)).toEqual({ appKey: 'dingkey0001', appSecret: 's+cret' });
  });

  it('is read with its end', () => {
    const given = json(200, { accessToken: 'abc', expireIn: 7200 });
    expect(tokens.read(given, NOW)).toEqual({ value: 'abc', expiresAt: NOW + 7_200_000 });
    expect(tokens.read(json(200, { accessToken: 'abc' }), NOW)?.expiresAt).toBe(NOW);
  });

  it.each([[{ accessToken: 'a\nb' }], [{ accessToken: '' }], [{ code: 'x' }], [[]]])(
    'is none in %j',
    (body) => expect(tokens.read(json(200, body), NOW)).toBeUndefined(),
  );

  it('is refused by its code, whatever the status', () => {
    for (const status of [400, 401, 403]) {
      expect(tokens.refused(json(status, { code: 'InvalidAuthentication' }))).toBe(true);
      expect(tokens.refused(json(status, { code: 'invalidAuthentication' }))).toBe(true);
      expect(tokens.refused(json(status, { code: 'unauthorized' }))).toBe(false);
    }
    expect(tokens.refused(answer(401, 'x'))).toBe(false);
    expect(tokens.refused({ failed: 'not-sent', code: 'x' })).toBe(false);
  });
});

describe('a request', () => {
  it('of the robot says which robot', () => {
    const request = sent(to('/v1.0/robot/groupMessages/send', { msgKey: 'k' }));
    expect(request.url).toBe('https://api.dingtalk.com/v1.0/robot/groupMessages/send');
    expect(request.headers).toEqual({ [HEADER]: 'TOKEN' });
    expect(bodyOf(request)).toEqual({ msgKey: 'k', robotCode: 'dingrobot1' });
    const own = sent(to('/v1.0/robot/x'), { ...credential, robotCode: ' ' });
    expect(bodyOf(own)).toEqual({ robotCode: 'dingkey0001' });
  });

  it.each(['imGroupOpenDeliverModel', 'imRobotOpenDeliverModel'])(
    'for a card names template and robot in %s',
    (name) => {
      const body = { outTrackId: 'k', [name]: { spaceType: 'x' } };
      expect(bodyOf(sent(to('/v1.0/card/instances/createAndDeliver', body)))).toEqual({
        outTrackId: 'k',
        cardTemplateId: credential.cardTemplateId,
        [name]: { spaceType: 'x', robotCode: 'dingrobot1' },
      });
    },
  );

  it('that changes a card names neither', () =>
    expect(bodyOf(sent(to('/v1.0/card/instances', { a: 1 })))).toEqual({ a: 1 }));

  it('goes to the base address of the credential', () => {
    const given = { ...credential, baseUrl: ' http://127.0.0.1:4400/dingtalk/ ' };
    const request = sent(to('/v1.0/card/instances'), given);
    expect(request.url).toBe('http://127.0.0.1:4400/dingtalk/v1.0/card/instances');
    expect(sent(tokens.request(given), given).url).toBe(
      'http://127.0.0.1:4400/dingtalk/v1.0/oauth2/accessToken',
    );
  });

  it.each(['https://evil.example/v1.0/robot/x', '//evil.example/x', 'https://api.dingtalk.com/x'])(
    'to %s gets no token and no secret',
    (url) => expect(JSON.stringify(sent(to(url)))).not.toMatch(/TOKEN|s\+cret/),
  );

  it('holds the secret nowhere but where the token comes from', () =>
    expect(JSON.stringify(sent(to('/v1.0/robot/x')))).not.toContain('s+cret'));
});

describe('a check', () => {
  it('proves key and secret, and says what stays open', async () => {
    const { result, requests } = await taken(bot.check(), json(200, { accessToken: 'abc' }));
    expect(result).toEqual({ name: 'the app', unproven: expect.stringMatching(/Send Test/) });
    expect(requests).toEqual([tokens.request(credential)]);
  });

  it('says what is wrong', async () => {
    const refused = json(400, { code: 'invalidClientIdOrSecret', message: 'x' });
    expect((await taken(bot.check(), refused)).result).toMatchObject({
      problem: { code: 'dingtalk.wrong_secret' },
    });
    expect((await taken(bot.check(), answer(200, '<html>'))).result).toHaveProperty('problem.code');
  });
});

describe('the credential', () => {
  it.each([
    [{}],
    [{ robotCode: '' }],
    [{ baseUrl: 'https://api.dingtalk.io' }],
    [{ baseUrl: 'http://127.0.0.1:4400/dingtalk' }],
    [{ cardTemplateId: 'b4fd2119-9945-4e13-9989-747da19e3bc7' }],
  ])('may hold %j', (more) =>
    expect(bot.checkCredential({ ...credential, ...more })).toBeUndefined(),
  );

  it.each([
    [{ clientId: '' }, 'dingtalk.bad_client_id'],
    [{ clientId: 'my app' }, 'dingtalk.bad_client_id'],
    [{ clientSecret: '' }, 'dingtalk.no_secret'],
    [{ clientSecret: 'a\nb' }, 'dingtalk.no_secret'],
    [{ robotCode: 'a b' }, 'dingtalk.bad_robot_code'],
    [{ cardTemplateId: '' }, 'dingtalk.no_card_template'],
    [{ cardTemplateId: 'https://open-dev.dingtalk.com' }, 'dingtalk.bad_card_template'],
    [{ baseUrl: 'api.dingtalk.io' }, 'dingtalk.bad_base_url'],
    [{ baseUrl: 'https://a:b@api.dingtalk.io' }, 'dingtalk.bad_base_url'],
  ])('is not good with %j', (more, code) => {
    const problem = bot.checkCredential({ ...credential, ...more });
    expect(problem).toMatchObject({ code, hint: expect.stringMatching(/\w+ \w+/) });
    expect(JSON.stringify(problem)).not.toContain('s+cret');
  });

  it('without a template says where one comes from, and where that is explained', () => {
    const hint = bot.checkCredential({ ...credential, cardTemplateId: ' ' })?.hint ?? '';
    expect(hint).toContain('open-dev.dingtalk.com/fe/card');
    const [, file = ''] =
      /https:\/\/github\.com\/alertwire\/alertwire\/blob\/main\/(\S+)/.exec(hint) ?? [];
    expect(file).toBe('docs/dingtalk-card.md');
    expect(existsSync(join(__dirname, '../../..', file))).toBe(true);
  });
});
