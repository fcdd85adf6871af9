import { jsonText } from '../judging/answers';
import { type Objection as AnyObjection, refuser } from '../judging/refusal';
import type { Answer } from '../platform';

const SEND = 'https://open.dingtalk.com/document/robots/custom-robot-access';
const SECURITY = 'https://open.dingtalk.com/document/robots/customize-robot-security-settings';
const CODES = 'https://open.dingtalk.com/document/orgapp/server-api-error-codes-1';
const MISSING = 'https://github.com/ccfos/nightingale/issues/2704';
const SESSION = 'https://github.com/agentscope-ai/QwenPaw/issues/2221';
const MARKDOWN_MISSING = 'https://github.com/jenkinsci/dingtalk-plugin/issues/369';

interface Row {
  errcode: number;
  errmsg: string;
  source: string;
}

/** DingTalk's refusals. Each is answered with HTTP 200. */
const refusals = {
  needs_post: { errcode: 43002, errmsg: '需要POST请求', source: CODES },
  bad_content_type: { errcode: 43004, errmsg: '无效的HTTP HEADER Content-Type', source: CODES },
  token_unknown: { errcode: 300005, errmsg: 'token is not exist', source: SEND },
  group_dissolved: { errcode: 400013, errmsg: '群已被解散', source: SEND },
  robot_stopped: { errcode: 400102, errmsg: '机器人已停用', source: SEND },
  robot_not_found: { errcode: 400106, errmsg: '机器人不存在', source: SEND },
  unsupported_message_type: { errcode: 400105, errmsg: '不支持的消息类型', source: SEND },
  missing_parameter: { errcode: 40035, errmsg: '缺少参数 json', source: MISSING },
  title_missing: {
    errcode: 400402,
    errmsg: '错误描述:参数 markdown --》 title 缺失，或者参数格式不正确;',
    source: MARKDOWN_MISSING,
  },
  text_missing: {
    errcode: 400403,
    errmsg: '错误描述:参数 markdown --》 text 缺失，或者参数格式不正确;',
    source: MARKDOWN_MISSING,
  },
  unsafe_link: { errcode: 430101, errmsg: '消息中包含不安全的外链', source: SEND },
  message_too_long: {
    errcode: 460101,
    errmsg: 'message too long, exceed 20000 bytes',
    source: SEND,
  },
  timestamp_invalid: { errcode: 310000, errmsg: 'invalid timestamp', source: SECURITY },
  sign_mismatch: { errcode: 310000, errmsg: 'sign not match', source: SECURITY },
  ip_not_allowed: {
    errcode: 310000,
    errmsg: 'ip 127.0.0.1 not in whitelist',
    source: SECURITY,
  },
  keyword_missing: { errcode: 310000, errmsg: 'keywords not in content', source: SECURITY },
  session_unknown: { errcode: 300001, errmsg: 'session 不存在', source: SESSION },
  rate_limited: {
    errcode: 130101,
    errmsg: 'send too fast, exceed 20 times per minute',
    source: SEND,
  },
} as const satisfies Record<string, Row>;

export type RefusalCode = keyof typeof refusals;

export type Objection = AnyObjection<RefusalCode>;

export const refuse = refuser<RefusalCode, Row>(refusals, answer);

export function answerOf(code: RefusalCode): Answer {
  return answer(refusals[code]);
}

export const OK: Answer = jsonText(200, { errcode: 0, errmsg: 'ok' });

function answer({ errcode, errmsg }: Row): Answer {
  return jsonText(200, { errcode, errmsg });
}
