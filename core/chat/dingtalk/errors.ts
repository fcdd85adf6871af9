import type { Problem } from '../../problem';

/** What a refusal means: final, or to be tried again after `afterMs`. */
export interface Refusal {
  readonly problem: Problem;
  readonly retry?: { readonly afterMs: number };
}

interface Row extends Refusal {
  /** Of `errmsg`: tables of codes contradict each other, so the words decide first. */
  readonly words?: RegExp;
  readonly codes?: readonly number[];
}

const problem = (code: string, message: string, hint: string): Problem => ({
  code: `dingtalk.${code}`,
  message,
  hint,
});

const MINUTE = 60_000;
const SETTINGS = 'the settings of the robot (group settings → Bot)';
const NEW_ROBOT =
  'Add a custom robot to the group and put its webhook URL into the credential; with a signature, its secret too.';
const REPORT = 'Please report this with the alert that caused it (preview shows the message).';
const CONTENT = 'Look at the message with the operation Preview, and shorten or change the alert.';

/**
 * https://open.dingtalk.com/document/robots/custom-robot-access,
 * https://open.dingtalk.com/document/robots/customize-robot-security-settings
 */
const ROWS: readonly Row[] = [
  {
    words: /too fast|exceed \d+ times|per minute|发送速度|太快|频率|限流|流控/i,
    codes: [130101, 410100],
    problem: {
      code: 'delivery.rate_limited',
      message: 'DingTalk takes no more messages of this robot for now.',
      hint: 'A robot may send 20 messages a minute; after more it is blocked for 10 minutes. Filter or group the alerts, or spread them over robots.',
    },
    retry: { afterMs: MINUTE },
  },
  {
    words: /keywords? not in|关键词/i,
    problem: problem(
      'keyword_missing',
      'The robot takes only messages that hold one of its keywords, and this one holds none.',
      `Put one of the keywords of ${SETTINGS} into the field Keyword of the node.`,
    ),
  },
  {
    words:
      /(?:invalid|expired) timestamp|timestamp.{0,12}(?:invalid|expired)|签名过期|时间戳.{0,4}(?:无效|过期)/i,
    problem: problem(
      'timestamp_invalid',
      'DingTalk does not accept the time of the signature: the clock of this machine is wrong by more than an hour.',
      'Set the clock of the machine n8n or Node-RED runs on, for example with NTP.',
    ),
  },
  {
    words: /sign not match|签名不匹配/i,
    problem: problem(
      'sign_mismatch',
      'The signature does not match: the secret in the credential is not the one of this robot.',
      `Copy the secret that starts with SEC again from ${SETTINGS}.`,
    ),
  },
  {
    words: /not in (?:the )?white ?list|白名单/i,
    problem: problem(
      'ip_not_allowed',
      'The robot takes messages from listed addresses only, and this machine is not one of them.',
      `Add the public address of this machine in ${SETTINGS}, or use a signature in its place.`,
    ),
  },
  {
    words: /session.{0,12}(?:not exist|invalid|expired|不存在|无效|过期)/i,
    problem: problem(
      'session_unknown',
      'The time to answer this message is over: DingTalk takes answers to it for about 90 minutes.',
      'Give the node a bot, which can write to people at any time.',
    ),
  },
  {
    words:
      /token.{0,20}(?:not exist|invalid|不存在|无效)|invalid.{0,20}token|access_?token.{0,8}缺/i,
    codes: [300001, 300005, 400101, 40014],
    problem: problem('token_unknown', 'DingTalk knows no robot with this webhook URL.', NEW_ROBOT),
  },
  {
    words: /20000|too long|超过.{0,12}(?:字节|长度)|过长/i,
    codes: [460101, 101002],
    problem: problem('message_too_long', 'The message is longer than DingTalk takes.', REPORT),
  },
  {
    words: /dissolved|解散/i,
    codes: [400013],
    problem: problem('group_dissolved', 'The group of this robot was dissolved.', NEW_ROBOT),
  },
  {
    words: /停用/i,
    codes: [400102],
    problem: problem(
      'robot_stopped',
      'The robot was stopped.',
      `Switch it on again in ${SETTINGS}, or add another one.`,
    ),
  },
  {
    words: /不支持.{0,6}消息类型/i,
    codes: [400105],
    problem: problem(
      'unsupported_message_type',
      'DingTalk does not take this type of message from a custom robot.',
      REPORT,
    ),
  },
  {
    words: /机器人不存在/i,
    codes: [400106],
    problem: problem('robot_not_found', 'The robot was removed from its group.', NEW_ROBOT),
  },
  {
    words: /缺少参数|参数.{0,40}缺失|missing param/i,
    codes: [40035, 400402, 400403],
    problem: problem('missing_parameter', 'DingTalk found a part of the message missing.', REPORT),
  },
  {
    codes: [43002, 43004],
    problem: problem(
      'bad_request',
      'DingTalk got something else than a JSON message by POST.',
      'Check whether a proxy in between changes requests.',
    ),
  },
  {
    codes: [430101],
    problem: problem('unsafe_link', 'DingTalk takes a link in the message for unsafe.', CONTENT),
  },
  {
    codes: [430102],
    problem: problem('inappropriate_text', 'DingTalk refuses words of the message.', CONTENT),
  },
  {
    codes: [430103],
    problem: problem('inappropriate_image', 'DingTalk refuses an image of the message.', CONTENT),
  },
  {
    codes: [430104],
    problem: problem('inappropriate_content', 'DingTalk refuses the message.', CONTENT),
  },
  {
    words: /system (?:is )?busy|系统繁忙|系统忙/i,
    codes: [-1],
    problem: problem('busy', 'DingTalk is busy.', 'Try again later.'),
    retry: { afterMs: 3000 },
  },
  {
    codes: [310000],
    problem: problem(
      'security_check',
      'A security setting of the robot refuses the message.',
      `Compare the credential and the field Keyword with ${SETTINGS}.`,
    ),
  },
];

/** The meaning of an answer other than 0; undefined where nobody has described it. */
export const refusalOf = (errcode: number, errmsg: string): Refusal | undefined =>
  ROWS.find(({ words }) => words?.test(errmsg)) ??
  ROWS.find(({ codes }) => codes?.includes(errcode));
