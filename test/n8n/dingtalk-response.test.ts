import { describe, expect, it } from '@jest/globals';
import { useSandbox } from '../conformance/support/sandbox';
import { hooksOf } from './support/call-hooks';
import { factsOf } from './support/response-chats';
import { usePeople, useTrigger } from './support/response-world';

const facts = factsOf('dingtalk');
const sandbox = useSandbox();
const people = usePeople(facts, sandbox);
const trigger = useTrigger(facts, sandbox, people);

const hooks = (credentials = people.credentials(), mode: 'trigger' | 'manual' = 'trigger') =>
  hooksOf(people.host, {
    type: facts.node,
    credentials,
    base: new URL(trigger.served.url).origin,
    mode,
  });
const registrations = async () =>
  (await sandbox.requests()).filter(({ path }) => path.includes('callbacks/register'));

describe('DingTalk Response Trigger', () => {
  it('tells DingTalk its production address whenever the workflow starts', async () => {
    expect(await hooks().exists()).toBe(false);
    expect(await hooks().create()).toBe(true);
    expect(await hooks().create()).toBe(true);
    expect(await registrations()).toHaveLength(2);
    await people.press(await trigger.post(), 'accept');
    await trigger.served.settled();
    expect(trigger.items()[0]).toHaveLength(1);
    expect(await hooks().remove()).toBe(true);
  });

  it('leaves presses where they go while somebody listens for a test event', async () => {
    expect(await hooks(people.credentials(), 'manual').create()).toBe(true);
    expect(await registrations()).toEqual([]);
  });

  it('does not start where DingTalk refuses, and says what to do', async () => {
    await expect(hooks(people.credentials(facts.wrong)).create()).rejects.toMatchObject({
      message: expect.stringMatching(/\w+/),
      description: expect.stringMatching(/\w+/),
      context: { code: expect.stringMatching(/^dingtalk\./) },
    });
  });

  it('does not start without a client secret', async () => {
    const credentials = people.credentials({ clientSecret: '' });
    await expect(hooks(credentials).create()).rejects.toThrow('client secret');
    expect(await registrations()).toEqual([]);
  });

  it('takes a press of another signing key for a stranger’s', async () => {
    await hooks(people.credentials({}, { key: 'a key that nobody could ever guess, 2' })).create();
    const message = await trigger.post();
    expect((await people.press(message, 'accept')).ok).toBe(false);
    await trigger.served.settled();
    expect(trigger.served.started).toEqual([]);
  });
});
