import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { describeIssue } from '../../../judging/issue';
import type { JsonObject } from '../../../judging/shape';
import { byIntegration, byPlatform } from '../../../oncall/actor';
import type { Verdict } from '../../../platform';
import { recover } from '../../changes';
import { createIncident, type FakeIncident, seconds } from '../../incident';
import { invalid, refuse, tell } from '../answer';
import type { Call } from '../call';
import { INTEGRATION } from '../keys';

const cut = (most: number) => z.string().transform((text) => text.slice(0, most));

/** Texts that are too long are cut, not refused. https://docs.flashcat.cloud/en/on-call/integration/alert-integration/alert-sources/standard%20alert */
const event = z
  .looseObject({
    title_rule: cut(512).nullish(),
    /** What older clients call it. */
    title: cut(512).nullish(),
    event_status: z.enum(['Critical', 'Warning', 'Info', 'Ok']),
    alert_key: z.string().max(255).nullish(),
    description: cut(2048).nullish(),
    labels: z
      .record(z.string().max(128), cut(2048))
      .refine((labels) => Object.keys(labels).length <= 50, 'There are more than 50')
      .nullish(),
    images: z.array(z.looseObject({ src: z.string() })).nullish(),
  })
  .refine(({ title_rule, title }) => title_rule || title, {
    path: ['title_rule'],
    message: 'It is missing',
  })
  .refine(({ event_status, alert_key }) => event_status !== 'Ok' || alert_key, {
    path: ['alert_key'],
    message: 'It is missing: what has recovered?',
  });

type Event = z.output<typeof event>;
type PushCall = Pick<Call, 'pane' | 'now'>;

/** `/event/push/alert/standard`: monitoring tells what it sees. The same again changes nothing. */
export function push(body: JsonObject, call: PushCall): Verdict {
  const { data, error } = event.safeParse(body);
  const [issue] = error?.issues ?? [];
  if (issue || !data) return refuse(invalid(describeIssue('body', issue as never)), body);
  const alert_key = data.alert_key || randomBytes(16).toString('base64url').slice(0, 22);
  take(data, alert_key, call);
  const { pane } = call;
  return { ...tell({ alert_key }), payload: body, afterwards: () => void pane.flush() };
}

function take(wanted: Event, key: string, { pane, now }: PushCall): void {
  const open = pane.alerts.findLast(
    ({ progress, alertId, story }) => progress !== 'Closed' && alertId && story.key === key,
  );
  const { event_status } = wanted;
  if (event_status === 'Ok') {
    if (!open) return;
    recover(open, seconds(now));
    open.updatedAt = seconds(now);
    pane.tell(open, 'i_rslv:auto', byPlatform('Flashduty'), { detail: { from: 'event' } });
    return;
  }
  if (open) {
    if (RANK[event_status] > RANK[open.severity]) open.severity = event_status;
    open.updatedAt = seconds(now);
    pane.announce(open);
    return;
  }
  begin(made(wanted, event_status, key, now), { pane, now });
}

const RANK = { Info: 0, Warning: 1, Critical: 2 } as const;

/** First it is told of, then that the rule of the channel gave it to the first level. */
function begin(incident: FakeIncident, { pane }: PushCall): void {
  const { severity, story, assignedTo, responders } = incident;
  const to = responders.map(({ person_id }) => person_id);
  pane.remember(incident);
  const by = byIntegration(INTEGRATION.name);
  pane.tell(incident, 'i_new', by, { detail: { severity, title: story.title } });
  pane.tell(incident, 'i_assign', byPlatform('Flashduty'), { detail: { ...assignedTo, to } });
}

function made(wanted: Event, severity: FakeIncident['severity'], key: string, now: number) {
  const story = {
    title: wanted.title_rule || wanted.title || '',
    details: wanted.description ?? '',
    severity: severity === 'Critical' ? ('critical' as const) : ('warning' as const),
    key,
    labels: wanted.labels ?? {},
    source: { id: INTEGRATION.integration_id, name: INTEGRATION.name },
    comment: 'Looking into it.',
    links: [],
  };
  return { ...createIncident(story, now), severity };
}
