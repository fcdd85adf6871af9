import type { ActionResult, ChatCommand } from '../alert/command';
import type { AlertState } from '../alert/state';
import { isRecord, text } from '../alert/untrusted';
import { sentences } from '../i18n/index';
import { answerPerson, type PrivateAnswer } from './answer';
import type { Receipt } from './receipt';

/** What somebody asked for in a chat and what came of it, as On-Call Action passes it on. */
export interface Asked {
  readonly command: ChatCommand;
  readonly result: ActionResult;
}

/** Undefined where an item, or a message, tells of nothing that was asked for. */
export const askedIn = ({
  command,
  result,
}: {
  readonly command?: unknown;
  readonly result?: unknown;
}): Asked | undefined =>
  isRecord(command) &&
  text(command.id) !== undefined &&
  text(command.chat) !== undefined &&
  isRecord(result) &&
  typeof result.ok === 'boolean' &&
  text(result.message) !== undefined
    ? ({ command, result } as unknown as Asked)
    : undefined;

/** Why the card is left alone; undefined where it is shown as for any other event. */
export const whyLeftAlone = (
  { result }: Asked,
  hasAlert: boolean,
  language?: string,
): string | undefined => {
  const { notDone, noAlert } = sentences(language).skipped;
  if (!result.ok) return notDone;
  return hasAlert ? undefined : noAlert;
};

/** How the sender answers, and what its card tells of the alert. */
export interface AskedDesk extends Omit<PrivateAnswer, 'text' | 'answer' | 'commandId'> {
  readonly story?: (() => Promise<AlertState | undefined>) | undefined;
}

/**
 * Tells the person who asked, and nobody else, what came of it. Undefined where they asked in
 * another chat, or left no way to answer. Never rejects.
 */
export const answerAsked = async (
  asked: Asked,
  { story, ...desk }: AskedDesk,
): Promise<Receipt | undefined> => {
  const { id, chat, answer } = asked.command;
  if (chat !== desk.chat || !isRecord(answer) || text(answer.person) === undefined)
    return undefined;
  const hint = text(asked.result.hint);
  const said = [await messageOf(asked, story), ...(hint === undefined ? [] : [hint])];
  return answerPerson({ ...desk, text: said.join(' '), answer, commandId: id });
};

/** Platforms name the owner of the key for what was done from chat; the card knows the person. */
const messageOf = async (
  { command, result }: Asked,
  story: AskedDesk['story'],
): Promise<string> => {
  const by = text(result.by);
  const told = by === undefined ? undefined : await story?.().catch(() => undefined);
  if (by === undefined || told === undefined) return result.message;
  const isResolved = command.action === 'resolve' || result.code === 'action.already_resolved';
  const person = isResolved ? told.resolvedBy : told.acceptedBy;
  return person === undefined ? result.message : result.message.replace(by, () => person);
};
