import { createHmac } from 'node:crypto';
import type { IHookFunctions, IWebhookFunctions } from 'n8n-workflow';
import {
  findWebhook,
  type Problem,
  registerWebhook,
  removeWebhook,
  webhookName,
} from '../../core/index';
import { clock } from '../host/clock';
import { operationError } from '../host/errors';
import { accessTo } from '../host/oncall/access';

/** The platform this node registers itself at; undefined where people paste the address. */
export const registersAt = (context: IHookFunctions | IWebhookFunctions): string | undefined => {
  const registration = context.getNodeParameter('registration', 'manual');
  return registration === 'manual' ? undefined : String(registration);
};

/**
 * Nodes cannot write credentials, so the secret of the webhook is made from what only the credential
 * and this node know; the same whenever it is asked for.
 */
export async function ownSecret(context: IHookFunctions | IWebhookFunctions): Promise<string> {
  const oAuth2 = context.getNodeParameter('authentication', 'apiKey') === 'oAuth2';
  const type = oAuth2 ? 'alertwireIlertOAuth2Api' : 'alertwireIlertApi';
  const { apiKey, clientSecret } = await context.getCredentials<Record<string, string>>(type);
  const key = (oAuth2 ? clientSecret : apiKey) ?? '';
  if (key === '') return '';
  return createHmac('sha256', key).update(webhookIdOf(context)).digest('base64url');
}

const webhookIdOf = (context: IHookFunctions | IWebhookFunctions): string => {
  const { webhookId, id } = context.getNode();
  return `alertwire webhook ${webhookId ?? id}`;
};

async function checkExists(this: IHookFunctions): Promise<boolean> {
  const platform = registersAt(this);
  if (platform === undefined) return true;
  const found = await findWebhook(platform, urlOf(this), await wayTo(this, platform));
  return told(this, found).id !== undefined;
}

async function create(this: IHookFunctions): Promise<boolean> {
  const platform = registersAt(this);
  if (platform === undefined) return true;
  const way = await wayTo(this, platform);
  const order = {
    url: urlOf(this),
    name: webhookName(this.getWorkflow().name ?? ''),
    secret: await ownSecret(this),
    triggerTypes: idsIn(this, 'triggerTypes'),
    alertSources: idsIn(this, 'alertSources'),
  };
  told(this, await registerWebhook(platform, order, way));
  return true;
}

async function remove(this: IHookFunctions): Promise<boolean> {
  const platform = registersAt(this);
  if (platform === undefined) return true;
  told(this, await removeWebhook(platform, urlOf(this), await wayTo(this, platform)));
  return true;
}

/** n8n calls them when a workflow is published, changed and taken back. */
export const webhookMethods = { default: { checkExists, create, delete: remove } };

const urlOf = (context: IHookFunctions): string => context.getNodeWebhookUrl('default') ?? '';

const idsIn = (context: IHookFunctions, name: string): readonly string[] =>
  [context.getNodeParameter(name, [])].flat().map(String);

async function wayTo(context: IHookFunctions, platform: string) {
  return { ...told(context, await accessTo(context, platform)), clock };
}

type Trouble = { readonly problem: Problem };

function told<Answer extends object>(
  context: IHookFunctions,
  answer: Answer | Trouble,
): Exclude<Answer, Trouble> {
  if ('problem' in answer) throw operationError(context.getNode(), answer.problem);
  return answer as Exclude<Answer, Trouble>;
}
