import { parseObject } from '../../judging/decode';
import { type JsonObject, textOf } from '../../judging/shape';
import type { NewMessage } from '../../platform';
import type { DingTalkApp } from './apps';
import { refused } from './method';
import type { PartCode } from './part-refusals';
import type { ApiObjection } from './refusal';

/** https://open.dingtalk.com/document/development/the-robot-sends-a-group-message */
const LARGEST_BYTES = 15_000;

const CARD: Record<string, PartCode> = {
  title: 'miss.param.actionCardTotitle',
  text: 'miss.param.actionCardTotext',
};

/** What each msgKey needs: https://open.dingtalk.com/document/development/robot-message-type */
const PARTS: Record<string, Record<string, PartCode>> = {
  sampleText: { content: 'miss.param.contentOfText' },
  sampleMarkdown: { title: 'miss.param.markdownTotitle', text: 'miss.param.markdownTotext' },
  sampleImageMsg: { photoURL: 'miss.param.photoTophotoUrl' },
  sampleLink: {
    title: 'miss.param.titleOfLink',
    text: 'miss.param.textOfLink',
    messageUrl: 'miss.param.messageUrlOfLink',
  },
  sampleActionCard: {
    ...CARD,
    singleTitle: 'miss.param.actionCardTosingleTitle',
    singleURL: 'miss.param.actionCardTosingleUrl',
  },
  sampleActionCard2: cardWith(2, 'actionTitle', 'actionURL'),
  sampleActionCard3: cardWith(3, 'actionTitle', 'actionURL'),
  sampleActionCard4: cardWith(4, 'actionTitle', 'actionURL'),
  sampleActionCard5: cardWith(5, 'actionTitle', 'actionURL'),
  sampleActionCard6: cardWith(2, 'buttonTitle', 'buttonUrl'),
  sampleAudio: { mediaId: 'miss.param.audio', duration: 'miss.param.audio' },
  sampleFile: {
    mediaId: 'miss.param.file',
    fileName: 'miss.param.file',
    fileType: 'miss.param.file',
  },
  sampleVideo: { videoMediaId: 'miss.param.video', videoType: 'miss.param.video' },
};

function cardWith(buttons: number, title: string, address: string): Record<string, PartCode> {
  const numbers = Array.from({ length: buttons }, (_, index) => index + 1);
  const parts = numbers.flatMap((number): [string, PartCode][] => [
    [`${title}${number}`, 'miss.param.actionCardTobtnsTotitle'],
    [`${address}${number}`, 'miss.param.actionCardTobtnsToactionUrl'],
  ]);
  return { ...CARD, ...Object.fromEntries(parts) };
}

export type Written = Pick<NewMessage, 'text' | 'payload' | 'pings' | 'size'>;

/** What a robot is to say, in `msgKey` and in the JSON text `msgParam`. */
export function readMessage(
  app: DingTalkApp,
  { msgKey, msgParam }: JsonObject,
): { written: Written } | { objection: ApiObjection } {
  const key = textOf(msgKey);
  if (key === '') return refused('invalidParameter.msgKey.empty', 'The msgKey is missing.');
  const parts = Object.hasOwn(PARTS, key) ? PARTS[key] : undefined;
  if (!parts) return refused('invalidParameter.msgKey.invalid', `There is no msgKey ${key}.`);
  if (typeof msgParam !== 'string') return noJson('The msgParam is not a JSON text.');
  const used = Buffer.byteLength(msgParam);
  if (used > LARGEST_BYTES) {
    const reason = `The msgParam has ${used} bytes; more than ${LARGEST_BYTES} are refused.`;
    return refused('invalidParameter.msgParam.tooLong', reason);
  }
  const decoded = parseObject(msgParam);
  if ('flaw' in decoded) return noJson(decoded.flaw.replace('The body', 'The msgParam'));
  const params = decoded.payload;
  const objection = partObjection(params, parts) ?? addressObjection(params);
  if (objection) return { objection };
  const payload = { robot: app.name, msgKey: key, msgParam: params };
  const size = { used, limit: LARGEST_BYTES, unit: 'bytes' };
  return { written: { text: firstText(params, parts), payload, pings: [], size } };
}

const noJson = (reason: string) => refused('invalidParameter.msgParam.invalid', reason);

function partObjection(
  params: JsonObject,
  parts: Record<string, PartCode>,
): ApiObjection | undefined {
  const odd = Object.keys(params).find((name) => typeof params[name] !== 'string');
  if (odd !== undefined) {
    return noJson(`${odd} is not a text; every part of a msgParam is one.`).objection;
  }
  const missing = Object.entries(parts).find(([name]) => textOf(params[name]).trim() === '');
  if (!missing) return undefined;
  const [name, code] = missing;
  return { code, reason: `The msgParam has no ${name}.` };
}

/** Buttons and links lead to the web or into DingTalk. */
function addressObjection(params: JsonObject): ApiObjection | undefined {
  const bad = Object.entries(params).find(
    ([name, value]) =>
      /^(messageUrl|singleURL|actionURL\d|buttonUrl\d)$/.test(name) &&
      !/^(https?|dingtalk):\/\/[^/\s]/i.test(textOf(value)),
  );
  if (!bad) return undefined;
  const reason = `${bad[0]} is no address people may be sent to.`;
  return { code: 'contain.unsafe.url', reason };
}

/** The line the list of chats shows. */
function firstText(params: JsonObject, parts: Record<string, PartCode>): string {
  return textOf(params.title) || textOf(params[Object.keys(parts)[0] ?? '']);
}
