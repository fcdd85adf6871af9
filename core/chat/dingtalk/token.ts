import { text } from '../../alert/untrusted';
import { type HttpAnswer, type HttpRequest, isFailure } from '../../http/types';
import { tellApi } from '../api';
import { readBody } from '../body';
import type { TokenRules } from '../platform';

/** https://open.dingtalk.com/document/development/obtain-the-access-token-of-an-internal-app */
export const tokenRequest: HttpRequest = tellApi('POST', '/v1.0/oauth2/accessToken', {});

export const isTokenRequest = ({ url }: HttpRequest): boolean => url === tokenRequest.url;

export const TOKEN_HEADER = 'x-acs-dingtalk-access-token';

const TOKEN = /^[\x21-\x7e]{1,2000}$/;

const bodyOf = (answer: HttpAnswer) => (isFailure(answer) ? undefined : readBody(answer.body));

export const tokens: TokenRules = {
  request: () => tokenRequest,
  read: (answer, now) => {
    const { accessToken: value, expireIn } = bodyOf(answer) ?? {};
    if (typeof value !== 'string' || !TOKEN.test(value)) return undefined;
    const seconds = Math.max(Number(text(expireIn)) || 0, 0);
    return { value, expiresAt: now + seconds * 1000 };
  },
  apply: (request, token) => ({
    ...request,
    headers: { ...request.headers, [TOKEN_HEADER]: token },
  }),
  refused: (answer) => /^invalidAuthentication$/i.test(text(bodyOf(answer)?.code) ?? ''),
};
