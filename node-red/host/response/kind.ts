import type { NodeDef } from 'node-red';
import type { ChatId } from '../../../core/index';

/** What the response node of a chat has of its own. */
export interface ResponseKind {
  readonly chat: ChatId;
  /** The type of the node. */
  readonly response: string;
  /** The type of the config node of the chat's bot. */
  readonly connection: string;
  /** The type of the config node of a way that needs no bot. */
  readonly outgoing?: string;
  /** Does the chat have to be told the address by the node? */
  readonly tellsAddress?: boolean;
  /** Default: POST alone. */
  readonly methods?: readonly string[];
}

/** What a response node stores in the flow. */
export interface ResponseDef extends NodeDef {
  readonly connection: string;
  readonly outgoing?: string;
  readonly signingKey: string;
  readonly path: string;
  readonly receiveBy?: 'http' | 'socket';
  /** The address of this node as the chat reaches it. */
  readonly publicAddress?: string;
  readonly language: string;
  readonly command: string;
  readonly askNote?: boolean;
  readonly way?: string;
  readonly emulator?: boolean;
}
