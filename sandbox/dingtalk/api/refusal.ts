import { randomUUID } from 'node:crypto';
import { jsonText } from '../../judging/answers';
import type { JsonObject } from '../../judging/shape';
import type { Answer, Refused } from '../../platform';
import { cardRefusals } from './card-refusals';
import { oldAnswer, oldRefusals } from './old-refusals';
import { robotRefusals } from './robot-refusals';

const DOCUMENTS = 'https://open.dingtalk.com/document/development';
const CODES = `${DOCUMENTS}/server-api-error-codes-1`;
const STREAM = 'https://opensource.dingtalk.com/developerpedia/docs/learn/stream/protocol';
const LIMITS = `${DOCUMENTS}/how-to-process-api-throttling-on-the-dingtalk-server`;

/** A refusal of the addresses that begin with /v1.0. */
export interface Row {
  source: string;
  message: string;
  /** 400 unless told. */
  status?: number;
  /** The code of the answer, where it is not the one of the table. */
  word?: string;
}

/** What the gateway says, before anybody looks at the call. */
const gateway = {
  'InvalidAction.NotFound': {
    status: 404,
    message: 'Specified api is not found, please check your url and method.',
    source: CODES,
  },
  // Seen, not documented: https://github.com/aliyun/alibabacloud-php-sdk/issues/36
  Missingbody: {
    message: 'body is mandatory for this action.',
    source: 'https://github.com/aliyun/alibabacloud-php-sdk/issues/36',
  },
  // Seen, not documented.
  'AuthenticationFailed.MissingParameter': {
    message: '缺少参数：x-acs-dingtalk-access-token',
    source: CODES,
  },
  InvalidAuthentication: { message: '不合法的access_token', source: CODES },
  'invalidParameter.appKey.blank': { message: 'appKey为空', source: CODES },
  invalidClientIdOrSecret: {
    message: '无效的clientId或者clientSecret',
    source: `${DOCUMENTS}/obtain-the-access-token-of-an-internal-app`,
  },
  // Seen, not documented.
  authFailed: {
    status: 401,
    message: '鉴权失败',
    source: 'https://github.com/zfanswer/dify-on-dingtalk/issues/28',
  },
  // Required by the documents; the word is ours.
  'invalidParameter.subscriptions': {
    message: '缺少subscriptions',
    source: STREAM,
  },
  'Forbidden.AccessDenied.AccessTokenPermissionDenied': {
    status: 403,
    message: '没有调用该接口的权限',
    source: `${DOCUMENTS}/add-api-permission`,
  },
  'Forbidden.AccessDenied.ApiCountLimitForOrg': {
    status: 403,
    message: '您的企业本月调用钉钉开放平台接口的次数已达上限',
    source: LIMITS,
  },
  rate_limited: {
    status: 403,
    word: 'Forbidden.AccessDenied.QpsLimitForAppkeyAndApi',
    message: '您的企业应用调用钉钉开放平台当前接口的所有请求都被暂时禁用了',
    source: LIMITS,
  },
} satisfies Record<string, Row>;

const refusals = { ...gateway, ...robotRefusals, ...cardRefusals };

export type NewCode = keyof typeof refusals;

export type ApiCode = NewCode | keyof typeof oldRefusals;

export interface ApiObjection {
  code: ApiCode;
  reason: string;
  /** The refusal that is answered, where the journal calls it by another name. */
  answered?: ApiCode;
  /** What the answer says besides code and message. */
  says?: JsonObject;
}

export function refuse(objection: ApiObjection, payload?: unknown): Refused {
  const { code, reason } = objection;
  const { source, answer } = written(objection);
  return { verdict: 'refused', code, reason, source, payload, answer };
}

function written({ code, answered = code, says = {} }: ApiObjection) {
  if (isOld(answered)) return oldAnswer(answered);
  const { source, ...row } = refusals[answered];
  return { source, answer: newAnswer(answered, row, says) };
}

function newAnswer(code: NewCode, row: Omit<Row, 'source'>, says: JsonObject): Answer {
  const { status = 400, word = code, message } = row;
  const requestid = randomUUID().toUpperCase();
  return jsonText(status, { code: word, requestid, message, ...says });
}

const isOld = (code: ApiCode): code is keyof typeof oldRefusals => Object.hasOwn(oldRefusals, code);
