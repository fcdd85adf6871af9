import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { readToken } from '../../core/answers/token';
import { useSandbox } from '../conformance/support/sandbox';
import { alertEvent } from './support/alerts';
import { BOT_NODES, type BotNode, runBot } from './support/bots';
import { CHAT_NODES } from './support/chats';
import type { CredentialData } from './support/credentials-helper';
import { DataTables } from './support/data-tables';
import { type Host, loadHost } from './support/host';
import { type NodeResult, type NodeRun, runNode } from './support/run-node';

const sandbox = useSandbox();
let host: Host;
let tables: DataTables;

beforeAll(async () => {
  [host, tables] = await Promise.all([loadHost(), DataTables.start()]);
});
afterAll(() => tables.close());
beforeEach(() => tables.reset());

const KEY = 'a key that nobody could ever guess, 1';
const ADDRESS = 'https://flows.example.com/webhook/answers';
const signed = { alertwireSigningKeyApi: { key: KEY } };
const item = alertEvent({ capabilities: ['accept', 'resolve', 'escalate', 'snooze'] });
const own = { rules: [{ name: 'Restart checkout', confirm: 'Really?' }] };
const callback = { buttons: 'callback', answerAddress: ADDRESS, ownButtons: own };

const problemIn = ({ outputs }: NodeResult) =>
  (outputs[1]?.[0]?.json.delivery as { problem?: { code: string } } | undefined)?.problem?.code;

/** What people see, as text without escapes. */
const sentBy = async () => JSON.stringify(await sandbox.messages()).replaceAll('\\', '');

/** Chats that keep to themselves what a button holds. */
const HIDDEN: ReadonlySet<string> = new Set(['mattermost']);

describe.each(BOT_NODES)('the cards of $name', (chat: BotNode) => {
  const run = ({ parameters, ...changes }: Partial<NodeRun> = {}) =>
    runBot(host, sandbox, chat, {
      items: [item],
      credentials: signed,
      parameters: { ...callback, ...parameters },
      ...changes,
    });

  it('have the buttons that were chosen, signed with the key', async () => {
    const { everything } = await run({ parameters: { buttonActions: ['accept', 'resolve'] } });
    const sent = await sentBy();
    for (const label of ['Accept', 'Resolve', 'Restart checkout']) expect(sent).toContain(label);
    expect(sent).not.toContain('Escalate');
    const tokens = [...sent.matchAll(/[\w-]{60,}\.[\w-]{22}\b/g)].map(([token]) => token);
    const actions = tokens.map((token) => readToken(token, { key: KEY }, Date.now()));
    const accept = { action: 'accept', alert: { platform: 'ilert', id: '4711' } };
    expect(actions).toEqual(
      HIDDEN.has(chat.id)
        ? []
        : expect.arrayContaining([{ claims: expect.objectContaining(accept) }]),
    );
    expect(everything).not.toContain(KEY);
  });

  it('have none where none are wanted, and the key is not asked for', async () => {
    const { error } = await run({ parameters: { buttons: 'none' }, credentials: {} });
    expect(error).toBeUndefined();
    expect(await sentBy()).not.toContain('Accept');
  });

  it('are not sent without a key that nobody can guess', async () => {
    const none: CredentialData = {};
    for (const credentials of [none, { alertwireSigningKeyApi: { key: 'short' } }]) {
      const onError = 'continueErrorOutput';
      expect(problemIn(await run({ credentials, onError }))).toBe('buttons.no_signing_key');
    }
    expect(await sandbox.messages()).toEqual([]);
  });

  it('show their buttons in a preview, which needs no key', async () => {
    const parameters = { operation: 'preview' };
    const { outputs } = await run({ parameters, credentials: {} });
    expect(JSON.stringify(outputs[0]?.[0]?.json.rendered)).toContain('Accept');
  });

  it('keep them when an alert changes, and lose those that make no sense any more', async () => {
    const credentials = { ...signed, alertwireStoreApi: tables.credential };
    const parameters = { buttonActions: ['accept', 'resolve'] };
    await run({ credentials, parameters });
    const accepted = {
      ...item,
      id: 'event-2',
      type: 'accepted',
      occurredAt: '2026-11-20T10:05:00.000Z',
      alert: { ...(item.alert as object), status: 'acknowledged' },
    };
    const { outputs } = await run({ items: [accepted], credentials, parameters });
    expect(outputs[0]).toMatchObject([{ json: { delivery: { receipt: 'updated' } } }]);
    const [card] = await sandbox.messages();
    const shown = JSON.stringify(card?.payload);
    expect(shown).toContain('Resolve');
    expect(shown).not.toMatch(/"Accept"|Accept\\"/);
  });
});

describe.each(CHAT_NODES)('signed links of $node', ({ chat, node, credential }) => {
  const links = { buttons: 'links', answerAddress: ADDRESS };
  const run = (parameters: NodeRun['parameters'], onError?: NodeRun['onError']) => {
    const { url, secret } = sandbox.open(chat);
    const open = { webhookUrl: url, ...(secret && { secret }) };
    return runNode(host, {
      type: node,
      items: [item],
      credentials: { ...signed, [credential]: open },
      parameters: { ...links, ...parameters },
      ...(onError && { onError }),
    });
  };

  it('work by a webhook', async () => {
    const { error } = await run({});
    expect(error).toBeUndefined();
    expect(decodeURIComponent(await sentBy())).toContain(`${ADDRESS}?b=`);
  });

  it('need the address of the page they open', async () => {
    const result = await run({ answerAddress: '' }, 'continueErrorOutput');
    expect(problemIn(result)).toBe('buttons.no_address');
  });
});

describe('cards that wait', () => {
  it('get their buttons when they are shown', async () => {
    const slack = BOT_NODES.find(({ id }) => id === 'slack') as BotNode;
    const credentials = { ...signed, alertwireStoreApi: tables.credential };
    const run = (parameters: NodeRun['parameters']) =>
      runBot(host, sandbox, slack, {
        items: [item],
        credentials,
        onError: 'continueErrorOutput',
        parameters: { ...callback, ...parameters },
      });
    await sandbox.fault({ kind: 'rate-limit', retryAfter: 120 });
    await run({ additionalFields: { maxWaitSeconds: 0 } });
    expect(await sandbox.messages()).toEqual([]);
    Object.assign(tables.rows.find(({ kind }) => kind === 'destination') ?? {}, { nextAt: 0 });
    await run({ operation: 'deliverPending' });
    expect(await sentBy()).toContain('Accept');
  });
});
