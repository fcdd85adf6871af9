import { createRequire } from 'node:module';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  ConnectorClient,
  MicrosoftAppCredentials,
  MsalAppCredentials,
  TeamsConnectorClient,
} from 'botframework-connector';
import type { Activity, ConversationParameters } from 'botframework-schema';
import { type Message, type Sandbox, startSandbox } from '../../sandbox/index';

const LOGIN = 'https://login.microsoftonline.com';
const card = {
  contentType: 'application/vnd.microsoft.card.adaptive',
  content: {
    type: 'AdaptiveCard',
    version: '1.5',
    body: [{ type: 'TextBlock', text: 'Checkout is down', wrap: true }],
    actions: [{ type: 'Action.Execute', title: 'Accept', verb: 'accept' }],
  },
};

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ rateWindowScale: 0 });
});
afterAll(() => sandbox.close());
beforeEach(async () => {
  await fetch(`${sandbox.url}/inspect/reset`, { method: 'POST' });
});

/** The library logs in with one of its own. */
const { ConfidentialClientApplication } = createRequire(require.resolve('botframework-connector'))(
  '@azure/msal-node',
);

/** It speaks https only: what it sends to Microsoft's login goes to the sandbox's. */
function networkTo(loginUrl: string) {
  const send = (method: string) => async (url: string, options: RequestInit) => {
    const response = await fetch(url.replace(LOGIN, loginUrl), {
      method,
      headers: options.headers,
      body: options.body,
    });
    return {
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: JSON.parse(await response.text()),
    };
  };
  return { sendGetRequestAsync: send('GET'), sendPostRequestAsync: send('POST') };
}

function botCalled(name: string) {
  const bot = sandbox.bots.find((one) => one.platform === 'teams' && one.name === name);
  if (!bot) throw new Error(`Nobody is called ${name}.`);
  const { appId, clientSecret, tenantId, loginUrl } = bot.credential;
  const wanted = new MicrosoftAppCredentials(appId, clientSecret, tenantId);
  const { oAuthEndpoint, oAuthScope } = wanted;
  const application = new ConfidentialClientApplication({
    auth: { clientId: appId, clientSecret, authority: oAuthEndpoint },
    system: { networkClient: networkTo(loginUrl) },
  });
  const credentials = new MsalAppCredentials(application, appId, oAuthEndpoint, oAuthScope);
  const channel = (wantedName: string) =>
    bot.channels.find((one) => one.name === wantedName)?.id ?? '';
  return { appId, tenantId, baseUri: bot.baseUrl, credentials, channel };
}

/** The library remembers tokens for all its clients; here each begins with its own. */
async function clientOf(name = 'Alertwire') {
  const { credentials, baseUri, ...bot } = botCalled(name);
  await credentials.getToken(true);
  const { conversations } = new ConnectorClient(credentials, { baseUri });
  const { teams } = new TeamsConnectorClient(credentials, { baseUri });
  return { ...bot, conversations, teams };
}

/** The library asks for whole activities and sends what it is given. */
const asActivity = (activity: Partial<Activity>) => ({ type: 'message', ...activity }) as Activity;

type Page = Parameters<ConnectorClient['conversations']['getConversationPagedMembers']>[1];
const pageOf = (page: Partial<Page>) => page as Page;

const messages = async () =>
  (await (await fetch(`${sandbox.url}/inspect/messages`)).json()) as Message[];

describe("Microsoft's own client of the Bot Connector against the sandbox", () => {
  it('starts a thread, answers, changes and deletes', async () => {
    const { conversations, channel, appId, tenantId } = await clientOf();
    const id = channel('Ops alerts');
    const created = await conversations.createConversation({
      isGroup: true,
      bot: { id: `28:${appId}`, name: 'Alertwire' },
      tenantId,
      channelData: { channel: { id } },
      activity: asActivity({ attachments: [card], summary: 'Checkout is down' }),
    } as ConversationParameters);
    const ref = created.activityId;
    expect(created.id).toBe(`${id};messageid=${ref}`);
    const answer = await conversations.sendToConversation(
      created.id,
      asActivity({ text: 'Accepted' }),
    );
    const reply = await conversations.replyToActivity(id, ref, asActivity({ text: 'On it' }));
    const updated = await conversations.updateActivity(id, ref, asActivity({ text: 'Over' }));
    expect(updated.id).toBe(ref);
    await conversations.deleteActivity(created.id, reply.id);
    expect(await messages()).toMatchObject([
      { ref, text: 'Over', replyTo: null, history: [{}, { event: 'updated' }] },
      { ref: answer.id, text: 'Accepted', replyTo: ref, deleted: false },
      { ref: reply.id, text: 'On it', replyTo: ref, deleted: true },
    ]);
  });

  it('finds people, and writes to one of them', async () => {
    const { conversations, channel, tenantId, appId } = await clientOf('Veteran');
    const place = channel('Ops alerts');
    const found = await conversations.getConversationMember(place, 'priya.raman@example.com');
    expect(found).toMatchObject({ name: 'Priya Raman', aadObjectId: channel('Priya Raman') });
    const page = await conversations.getConversationPagedMembers(place, pageOf({ pageSize: 50 }));
    expect(page.members).toHaveLength(50);
    const { continuationToken } = page;
    const rest = await conversations.getConversationPagedMembers(
      place,
      pageOf({ continuationToken }),
    );
    expect(rest.members).toHaveLength(10);
    expect(await conversations.getConversationMembers(place)).toHaveLength(60);
    const chat = await conversations.createConversation({
      isGroup: false,
      bot: { id: `28:${appId}`, name: 'Veteran' },
      members: [{ id: found.id, name: found.name }],
      channelData: { tenant: { id: sandboxTenant() } },
    } as ConversationParameters);
    await conversations.sendToConversation(chat.id, asActivity({ text: 'Your turn' }));
    expect(tenantId).toBe('botframework.com');
    expect(await messages()).toMatchObject([{ channel: 'Priya Raman', text: 'Your turn' }]);
  });

  it('knows the team and its channels', async () => {
    const { teams, channel } = await clientOf();
    const team = await teams.fetchTeamDetails(channel('General'));
    expect(team).toMatchObject({ id: channel('General'), name: 'Operations' });
    const { conversations } = await teams.fetchChannelList(channel('General'));
    expect(conversations?.map(({ name }) => name ?? 'General')).toContain('Platform');
  });

  it.each([
    [403, 'BotNotInConversationRoster', 'Night shift', {}],
    [404, 'ConversationNotFound', 'Launch 2019', {}],
    [413, 'MessageSizeTooBig', 'Ops alerts', { text: 'x'.repeat(60_000) }],
    [400, 'BadSyntax', 'Ops alerts', { text: '' }],
    [400, 'BadArgument', 'Ops alerts', { attachments: [{ contentType: 'x/y' }] }],
  ])('is refused with %i %s in %s', async (statusCode, code, name, activity) => {
    const { conversations, channel } = await clientOf();
    const sent = conversations.sendToConversation(
      channel(name),
      asActivity({ text: 'Hi', ...activity }),
    );
    await expect(sent).rejects.toMatchObject({ statusCode, details: { error: { code } } });
    expect(await messages()).toEqual([]);
  });

  it.each([
    ['Elsewhere', 401],
    ['Uninstalled', 403],
  ])('of %s is refused with %i', async (name, statusCode) => {
    const { conversations, channel } = await clientOf(name);
    const sent = conversations.sendToConversation(channel('Ops alerts'), asActivity({ text: 'a' }));
    await expect(sent).rejects.toMatchObject({ statusCode });
  });

  it('learns that a message is gone, and that nobody is called so', async () => {
    const { conversations, channel } = await clientOf();
    const id = channel('Ops alerts');
    await expect(
      conversations.updateActivity(id, '1', asActivity({ text: 'a' })),
    ).rejects.toMatchObject({
      details: { error: { code: 'ActivityNotFoundInConversation' } },
    });
    await expect(
      conversations.getConversationMember(id, 'nobody@example.com'),
    ).rejects.toMatchObject({
      statusCode: 404,
      details: { error: { code: 'MemberNotFoundInConversation' } },
    });
  });

  it('waits and tries again when it was too fast', async () => {
    const { conversations, channel } = await clientOf();
    const fault = JSON.stringify({ kind: 'rate-limit', retryAfter: 0 });
    await fetch(`${sandbox.url}/inspect/faults`, { method: 'POST', body: fault });
    await conversations.sendToConversation(channel('Ops alerts'), asActivity({ text: 'a' }));
    expect(await messages()).toHaveLength(1);
  });

  it.each([
    ['Rotated', 7000215],
    ['Expired', 7000222],
  ])('of %s gets no token: %i', async (name, code) => {
    await expect(botCalled(name).credentials.getToken(true)).rejects.toMatchObject({
      errorCode: 'invalid_client',
      errorMessage: expect.stringContaining(`AADSTS${code}`),
    });
  });
});

function sandboxTenant(): string {
  return sandbox.bots.find((one) => one.platform === 'teams')?.credential.tenantId ?? '';
}
