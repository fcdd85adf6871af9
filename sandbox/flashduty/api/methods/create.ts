import { z } from 'zod';
import { CHANNEL, channels, RULE } from '../../channels';
import { createIncident, type FakeIncident, seconds } from '../../incident';
import { personOf } from '../../person';
import { type ApiError, missing, refuse, tell } from '../answer';
import { type Call, changing } from '../call';
import { detailOf, type Gift, giftOf, give } from '../give';
import { assignedTo, text } from '../shapes';

const creation = z.looseObject({
  incident_severity: z.enum(['Info', 'Warning', 'Critical']),
  title: text(512).nullish(),
  description: text(1024).nullish(),
  channel_id: z.int().nullish(),
  assigned_to: assignedTo.nullish(),
});

type Creation = z.output<typeof creation>;

/** `/incident/create`: an incident without an alert. First it is told of, then whom it was given to. */
export const create = changing(creation, (wanted, call) => {
  const { channel_id } = wanted;
  if (channel_id && !channels.some((channel) => channel.channel_id === channel_id)) {
    return refuse(missing('channel', channel_id));
  }
  const gift = giftFor(wanted, call);
  if (gift && 'code' in gift) return refuse(gift);
  const incident = made(wanted, call);
  const { pane, by } = call;
  pane.remember(incident);
  const { title } = incident.story;
  pane.tell(incident, 'i_new', by, { detail: { severity: incident.severity, title } });
  if (gift) {
    const eventType = give(incident, gift, call.now);
    pane.tell(incident, eventType, by, { detail: detailOf(gift) });
  }
  return tell({ incident_id: incident.id, title });
});

/** Where nobody is named, the rule of the channel says who. */
function giftFor(wanted: Creation, { now }: Call): Gift | ApiError | undefined {
  if (wanted.assigned_to) return giftOf(wanted.assigned_to, now);
  if (wanted.channel_id !== CHANNEL.channel_id) return undefined;
  return giftOf({ escalate_rule_id: RULE.rule_id, layer_idx: 0 }, now);
}

function made(wanted: Creation, { owner, now }: Call): FakeIncident {
  const { title, description, incident_severity: severity, channel_id } = wanted;
  const story = {
    title: title ?? '',
    details: description ?? '',
    severity: severity === 'Critical' ? ('critical' as const) : ('warning' as const),
    key: '',
    labels: {},
    source: { id: 0, name: '' },
    comment: 'Looking into it.',
    links: [],
  };
  return {
    ...createIncident(story, now),
    alertId: undefined,
    severity,
    channelId: channel_id ?? 0,
    creator: personOf(owner),
    createdAt: seconds(now),
    assignedTo: undefined,
    responders: [],
  };
}
