import { isObject, type JsonObject, textOf } from '../../judging/shape';
import { type Called, callBack } from '../../people/call-back';
import type { Desk } from '../../server/desk';
import { TENANT } from '../api/world';
import { serviceUrlAt } from './activity';
import { APP } from './app';
import { ISSUER } from './metadata';
import type { SigningKeys } from './signing-keys';

/** How long a token is good for. */
const LIFETIME_SECONDS = 3600;

/** Posts an activity to the messaging endpoint, signed as the channel service does. */
export function callBot(
  desk: Desk,
  keys: SigningKeys,
  activity: JsonObject,
  patienceMs: number,
): Promise<Called> {
  const { type, conversation, from } = activity;
  const headers = {
    authorization: `Bearer ${tokenFor(desk, keys)}`,
    'x-ms-conversation-id': isObject(conversation) ? textOf(conversation.id) : '',
    'x-ms-tenant-id': TENANT,
  };
  const by = isObject(from) ? textOf(from.id) : '';
  const call = { kind: textOf(type), by, headers, body: JSON.stringify(activity), patienceMs };
  return callDoor(desk, 'bot', call);
}

interface DoorCall {
  kind: string;
  by: string;
  headers: Record<string, string>;
  body: string;
  patienceMs: number;
}

/** Where nobody has said where the app is, nobody answers. */
export async function callDoor(desk: Desk, door: string, call: DoorCall): Promise<Called> {
  const url = desk.doors.address('teams', door);
  const headers = { ...COMMON, ...call.headers };
  if (url !== undefined) return callBack(desk, { ...call, platform: 'teams', url, headers });
  const reason = `No address is set for the door ${door}.`;
  const { kind, by, body } = call;
  const nothing = { url: '', status: null, answer: null, reason, ms: 0 };
  desk.journal.addCallback({ platform: 'teams', kind, by, body, ...nothing });
  return { status: null, headers: {}, body: '', reason };
}

const COMMON = {
  'content-type': 'application/json; charset=utf-8',
  'user-agent': 'Microsoft-SkypeBotApi (Microsoft-BotFramework/3.0)',
};

function tokenFor(desk: Desk, keys: SigningKeys): string {
  const nbf = Math.floor(desk.now() / 1000);
  return keys.sign({
    serviceurl: serviceUrlAt(desk),
    nbf,
    exp: nbf + LIFETIME_SECONDS,
    iss: ISSUER,
    aud: APP.appId,
  });
}

export const isTaken = ({ status }: Called): boolean =>
  status !== null && status >= 200 && status < 300;
