import type { Inbound, InboundRefusal, InboundSetup } from '../../../answers/inbound';
import { jsonIn } from '../../../answers/raw-body';
import { heard, unreadable } from '../../../answers/said';
import type { InboundRequest } from '../../../http/types';
import { type Activity, readActivity } from './activity';
import { installed } from './installed';
import { invoked, submitted } from './pressed';
import { said, saidOutgoing } from './said';
import { botObjection } from './verify-bot';
import { outgoingObjection } from './verify-outgoing';

/** A repeat comes soon. */
const REMEMBERED_MS = 3_600_000;

/** The claims of the token are compared with the body, so the body is decoded first, and no more. */
export const receive = async (
  request: InboundRequest,
  setup: InboundSetup,
): Promise<Inbound | InboundRefusal> => {
  const body = jsonIn(request);
  const activity = readActivity(body ?? {});
  const objection =
    setup.way === 'outgoing'
      ? outgoingObjection(request, activity, setup)
      : await botObjection(request, activity, setup);
  if (objection) return objection;
  if (!body) return unreadable;
  const read = setup.way === 'outgoing' ? saidOutgoing(activity, setup) : meant(activity, setup);
  return isFirst(activity, setup) ? read : { ...heard(), reply: read.reply };
};

const meant = (activity: Activity, setup: InboundSetup): Inbound => {
  switch (activity.type) {
    case 'message':
      return activity.value.token === undefined
        ? said(activity, setup)
        : submitted(activity, setup);
    case 'invoke':
      return invoked(activity, setup);
    case 'conversationUpdate':
    case 'installationUpdate':
      return installed(activity, setup);
    default:
      return heard();
  }
};

/** What is told a second time is answered like the first time, and does nothing. */
const isFirst = (activity: Activity, { replays, clock }: InboundSetup): boolean => {
  const { id, conversation, tenant, type } = activity;
  if (id === '') return true;
  const now = clock.now();
  return replays.isFirst(`teams ${tenant} ${conversation} ${type} ${id}`, now, now + REMEMBERED_MS);
};
