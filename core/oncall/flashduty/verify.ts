import { hasSecret, verifySharedSecret } from '../../http/verify/shared-secret';
import type { OnCallPlatform } from '../platform';

/**
 * Flashduty signs nothing; it sends the headers its webhook is told to send:
 * https://docs.flashcat.cloud/en/on-call/integration/webhooks/incident-webhook
 */
export const verify: OnCallPlatform['verify'] = (request, { shared }) =>
  hasSecret(shared) && verifySharedSecret(request, shared);
