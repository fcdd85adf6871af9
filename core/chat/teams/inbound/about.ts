import type { AnswerRef, ChatChannel, ChatUser } from '../../../alert/command';
import { digest } from '../../../alert/digest';
import type { Click, InboundSetup } from '../../../answers/inbound';
import type { MessageRef } from '../../../http/outcome';
import { isService } from '../hosts';
import { channelOf } from '../places';
import { type Activity, isAlone } from './activity';

/** What a click and a line have in common. */
export type About = Omit<Click, 'token' | 'arguments'>;

/** Only to where the token of the bot may go; the credential's own service otherwise. */
export const serviceOf = ({ service }: Activity, { credential }: InboundSetup) =>
  isService(`${service.replace(/\/+$/, '')}/`, credential) ? { service } : {};

const refTo = (activity: Activity, message: string, setup: InboundSetup): MessageRef => ({
  chat: 'teams',
  channel: activity.conversation,
  message,
  ...serviceOf(activity, setup),
});

export const userOf = ({ from: { id, objectId, name } }: Activity): ChatUser => ({
  id: objectId ?? id,
  ...(name !== undefined && { name }),
});

export const channelIn = ({ conversation, channel: { name } }: Activity): ChatChannel => ({
  id: channelOf(conversation),
  ...(name !== undefined && { name }),
});

/** How this bot can write to the person: by its own name for them, if it was told. */
export const personOf = ({ from: { id, objectId } }: Activity): string =>
  id.startsWith('29:') ? id : (objectId ?? id);

const answerFor = (activity: Activity, setup: InboundSetup): AnswerRef => ({
  person: personOf(activity),
  ...(!isAlone(activity) && { channel: activity.conversation }),
  thread: refTo(activity, activity.answers || activity.id, setup),
});

export const aboutOf = (activity: Activity, setup: InboundSetup): About => ({
  id: digest('teams', activity.conversation, activity.id).slice(0, 32),
  chat: 'teams',
  user: userOf(activity),
  channel: channelIn(activity),
  ...(activity.answers && { messageRef: refTo(activity, activity.answers, setup) }),
  ...(setup.credential.clientId && { answer: answerFor(activity, setup) }),
});
