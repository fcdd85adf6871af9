import { list, record, text } from '../../alert/untrusted';
import { ask, type Steps } from '../../http/steps';
import { askJson } from '../api';
import { isTrouble, type Trouble, trouble } from '../trouble';
import { readAnswer } from './answer';
import { idOf } from './body/ids';

/** A person by id or e-mail address: Flashduty counts people. */
export function* personId(person: string): Steps<{ readonly id: number } | Trouble> {
  const id = toId(person);
  if (id !== undefined) return { id };
  const nobody = trouble('no_such_person', person);
  if (!/^\S+@\S+$/.test(person)) return nobody;
  const request = askJson('/member/list', { query: person, p: 1, limit: 100 });
  const said = yield* ask(request, (answer) => readAnswer(answer, nobody));
  if (isTrouble(said)) return said;
  const member = list(said.data.items)
    .map(record)
    .find(({ email, status }) => isSame(email, person) && status !== 'deleted');
  const found = toId(idOf(member?.member_id) ?? '');
  return found === undefined ? nobody : { id: found };
}

export const toId = (id: string): number | undefined =>
  /^[1-9]\d{0,15}$/.test(id) && Number.isSafeInteger(Number(id)) ? Number(id) : undefined;

const isSame = (email: unknown, asked: string): boolean =>
  text(email)?.trim().toLowerCase() === asked.toLowerCase();
