import { describe, expect, it } from '@jest/globals';
import { bot } from '../../../core/chat/mattermost/bot';
import type { MessageRef } from '../../../core/http/outcome';
import { json, LOST, shown, taken } from './steps';

const CHANNEL = 'channel1channel1channel1ch';
const POST = 'post1post1post1post1post1p';
const ME = 'me1me1me1me1me1me1me1me1me';
const ADA = 'ada1ada1ada1ada1ada1ada1ad';
const PAYLOAD = { message: 'Down', props: { attachments: [{ text: 'x' }] } };
const ref: MessageRef = { chat: 'mattermost', channel: CHANNEL, message: POST };
const POSTED = json(201, { id: POST, channel_id: CHANNEL });
const no = (status: number, id: string) =>
  json(status, { id, message: 'No.', status_code: status });
const FORBIDDEN = no(403, 'api.context.permissions.app_error');
const YES = json(200, { id: CHANNEL, delete_at: 0 });
const does = (requests: Parameters<typeof shown>[0][]) => requests.map((one) => shown(one).does);

describe('posting', () => {
  it('says where, and names the message so that it is made once', async () => {
    const { result, requests } = await taken(bot.post(PAYLOAD, { channel: CHANNEL }, 'k1'), POSTED);
    expect(bot.repeatable).toBe(true);
    expect(requests.map(shown)).toEqual([
      {
        does: 'POST /api/v4/posts',
        body: { ...PAYLOAD, channel_id: CHANNEL, pending_post_id: `${CHANNEL}:k1` },
      },
    ]);
    expect(result).toEqual({ kind: 'delivered', ref });
  });

  it('is silent by the address', async () => {
    const steps = bot.post({ ...PAYLOAD, silent: true }, { channel: CHANNEL }, 'k1');
    const { requests } = await taken(steps, POSTED);
    expect(does(requests)).toEqual(['POST /api/v4/posts?silent=true']);
    expect(requests[0]?.body).not.toContain('"silent"');
  });

  it.each(['ops/town-square', ' /Ops/channels/town-square ', 'ops/~town-square'])(
    'finds the channel %j',
    async (channel) => {
      const { result, requests } = await taken(bot.post(PAYLOAD, { channel }, 'k1'), YES, POSTED);
      expect(does(requests)).toEqual([
        'GET /api/v4/teams/name/ops/channels/name/town-square',
        'POST /api/v4/posts',
      ]);
      expect(result).toEqual({ kind: 'delivered', ref });
    },
  );

  it.each(['', 'town-square', 'a/b/c/d', '../x', 'ops/town square'])(
    'asks for no channel %j',
    async (channel) => {
      const { result, requests } = await taken(bot.post(PAYLOAD, { channel }, 'k1'), POSTED);
      expect(result).toMatchObject({
        kind: 'rejected',
        problem: { code: 'mattermost.bad_channel' },
      });
      expect(requests).toEqual([]);
    },
  );

  it('writes to a person by the name, in the channel of the two', async () => {
    const answers = [
      json(200, { id: ADA }),
      json(200, { id: ME }),
      json(201, { id: CHANNEL }),
      POSTED,
    ];
    const { result, requests } = await taken(
      bot.post(PAYLOAD, { person: ' @Ada ' }, 'k1'),
      ...answers,
    );
    expect(requests.map(shown).slice(0, 3)).toEqual([
      { does: 'GET /api/v4/users/username/ada' },
      { does: 'GET /api/v4/users/me' },
      { does: 'POST /api/v4/channels/direct', body: [ME, ADA] },
    ]);
    expect(result).toEqual({ kind: 'delivered', ref });
    const byId = await taken(bot.post(PAYLOAD, { person: ADA }, 'k1'), ...answers.slice(1));
    expect(does(byId.requests)[0]).toBe('GET /api/v4/users/me');
    const odd = await taken(bot.post(PAYLOAD, { person: 'a/../b' }, 'k1'), POSTED);
    expect(odd.result).toMatchObject({ problem: { code: 'mattermost.bad_person' } });
  });

  it('is safe to begin again where only a question was lost', async () => {
    const { result } = await taken(bot.post(PAYLOAD, { channel: 'ops/x' }, 'k1'), LOST);
    expect(result).toMatchObject({ kind: 'retry', problem: { code: 'http.answer_lost' } });
    const unknown = await taken(bot.post(PAYLOAD, { channel: CHANNEL }, 'k1'), LOST);
    expect(unknown.result.kind).toBe('unknown');
  });

  it.each([
    ['channel_not_found', [no(404, 'app.channel.get.existing.app_error')]],
    ['archived', [json(200, { id: CHANNEL, delete_at: 5 })]],
    ['not_in_channel', [YES, FORBIDDEN]],
    ['not_in_channel', [FORBIDDEN, FORBIDDEN]],
    ['no_permission', [YES, json(200, { user_id: ME })]],
  ])('asks why it may not: %s', async (word, answers) => {
    const steps = bot.post(PAYLOAD, { channel: CHANNEL }, 'k1');
    const { result, requests } = await taken(steps, FORBIDDEN, ...answers);
    expect(result).toMatchObject({ kind: 'rejected', problem: { code: `mattermost.${word}` } });
    const asked = [`GET /api/v4/channels/${CHANNEL}`, `GET /api/v4/channels/${CHANNEL}/members/me`];
    expect(does(requests).slice(1)).toEqual(asked.slice(0, answers.length));
  });
});

describe('what is there already', () => {
  it('is patched, attachments as a whole', async () => {
    const { result, requests } = await taken(bot.update(PAYLOAD, ref), json(200, { id: POST }));
    expect(requests.map(shown)).toEqual([
      { does: `PUT /api/v4/posts/${POST}/patch`, body: PAYLOAD },
    ]);
    expect(result).toEqual({ kind: 'delivered', ref });
    const loud = { message: 'Up', metadata: { priority: { priority: 'urgent' } }, silent: true };
    const bare = await taken(bot.update(loud, ref), json(200, { id: POST }));
    expect(bare.requests.map(shown)).toMatchObject([{ body: { message: 'Up', props: {} } }]);
  });

  it('is answered in its thread, without a priority', async () => {
    const payload = { ...PAYLOAD, metadata: { priority: { priority: 'urgent' } } };
    const { result, requests } = await taken(bot.reply(payload, ref, 'k2'), POSTED);
    const body = {
      ...PAYLOAD,
      root_id: POST,
      channel_id: CHANNEL,
      pending_post_id: `${CHANNEL}:k2`,
    };
    expect(requests.map(shown)).toEqual([{ does: 'POST /api/v4/posts', body }]);
    expect(result).toEqual({ kind: 'delivered', ref });
  });

  it('is deleted', async () => {
    const { result, requests } = await taken(bot.remove(ref), json(200, { status: 'OK' }));
    expect(requests.map(shown)).toEqual([{ does: `DELETE /api/v4/posts/${POST}` }]);
    expect(result).toEqual({ kind: 'delivered', ref });
  });

  it.each([
    ['gone', 'post_not_found', no(404, 'app.post.get.app_error')],
    ['rejected', 'no_permission', json(200, { id: POST })],
    ['rejected', 'not_in_channel', FORBIDDEN],
  ])('may be %s: %s', async (kind, word, answer) => {
    for (const steps of [bot.update(PAYLOAD, ref), bot.remove(ref)]) {
      const { result, requests } = await taken(steps, FORBIDDEN, answer);
      expect(result).toMatchObject({ kind, problem: { code: `mattermost.${word}` } });
      expect(does(requests)[1]).toBe(`GET /api/v4/posts/${POST}`);
    }
  });

  it.each(['1700000000.000100', '../users/me', ''])('is not called %j', async (message) => {
    const other = { ...ref, message };
    for (const steps of [
      bot.update(PAYLOAD, other),
      bot.remove(other),
      bot.reply(PAYLOAD, other, 'k'),
    ]) {
      const { result, requests } = await taken(steps, YES);
      expect(result).toMatchObject({ problem: { code: 'mattermost.bad_message_ref' } });
      expect(requests).toEqual([]);
    }
  });
});

describe('a whisper', () => {
  const whisper = (...answers: Parameters<typeof taken>[1][]) =>
    taken(bot.whisper?.(PAYLOAD, { channel: CHANNEL, person: 'ada' }, 'k') as never, ...answers);

  it('is for one person in a channel', async () => {
    const { result, requests } = await whisper(json(200, { id: ADA }), POSTED);
    expect(requests.map(shown)[1]).toEqual({
      does: 'POST /api/v4/posts/ephemeral',
      body: { user_id: ADA, post: { ...PAYLOAD, channel_id: CHANNEL } },
    });
    expect(result).toEqual({ kind: 'delivered' });
  });

  it('takes a permission few have', async () => {
    const { result } = await whisper(json(200, { id: ADA }), FORBIDDEN);
    expect(result).toMatchObject({
      problem: {
        code: 'mattermost.whisper_not_allowed',
        hint: expect.stringContaining('create_post_ephemeral'),
      },
    });
  });
});
