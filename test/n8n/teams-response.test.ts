import { describe, expect, it } from '@jest/globals';
import type { ICredentialsDecrypted, ICredentialTestFunctions } from 'n8n-workflow';
import { useSandbox } from '../conformance/support/sandbox';
import { hooksOf } from './support/call-hooks';
import { factsOf } from './support/response-chats';
import { usePeople, useTrigger } from './support/response-world';

const facts = factsOf('teams');
const sandbox = useSandbox();
const people = usePeople(facts, sandbox);
const trigger = useTrigger(facts, sandbox, people);

const keysAsked = async () =>
  (await sandbox.requests()).filter(({ path }) => /openid|keys/i.test(path)).length;

describe('Microsoft Teams Response Trigger', () => {
  it('fetches the keys that Teams signs with once, without any token', async () => {
    const message = await trigger.post();
    await people.press(message, 'accept');
    const asked = await keysAsked();
    await people.press(message, 'escalate');
    await trigger.served.settled();
    expect(trigger.items()[0]).toHaveLength(2);
    expect(await keysAsked()).toBe(asked);
  });

  it('tells where the bot was added beside what sets something up', async () => {
    await people.act('install', { channel: facts.channel });
    await trigger.served.settled();
    const [actions, [first, ...again]] = trigger.items();
    expect(actions).toEqual([]);
    expect(first).toMatchObject({ installation: { added: true, channel: {}, ref: {} } });
    // Teams tells it in two ways
    for (const one of again) expect(one).toEqual(first);
  });

  it('takes commands from an outgoing webhook of a team, which needs no bot', async () => {
    const { outgoingToken = '' } = facts.proof(sandbox);
    const { alertwireSigningKeyApi } = people.credentials();
    trigger.served.change({
      credentials: {
        alertwireTeamsOutgoingApi: { outgoingToken },
        ...(alertwireSigningKeyApi && { alertwireSigningKeyApi }),
      },
      parameters: { way: 'outgoing' },
    });
    await people.act('doors', { outgoing: trigger.served.url, bot: '' });
    expect(await people.say('@Outgoing accept 4711')).toMatchObject({ ok: true });
    await trigger.served.settled();
    expect(trigger.items()[0]).toMatchObject([{ command: { action: 'accept' } }]);
    expect((await sandbox.messages()).at(-1)?.text).toContain('Working on it');
  });

  it('takes unsigned requests from this machine only where it is told to', async () => {
    const activity = {
      type: 'message',
      id: '1',
      channelId: 'emulator',
      text: 'accept 4711',
      from: { id: 'user-1', name: 'Ada', aadObjectId: '00000000-0000-0000-0000-000000000001' },
      recipient: { id: 'bot-1' },
      conversation: { id: 'c1', conversationType: 'personal' },
      serviceUrl: 'http://127.0.0.1:3978/',
    };
    const send = async () => {
      const headers = { 'content-type': 'application/json' };
      const body = JSON.stringify(activity);
      return (await fetch(trigger.served.url, { method: 'POST', headers, body })).status;
    };
    expect(await send()).toBe(401);
    trigger.settings({ emulator: true });
    expect(await send()).toBe(200);
    await trigger.served.settled();
    expect(trigger.items()[0]).toMatchObject([{ command: { action: 'accept' } }]);
  });

  it.each([
    ['bot', 'alertwireTeamsBotApi', 'client ID'],
    ['outgoing', 'alertwireTeamsOutgoingApi', 'security token'],
  ])('does not start where the credential of the %s proves nothing', async (way, type, what) => {
    const { alertwireSigningKeyApi } = people.credentials();
    const credentials = { [type]: {}, ...(alertwireSigningKeyApi && { alertwireSigningKeyApi }) };
    const hooks = hooksOf(people.host, { type: facts.node, credentials, parameters: { way } });
    await expect(hooks.create()).rejects.toThrow(what);
  });
});

describe('the credential of an outgoing webhook', () => {
  it.each([
    ['c2VjdXJpdHkgdG9rZW4gb2YgYSB0ZWFt', 'OK'],
    ['short', 'Error'],
    ['', 'Error'],
  ])('is looked at before anything comes: %s', async (outgoingToken, status) => {
    const test = people.host.node(facts.node).methods?.credentialTest?.testTeamsOutgoing;
    const data = { data: { outgoingToken } } as unknown as ICredentialsDecrypted;
    expect(await test?.call({} as ICredentialTestFunctions, data)).toMatchObject({ status });
  });
});
