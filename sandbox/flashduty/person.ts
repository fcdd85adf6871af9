import { type Person, rota } from '../oncall/people';

export interface FlashdutyPerson {
  person_id: number;
  person_name: string;
  email: string;
}

/** https://docs.flashcat.cloud/en/on-call/integration/webhooks/incident-webhook, Person */
export const personOf = ({ id, firstName, lastName, email }: Person): FlashdutyPerson => ({
  person_id: 1_552_048_000_000 + id,
  person_name: `${firstName} ${lastName}`,
  email,
});

/** The people of an escalation rule's level, counted from 0; the last level stays the last. */
export const onLevel = (level: number): FlashdutyPerson =>
  personOf(rota[Math.min(level, rota.length - 1)] ?? rota[0]);
