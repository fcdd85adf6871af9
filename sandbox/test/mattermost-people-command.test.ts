import { describe, expect, it } from '@jest/globals';
import { ADA, type AppAnswer, BOB, buttonsTo, runChat } from './mattermost-people';
import { postRaw } from './running';

const problem = (words: string) => ({ ok: false, problem: words });
const form = (body = '') => Object.fromEntries(new URLSearchParams(body));

describe('a command', () => {
  it('is sent as a form with every field, and with its token', async () => {
    const { app, say, sandbox, channel } = await runChat();
    expect(await say('/AlertWire  take 7 @bob.byte. ~platform')).toEqual({ ok: true });
    const [asked] = app.asked;
    const bot = sandbox.bots.find(({ name }) => name === 'alertwire');
    const token = bot?.inbound?.commandToken ?? '';
    expect(token).toMatch(/^[a-z0-9]{26}$/);
    expect(asked).toMatchObject({ method: 'POST', path: '/command?secret=s3cret' });
    expect(asked?.headers).toMatchObject({
      authorization: `Token ${token}`,
      accept: 'application/json',
      'content-type': 'application/x-www-form-urlencoded',
    });
    expect(form(asked?.body)).toEqual({
      token,
      team_id: 'sandbox1team1sandbox1team1',
      team_domain: 'sandbox',
      channel_id: channel('ops-alerts'),
      channel_name: 'ops-alerts',
      user_id: ADA,
      user_name: 'ada',
      command: '/alertwire',
      text: ' take 7 @bob.byte. ~platform',
      trigger_id: expect.stringMatching(/^[A-Za-z0-9+/]+=*$/),
      root_id: '',
      response_url: expect.stringMatching(
        new RegExp(`^${sandbox.url}/mattermost/hooks/commands/[a-z0-9]{26}$`),
      ),
      user_mentions: 'bob.byte',
      user_mentions_ids: BOB,
      channel_mentions: 'platform',
      channel_mentions_ids: channel('platform'),
    });
    expect(await sandbox.messages()).toEqual([]);
  });

  it('keeps what works as a password out of sight', async () => {
    const { app, say, sandbox, callbacks } = await runChat();
    await say('/alertwire take 7');
    const { token = '', trigger_id = '', response_url = '' } = form(app.asked[0]?.body);
    await postRaw(response_url, 'Later', 'text/plain');
    const [callback] = await callbacks();
    expect(callback).toMatchObject({ kind: 'slash_command', by: ADA, url: app.url, status: 200 });
    const seen = JSON.stringify([callback, await sandbox.messages(), await sandbox.requests()]);
    expect(seen).toContain('/mattermost/hooks/commands/…');
    const hidden = [token, trigger_id, response_url.split('/').pop() ?? '?', 's3cret'];
    for (const secret of hidden) expect(seen).not.toContain(encodeURIComponent(secret));
  });

  it('that nobody has set up is unknown, in the words of the server', async () => {
    const { say, act, app } = await runChat();
    const unknown = (trigger: string) =>
      problem(
        `Command with a trigger of '${trigger}' not found. To send a message beginning with "/", try adding an empty space at the beginning of the message.`,
      );
    expect(await say('/Pager 7')).toEqual(unknown('pager'));
    await act('doors', { command: '' });
    expect(await say('/alertwire 7')).toEqual(unknown('alertwire'));
    expect(await say('/')).toEqual(problem('No command trigger found.'));
    expect(app.asked).toEqual([]);
  });

  it.each([
    ['night-shift', BOB, 'You do not have the appropriate permissions.'],
    ['launch-2019', ADA, 'Can not run command in deleted channel.'],
  ])('in %s is refused', async (channel, by, words) => {
    const { say, app } = await runChat();
    expect(await say('/alertwire x', { channel, by })).toEqual(problem(words));
    expect(app.asked).toEqual([]);
  });
});

describe('the answer to a command', () => {
  const answered = async (answer: AppAnswer) => {
    const chat = await runChat();
    chat.app.answers(answer);
    return { ...chat, reaction: await chat.say('/alertwire x') };
  };

  it('is for the person alone unless it says otherwise', async () => {
    const { sandbox } = await answered({ body: { text: 'Yours <!here>' } });
    expect(await sandbox.messages()).toMatchObject([
      { text: 'Yours @here', onlyFor: '@ada', channel: 'ops-alerts', pings: [] },
    ]);
  });

  it('may be for everybody, with buttons and more than one', async () => {
    const chat = await runChat();
    const more = { response_type: 'in_channel', attachments: buttonsTo(chat.app) };
    const text = '<!here> <https://a.example|there>';
    const extra_responses = [more, { text: 'And you' }];
    chat.app.answers({ body: { response_type: 'in_channel', text, extra_responses } });
    expect(await chat.say('/alertwire x')).toEqual({ ok: true });
    const messages = await chat.sandbox.messages();
    expect(messages).toMatchObject([
      { text: '@here [there](https://a.example)', pings: ['@here'], onlyFor: null },
      { text: '', payload: { user_id: ADA, props: { from_webhook: 'true' } }, onlyFor: null },
      { text: 'And you', onlyFor: '@ada' },
    ]);
    expect(JSON.stringify([messages, await chat.callbacks()])).not.toContain('s3cret');
    chat.app.answers({});
    expect(await chat.press({ message: messages[1]?.ref, control: 'accept' })).toEqual({
      ok: true,
    });
  });

  it('may be a text, and may be nothing', async () => {
    const plain = await answered({ body: 'Done', type: 'text/plain; charset=utf-8' });
    expect(await plain.sandbox.messages()).toMatchObject([{ text: 'Done', onlyFor: '@ada' }]);
    for (const answer of [{ body: {} }, { body: '', type: 'text/plain' }]) {
      const { sandbox, reaction } = await answered(answer);
      expect([reaction, await sandbox.messages()]).toEqual([{ ok: true }, []]);
    }
  });

  it('keeps Slack’s forms where it asks for it, and may lead elsewhere', async () => {
    const body = { text: '<!here>', skip_slack_parsing: true, goto_location: 'https://a.example' };
    const { sandbox, reaction } = await answered({ body });
    expect(reaction).toEqual({ ok: true, notice: 'The app sends you to https://a.example' });
    expect((await sandbox.messages())[0]?.text).toBe('<!here>');
  });

  it('may go to another channel of the person', async () => {
    const channel_id = 'sandbox2channel2platform22';
    const there = await answered({ body: { response_type: 'in_channel', text: 'x', channel_id } });
    expect((await there.sandbox.messages())[0]?.channel).toBe('platform');
    const body = { text: 'x', channel_id: 'sandbox6channel6boardroom6' };
    const { reaction, sandbox } = await answered({ body });
    expect(reaction).toEqual(
      problem(
        "Command 'alertwire' failed to post response. Please contact your System Administrator.",
      ),
    );
    expect(await sandbox.messages()).toEqual([]);
  });

  const FAILED = "Command with a trigger of 'alertwire' failed.";
  it.each<[string, AppAnswer, string]>([
    ['JSON and empty', { body: '' }, FAILED],
    ['no JSON', { body: 'Done' }, FAILED],
    ['a text that is none', { body: { text: 7 } }, FAILED],
    ['none', { hangUp: true }, FAILED],
    ['more than a mebibyte', { body: { text: 'é'.repeat(600_000) } }, FAILED],
    [
      'another status',
      { status: 404, body: { text: 'x' } },
      "Command with a trigger of 'alertwire' returned response 404 Not Found.",
    ],
    [
      'accepted',
      { status: 202 },
      "Command with a trigger of 'alertwire' returned response 202 Accepted.",
    ],
  ])('that is %s is an error', async (_, answer, words) => {
    const { reaction, sandbox } = await answered(answer);
    expect(reaction).toEqual(problem(words));
    expect(await sandbox.messages()).toEqual([]);
  });
});

describe('a line that is no command', () => {
  it('is a post of the person, and calls nobody', async () => {
    const { app, say, sandbox, ask } = await runChat();
    expect(await say('@alertwire take 7')).toEqual({ ok: true });
    const [message] = await sandbox.messages();
    expect(message).toMatchObject({ text: '@alertwire take 7', pings: ['@alertwire'] });
    expect(await ask('GET', `/posts/${message?.ref}`)).toMatchObject({ user_id: ADA, props: {} });
    expect(app.asked).toEqual([]);
  });

  it.each([
    ['night-shift', BOB, 'x', 'You do not have the appropriate permissions.'],
    ['launch-2019', ADA, 'x', 'Can not post to deleted channel.'],
    [
      'ops-alerts',
      ADA,
      'x'.repeat(16_384),
      'Post Message property is longer than the maximum permitted length.',
    ],
  ])('in %s is refused', async (channel, by, line, words) => {
    const { say, sandbox } = await runChat();
    expect(await say(line, { channel, by })).toEqual(problem(words));
    expect(await sandbox.messages()).toEqual([]);
  });

  it('has a place and words', async () => {
    const { act } = await runChat();
    const line = { channel: 'ops-alerts', text: ' ', by: ADA };
    expect((await act('say', line)).status).toBe(400);
    expect((await act('say', { ...line, text: 'x', channel: 'nowhere' })).status).toBe(404);
  });
});
