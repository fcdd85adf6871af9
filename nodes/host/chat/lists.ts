import type {
  IDataObject,
  IExecuteFunctions,
  ILoadOptionsFunctions,
  INodeExecutionData,
  INodeListSearchResult,
} from 'n8n-workflow';
import { findChat, type Listed, type Page, runSteps } from '../../../core/index';
import { clock } from '../clock';
import { operationError } from '../errors';
import type { Authenticated } from '../transport';
import { accessTo } from './chat-access';
import { checkDestination, type Destination } from './destination';

type List = 'channels' | 'people';

/** What a picker shows: one page, and what asks for the next. */
export const searchIn = (destinations: readonly Destination[], list: List) =>
  async function (
    this: ILoadOptionsFunctions,
    search?: string,
    cursor?: unknown,
  ): Promise<INodeListSearchResult> {
    const authentication = this.getNodeParameter('authentication');
    const destination = destinations.find((one) => one.authentication === authentication);
    if (!destination) return { results: [] };
    const page = await pageOf(this, destination, list, search, cursor as string | undefined);
    if ('problem' in page) throw operationError(this.getNode(), page.problem);
    const results = page.entries.map((entry) => ({ name: wordsOf(entry), value: entry.id }));
    return { results, ...(page.next !== undefined && { paginationToken: page.next }) };
  };

async function pageOf(
  context: Authenticated,
  destination: Destination,
  list: List,
  search = '',
  cursor?: string,
): Promise<Page> {
  const problem = await checkDestination(context, destination);
  if (problem) return { problem };
  const ask = findChat(destination.chat)?.transports.bot?.[list];
  if (!ask) return { entries: [] };
  const { http } = await accessTo(context, destination);
  return runSteps(ask(search, cursor), http, clock);
}

const wordsOf = ({ name, detail, closed }: Listed): string =>
  [name, ...(detail ? [`· ${detail}`] : []), ...(closed ? ['(invite the bot first)'] : [])].join(
    ' ',
  );

/** One item for each channel. */
export async function listChannels(
  context: IExecuteFunctions,
  destination: Destination,
): Promise<INodeExecutionData[][]> {
  const items: INodeExecutionData[] = [];
  for (const index of context.getInputData().keys()) {
    const found = await allChannels(context, destination, index);
    if (found instanceof Error) {
      if (!context.continueOnFail()) throw found;
      items.push({ json: { error: found.message }, pairedItem: { item: index } });
    } else {
      for (const json of found)
        items.push({ json: { ...json } as IDataObject, pairedItem: { item: index } });
    }
  }
  return [items];
}

async function allChannels(
  context: IExecuteFunctions,
  destination: Destination,
  index: number,
): Promise<readonly Listed[] | Error> {
  const search = String(context.getNodeParameter('search', index, ''));
  const all = context.getNodeParameter('returnAll', index, false) === true;
  const limit = all
    ? Number.POSITIVE_INFINITY
    : Number(context.getNodeParameter('limit', index, 50));
  const entries: Listed[] = [];
  for (let cursor: string | undefined; ; ) {
    const page = await pageOf(context, destination, 'channels', search, cursor);
    if ('problem' in page) return operationError(context.getNode(), page.problem, index);
    entries.push(...page.entries);
    if (page.next === undefined || entries.length >= limit) return entries.slice(0, limit);
    cursor = page.next;
  }
}
