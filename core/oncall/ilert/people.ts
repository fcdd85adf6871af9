import { record, text } from '../../alert/untrusted';
import { ask, type Steps } from '../../http/steps';
import { askJson } from '../api';
import { isTrouble, type Trouble, trouble } from '../trouble';
import { readAnswer } from './answer';

/** A person by id or e-mail address. */
export function* personId(person: string): Steps<{ readonly id: string } | Trouble> {
  if (/^\d{1,19}$/.test(person)) return { id: person };
  const nobody = trouble('no_such_person', person);
  if (!/^\S+@\S+$/.test(person)) return nobody;
  // In the body, so that addresses stay out of URLs.
  const request = askJson('/users/search-email', { email: person });
  const said = yield* ask(request, (answer) => readAnswer(answer, nobody));
  if (isTrouble(said)) return said;
  const id = text(record(said.data).id);
  return id === undefined ? nobody : { id };
}
