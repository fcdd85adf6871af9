import { randomUUID } from 'node:crypto';
import { SECRET } from './workflows';

const EVENTS = [
  { eventType: 'alert-created', status: 'PENDING' },
  { eventType: 'alert-assigned', status: 'PENDING' },
  { eventType: 'alert-acknowledged', status: 'ACCEPTED' },
  { eventType: 'alert-resolved', status: 'RESOLVED' },
] as const;

const SECOND = 1000;

/** What ilert says about so many alerts, one event of each after the other. */
export const eventsOf = (name: string, alerts: number): readonly object[] => {
  const begin = Date.now() - 3600 * SECOND;
  return EVENTS.flatMap(({ eventType, status }, step) =>
    Array.from({ length: alerts }, (_, index) => {
      const time = (after: number) =>
        new Date(begin + (index + after * 300) * SECOND).toISOString();
      return {
        id: `${name}-${index}`,
        summary: titleOf(name, index),
        status,
        eventType,
        eventId: randomUUID(),
        reportTime: time(0),
        timestamp: time(step),
        priority: 'HIGH',
        alertSource: { id: 1, name: 'Queue mode' },
        assignedTo: { id: 7, firstName: 'Ada', lastName: 'Lovelace' },
      };
    }),
  );
};

export const titleOf = (name: string, index: number): string => `${name} alert number ${index}.`;

/** Sends them in order, so many at a time; resolves with how many were taken. */
export const sendAll = async (
  address: string,
  events: readonly object[],
  atOnce: number,
  onSent: (count: number) => void = () => {},
): Promise<number> => {
  let next = 0;
  let taken = 0;
  const sender = async () => {
    for (let event = events[next++]; event; event = events[next++]) {
      const answer = await fetch(address, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-alertwire-secret': SECRET },
        body: JSON.stringify(event),
      });
      await answer.arrayBuffer();
      if (answer.ok) taken += 1;
      onSent(taken);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, sender));
  return taken;
};
