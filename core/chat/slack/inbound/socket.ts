import { record, text as textOf } from '../../../alert/untrusted';
import type { Inbound, InboundSetup } from '../../../answers/inbound';
import { parsed } from '../../../answers/raw-body';
import { ask, type Steps } from '../../../http/steps';
import type { Credential } from '../../../http/types';
import type { Problem } from '../../../problem';
import { tellApi } from '../../api';
import type { SocketRules } from '../../platform';
import { webAddress } from '../../web-link';
import { type Data, readApi } from '../api-answer';
import { CONNECT } from '../auth';
import { readCommand } from './commands';
import { readEvent } from './events';
import { readInteraction } from './read';
import { badSocket, noAppToken, socketProblem } from './socket-errors';
import { nothingHere } from './unknown';

const RENEW_MS = 30 * 60_000;
/** An envelope that is not acknowledged comes again, soon. */
const REPEATED_MS = 3_600_000;
const LONGEST_FRAME = 1024 * 1024;

/** The address holds a ticket for one connection: https://docs.slack.dev/reference/methods/apps.connections.open */
function* connect(
  credential: Credential,
): Steps<{ readonly url: string } | { readonly problem: Problem }> {
  if (!credential.appToken?.trim()) return { problem: noAppToken };
  const said = yield* ask(tellApi('POST', CONNECT, {}), readApi);
  if (!('data' in said)) return { problem: socketProblem(said.trouble.problem) };
  const url = textOf(said.data.url) ?? '';
  return isSlacks(url, credential) ? { url } : { problem: badSocket };
}

const isSlacks = (url: string, { baseUrl }: Credential): boolean => {
  const [, secure, rest = ''] = /^ws(s?):(\/\/.{1,2000})$/s.exec(url) ?? [];
  const address = secure === undefined ? undefined : webAddress(`http${secure}:${rest}`);
  if (address?.username !== '' || address.password !== '') return false;
  const own = /(^|\.)slack(-gov)?\.com$/.test(address.hostname) && address.port === '';
  return (own && secure === 's') || address.origin === webAddress(baseUrl)?.origin;
};

/** https://docs.slack.dev/apis/events-api/using-socket-mode */
const frame: SocketRules['frame'] = (text, setup) => {
  const envelope = record(text.length > LONGEST_FRAME ? undefined : parsed(text));
  if (envelope.type === 'disconnect') {
    return { end: envelope.reason === 'link_disabled' ? 'refused' : 'reconnect' };
  }
  const { envelope_id: id } = envelope;
  if (typeof id !== 'string' || id === '' || id.length > 200) return {};
  const now = setup.clock.now();
  if (!setup.replays.isFirst(`slack envelope ${id}`, now, now + REPEATED_MS)) {
    return { reply: JSON.stringify({ envelope_id: id }) };
  }
  const inbound = read(envelope, setup);
  return { reply: acknowledged(id, envelope, inbound), inbound };
};

const acknowledged = (id: string, { accepts_response_payload }: Data, { reply }: Inbound) => {
  const payload = accepts_response_payload === false ? undefined : parsed(reply.body);
  return JSON.stringify({ envelope_id: id, ...(payload !== undefined && { payload }) });
};

const read = ({ type, payload }: Data, setup: InboundSetup): Inbound => {
  const told = record(payload);
  switch (type) {
    case 'interactive':
      return readInteraction(told, setup);
    case 'slash_commands':
      return readCommand(textsIn(told), setup);
    case 'events_api':
      return readEvent(told, setup);
    default:
      return nothingHere('an envelope', type);
  }
};

/** The fields that a form would have. */
const textsIn = (payload: Data): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(payload).filter((entry): entry is [string, string] => {
      return typeof entry[1] === 'string';
    }),
  );

export const socket: SocketRules = { connect, frame, renewMs: RENEW_MS };
