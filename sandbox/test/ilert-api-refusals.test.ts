import { describe, expect, it } from '@jest/globals';
import { connected, happenAt } from './connected';
import { call, credentialOf, ilertApi } from './oncall-keys';
import { runSandbox } from './running';

const happen = happenAt('ilert');

type Case = [
  name: string,
  who: string,
  verb: string,
  path: string,
  body: unknown,
  status: number,
  code: string,
];

const ALERT = { summary: 'A', alertSource: { id: 731_204 } };
const ACTION = {
  name: 'Router',
  connectorType: 'webhook',
  params: { webhookUrl: 'http://127.0.0.1:1/' },
};
const action = (change: object) => ({ ...ACTION, ...change });
const webhook = (params: object) => action({ params });

/** `{id}` is an alert that is open. */
const CASES: Case[] = [
  ['a method that is none', 'Ada', 'POST', '/alerts/{id}/snooze', {}, 404, 'NOT_FOUND'],
  ['accepting with POST', 'Ada', 'POST', '/alerts/{id}/accept', undefined, 404, 'NOT_FOUND'],
  ['an alert that is none', 'Ada', 'PUT', '/alerts/1/accept', undefined, 404, 'NOT_FOUND'],
  ['an id that is none', 'Ada', 'PUT', '/alerts/one/accept', undefined, 400, 'BAD_REQUEST'],
  ['a deleted key', 'Priya', 'GET', '/alerts', undefined, 401, 'UNAUTHORIZED'],
  [
    'accepting with a reader’s key',
    'Bob',
    'PUT',
    '/alerts/{id}/accept',
    undefined,
    403,
    'FORBIDDEN',
  ],
  ['creating with a reader’s key', 'Bob', 'POST', '/alerts', ALERT, 403, 'FORBIDDEN'],
  ['registering as a responder', 'Jonas', 'POST', '/alert-actions', ACTION, 403, 'FORBIDDEN'],
  ['nobody to assign to', 'Ada', 'PUT', '/alerts/{id}/assign', undefined, 400, 'BAD_REQUEST'],
  [
    'two to assign to',
    'Ada',
    'PUT',
    '/alerts/{id}/assign?user=410021&policy=520118',
    undefined,
    400,
    'BAD_REQUEST',
  ],
  [
    'a name to assign to',
    'Ada',
    'PUT',
    '/alerts/{id}/assign?user=priya',
    undefined,
    400,
    'BAD_REQUEST',
  ],
  ['an unknown user', 'Ada', 'PUT', '/alerts/{id}/assign?user=1', undefined, 404, 'NOT_FOUND'],
  ['an unknown policy', 'Ada', 'PUT', '/alerts/{id}/assign?policy=1', undefined, 404, 'NOT_FOUND'],
  [
    'an unknown schedule',
    'Ada',
    'PUT',
    '/alerts/{id}/assign?schedule=1',
    undefined,
    404,
    'NOT_FOUND',
  ],
  [
    'nobody on call',
    'Ada',
    'PUT',
    '/alerts/{id}/assign?schedule=640211',
    undefined,
    400,
    'BAD_REQUEST',
  ],
  [
    'an unknown responder',
    'Ada',
    'POST',
    '/alerts/{id}/responders',
    { user: { id: 1 } },
    404,
    'NOT_FOUND',
  ],
  ['no responder', 'Ada', 'POST', '/alerts/{id}/responders', {}, 400, 'BAD_REQUEST'],
  [
    'a responder who was not called',
    'Ada',
    'DELETE',
    '/alerts/{id}/responders/410021',
    undefined,
    404,
    'NOT_FOUND',
  ],
  ['a state that is none', 'Ada', 'GET', '/alerts?states=OPEN', undefined, 400, 'BAD_REQUEST'],
  ['a source that is no id', 'Ada', 'GET', '/alerts?sources=a', undefined, 400, 'BAD_REQUEST'],
  ['a date that is none', 'Ada', 'GET', '/alerts?from=noon', undefined, 400, 'BAD_REQUEST'],
  [
    'a page that is too long',
    'Ada',
    'GET',
    '/alerts?max-results=101',
    undefined,
    400,
    'BAD_REQUEST',
  ],
  [
    'too many sources',
    'Ada',
    'GET',
    '/alert-sources?max-results=51',
    undefined,
    400,
    'BAD_REQUEST',
  ],
  ['too many schedules', 'Ada', 'GET', '/schedules?max-results=21', undefined, 400, 'BAD_REQUEST'],
  [
    'a start before the first',
    'Ada',
    'GET',
    '/alerts?start-index=-1',
    undefined,
    400,
    'BAD_REQUEST',
  ],
  [
    'an alert without a summary',
    'Ada',
    'POST',
    '/alerts',
    { ...ALERT, summary: '' },
    400,
    'BAD_REQUEST',
  ],
  ['an alert without a source', 'Ada', 'POST', '/alerts', { summary: 'A' }, 400, 'BAD_REQUEST'],
  [
    'an alert of an unknown source',
    'Ada',
    'POST',
    '/alerts',
    { ...ALERT, alertSource: { id: 1 } },
    400,
    'BAD_REQUEST',
  ],
  [
    'an alert for nobody',
    'Ada',
    'POST',
    '/alerts',
    { ...ALERT, responders: [{ user: { id: 1 } }] },
    400,
    'BAD_REQUEST',
  ],
  [
    'an alert by an unknown policy',
    'Ada',
    'POST',
    '/alerts',
    { ...ALERT, escalationPolicy: { id: 1 } },
    400,
    'BAD_REQUEST',
  ],
  [
    'a priority that is none',
    'Ada',
    'POST',
    '/alerts',
    { ...ALERT, priority: 'MEDIUM' },
    400,
    'BAD_REQUEST',
  ],
  ['a body that is no JSON', 'Ada', 'POST', '/alerts', '{', 400, 'BAD_REQUEST'],
  [
    'an address nobody has',
    'Ada',
    'POST',
    '/users/search-email',
    { email: 'x@example.com' },
    404,
    'NOT_FOUND',
  ],
  ['no address', 'Ada', 'POST', '/users/search-email', {}, 400, 'BAD_REQUEST'],
  [
    'an action without a name',
    'Ada',
    'POST',
    '/alert-actions',
    action({ name: '' }),
    400,
    'BAD_REQUEST',
  ],
  [
    'an action of no type',
    'Ada',
    'POST',
    '/alert-actions',
    action({ connectorType: 'pigeon' }),
    400,
    'BAD_REQUEST',
  ],
  [
    'an unknown trigger',
    'Ada',
    'POST',
    '/alert-actions',
    action({ triggerTypes: ['alert-snoozed'] }),
    400,
    'BAD_REQUEST',
  ],
  [
    'an unknown mode',
    'Ada',
    'POST',
    '/alert-actions',
    action({ triggerMode: 'SOMETIMES' }),
    400,
    'BAD_REQUEST',
  ],
  [
    'an unknown source',
    'Ada',
    'POST',
    '/alert-actions',
    action({ alertSources: [{ id: 1 }] }),
    400,
    'BAD_REQUEST',
  ],
  [
    'a delay without its trigger',
    'Ada',
    'POST',
    '/alert-actions',
    action({ notResolvedDelaySec: 60 }),
    400,
    'BAD_REQUEST',
  ],
  [
    'a delay that is too short',
    'Ada',
    'POST',
    '/alert-actions',
    action({ escalationEndedDelaySec: 29, triggerTypes: ['alert-escalation-ended'] }),
    400,
    'BAD_REQUEST',
  ],
  [
    'a webhook without an address',
    'Ada',
    'POST',
    '/alert-actions',
    webhook({}),
    400,
    'BAD_REQUEST',
  ],
  [
    'a webhook to no address',
    'Ada',
    'POST',
    '/alert-actions',
    webhook({ webhookUrl: 'router' }),
    400,
    'BAD_REQUEST',
  ],
  [
    'a webhook to elsewhere',
    'Ada',
    'POST',
    '/alert-actions',
    webhook({ webhookUrl: 'https://example.com/' }),
    400,
    'BAD_REQUEST',
  ],
  [
    'a header without a value',
    'Ada',
    'POST',
    '/alert-actions',
    webhook({ webhookUrl: 'http://127.0.0.1:1/', headers: [{ key: 'X-A' }] }),
    400,
    'BAD_REQUEST',
  ],
  ['an unknown action', 'Ada', 'DELETE', '/alert-actions/1', undefined, 404, 'NOT_FOUND'],
];

describe('ilert’s API refuses', () => {
  it.each(CASES)('%s', async (_name, who, verb, path, body, status, code) => {
    const { target, sandbox } = await connected();
    const { alertId } = await happen(sandbox, 'alert-created');
    const told = await ilertApi(sandbox, who)(verb, path.replace('{id}', alertId), body);
    expect([told.status, told.body]).toEqual([
      status,
      { status, code, message: expect.any(String) },
    ]);
    const entry = (await sandbox.requests()).at(-1);
    expect(entry).toMatchObject({ platform: 'ilert', verdict: 'refused', code, status });
    expect(entry?.source).toMatch(/^https:\/\/(api|docs)\.ilert\.com\//);
    await happen(sandbox, 'alert-created');
    expect(target.received.map((each) => each.body.eventType)).toEqual([
      'alert-created',
      'alert-created',
    ]);
  });

  it.each([
    ['no key', {}],
    ['a key without the prefix', { authorization: '{key}' }],
    ['a key as Basic', { authorization: 'Basic {key}' }],
    ['a key nobody has', { authorization: 'Bearer nobody' }],
  ])('%s', async (_name, headers: Record<string, string>) => {
    const sandbox = await runSandbox();
    const { baseUrl, apiKey } = credentialOf(sandbox, 'ilert', 'Ada');
    const sent = Object.entries(headers).map(([name, value]) => [
      name,
      value.replace('{key}', apiKey ?? ''),
    ]);
    const told = await call(`${baseUrl}/alerts`, 'GET', undefined, Object.fromEntries(sent));
    expect([told.status, told.body]).toMatchObject([401, { code: 'UNAUTHORIZED' }]);
  });

  it('a body of another type', async () => {
    const sandbox = await runSandbox();
    const { baseUrl, apiKey } = credentialOf(sandbox, 'ilert', 'Ada');
    const headers = { authorization: `Bearer ${apiKey}`, 'content-type': 'text/plain' };
    const { status } = await call(`${baseUrl}/alerts`, 'POST', JSON.stringify(ALERT), headers);
    expect(status).toBe(415);
  });
});
