import { record } from '../../alert/untrusted';
import { ask, type Steps } from '../../http/steps';
import type { Problem } from '../../problem';
import { askApi } from '../api';
import { isId, nameOf, readApi, vague } from './api-answer';
import { API } from './places';

type Checked = { readonly name: string; readonly unproven: string } | { readonly problem: Problem };

/** What a role allows, the server tells to admins only. */
export function* check(): Steps<Checked> {
  const said = yield* ask(askApi(`${API}/users/me`), readApi);
  if (said.trouble) return { problem: said.trouble.problem };
  const { id, username } = record(said.data);
  if (!isId(id)) return { problem: vague.problem };
  return { name: `@${nameOf(username, id)}`, unproven };
}

const unproven =
  'Whether the bot is in the channel and may post there, only a message shows: use Send Test.';
