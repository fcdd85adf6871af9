import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import type { Clock, Http, Receipt, SigningKeys } from '../../../core/index';
import type { DataTableStore } from '../store/data-table-store';
import { type Destination, failed } from './destination';
import { inputJson } from './input';

export type Resource = 'alert' | 'channel' | 'message';

/** One operation of a chat node: its part of the form, and what it does with all items. */
export interface Operation {
  readonly resource: Resource;
  /** As the core names it. */
  readonly name: string;
  readonly description: INodeProperties[];
  /** False where nothing leaves n8n, so that no credential is needed. */
  readonly sends: boolean;
  /** In the order of the items: one for each, where it says no other. */
  run(job: Job): Promise<readonly Handled[]>;
}

/** One execution of a node. */
export interface Job {
  readonly context: IExecuteFunctions;
  readonly destination: Destination;
  readonly http: Http;
  readonly clock: Clock;
  readonly people: Map<string, string | undefined>;
  /** Where the person has chosen one. */
  readonly store: DataTableStore | undefined;
  /** Where the cards are to have buttons. */
  readonly keys: SigningKeys | undefined;
}

export interface Handled {
  readonly json: object;
  readonly receipt: Receipt;
  /** What became of the private answer to whoever asked for it. */
  readonly answer?: Receipt | undefined;
  /** The item it came from, where one item has several results. */
  readonly index?: number;
}

/** Item by item; what becomes of one does not touch the others. */
export const eachItem =
  (handle: (job: Job, itemIndex: number) => Promise<Handled>): Operation['run'] =>
  async (job) => {
    const handled: Handled[] = [];
    for (const index of job.context.getInputData().keys())
      handled.push(await orFailed(job, index, () => handle(job, index)));
    return handled;
  };

/** What a parameter's expression throws is the trouble of its item only. */
export async function orFailed<Result>(
  { context, destination }: Job,
  index: number,
  work: () => Promise<Result> | Result,
): Promise<Result | Handled> {
  try {
    return await work();
  } catch (thrown) {
    const problem = {
      code: 'field.not_evaluated',
      message: thrown instanceof Error ? thrown.message : 'A parameter could not be read.',
      hint: 'Check the expressions in the parameters of this node.',
    };
    return failed(destination, { json: inputJson(context, index), problem });
  }
}
