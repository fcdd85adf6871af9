import { describe, expect, it } from '@jest/globals';
import { postJson } from './running';
import { json, PRIYA, slackApp } from './slack-app';

describe('a slash command', () => {
  it('is told to the app as a form', async () => {
    const app = await slackApp();
    expect(await app.say('/alertwire accept 7 & more')).toEqual({ ok: true });
    expect(app.last().body).toEqual({
      token: expect.any(String),
      team_id: 'T0SANDBOX1',
      team_domain: 'sandbox',
      channel_id: 'C0OPSALERT',
      channel_name: 'ops-alerts',
      user_id: PRIYA,
      user_name: 'priya.raman',
      command: '/alertwire',
      text: 'accept 7 & more',
      api_app_id: 'A0ALERTWIR',
      is_enterprise_install: 'false',
      response_url: expect.stringMatching(/\/slack\/commands\/T0SANDBOX1\//),
      trigger_id: expect.any(String),
    });
    expect(await app.sandbox.messages()).toEqual([]);
    const seen = JSON.stringify(await app.callbacks());
    expect(seen).not.toContain(app.last().body.trigger_id);
  });

  it('does not tell the name of a private channel', async () => {
    const app = await slackApp();
    await app.say('/alertwire', { channel: '#night-shift' });
    expect(app.last().body).toMatchObject({ channel_name: 'privategroup', text: '' });
  });

  it('is answered to one person with a text', async () => {
    const app = await slackApp();
    app.answers(() => ({ body: 'Nothing is open.' }));
    expect(await app.say('/alertwire list')).toEqual({ ok: true });
    expect(await app.sandbox.messages()).toMatchObject([
      { text: 'Nothing is open.', onlyFor: '@priya.raman' },
    ]);
  });

  it('is answered to one person or to the channel with JSON', async () => {
    const app = await slackApp();
    app.answers(() => json({ text: 'Psst' }));
    await app.say('/alertwire list');
    app.answers(() => json({ text: 'Hear me', response_type: 'in_channel' }));
    await app.say('/alertwire tell');
    expect(await app.sandbox.messages()).toMatchObject([
      { text: 'Psst', onlyFor: '@priya.raman' },
      { text: '/alertwire tell', onlyFor: null, payload: { user: PRIYA } },
      { text: 'Hear me', onlyFor: null, payload: { text: 'Hear me' } },
    ]);
  });

  it('is answered later through its response_url', async () => {
    const app = await slackApp();
    await app.say('/alertwire slow');
    const { response_url: url } = app.last().body;
    expect((await postJson(url, { text: 'Done', response_type: 'in_channel' })).text).toBe('ok');
    expect(await app.sandbox.messages()).toMatchObject([{ text: 'Done', onlyFor: null }]);
  });

  it('fails in the words of Slack', async () => {
    const app = await slackApp();
    const problem = async (text: string) => (await app.say(text)).problem;
    expect(await problem('/deploy')).toMatch(/^\/deploy is not a valid command/);
    app.answers(() => ({ status: 500 }));
    expect(await problem('/alertwire x')).toBe(
      '/alertwire failed with the error "dispatch_failed"',
    );
    app.answers(() => json({ message: 'Workflow was started' }));
    expect(await problem('/alertwire x')).toMatch(/the error "no_text"/);
    app.answers(() => json({ blocks: [{ type: 'nonsense' }] }));
    expect(await problem('/alertwire x')).toMatch(/the error "invalid_blocks"/);
    app.answers(() => new Promise(() => {}));
    expect(await problem('/alertwire x')).toBe(
      '/alertwire failed with the error "operation_timeout"',
    );
    await app.sandbox.post('/inspect/chats/slack/doors', { commands: '' });
    expect(await problem('/alertwire x')).toMatch(/dispatch_failed/);
    expect(await app.sandbox.messages()).toEqual([]);
  });

  it('needs an address that answers to ssl_check', async () => {
    const app = await slackApp();
    const doors = async (commands: string) => {
      const reply = await app.sandbox.post('/inspect/chats/slack/doors', { commands });
      return JSON.parse(reply.text).find(({ id }: { id: string }) => id === 'commands').checked;
    };
    const [{ url }] = JSON.parse(
      JSON.stringify(await (await fetch(`${app.sandbox.url}/inspect/chats/slack/doors`)).json()),
    );
    expect(await doors(url)).toBe('Answers');
    expect(app.last().body).toMatchObject({ ssl_check: '1' });
    expect(app.last().headers['x-slack-signature']).toBeUndefined();
    app.answers(() => ({ status: 404 }));
    expect(await doors(url)).toBe('It answered 404 to ssl_check.');
  });
});
