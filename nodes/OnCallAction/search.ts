import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { listOnCall, type OnCallField, onCallActionFields } from '../../core/index';
import { clock } from '../host/clock';
import { operationError } from '../host/errors';
import { accessTo, openPlatforms } from '../host/oncall/access';
import { searchMethod } from './properties';

type ListName = NonNullable<OnCallField['list']>;

/** What a picker shows: one page, and what asks for the next. */
const searchIn = (list: ListName) =>
  async function (
    this: ILoadOptionsFunctions,
    search = '',
    cursor: unknown = '',
  ): Promise<INodeListSearchResult> {
    const [platform] = platformsOf(this);
    if (platform === undefined) return { results: [] };
    const access = await accessTo(this, platform);
    if ('problem' in access) throw operationError(this.getNode(), access.problem);
    const asked = { ...access, clock, search, cursor: String(cursor) };
    const page = await listOnCall(platform, list, asked);
    if ('problem' in page) throw operationError(this.getNode(), page.problem);
    const results = page.entries.map(({ id, name, detail }) => ({
      name: detail ? `${name} · ${detail}` : name,
      value: id,
    }));
    return { results, ...(page.next !== undefined && { paginationToken: page.next }) };
  };

/** Where the platform comes from the input, the first that can be asked. */
const platformsOf = (context: ILoadOptionsFunctions): readonly string[] => {
  const chosen = String(context.getNodeParameter('platform', 'input'));
  return chosen === 'input' ? openPlatforms(context) : [chosen];
};

export const listSearch = Object.fromEntries(
  onCallActionFields.flatMap((field) =>
    field.list ? [[searchMethod(field), searchIn(field.list)]] : [],
  ),
);
