import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import {
  type AlertEvent,
  type AlertRef,
  alertMeant,
  type ChatCommand,
  fieldMatters,
  type OnCallField,
  type Problem,
  platformMeant,
  readAlertEvent,
} from '../../core/index';
import { openPlatforms } from '../host/oncall/access';
import { argumentFields } from './properties';

/** What an item asks for. */
export interface Order {
  readonly platform: string;
  readonly action: string;
  readonly alert?: AlertRef;
  readonly arguments: Readonly<Record<string, string>>;
  readonly attribute: boolean;
  readonly language: string;
}

/** From the node's parameters, and from the input where they say so. */
export function orderOf(
  context: IExecuteFunctions,
  index: number,
  command: ChatCommand | undefined,
): Order | { readonly problem: Problem } {
  const parameter = (name: string): string =>
    String(context.getNodeParameter(name, index, '') ?? '');
  const wanted = parameter('operation');
  const action = wanted === 'input' ? command?.action : wanted;
  if (action === undefined) return { problem: noCommand };
  if (wanted === 'input' && command?.kind !== 'alert-action') return { problem: otherCommand };
  const json = context.getInputData()[index]?.json ?? {};
  const alert = alertMeant(parameter('alertId').trim(), command, eventIn(json));
  const chosen = parameter('platform');
  const platform = chosen === 'input' ? platformMeant(alert, openPlatforms(context)) : chosen;
  if (platform === undefined) return { problem: noPlatform };
  const { attribute = false, language = 'en' } = context.getNodeParameter(
    'additionalFields',
    index,
    {},
  ) as IDataObject;
  return {
    platform,
    action,
    ...(alert && { alert }),
    arguments: wanted === 'input' ? (command?.arguments ?? {}) : argumentsOf(context, index),
    attribute: attribute === true,
    language: String(language),
  };
}

const eventIn = (json: IDataObject): AlertEvent | undefined => {
  const read = readAlertEvent(json);
  return read.ok ? read.event : undefined;
};

/** Of what the form does not show for an operation and a platform n8n knows no value. */
const argumentsOf = (context: IExecuteFunctions, index: number): Record<string, string> => {
  const operation = String(context.getNodeParameter('operation', index));
  const platform = String(context.getNodeParameter('platform', index));
  const isShown = (field: OnCallField): boolean => fieldMatters(field, operation, platform);
  return Object.fromEntries(
    argumentFields.filter(isShown).map(({ name, kind }) => {
      const picked = kind === 'on-call-list' ? { extractValue: true } : undefined;
      return [name, String(context.getNodeParameter(name, index, '', picked) ?? '')];
    }),
  );
};

const noCommand: Problem = {
  code: 'action.no_command',
  message: 'The operation is to come from the input, but the item has no command.',
  hint: "Wire this node behind a response trigger's alert actions, or choose an operation.",
};

const otherCommand: Problem = {
  code: 'action.not_an_alert_action',
  message: 'The command of this item is not about an alert.',
  hint: "Wire only the output 'Alert Actions' of a response trigger to this node.",
};

const noPlatform: Problem = {
  code: 'action.no_platform',
  message: 'The input does not say which on-call platform is meant.',
  hint: 'Choose the on-call platform in this node.',
};
