import { beforeAll, describe, expect, it } from '@jest/globals';
import { CredentialTestContext } from 'n8n-core';
import type {
  ICredentialDataDecryptedObject,
  INodeCredentialTestResult,
  IWorkflowExecuteAdditionalData,
} from 'n8n-workflow';
import { useSandbox } from '../conformance/support/sandbox';
import { expectNoSecret, spellingsOf } from '../conformance/support/secrets';
import { alertEvent } from './support/alerts';
import { BOT_NODES, botOf, byId, pick, runBot } from './support/bots';
import { DataTables } from './support/data-tables';
import { type Host, loadHost } from './support/host';
import { runNode } from './support/run-node';

const sandbox = useSandbox();
let host: Host;

beforeAll(async () => {
  host = await loadHost();
});

const check = (node: string, type: string, data: ICredentialDataDecryptedObject) => {
  const { description, methods } = host.node(node);
  const testedBy = description.credentials?.find(({ name }) => name === type)?.testedBy as string;
  const context = new CredentialTestContext({} as IWorkflowExecuteAdditionalData);
  const test = methods?.credentialTest?.[testedBy];
  return test?.call(context, {
    id: '1',
    name: 'n',
    type,
    data,
  }) as Promise<INodeCredentialTestResult>;
};

describe.each(BOT_NODES)('the test of the credential of a $name bot', (chat) => {
  const { node, credentialType: type, facts } = chat;
  const dataOf = (name?: string) => ({ ...botOf(chat, sandbox, name).credentials[type] });

  it('says who the bot is, and posts nothing', async () => {
    expect(await check(node, type, dataOf())).toEqual({
      status: 'OK',
      message: expect.stringContaining('Nothing was posted'),
    });
    expect(await sandbox.messages()).toEqual([]);
  });

  it('finds what is no credential, without repeating it', async () => {
    const good = dataOf();
    const [secret = ''] = Object.keys(good).filter((name) => /token|secret/i.test(name));
    const wrong = { ...good, [secret]: `${String(good[secret]).slice(0, -4)}zzzz` };
    const result = await check(node, type, wrong);
    expect(result.status).toBe('Error');
    expectNoSecret(result.message, spellingsOf({ [secret]: String(wrong[secret]) }, facts.open));
  });
});

describe.each(BOT_NODES.filter(({ platform }) => platform.tokens))('the token of $name', (chat) => {
  it('is fetched once for many executions', async () => {
    const send = (id: string) =>
      runBot(host, sandbox, chat, {
        items: [alertEvent({ alert: { ...(alertEvent().alert as object), id } })],
      });
    await Promise.all([send('1'), send('2')]);
    await send('3');
    const asked = (await sandbox.requests()).filter(({ path }) => /token|oauth2/i.test(path));
    expect(asked.length).toBeLessThanOrEqual(1);
    expect(await sandbox.messages()).toHaveLength(3);
  });
});

describe('the OAuth2 credential of Slack', () => {
  const connected = () => {
    const { baseUrl, credential } = sandbox.bot('slack', 'Alertwire');
    const oauthTokenData = { access_token: credential.botToken ?? '', token_type: 'Bearer' };
    return {
      alertwireSlackOAuth2Api: {
        ...{ clientId: 'c', clientSecret: 's', grantType: 'authorizationCode' },
        ...{ accessTokenUrl: `${baseUrl}/oauth.v2.access`, authentication: 'body' },
        ...{ baseUrl, oauthTokenData },
      },
    };
  };
  const channelId = () =>
    byId(
      sandbox.bot('slack', 'Alertwire').channels.find(({ name }) => name === '#ops-alerts')?.id ??
        '',
    );
  const post = (credentials: ReturnType<typeof connected> | object) =>
    runNode(host, {
      type: 'slackAlert',
      items: [alertEvent()],
      parameters: { authentication: 'oAuth2', channelId: channelId() },
      credentials: credentials as ReturnType<typeof connected>,
      onError: 'continueErrorOutput',
    });

  it('posts as a bot', async () => {
    const { outputs } = await post(connected());
    expect(outputs[0]).toMatchObject([
      { json: { delivery: { receipt: 'posted', transport: 'bot' } } },
    ]);
    expect(await sandbox.messages()).toMatchObject([{ channel: '#ops-alerts' }]);
  });

  it('fills the pickers', async () => {
    const found = await pick(host, 'slackAlert', 'searchChannels', connected(), 'night', 'oAuth2');
    expect(found.results).toHaveLength(1);
  });

  it('asks for the connection', async () => {
    const { alertwireSlackOAuth2Api } = connected();
    const { oauthTokenData: _, ...unconnected } = alertwireSlackOAuth2Api;
    const { outputs } = await post({ alertwireSlackOAuth2Api: unconnected });
    expect(outputs[1]).toMatchObject([
      { json: { delivery: { problem: { code: 'credential.not_connected' } } } },
    ]);
  });

  it('lists channels as items', async () => {
    const { outputs } = await runNode(host, {
      type: 'slackAlert',
      items: [{}],
      parameters: {
        authentication: 'oAuth2',
        resource: 'channel',
        operation: 'getMany',
        limit: 2,
      },
      credentials: connected() as never,
    });
    expect(outputs[0]).toHaveLength(2);
    expect(outputs[0]?.[0]).toMatchObject({
      json: { id: expect.any(String), name: expect.any(String) },
      pairedItem: { item: 0 },
    });
  });
});

describe('the test of the store credential', () => {
  it('lists the tables, and says what is wrong', async () => {
    const tables = await DataTables.start();
    const { credential } = tables;
    const test = (changes: object) =>
      check('slackAlert', 'alertwireStoreApi', { ...credential, ...changes });
    expect(await test({})).toMatchObject({ status: 'OK' });
    expect(await test({ baseUrl: `${tables.url}/api/v1/` })).toMatchObject({ status: 'OK' });
    expect(await test({ apiKey: 'wrong' })).toEqual({
      status: 'Error',
      message: expect.stringContaining('API key'),
    });
    tables.refuses = { status: 200, body: '<html>Sign in</html>' };
    expect(await test({})).toEqual({
      status: 'Error',
      message: expect.stringContaining('not the API'),
    });
    await tables.close();
    expect(await test({})).toMatchObject({ status: 'Error' });
  });
});
