import { hasSecret, verifySharedSecret } from '../../http/verify/shared-secret';
import type { OnCallPlatform } from '../platform';

/** ilert signs nothing; it sends what its webhook is told to: Basic in the address, or a header. */
export const verify: OnCallPlatform['verify'] = (request, { shared }) =>
  hasSecret(shared) && verifySharedSecret(request, shared);
