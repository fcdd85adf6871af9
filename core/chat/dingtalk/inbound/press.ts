import type { ChatCommand } from '../../../alert/command';
import { digest } from '../../../alert/digest';
import { record, text } from '../../../alert/untrusted';
import type { InboundSetup, RefusedCommand } from '../../../answers/inbound';
import { parsed } from '../../../answers/raw-body';
import { readClick } from '../../../answers/read-click';
import { spaceOf } from '../places';

type Json = Readonly<Record<string, unknown>>;

/** What somebody did on a card, and what the card shows that person alone. */
export type Pressed =
  | { readonly command: ChatCommand }
  | { readonly refused: RefusedCommand }
  | { readonly unknown: string };

const LONGEST = 3000;
const LONGEST_ID = 100;
const MOST = 20;

/** `once`: what DingTalk signed or numbered, so that two presses are never one. */
export const readPress = (body: Json, once: string, setup: InboundSetup): Pressed => {
  const outTrackId = word(body.outTrackId);
  const person = word(body.userId);
  if (body.type !== 'actionCallback' || outTrackId === '' || person === '') {
    return { unknown: 'DingTalk told of something on a card that is not known here.' };
  }
  const content = record(parsed(text(body.content) ?? ''));
  const { token, ...others } = record(record(content.cardPrivateData).params);
  const place = word(body.spaceId, 300);
  const channel = spaceOf({ channel: place }) ? { channel: { id: place } } : {};
  const click = {
    id: digest('dingtalk', outTrackId, person, text(token), once).slice(0, 32),
    token,
    arguments: argumentsIn(others),
    chat: 'dingtalk',
    user: { id: person },
    ...channel,
  };
  const read = readClick(click, setup);
  return 'command' in read ? { command: completed(read.command, outTrackId, person) } : read;
};

/** Where a press does not say where it was, the button may know. */
const completed = (command: ChatCommand, message: string, person: string): ChatCommand => {
  const at = command.channel && { channel: command.channel.id };
  const thread = { chat: 'dingtalk', ...at, message };
  return { ...command, messageRef: thread, answer: { person, ...at, thread } };
};

const word = (value: unknown, longest = LONGEST_ID): string => {
  const said = text(value) ?? '';
  return said.length > longest ? '' : said;
};

/** What a button has no value for comes back empty. */
const argumentsIn = (params: Json): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(params)
      .filter(([name]) => /^[a-z]\w{0,60}$/i.test(name))
      .slice(0, MOST)
      .flatMap(([name, value]) => {
        const said = (text(value) ?? '').slice(0, LONGEST).toWellFormed().trim();
        return said === '' ? [] : [[name, said] as const];
      }),
  );
