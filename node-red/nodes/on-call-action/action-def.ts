import type { NodeDef } from 'node-red';

/** What the node stores in the flow: the core's fields, the types of typed ones, connections. */
export interface OnCallActionDef extends NodeDef, Readonly<Record<string, unknown>> {
  readonly id: string;
  readonly type: string;
  readonly name: string;
  readonly z: string;
  /** `input`, or an id. */
  readonly platform: string;
  /** `input`, or an action. */
  readonly action: string;
  readonly attribute?: boolean;
  readonly language?: string;
}
