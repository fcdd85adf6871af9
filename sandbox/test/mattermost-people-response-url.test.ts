import { describe, expect, it } from '@jest/globals';
import { refusal } from './mattermost-bot';
import { runChat } from './mattermost-people';
import { postRaw, send } from './running';

describe('a response_url', () => {
  const withUrl = async (now = () => 1_772_331_120_000) => {
    const chat = await runChat({ now });
    await chat.say('/alertwire x');
    const form = new URLSearchParams(chat.app.asked[0]?.body);
    const response_url = form.get('response_url') ?? '';
    const answer = (body: unknown) =>
      postRaw(response_url, JSON.stringify(body), 'application/json');
    return { ...chat, answer, response_url };
  };
  const USED_UP = [400, 'app.command_webhook.try_use.invalid'];
  const MISSING = [404, 'app.command_webhook.get.missing'];

  it('takes five answers', async () => {
    const { answer, sandbox } = await withUrl();
    for (const text of ['1', '2', '3', '4', '5']) {
      const reply = await answer({
        text,
        response_type: 'in_channel',
        extra_responses: [{ text }],
      });
      expect([reply.status, reply.text]).toEqual([200, 'ok']);
    }
    expect(refusal(await answer({ text: '6' }))).toEqual(USED_UP);
    const messages = await sandbox.messages();
    expect(messages.map(({ text, onlyFor }) => text + (onlyFor ?? ''))).toEqual([
      ...['1', '1@ada', '2', '2@ada', '3', '3@ada', '4', '4@ada', '5', '5@ada'],
    ]);
    const [first, sixth] = [(await sandbox.requests())[0], (await sandbox.requests()).at(-1)];
    expect(first).toMatchObject({ verdict: 'accepted', messageId: messages[0]?.id });
    expect(sixth).toMatchObject({ verdict: 'refused', code: USED_UP[1] });
  });

  it('is there for half an hour', async () => {
    let now = 1_772_331_120_000;
    const { answer } = await withUrl(() => now);
    now += 30 * 60_000;
    expect((await answer({ text: 'x' })).status).toBe(200);
    now += 1;
    expect(refusal(await answer({ text: 'x' }))).toEqual(MISSING);
  });

  it('takes what can be read, by POST, where it is known', async () => {
    const { response_url, sandbox } = await withUrl();
    const bad = await postRaw(response_url, '{', 'application/json');
    expect(refusal(bad)).toEqual([400, 'web.command_webhook.parse.app_error']);
    expect((await send(response_url)).status).toBe(404);
    const unknown = response_url.replace(/.{26}$/, 'nobodyknowsthisidnobodykno');
    expect(refusal(await postRaw(unknown, 'x', 'text/plain'))).toEqual(MISSING);
    expect(await sandbox.messages()).toEqual([]);
  });
});
