import type { NodeMessage } from 'node-red';
import {
  type AlertEvent,
  type AlertRef,
  alertMeant,
  type ChatCommand,
  fieldMatters,
  type OnCallField,
  onCallActionFields,
  type Problem,
  platformMeant,
} from '../../../core/index';
import type { Read } from '../../host/typed-text';
import type { OnCallActionDef } from './action-def';

/** What a message asks for. */
export interface Order {
  readonly platform: string;
  readonly action: string;
  readonly alert?: AlertRef;
  readonly arguments: Readonly<Record<string, string>>;
}

/** What a message brings. */
export interface Given {
  readonly message: NodeMessage;
  readonly command: ChatCommand | undefined;
  readonly event: AlertEvent | undefined;
  /** Platforms that the node has a connection for. */
  readonly open: readonly string[];
}

/** From the node's fields, and from the message where they say so. */
export async function orderOf(
  config: OnCallActionDef,
  { message, command, event, open }: Given,
  read: Read,
): Promise<Order | { readonly problem: Problem }> {
  const fromInput = config.action === 'input';
  const action = fromInput ? command?.action : config.action;
  if (action === undefined) return { problem: noCommand };
  if (fromInput && command?.kind !== 'alert-action') return { problem: otherCommand };
  const values = fromInput ? {} : await valuesOf(config, message, read);
  const { alertId = '', ...given } = values;
  const alert = alertMeant(alertId.trim(), command, event);
  const platform = config.platform === 'input' ? platformMeant(alert, open) : config.platform;
  if (platform === undefined) return { problem: noPlatform };
  return {
    platform,
    action,
    ...(alert && { alert }),
    arguments: fromInput ? (command?.arguments ?? {}) : given,
  };
}

/** A field that the dialog hides for this action and platform does not count. */
const valuesOf = async (
  config: OnCallActionDef,
  message: NodeMessage,
  read: Read,
): Promise<Readonly<Record<string, string>>> => {
  const matters = (field: OnCallField): boolean => {
    const { name, kind } = field;
    const isArgument = name !== 'platform' && name !== 'action' && kind !== 'boolean';
    return isArgument && fieldMatters(field, config.action, config.platform);
  };
  const values = onCallActionFields
    .filter(matters)
    .map(async ({ name }) => [name, await read(config[name], config[`${name}Type`], message)]);
  return Object.fromEntries(await Promise.all(values));
};

const noCommand: Problem = {
  code: 'action.no_command',
  message: 'The action is to come from the input, but the message has no command.',
  hint: "Wire this node behind a response in node's alert actions, or choose an action.",
};

const otherCommand: Problem = {
  code: 'action.not_an_alert_action',
  message: 'The command of this message is not about an alert.',
  hint: "Wire only the output 'alert actions' of a response in node to this node.",
};

const noPlatform: Problem = {
  code: 'action.no_platform',
  message: 'The message does not say which on-call platform is meant.',
  hint: 'Choose the on-call platform in this node.',
};
