import type { NodeAPI } from 'node-red';
import type { Problem } from '../../../core/index';
import { ProblemError } from '../problem-error';
import type { Cards } from '../store/index';
import type { ChatAlertDef } from './alert-def';
import {
  type ChatKind,
  type Connection,
  type ConnectionNode,
  noCredential,
  platformOf,
} from './connection';

/** What a sender sends through. */
export interface Reached {
  readonly connection: Connection;
  readonly cards: Cards;
}

/** The id of the config node that counts for this sender. */
export const connectionIdOf = (config: ChatAlertDef, { transport }: ChatKind): string =>
  (transport === 'bot' ? config.botConnection : config.connection) ?? '';

/** The connection of a sender as it is now, or what is wrong with it. */
export function find(
  RED: NodeAPI,
  config: ChatAlertDef,
  kind: ChatKind,
): Reached | { readonly problem: Problem } {
  const id = connectionIdOf(config, kind);
  const node = RED.nodes.getNode(id) as ConnectionNode | null;
  if (!node?.connection) return { problem: noCredential(platformOf(kind)) };
  const { connection, cards } = node;
  return connection.problem ? { problem: connection.problem } : { connection, cards };
}

export function reach(RED: NodeAPI, config: ChatAlertDef, kind: ChatKind): Reached {
  const found = find(RED, config, kind);
  if ('problem' in found) throw new ProblemError(found.problem);
  return found;
}
