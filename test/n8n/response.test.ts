import { beforeEach, describe, expect, it } from '@jest/globals';
import { useSandbox } from '../conformance/support/sandbox';
import { hooksOf } from './support/call-hooks';
import { RESPONSE_FACTS } from './support/response-chats';
import { OTHER_KEYS, usePeople, useTrigger } from './support/response-world';

const own = [{ name: 'Restart checkout' }];

describe.each(RESPONSE_FACTS)('the response trigger of $chat', (facts) => {
  const sandbox = useSandbox();
  const people = usePeople(facts, sandbox);
  const trigger = useTrigger(facts, sandbox, people);

  beforeEach(async () => {
    const { origin: base } = new URL(trigger.served.url);
    await hooksOf(people.host, {
      type: facts.node,
      credentials: people.credentials(),
      base,
    }).create();
  });

  it('gives out a press on an alert on its first output, with who, where and what', async () => {
    const message = await trigger.post();
    expect(await people.press(message, 'accept')).toMatchObject({ ok: true });
    await trigger.served.settled();
    const [actions, ...others] = trigger.items();
    expect(others).toEqual([[], [], []]);
    expect(actions).toEqual([
      {
        command: expect.objectContaining({
          kind: 'alert-action',
          action: 'accept',
          alert: expect.objectContaining({ platform: 'ilert', id: '4711' }),
          chat: facts.chat,
          user: expect.objectContaining(facts.user),
          channel: expect.objectContaining({ id: people.channelId() }),
          messageRef: expect.objectContaining({ chat: facts.chat, message }),
        }),
        audit: expect.objectContaining({
          action: 'accept',
          chat: facts.chat,
          who: expect.objectContaining(facts.user),
          ok: true,
          code: 'received',
        }),
      },
    ]);
  });

  it('gives out what sets something up, and the own buttons, on outputs of their own', async () => {
    await people.say(`${facts.call} link production`);
    await people.press(await trigger.post({ own, actions: [] }), 'own1');
    await trigger.served.settled();
    expect(trigger.items()).toMatchObject([
      [],
      [{ command: { kind: 'set-up', action: 'link' }, audit: { action: 'link' } }],
      [{ command: { kind: 'own-button', action: 'Restart checkout', alert: { id: '4711' } } }],
      [],
    ]);
  });

  it('gives out what is authentic and not done, for the records', async () => {
    await people.press(await trigger.post({ validMs: -1 }), 'accept');
    await trigger.served.settled();
    expect(trigger.items()).toMatchObject([
      [],
      [],
      [],
      [
        {
          refused: { problem: { code: 'answer.expired' }, chat: facts.chat, user: facts.user },
          audit: { ok: false, code: 'answer.expired', chat: facts.chat },
        },
      ],
    ]);
  });

  it('answers before the workflow has done anything, however long that takes', async () => {
    const order: string[] = [];
    let open = () => {};
    const gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    trigger.served.flow = async () => {
      await gate;
      order.push('the workflow ends');
    };
    const message = await trigger.post();
    const seen = await people.press(message, 'accept');
    order.push('the chat is answered');
    open();
    await trigger.served.settled();
    expect(seen).toMatchObject({ ok: true });
    expect(order).toEqual(['the chat is answered', 'the workflow ends']);
  });

  it('takes nothing that proves nothing, and tells no secret', async () => {
    const message = await trigger.post();
    const credentials = people.credentials(facts.wrong, OTHER_KEYS);
    trigger.served.change({ credentials });
    expect((await people.press(message, 'accept')).ok).toBe(false);
    await people.say(`${facts.call} accept 4711`);
    await trigger.served.settled();
    expect(trigger.served.started).toEqual([]);
    expect(trigger.served.warnings.join()).toContain('401');
    for (const secret of Object.values(people.credentials()).flatMap((one) => Object.values(one)))
      if (String(secret).length > 15)
        expect(trigger.served.warnings.join()).not.toContain(String(secret));
  });

  it('answers by itself to whoever only looks, and to what cannot be read', async () => {
    const { url } = trigger.served;
    const looked = await fetch(url);
    expect(looked.status).toBe(405);
    expect(await looked.json()).toEqual({ message: expect.stringContaining('by POST') });
    const large = await fetch(url, { method: 'POST', body: 'x'.repeat(1024 * 1024 + 1) });
    expect(large.status).toBe(413);
    const nonsense = await fetch(url, { method: 'POST', body: '{"a":' });
    expect([400, 401]).toContain(nonsense.status);
    expect(trigger.served.started).toEqual([]);
  });

  it('is not there without a credential, and n8n is not told to fail', async () => {
    trigger.served.change({ credentials: {} });
    expect((await fetch(trigger.served.url, { method: 'POST', body: '{}' })).status).toBe(503);
    expect(trigger.served.started).toEqual([]);
  });

  it('takes no button without a signing key, and does not start without one', async () => {
    const { alertwireSigningKeyApi: _, ...credentials } = people.credentials();
    const message = await trigger.post();
    trigger.served.change({ credentials });
    expect((await people.press(message, 'accept')).ok).toBe(false);
    expect(trigger.served.started).toEqual([]);
    const { create } = hooksOf(people.host, { type: facts.node, credentials });
    await expect(create()).rejects.toThrow('no signing key');
  });

  it('does not start with a signing key that can be guessed', async () => {
    const hooks = (key: string) =>
      hooksOf(people.host, { type: facts.node, credentials: people.credentials({}, { key }) });
    await expect(hooks('short').create()).rejects.toMatchObject({
      message: 'There is no signing key of at least 32 characters.',
      description: expect.stringMatching(/\w+/),
    });
    expect(await hooks('short').exists()).toBe(false);
    expect(await hooks('short').remove()).toBe(true);
  });
});

describe("what the real n8n needs to leave the body to a trigger's own answers", () => {
  const people = usePeople(RESPONSE_FACTS[0], useSandbox());

  it.each([...RESPONSE_FACTS.map(({ node }) => node), 'linkResponseTrigger'])(
    '%s is exactly version 1 with the hidden options.binaryData, at one address',
    (node) => {
      const { version, properties, webhooks } = people.host.node(node).description;
      expect(version).toBe(1);
      expect(properties.find(({ name }) => name === 'options')).toMatchObject({
        type: 'hidden',
        default: { binaryData: true },
      });
      expect(webhooks).toMatchObject([
        { name: 'default', httpMethod: 'POST', path: 'alertwire', responseData: '' },
        { name: 'setup', httpMethod: 'GET', path: 'alertwire', responseData: '' },
      ]);
    },
  );
});
