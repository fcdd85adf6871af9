import { generateKeyPairSync, sign, verify } from 'node:crypto';
import type { ErrorId } from '../api/all-errors';
import type { ApiError } from '../api/answer';
import { newId } from '../api/ids';

/** `ServiceSettings.OutgoingIntegrationRequestsTimeout`; on older servers it was 3 seconds. */
const LIFETIME_MS = 30_000;

/** Somebody's click or command, and where it was. */
export interface Trigger {
  /** What the client of the person is told; the app is sent more. */
  clientId: string;
  by: string;
  channelId: string;
}

const KEYS = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;
/** The first byte of a sequence in DER, as which a signature is written. */
const SEQUENCE = 0x30;

/**
 * What an app is sent so that it may open a dialog for somebody: signed by the server, and good for
 * half a minute. https://github.com/mattermost/mattermost/blob/master/server/public/model/integration_action.go
 */
export class Triggers {
  readonly #now: () => number;
  readonly #places = new Map<string, Trigger>();

  constructor(now: () => number) {
    this.#now = now;
  }

  /** A trigger, and the id for the app. */
  pull(by: string, channelId: string): { trigger: Trigger; triggerId: string } {
    const trigger = { clientId: newId(), by, channelId };
    this.#places.set(trigger.clientId, trigger);
    const data = `${trigger.clientId}:${by}:${this.#now()}:`;
    const signature = sign('sha256', Buffer.from(data), KEYS.privateKey).toString('base64');
    return { trigger, triggerId: Buffer.from(data + signature).toString('base64') };
  }

  /** In the order of the server: the time is looked at before the signature. */
  find(triggerId: string): Trigger | ApiError {
    if (!BASE64.test(triggerId)) return wrong('base64_decode_failed', 'It is not base64.');
    const parts = Buffer.from(triggerId, 'base64').toString().split(':');
    const [clientId = '', by = '', at = '', signature = ''] = parts;
    if (parts.length !== 4) return wrong('missing_data', 'It has not four parts.');
    if (this.#now() - (Number(at) || 0) > LIFETIME_MS) {
      return { ...wrong('expired', 'It is older than 30 seconds.'), params: { duration: '30s' } };
    }
    if (!BASE64.test(signature)) {
      return wrong('base64_decode_failed_signature', 'The signature is not base64.');
    }
    const bytes = Buffer.from(signature, 'base64');
    if (bytes[0] !== SEQUENCE) {
      return wrong('signature_decode_failed', 'The signature is none of ECDSA.');
    }
    const signed = verify('sha256', Buffer.from(`${clientId}:${by}:${at}:`), KEYS.publicKey, bytes);
    const trigger = signed && this.#places.get(clientId);
    return trigger || wrong('verify_signature_failed', 'This server has not signed it.');
  }

  clear(): void {
    this.#places.clear();
  }
}

type Flaw = ErrorId extends infer Id
  ? Id extends `interactive_message.decode_trigger_id.${infer Rest}`
    ? Rest
    : never
  : never;

function wrong(flaw: Flaw, reason: string): ApiError {
  return { id: `interactive_message.decode_trigger_id.${flaw}`, name: 'trigger_id', reason };
}
