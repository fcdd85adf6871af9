import { digest } from '../../../alert/digest';
import type { InboundRefusal, InboundSetup } from '../../../answers/inbound';
import { noSecret, notAuthentic, replayed } from '../../../answers/said';
import { headerValues } from '../../../http/headers';
import type { InboundRequest } from '../../../http/types';
import { isSame } from '../../../http/verify/hmac';
import { severalIn } from '../../../http/verify/several';

/** Nothing that comes has a time: what was seen is remembered for so long. */
const REPEATED_MS = 24 * 3_600_000;

/**
 * Why a command is not the server's. Its token stands in the form and in a header; each that is
 * there has to be good. https://docs.mattermost.com/developers/integrate/slash-commands/custom
 */
export const verifyCommand = (
  form: URLSearchParams,
  { headers }: InboundRequest,
  { credential }: Pick<InboundSetup, 'credential'>,
): InboundRefusal | undefined => {
  const tokens = severalIn(credential.commandToken);
  if (tokens.length === 0) return noSecret('token of the command');
  const given = [...form.getAll('token'), ...tokensIn(headers)];
  const isServers = given
    .map((one) => tokens.map((token) => isSame(token, one)).includes(true))
    .reduce((all, good) => all && good, given.length > 0);
  return isServers ? undefined : notAuthentic;
};

const tokensIn = (headers: InboundRequest['headers']): readonly string[] =>
  headerValues(headers, 'authorization').flatMap((value) => {
    const [, token] = /^token\b\s*(.*)$/i.exec(value) ?? [];
    return token ?? [];
  });

/** `what` has proved itself, and is different each time; refused where it came before. */
export const firstTime = (
  what: string,
  { replays, clock }: Pick<InboundSetup, 'replays' | 'clock'>,
): InboundRefusal | undefined => {
  const now = clock.now();
  const isFirst = replays.isFirst(`mattermost ${digest(what)}`, now, now + REPEATED_MS);
  return isFirst ? undefined : replayed;
};
