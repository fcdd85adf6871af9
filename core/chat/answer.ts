import type { Outcome } from '../http/outcome';
import { type HttpAnswer, type HttpResponse, isFailure } from '../http/types';
import type { Problem } from '../problem';
import { quote } from './quote';
import { failureOutcome, statusOutcome } from './status';

/** How one chat answers. */
export interface AnswerRules {
  readonly chat: string;
  /** What the chat's own words mean; they count before the status does. */
  readonly said: (answer: HttpResponse) => Outcome | undefined;
  /** What is wrong where neither they nor the status decide. */
  readonly refusal: (answer: HttpResponse) => Problem;
}

type Read = (answer: HttpAnswer, now: number) => Outcome;

/** Reads answers by the chat's rules: HTTP 200 is not always success. */
export const readBy =
  ({ chat, said, refusal }: AnswerRules): Read =>
  (answer, now) => {
    if (isFailure(answer)) return failureOutcome(answer, chat);
    return (
      said(answer) ??
      statusOutcome(answer, now, chat) ?? { kind: 'rejected', problem: refusal(answer) }
    );
  };

/**
 * Judges the answer to a probe: `good` are the codes of refusals that only a good credential gets,
 * `posted` is what is wrong where the probe became a message.
 */
export const judgeBy =
  (outcome: Read, good: readonly string[], posted?: Problem) =>
  (answer: HttpAnswer): Problem | undefined => {
    const probed = outcome(answer, 0);
    if (!('problem' in probed)) return posted;
    return good.includes(probed.problem.code) ? undefined : probed.problem;
  };

/** As the sentence about an unexpected answer names a chat. */
export interface Speaker {
  readonly id: string;
  readonly name: string;
  /** `Slack's` */
  readonly whose: string;
  /** What of the credential says where it is; a webhook URL unless told. */
  readonly address?: string;
}

/** The answer is none of the chat's: a proxy's, or a wrong address. */
export const unexpectedAnswer = (
  { status, body }: HttpResponse,
  { id, name, whose, address = 'webhook URL' }: Speaker,
  said = quote(body) || 'empty',
): Problem => ({
  code: `${id}.unexpected_answer`,
  message: `The answer is not one of ${whose}: HTTP ${status}, ${said}.`,
  hint: `Check the ${address}, and whether a proxy or login page answers in place of ${name}.`,
});
