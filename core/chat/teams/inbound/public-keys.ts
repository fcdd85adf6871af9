import { isRecord, list } from '../../../alert/untrusted';
import type { InboundSetup, PublicKeyMemory } from '../../../answers/inbound';
import { parsed } from '../../../answers/raw-body';
import { isFailure } from '../../../http/types';
import type { Http } from '../../../ports';
import { webAddress } from '../../web-link';
import { openIdUrlOf } from '../hosts';

/** https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication#connector-to-bot */
const KEPT_MS = 24 * 3_600_000;
/** For a key that is not among them. */
const ASKED_AGAIN_MS = 3_600_000;
/** After an answer that held none. */
const TRIED_AGAIN_MS = 60_000;
const TIMEOUT_MS = 5000;
const MOST_KEYS = 100;

type Keys = readonly Readonly<Record<string, unknown>>[];

/** The keys with which Teams signs; undefined where none can be had. Asks again for an unknown one. */
export const keysWith = async (
  id: string,
  { publicKeys: memory, http, credential, clock }: InboundSetup,
): Promise<Keys | undefined> => {
  if (!memory || !http) return undefined;
  const from = openIdUrlOf(credential);
  const known = knownFrom(memory, from);
  if (!memory.pending && !isDue(memory, known, id, clock.now())) return known;
  memory.pending ??= refresh(memory, http, from, clock.now()).finally(() => {
    delete memory.pending;
  });
  await memory.pending;
  return knownFrom(memory, from);
};

const knownFrom = ({ keys }: PublicKeyMemory, from: string): Keys | undefined =>
  keys?.from === from ? (keys.value as Keys) : undefined;

const isDue = (
  { keys, triedAt = Number.NEGATIVE_INFINITY }: PublicKeyMemory,
  known: Keys | undefined,
  id: string,
  now: number,
): boolean => {
  if (now - triedAt < TRIED_AGAIN_MS) return false;
  if (!known || !keys) return true;
  const longest = known.some(({ kid }) => kid === id) ? KEPT_MS : ASKED_AGAIN_MS;
  return now - keys.fetchedAt >= longest;
};

/** What was known stays where nothing new can be had. */
const refresh = async (
  memory: PublicKeyMemory,
  http: Http,
  from: string,
  now: number,
): Promise<void> => {
  memory.triedAt = now;
  const { jwks_uri: address } = (await fetched(http, from)) ?? {};
  if (typeof address !== 'string' || !isBeside(address, from)) return;
  const { keys } = (await fetched(http, address)) ?? {};
  const value = list(keys).filter(isRecord).slice(0, MOST_KEYS);
  if (value.length > 0) memory.keys = { from, value, fetchedAt: now };
};

/** Of the same kind: what is asked for safely does not lead to what is not. */
const isBeside = (address: string, from: string): boolean => {
  const [one, other] = [webAddress(address), webAddress(from)];
  return one !== undefined && (one.protocol === 'https:' || one.origin === other?.origin);
};

const fetched = async (http: Http, url: string) => {
  const answer = await http({ method: 'GET', url, headers: {} }, { timeoutMs: TIMEOUT_MS });
  if (isFailure(answer) || answer.status !== 200) return undefined;
  const body = parsed(answer.body);
  return isRecord(body) ? body : undefined;
};
