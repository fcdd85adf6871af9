import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { useSandbox } from '../conformance/support/sandbox';
import { useNodeRedHttp } from '../conformance/support/transports';
import { CHATS, OUTPUTS, onCanvas, peopleOf } from './support/answers';
import { Runtime } from './support/runtime';

const sandbox = useSandbox();
const http = useNodeRedHttp();
let runtime: Runtime;
beforeAll(async () => {
  runtime = await Runtime.start();
});
afterAll(() => runtime.stop());

const count = () => OUTPUTS.flatMap((sink) => runtime.messages(sink)).length;

describe.each(CHATS)('the response node of $id', (chat) => {
  const people = peopleOf(chat, sandbox, http);
  const mine = () => ({ publicAddress: people.address(runtime) });

  const deploy = async (more: object = {}, added: Parameters<Runtime['deploy']>[0] = []) => {
    const from = runtime.told.length;
    await runtime.deploy([...people.flow({ ...mine(), ...more }), ...added]);
    const listening = chat.id === 'dingtalk' ? /^listening, address registered/ : /^listening on/;
    await runtime.status('response', listening, from);
  };
  const next = (sink: (typeof OUTPUTS)[number]) => {
    const nth = runtime.messages(sink).length + 1;
    return () => runtime.message(sink, nth);
  };
  beforeEach(async () => {
    await deploy();
    await people.openDoors(people.address(runtime));
  });
  const post = (rules: Parameters<typeof people.post>[0] = {}) =>
    people.post({
      ...rules,
      ...(chat.id === 'mattermost' && { address: people.address(runtime) }),
    });

  test('a press comes out as an alert action, with who asked for what', async () => {
    const arrived = next('actions');
    const message = await post();
    expect(await people.press(message, 'accept')).toMatchObject({ ok: true });
    const got = await arrived();
    expect(got).toMatchObject({
      topic: '4711',
      payload: {
        kind: 'alert-action',
        action: 'accept',
        alert: { platform: 'ilert', id: '4711' },
        chat: chat.id,
        user: { id: expect.any(String) },
        messageRef: { message },
      },
      audit: { action: 'accept', ok: true, code: 'received', chat: chat.id },
    });
    expect(got.command).toEqual(got.payload);
    await runtime.status('response', /^accept · .+ · \d\d:\d\d$/);
  });

  test('a line comes out as an alert action, a set-up command where those come out', async () => {
    const [action, setUp] = [next('actions'), next('setUp')];
    expect(await people.say('snooze 4711 2h')).toMatchObject({ ok: true });
    expect(await action()).toMatchObject({
      payload: { action: 'snooze', alert: { id: '4711' }, arguments: { minutes: '120' } },
    });
    await people.say('link ilert');
    expect(await setUp()).toMatchObject({
      topic: 'link',
      payload: { kind: 'set-up', action: 'link', arguments: { text: 'ilert' } },
    });
  });

  test('a button of one’s own has an output of its own', async () => {
    const arrived = next('own');
    expect(await people.press(await post(), 'own1')).toMatchObject({ ok: true });
    expect(await arrived()).toMatchObject({
      payload: { kind: 'own-button', action: 'Restart checkout', alert: { id: '4711' } },
    });
  });

  test('a button that is not taken comes out for the audit trail, and does nothing', async () => {
    const [arrived, actions] = [next('refused'), runtime.messages('actions').length];
    await people.press(await post({ validMs: -60_000 }), 'accept');
    expect(await arrived()).toMatchObject({
      payload: { problem: { code: 'answer.expired' }, user: { id: expect.any(String) } },
      audit: { ok: false, code: 'answer.expired' },
    });
    expect(runtime.messages('actions')).toHaveLength(actions);
    await runtime.status('response', /^refused: answer\.expired/);
  });

  test('the chat has its answer while the flow is held up', async () => {
    const opens = join(mkdtempSync(join(tmpdir(), 'alertwire-gate-')), 'open');
    const gate = onCanvas({ id: 'gate', type: 'test-gate', opens, wires: [['late']] } as never);
    const late = onCanvas({ id: 'late', type: 'test-sink' });
    await deploy({ wires: [['gate'], [], [], []] }, [gate, late]);
    const before = runtime.messages('late').length;
    const message = await post();
    expect(await people.press(message, 'accept')).toMatchObject({ ok: true });
    expect(runtime.messages('late')).toHaveLength(before);
    writeFileSync(opens, '');
    expect(await runtime.message('late', before + 1)).toMatchObject({
      payload: { action: 'accept' },
    });
  });

  test('what does not prove itself is answered 401, and nothing comes out', async () => {
    const before = count();
    for (const body of ['{"type":"message","text":"accept 4711"}', 'payload=%7B%7D', 'a=b']) {
      const answer = await fetch(people.address(runtime), { method: 'POST', body });
      expect([body, answer.status]).toEqual([body, 401]);
    }
    await runtime.status('response', /^refused: answer\./);
    expect(count()).toBe(before);
  });

  test('without a signing key nothing is taken', async () => {
    const from = runtime.told.length;
    await runtime.deploy(people.flow({ ...mine(), signingKey: '' }));
    await runtime.status('response', /^no signing key$/, from);
    const before = count();
    expect(await people.say('accept 4711')).not.toMatchObject({ notice: expect.any(String) });
    await runtime.status('response', /^refused: answer\.no_signing_key/, from);
    expect(count()).toBe(before);
  });
});
