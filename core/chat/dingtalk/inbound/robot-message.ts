import type { AnswerRef, ChatUser } from '../../../alert/command';
import { digest } from '../../../alert/digest';
import { toIso } from '../../../alert/time';
import { isRecord, list, record, text } from '../../../alert/untrusted';
import type { InboundSetup, Line } from '../../../answers/inbound';
import { seal } from '../../../answers/seal';
import { cleanLine } from '../../clean';
import { spaceOf } from '../places';
import { accepts } from './address';

type Json = Readonly<Record<string, unknown>>;

/** What somebody said to the robot. */
export interface Said {
  readonly line: Line;
  /** Names the message for ever. */
  readonly msgId: string;
  readonly person: string;
  /** Absent where robot and person are alone. */
  readonly group?: string;
  /** Where to answer, where they are. */
  readonly session?: string;
}

const LONGEST_ID = 300;

const word = (value: unknown): string => {
  const said = text(value) ?? '';
  return said.length > LONGEST_ID ? '' : said;
};

/** A sentence says why there is nothing to do. */
export const readSaid = (body: Json, setup: InboundSetup): Said | { readonly nothing: string } => {
  const { credential } = setup;
  const msgId = word(body.msgId);
  const person = word(body.senderStaffId);
  if (msgId === '') return { nothing: 'DingTalk sent a message to the robot without an ID.' };
  const robot = credential.robotCode?.trim() || credential.clientId?.trim();
  if (word(body.robotCode) !== robot) return { nothing: 'The message is for another robot.' };
  if (person === '' || word(body.senderCorpId) !== word(body.chatbotCorpId)) {
    return { nothing: 'Somebody from outside the organization spoke to the robot.' };
  }
  const words = wordsIn(body);
  if (words === undefined) return { nothing: 'What was said to the robot is no text.' };
  const isGroup = word(body.conversationType) !== '1';
  const place = word(body.conversationId);
  const group = isGroup && spaceOf({ channel: place }) ? place : undefined;
  const session = isGroup ? undefined : sessionIn(body, setup);
  const title = cleanLine(word(body.conversationTitle)).slice(0, 100);
  return {
    msgId,
    person,
    ...(group !== undefined && { group }),
    ...(session !== undefined && { session }),
    line: {
      id: digest('dingtalk', msgId).slice(0, 32),
      chat: 'dingtalk',
      text: words,
      user: userOf(person, body),
      ...(place && { channel: { id: place, ...(title && { name: title }) } }),
      answer: answerFor(person, group, session, body, setup),
    },
  };
};

const userOf = (id: string, { senderNick }: Json): ChatUser => {
  const name = cleanLine(word(senderNick)).slice(0, 100);
  return { id, ...(name && { name }) };
};

/** What a robot is called by is taken away before. */
const wordsIn = ({ msgtype, text: said, content }: Json): string | undefined => {
  if (msgtype === 'text') return text(record(said).content) ?? '';
  if (msgtype !== 'richText') return undefined;
  const parts = list(record(content).richText).filter(isRecord);
  return parts.map((part) => text(part.text) ?? '').join(' ');
};

/** In a group everybody would read what is said there. */
const sessionIn = ({ sessionWebhook }: Json, { credential }: InboundSetup): string | undefined => {
  const url = text(sessionWebhook);
  return url !== undefined && accepts(url, credential) ? url : undefined;
};

const answerFor = (
  person: string,
  channel: string | undefined,
  session: string | undefined,
  { sessionWebhookExpiredTime }: Json,
  { keys }: InboundSetup,
): AnswerRef => {
  const until = toIso(Number(text(sessionWebhookExpiredTime)));
  return {
    person,
    ...(channel !== undefined && { channel }),
    ...(session !== undefined && until !== undefined && { sealed: seal(session, keys), until }),
  };
};
