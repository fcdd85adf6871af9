import { jsonText } from '../../judging/answers';
import type { Answer } from '../../platform';
import { requestId } from './ids';

const DOCUMENTS = 'https://open.dingtalk.com/document/development';
const CODES = `${DOCUMENTS}/server-api-error-codes-1`;
const BY_MOBILE = `${DOCUMENTS}/query-users-by-phone-number`;
const DETAILS = `${DOCUMENTS}/query-user-details`;
const LIMITS = `${DOCUMENTS}/how-to-process-api-throttling-on-the-dingtalk-server`;

interface OldRow {
  source: string;
  errcode: number;
  errmsg: string;
  /** What the gateway of /topapi refuses has 88 for a code, and its own below it. */
  below88?: true;
}

/** The refusals of the addresses from before /v1.0. Each is answered with HTTP 200. */
export const oldRefusals = {
  unknown_address: { errcode: 404, errmsg: '请求的URI地址不存在', source: CODES },
  unknown_method: { errcode: 22, errmsg: 'Invalid method', source: CODES },
  // Both were seen; the documentation has 40089 for the second.
  app_key_missing: { errcode: 40035, errmsg: '缺少参数 corpid or appkey', source: CODES },
  app_key_invalid: { errcode: 40096, errmsg: '不合法的appKey或appSecret', source: CODES },
  token_missing: {
    errcode: 40000,
    errmsg: 'access_token is blank',
    below88: true,
    source: CODES,
  },
  token_invalid: { errcode: 40014, errmsg: '不合法的access_token', below88: true, source: CODES },
  permission_missing: {
    errcode: 60011,
    errmsg: '没有调用该接口的权限',
    below88: true,
    source: CODES,
  },
  calls_too_fast: {
    errcode: 90018,
    errmsg: '您的企业应用调用当前接口次数过多，请求被暂时禁用了',
    below88: true,
    source: LIMITS,
  },
  post_only: { errcode: 43002, errmsg: '需要POST请求', source: CODES },
  parameter_invalid: { errcode: 400002, errmsg: '无效的参数', source: BY_MOBILE },
  mobile_invalid: { errcode: 40104, errmsg: '企业中无效的手机号', source: BY_MOBILE },
  mobile_unknown: { errcode: 60121, errmsg: '找不到该用户', source: BY_MOBILE },
  user_invalid: { errcode: 33012, errmsg: '无效的USERID', source: DETAILS },
} satisfies Record<string, OldRow>;

export function oldAnswer(code: keyof typeof oldRefusals): { source: string; answer: Answer } {
  const { source, errcode, errmsg, below88 }: OldRow = oldRefusals[code];
  const body = below88
    ? {
        errcode: 88,
        sub_code: String(errcode),
        sub_msg: errmsg,
        errmsg: `ding talk error[subcode=${errcode},submsg=${errmsg}]`,
      }
    : { errcode, errmsg };
  return { source, answer: jsonText(200, { ...body, request_id: requestId() }) };
}
