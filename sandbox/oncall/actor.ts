import type { Person } from './people';

/** Who lets something happen to an alert: a person, a key of a person, a monitoring system, or the platform itself. */
export interface Actor {
  kind: 'person' | 'key' | 'integration' | 'platform';
  /** As people read it: `Priya Raman`, `API key of Ada Byte`. */
  name: string;
  person?: Person;
}

export const fullName = ({ firstName, lastName }: Person): string => `${firstName} ${lastName}`;

export const byPerson = (person: Person): Actor => ({
  kind: 'person',
  name: fullName(person),
  person,
});

export const byKeyOf = (person: Person): Actor => ({
  kind: 'key',
  name: `API key of ${fullName(person)}`,
  person,
});

export const byIntegration = (name: string): Actor => ({ kind: 'integration', name });

export const byPlatform = (title: string): Actor => ({ kind: 'platform', name: title });
