import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { useSandbox } from '../conformance/support/sandbox';
import { useNodeRedHttp } from '../conformance/support/transports';
import { CHATS, OUTPUTS, peopleOf } from './support/answers';
import { askUntil } from './support/ask-until';
import { type FlowNode, Runtime } from './support/runtime';

const sandbox = useSandbox();
const http = useNodeRedHttp();
let runtime: Runtime;
beforeAll(async () => {
  runtime = await Runtime.start();
});
afterAll(() => runtime.stop());

const people = (id: string) =>
  peopleOf(CHATS.find((chat) => chat.id === id) as (typeof CHATS)[number], sandbox, http);
const count = () => OUTPUTS.flatMap((sink) => runtime.messages(sink)).length;
const nextOf = (sink: (typeof OUTPUTS)[number]) => {
  const nth = runtime.messages(sink).length + 1;
  return () => runtime.message(sink, nth);
};
const deploy = async (flow: readonly FlowNode[], until: RegExp) => {
  const from = runtime.told.length;
  await runtime.deploy(flow);
  await runtime.status('response', until, from);
};

interface OpenDialog {
  readonly by: string;
  readonly dialog: { readonly id: string; readonly fields: readonly { readonly name: string }[] };
}

const openDialog = (chat: string): Promise<OpenDialog> =>
  askUntil(async () => {
    const told = await fetch(`${sandbox.url}/inspect/chats/${chat}/dialogs`);
    const [first] = (await told.json()) as readonly (OpenDialog | undefined)[];
    return first;
  });

describe('Slack', () => {
  const slack = people('slack');
  const signed = (body: string, secret = slack.credential().signingSecret ?? '') => {
    const at = String(Math.floor(Date.now() / 1000));
    const proof = createHmac('sha256', secret).update(`v0:${at}:${body}`).digest('hex');
    return {
      'content-type': 'application/x-www-form-urlencoded',
      'x-slack-request-timestamp': at,
      'x-slack-signature': `v0=${proof}`,
    };
  };
  const command = new URLSearchParams({
    command: '/alertwire',
    text: 'accept 4711',
    user_id: 'U0PRIYARAM',
    user_name: 'priya.raman',
    channel_id: 'C0OPSALERT',
    trigger_id: 'a trigger',
  }).toString();
  const send = (headers: Readonly<Record<string, string>>, body = command) =>
    fetch(slack.address(runtime), { method: 'POST', headers, body });

  test('the very same request is taken once, also over a deploy', async () => {
    await deploy(slack.flow(), /^listening/);
    const [arrived, before, headers] = [nextOf('actions'), count(), signed(command)];
    expect((await send(headers)).status).toBe(200);
    expect(await arrived()).toMatchObject({ payload: { action: 'accept' } });
    expect((await send(headers)).status).toBe(401);
    await deploy(slack.flow(), /^listening/);
    expect((await send(headers)).status).toBe(401);
    expect(count()).toBe(before + 1);
  });

  test('a changed byte or another secret is refused', async () => {
    await deploy(slack.flow(), /^listening/);
    const before = count();
    expect((await send(signed(command), command.replace('4711', '4712'))).status).toBe(401);
    const refused = await send(signed(command, 'ffffffffffffffffffffffffffffffff'));
    expect(refused.status).toBe(401);
    expect(await refused.json()).toMatchObject({ error: 'answer.not_authentic' });
    expect(count()).toBe(before);
    expect(runtime.logs('response').join()).toContain('A request was refused with 401');
  });

  test('a note is asked for once the answer is out', async () => {
    await deploy(slack.flow({ askNote: true }), /^listening/);
    await slack.openDoors(slack.address(runtime));
    const arrived = nextOf('actions');
    await slack.press(await slack.post({ note: true }), 'resolve');
    const { by, dialog } = await openDialog('slack');
    const values = { [dialog.fields[0].name]: 'It was DNS.' };
    expect(await slack.act('submit', { dialog: dialog.id, values, by })).toEqual({ ok: true });
    expect(await arrived()).toMatchObject({
      payload: { action: 'resolve', arguments: { note: 'It was DNS.' } },
    });
  });

  test('what is missing in the credential is said at once', async () => {
    const credentials = { ...slack.credential(), signingSecret: '' };
    const flow = slack.flow().map((node) => (node.id === 'bot' ? { ...node, credentials } : node));
    await deploy(flow, /^answer\.no_secret/);
    expect((await send(signed(command))).status).toBe(401);
    await deploy(slack.flow({ connection: '' }), /^no connection$/);
    expect((await send(signed(command))).status).toBe(401);
  });

  test('a path that another node has is said, and the other goes on', async () => {
    const second = { ...(slack.flow().find(({ id }) => id === 'response') as FlowNode) };
    const from = runtime.told.length;
    await runtime.deploy([...slack.flow(), { ...second, id: 'second', wires: [] }]);
    await runtime.status('second', /^endpoint\.path_taken/, from);
    const arrived = nextOf('actions');
    const body = command.replace('a+trigger', 'another');
    expect((await send(signed(body), body)).status).toBe(200);
    await arrived();
  });
});

describe('Microsoft Teams', () => {
  const teams = people('teams');
  const outgoing = (): FlowNode[] => [
    ...teams.flow({ way: 'outgoing', connection: '', outgoing: 'outgoing' }),
    {
      id: 'outgoing',
      type: 'alertwire-teams-outgoing',
      name: '',
      credentials: { outgoingToken: teams.credential().outgoingToken },
    },
  ];

  test('an outgoing webhook needs no bot', async () => {
    await deploy(outgoing(), /^listening/);
    await teams.act('doors', { outgoing: teams.address(runtime) });
    const arrived = nextOf('actions');
    const line = {
      channel: teams.channel,
      text: '@Outgoing accept 4711',
      by: await teams.person(),
    };
    expect(await teams.act('say', line)).toMatchObject({ ok: true });
    expect(await arrived()).toMatchObject({ payload: { action: 'accept', alert: { id: '4711' } } });
    await deploy(teams.flow({ way: 'outgoing', outgoing: '' }), /^no outgoing webhook$/);
  });

  test('where the bot was added comes out of the second output', async () => {
    await deploy(teams.flow(), /^listening/);
    await teams.openDoors(teams.address(runtime));
    const arrived = nextOf('setUp');
    await teams.act('install', { channel: 'Night shift' });
    const { payload, installation } = await arrived();
    expect(payload).toMatchObject({ added: true, channel: { id: expect.any(String) } });
    expect(installation).toEqual(payload);
    await runtime.status('response', /^bot added/);
  });

  test('a local emulator is heard only where the node says so', async () => {
    const address = teams.address(runtime);
    const activity = {
      type: 'message',
      id: 'a1',
      text: 'accept 4711',
      channelId: 'emulator',
      serviceUrl: 'http://127.0.0.1:9',
      from: { id: 'somebody', name: 'Somebody' },
      recipient: { id: 'bot', name: 'Alertwire' },
      conversation: { id: 'c1' },
    };
    const send = () =>
      fetch(address, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(activity),
      });
    await deploy(teams.flow(), /^listening/);
    const before = count();
    expect((await send()).status).toBe(401);
    expect(count()).toBe(before);
    await deploy(teams.flow({ emulator: true }), /^listening/);
    const arrived = nextOf('actions');
    expect((await send()).status).toBe(200);
    expect(await arrived()).toMatchObject({ payload: { action: 'accept' } });
  });

  test('a word nobody knows is helped, after the answer', async () => {
    await deploy(teams.flow(), /^listening/);
    await teams.openDoors(teams.address(runtime));
    const before = count();
    await teams.say('what?');
    const last = await askUntil(async () => {
      const newest = (await sandbox.messages()).at(-1);
      return newest?.onlyFor ? newest : undefined;
    });
    expect(last).toMatchObject({ onlyFor: 'Priya Raman' });
    expect(count()).toBe(before);
  });
});

describe('Mattermost', () => {
  const mattermost = people('mattermost');

  test('a dialog asks for a note, at the public address', async () => {
    const address = mattermost.address(runtime);
    await deploy(mattermost.flow({ askNote: true, publicAddress: address }), /^listening/);
    const arrived = nextOf('actions');
    await mattermost.press(await mattermost.post({ note: true, address }), 'resolve');
    const { by, dialog } = await openDialog('mattermost');
    const values = { note: 'It was DNS.' };
    expect(await mattermost.act('submit', { dialog: dialog.id, values, by })).toEqual({ ok: true });
    expect(await arrived()).toMatchObject({
      payload: { action: 'resolve', arguments: { note: 'It was DNS.' } },
    });
  });

  test('a command that is sent by GET is told that it must not be', async () => {
    await deploy(mattermost.flow(), /^listening/);
    const answer = await fetch(`${mattermost.address(runtime)}?token=x&text=accept+4711`);
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ error: 'answer.get' });
  });
});

describe('DingTalk', () => {
  const dingtalk = people('dingtalk');

  test('an address that DingTalk does not take is said, and Node-RED lives on', async () => {
    await deploy(dingtalk.flow({ publicAddress: 'https://elsewhere.example/x' }), /^dingtalk\./);
    await deploy(dingtalk.flow(), /^listening on/);
    await dingtalk.openDoors(dingtalk.address(runtime));
    const arrived = nextOf('actions');
    await dingtalk.say('accept 4711');
    expect(await arrived()).toMatchObject({ payload: { action: 'accept' } });
  });
});
