import { describe, expect, it } from '@jest/globals';
import { useSandbox } from '../conformance/support/sandbox';
import { factsOf } from './support/response-chats';
import { usePeople, useTrigger } from './support/response-world';

const facts = factsOf('mattermost');
const sandbox = useSandbox();
const people = usePeople(facts, sandbox);
const trigger = useTrigger(facts, sandbox, people);

interface Open {
  readonly dialog: { readonly id: string; readonly title: string };
}

describe('Mattermost Response Trigger', () => {
  it('asks for a note at its own address', async () => {
    trigger.settings({ askNote: true });
    await people.press(await trigger.post(), 'resolve');
    await trigger.served.settled();
    expect(trigger.served.started).toEqual([]);
    const said = await fetch(`${sandbox.url}/inspect/chats/mattermost/dialogs`);
    const [{ dialog }] = (await said.json()) as Open[];
    const values = { note: 'It was DNS.' };
    await people.act('submit', { dialog: dialog.id, values, by: people.person });
    await trigger.served.settled();
    expect(trigger.items()[0]).toMatchObject([
      { command: { action: 'resolve', arguments: { note: 'It was DNS.' } } },
    ]);
  });

  it('says how a command that comes by GET has to come', async () => {
    const answered = await fetch(`${trigger.served.url}?token=x&text=accept`);
    expect(answered.status).toBe(400);
    expect(await answered.json()).toEqual({ message: expect.stringContaining('POST') });
    expect(trigger.served.started).toEqual([]);
  });

  it('needs no token of a command for buttons', async () => {
    trigger.served.change({ credentials: people.credentials({ commandToken: '' }) });
    await people.press(await trigger.post(), 'accept');
    await people.say('/alertwire accept 4711');
    await trigger.served.settled();
    expect(trigger.items()[0]).toHaveLength(1);
    expect(trigger.served.warnings.join()).toContain('token of the command');
  });
});
