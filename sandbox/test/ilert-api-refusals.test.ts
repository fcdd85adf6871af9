import { describe, expect, it } from '@jest/globals';
import { connected, happenAt } from './connected';
import { call, credentialOf, ilertApi } from './oncall-keys';
import { runSandbox } from './running';

const happen = happenAt('ilert');

type Case = [
  name: string,
  who: string,
  request: string,
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

const refused =
  (status: number, code: string) =>
  (name: string, request: string, body?: unknown): Case => [
    name,
    'Ada',
    request,
    body,
    status,
    code,
  ];
const wrong = refused(400, 'BAD_REQUEST');
const absent = refused(404, 'NOT_FOUND');

/** `{id}` is an alert that is open. */
const CASES: Case[] = [
  absent('a method that is none', 'POST /alerts/{id}/snooze', {}),
  absent('accepting with POST', 'POST /alerts/{id}/accept'),
  absent('an alert that is none', 'PUT /alerts/1/accept'),
  wrong('an id that is none', 'PUT /alerts/one/accept'),
  ['a deleted key', 'Priya', 'GET /alerts', undefined, 401, 'UNAUTHORIZED'],
  ['accepting with a reader’s key', 'Bob', 'PUT /alerts/{id}/accept', undefined, 403, 'FORBIDDEN'],
  ['creating with a reader’s key', 'Bob', 'POST /alerts', ALERT, 403, 'FORBIDDEN'],
  ['registering as a responder', 'Jonas', 'POST /alert-actions', ACTION, 403, 'FORBIDDEN'],
  wrong('nobody to assign to', 'PUT /alerts/{id}/assign'),
  wrong('two to assign to', 'PUT /alerts/{id}/assign?user=410021&policy=520118'),
  wrong('a name to assign to', 'PUT /alerts/{id}/assign?user=priya'),
  absent('an unknown user', 'PUT /alerts/{id}/assign?user=1'),
  absent('an unknown policy', 'PUT /alerts/{id}/assign?policy=1'),
  absent('an unknown schedule', 'PUT /alerts/{id}/assign?schedule=1'),
  wrong('nobody on call', 'PUT /alerts/{id}/assign?schedule=640211'),
  absent('an unknown responder', 'POST /alerts/{id}/responders', { user: { id: 1 } }),
  wrong('no responder', 'POST /alerts/{id}/responders', {}),
  absent('a responder who was not called', 'DELETE /alerts/{id}/responders/410021'),
  wrong('a state that is none', 'GET /alerts?states=OPEN'),
  wrong('a source that is no id', 'GET /alerts?sources=a'),
  wrong('a date that is none', 'GET /alerts?from=noon'),
  wrong('a page that is too long', 'GET /alerts?max-results=101'),
  wrong('too many sources', 'GET /alert-sources?max-results=51'),
  wrong('too many schedules', 'GET /schedules?max-results=21'),
  wrong('a start before the first', 'GET /alerts?start-index=-1'),
  wrong('an alert without a summary', 'POST /alerts', { ...ALERT, summary: '' }),
  wrong('an alert without a source', 'POST /alerts', { summary: 'A' }),
  wrong('an alert of an unknown source', 'POST /alerts', { ...ALERT, alertSource: { id: 1 } }),
  wrong('an alert for nobody', 'POST /alerts', { ...ALERT, responders: [{ user: { id: 1 } }] }),
  wrong('an alert by an unknown policy', 'POST /alerts', { ...ALERT, escalationPolicy: { id: 1 } }),
  wrong('a priority that is none', 'POST /alerts', { ...ALERT, priority: 'MEDIUM' }),
  wrong('a body that is no JSON', 'POST /alerts', '{'),
  absent('an address nobody has', 'POST /users/search-email', { email: 'x@example.com' }),
  wrong('no address', 'POST /users/search-email', {}),
  wrong('an action without a name', 'POST /alert-actions', action({ name: '' })),
  wrong('an action of no type', 'POST /alert-actions', action({ connectorType: 'pigeon' })),
  wrong('an unknown trigger', 'POST /alert-actions', action({ triggerTypes: ['alert-snoozed'] })),
  wrong('an unknown mode', 'POST /alert-actions', action({ triggerMode: 'SOMETIMES' })),
  wrong('an unknown source', 'POST /alert-actions', action({ alertSources: [{ id: 1 }] })),
  wrong('a delay without its trigger', 'POST /alert-actions', action({ notResolvedDelaySec: 60 })),
  wrong(
    'a delay that is too short',
    'POST /alert-actions',
    action({ escalationEndedDelaySec: 29, triggerTypes: ['alert-escalation-ended'] }),
  ),
  wrong('a webhook without an address', 'POST /alert-actions', webhook({})),
  wrong('a webhook to no address', 'POST /alert-actions', webhook({ webhookUrl: 'router' })),
  wrong(
    'a webhook to elsewhere',
    'POST /alert-actions',
    webhook({ webhookUrl: 'https://example.com/' }),
  ),
  wrong(
    'a header without a value',
    'POST /alert-actions',
    webhook({ webhookUrl: 'http://127.0.0.1:1/', headers: [{ key: 'X-A' }] }),
  ),
  absent('an unknown action', 'DELETE /alert-actions/1'),
];

describe('ilert’s API refuses', () => {
  it.each(CASES)('%s', async (_name, who, request, body, status, code) => {
    const { target, sandbox } = await connected();
    const { alertId } = await happen(sandbox, 'alert-created');
    const [verb = '', path = ''] = request.replace('{id}', alertId).split(' ');
    const told = await ilertApi(sandbox, who)(verb, path, body);
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
