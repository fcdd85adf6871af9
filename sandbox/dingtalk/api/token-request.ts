import { jsonText } from '../../judging/answers';
import { textOf } from '../../judging/shape';
import type { Accepted, Verdict, WireRequest } from '../../platform';
import { apps, type DingTalkApp } from './apps';
import { readBody } from './body';
import { type ApiCode, refuse } from './refusal';
import { TOKEN_SECONDS, type Tokens } from './tokens';

/** https://open.dingtalk.com/document/development/obtain-the-access-token-of-an-internal-app */
export function answerTokenRequest(request: WireRequest, tokens: Tokens): Verdict {
  const read = readBody(request);
  if ('objection' in read) return refuse(read.objection);
  const { appKey, appSecret } = read.args;
  const payload = { ...read.args, ...(appSecret !== undefined && { appSecret: '…' }) };
  if (textOf(appKey) === '') {
    return no('invalidParameter.appKey.blank', 'The appKey is missing.', payload);
  }
  const found = appWith(textOf(appKey), textOf(appSecret));
  if (typeof found === 'string') return no('invalidClientIdOrSecret', found, payload);
  const accessToken = tokens.issue(found);
  return given((shown) => ({ accessToken: shown, expireIn: TOKEN_SECONDS }), accessToken, payload);
}

/** https://open.dingtalk.com/document/development/obtain-orgapp-token */
export function answerOldTokenRequest({ query }: WireRequest, tokens: Tokens): Verdict {
  const appKey = query.get('appkey') ?? '';
  const payload = { appkey: appKey };
  if (appKey === '') return no('app_key_missing', 'The query has no appkey.', payload);
  const found = appWith(appKey, query.get('appsecret') ?? '');
  if (typeof found === 'string') return no('app_key_invalid', found, payload);
  const body = (token: string) => ({
    errcode: 0,
    access_token: token,
    errmsg: 'ok',
    expires_in: TOKEN_SECONDS,
  });
  return given(body, tokens.issue(found), payload);
}

/** The app with this key and secret, or what is wrong with them. */
function appWith(appKey: string, appSecret: string): DingTalkApp | string {
  const app = apps.find(({ clientId }) => clientId === appKey);
  if (!app) return 'No app has this appKey; GET /inspect/bots lists those that exist.';
  if (app.clientSecret === appSecret) return app;
  return app.formerSecret === appSecret ? app.note : `The appSecret is not the one of ${app.name}.`;
}

const no = (code: ApiCode, reason: string, payload: unknown) => refuse({ code, reason }, payload);

function given(body: (token: string) => object, token: string, payload: unknown): Accepted {
  const answer = { ...jsonText(200, body(token)), shown: JSON.stringify(body('…')) };
  return { verdict: 'accepted', payload, answer };
}
