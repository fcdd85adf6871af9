import { botCredential } from './sandbox-bots.mjs';

/** Which stand-in a webhook belongs to, by the type of its credential at n8n and of Node-RED's config node. */
const HOOKS = {
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
 * ends with the name of the channel or the bot. Undefined for what is no credential.
 */
export const sandboxCredentials =
  ({ hooks, bots }, secret) =>
  ({ type, name }) => {
    if (SECRETS.includes(type)) return { secret };
    if (HOOKS[type] === undefined) return botCredential(bots, { type, name });
    const hook = hooks.find(
      ({ platform, channel }) => platform === HOOKS[type] && name.endsWith(channel),
    );
    if (!hook) throw new Error(`The sandbox has no channel for the credential "${name}".`);
    return { webhookUrl: hook.url, ...(hook.secret && { secret: hook.secret }) };
  };
