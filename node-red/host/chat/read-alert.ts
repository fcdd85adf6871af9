import type { NodeMessage } from 'node-red';
import {
  type AlertEvent,
  defineAlert,
  definedAlertFields,
  type ReadEvent,
  testEvent,
} from '../../../core/index';
import { alertOf } from '../alert-of';
import type { Read } from '../typed-text';
import type { ChatAlertDef, TypedPair } from './alert-def';

type AlertInput = Parameters<typeof defineAlert>[0];

/** The alert a sender is to show: from the message, described in the node, or a test. */
export async function readAlert(
  config: ChatAlertDef,
  chat: string,
  message: NodeMessage,
  given: ReadEvent,
  read: Read,
): Promise<AlertEvent> {
  if (config.operation === 'test') return testEvent(Date.now(), { chat });
  if (config.alertSource !== 'define') return alertOf(given);
  const value = (name: string) => read(config[name], config[`${name}Type`], message);
  const labels = await Promise.all(
    pairs(config.labels).map(async (pair) => [
      pair.name,
      await read(pair.value, pair.type, message),
    ]),
  );
  const input: AlertInput = {
    title: await value('title'),
    description: await value('description'),
    severity: oneOf('severity', await value('severity')) as AlertInput['severity'],
    status: oneOf('status', await value('status')) as AlertInput['status'],
    alertId: await value('alertId'),
    url: await value('url'),
    labels: Object.fromEntries(labels),
  };
  return defineAlert(input, Date.now());
}

/** What a message or an expression says counts only if it is one of the field's options. */
const oneOf = (field: string, value: string): string | undefined => {
  const options = definedAlertFields.find(({ name }) => name === field)?.options ?? [];
  return options.find((option) => option.value === value.toLowerCase())?.value;
};

const pairs = (value: unknown): readonly TypedPair[] =>
  Array.isArray(value) ? (value as TypedPair[]) : [];
