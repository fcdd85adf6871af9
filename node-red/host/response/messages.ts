import type { Node, NodeMessage } from 'node-red';
import {
  auditOfCommand,
  auditOfRefusal,
  type ChatCommand,
  type Inbound,
} from '../../../core/index';

/** Which output is for what, counted from 0. */
export type Outputs = Readonly<Record<ChatCommand['kind'] | 'refused', number>>;

/** The outputs of a chat. */
export const CHAT_OUTPUTS: Outputs = {
  'alert-action': 0,
  'set-up': 1,
  'own-button': 2,
  refused: 3,
};

/** Nobody sets anything up by a link. */
export const LINK_OUTPUTS: Outputs = {
  'alert-action': 0,
  'set-up': 0,
  'own-button': 1,
  refused: 2,
};

type Told = Pick<Inbound, 'commands' | 'refused' | 'installations'>;

/** Sends what people want to the outputs it is for. */
export function sendOn(node: Node, outputs: Outputs, told: Told): void {
  const send = (output: number, message: object) =>
    node.send([...Array<null>(output).fill(null), message as NodeMessage]);
  for (const command of told.commands) {
    const topic = command.alert?.id ?? command.action;
    const audit = auditOfCommand(command);
    send(outputs[command.kind], { topic, payload: command, command, audit });
  }
  for (const installation of told.installations) {
    const { id: topic } = installation.channel;
    send(outputs['set-up'], { topic, payload: installation, installation });
  }
  for (const refused of told.refused) {
    const topic = refused.alert?.id ?? refused.problem.code;
    send(outputs.refused, { topic, payload: refused, refused, audit: auditOfRefusal(refused) });
  }
}
