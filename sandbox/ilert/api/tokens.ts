import { randomBytes } from 'node:crypto';
import { ada } from '../../oncall/people';
import type { OnCallAccount, Verdict, WireRequest } from '../../platform';
import { type ApiError, refuse, tell } from './answer';

const HOUR_MS = 3_600_000;
const CODE = 'ilert-sandbox-code';
const REFRESH = 'ilert-sandbox-refresh';
const SCOPE = 'profile alert:w source schedule policy user offline_access';

/** An app that Ada let act for her. https://docs.ilert.com/rest-api/developing-ilert-apps */
const APP = { clientId: 'ilert-sandbox-app', clientSecret: 'ilert-sandbox-app-secret' };

/** The tokens of OAuth2: a code that works once, access for an hour, and what renews it. */
export class Tokens {
  readonly #until = new Map<string, number>();
  #codeUsed = false;

  /** Is this an access token that still holds? */
  holds(token: string, now: number): boolean {
    return (this.#until.get(token) ?? 0) > now;
  }

  /** `POST /developers/oauth2/token` */
  issue({ body }: WireRequest, now: number): Verdict {
    const form = new URLSearchParams(body.toString());
    const error = this.#error(form);
    if (error) return refuse(error);
    if (form.get('grant_type') === 'authorization_code') this.#codeUsed = true;
    const token = randomBytes(20).toString('hex');
    this.#until.set(token, now + HOUR_MS);
    const told = { access_token: token, token_type: 'bearer', expires_in: 3600, scope: SCOPE };
    const { answer } = tell({ ...told, refresh_token: REFRESH });
    const hidden = { ...told, access_token: '…', refresh_token: '…' };
    return { verdict: 'accepted', answer: { ...answer, shown: JSON.stringify(hidden) } };
  }

  clear(): void {
    this.#until.clear();
    this.#codeUsed = false;
  }

  #error(form: URLSearchParams): ApiError | undefined {
    const kind = form.get('grant_type');
    if (kind !== 'authorization_code' && kind !== 'refresh_token') {
      return {
        code: 'unsupported_grant_type',
        reason: 'It is authorization_code or refresh_token.',
      };
    }
    const isApp =
      form.get('client_id') === APP.clientId && form.get('client_secret') === APP.clientSecret;
    if (!isApp) return { code: 'invalid_request', reason: 'No app has this id and secret.' };
    const holds =
      kind === 'refresh_token'
        ? form.get('refresh_token') === REFRESH
        : form.get('code') === CODE && !this.#codeUsed;
    return holds ? undefined : { code: 'invalid_grant', reason: 'It expired, or never was.' };
  }
}

export const appAccount = (origin: string): OnCallAccount => ({
  platform: 'ilert',
  name: `An app of ${ada.firstName} ${ada.lastName}`,
  baseUrl: `${origin}/ilert/api`,
  credential: { ...APP, code: CODE, refreshToken: REFRESH },
  answers: 'ok',
  note: 'OAuth2: POST /developers/oauth2/token gives a token for an hour. The code works once.',
});
