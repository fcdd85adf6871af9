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
const SIGNING_KEYS = ['alertwireSigningKeyApi', 'alertwire-signing-key'];

/** The same of the on-call platforms, whose first account may do everything. */
const ON_CALLS = {
  alertwireIlertApi: 'ilert',
  'alertwire-ilert': 'ilert',
  alertwireFlashdutyApi: 'flashduty',
  'alertwire-flashduty': 'flashduty',
};

const FIELDS = { ilert: ['apiKey', 'integrationKey'], flashduty: ['appKey'] };

const onCallCredential = (oncalls, platform) => {
  const { baseUrl, credential } = oncalls.find((one) => one.platform === platform);
  return {
    baseUrl,
    ...Object.fromEntries(FIELDS[platform].map((name) => [name, credential[name]])),
  };
};

/**
 * What a credential of an example holds at the sandbox, found by its type and by its name, which
 * ends with the name of the channel or the bot. Undefined for what is no credential.
 */
export const sandboxCredentials =
  ({ hooks, bots, oncalls }, secret, signingKey) =>
  ({ type, name }) => {
    if (SECRETS.includes(type)) return { secret };
    if (SIGNING_KEYS.includes(type)) return { key: signingKey };
    if (ON_CALLS[type]) return onCallCredential(oncalls, ON_CALLS[type]);
    if (HOOKS[type] === undefined) return botCredential(bots, { type, name });
    const hook = hooks.find(
      ({ platform, channel }) => platform === HOOKS[type] && name.endsWith(channel),
    );
    if (!hook) throw new Error(`The sandbox has no channel for the credential "${name}".`);
    return { webhookUrl: hook.url, ...(hook.secret && { secret: hook.secret }) };
  };
