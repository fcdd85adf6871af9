import type { NodeDef } from 'node-red';
import type { CardMode, TransportId } from '../../../core/index';

/** What a chat's sender stores in the flow: the fields of the core, and the types of typed ones. */
export interface ChatAlertDef extends NodeDef, Readonly<Record<string, unknown>> {
  readonly id: string;
  readonly type: string;
  readonly name: string;
  readonly z: string;
  readonly authentication?: TransportId;
  /** The config node of the webhook. */
  readonly connection: string;
  /** The config node of the bot. */
  readonly botConnection?: string;
  readonly resource: 'alert' | 'message';
  readonly operation: string;
  readonly mode?: CardMode;
  readonly mentionAssignees?: boolean;
  readonly alertSource: 'input' | 'define';
  readonly maxWaitSeconds: number | string;
  /** The config node; buttons need one. */
  readonly signingKey?: string;
}

export interface TypedPair {
  readonly name: string;
  readonly value: string;
  readonly type?: string;
}
