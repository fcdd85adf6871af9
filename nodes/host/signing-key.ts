import type {
  IExecuteFunctions,
  IHookFunctions,
  ITriggerFunctions,
  IWebhookFunctions,
} from 'n8n-workflow';
import type { SigningKeys } from '../../core/index';

const CREDENTIAL = 'alertwireSigningKeyApi';

/** The keys that buttons are signed with; undefined where none was chosen. */
export async function signingKeys(
  context: IExecuteFunctions | IHookFunctions | ITriggerFunctions | IWebhookFunctions,
): Promise<SigningKeys | undefined> {
  if (!context.getNode().credentials?.[CREDENTIAL]) return undefined;
  const { key, previousKey } = await context.getCredentials<{ key?: string; previousKey?: string }>(
    CREDENTIAL,
  );
  return { key: key ?? '', ...(previousKey && { previousKey }) };
}
