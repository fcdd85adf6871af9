import type { NodeDef } from 'node-red';

/** What a chat's sender stores in the flow: the fields of the core, and the types of typed ones. */
export interface ChatAlertDef extends NodeDef, Readonly<Record<string, unknown>> {
  readonly id: string;
  readonly type: string;
  readonly name: string;
  readonly z: string;
  readonly connection: string;
  readonly resource: 'alert' | 'message';
  readonly operation: 'upsert' | 'preview' | 'test' | 'send';
  readonly alertSource: 'input' | 'define';
  readonly maxWaitSeconds: number | string;
}

export interface TypedPair {
  readonly name: string;
  readonly value: string;
  readonly type?: string;
}
