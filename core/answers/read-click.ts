import type { AlertRef, ChatCommand } from '../alert/command';
import { toIso } from '../alert/time';
import type { Click, InboundSetup, RefusedCommand } from './inbound';
import { readToken } from './token';
import { flawProblem } from './token-flaw';

export type ReadClick = { readonly command: ChatCommand } | { readonly refused: RefusedCommand };

/** What a click asks for, or why it is not done: never what the click itself claims. */
export const readClick = (
  click: Click,
  { keys, clock, language }: Pick<InboundSetup, 'keys' | 'clock' | 'language'>,
): ReadClick => {
  const now = clock.now();
  const receivedAt = toIso(now) ?? '';
  const { id, chat, user, channel, messageRef, answer } = click;
  const read = readToken(click.token, keys, now, channel?.id);
  if ('flaw' in read) {
    const problem = flawProblem(read.flaw, language);
    return { refused: { problem, user, chat, receivedAt, ...(channel && { channel }) } };
  }
  const { kind, action, alert, channel: madeFor } = read.claims;
  const where = channel ?? (madeFor === undefined ? undefined : { id: madeFor });
  return {
    command: {
      schemaVersion: 1,
      id,
      kind,
      action,
      alert,
      arguments: click.arguments,
      chat,
      user,
      ...(where && { channel: where }),
      ...(messageRef && { messageRef }),
      ...(answer && { answer }),
      ...(language !== undefined && { language }),
      receivedAt,
    },
  };
};

/** The alert of a button, for a dialog that is opened before anything is done. */
export const alertOf = (
  token: unknown,
  { keys, clock }: Pick<InboundSetup, 'keys' | 'clock'>,
): AlertRef | undefined => {
  const read = readToken(token, keys, clock.now());
  return 'claims' in read ? read.claims.alert : undefined;
};
