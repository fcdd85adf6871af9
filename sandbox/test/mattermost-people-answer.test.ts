import { describe, expect, it } from '@jest/globals';
import { type AppAnswer, chatWithPost, INTEGRATION_ERROR } from './mattermost-people';

describe('the answer to a press', () => {
  const answered = async (answer: AppAnswer) => {
    const chat = await chatWithPost();
    chat.app.answers(answer);
    return { ...chat, reaction: await chat.press({ message: chat.message, control: 'accept' }) };
  };
  const buttonsOf = (post: Record<string, unknown>) => JSON.stringify(post).includes('"actions"');

  it.each([
    ['keeps the buttons without props', { message: 'Accepted' }, true],
    ['keeps them with props of null', { message: 'Accepted', props: null }, true],
    ['removes them with empty props', { message: 'Accepted', props: {} }, false],
    ['removes them with others', { message: 'Accepted', props: { card: 'x' } }, false],
  ])('%s', async (_, update, left) => {
    const { ask, id, sandbox } = await answered({ body: { update } });
    const post = await ask('GET', `/posts/${id}`);
    expect([post.message, buttonsOf(post)]).toEqual(['Accepted', left]);
    expect(post).toMatchObject({ props: { from_bot: 'true' } });
    expect((await sandbox.messages())[0]).toMatchObject({ text: 'Accepted', pings: [] });
  });

  it('replaces the message, also by nothing', async () => {
    const { sandbox } = await answered({ body: { update: {} } });
    expect((await sandbox.messages())[0]?.text).toBe('');
  });

  it.each([
    [false, 'See [the runbook](https://a.example)'],
    [true, 'See <https://a.example|the runbook>'],
  ])('may be for one person only, Slack’s links skipped: %s', async (skip_slack_parsing, text) => {
    const body = { ephemeral_text: 'See <https://a.example|the runbook>', skip_slack_parsing };
    const { sandbox, id, call } = await answered({ body });
    const [, whisper] = await sandbox.messages();
    expect(whisper).toMatchObject({ onlyFor: '@ada', text, replyTo: id, channel: 'ops-alerts' });
    expect((await call('GET', `/posts/${whisper?.ref}`)).status).toBe(404);
    expect(JSON.parse((await call('GET', `/posts/${id}`)).text).reply_count).toBe(0);
  });

  it('may send the person elsewhere', async () => {
    const { reaction } = await answered({ body: { goto_location: 'https://a.example/7' } });
    expect(reaction).toEqual({ ok: true, notice: 'The app sends you to https://a.example/7' });
  });

  it.each([
    [{ error: { message: 'Too late.' } }, 'Too late.'],
    [{ error: {} }, 'Action failed to execute'],
  ])('may complain: %j', async (body, problem) => {
    expect((await answered({ body })).reaction).toEqual({ ok: false, problem });
  });

  it.each<[string, AppAnswer]>([
    ['another status', { status: 201, body: {} }],
    ['a redirect', { status: 302 }],
    ['a failure', { status: 500, body: { ephemeral_text: 'x' } }],
    ['no JSON', { body: 'ok', type: 'text/plain' }],
    ['a list', { body: [] }],
    ['a text that is none', { body: { ephemeral_text: 7 } }],
    ['props that are none', { body: { update: { message: 'x', props: [] } } }],
    ['none', { hangUp: true }],
    ['more than a mebibyte', { body: { ephemeral_text: 'é'.repeat(600_000) } }],
  ])('that is %s is an error, and changes nothing', async (_, answer) => {
    const { reaction, sandbox } = await answered(answer);
    expect(reaction).toEqual(INTEGRATION_ERROR);
    expect(await sandbox.messages()).toMatchObject([{ text: 'Down', history: [{}] }]);
  });

  it('that is nothing, or null, is fine', async () => {
    expect((await answered({ body: '' })).reaction).toEqual({ ok: true });
    expect((await answered({ body: 'null' })).reaction).toEqual({ ok: true });
  });

  it('that the server cannot keep is refused in its own words', async () => {
    const update = { message: 'x'.repeat(16_384) };
    expect((await answered({ body: { update } })).reaction).toEqual({
      ok: false,
      problem: 'Post Message property is longer than the maximum permitted length.',
    });
  });

  it('comes too late for a post that was deleted meanwhile', async () => {
    const { app, call, id, message, press } = await chatWithPost();
    app.answers(async () => {
      await call('DELETE', `/posts/${id}`);
      return { body: { update: { message: 'Accepted' } } };
    });
    const problem = `Already deleted id=${id}.`;
    expect(await press({ message, control: 'accept' })).toEqual({ ok: false, problem });
  });
});
