import type { IWebhookFunctions } from 'n8n-workflow';
import type { SharedSecret } from '../../core/index';
import type { Refusal } from './answer';

const NO_CREDENTIAL: Refusal = {
  status: 503,
  reason: 'The trigger has no secret to compare with, so it accepts nothing.',
};

export async function readSecret(context: IWebhookFunctions): Promise<SharedSecret | Refusal> {
  try {
    const { secret, previousSecret, headerName } = await context.getCredentials<StoredSecret>(
      'alertwireWebhookSecretApi',
    );
    if (!secret) return NO_CREDENTIAL;
    return {
      secret,
      ...(previousSecret && { previousSecret }),
      ...(headerName && { headerName }),
    };
  } catch {
    return NO_CREDENTIAL;
  }
}

interface StoredSecret {
  secret?: string;
  previousSecret?: string;
  headerName?: string;
}
