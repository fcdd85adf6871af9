import { createLocalJWKSet, errors, type JSONWebKeySet, jwtVerify } from 'jose';
import type { VerifyJwt } from '../core/index';

/** JSON Web Tokens, checked by `jose`. */
export const verifyJwt: VerifyJwt = async (token, { keys, issuer, audience, now, toleranceMs }) => {
  try {
    const { payload, protectedHeader } = await jwtVerify(
      token,
      createLocalJWKSet(keys as JSONWebKeySet),
      {
        algorithms: ['RS256'],
        issuer,
        audience: [...audience],
        currentDate: new Date(now),
        clockTolerance: toleranceMs / 1000,
        requiredClaims: ['exp'],
      },
    );
    return { ok: true, claims: payload, keyId: protectedHeader.kid ?? '' };
  } catch (error) {
    return { ok: false, flaw: flawIn(error) };
  }
};

const flawIn = (error: unknown) => {
  if (error instanceof errors.JWKSNoMatchingKey) return 'unknown-key';
  if (error instanceof errors.JWSSignatureVerificationFailed) return 'signature';
  if (error instanceof errors.JWTExpired) return 'time';
  if (error instanceof errors.JWTClaimValidationFailed) {
    return error.claim === 'nbf' || error.claim === 'exp' ? 'time' : 'claims';
  }
  return 'malformed';
};
