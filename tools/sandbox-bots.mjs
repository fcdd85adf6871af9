/** Which stand-in a bot belongs to, by the type of its credential at n8n and of Node-RED's config node. */
const BOTS = {
  alertwireSlackBotApi: 'slack',
  'alertwire-slack-bot': 'slack',
  alertwireTeamsBotApi: 'teams',
  'alertwire-teams-bot': 'teams',
  alertwireMattermostBotApi: 'mattermost',
  'alertwire-mattermost-bot': 'mattermost',
  alertwireDingTalkAppApi: 'dingtalk',
  'alertwire-dingtalk-app': 'dingtalk',
};

/** The same of senders. */
const SENDERS = {
  'n8n-nodes-alertwire.slackAlert': 'slack',
  'alertwire-slack-alert': 'slack',
  'n8n-nodes-alertwire.microsoftTeamsAlert': 'teams',
  'alertwire-teams-alert': 'teams',
  'n8n-nodes-alertwire.mattermostAlert': 'mattermost',
  'alertwire-mattermost-alert': 'mattermost',
  'n8n-nodes-alertwire.dingTalkAlert': 'dingtalk',
  'alertwire-dingtalk-alert': 'dingtalk',
};

/** What people copy from the pages of a chat, under the names of the credential's fields. */
const FIELDS = {
  slack: ({ baseUrl, credential: { botToken }, inbound }) => ({
    accessToken: botToken,
    baseUrl,
    ...inbound,
  }),
  teams: ({ baseUrl, credential: { appId, ...credential }, inbound = {} }) => ({
    clientId: appId,
    ...credential,
    serviceUrl: baseUrl,
    ...(inbound.openIdMetadataUrl && { openIdUrl: inbound.openIdMetadataUrl }),
  }),
  mattermost: ({ baseUrl, credential, inbound }) => ({ ...credential, baseUrl, ...inbound }),
  dingtalk: ({ baseUrl, credential }) => ({ ...credential, baseUrl }),
};

/** What a bot's credential holds, whose name ends with the name of the bot; undefined for others. */
export const botCredential = (bots, { type, name }) => {
  const chat = BOTS[type];
  if (chat === undefined) return undefined;
  const bot = bots.find((one) => one.platform === chat && name.endsWith(one.name));
  if (!bot) throw new Error(`The sandbox has no bot for the credential "${name}".`);
  return FIELDS[chat](bot);
};

/** The channel of the sandbox that stands at the end of a sender's name; undefined for others. */
export const sandboxChannel =
  ({ bots }) =>
  ({ type, name }) =>
    bots
      .filter(({ platform }) => platform === SENDERS[type])
      .flatMap(({ channels }) => channels)
      .find((channel) => name.endsWith(channel.name))?.id;
