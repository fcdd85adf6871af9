import { describe, expect, it } from '@jest/globals';
import { findWebhook, listOnCall, registerWebhook, removeWebhook } from '../../core/oncall/index';
import { useOnCall } from './oncall-world';

const world = useOnCall('ilert');
const { act, ask, newAlert, happen, told, hears, asking, credentialOf } = world;
const NO_USER = ['apiKey'];

/** As the button on a card knows it. */
const withKey = async () => {
  const id = await newAlert();
  const { event } = await act({ action: 'get', alert: { id } });
  return { platform: 'ilert', id, key: event?.alert.key ?? '' };
};

describe('with the key of an alert source alone', () => {
  it.each([
    ['accept', 'accepted'],
    ['resolve', 'resolved'],
  ])('%s goes by the alert key', async (action, type) => {
    const alert = await withKey();
    expect(await act({ action, alert }, 'Ada', NO_USER)).toEqual({
      result: {
        ok: true,
        code: 'done',
        message: 'ilert took the request and works on it now.',
      },
    });
    expect(await hears((event) => event.type === type)).toMatchObject({ alert: { id: alert.id } });
  });

  it('creates one alert of one command', async () => {
    const order = { action: 'create', arguments: { title: 'By event' }, commandId: 'c1' };
    for (let time = 0; time < 2; time += 1) {
      expect((await act(order, 'Ada', NO_USER)).result).toMatchObject({ ok: true });
    }
    const alert = await withKey();
    await hears((event) => event.alert.id === alert.id);
    const made = told.filter(({ alert }) => alert.title === 'By event');
    expect(made.map(({ type }) => type)).toEqual(['created']);
  });

  it('says what it cannot', async () => {
    const alert = await withKey();
    for (const order of [
      { action: 'assign', arguments: { person: '1' } },
      { action: 'add-responder', arguments: { person: '1' } },
      { action: 'get' },
      { action: 'on-call' },
    ]) {
      expect((await act({ ...order, alert }, 'Ada', NO_USER)).result).toMatchObject({
        ok: false,
        code: 'action.needs_user_key',
        message: expect.stringContaining('accept, resolve, comment, create alerts'),
      });
    }
    const { result } = await act({ action: 'accept', alert: { id: alert.id } }, 'Ada', NO_USER);
    expect(result.code).toBe('action.no_alert_key');
  });
});

describe('a comment', () => {
  const order = {
    action: 'comment',
    arguments: { note: 'Looking at it' },
    by: { id: 'U1', name: 'Ada' },
  };

  it('is written in the name of who asked', async () => {
    const alert = await withKey();
    expect((await act({ ...order, alert })).result).toMatchObject({ ok: true });
    const comment = await hears(({ type }) => type === 'comment-added');
    expect(comment).toMatchObject({ alert: { id: alert.id }, comment: { text: 'Looking at it' } });
  });

  it('takes the key of the alert source', async () => {
    const alert = await withKey();
    expect((await act({ ...order, alert }, 'Ada', ['integrationKey'])).result).toMatchObject({
      ok: false,
      code: 'action.needs_integration_key',
    });
  });

  it('finds no alert that is resolved', async () => {
    const alert = await withKey();
    await happen('alert-resolved', alert.id);
    expect((await act({ ...order, alert })).result.code).toBe('action.already_resolved');
  });

  it('says who pressed the button, where that is wanted', async () => {
    const alert = await withKey();
    const by = { id: 'U1', name: 'Noor' };
    expect((await act({ action: 'accept', alert, by, attribute: true })).result.ok).toBe(true);
    const isComment = ({ type }: { type: string }) => type === 'comment-added';
    expect((await hears(isComment)).comment?.text).toBe('Accepted · Noor (from chat)');
    await act({ action: 'accept', alert, by, attribute: true });
    await act({ action: 'resolve', alert });
    await hears(({ type }) => type === 'resolved');
    expect(told.filter(({ type }) => type === 'comment-added')).toHaveLength(1);
  });
});

describe('what ilert does not say', () => {
  it.each([{ whenAccepted: 'refuse' }, { whenAccepted: 'refuse', refusal: 409 }, {}])(
    'accepting twice is fine: %j',
    async (behaviour) => {
      await ask('/ilert/behaviour', behaviour);
      const alert = { id: await newAlert() };
      await happen('alert-acknowledged', alert.id);
      expect((await act({ action: 'accept', alert })).result.code).toBe('already_done');
    },
  );

  it.each(['refuse', 'ok', 'reopen'])('accepting what is resolved: %s', async (whenResolved) => {
    await ask('/ilert/behaviour', { whenResolved });
    const alert = { id: await newAlert() };
    await happen('alert-resolved', alert.id);
    expect((await act({ action: 'accept', alert })).result.code).toBe('action.already_resolved');
    expect((await act({ action: 'get', alert })).event?.alert.status).toBe('resolved');
  });
});

it('does only what it can', async () => {
  const alert = { id: await newAlert() };
  for (const action of ['unaccept', 'reopen', 'snooze', 'escalate']) {
    expect((await act({ action, alert, arguments: { minutes: '5' } })).result).toMatchObject({
      ok: false,
      code: 'action.not_supported',
      message: expect.stringContaining('It can: accept, resolve, assign'),
    });
  }
});

it('assigns to whoever a schedule has on call', async () => {
  const page = await listOnCall('ilert', 'schedules', asking(credentialOf('Ada')));
  const [schedule] = 'entries' in page ? page.entries : [];
  const { result } = await act({
    action: 'assign',
    alert: { id: await newAlert() },
    arguments: { schedule: schedule?.id },
  });
  expect(result).toMatchObject({
    ok: true,
    message: expect.stringMatching(/^Assigned to \w+ \w+/),
  });
});

describe('a webhook of ours', () => {
  const order = () => ({
    url: `${world.triggerUrl()}?flow=1`,
    name: 'Alertwire: night shift',
    secret: 'another-secret-of-the-flow',
    triggerTypes: ['alert-created', 'alert-resolved'],
    alertSources: [],
  });

  it('is registered once, found by its address, and removed', async () => {
    const who = asking(credentialOf('Ada'));
    const made = await registerWebhook('ilert', order(), who);
    expect(made).toEqual({ id: expect.any(String) });
    expect(await registerWebhook('ilert', { ...order(), triggerTypes: [] }, who)).toEqual(made);
    expect(await findWebhook('ilert', order().url, who)).toEqual(made);
    expect(await findWebhook('ilert', `${order().url}1`, who)).toEqual({});
    expect(await removeWebhook('ilert', `${order().url}1`, who)).toEqual({ removed: false });
    expect(await removeWebhook('ilert', order().url, who)).toEqual({ removed: true });
    expect(await findWebhook('ilert', order().url, who)).toEqual({});
  });

  it('tells of every alert source there is, where none is chosen', async () => {
    const who = asking(credentialOf('Ada'));
    const { apiKey, baseUrl } = credentialOf('Ada');
    await registerWebhook('ilert', order(), who);
    const headers = { authorization: `Bearer ${apiKey}` };
    const all = async (path: string) => (await fetch(baseUrl + path, { headers })).json();
    const [made] = await all('/alert-actions');
    const sources: { id: number }[] = await all('/alert-sources?max-results=50');
    expect(sources.length).toBeGreaterThan(1);
    expect(made.alertSources.map(({ id }: { id: number }) => id)).toEqual(
      sources.map(({ id }) => id),
    );
    await removeWebhook('ilert', order().url, who);
  });

  it('takes more than the role of a responder', async () => {
    const refused = await registerWebhook('ilert', order(), asking(credentialOf('Jonas')));
    expect(refused).toMatchObject({ problem: { code: 'action.forbidden' } });
    expect(JSON.stringify(refused)).not.toContain(order().secret);
  });

  it('is no second one where the answer was lost', async () => {
    const who = asking(credentialOf('Ada'));
    await world.fault({ kind: 'lost-answer' }, 2);
    const made = await registerWebhook('ilert', order(), who);
    expect(made).toEqual({ id: expect.any(String) });
    expect(await removeWebhook('ilert', order().url, who)).toEqual({ removed: true });
    expect(await findWebhook('ilert', order().url, who)).toEqual({});
  });
});
