/** Which stand-in a credential opens, by its type at n8n and by Node-RED's type of config node. */
const CHATS = {
  alertwireSlackWebhookApi: 'slack',
  'alertwire-slack-webhook': 'slack',
  alertwireTeamsWorkflowApi: 'teams',
  'alertwire-teams-workflow': 'teams',
  alertwireMattermostWebhookApi: 'mattermost',
  'alertwire-mattermost-webhook': 'mattermost',
  alertwireDingTalkRobotApi: 'dingtalk',
  'alertwire-dingtalk-robot': 'dingtalk',
};

const SECRETS = ['alertwireWebhookSecretApi', 'alertwire-webhook-secret'];

/**
 * What a credential of an example holds at the sandbox, found by its type and by its name, which
 * ends with the name of the channel. Undefined for what is no credential.
 */
export const sandboxCredentials =
  ({ hooks }, secret) =>
  ({ type, name }) => {
    if (SECRETS.includes(type)) return { secret };
    if (CHATS[type] === undefined) return undefined;
    const hook = hooks.find(
      ({ platform, channel }) => platform === CHATS[type] && name.endsWith(channel),
    );
    if (!hook) throw new Error(`The sandbox has no channel for the credential "${name}".`);
    return { webhookUrl: hook.url, ...(hook.secret && { secret: hook.secret }) };
  };
