import { describe, expect, it } from '@jest/globals';
import type { OpenDialog } from '../conformance/answers/app';
import { useSandbox } from '../conformance/support/sandbox';
import { hooksOf } from './support/call-hooks';
import { factsOf } from './support/response-chats';
import { OTHER_KEYS, usePeople, useTrigger } from './support/response-world';

const facts = factsOf('slack');
const sandbox = useSandbox();
const people = usePeople(facts, sandbox);
const trigger = useTrigger(facts, sandbox, people);

const dialogs = async (): Promise<OpenDialog[]> =>
  (await fetch(`${sandbox.url}/inspect/chats/slack/dialogs`)).json() as Promise<OpenDialog[]>;

describe('Slack Response Trigger', () => {
  it('asks for a note once Slack is answered, and gives it out with the command', async () => {
    trigger.settings({ askNote: true, language: 'de' });
    await people.press(await trigger.post(), 'resolve');
    await trigger.served.settled();
    expect(trigger.served.started).toEqual([]);
    const [{ dialog }] = await dialogs();
    expect(dialog.title).toBe('Lösen');
    const values = { [dialog.fields[0].name]: 'It was DNS.' };
    await people.act('submit', { dialog: dialog.id, values, by: people.person });
    await trigger.served.settled();
    expect(trigger.items()[0]).toMatchObject([
      { command: { action: 'resolve', arguments: { note: 'It was DNS.' } } },
    ]);
  });

  it('helps in private, with the command as people type it, and starts nothing', async () => {
    await people.say('/alertwire what?');
    expect((await sandbox.messages()).at(-1)).toMatchObject({ onlyFor: '@priya.raman' });
    trigger.settings({ command: '/oncall' });
    await people.say('/alertwire what?');
    expect((await sandbox.messages()).at(-1)?.text).toContain('/oncall accept 4711');
    expect(trigger.served.started).toEqual([]);
  });

  it('says privately why a button is not taken; trouble with that is a line in the log', async () => {
    const message = await trigger.post({ validMs: -1 });
    await people.press(message, 'accept');
    await trigger.served.settled();
    expect((await sandbox.messages()).at(-1)).toMatchObject({ onlyFor: '@priya.raman' });
    await sandbox.fault({ platform: 'slack', kind: 'status', status: 500, times: 9 });
    const warned = trigger.served.warning();
    expect(await people.press(message, 'accept')).toMatchObject({ ok: true });
    expect(await warned).toMatch(/^Somebody was not answered in slack: /);
    expect(trigger.items()[3]).toHaveLength(2);
  });

  it('takes what a button of the key before makes, while the key is changed', async () => {
    const message = await trigger.post();
    const [previousKey, key] = [
      String(people.credentials().alertwireSigningKeyApi?.key),
      OTHER_KEYS.key,
    ];
    const credentials = { ...people.credentials(), alertwireSigningKeyApi: { key, previousKey } };
    trigger.served.change({ credentials });
    await people.press(message, 'accept');
    await trigger.served.settled();
    expect(trigger.items()[0]).toHaveLength(1);
  });

  it('takes the same request once', async () => {
    await people.say('/alertwire accept 4711');
    await trigger.served.settled();
    const answered = await fetch(trigger.served.url, trigger.served.last());
    expect(answered.status).toBe(401);
    expect(trigger.served.started).toHaveLength(1);
  });

  it('works with an account that is connected', async () => {
    const { alertwireSlackBotApi, ...keys } = people.credentials();
    const { accessToken, ...others } = alertwireSlackBotApi ?? {};
    const connected = { ...others, oauthTokenData: { access_token: accessToken } };
    trigger.served.change({
      credentials: { ...keys, alertwireSlackOAuth2Api: connected as never },
      parameters: { authentication: 'oAuth2' },
    });
    await people.press(await trigger.post(), 'accept');
    await trigger.served.settled();
    expect(trigger.items()[0]).toHaveLength(1);
  });

  it.each(['GET', 'POST'])('lets Slack look at its certificate by %s', async (method) => {
    const answered = await fetch(`${trigger.served.url}?ssl_check=1`, { method });
    expect(answered.status).toBe(200);
    expect(trigger.served.started).toEqual([]);
  });

  it('does not start without a signing secret', async () => {
    const credentials = people.credentials({ signingSecret: '' });
    const { create } = hooksOf(people.host, { type: facts.node, credentials });
    await expect(create()).rejects.toMatchObject({
      message: 'The credential has no signing secret, so nothing is accepted.',
      description: 'Open the credential of this node and fill it in.',
    });
  });
});
