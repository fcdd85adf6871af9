import { describe, expect, it } from '@jest/globals';
import { botWithPost, mattermostBot, NO_PERMISSION, refusal, UNKNOWN } from './mattermost-bot';

describe('a change', () => {
  it('of a part leaves the rest, and is told to nobody', async () => {
    const { ask, id, sandbox } = await botWithPost('Down @here');
    const props = { attachments: [{ text: 'Accepted' }] };
    const patched = await ask('PUT', `/posts/${id}/patch`, { props });
    expect(patched).toMatchObject({
      id,
      message: 'Down @here',
      props: { ...props, from_bot: 'true' },
    });
    expect(patched.edit_at).toBeGreaterThan(0);
    expect(await ask('PUT', `/posts/${id}/patch`, { message: 'Up @all' })).toMatchObject({ props });
    expect(await sandbox.messages()).toMatchObject([
      {
        text: 'Up @all',
        pings: ['@here'],
        history: [{}, { event: 'updated' }, { event: 'updated' }],
      },
    ]);
  });

  it('of the whole makes empty what is left out', async () => {
    const { ask, call, id } = await botWithPost();
    await ask('PUT', `/posts/${id}/patch`, { props: { attachments: [{ text: 'x' }] } });
    const updated = await ask('PUT', `/posts/${id}`, { id, message: 'new' });
    expect(updated).toMatchObject({ message: 'new', props: { from_bot: 'true' } });
    expect(updated.props).not.toHaveProperty('attachments');
    expect(refusal(await call('PUT', `/posts/${id}`, { message: 'x' }))).toEqual([
      400,
      'api.context.invalid_body_param.app_error',
    ]);
  });

  it('that changes nothing is no edit', async () => {
    const { ask, id } = await botWithPost('same');
    expect(await ask('PUT', `/posts/${id}/patch`, { message: 'same' })).toMatchObject({
      edit_at: 0,
    });
  });

  it('is refused where the post is gone, archived, somebody else’s, too long', async () => {
    const { call, id, sandbox } = await botWithPost();
    const archived = 'sandbox1post1oflaunch2019p';
    const concierge = await mattermostBot('concierge', sandbox);
    const patch = (post: string, message = 'x') => call('PUT', `/posts/${post}/patch`, { message });
    expect(refusal(await patch(UNKNOWN))).toEqual(NO_PERMISSION);
    expect(refusal(await concierge.call('PUT', `/posts/${id}/patch`, {}))).toEqual(NO_PERMISSION);
    expect(refusal(await patch(archived))[1]).toMatch(/^api\.post\.patch_post\.can_not_update/);
    const whole = await call('PUT', `/posts/${archived}`, { id: archived });
    expect(refusal(whole)[1]).toMatch(/^api\.post\.update_post\.can_not_update/);
    expect(refusal(await patch(id, 'x'.repeat(16_384)))).toEqual([
      400,
      'model.post.is_valid.message_length.app_error',
    ]);
    expect(refusal(await patch('short'))).toEqual([400, 'api.context.invalid_url_param.app_error']);
  });
});

describe('a deleted post', () => {
  it('is gone with its thread', async () => {
    const { ask, call, channel_id, id, sandbox } = await botWithPost();
    const { id: answer } = await ask('POST', '/posts', { channel_id, root_id: id, message: 'x' });
    expect(await ask('DELETE', `/posts/${id}`)).toEqual({ status: 'OK' });
    for (const gone of [id, answer]) {
      expect(refusal(await call('GET', `/posts/${gone}`))).toEqual([404, 'app.post.get.app_error']);
      expect(refusal(await call('DELETE', `/posts/${gone}`))[0]).toBe(404);
      expect(refusal(await call('PUT', `/posts/${gone}/patch`, {}))).toEqual(NO_PERMISSION);
    }
    expect(refusal(await call('POST', '/posts', { channel_id, root_id: id }))[0]).toBe(400);
    expect((await sandbox.messages())[0]).toMatchObject({ deleted: true });
  });

  it('was the bot’s own, in a channel that lives, and stays in the database', async () => {
    const { call, id, sandbox } = await botWithPost();
    const concierge = await mattermostBot('concierge', sandbox);
    expect(refusal(await concierge.call('DELETE', `/posts/${id}`))).toEqual(NO_PERMISSION);
    const archived = await call('DELETE', '/posts/sandbox1post1oflaunch2019p');
    expect(refusal(archived)[1]).toMatch(/^api\.post\.delete_post\.can_not_delete/);
    expect(refusal(await call('DELETE', `/posts/${id}?permanent=true`))[0]).toBe(501);
    expect((await sandbox.messages())[0]).toMatchObject({ deleted: false });
  });
});
