import { randomBytes } from 'node:crypto';
import type { BotRow } from '../bots';

/** Microsoft Entra gives tokens for an hour, less a second: `expires_in` is 3599. */
export const LIFETIME_SECONDS = 3599;

export interface Grant {
  bot: BotRow;
  /** The tenant whose endpoint gave the token. */
  tenant: string;
  /** The resource it is for. */
  audience: string;
  expiresAt: number;
}

/** The tokens this sandbox gave out, and the time until which each opens something. */
export class Tokens {
  readonly #grants = new Map<string, Grant>();

  issue(grant: Omit<Grant, 'expiresAt'>, now: number): string {
    const expiresAt = now + LIFETIME_SECONDS * 1000;
    const token = tokenOf(grant, now, expiresAt);
    this.#grants.set(token, { ...grant, expiresAt });
    return token;
  }

  find(token: string): Grant | undefined {
    return this.#grants.get(token);
  }
}

/** In the shape of the real one, which bots read nothing from; the signature is none. */
function tokenOf({ bot, tenant, audience }: Omit<Grant, 'expiresAt'>, now: number, until: number) {
  const seconds = Math.floor(now / 1000);
  const claims = {
    aud: audience,
    iss: `https://sts.windows.net/${tenant}/`,
    iat: seconds,
    nbf: seconds,
    exp: Math.floor(until / 1000),
    appid: bot.appId,
    tid: tenant,
    ver: '1.0',
  };
  const parts = [{ typ: 'JWT', alg: 'RS256', kid: 'sandbox' }, claims].map((part) =>
    Buffer.from(JSON.stringify(part)).toString('base64url'),
  );
  return [...parts, randomBytes(32).toString('base64url')].join('.');
}
