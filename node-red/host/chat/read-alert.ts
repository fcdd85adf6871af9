import type { Node, NodeAPI, NodeMessage } from 'node-red';
import { type AlertEvent, defineAlert, testEvent } from '../../../core/index';
import { requireAlert } from '../alert-of';
import { typedValue } from '../typed-value';
import type { ChatAlertDef, TypedPair } from './alert-def';

const TYPED = ['title', 'description', 'severity', 'status', 'alertId', 'url'] as const;

/** A value picked from a list is a plain one. */
const TYPES_OF_OUR_OWN: Readonly<Record<string, string>> = { choice: 'str' };

/** Reads the typed values of one node. */
export type Read = (value: unknown, type: unknown, message: NodeMessage) => Promise<string>;

export const createRead =
  (RED: NodeAPI, node: Node): Read =>
  async (value, type, message) => {
    const found = await typedValue(
      RED,
      node,
      String(value ?? ''),
      TYPES_OF_OUR_OWN[String(type)] ?? String(type || 'str'),
      message,
    );
    if (found === undefined || found === null) return '';
    return typeof found === 'string' ? found : JSON.stringify(found);
  };

/** The alert a sender is to show: from the message, described in the node, or a test. */
export async function readAlert(
  config: ChatAlertDef,
  chat: string,
  message: NodeMessage,
  read: Read,
): Promise<AlertEvent> {
  if (config.operation === 'test') return testEvent(Date.now(), { chat });
  if (config.alertSource !== 'define') return requireAlert(message.payload);
  const values = await Promise.all(
    TYPED.map(async (name) => [name, await read(config[name], config[`${name}Type`], message)]),
  );
  const labels = await Promise.all(
    pairs(config.labels).map(async ({ name, value, type }) => ({
      name,
      value: await read(value, type, message),
    })),
  );
  return defineAlert({ ...Object.fromEntries(values), labels }, Date.now());
}

const pairs = (value: unknown): readonly TypedPair[] =>
  Array.isArray(value) ? (value as TypedPair[]) : [];
