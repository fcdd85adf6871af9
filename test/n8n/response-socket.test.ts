import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { useSandbox } from '../conformance/support/sandbox';
import { factsOf, type ResponseFacts } from './support/response-chats';
import { usePeople } from './support/response-world';
import { type StartedTrigger, startTrigger, type TriggerCall } from './support/start-trigger';

interface SocketFacts {
  readonly node: string;
  readonly facts: ResponseFacts;
  /** How many connections of the app are open, as the sandbox shows it. */
  readonly count: (told: unknown) => number;
  readonly path: string;
  /** The chat says that it will end the connection. */
  readonly farewell: string;
  /** A credential that opens none, and the code of that. */
  readonly wrong: Record<string, string>;
  readonly code: RegExp;
}

const SOCKETS: readonly SocketFacts[] = [
  {
    node: 'slackSocketAlertTrigger',
    facts: factsOf('slack'),
    path: 'sockets',
    count: (told) =>
      (told as { connections: number }[]).reduce((sum, { connections }) => sum + connections, 0),
    farewell: 'sockets/refresh',
    wrong: { appToken: 'xapp-1-A0-1-nobodys' },
    code: /^slack\./,
  },
  {
    node: 'dingTalkStreamAlertTrigger',
    facts: { ...factsOf('dingtalk'), own: {} },
    path: 'streams',
    count: (told) => (told as unknown[]).length,
    farewell: 'streams/disconnect',
    wrong: { clientSecret: 'a secret of another app' },
    code: /^dingtalk\./,
  },
];

describe.each(SOCKETS)('$node', ({ node, facts, path, count, farewell, wrong, code }) => {
  const sandbox = useSandbox();
  const people = usePeople(facts, sandbox);
  let open: StartedTrigger[];

  const start = async (more: Partial<TriggerCall> = {}) => {
    const credentials = people.credentials();
    const trigger = await startTrigger(people.host, { type: node, credentials, ...more });
    open.push(trigger);
    return trigger;
  };
  const connections = async () =>
    count(await (await fetch(`${sandbox.url}/inspect/chats/${facts.chat}/${path}`)).json());
  const until = async (wanted: number) => {
    while ((await connections()) !== wanted);
  };

  beforeEach(() => {
    open = [];
  });
  afterEach(async () => {
    for (const trigger of open) await trigger.close();
    await until(0);
  });

  it('gives out what people press and type, and the chat is content', async () => {
    const trigger = await start();
    const message = await people.post();
    expect(await people.press(message, 'accept')).toMatchObject({ ok: true });
    expect(await people.say(`${facts.call} link production`)).toMatchObject({ ok: true });
    await trigger.executions(2);
    expect(trigger.items()).toMatchObject([
      [
        {
          command: {
            kind: 'alert-action',
            action: 'accept',
            alert: { id: '4711' },
            chat: facts.chat,
            user: facts.user,
            channel: { id: people.channelId() },
            messageRef: { message },
          },
          audit: { action: 'accept', ok: true },
        },
      ],
      [{ command: { kind: 'set-up', action: 'link' } }],
      [],
      [],
    ]);
  });

  it('says to one person why a button is not taken', async () => {
    const trigger = await start();
    await people.press(await people.post({ validMs: -1 }), 'accept');
    await trigger.executions(1);
    expect(trigger.items()[3]).toMatchObject([
      { refused: { problem: { code: 'answer.expired' } } },
    ]);
  });

  it('is back at once after the chat has said goodbye', async () => {
    const trigger = await start();
    const back = trigger.logged(/^Connected to /);
    await people.act(farewell, {});
    await back;
    expect(await people.press(await people.post(), 'accept')).toMatchObject({ ok: true });
    await trigger.executions(1);
    expect(trigger.items()[0]).toHaveLength(1);
  });

  it('ends its connection when the workflow is taken back', async () => {
    const trigger = await start();
    expect(await connections()).toBe(1);
    await trigger.close();
    await until(0);
    expect(trigger.items().flat()).toEqual([]);
  });

  it('listens for a test event only once n8n does', async () => {
    const trigger = await start({ mode: 'manual' });
    expect(await connections()).toBe(0);
    await trigger.response.manualTriggerFunction?.();
    expect(await connections()).toBe(1);
    await people.press(await people.post(), 'accept');
    await trigger.executions(1);
    expect(trigger.items()[0]).toHaveLength(1);
    await trigger.close();
    await until(0);
  });

  it('opens none where the test was given up before', async () => {
    const trigger = await start({ mode: 'manual' });
    await trigger.close();
    await trigger.response.manualTriggerFunction?.();
    await until(0);
  });

  it('does not start where the chat refuses, and says what to do', async () => {
    await expect(start({ credentials: people.credentials(wrong) })).rejects.toMatchObject({
      message: expect.stringMatching(/\w+/),
      description: expect.stringMatching(/\w+/),
      context: { code: expect.stringMatching(code) },
    });
    expect(await connections()).toBe(0);
  });

  it('does not start without a signing key', async () => {
    const credentials = people.credentials({}, { key: 'short' });
    await expect(start({ credentials })).rejects.toThrow('no signing key');
    expect(await connections()).toBe(0);
  });
});

describe('a connection that is cut', () => {
  const facts = factsOf('dingtalk');
  const sandbox = useSandbox();
  const people = usePeople({ ...facts, own: {} }, sandbox);

  it('is noticed and opened again', async () => {
    const credentials = people.credentials();
    const type = 'dingTalkStreamAlertTrigger';
    const trigger = await startTrigger(people.host, { type, credentials });
    const [noticed, back] = [trigger.logged(/was lost/), trigger.logged(/^Connected to /)];
    await people.act('streams/disconnect', { abruptly: true });
    expect(await noticed).toMatch(/^DingTalk: .* It is tried again in [12] s\.$/);
    await back;
    await people.press(await people.post(), 'accept');
    await trigger.executions(1);
    await trigger.close();
  });
});

describe('Slack Socket Response Trigger', () => {
  const sandbox = useSandbox();
  const people = usePeople(factsOf('slack'), sandbox);

  it('works with an account that is connected: the app has a token of its own', async () => {
    const { alertwireSlackBotApi, ...keys } = people.credentials();
    const { accessToken, ...others } = alertwireSlackBotApi ?? {};
    const connected = { ...others, oauthTokenData: { access_token: accessToken } };
    const trigger = await startTrigger(people.host, {
      type: 'slackSocketAlertTrigger',
      credentials: { ...keys, alertwireSlackOAuth2Api: connected as never },
      parameters: { authentication: 'oAuth2' },
    });
    await people.press(await people.post(), 'accept');
    await trigger.executions(1);
    expect(trigger.items()[0]).toHaveLength(1);
    await trigger.close();
  });
});
