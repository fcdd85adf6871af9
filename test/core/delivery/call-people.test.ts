import { describe, expect, it } from '@jest/globals';
import type { Place } from '../../../core/chat/platform';
import { anEvent, at } from '../alert/events';
import { aChannel } from './cards-world';

const assigned = (id: string) =>
  anEvent({
    type: 'escalated',
    occurredAt: at(5),
    alert: { id },
    escalation: { level: 2 },
    assignees: [{ name: 'Ada Lovelace', email: 'ada@example.com' }],
  });

describe('who is who', () => {
  const asked = async (...places: readonly Place[]) => {
    const people = new Map<string, string | undefined>();
    const counts = [];
    for (const to of places) {
      const { send, slack } = aChannel({ to, people, mentionAssignees: true });
      const receipts = await send(assigned('a1'), assigned('a2'));
      expect(receipts.map(({ pings }) => pings)).toEqual([['U0ADA'], ['U0ADA']]);
      counts.push(slack.of('users.lookupByEmail').length);
    }
    return counts;
  };

  it('is asked once for a place', async () => {
    expect(await asked({ channel: 'C1' }, { channel: 'C1' })).toEqual([1, 0]);
  });

  it('is asked anew for another place, where others may be', async () => {
    expect(await asked({ channel: 'C1' }, { channel: 'C2' }, { person: 'C1' })).toEqual([1, 1, 1]);
  });
});
