import { text } from '../../alert/untrusted';
import { ask } from '../../http/steps';
import { askJson } from '../api';
import type { OnCallPlatform } from '../platform';
import { isTrouble, trouble } from '../trouble';
import { readAnswer } from './answer';
import { incidents } from './read';

const HOUR_MS = 60 * 60_000;

/** Who the key belongs to; reading the incidents of the last hour changes nothing. */
export const check: OnCallPlatform['check'] = function* (access) {
  if (!access.has('appKey')) return trouble('no_credential');
  const said = yield* ask(askJson('/member/info', {}), (answer, now) => ({
    of: readAnswer(answer, trouble('unexpected_answer')),
    now,
  }));
  // Installations of one's own may not have this call.
  if (isTrouble(said.of) && said.of.trouble !== 'refused') return said.of;
  const { member_name, account_name } = isTrouble(said.of) ? {} : said.of.data;
  const name = [text(member_name), text(account_name) ?? 'Flashduty'].filter(Boolean).join(' · ');
  const found = yield* incidents({ limit: 1 }, said.now - HOUR_MS, said.now);
  if (isTrouble(found)) return found;
  return { name, unproven: UNPROVEN };
};

const UNPROVEN = 'Whether incidents may be changed shows only when one is.';
