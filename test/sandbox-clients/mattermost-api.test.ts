import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Client4 } from '@mattermost/client';
import type { Post } from '@mattermost/types/posts';
import { PostPriority } from '@mattermost/types/posts';
import { type Message, type Sandbox, startSandbox } from '../../sandbox/index';

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox({ port: 0, rateWindowScale: 0 });
});
afterAll(() => sandbox.close());
beforeEach(async () => {
  await fetch(`${sandbox.url}/inspect/reset`, { method: 'POST' });
});

function clientOf(name: string) {
  const bot = sandbox.bots.find((one) => one.platform === 'mattermost' && one.name === name);
  const client = new Client4();
  client.setUrl(bot?.baseUrl ?? '');
  client.setToken(bot?.credential.accessToken ?? '');
  const channel = (wanted: string) => bot?.channels.find((one) => one.name === wanted)?.id ?? '';
  return { client, channel };
}

/** The client asks for a whole post and sends what it is given. */
const asPost = (post: Partial<Post>) => post as Post;

const messages = async () =>
  (await (await fetch(`${sandbox.url}/inspect/messages`)).json()) as Message[];

const refused = (id: string, status: number) => ({ server_error_id: id, status_code: status });

describe("Mattermost's own client against the sandbox", () => {
  it('posts, changes, answers and deletes', async () => {
    const { client, channel } = clientOf('alertwire');
    const channel_id = channel('ops-alerts');
    const attachments = [{ color: '#d92d20', title: 'Checkout', text: 'Latency above 2 s' }];
    const priority = { priority: PostPriority.URGENT };
    const metadata = { priority } as Post['metadata'];
    const post = await client.createPost(
      asPost({ channel_id, message: 'Down', props: { attachments }, metadata }),
    );
    expect(post).toMatchObject({ channel_id, message: 'Down', metadata: { priority } });
    const patched = await client.patchPost({ id: post.id, message: 'Accepted', props: {} });
    expect(patched).toMatchObject({ message: 'Accepted', metadata: { priority } });
    expect(patched.props).not.toHaveProperty('attachments');
    const answer = await client.createPost(
      asPost({ channel_id, root_id: post.id, message: 'Ada' }),
    );
    expect(answer.root_id).toBe(post.id);
    expect(await client.updatePost({ ...patched, message: 'Resolved' })).toMatchObject({
      message: 'Resolved',
      reply_count: 1,
    });
    expect((await client.getPost(post.id)).message).toBe('Resolved');
    expect(await client.deletePost(answer.id)).toEqual({ status: 'OK' });
    expect(await messages()).toMatchObject([
      { text: 'Resolved', ref: post.id, deleted: false },
      { text: 'Ada', replyTo: post.id, deleted: true },
    ]);
  });

  it('finds itself, people, teams and channels, and writes to one person', async () => {
    const { client, channel } = clientOf('alertwire');
    const me = await client.getMe();
    expect(me.is_bot).toBe(true);
    const [team] = await client.getMyTeams();
    const channels = await client.getMyChannels(team?.id ?? '');
    expect(channels.map(({ name }) => name)).toContain('night-shift');
    const found = await client.getChannelByNameAndTeamName(team?.name ?? '', 'platform');
    expect(found.id).toBe(channel('platform'));
    expect((await client.getChannel(found.id)).display_name).toBe('Platform');
    const ada = await client.getUserByEmail('ada@sandbox.example');
    expect((await client.getUserByUsername('ada')).id).toBe(ada.id);
    const direct = await client.createDirectChannel([me.id, ada.id]);
    await client.createPost(asPost({ channel_id: direct.id, message: 'Your turn' }));
    expect(await messages()).toMatchObject([{ channel: '@ada' }]);
  });

  it('tells one person only, where it may', async () => {
    const { client, channel } = clientOf('concierge');
    const ada = await client.getUserByUsername('ada');
    const post = asPost({ channel_id: channel('ops-alerts'), message: 'Already accepted' });
    expect((await client.createPostEphemeral(ada.id, post)).type).toBe('system_ephemeral');
    expect(await messages()).toMatchObject([{ onlyFor: '@ada' }]);
  });

  it('understands every refusal', async () => {
    const { client, channel } = clientOf('alertwire');
    const create = (name: string, post: Partial<Post> = {}) =>
      client.createPost(asPost({ channel_id: channel(name), message: 'x', ...post }));
    await expect(create('announcements')).rejects.toMatchObject(
      refused('api.context.permissions.app_error', 403),
    );
    await expect(create('launch-2019')).rejects.toMatchObject(
      refused('api.post.create_post.can_not_post_to_deleted.error', 400),
    );
    await expect(create('platform', { message: 'x'.repeat(16_384) })).rejects.toMatchObject(
      refused('model.post.is_valid.message_length.app_error', 400),
    );
    await expect(client.getPost('nobodyknowsthisidnobodykno')).rejects.toMatchObject(
      refused('app.post.get.app_error', 404),
    );
    await expect(clientOf('former').client.getMe()).rejects.toMatchObject(
      refused('api.context.session_expired.app_error', 401),
    );
    expect(await messages()).toEqual([]);
  });
});
