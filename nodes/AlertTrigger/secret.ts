import type { IWebhookFunctions } from 'n8n-workflow';
import type { WebhookSecrets } from '../../core/index';
import { ownSecret, registersAt } from './registration';

/** Without a credential there is nothing to compare with, and the core accepts nothing. */
export async function readSecrets(context: IWebhookFunctions): Promise<WebhookSecrets> {
  try {
    if (registersAt(context)) return { shared: { secret: await ownSecret(context) } };
    const { secret, previousSecret, headerName } = await context.getCredentials<StoredSecret>(
      'alertwireWebhookSecretApi',
    );
    return {
      shared: {
        secret,
        ...(previousSecret && { previousSecret }),
        ...(headerName && { headerName }),
      },
    };
  } catch {
    return {};
  }
}

interface StoredSecret {
  secret: string;
  previousSecret?: string;
  headerName?: string;
}
