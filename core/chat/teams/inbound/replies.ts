import type { InboundReply, InboundSetup } from '../../../answers/inbound';
import { jsonReply } from '../../../answers/said';
import type { Outcome } from '../../../http/outcome';
import { ask, type Steps } from '../../../http/steps';
import { sentences } from '../../../i18n/index';
import type { Problem } from '../../../problem';
import { activitiesOf, conversationOf, noChannel } from '../places';
import { addedTo, sending } from '../posting';
import { renderText } from '../render';
import { whisper } from '../whisper';
import { personOf, serviceOf } from './about';
import { type Activity, isAlone } from './activity';

const told = ({ message, hint }: Problem): string => `${message} ${hint}`;

/**
 * What whoever pressed sees below the card, until the card itself changes. A refusal is such a
 * message, too: of an error Teams shows none of its words.
 * https://learn.microsoft.com/adaptive-cards/authoring-cards/universal-action-model#response-format
 */
export const invokeReply = (problem: Problem | undefined, setup: InboundSetup): InboundReply =>
  jsonReply({
    statusCode: 200,
    type: 'application/vnd.microsoft.activity.message',
    value: problem ? told(problem) : working(setup),
  });

/** An outgoing webhook answers where everybody reads it. */
export const outgoingReply = (sentence: string, { language }: InboundSetup): InboundReply =>
  jsonReply(renderText(sentence, { ...(language && { language }) }, 'webhook').payload);

export const working = ({ language }: InboundSetup): string =>
  sentences(language).answering.working;

/** For the eyes of one person, by the bot. */
export const tell = (
  sentence: string,
  activity: Activity,
  setup: InboundSetup,
): (() => Steps<Outcome>) => {
  const { language } = setup;
  const { payload } = renderText(sentence, { ...(language && { language }) }, 'bot');
  const service = serviceOf(activity, setup);
  return () =>
    isAlone(activity)
      ? say(payload, activity.conversation, service)
      : whisper(payload, {
          channel: activity.conversation,
          person: personOf(activity),
          ...service,
        });
};

function* say(
  payload: object,
  written: string,
  { service }: { readonly service?: string },
): Steps<Outcome> {
  const conversation = conversationOf(written);
  if (conversation === undefined) return { kind: 'rejected', problem: noChannel };
  const url = activitiesOf(conversation, service);
  return yield* ask(sending(payload, url), addedTo(conversation, 'new', service));
}

export const tellProblem = (problem: Problem, activity: Activity, setup: InboundSetup) =>
  tell(told(problem), activity, setup);
