import type { Outcome } from '../http/outcome';
import type { Problem } from '../problem';

/** Everything an answer can be but a success. */
export type Trouble = Extract<Outcome, { readonly problem: Problem }>;

/** Trouble with a question that was asked before the message was sent: it is safe to ask again. */
export const unsent = (trouble: Trouble, chat: string): Trouble =>
  trouble.kind === 'unknown' ? { kind: 'retry', problem: unanswered(chat) } : trouble;

const unanswered = (chat: string): Problem => ({
  code: 'http.answer_lost',
  message: `${chat} did not say where the message goes, so nothing was sent.`,
  hint: 'Check the network, the proxy and the firewall between this machine and the chat.',
});
