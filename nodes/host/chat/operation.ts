import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import type { Clock, Http, Receipt } from '../../../core/index';

/** One operation of a chat node: its part of the form, and what it does with one item. */
export interface Operation {
  readonly resource: 'alert' | 'message';
  /** As the core names it. */
  readonly name: string;
  readonly description: INodeProperties[];
  /** False where nothing leaves n8n, so that no credential is needed. */
  readonly sends: boolean;
  execute(context: IExecuteFunctions, itemIndex: number, desk: Desk): Promise<Handled>;
}

/** What an operation sends with. */
export interface Desk {
  readonly http: Http;
  readonly clock: Clock;
}

export interface Handled {
  readonly json: object;
  readonly receipt: Receipt;
}
