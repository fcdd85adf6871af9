import { defined } from './defined';
import type { Actor, AlertEvent, Assignee } from './event';
import { toIso } from './time';
import { isRecord, list, oneOf, text, wholeNumber } from './untrusted';

type Part<K extends keyof AlertEvent> = NonNullable<AlertEvent[K]> | undefined;

export const readActor = (value: unknown): Actor | undefined => {
  if (!isRecord(value)) return undefined;
  return defined({
    kind: oneOf(['user', 'system', 'integration'], value.kind) ?? 'user',
    id: text(value.id),
    name: text(value.name),
    email: text(value.email),
  });
};

export const readAssignees = (value: unknown): Assignee[] =>
  list(value)
    .filter(isRecord)
    .map((assignee) =>
      defined({
        id: text(assignee.id),
        name: text(assignee.name),
        email: text(assignee.email),
        username: text(assignee.username),
        status: oneOf(['pending', 'accepted'], assignee.status),
        acceptedAt: toIso(assignee.acceptedAt),
      }),
    );

export const readOrigin = (value: unknown): Part<'origin'> =>
  isRecord(value)
    ? defined({ id: text(value.id), name: text(value.name), type: text(value.type) })
    : undefined;

export const readEscalation = (value: unknown): Part<'escalation'> =>
  isRecord(value)
    ? defined({
        policyId: text(value.policyId),
        policyName: text(value.policyName),
        level: wholeNumber(value.level),
        endedAt: toIso(value.endedAt),
      })
    : undefined;

export const readComment = (value: unknown): Part<'comment'> =>
  isRecord(value)
    ? defined({ id: text(value.id), text: text(value.text), author: text(value.author) })
    : undefined;

export const readChange = (value: unknown): Part<'change'> => {
  const field = isRecord(value) ? text(value.field) : undefined;
  if (!isRecord(value) || field === undefined) return undefined;
  return defined({ field, from: text(value.from), to: text(value.to) });
};

export const readGroup = (value: unknown): Part<'group'> => {
  const key = isRecord(value) ? text(value.key) : undefined;
  if (!isRecord(value) || key === undefined) return undefined;
  return defined({ key, size: wholeNumber(value.size), truncated: wholeNumber(value.truncated) });
};
