import { everybody, type Person, rota } from '../oncall/people';

export interface FlashdutyPerson {
  person_id: number;
  person_name: string;
  email: string;
}

const FIRST_ID = 1_552_048_000_000;

/** https://docs.flashcat.cloud/en/on-call/integration/webhooks/incident-webhook, Person */
export const personOf = ({ id, firstName, lastName, email }: Person): FlashdutyPerson => ({
  person_id: FIRST_ID + id,
  person_name: `${firstName} ${lastName}`,
  email,
});

/** The other way round; undefined where nobody has this id. */
export const memberOf = (person_id: number): Person | undefined =>
  everybody.find(({ id }) => FIRST_ID + id === person_id);

/** The people of an escalation rule's level, counted from 0; the last level stays the last. */
export const onLevel = (level: number): FlashdutyPerson =>
  personOf(rota[Math.min(level, rota.length - 1)] ?? rota[0]);
