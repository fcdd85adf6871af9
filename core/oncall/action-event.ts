import type { AlertAction, AlertRef, ChatUser } from '../alert/command';
import { defined } from '../alert/defined';
import { digest } from '../alert/digest';
import { OWN_EVENT, STANDING } from '../alert/echo';
import type { Actor, AlertEvent, EventType } from '../alert/event';
import { NO_TIME, toIso } from '../alert/time';
import { alertUrl } from './alert-url';

const TYPES: Readonly<Partial<Record<AlertAction, EventType>>> = {
  accept: 'accepted',
  unaccept: 'unaccepted',
  resolve: 'resolved',
  reopen: 'reopened',
  snooze: 'snoozed',
  assign: 'assigned',
  'add-responder': 'responder-added',
  escalate: 'escalated',
  comment: 'comment-added',
  create: 'created',
};

interface About {
  readonly platform: Pick<AlertEvent, 'platform' | 'platformName' | 'capabilities'>;
  readonly action: AlertAction;
  readonly ref: AlertRef | undefined;
  /** The same for the same command. */
  readonly key: string;
  readonly by: ChatUser | undefined;
  /** In ms. */
  readonly now: number;
  /** Nothing was done: the event only tells how the alert stands. */
  readonly stands: boolean;
  readonly note: string | undefined;
  readonly alertUrlPattern: string | undefined;
}

/** The alert as it is now, as an event of what was done to it. */
export const actionEvent = (read: AlertEvent, about: About): AlertEvent => {
  const { platform, action, ref, key, stands } = about;
  const type = stands ? typeOfState(read) : (TYPES[action] ?? 'updated');
  const told = toldTime(read, type);
  const now = toIso(about.now) ?? NO_TIME;
  const alert = withStatus(read.alert, type, told ?? now);
  const url = alert.url ?? alertUrl(about.alertUrlPattern, alert.id);
  return defined({
    ...read,
    ...platform,
    id: digest(platform.platform, alert.id, action, key),
    type,
    rawType: stands ? STANDING : `${OWN_EVENT}${action}`,
    account: accountOf(ref, read),
    occurredAt: occurredAt(now, told, stands),
    receivedAt: now,
    automatic: false,
    actor: stands ? actorOf(read, type) : actorBy(about.by),
    alert: url === undefined ? alert : { ...alert, url },
    comment: type === 'comment-added' ? commentOf(about) : undefined,
  });
};

const typeOfState = ({ alert: { status } }: AlertEvent): EventType =>
  status === 'resolved' ? 'resolved' : status === 'acknowledged' ? 'accepted' : 'updated';

/** When the platform says it happened. */
const toldTime = ({ alert, assignees }: AlertEvent, type: EventType): string | undefined => {
  if (type === 'resolved') return alert.resolvedAt;
  if (type !== 'accepted') return alert.updatedAt;
  const accepted = assignees.flatMap(({ acceptedAt }) => acceptedAt ?? []).sort();
  return accepted.at(-1) ?? alert.acknowledgedAt ?? alert.updatedAt;
};

/** Never before the platform's own time of the change; what stood before stands since then. */
const occurredAt = (now: string, told: string | undefined, stands: boolean): string => {
  if (told === undefined) return now;
  return stands || told > now ? told : now;
};

/** What was read may be older than what was done. */
const withStatus = (alert: AlertEvent['alert'], type: EventType, at: string) => {
  if (type === 'accepted' && alert.status !== 'resolved') {
    return {
      ...alert,
      status: 'acknowledged',
      acknowledgedAt: alert.acknowledgedAt ?? at,
    } as const;
  }
  if (type === 'resolved') {
    return { ...alert, status: 'resolved', resolvedAt: alert.resolvedAt ?? at } as const;
  }
  if (type === 'unaccepted' && alert.status === 'acknowledged') {
    return { ...alert, status: 'open' } as const;
  }
  if (type === 'reopened' && alert.status === 'resolved')
    return { ...alert, status: 'open' } as const;
  return alert;
};

/** A card is found by the account its events name; only of a number typed by hand is it unknown. */
const accountOf = (ref: AlertRef | undefined, read: AlertEvent): string | undefined =>
  ref?.account ?? (ref?.platform === undefined ? read.account : undefined);

const actorBy = (by: ChatUser | undefined): Actor | undefined => by && { kind: 'user', ...by };

/** Who did what the event tells, where the platform says. */
const actorOf = ({ actor, assignees }: AlertEvent, type: EventType): Actor | undefined => {
  if (type !== 'accepted') return type === 'resolved' ? actor : undefined;
  const person = assignees.findLast(({ status }) => status === 'accepted');
  const { id, name, username, email } = person ?? {};
  return person && defined({ kind: 'user' as const, id, name: name ?? username, email });
};

const commentOf = ({ note, by }: About): AlertEvent['comment'] =>
  defined({ text: note, author: by?.name });
