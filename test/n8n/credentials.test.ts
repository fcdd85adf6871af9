import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { CredentialTestContext } from 'n8n-core';
import type { ICredentialDataDecryptedObject, IWorkflowExecuteAdditionalData } from 'n8n-workflow';
import { type ChatId, credentialFieldsOf, type TransportId } from '../../core/index';
import { CHAT_NODES } from './support/chats';
import { type Host, loadHost } from './support/host';
import { type SlackSandbox, startSlack } from './support/slack';

let host: Host;
let slack: SlackSandbox;

beforeAll(async () => {
  [host, slack] = await Promise.all([loadHost(), startSlack()]);
});
afterAll(() => slack.close());
beforeEach(() => slack.reset());

const testOf = (node: string, type: string) => (data: ICredentialDataDecryptedObject) => {
  const { description, methods } = host.node(node);
  const testedBy = description.credentials?.find(({ name }) => name === type)?.testedBy as string;
  const context = new CredentialTestContext({} as IWorkflowExecuteAdditionalData);
  return methods?.credentialTest?.[testedBy]?.call(context, { id: '1', name: 'n', type, data });
};

describe('the test of the Slack webhook credential', () => {
  const check = (webhookUrl: string) =>
    testOf('slackAlert', 'alertwireSlackWebhookApi')({ webhookUrl });

  it('finds a good address without posting', async () => {
    expect(await check(slack.webhookUrl)).toEqual({
      status: 'OK',
      message: expect.stringContaining('Nothing was posted'),
    });
    expect(await slack.requests()).toMatchObject([{ code: 'no_text' }]);
    expect(await slack.messages()).toEqual([]);
  });

  it.each(['#disabled', '#launch-2019', '#deleted'])(
    'finds the trouble with %s',
    async (channel) => {
      const webhookUrl = slack.hook(channel);
      const result = await check(webhookUrl);
      expect(result).toEqual({ status: 'Error', message: expect.stringMatching(/\w+\. \w+/) });
      expect(result?.message).not.toContain(webhookUrl.split('/').at(-1));
    },
  );

  it('says what an address must look like, and asks nobody', async () => {
    expect(await check('https://hooks.slack.com/nothing')).toEqual({
      status: 'Error',
      message: expect.stringContaining('https://hooks.slack.com/services/'),
    });
  });

  it('says so when nobody answers, without the address', async () => {
    const result = await check('http://127.0.0.1:9/services/T0/B0/verysecretpartoftheaddress');
    expect(result).toEqual({ status: 'Error', message: expect.stringContaining('ECONNREFUSED') });
    expect(result?.message).not.toContain('verysecret');
  });

  it('takes no page of somebody else for Slack', async () => {
    const page = createServer((_request, response) => response.end('<html>Welcome</html>'));
    await new Promise<void>((resolve) => page.listen(0, '127.0.0.1', resolve));
    const { port } = page.address() as AddressInfo;
    try {
      const result = await check(`http://127.0.0.1:${port}/services/T0/B0/x`);
      expect(result?.status).toBe('Error');
    } finally {
      page.close();
    }
  });
});

describe('the test of the webhook secret credential', () => {
  const check = (secret: string) => testOf('alertTrigger', 'alertwireWebhookSecretApi')({ secret });

  it('takes a long secret and refuses a short one with advice', async () => {
    expect(await check('0123456789abcdef')).toMatchObject({ status: 'OK' });
    expect(await check('0123456789abcde')).toEqual({
      status: 'Error',
      message: expect.stringContaining('openssl rand'),
    });
  });
});

const secretsOf = (chat: ChatId, transport: TransportId) =>
  credentialFieldsOf(chat, transport)
    .filter(({ secret }) => secret !== false)
    .map(({ name }) => name);

describe('the fields of the credentials', () => {
  it.each([
    ...CHAT_NODES.flatMap(({ chat, credential, bot }) => [
      [credential, secretsOf(chat, 'webhook')] as const,
      [bot, secretsOf(chat, 'bot')] as const,
    ]),
    ['alertwireStoreApi', ['apiKey', 'pingUrl']] as const,
    ['alertwireWebhookSecretApi', ['previousSecret', 'secret']] as const,
  ])('hide what is secret in %s', (type, names) => {
    const hidden = host
      .credential(type)
      .properties.filter(({ typeOptions }) => typeOptions?.password)
      .map(({ name }) => name);
    expect(hidden.sort()).toEqual([...names].sort());
  });
});
